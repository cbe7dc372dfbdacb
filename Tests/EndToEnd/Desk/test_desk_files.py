"""What is done with each card at a desk: files, lines in files, programs; each once, and reported."""

from __future__ import annotations

import csv
import json
import os
import stat
import time
from pathlib import Path

import openpyxl
import pytest
from cardimage import CardImage
from commandline import Tool
from desk import Desk, entries, spool
from jsonschema import Draft202012Validator
from scriptedcard import Insert

def test_every_action_is_done_and_told(
    thaiid: Tool, insert: Insert, folder: Path, schemas: dict[str, Draft202012Validator],
) -> None:
    taken = folder / "taken.ndjson"
    program = script(folder, f"cat >> {taken}")
    with Desk(
        thaiid, "--save", folder / "cards", "--format", "json,csv,photo", "--append", folder / "visits-{date}.csv",
        "--append", folder / "visits.ndjson", "--append", folder / "visits.xlsx", "--exec", program,
    ) as desk:
        insert()
        read = desk.read()
        record = read["record"]
        reports = desk.actions(record["read"]["id"], 7)
    assert [told["event"] for told in reports] == ["action.done"] * 7, reports
    assert sorted(told["action"]["name"] for told in reports) == ["append"] * 3 + ["exec"] + ["save"] * 3
    for told in desk.told:
        schemas["event"].validate(told)
    files = sorted((folder / "cards").iterdir())
    assert [file.suffix for file in files] == [".csv", ".jpg", ".json"]
    assert {file.stem.split("-")[-1] for file in files} == {record["read"]["id"]}
    assert json.loads(files[2].read_text("utf-8")) == record
    assert json.loads(taken.read_text("utf-8")) == record
    assert json.loads((folder / "visits.ndjson").read_text("utf-8")) == record
    day = record["read"]["at"][:10]
    rows = list(csv.DictReader((folder / f"visits-{day}.csv").read_text("utf-8-sig").splitlines()))
    assert [row["citizenID"] for row in rows] == [record["card"]["citizenID"]]
    sheet = openpyxl.load_workbook(folder / "visits.xlsx").active
    assert [cell.value for cell in sheet[1]].index("citizenID") >= 0 and sheet.max_row == 2
    for file in [*files, *folder.glob("visits*")]:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert entries(thaiid) == [] and spool(thaiid) == []


def test_a_row_is_added_for_each_card_below_one_head(thaiid: Tool, insert: Insert, ordinary: CardImage, folder: Path) -> None:
    with Desk(thaiid, "--append", folder / "visits.csv", "--no-photo") as desk:
        for number in range(3):
            card = insert(image=ordinary.poke(0x0004, [b"2000000000007", b"3000000000005", b"1000000000009"][number]))
            desk.actions(desk.read(number + 1)["record"]["read"]["id"], 1)
            card.remove()
    rows = list(csv.DictReader((folder / "visits.csv").read_text("utf-8-sig").splitlines()))
    assert [row["citizenID"] for row in rows] == ["2000000000007", "3000000000005", "1000000000009"]


def test_what_fails_is_kept_told_and_done_as_soon_as_it_can_be(thaiid: Tool, insert: Insert, folder: Path) -> None:
    gate = folder / "gate"
    taken = folder / "taken"
    program = script(folder, f"test -e {gate} && cat >> {taken}")
    with Desk(thaiid, "--exec", program, "--append", folder / "visits.ndjson", "--no-photo") as desk:
        insert()
        read = desk.read()["record"]["read"]["id"]
        waiting = desk.until(lambda told: told["event"] == "action.waiting")
        assert (waiting["action"]["name"], waiting["error"]["code"]) == ("exec", "write") and waiting["next"]
        assert desk.until(lambda told: told["event"] == "action.done")["action"]["name"] == "append"
        assert [(entry["action"], entry["state"]) for entry in spool(thaiid)] == [("exec", "waiting")]
        gate.touch()
        desk.until(lambda told: told["event"] == "action.done" and told["action"]["name"] == "exec")
        assert json.loads(taken.read_text("utf-8"))["read"]["id"] == read
    assert entries(thaiid) == []


