"""Records, and other texts that are read, made to cost much: each command ends in time, within its memory, in a documented way."""

from __future__ import annotations

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from commandline import Tool
from cost import exit_within_limits, measured, most_seconds
from sheets import AT, AUDIT, run

FORMATS = [
    "text", "json", "ndjson", "csv", "tsv", "photo", "vcard", "fhir", "person43", "hotel-rr4", "nhso-card-only", "moph", "medhis", "go-smc"]
LONG = 200_000
"""Less than a line may have: what is longer is refused by its length."""

TEXTS = {
    "letters": "ก" * (LONG // 3), "marks": "ก" + "\u0e48" * (LONG // 3), "formulas": ";=" * (LONG // 2), "spaces": " " * LONG + "=",
    "controls": "\x01" * (LONG // 6), "overrides": "\u202e" * (LONG // 3), "parts": "#" * LONG, "dashes": "- " * (LONG // 2),
}
PLACES = [
    ("card", "sex", "raw"), ("card", "sex", "value"), ("card", "nameThai", "full"), ("card", "nameEnglish", "last"), ("card", "issuer"),
    ("card", "address", "road"), ("card", "birthDate", "raw"), ("card", "birthDate", "iso"), ("card", "expiryDate", "precision"),
    ("card", "requestNumber"), ("card", "citizenID"), ("card", "underPhotoNumber"), ("card", "photo", "sha256"), ("chip", "laserNumber"),
    ("health", "mainHospital"), ("read", "reader"), ("read", "at"), ("read", "atr"), ("states", "nameThai"), ("warnings", 0, "message"),
    ("warnings", 0, "code"),
]
"""Where texts stand in a record, one of each kind at least."""


@pytest.fixture(scope="module")
def ordinary(binary: Path) -> dict[str, Any]:
    command = [binary, "read", "--sample", "--json", "--chip", "--health"]
    record = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    record["warnings"] = [{"code": "text.control", "field": "address", "message": "A control character."}]
    return record


def changed(record: dict[str, Any], place: tuple[str | int, ...], text: str) -> bytes:
    """The record with another text in a place, on a line."""
    own = copy.deepcopy(record)
    object: Any = own
    for name in place[:-1]:
        if isinstance(object, dict) and not object.get(name):
            object[name] = {}
        object = object[name]
    object[place[-1]] = text
    return json.dumps(own, ensure_ascii=False).encode() + b"\n"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_no_text_is_longer_than_a_card_could_say_it(
    without_service: Tool, render: Path, ordinary: dict[str, Any], tmp_path: Path, place: tuple[str | int, ...],
) -> None:
    name = ".".join(str(part) for part in place if part != "card").split(".0")[0]
    for text in ("x" * 3_000, TEXTS["marks"]):
        line = changed(ordinary, place, text)
        told = without_service("convert", "--to", "ndjson", "--lang", "en", input=line)
        assert told.exit == 22 and (f"({name}" in told.error_text or f"({name.split('.')[0]}" in told.error_text), told
        (tmp_path / "record.json").write_bytes(line)
        # A virtual card is made of what stood on the card, however it was read.
        assert without_service("read", "--card", tmp_path / "record.json", "--json").exit == (0 if place[0] == "read" else 22)
        assert without_service("sheet", "--from", tmp_path / "record.json", "--purpose", "x", "-o", "-", "--format", "pdf").exit == 22
        for command in (["sheet", "--purpose", "x", "--audit", AUDIT, "--at", AT], ["rr3"], ["xlsx"], ["portrait"]):
            drawn = measured(render, *command, most=most_seconds(render), input=line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            assert (drawn.exit, drawn.output) == (22, b""), (command, drawn.errors)


def test_unknown_members_pass_and_are_not_drawn(without_service: Tool, render: Path, ordinary: dict[str, Any]) -> None:
    line = changed(ordinary | {"later": "ก" * 10_000}, ("card", "sex", "later"), "ข" * 10_000)
    assert json.loads(without_service("convert", "--to", "ndjson", input=line).output) == json.loads(line)
    drawn = run(render, "sheet", "--purpose", "x", "--audit", AUDIT, "--at", AT, record=line)
    own = run(render, "sheet", "--purpose", "x", "--audit", AUDIT, "--at", AT, record=json.dumps(ordinary).encode())
    assert drawn.returncode == 0 and drawn.stdout == own.stdout


def worst_records(record: dict[str, Any]) -> dict[str, bytes]:
    """A mebibyte each of records that are made to cost much."""
    def lines(line: bytes) -> bytes:
        return line * max(1, (1 << 20) // len(line))

    bare = record | {"card": {name: value for name, value in record["card"].items() if name != "photo"}}
    many = {f"n{number}": None for number in range(LONG // 12)}
    worst = {
        "members": bare | {"later": many}, "members of the card": bare | {"card": bare["card"] | many},
        "states": bare | {"states": {f"{number};=": ";=" * 30 for number in range(1_000)}},
        "warnings": bare | {"warnings": [{"code": ";=" * 30, "field": "=;" * 30, "message": "-"}] * 1_000},
        "lists": bare | {"later": json.loads("[" * 50 + "1" + "]" * 50)}, "numbers": bare | {"later": list(range(30_000))},
        "photo": record | {"card": record["card"] | {"photo": record["card"]["photo"] | {"base64": "/" * LONG}}},
        "full texts": bare | {"card": bare["card"] | {"issuer": ";=" * 60, "nameThai": {
            part: "\u0e01" + "\u0e48" * 90 for part in ("title", "first", "middle", "last", "full")}}},
    } | {f"unknown {name}": bare | {"later": text} for name, text in TEXTS.items()}
    texts = {name: lines(json.dumps(value, ensure_ascii=False).encode() + b"\n") for name, value in worst.items()}
    return texts | {
        "escapes": lines(json.dumps(bare | {"later": "\u0e01" * 30_000}).encode() + b"\n"), "one line": b" " * (1 << 20), "no lines": b"\n" * (1 << 20),
        "depth": b"[" * (1 << 20), "names": b'{"a":1,' + b'"b":1,' * 170_000 + b"}", "UTF-16": lines(json.dumps(bare).encode()).decode().encode("utf-16")[:1 << 20],
        "code page 874": lines(json.dumps(bare | {"later": "ก" * 60_000}, ensure_ascii=False).encode("cp874") + b"\n")[:1 << 20],
    }


def test_a_mebibyte_of_records_costs_a_second_at_most(binary: Path, ordinary: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "records"
    for name, content in worst_records(ordinary).items():
        file.write_bytes(content)
        ends = {to: exit_within_limits(
            binary, "convert", file, "--to", to, "--skip-bad", *(["--hospital-code", "00000"] if to == "person43" else [])) for to in FORMATS}
        ends["card"] = exit_within_limits(binary, "read", "--card", file, "--json")
        assert set(ends.values()) <= {0, 20, 22, 24}, (name, ends)


APDU = ["apdu", "--sample", "-"]
REPLAY = ["read", "--json", "--replay", "-"]
OTHER_TEXTS: dict[str, tuple[list[str], bytes, int]] = {
    "a line of digits": (["check-id"], b"1" * (1 << 20), 20), "a line of gaps": (["check-id"], b" -" * (1 << 19), 20),
    "a line of wide gaps": (["check-id"], b"\xc2\xa0" * (1 << 19) + b"\n1000000000009", 20),
    "short numbers": (["check-id"], b"1\n" * (1 << 19), 20), "gaps of code page 874": (["check-id"], b"\xa0" * (1 << 20), 20),
    "dashes": (["check-id", "--json"], ("1\u2013" * 30_000 + "\n").encode() * 8, 20),
    "a long command": (APDU, b"a4" * (1 << 19), 64), "comments": (APDU, b"#\n" * (1 << 19), 64),
    "commands in UTF-16": (APDU, b"\x00a" * (1 << 19), 64), "commands": (APDU, b"a4\n" * 300_000, 64),
    "a recording of spaces": (REPLAY, b"thaiid-trace 1\n" + "#\u00a0\u2007".encode() * 170_000, 22),
    "a recording of half characters": (REPLAY, "thaiid-trace 1\n".encode("utf-16") + b"\x00\xd8" * 500_000, 22),
    "a recording in code page 874": (REPLAY, b"thaiid-trace 1\n#" + b"\xa1" * 1_000_000, 22),
}


@pytest.mark.parametrize("name", OTHER_TEXTS)
def test_other_texts_cost_a_second_at_most(binary: Path, tmp_path: Path, name: str) -> None:
    command, content, end = OTHER_TEXTS[name]
    (tmp_path / "text").write_bytes(content)
    with (tmp_path / "text").open("rb") as file:
        assert exit_within_limits(binary, *command, stdin=file.fileno()) == end


def test_settings_that_are_long_cost_nothing(binary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "thaiid"
    folder.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    keys = b"".join(b"a%d = 1\n" % number for number in range(6_000))
    desks = b"".join(b"[desk.a%d]\n" % number for number in range(4_000))
    for content in (b"#" * (1 << 20), b"a = b\n" * 10_000, b"#\n" * 32_000, b"\x00\xd8" * 32_000, b"a." * 32_000, b"[" * 65_000,
                    b"a = {" * 13_000, keys, desks, b"[sheet]\nfont = \"" + b"\\\\" * 32_000 + b"\""):
        for name in ("config.toml", "config"):
            (folder / name).write_bytes(content)
            assert exit_within_limits(binary, "sheet", "--sample", "-o", "-", "--format", "pdf") in (24, 64)
            (folder / name).unlink()
    columns = ",".join(["citizenID"] * 12_000)
    assert exit_within_limits(binary, "read", "--sample", "--format", "csv", "--columns", columns) == 0
    assert exit_within_limits(binary, "read", "--sample", "--format", "csv", "--columns", "," * 130_000) == 64
