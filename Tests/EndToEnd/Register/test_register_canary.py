"""Nothing that a register writes tells of anybody: every file of it is searched for a person whose words are unmistakable."""

from __future__ import annotations

import base64
import json
import threading
from pathlib import Path
from typing import Any

import pytest
from canary import CITIZEN_ID, HEALTH_WORDS, LASER, WORDS, encoded
from cardimage import CardImage
from commandline import Result, Tool
from register import PURPOSE, Register
from scriptedcard import Insert

WINDOW = 16
EXTRA = ["photo", "chip.laserNumber", "chip.serialNumber", "health.mainEntitlement", "health.mainHospital"]
"""What a purpose has to name."""


@pytest.fixture
def record(thaiid: Tool, insert: Insert, secret: CardImage) -> dict[str, Any]:
    """What that person's card reads as, all of it."""
    insert(image=secret)
    return thaiid("read", "--json", "--chip", "--health").record


@pytest.fixture
def needles(record: dict[str, Any]) -> dict[bytes, str]:
    """What may be nowhere, and what it is of."""
    words = [CITIZEN_ID, LASER, *(WORDS | HEALTH_WORDS).values()]
    parts = {part for word in words for part in word.replace("/", "#").split("#") if len(part) > 4}
    parts |= {"-".join((CITIZEN_ID[0], CITIZEN_ID[1:5], CITIZEN_ID[5:10], CITIZEN_ID[10:12], CITIZEN_ID[12]))}
    found: dict[bytes, str] = {}
    for part in parts:
        for encoding in ("utf-8", "tis-620", "utf-16-le", "utf-16-be"):
            for name, needle in encoded(f"{part} ({encoding})", part.encode(encoding)):
                found[needle] = name
        # As JSON may have it, where everything else is escaped.
        found[json.dumps(part)[1:-1].encode()] = f"{part} escaped"
    photo = base64.b64decode(record["card"]["photo"]["base64"])
    assert len(photo) > 1000
    for at in range(len(photo) - WINDOW + 1):
        window = photo[at:at + WINDOW]
        if len(set(window)) > WINDOW // 2:
            found[window] = f"photo at {at}"
            if at % WINDOW == 0:
                found |= {needle: name for name, needle in encoded(f"photo at {at}", window) if len(needle) >= WINDOW}
    return found


class Needles:
    """A search for many at once, by their first bytes."""

    def __init__(self, needles: dict[bytes, str]) -> None:
        self.starts: dict[bytes, list[tuple[bytes, str]]] = {}
        for needle, name in needles.items():
            folded = needle.lower()
            self.starts.setdefault(folded[:5], []).append((folded, name))

    def within(self, left: bytes) -> set[str]:
        folded = left.lower()
        heads = {folded[at:at + 5] for at in range(len(folded) - 4)} & self.starts.keys()
        return {name for head in heads for needle, name in self.starts[head] if needle in folded}