def test_what_waits_is_done_after_a_restart(thaiid: Tool, insert: Insert, folder: Path) -> None:
    gate, taken = folder / "gate", folder / "taken"
    program = script(folder, f"test -e {gate} && cat >> {taken}")
    with Desk(thaiid, "--exec", program, "--no-photo") as desk:
        card = insert()
        read = desk.read()["record"]["read"]["id"]
        desk.until(lambda told: told["event"] == "action.waiting")
        card.remove()
    assert len(entries(thaiid)) == 1
    gate.touch()
    with Desk(thaiid) as desk:
        pass
    with Desk(thaiid, "--append", folder / "other.csv") as desk:
        assert desk.actions(read, 1)[0]["event"] == "action.done"
    assert json.loads(taken.read_text("utf-8"))["read"]["id"] == read


def test_a_program_that_hangs_holds_up_nothing_else(thaiid: Tool, insert: Insert, folder: Path) -> None:
    program = script(folder, "cat > /dev/null; sleep 100")
    with Desk(thaiid, "--exec", program, "--append", folder / "visits.ndjson", "--no-photo") as desk:
        for number in (1, 2):
            card = insert()
            read = desk.read(number)["record"]["read"]["id"]
            assert desk.actions(read, 1)[0]["action"]["name"] == "append"
            card.remove()
        started = time.monotonic()
        desk.process.terminate()
        assert desk.process.wait(5) == 0 and time.monotonic() - started < 1
    assert len(entries(thaiid)) == 2 and len((folder / "visits.ndjson").read_bytes().splitlines()) == 2


def test_the_record_is_neither_in_arguments_nor_in_the_environment(thaiid: Tool, insert: Insert, folder: Path) -> None:
    seen = folder / "seen"
    program = script(folder, f"cat > /dev/null; {{ env; cat /proc/$$/cmdline; }} > {seen}")
    with Desk(thaiid, "--exec", program, HELLO="there") as desk:
        insert()
        record = desk.read()["record"]
        desk.actions(record["read"]["id"], 1)
    text = seen.read_text("utf-8")
    assert "HELLO=there" in text
    assert record["card"]["citizenID"] not in text and record["card"]["nameThai"]["first"] not in text


