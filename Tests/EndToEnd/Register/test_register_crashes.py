"""The register is killed at any moment, and loses power: what was answered is there, and log and acts agree."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from oneclerk import OneClerk, citizen_id, lines
from register import PURPOSE

CRASHES = int(os.environ.get("THAIID_CRASHES", "40"))
TOGETHER = 12


def acts(log: list[dict]) -> Counter[str]:
    """How often each was done; "recovered" is what a crash had half done and the next run finished."""
    return Counter(entry["act"] for entry in log if entry["result"] in ("ok", "recovered"))


class Rig:
    """A register that is killed again and again, and what it said between."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.register = OneClerk(folder / "office")
        self.lots = random.Random(12)
        self.records = lines(CRASHES * TOGETHER + TOGETHER)
        self.next = 0
        # What was answered, and what was on its way when the end came.
        self.saved: dict[str, str] = {}
        self.erased: set[str] = set()
        self.doubtful: set[str] = set()
        self.notes: list[str] = []
        self.copies: list[Path] = []
        self.ended: Counter[str] = Counter()
        self.number = 0
        self.usual: dict[object, float] = {}
        self.begun = 0

    def killed(self, *arguments: str | Path, input: bytes | None = None, lines: int = 0) -> tuple[str, bool]:
        """Runs a command and ends it at some moment, after so many lines; what it said on whole lines, and whether it was
        through before."""
        # Files take all that is said at once, and lose nothing of it.
        source, output = self.folder / "input", self.folder / "output"
        source.write_bytes(input or b"")
        # The first of its kind is let through: it says how long one takes.
        usual = self.usual.get(arguments[0])
        with source.open("rb") as reading, output.open("wb") as writing:
            start = time.monotonic()
            process = subprocess.Popen(
                self.register.command(*arguments), stdin=reading, stdout=writing, stderr=subprocess.DEVNULL,
                cwd=self.register.folder, env=self.register.environment)
            while lines and process.poll() is None and output.read_bytes().count(b"\n") < lines:
                time.sleep(0.001)
            try:
                process.wait(timeout=usual and self.lots.uniform(0, 0.03 if lines else usual * 1.3))
                self.usual[arguments[0]] = time.monotonic() - start
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=20)
        said = output.read_text()
        end = {0: "through", -signal.SIGKILL: "killed"}.get(process.returncode)
        assert end, (arguments, process.returncode)
        self.ended[f"{arguments[0]} {end}"] += 1
        return said[: said.rfind("\n") + 1], end == "through"

    def save(self) -> None:
        some = self.records[self.next : self.next + TOGETHER]
        self.next += TOGETHER
        said, through = self.killed("save", "-", "--purpose", PURPOSE, "--json", input=b"".join(some), lines=self.lots.randrange(TOGETHER + 1))
        answers = [answer for answer in map(json.loads, said.splitlines()) if "person" in answer]
        for record, answer in zip(some, answers):
            assert answer["outcome"] == "new"
            self.saved[citizen_id(record)] = answer["person"]
        assert not through or len(answers) == TOGETHER
        self.doubtful |= {citizen_id(record) for record in some[len(answers):][:1]}

    def erase(self) -> None:
        there = [number for number in self.saved if number not in self.erased | self.doubtful]
        if not there:
            return self.save()
        number = self.lots.choice(there)
        said, _ = self.killed("erase", "--id", "-", "--reason", "test", "--yes", "--json", input=number.encode())
        (self.erased if said else self.doubtful).add(number)

    def rekey(self) -> None:
        self.number += 1
        key, sheet = self.folder / f"key-{self.number}", self.folder / f"sheet-{self.number}.txt"
        self.killed("rekey", "--new-key-file", key, "--recovery", sheet)
        # Whether it had begun, no program said.
        if key.exists() and self.register("doctor", "--key-file", key).exit == 0:
            assert self.register("doctor").exit == 31
            self.register.key_file = key
            while self.register.doctor()["rekeyUnfinished"]:
                self.killed("rekey", "--resume")
        begun = sum(1 for entry in self.register.log() if (entry["act"], entry["result"]) == ("rekey", "begun"))
        self.begun += (self.register.key_file == key)
        assert begun == self.begun

    def checkpoint(self) -> None:
        said, through = self.killed("log", "checkpoint")
        if through:
            self.notes.append(said)

    def backup(self) -> None:
        self.number += 1
        place = self.folder / f"copy-{self.number}"
        said, _ = self.killed("backup", "--people", place / "people", "--person-keys", place / "keys", "--json")
        if said:
            self.copies.append(place)

    def check(self) -> None:
        """The log has a line for everything that is there, and nothing else."""
        told = self.register.doctor()
        log = self.register.log()
        done = acts(log)
        assert [entry["n"] for entry in log] == list(range(1, len(log) + 1))
        assert done["save"] == told["visits"]
        assert done["save"] - done["erase"] == told["people"]
        assert len(self.saved) <= done["save"] <= len(self.saved) + len(self.doubtful)
        assert len(self.erased) <= done["erase"] <= len(self.erased) + len(self.doubtful)
        assert self.register.is_whole()

    def check_everybody(self) -> None:
        there = 0
        for number, person in self.saved.items():
            found = [answer["person"] for answer in self.register.find(number)]
            assert found == [] if number in self.erased else found == [person] or number in self.doubtful, number
            there += len(found)
        for number in self.doubtful - self.saved.keys():
            there += len(self.register.find(number))
        done = acts(self.register.log())
        assert there == done["save"] - done["erase"]


