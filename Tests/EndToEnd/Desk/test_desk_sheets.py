"""Sheets of each card at a desk: the same bytes whenever they are drawn, one line in the log, on paper once at most."""

from __future__ import annotations

import json
import os
import stat
import time
from pathlib import Path

import pytest
from cardimage import CardImage
from commandline import Tool
from desk import Desk, entries, spool
from printserver import PrintServer
from scriptedcard import Insert

SHEET = ("--sheet", "--purpose", "สมัครสมาชิกห้องสมุด", "--log", "log", "--log-key", "key")


def log(thaiid: Tool) -> list[dict[str, object]]:
    return [json.loads(line) for line in (thaiid.home / "log").read_text("utf-8").splitlines()]


def test_each_card_gets_its_sheet_in_the_folder_in_the_log_and_on_paper(
    printing: Tool, server: PrintServer, insert: Insert, ordinary: CardImage,
) -> None:
    server.add("office")
    with Desk(printing, *SHEET, "--print", "office", "--save", "cards", "--format", "csv") as desk:
        for number in (1, 2):
            card = insert(image=ordinary.poke(0x0004, [b"2000000000007", b"3000000000005"][number - 1]))
            record = desk.read(number)["record"]
            done = {told["action"]["name"]: told for told in desk.actions(record["read"]["id"], 2)}
            assert {told["event"] for told in done.values()} == {"action.done"}, done
            sheet = done["sheet"]["action"]
            assert sheet["job"] == f"office-{number}"
            document, _ = server.job("office", number)
            assert document == Path(sheet["file"]).read_bytes() and document.startswith(b"%PDF")
            assert Path(sheet["file"]).name == f"sheet-{sheet['sheet']}.pdf"
            line = log(printing)[number - 1]
            assert (line["event"], line["audit"], line["sheetAt"]) == ("issued", sheet["sheet"], record["read"]["at"])
            card.remove()
    assert len(log(printing)) == 2 and entries(printing) == []


def test_a_printer_that_is_gone_gets_its_sheets_when_it_is_back(
    printing: Tool, server: PrintServer, insert: Insert,
) -> None:
    with Desk(printing, *SHEET, "--print", "office") as desk:
        card = insert()
        waiting = desk.actions(desk.read(1)["record"]["read"]["id"], 1)[0]
        assert (waiting["event"], waiting["error"]["code"]) == ("action.waiting", "write")
        card.remove()
        server.add("office")
        desk.until(lambda told: told["event"] == "action.done")
        server.job("office", 1)
    lines = log(printing)
    assert [line["event"] for line in lines] == ["issued"], "logged once, however often it was tried"


def test_after_a_crash_while_printing_a_person_is_asked(printing: Tool, server: PrintServer, insert: Insert) -> None:
    # An lp that takes the job and does not come back: nobody can know whether there is paper.
    slow = slow_lp(printing)
    with Desk(printing, *SHEET, "--print", "office", PATH=f"{slow}:{os.environ['PATH']}") as desk:
        insert()
        read = desk.read()["record"]["read"]["id"]
        until((slow / "started").exists)
        desk.process.kill()
        desk.process.wait(5)
    server.add("office")
    with Desk(printing, *SHEET, "--print", "office", "--once-per", "10m") as desk:
        asked = desk.actions(read, 1)[0]
        assert (asked["event"], asked["error"]["code"]) == ("action.failed", "refused")
    (entry,) = [entry for entry in spool(printing) if entry["entry"].startswith(read)]
    assert entry["state"] == "asks" and entry["sheet"] == asked["action"]["sheet"]
    assert "Is it on paper?" in printing("spool", "list").text
    assert "พิมพ์ออกมาแล้วหรือยัง" in printing("spool", "list", "--lang", "th").text
    assert printing("spool", "retry").exit == 0 and spool(printing) != [], "without its name it is left alone"
    jobs = len(list((server.folder / "kept").glob("*.json")))
    assert printing("spool", "retry", entry["entry"]).exit == 0
    until(lambda: len(list((server.folder / "kept").glob("*.json"))) == jobs + 1)
    assert [line["event"] for line in log(printing) if line["audit"] == entry["sheet"]] == ["issued"]


def test_a_sheet_that_is_dropped_is_said_in_the_log_to_have_come_to_nothing(printing: Tool, insert: Insert) -> None:
    with Desk(printing, *SHEET, "--print", "nowhere") as desk:
        insert()
        desk.actions(desk.read()["record"]["read"]["id"], 1)
    (entry,) = spool(printing)
    assert printing("spool", "drop", entry["entry"]).exit == 0
    assert [(line["event"], line["audit"]) for line in log(printing)] == [
        ("issued", entry["sheet"]), ("failed", entry["sheet"])]


def test_a_sheet_drawn_again_has_the_same_bytes(printing: Tool, insert: Insert, folder: Path) -> None:
    # The folder is full of another's first: a file where the folder is to be.
    (printing.home / "cards").write_text("in the way")
    with Desk(printing, *SHEET, "--save", "cards", "--format", "csv") as desk:
        insert()
        read = desk.read()["record"]["read"]["id"]
        desk.until(lambda told: told["event"] == "action.waiting" and told["action"]["name"] == "sheet")
        number = log(printing)[0]["audit"]
        (printing.home / "cards").unlink()
        done = desk.until(lambda told: told["event"] == "action.done" and told["action"]["name"] == "sheet")
    assert done["action"]["sheet"] == number and len(log(printing)) == 1
    assert stat.S_IMODE(Path(done["action"]["file"]).stat().st_mode) == 0o600
    record = next(told["record"] for told in desk.told if told["event"] == "card.read")
    again = printing(
        "sheet", "--from", "-", "--purpose", "สมัครสมาชิกห้องสมุด", "--audit", number, "--at", record["read"]["at"], "-o", "-",
        input=json.dumps(record).encode())
    assert again.exit == 0 and again.output == Path(done["action"]["file"]).read_bytes() and read


@pytest.mark.parametrize(("options", "exit"), [
    (("--sheet", "--purpose", "x"), 64),
    (("--sheet", "--print"), 24),
    (("--print",), 64),
    (("--sheet", "--purpose", "x", "--save", "cards", "--log", "log"), 24),
])
def test_what_is_wrong_with_a_sheet_is_said_before_the_first_card(
    printing: Tool, options: tuple[str, ...], exit: int,
) -> None:
    assert printing("watch", "--ndjson", *options).exit == exit


def slow_lp(thaiid: Tool) -> Path:
    folder = thaiid.home / "slow"
    folder.mkdir()
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\ncat > /dev/null\ntouch {folder}/started\nsleep 60\n")
    program.chmod(0o755)
    return folder


def until(condition: object, seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.01)