def test_the_same_card_again_is_announced_and_not_filed(thaiid: Tool, insert: Insert, ordinary: CardImage, folder: Path) -> None:
    options = ("--append", folder / "visits.csv", "--once-per", "10m", "--no-photo")
    with Desk(thaiid, *options) as desk:
        for number in range(2):
            card = insert()
            desk.read(number + 1)
            card.remove()
        insert(image=ordinary.poke(0x0004, b"2000000000007"))
        desk.actions(desk.read(3)["record"]["read"]["id"], 1)
    # Over a restart, too: the card may still be in.
    with Desk(thaiid, *options) as desk:
        desk.read(1)
        time.sleep(0.3)
    rows = list(csv.DictReader((folder / "visits.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 2
    kept = (thaiid.home / ".local/state/thaiid/spool/recent").read_text("utf-8")
    assert "000000" not in kept and len(kept.splitlines()) == 2


def test_an_expired_card_is_shown_and_not_filed(thaiid: Tool, insert: Insert, ordinary: CardImage, folder: Path) -> None:
    expired = ordinary.poke(0x016F, b"25650101")
    with Desk(thaiid, "--append", folder / "visits.csv", "--require-valid", "--no-photo") as desk:
        card = insert(image=expired)
        assert desk.read()["record"]["card"]["expiryDate"]["iso"] == "2022-01-01"
        card.remove()
        insert()
        desk.actions(desk.read(2)["record"]["read"]["id"], 1)
    rows = list(csv.DictReader((folder / "visits.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 1


def test_masked_and_chosen_fields_are_all_that_files_get(thaiid: Tool, insert: Insert, folder: Path) -> None:
    with Desk(
        thaiid, "--append", folder / "visits.ndjson", "--save", folder / "cards", "--format", "csv", "--mask", "--fields",
        "citizenID,nameThai",
    ) as desk:
        insert()
        desk.actions(desk.read()["record"]["read"]["id"], 2)
    record = json.loads((folder / "visits.ndjson").read_text("utf-8"))
    assert set(record["card"]) == {"citizenID", "nameThai"} and record["card"]["citizenID"].startswith("x-xxxx")
    for file in folder.rglob("*.*"):
        assert not file.is_file() or b"000000000" not in file.read_bytes(), file


def test_a_table_with_other_columns_is_left_alone(thaiid: Tool, insert: Insert, folder: Path) -> None:
    visits = folder / "visits.csv"
    theirs = "name,room\r\nสมชาย,12\r\n".encode()
    visits.write_bytes(theirs)
    with Desk(thaiid, "--append", visits, "--no-photo") as desk:
        insert()
        report = desk.actions(desk.read()["record"]["read"]["id"], 1)[0]
    assert (report["event"], report["error"]["code"]) == ("action.failed", "refused")
    assert visits.read_bytes() == theirs
    assert [entry["state"] for entry in spool(thaiid)] == ["failed"]


def test_the_spool_is_sealed_listed_without_names_and_dropped(thaiid: Tool, insert: Insert, folder: Path) -> None:
    with Desk(thaiid, "--exec", script(folder, "exit 3")) as desk:
        insert()
        record = desk.read()["record"]
        desk.until(lambda told: told["event"] == "action.waiting")
    (entry,) = entries(thaiid)
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600 and stat.S_IMODE(entry.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((thaiid.home / ".local/share/thaiid/spool.key").stat().st_mode) == 0o600
    for secret in (record["card"]["citizenID"], record["card"]["nameThai"]["first"], record["card"]["nameEnglish"]["first"]):
        assert secret.encode() not in entry.read_bytes()
        assert secret not in thaiid("spool", "list").text + thaiid("spool", "list", "--lang", "th").text
    name = entry.name.removesuffix(".entry")
    assert name.startswith(record["read"]["id"])
    failed = thaiid("spool", "retry", name)
    assert failed.exit == 23 and entry.exists()
    assert thaiid("spool", "drop", name).exit == 0 and not entry.exists()
    assert thaiid("spool", "drop", name).exit == 64
    assert thaiid("spool", "list").text == "Nothing is waiting.\n"


def test_an_entry_of_another_key_is_named_and_left(thaiid: Tool, insert: Insert, folder: Path) -> None:
    with Desk(thaiid, "--exec", script(folder, "exit 3"), "--no-photo") as desk:
        insert()
        desk.until(lambda told: told["event"] == "action.waiting")
    key = thaiid.home / ".local/share/thaiid/spool.key"
    key.write_bytes(os.urandom(32))
    assert [entry["state"] for entry in spool(thaiid)] == ["unreadable"]
    assert thaiid("spool", "retry").exit == 24
    assert len(entries(thaiid)) == 1


def test_a_full_disk_keeps_the_card_in_memory_until_there_is_room(thaiid: Tool, insert: Insert, folder: Path) -> None:
    # A file system of its own for the spool and what is written, with room for nearly nothing.
    room = folder / "room"
    room.mkdir()
    thaiid.pcsc.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", room]).check_returncode()
    thaiid.pcsc.run(["sh", "-c", f"head -c 65536 /dev/zero > {room}/full"])
    with Desk(thaiid, "--append", room / "visits.ndjson", "--no-photo", XDG_STATE_HOME=str(room)) as desk:
        insert()
        read = desk.read()["record"]["read"]["id"]
        waiting = desk.actions(read, 1)[0]
        assert (waiting["event"], waiting["error"]["code"]) == ("action.waiting", "write")
        thaiid.pcsc.run(["rm", f"{room}/full"])
        desk.until(lambda told: told["event"] == "action.done", 20)
        lines = thaiid.pcsc.run(["cat", room / "visits.ndjson"]).stdout.splitlines()
    assert [json.loads(line)["read"]["id"] for line in lines] == [read]


@pytest.mark.parametrize("number", [15, 2, 1])
def test_signals_end_it_within_a_second(thaiid: Tool, insert: Insert, folder: Path, number: int) -> None:
    with Desk(thaiid, "--append", folder / "visits.csv") as desk:
        insert()
        desk.read()
        started = time.monotonic()
        desk.process.send_signal(number)
        assert desk.process.wait(5) == {15: 0, 2: 130, 1: 129}[number]
        assert time.monotonic() - started < 1


def script(folder: Path, text: str) -> Path:
    """A program that does this."""
    program = folder / "program"
    program.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    program.chmod(0o755)
    return program
