"""The tool's commands and options, each as a user meets it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import signal
from pathlib import Path
from typing import Any

import pytest
from canary import told_by
from cardimage import CardImage
from commandline import Tool
from jsonschema import Draft202012Validator
from privatepcsc import READERS
from scriptedcard import Insert, ScriptedCard
from traces import FIXTURES, Trace

COMMANDS = ["read", "readers", "doctor", "check-id", "schema", "emulate"]
SAMPLE = ("read", "--sample")


def apart_from_the_read(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "read"}


# thaiid readers

def test_readers_lists_readers_and_cards(thaiid: Tool, insert: Insert) -> None:
    insert(slot=1)
    text = thaiid("readers").text
    assert all(name in text for name in READERS)
    listed = json.loads(thaiid("readers", "--json").output)
    assert [reader["name"] for reader in listed["readers"]] == list(READERS)
    empty, full = listed["readers"]
    assert (empty["number"], empty["card"], empty["atr"], empty["looksLikeThaiID"]) == (1, "absent", None, False)
    atr = Trace.load("ordinary").atr.hex().upper()
    assert (full["number"], full["card"], full["atr"], full["looksLikeThaiID"]) == (2, "present", atr, True)


def test_readers_tells_other_cards_by_their_atr(thaiid: Tool, insert: Insert, ordinary: CardImage) -> None:
    other = ordinary.poke(0, b"")
    other.atr = bytes.fromhex("3B6800000073C84013009000")
    insert(image=other)
    reader = json.loads(thaiid("readers", "--json").output)["readers"][0]
    assert (reader["card"], reader["looksLikeThaiID"]) == ("present", False)


def test_readers_without_a_service_and_without_a_reader(without_service: Tool, without_reader: Tool) -> None:
    assert without_service("readers", "--json").error["code"] == "no-service"
    assert without_reader("readers", "--json").error["code"] == "no-reader"


# thaiid doctor

def test_doctor_finds_everything_well(thaiid: Tool, insert: Insert) -> None:
    insert()
    assert thaiid("doctor").exit == 0
    report = json.loads(thaiid("doctor", "--json").output)
    assert [check["check"] for check in report["checks"]] == [
        "service", "access", "driver", "reader", "card", "thaiID", "drawing", "printer", "spool", "settings"]
    assert all(check["ok"] for check in report["checks"]), report


def test_doctor_looks_at_the_desk_where_no_card_can_be_read(without_service: Tool, lonely: Tool) -> None:
    checks = {check["check"]: check for check in json.loads(without_service("doctor", "--json").output)["checks"]}
    assert {"service", "drawing", "printer", "settings", "spool"} == set(checks) and not checks["service"]["ok"]
    result = lonely("doctor", "--lang", "th")
    assert result.exit == 14 and "thaiid-render" in result.text, "what lacks a desk is no reason of its own"


def test_the_bundle_holds_what_a_report_needs_and_nobody(
    thaiid: Tool, insert: Insert, secret: CardImage, schemas: dict[str, Draft202012Validator], folder: Path,
) -> None:
    insert(image=secret)
    bundle = folder / "bundle.json"
    assert thaiid("doctor", "--bundle", bundle).exit == 0
    report = json.loads(bundle.read_text("utf-8"))
    schemas["doctor"].validate(report)
    assert {"version", "system", "kernel"} <= set(report["system"])
    assert told_by(bundle.read_bytes(), secret) == [] and os.uname().nodename not in bundle.read_text("utf-8")
    assert thaiid("doctor", "--bundle", bundle).exit == 24, "another's file stays"


def test_doctor_says_what_to_do_without_a_service(without_service: Tool) -> None:
    result = without_service("doctor")
    assert "pcscd" in result.text
    assert result.exit == 10


def test_doctor_says_that_there_is_no_reader(without_reader: Tool) -> None:
    assert without_reader("doctor").exit == 12


def test_doctor_says_that_there_is_no_card(thaiid: Tool) -> None:
    assert thaiid("doctor").exit == 14


# thaiid check-id

def test_check_id_of_good_numbers(thaiid: Tool) -> None:
    numbers = ["1000000000009", "2000000000007", "1-2345-67890-12-1", "8 0000 00000 00 6"]
    result = thaiid("check-id", *numbers)
    assert (result.exit, result.errors) == (0, b"")
    assert len(result.text.splitlines()) == len(numbers)


@pytest.mark.parametrize("number", ["1000000000008", "1234567890123", "100000000000", "10000000000090", "x", "１０００００００００００９", ""])
def test_check_id_of_a_wrong_number(thaiid: Tool, number: str) -> None:
    assert thaiid("check-id", "1000000000009", "--", number).exit == 20


def test_check_id_of_standard_input(thaiid: Tool) -> None:
    good = thaiid("check-id", input=b"1000000000009\n2000000000007\n")
    assert (good.exit, len(good.text.splitlines())) == (0, 2)
    bad = thaiid("check-id", input=b"1000000000009\n1000000000008\n2000000000007")
    assert (bad.exit, len(bad.text.splitlines())) == (20, 3)
    assert thaiid("check-id", input=b"").exit == 0


# thaiid read

def test_read_for_people_in_thai_and_english(thaiid: Tool, insert: Insert) -> None:
    insert()
    record = json.loads((FIXTURES / "ordinary.json").read_text("utf-8"))["card"]
    english, thai = thaiid("read", "--lang", "en"), thaiid("read", "--lang", "th")
    for result in (english, thai):
        assert (result.exit, result.errors) == (0, b"")
        assert record["nameThai"]["full"] in result.text
        assert record["nameEnglish"]["full"] in result.text
        assert record["address"]["full"].split(" ")[-1] in result.text
    assert english.text != thai.text
    assert re.search("[ก-๙]", thai.text.splitlines()[0])
    assert thaiid("read", environment={"LC_ALL": "th_TH.UTF-8", "LANG": "th_TH.UTF-8"}).text == thai.text


def test_read_chosen_fields_in_few_exchanges(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    record = thaiid("read", "--json", "--fields", "citizenID").record
    assert record["card"] == {"citizenID": card.image.peek(4, 13).decode()}
    assert len(card.commands) == record["read"]["exchanges"] == 4
    record = thaiid("read", "--json", "--fields", "nameThai,sex").record
    assert {"nameThai", "sex"} <= set(record["card"])
    assert "photo" not in record["card"] and "address" not in record["card"]


def test_read_sends_exactly_the_planned_commands(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    assert thaiid("read", "--json", "--no-photo").record["read"]["exchanges"] == 8
    assert [command.hex().upper() for command in card.commands] == [
        "00A4040008A000000054480001", "00C000000A", "80B000000200FF", "00C00000FF",
        "80B000FF020078", "00C0000078", "80B015790200AE", "00C00000AE"]
    card.commands.clear()
    assert thaiid("read", "--json", "--chip", "--health").exit == 0
    assert card.commands == [exchange.command for exchange in Trace.load("ordinary").exchanges]


def test_read_leaves_out_what_was_not_asked_for(thaiid: Tool, insert: Insert) -> None:
    insert()
    record = thaiid("read", "--json", "--no-photo").record
    assert "photo" not in record["card"] and not {"chip", "health"} & set(record)


def test_read_mask(thaiid: Tool, insert: Insert) -> None:
    insert()
    plain, masked = thaiid("read", "--json").record["card"], thaiid("read", "--json", "--mask").record["card"]
    for key in ("citizenID", "issuerCode"):
        digits = plain[key]
        assert masked[key] == f"x-xxxx-xxxxx-{digits[10:12]}-{digits[12]}"
    assert plain["citizenID"] not in thaiid("read", "--mask").text


def test_read_stats(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    result = thaiid("read", "--json", "--stats")
    assert result.exit == 0
    assert str(len(card.commands)) in result.error_text
    assert json.loads(result.output)["read"]["exchanges"] == len(card.commands)


def test_read_photo_is_what_the_card_holds(thaiid: Tool, insert: Insert, tmp_path: Path) -> None:
    card = insert()
    photo = tmp_path / "photo.jpg"
    record = thaiid("read", "--json", "--photo", photo).record["card"]["photo"]
    length = int.from_bytes(card.image.peek(0x0179, 2), "big")
    assert photo.read_bytes() == card.image.peek(0x017B, length) == base64.b64decode(record["base64"])
    assert record["sha256"] == hashlib.sha256(photo.read_bytes()).hexdigest()


def test_read_record_then_replay_gives_the_same_record(thaiid: Tool, insert: Insert, tmp_path: Path) -> None:
    card = insert()
    recording = tmp_path / "card.trace"
    read = thaiid("read", "--json", "--chip", "--health", "--trace", recording).record
    replayed = thaiid("read", "--json", "--chip", "--health", "--replay", recording).record
    assert apart_from_the_read(replayed) == apart_from_the_read(read)
    assert replayed["read"]["source"] == "replay"
    assert {key: replayed["read"][key] for key in ("reader", "atr", "exchanges")} == {
        key: read["read"][key] for key in ("reader", "atr", "exchanges")}
    trace = Trace.parse(recording.read_text("utf-8"))
    assert trace.atr == card.image.atr
    assert [exchange.command for exchange in trace.exchanges] == card.commands
    assert all(exchange.microseconds is not None for exchange in trace.exchanges)


def test_read_sample_needs_nothing(without_service: Tool) -> None:
    result = without_service(*SAMPLE)
    assert (result.exit, result.errors) == (0, b"")
    record = without_service(*SAMPLE, "--json").record
    assert record["read"]["source"] == "virtual"
    assert record["card"]["citizenID"][1:5] == "0000"


def test_read_waits_for_the_card(thaiid: Tool, ordinary: CardImage) -> None:
    with thaiid.running("read", "--json", "--wait=10") as reading, ScriptedCard(thaiid.pcsc, ordinary):
        assert thaiid.finish(reading).record["read"]["reader"] == READERS[0]


def test_read_picks_a_reader_by_name_or_number(thaiid: Tool, insert: Insert, ordinary: CardImage) -> None:
    insert(slot=0)
    insert(slot=1, image=ordinary.poke(4, b"2000000000007"))
    numbers = [ordinary.peek(4, 13).decode(), "2000000000007"]
    by_name = [thaiid("read", "--json", "--reader", name).record for name in READERS]
    assert [record["card"]["citizenID"] for record in by_name] == numbers
    by_number = [thaiid("read", "--json", "--reader", number).record for number in ("1", "2")]
    assert [record["read"]["reader"] for record in by_number] == list(READERS)


def test_emulate_ends_with_a_signal(thaiid: Tool) -> None:
    for number, ends in ((signal.SIGINT, {0, 130}), (signal.SIGTERM, {0, 143, -signal.SIGTERM})):
        with thaiid.emulating(FIXTURES / "ordinary.trace") as emulator:
            emulator.send_signal(number)
            assert thaiid.finish(emulator, 2).exit in ends
        thaiid.pcsc.wait_until_empty()


def test_emulate_fills_either_reader(thaiid: Tool) -> None:
    with thaiid.emulating(FIXTURES / "ordinary.trace", slot=1):
        assert thaiid("read", "--json").record["read"]["reader"] == READERS[1]


def test_emulate_a_malformed_file(thaiid: Tool, tmp_path: Path) -> None:
    bad = tmp_path / "bad.trace"
    bad.write_text("thaiid-trace 1\n")
    assert thaiid("emulate", bad).exit == 22


# Help

@pytest.mark.parametrize("command", [[], *([command] for command in COMMANDS)], ids=lambda command: " ".join(command) or "thaiid")
def test_help(thaiid: Tool, command: list[str]) -> None:
    result = thaiid(*command, "--help")
    assert (result.exit, result.errors) == (0, b"")
    assert "USAGE" in result.text
    if not command:
        assert all(name in result.text for name in COMMANDS)