class Watch(threading.Thread):
    """Keeps what ever stood in the files of a folder while something was at work there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder, self.seen, self.over = folder, set[bytes](), threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.02):
            self.look()

    def look(self) -> None:
        for file in self.folder.rglob("*"):
            try:
                if file.is_file():
                    self.seen.add(file.read_bytes())
            except OSError:
                pass


@pytest.fixture
def register(binary: Path, tmp_path: Path) -> Register:
    """A register of one clerk that keeps all that a card can hold."""
    register = Register(binary, tmp_path / "office").make()
    register.add_purpose()
    fields = register.ok("purpose", "list")[0]["purposes"][0]["fields"]
    register.ok("purpose", "edit", "--code", PURPOSE, "--fields", ",".join([*fields, *EXTRA]))
    return register


def test_the_search_finds_what_is_there(needles: dict[bytes, str], record: dict[str, Any]) -> None:
    search = Needles(needles)
    photo = base64.b64decode(record["card"]["photo"]["base64"])
    for left in (
        json.dumps(record, ensure_ascii=False).encode(), json.dumps(record).encode(), CITIZEN_ID.encode("utf-16-le"),
        CITIZEN_ID.encode().hex().upper().encode(), base64.b64encode(b"x" + CITIZEN_ID.encode() + b"y"),
        b"zz" + photo[333:333 + WINDOW + 3], record["card"]["nameThai"]["first"].encode("tis-620"),
    ):
        assert search.within(left), left[:50]
    assert not search.within(bytes(range(256)) * 100)


def test_no_file_and_no_word_tells_of_anybody(
    register: Register, record: dict[str, Any], needles: dict[bytes, str], tmp_path: Path,
) -> None:
    search = Needles(needles)
    number, first = CITIZEN_ID.encode(), record["card"]["nameThai"]["first"]
    told: list[Result] = []

    def run(*arguments: str | Path, input: bytes = b"", exit: int = 0) -> Result:
        """Of what is printed, only errors are searched: the answers are meant to tell."""
        result = register(*arguments, input=input)
        assert result.exit == exit, result
        told.append(result)
        return result

    watch = Watch(register.folder)
    watch.start()
    line = json.dumps(record).encode()
    run("save", "-", "--purpose", PURPOSE, "--ref", "case 7", "--desk", "one", input=line)
    run("save", "-", "--purpose", PURPOSE, "--lang", "th", input=line)
    changed = record | {"read": record["read"] | {"at": "2026-11-25T10:00:00+07:00", "id": "01KBA00000000000000000000A"}}
    changed["card"] = record["card"] | {"sex": {"raw": "2", "value": "female"}}
    run("save", "-", "--purpose", PURPOSE, "--json", input=json.dumps(changed).encode())
    shown = run("show", "--id", "-", "--purpose", PURPOSE, "--json", "--unmask", input=number)
    assert search.within(shown.output), "the register has them"
    assert json.loads(shown.output)["record"]["card"]["photo"]["base64"] == record["card"]["photo"]["base64"]
    run("find", "--id", "-", "--purpose", PURPOSE, input=number)
    for arguments in (["--name", first], ["--name", first[:3], "--like"], ["--born", "2507-11"], ["--name", "Zyxw"]):
        run("find", *arguments, "--purpose", PURPOSE)
    for command in ("history", "changes"):
        run(command, "--id", "-", "--purpose", PURPOSE, input=number)
    run("usage", "--id", "-", input=number)
    run("quality", "--list")
    corrected = json.dumps(record["card"]["nameEnglish"] | {"title": "Mrs."})
    run("correct", "--id", "-", "--field", "nameEnglish", "--value", corrected, "--reason", "แก้ " + first, input=number)
    # What goes wrong says so without saying of whom.
    run("save", "-", "--purpose", PURPOSE, input=line[:-40], exit=22)
    bad = record | {"card": record["card"] | {"birthDate": first}}
    assert register("save", "-", "--purpose", PURPOSE, "--json", input=json.dumps(bad).encode()).exit != 0
    told.append(register("save", "-", "--purpose", PURPOSE, "--json", input=json.dumps(bad).encode()))
    told.append(register("find", "--id", "-", "--purpose", "nothing", "--json", input=number))
    told.append(register("find", "--id", CITIZEN_ID, "--purpose", PURPOSE, "--json"))
    told.append(register("save", "-", "--purpose", PURPOSE, "--ref", CITIZEN_ID, "--json", input=line))
    assert told[-1].exit == 64
    people, keys = tmp_path / "office" / "copies" / "people", tmp_path / "office" / "copies" / "keys"
    run("backup", "--people", people, "--person-keys", keys)
    run("rekey", "--new-key-file", register.folder / "key" / "second.key", "--recovery", register.folder / "second.txt")
    register.key_file = register.folder / "key" / "second.key"
    run("show", "--id", "-", "--purpose", PURPOSE, input=number)
    run("doctor")
    run("processing")
    exported, verified = run("log", "export"), run("log", "verify", "--json")
    run("log", "show")
    run("log", "checkpoint", "-o", register.folder / "note")
    run("erase", "--id", "-", "--reason", "x", "--yes", input=number)
    run("backup", "--people", people, "--person-keys", keys.with_name("keys-after"))
    after = run("log", "export")
    watch.over.set()
    watch.join()
    watch.look()
    assert len(watch.seen) > 10
    for left in watch.seen:
        assert not search.within(left), left[:40]
    for result in told:
        assert not search.within(result.errors), result.arguments
    for result in (exported, verified, after):
        assert not search.within(result.output), result.arguments
