"""The log of a store that somebody with `sqlite3` was at: `log verify` finds it and says where."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commandline import ROOT
from register import PURPOSE, Register, invented

DAYS = [f"2026-11-{day} 03:00:00" for day in (16, 17, 18)]
"""Mornings in Bangkok."""
VERIFY = ROOT / "Documentation" / "verify-checkpoint.py"

Edit = Callable[[sqlite3.Connection], Any]


@pytest.fixture(scope="module")
def whole(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Register:
    """A register that was at work on three days, with a checkpoint of each that is over."""
    register = Register(binary, tmp_path_factory.mktemp("register"))
    register.environment |= register.on(DAYS[0])
    register.make()
    register.add_purpose()
    for day, person in zip(DAYS, invented(binary, 3)):
        register.environment |= register.on(day)
        register.save(person)
        for _ in range(4):
            register.ok("find", "--id", "-", "--purpose", PURPOSE, input=person["card"]["citizenID"].encode())
    return register


@pytest.fixture
def register(whole: Register, binary: Path, tmp_path: Path) -> Register:
    """A copy of it."""
    copy = Register(binary, tmp_path / "copy")
    shutil.copytree(whole.store, copy.store)
    copy.key_file = whole.key_file
    copy.environment |= whole.on("2026-11-18 04:00:00")
    return copy


def verify(register: Register, *options: str | Path) -> tuple[int, dict[str, Any]]:
    result = register("log", "verify", "--json", *options)
    return result.exit, json.loads(result.output.splitlines()[0])


def edit(register: Register, change: Edit) -> None:
    database = sqlite3.connect(register.people)
    with database:
        change(database)
    database.close()


def remade(database: sqlite3.Connection, first: int) -> None:
    """Chains all from an entry on anew, as one does who knows how and has no key."""
    [(previous,)] = database.execute("SELECT hash FROM log WHERE n = ?", (first - 1,))
    for n, entry in database.execute("SELECT n, entry FROM log WHERE n >= ? ORDER BY n", (first,)).fetchall():
        own = hashlib.sha256(previous + entry.encode()).digest()
        database.execute("UPDATE log SET previous = ?, hash = ? WHERE n = ?", (previous, own, n))
        previous = own


def other_account(database: sqlite3.Connection, n: int) -> None:
    database.execute("UPDATE log SET entry = replace(entry, '\"act\":\"', '\"act\":\"x') WHERE n = ?", (n,))


def bit(column: str, n: int) -> Edit:
    def change(database: sqlite3.Connection) -> None:
        [(value,)] = database.execute(f"SELECT {column} FROM log WHERE n = ?", (n,))
        value = value.encode() if isinstance(value, str) else value
        value = value[:20] + bytes([value[20] ^ 1]) + value[21:]
        kind = "CAST(? AS TEXT)" if column == "entry" else "?"
        database.execute(f"UPDATE log SET {column} = {kind} WHERE n = ?", (value, n))
    return change


def swapped(database: sqlite3.Connection) -> None:
    first, second = database.execute("SELECT at, previous, hash, entry FROM log WHERE n IN (4, 5) ORDER BY n").fetchall()
    for n, row in ((4, second), (5, first)):
        database.execute("UPDATE log SET at = ?, previous = ?, hash = ?, entry = ? WHERE n = ?", (*row, n))


def changed_note(database: sqlite3.Connection) -> None:
    [(note,)] = database.execute("SELECT note FROM checkpoint ORDER BY n LIMIT 1")
    lines = note.split("\n")
    lines[1] = str(int(lines[1]) - 1)
    database.execute("UPDATE checkpoint SET note = ? WHERE n = (SELECT min(n) FROM checkpoint)", ("\n".join(lines),))


def cut_whole(database: sqlite3.Connection) -> None:
    """Cuts the log where a checkpoint is, and takes the later ones away."""
    notes = [note for note, in database.execute("SELECT note FROM checkpoint ORDER BY n")]
    database.execute("DELETE FROM log WHERE n > ?", (int(notes[1].split("\n")[1]),))
    database.execute("DELETE FROM checkpoint WHERE n > 2")


def both(*changes: Edit) -> Edit:
    def change(database: sqlite3.Connection) -> None:
        for one in changes:
            one(database)
    return change


def sql(statement: str) -> Edit:
    return lambda database: database.execute(statement)


@pytest.mark.parametrize("change, codes", [
    (bit("entry", 5), {"changed"}), (bit("hash", 5), {"changed", "fork"}), (bit("previous", 5), {"changed", "fork"}),
    (sql("UPDATE log SET at = at + 1 WHERE n = 5"), {"misplaced"}),
    (swapped, {"misplaced", "fork"}),
    (sql("DELETE FROM log WHERE n = 5"), {"gap"}),
    (sql("DELETE FROM log WHERE n BETWEEN 4 AND 6"), {"gap"}),
    (sql("DELETE FROM log WHERE n = 1"), {"gap"}),
    (sql("DELETE FROM log WHERE n > 6"), {"cut"}),
    (sql("DELETE FROM log"), {"cut"}),
    (both(lambda database: other_account(database, 5), lambda database: remade(database, 5)), {"other-head"}),
    (sql("DELETE FROM checkpoint WHERE n = (SELECT min(n) FROM checkpoint)"), {"unchained"}),
    (sql("DELETE FROM checkpoint WHERE n = (SELECT max(n) FROM checkpoint)"), {"no-checkpoint"}),
    (sql("DELETE FROM checkpoint"), {"no-checkpoint"}),
    (changed_note, {"bad-checkpoint"}),
    (both(sql("DELETE FROM log WHERE n > 6"), sql("DELETE FROM checkpoint")), {"no-checkpoint"}),
], ids=[
    "bit of an entry", "bit of a hash", "bit of a link", "time of a row", "two swapped", "one gone", "three gone", "the first gone",
    "cut", "all gone", "made anew", "first checkpoint gone", "last checkpoint gone", "a day without checkpoint",
    "changed checkpoint", "cut with its checkpoints",
])
def test_tampering_is_found(register: Register, change: Edit, codes: set[str]) -> None:
    assert verify(register)[1]["whole"]
    edit(register, change)
    exit, verified = verify(register)
    found = {finding["code"] for finding in verified["findings"] if finding["damage"]}
    assert (exit, verified["whole"]) == (33, False)
    assert codes <= found, verified


@pytest.mark.parametrize("column", ["entry", "previous", "hash"])
def test_a_bit_of_any_entry_is_found_where_it_is(register: Register, column: str) -> None:
    database = sqlite3.connect(register.people)
    numbers = [n for n, in database.execute("SELECT n FROM log ORDER BY n")][1:]
    database.close()
    for n in numbers[::3]:
        edit(register, bit(column, n))
        exit, verified = verify(register)
        assert exit == 33 and n in {finding.get("n") for finding in verified["findings"]}, (n, verified)
        edit(register, bit(column, n))


def test_what_was_cut_off_whole_is_found_by_a_checkpoint_from_elsewhere(register: Register, tmp_path: Path) -> None:
    result = register("log", "checkpoint", "-o", tmp_path / "note")
    assert result.exit == 0, result
    edit(register, cut_whole)
    exit, verified = verify(register)
    assert (exit, verified["whole"]) == (0, True), "nothing that is left says otherwise"
    exit, verified = verify(register, "--checkpoint", tmp_path / "note")
    assert exit == 33 and {"cut", "unknown-checkpoint"} <= {finding["code"] for finding in verified["findings"]}


def test_a_tail_that_another_key_signed_is_found(
    register: Register, whole: Register, binary: Path, tmp_path: Path,
) -> None:
    """Somebody continues the log with the checkpoints of a register of their own."""
    other = Register(binary, tmp_path / "other")
    other.environment |= whole.on(DAYS[0])
    other.make()
    other("log", "checkpoint", "-o", tmp_path / "note", "--json")
    [note] = [row[0] for row in sqlite3.connect(other.people).execute("SELECT note FROM checkpoint")]
    edit(register, lambda database: database.execute(
        "UPDATE checkpoint SET note = ? WHERE n = (SELECT max(n) FROM checkpoint)", (note,)))
    exit, verified = verify(register)
    assert exit == 33 and "bad-checkpoint" in {finding["code"] for finding in verified["findings"]}
    exit, verified = verify(register, "--checkpoint", tmp_path / "note")
    assert exit == 33


def test_a_program_of_the_auditor_verifies_a_checkpoint(register: Register, tmp_path: Path) -> None:
    exported = register("log", "export").output
    result = register("log", "checkpoint", "-o", tmp_path / "note", "--lang", "en")
    assert result.exit == 0, result
    key = result.error_text.splitlines()[-1]
    log = tmp_path / "log"
    log.write_text("".join(json.loads(line)["entry"] + "\n" for line in exported.splitlines()))
    size = int((tmp_path / "note").read_text().splitlines()[1])
    assert size == len(exported.splitlines()) + 1, "the export itself is logged, and after it the checkpoint made"
    exported = register("log", "export").output
    log.write_text("".join(json.loads(line)["entry"] + "\n" for line in exported.splitlines()))

    def judge(*files: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, VERIFY, *files], capture_output=True, text=True)

    done = judge(key, tmp_path / "note", log)
    assert done.returncode == 0, done
    log.write_text(log.read_text().replace('"act":"save"', '"act":"find"', 1))
    assert "not the one" in judge(key, tmp_path / "note", log).stderr
    note = (tmp_path / "note").read_text()
    (tmp_path / "note").write_text(note.replace(f"\n{size}\n", f"\n{size - 1}\n"))
    assert "changed" in judge(key, tmp_path / "note").stderr
