"""`thaiid apdu`: commands as they stand, to a reader, a recording and a virtual card."""

from __future__ import annotations

import json
from pathlib import Path

import faults
import pytest
from commandline import Tool
from scriptedcard import Insert
from traces import FIXTURES

SELECT = "a40400:a000000054480001"
CITIZEN_ID = [SELECT, "c0/0a", "80b00004:000d", "c0/0d="]
READ_BACK = [
    "> 00A4040008A000000054480001", "< 610A", "> 00C000000A", "< 8408A0000000544800019000", "> 80B0000402000D", "< 610D",
    "> 00C000000D",
]


def test_commands_go_out_as_they_stand_and_answers_come_back(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    result = thaiid("apdu", *CITIZEN_ID)
    assert result.exit == 0, result
    sent = [command.hex().upper() for command in card.commands]
    assert sent == ["00A4040008A000000054480001", "00C000000A", "80B0000402000D", "00C000000D"]
    atr, *lines = result.text.splitlines()
    assert atr == f"ATR: {card.image.atr.hex().upper()}"
    assert [line[2:] for line in lines[::2]] == sent
    assert bytes.fromhex(lines[-1][2:]) == card.image.peek(4, 13) + b"\x90\x00"


def test_nothing_stays_selected(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    assert thaiid("apdu", SELECT).exit == 0
    assert card.resets == 1
    assert thaiid("apdu", "80b00004:000d=").exit == 20


@pytest.mark.parametrize("source", [
    ("--replay", FIXTURES / "rural.trace"), ("--card", FIXTURES / "rural.trace"), ("--card", FIXTURES / "rural.json"), ("--sample",)])
def test_without_a_reader(without_service: Tool, source: tuple[str, ...]) -> None:
    result = without_service("apdu", *CITIZEN_ID, *source)
    assert (result.exit, result.errors) == (0, b"")
    assert result.text.splitlines()[1:8] == READ_BACK


def test_get_response_fetches_what_waits(without_service: Tool) -> None:
    result = without_service("apdu", "--sample", "--get-response", SELECT + "=", "80b00004:000d=", "a40400=", "80ca9f7f=")
    assert result.exit == 0, result
    assert result.text.count("> ") == 8


def test_json_is_a_line_an_exchange(without_service: Tool) -> None:
    lines = [json.loads(line) for line in without_service("apdu", "--sample", "--json", *CITIZEN_ID).output.splitlines()]
    assert [(line["command"], line["status"]) for line in lines] == [
        ("00A4040008A000000054480001", "610A"), ("00C000000A", "9000"), ("80B0000402000D", "610D"), ("00C000000D", "9000")]
    assert bytes.fromhex(lines[-1]["data"]) == b"1000000000009"


def test_lines_from_standard_input(without_service: Tool) -> None:
    script = "# the citizen ID\n\n" + "\r\n".join(CITIZEN_ID)
    result = without_service("apdu", "--sample", "-", input=script.encode())
    assert result.exit == 0
    assert result.text.splitlines()[1:8] == READ_BACK


def test_output_is_a_recording_in_hex(without_service: Tool, tmp_path: Path) -> None:
    lines = without_service("apdu", *CITIZEN_ID, "--replay", FIXTURES / "rural.trace").output
    converted = without_service("trace", "convert", "-", "--to", "thaiid", "-o", tmp_path / "own.trace", input=lines)
    assert converted.exit == 0, converted
    explained = without_service("trace", "explain", tmp_path / "own.trace", "--lang", "en", "--no-values").text
    assert "Citizen ID" in explained


# Harm

@pytest.mark.parametrize("unsafe", [
    "20:31323334", "00200081:31323334", "8020:31323334", "10a40400", "0ca40400", "01b0", "24", "2c", "d6:00", "da:00", "e2:00",
    "80000000/17"])
def test_nothing_is_sent_where_one_command_may_do_harm(thaiid: Tool, insert: Insert, unsafe: str) -> None:
    card = insert()
    result = thaiid("apdu", "--json", SELECT, unsafe)
    assert (result.exit, result.error["code"]) == (24, "refused")
    assert card.commands == []
    assert b"3132" not in result.errors


def test_whole_commands_are_judged_alike(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    assert thaiid("apdu", "--json", "-s", "00A40400", "-s", "002000810431323334").error["code"] == "refused"
    assert card.commands == []
    assert thaiid("apdu", "--allow-unsafe", "-s", "002000810431323334").exit == 0
    assert card.commands == [bytes.fromhex("002000810431323334")]


def test_harm_is_done_where_that_is_asked_for(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    result = thaiid("apdu", "--allow-unsafe", "20:31323334")
    assert (result.exit, len(card.commands)) == (0, 1)


# What goes wrong

def test_other_status_word_than_expected_ends_it(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    result = thaiid("apdu", "--lang", "en", SELECT + "=", "c0/0a")
    assert result.exit == 20
    assert len(card.commands) == 1
    assert result.text.splitlines()[1:] == READ_BACK[:2]
    assert "Command 1: the card answered 610A instead of 9000." in result.error_text
    assert "--get-response" in result.error_text


def test_card_that_is_pulled(thaiid: Tool, insert: Insert) -> None:
    insert(faults.remove_before(3))
    result = thaiid("apdu", "--json", *CITIZEN_ID)
    error = json.loads(result.errors)
    assert (result.exit, error["code"], error["reader"]) == (15, "card-removed", "Virtual PCD 00 00")
    assert [json.loads(line)["status"] for line in result.output.splitlines()] == ["610A", "9000", None]


@pytest.mark.parametrize("text, place", [("a404", None), ("a4040", "column 5"), ("a4:0", "column 4"), ("a4=12", "column 6"), ("zz", "column 1")])
def test_malformed_command_names_the_place(without_service: Tool, text: str, place: str | None) -> None:
    result = without_service("apdu", "--sample", "--allow-unsafe", "--lang", "en", "a4", text)
    assert result.exit == (64 if place else 0)
    assert place is None or f"Command 2, {place}: expected" in result.error_text


def test_endless_answers_end(thaiid: Tool, insert: Insert) -> None:
    insert(faults.endless_61(2))
    assert json.loads(thaiid("apdu", "--json", "--get-response", SELECT).errors)["code"] == "limit"


def test_more_commands_than_a_read_may_have_are_refused(without_service: Tool) -> None:
    assert without_service("apdu", "--sample", "--json", "-", input=b"a4\n" * 513).error["code"] == "usage"
    assert without_service("apdu", "--sample", "--json", "-", input=b"").error["code"] == "usage"
    assert without_service("apdu", "--sample", "--json", "-", input=b"a4" * (1 << 20)).error["code"] == "recording"


def test_hostile_command_reaches_no_terminal(without_service: Tool) -> None:
    result = without_service("apdu", "--sample", "a4:\x1b]0;x\x07\u202e")
    assert result.exit == 64
    assert b"\x1b" not in result.errors and "\u202e" not in result.error_text


def test_no_reader_and_no_card(without_reader: Tool, thaiid: Tool) -> None:
    assert without_reader("apdu", "--json", SELECT).error["code"] == "no-reader"
    assert thaiid("apdu", "--json", SELECT).error["code"] == "no-card"
