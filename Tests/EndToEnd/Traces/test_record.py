"""`thaiid trace record`: a read, written down for the owner's eyes."""

from __future__ import annotations

import json
import os
import pty
import subprocess

import faults
import pytest
from cardimage import STORAGE, CardImage
from commandline import Tool
from scriptedcard import Insert
from traces import FIXTURES, Trace, fixture_names

WARNING = "personal data"
TAIL = bytes(at * 7 % 256 for at in range(279))


def test_read_is_recorded_and_can_be_read_again(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    result = thaiid("trace", "record", "own.trace")
    assert (result.exit, result.output) == (0, b""), result
    assert WARNING in result.error_text and result.error_text.count("\n") == 1
    file = thaiid.home / "own.trace"
    trace = Trace.parse(file.read_text())
    assert [exchange.command for exchange in trace.exchanges] == card.commands
    assert (trace.atr, trace.reader) == (card.image.atr, "Virtual PCD 00 00")
    assert all(exchange.microseconds is not None for exchange in trace.exchanges)
    own, again = thaiid("read", "--json").record, thaiid("read", "--json", "--replay", file).record
    assert again["card"] == own["card"]
    assert again["read"]["source"] == "replay"


def test_file_is_for_its_owner(without_service: Tool) -> None:
    assert without_service("trace", "record", "own.trace", "--sample", wrapper=["sh", "-c", 'umask 0; exec "$@"', "sh"]).exit == 0
    assert (without_service.home / "own.trace").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in without_service.home.iterdir()] == ["own.trace"]


def test_warning_is_in_the_language_of_the_user(without_service: Tool) -> None:
    assert "ข้อมูลส่วนบุคคล" in without_service("trace", "record", "own.trace", "--sample", "--lang", "th").error_text


def test_no_file_is_overwritten_unasked(without_service: Tool) -> None:
    file = without_service.home / "own.trace"
    file.write_text("mine")
    refused = without_service("trace", "record", "own.trace", "--sample", "--lang", "en")
    assert (refused.exit, file.read_text()) == (24, "mine")
    assert WARNING not in refused.error_text
    assert without_service("trace", "record", "own.trace", "--sample", "--force").exit == 0
    assert file.read_text().startswith("thaiid-trace 1\n")


@pytest.mark.parametrize("options, commands", [((), 46), (("--no-photo",), 8), (("--fields", "citizenID"), 4), (("--chip",), 53)])
def test_depth_is_that_of_a_read(without_service: Tool, options: tuple[str, ...], commands: int) -> None:
    assert without_service("trace", "record", "own.trace", "--sample", *options).exit == 0
    assert len(Trace.parse((without_service.home / "own.trace").read_text()).exchanges) == commands


def test_failed_read_is_recorded_too(thaiid: Tool, insert: Insert) -> None:
    insert(faults.remove_before(9))
    result = thaiid("trace", "record", "own.trace", "--lang", "en")
    assert result.exit == 15
    assert WARNING in result.error_text and "removed" in result.error_text
    trace = Trace.parse((thaiid.home / "own.trace").read_text())
    assert len(trace.exchanges) == 9 and trace.exchanges[-1].failure == "card-removed"


def test_nothing_is_written_where_there_is_no_card(thaiid: Tool) -> None:
    result = thaiid("trace", "record", "own.trace", "--lang", "en")
    assert result.exit == 14
    assert WARNING not in result.error_text
    assert list(thaiid.home.iterdir()) == []


def test_recording_goes_into_a_pipe_but_not_to_a_terminal(without_service: Tool) -> None:
    piped = without_service("trace", "record", "-", "--sample")
    assert piped.exit == 0
    assert len(Trace.parse(piped.text).exchanges) == 46
    ours, theirs = pty.openpty()
    try:
        shown = without_service("trace", "record", "-", "--sample", stdout=theirs, stderr=subprocess.PIPE)
    finally:
        os.close(theirs)
        os.close(ours)
    assert shown.exit == 24
    assert b"terminal" in shown.errors


# --everything

def test_everything_is_every_byte_of_every_applet(thaiid: Tool, insert: Insert) -> None:
    image = CardImage(Trace.load("health"))
    padding = {offset: 0x20 for offset in range(0x1627)}
    image.bytes[STORAGE] = padding | image.bytes[STORAGE] | dict(enumerate(TAIL, 0x1627))
    insert(image=image)
    assert thaiid("trace", "record", "own.trace", "--everything").exit == 0
    trace = Trace.parse((thaiid.home / "own.trace").read_text())
    recorded = CardImage(trace)
    assert recorded.has(0, 5950, STORAGE)
    assert recorded.peek(0x1627, 279) == TAIL
    selected = [exchange.command[5:] for exchange in trace.exchanges if exchange.command[1] == 0xA4]
    assert {name.hex() for name in selected if len(name) == 8} == {"a000000054480001", "a000000084060002", "a000000054480083"}
    assert all(exchange.command[1] != 0xB0 or exchange.command[6] <= 255 for exchange in trace.exchanges)
    assert thaiid("trace", "check", "own.trace").exit == 0
    explained = thaiid("trace", "explain", "own.trace", "--no-values", "--lang", "en").text
    assert "READ 0x1627+255: bytes outside the table → 255 bytes wait" in explained


@pytest.mark.parametrize("status", [0x6B00, 0x6A86, 0x6700, 0x6282, 0x6F00])
def test_any_answer_behind_the_table_is_its_end(thaiid: Tool, insert: Insert, status: int) -> None:
    behind = bytes.fromhex("80B01627")
    insert(lambda index, command, answer: status.to_bytes(2, "big") if command.startswith(behind) else answer)
    assert thaiid("trace", "record", "own.trace", "--everything").exit == 0
    assert thaiid("trace", "check", "own.trace").exit == 0
    trace = Trace.parse((thaiid.home / "own.trace").read_text())
    assert [exchange.answer for exchange in trace.exchanges if exchange.command.startswith(behind)] == [status.to_bytes(2, "big")]


@pytest.mark.parametrize("name", [name for name in fixture_names() if name not in ("bad-check-digit", "version-0002")])
def test_everything_of_every_fixture_reads_back_alike(without_service: Tool, name: str) -> None:
    # Two hold bytes that no record can say; of one a field could not be read, and no card can be made of that.
    kind = "trace" if name in ("control-bytes", "cp874-bytes", "chip-refused") else "json"
    card = ("--card", FIXTURES / f"{name}.{kind}")
    assert without_service("trace", "record", "own.trace", "--everything", *card).exit == 0
    whole = without_service("read", "--json", "--chip", "--health", *card).record
    again = without_service("read", "--json", "--chip", "--health", "--replay", "own.trace").record
    assert {**again, "read": None} == {**whole, "read": None}


def test_recording_goes_into_a_virtual_card(thaiid: Tool) -> None:
    assert thaiid("trace", "record", "own.trace", "--sample", "--everything").exit == 0
    with thaiid.emulating(thaiid.home / "own.trace"):
        record = thaiid("read", "--json", "--chip").record
    assert record["card"]["citizenID"] == "1000000000009"
    assert json.loads(thaiid("read", "--json", "--sample").output)["card"] == record["card"]