def test_nothing_is_lost_to_a_kill_and_the_log_knows_all(tmp_path: Path) -> None:
    rig = Rig(tmp_path)
    acts = [rig.save, rig.save, rig.save, rig.erase, rig.checkpoint, rig.backup, rig.rekey]
    for cycle in range(CRASHES):
        acts[cycle % len(acts)]()
        if cycle % 5 == 4 or cycle == CRASHES - 1:
            rig.check()
    rig.check_everybody()
    print(len(rig.saved), len(rig.erased), len(rig.doubtful), rig.ended)
    assert sum(count for end, count in rig.ended.items() if end.endswith("killed")) > CRASHES / 4, rig.ended
    assert len(rig.saved) > CRASHES and rig.erased and rig.notes and rig.copies, rig.ended
    for number, note in enumerate(rig.notes):
        file = tmp_path / f"note-{number}"
        file.write_text(note)
        assert rig.register.is_whole("--checkpoint", file)
    # A copy that was told of opens; its keys are sealed under the register's key of then.
    for place in rig.copies[-1:]:
        for file in place.glob("*/*.sqlite"):
            done = subprocess.run(["sqlite3", file, "PRAGMA integrity_check"], capture_output=True, text=True)
            assert done.stdout == "ok\n"


def test_what_a_power_cut_leaves_is_whole(tmp_path: Path) -> None:
    register = OneClerk(tmp_path / "office")
    records, lots = lines(400), random.Random(13)
    said = tmp_path / "said"
    with said.open("wb") as output:
        with register.running("save", "-", "--purpose", PURPOSE, "--json", stdin=subprocess.PIPE, stdout=output) as process:
            assert process.stdin is not None
            left, copies = b"".join(records), []
            process.stdin.write(left[: 1 << 14])
            process.stdin.flush()
            os.set_blocking(process.stdin.fileno(), False)
            left = left[1 << 14:]
            while process.poll() is None and b"\n" not in said.read_bytes():
                time.sleep(0.001)
            while process.poll() is None and len(copies) < 6:
                if left:
                    try:
                        left = left[os.write(process.stdin.fileno(), left[: 1 << 15]):]
                    except BlockingIOError:
                        pass
                time.sleep(lots.uniform(0, 0.1))
                process.send_signal(signal.SIGSTOP)
                told = [json.loads(line) for line in said.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
                place = tmp_path / f"cut-{len(copies)}"
                shutil.copytree(register.store, place, ignore=shutil.ignore_patterns("*-shm") if len(copies) % 2 else None)
                process.send_signal(signal.SIGCONT)
                copies.append((place, told))
    assert any(told for _, told in copies)
    for place, told in copies:
        register.store = place
        doctor = register.doctor()
        assert len(told) <= doctor["people"] <= len(told) + 1
        done = acts(register.log())
        assert done["save"] == doctor["people"] == doctor["visits"]
        assert register.is_whole()
        for record, answer in list(zip(records, told))[-3:]:
            assert [found["person"] for found in register.find(citizen_id(record))] == [answer["person"]]
