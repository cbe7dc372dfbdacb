"""Bad days of a register: each is told in both languages, loses nothing, and shows nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from commandline import Result
from oneclerk import OneClerk, citizen_id, lines
from othermachine import OtherMachine
from register import PURPOSE
from smalldisk import SmallDisk

NO_REGISTER, LOG, KEY, WRITE, RECORD = 26, 33, 31, 23, 22
PEOPLE = lines(60)


@pytest.fixture
def office(tmp_path: Path) -> OneClerk:
    office = OneClerk(tmp_path / "office")
    office.save_all(PEOPLE[:3])
    return office


def told(result: Result, *kinds: int) -> dict[str, str]:
    """The error of a run that must have failed so: in both languages, naming nobody, and nothing else was printed."""
    assert result.exit in kinds, result
    assert result.output == b"", result
    error = json.loads(result.errors.splitlines()[-1])
    assert error["exit"] == result.exit
    for words in (error, error["thai"]):
        assert words["message"] and words["remedy"]
    assert re.search("[ก-๛]", error["thai"]["message"]) and not re.search("[ก-๛]", error["message"])
    for record in PEOPLE:
        card = json.loads(record)["card"]
        assert card["citizenID"].encode() not in result.errors
        assert card["nameThai"]["last"].encode() not in result.errors or card["nameThai"]["last"] == "ทดสอบ"
    return error


def find(office: OneClerk, record: bytes = PEOPLE[0], **options) -> Result:
    return office("find", "--id", "-", "--purpose", PURPOSE, "--json", input=citizen_id(record).encode(), **options)


def save(office: OneClerk, *records: bytes, **options) -> Result:
    return office("save", "-", "--purpose", PURPOSE, "--json", input=b"".join(records), **options)


def check(office: OneClerk, people: int = 3, **options) -> None:
    """All is there that was saved, and the log has it."""
    for record in PEOPLE[:people]:
        assert len(office.find(citizen_id(record), **options)) == 1
    log = [json.loads(line["entry"]) for line in office.ok("log", "export", **options)]
    assert sum(1 for entry in log if (entry["act"], entry["result"]) == ("save", "ok")) == people
    assert office.ok("doctor", **options)[0]["people"] == people
    assert office.ok("log", "verify", **options)[0]["whole"]


def alter(file: Path, *statements: str) -> None:
    database = sqlite3.connect(file)
    with database:
        for statement in statements:
            database.execute(statement)
    database.close()


def test_a_full_disk_while_saving(office: OneClerk) -> None:
    with SmallDisk(office.store, "8m") as disk:
        disk.leave(300)
        done = save(office, *PEOPLE[3:], wrapper=disk.wrapper)
        answers = done.output.splitlines()
        assert 0 < len(answers) < 57
        error = told(Result(done.arguments, done.exit, b"", done.errors), WRITE)
        assert error["code"] == "write"
        disk.make_room()
        check(office, 3 + len(answers), wrapper=disk.wrapper)
        assert len(office.save_all(PEOPLE, wrapper=disk.wrapper)) == 60


def test_a_full_disk_while_looking(office: OneClerk) -> None:
    """Where the look cannot be noted, nothing is shown; whether the register opens at all there or not."""
    with SmallDisk(office.store, "2m") as disk:
        ends = set()
        for kibibytes in (0, 32, 64, 68, 72, 80, 96, 128, 300):
            disk.leave(kibibytes)
            done = find(office, wrapper=disk.wrapper)
            ends.add(done.exit)
            if done.exit:
                told(done, WRITE, LOG)
        assert LOG in ends and 0 in ends
        disk.make_room()
        check(office, wrapper=disk.wrapper)


def test_a_folder_that_may_not_be_written_to(office: OneClerk) -> None:
    with SmallDisk(office.store, "2m") as disk:
        disk.forbid_writing()
        told(save(office, PEOPLE[3], wrapper=disk.wrapper), WRITE)
        told(find(office, wrapper=disk.wrapper), WRITE, LOG)


def test_no_key_another_key_a_key_that_others_can_read(office: OneClerk, tmp_path: Path) -> None:
    key = office.key_file.read_bytes()
    office.key_file.rename(tmp_path / "away")
    told(find(office), KEY)
    other = tmp_path / "other"
    other.write_bytes(os.urandom(32))
    other.chmod(0o400)
    office.key_file = other
    told(find(office), KEY)
    told(save(office, PEOPLE[3]), KEY)
    for content in (b"", key[:31], key + b"x" * 33, b"\n" * 100_000):
        other.chmod(0o600)
        other.write_bytes(content)
        told(find(office), KEY)
    other.write_bytes(key)
    other.chmod(0o444)
    told(find(office), KEY)
    other.chmod(0o400)
    check(office)


def test_the_key_from_before_a_new_one(office: OneClerk, tmp_path: Path) -> None:
    new = tmp_path / "new.key"
    assert office("rekey", "--new-key-file", new, "--recovery", tmp_path / "new.txt").exit == 0
    told(find(office), KEY)
    told(save(office, PEOPLE[3]), KEY)
    office.key_file = new
    check(office)


@pytest.mark.parametrize("name", ["people.sqlite", "keys.sqlite"])
def test_a_store_from_a_newer_version(office: OneClerk, name: str) -> None:
    alter(office.store / name, "PRAGMA user_version = 1000")
    error = told(find(office), NO_REGISTER)
    assert "1000" in error["message"]
    told(save(office, PEOPLE[3]), NO_REGISTER)


def test_a_log_with_a_gap(office: OneClerk) -> None:
    alter(office.people, "DELETE FROM log WHERE n = 4")
    done = office("log", "verify", "--json")
    assert done.exit == LOG
    assert [finding["code"] for finding in json.loads(done.output)["findings"]][:1] == ["gap"]
    told(Result(done.arguments, done.exit, b"", done.errors), LOG)
    # The work goes on, and the gap stays told.
    assert len(office.save_all(PEOPLE[3:4])) == 1
    assert office("log", "verify").exit == LOG


def test_a_clock_set_back(office: OneClerk, tmp_path: Path) -> None:
    """The work goes on, and `verify` tells: times of the log are no longer to be trusted."""
    office.save_all(PEOPLE[3:4], environment=OtherMachine(tmp_path).clock(-86_400))
    assert len(office.find(citizen_id(PEOPLE[3]))) == 1
    done = office("log", "verify", "--json")
    assert done.exit == LOG
    assert "older" in {finding["code"] for finding in json.loads(done.output)["findings"]}


def test_two_at_once(office: OneClerk) -> None:
    sides = [PEOPLE[3:20], PEOPLE[20:40]]
    started = [
        subprocess.Popen(
            office.command("save", "-", "--purpose", PURPOSE, "--json"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            cwd=office.folder, env=office.environment)
        for _ in sides
    ]
    for process, side in zip(started, sides):
        assert process.stdin is not None
        process.stdin.write(b"".join(side))
        process.stdin.close()
    for process, side in zip(started, sides):
        assert process.stdout is not None
        assert len(process.stdout.read().splitlines()) == len(side) + 1
        assert process.wait(timeout=30) == 0
        process.stdout.close()
    check(office, 40)


def test_somebody_writes_for_too_long(office: OneClerk) -> None:
    database = sqlite3.connect(office.keys, isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    told(save(office, PEOPLE[3]), NO_REGISTER)
    told(find(office), NO_REGISTER)
    database.execute("ROLLBACK")
    database.close()
    check(office)


def test_a_record_that_is_no_card_s(office: OneClerk) -> None:
    large = json.loads(PEOPLE[3])
    large["card"]["address"]["full"] = "ก" * (1 << 20)
    told(save(office, json.dumps(large).encode() + b"\n"), RECORD, 21)
    for bad in (b"{", b"[]\n", b'{"schema":"thaiid.record/1"}\n', b"\xff\xfe\n", b"\0" * 100_000):
        told(save(office, bad), RECORD, 21)
    check(office)


def test_a_name_of_nothing_but_marks(office: OneClerk) -> None:
    """As long as a card has room for; shown as it came, byte for byte, and found by what of it can be typed."""
    marks = "ก" + "่" * 52
    record = json.loads(PEOPLE[3])
    name = record["card"]["nameThai"]
    name["first"], name["full"] = marks, f"{name['title']}{marks} {name['last']}"
    [answer] = office.save_all([json.dumps(record, ensure_ascii=False).encode() + b"\n"])
    [shown] = office.ok("show", "--person", answer["person"], "--purpose", PURPOSE)
    assert marks in json.dumps(shown, ensure_ascii=False)
    for part in (marks, "ก" + "่" * 3, name["last"]):
        found = office.ok("find", "--name", part, "--purpose", PURPOSE)
        assert answer["person"] in [person["person"] for person in found]
    assert [person["nameThai"]["first"] for person in office.find(citizen_id(PEOPLE[3]))] == [marks]
    text = office("find", "--name", marks, "--purpose", PURPOSE)
    assert text.exit == 0 and marks in text.text


def test_a_disk_of_another_machine(office: OneClerk, tmp_path: Path) -> None:
    """As the system would say of NFS."""
    remote = OtherMachine(tmp_path).disks(OtherMachine.NFS)
    error = told(find(office, environment=remote), NO_REGISTER)
    assert "nfs" in error["message"]
    told(save(office, PEOPLE[3], environment=remote), NO_REGISTER)
    away = tmp_path / "new"
    told(
        office(
            "init", "--no-input", "--open-account", "--json", "--store", f"sqlite:{away}", "--key-file", tmp_path / "new.key",
            "--recovery", tmp_path / "new.txt", environment=remote | {"XDG_CONFIG_HOME": str(tmp_path / "config")}),
        NO_REGISTER)
    assert not away.exists()
    check(office)


def test_a_folder_that_is_no_register(office: OneClerk, tmp_path: Path) -> None:
    for place in (tmp_path / "nothing", tmp_path / "empty", tmp_path / "texts", tmp_path / "other"):
        if place.name != "nothing":
            place.mkdir()
        for name in ("people.sqlite", "keys.sqlite"):
            if place.name == "texts":
                (place / name).write_text("Dear Sir or Madam,\n" * 1_000)
            if place.name == "other":
                alter(place / name, "CREATE TABLE person (id)")
        for done in (
            office("find", "--name", "ก", "--purpose", PURPOSE, "--json", "--store", f"sqlite:{place}"),
            office("save", "-", "--purpose", PURPOSE, "--json", "--store", f"sqlite:{place}", input=PEOPLE[0]),
        ):
            told(done, NO_REGISTER)


@pytest.mark.parametrize("left", [0, 50, 4_096, 20_000])
@pytest.mark.parametrize("name", ["people.sqlite", "keys.sqlite"])
def test_a_file_that_is_cut(office: OneClerk, name: str, left: int) -> None:
    assert not list(office.store.glob("*-wal"))
    os.truncate(office.store / name, left)
    told(find(office), NO_REGISTER)
    told(save(office, PEOPLE[3]), NO_REGISTER)


def test_keys_of_another_store(office: OneClerk, tmp_path: Path) -> None:
    other = OneClerk(tmp_path / "second")
    kept = office.keys.read_bytes()
    shutil.copy(other.keys, office.keys)
    told(find(office), NO_REGISTER)
    told(save(office, PEOPLE[3]), NO_REGISTER)
    office.keys.write_bytes(kept)
    check(office)
