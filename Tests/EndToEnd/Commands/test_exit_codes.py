"""Every exit code that scripts may rely on, made to happen for real."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import faults
import pcscfaults
import pytest
from cardimage import CardImage
from commandline import Result, Tool
from jsonschema import Draft202012Validator
from otherprogram import OtherProgram
from pcscfaults import Interposer, wait_for_call
from privatepcsc import READERS
from scriptedcard import Insert
from traces import FIXTURES

Fails = Callable[[Result, int, str], None]


@pytest.fixture
def fails(schemas: dict[str, Draft202012Validator]) -> Fails:
    """Asserts that a run with --json ended in this error: one valid JSON line on standard error, nothing else."""
    def fails(result: Result, exit: int, code: str) -> None:
        assert (result.exit, result.error["code"]) == (exit, code), result
        schemas["error"].validate(result.error)
        assert result.error["message"] and result.error["remedy"]
    return fails


def test_0_done(thaiid: Tool, insert: Insert) -> None:
    insert()
    assert thaiid("read", "--json").record["schema"] == "thaiid.record/1"


def test_10_no_service(without_service: Tool, fails: Fails) -> None:
    fails(without_service("read", "--json"), 10, "no-service")


@pytest.mark.parametrize("call", ["SCardEstablishContext", "SCardConnect"])
def test_11_access_denied(thaiid: Tool, insert: Insert, fails: Fails, faults_library: Interposer, call: str) -> None:
    insert()
    denied = faults_library.failing(call, pcscfaults.SECURITY_VIOLATION)
    fails(thaiid("read", "--json", environment=denied), 11, "access-denied")


def test_12_no_reader(without_reader: Tool, fails: Fails) -> None:
    result = without_reader("read", "--json")
    fails(result, 12, "no-reader")
    assert "--sample" in result.error["remedy"] and "--replay" in result.error["remedy"]


def test_13_which_reader_of_two_with_cards(thaiid: Tool, insert: Insert, fails: Fails) -> None:
    insert(slot=0)
    insert(slot=1)
    result = thaiid("read", "--json")
    fails(result, 13, "which-reader")
    assert all(name in result.error["message"] for name in READERS)
    assert thaiid("read", "--json", "--reader", READERS[1]).record["read"]["reader"] == READERS[1]


def test_13_a_reader_that_is_not_there(thaiid: Tool, fails: Fails) -> None:
    result = thaiid("read", "--json", "--reader", "Nonesuch 00 00")
    fails(result, 13, "which-reader")
    assert all(name in result.error["message"] for name in READERS)


def test_14_no_card(thaiid: Tool, fails: Fails) -> None:
    fails(thaiid("read", "--json"), 14, "no-card")


def test_14_no_card_came(thaiid: Tool, fails: Fails) -> None:
    started = time.monotonic()
    fails(thaiid("read", "--json", "--wait=1"), 14, "no-card")
    assert 1 <= time.monotonic() - started < 3


def test_15_card_removed(thaiid: Tool, insert: Insert, fails: Fails) -> None:
    insert(faults.remove_before(20))
    fails(thaiid("read", "--json"), 15, "card-removed")


def test_16_card_mute(thaiid: Tool, insert: Insert, fails: Fails) -> None:
    insert(mute=True)
    fails(thaiid("read", "--json"), 16, "card-mute")


def test_16_card_that_falls_silent(thaiid: Tool, insert: Insert, fails: Fails, faults_library: Interposer) -> None:
    insert()
    silent = faults_library.failing("SCardConnect", pcscfaults.UNRESPONSIVE_CARD)
    fails(thaiid("read", "--json", environment=silent), 16, "card-mute")


def test_17_not_a_thai_id(thaiid: Tool, insert: Insert, fails: Fails) -> None:
    insert(faults.status_at(1, 0x6A82))
    fails(thaiid("read", "--json"), 17, "not-thai-id")


def test_18_a_version_that_is_not_supported(thaiid: Tool, insert: Insert, ordinary: CardImage, fails: Fails) -> None:
    insert(image=ordinary.poke(0x0000, b"0002"))
    fails(thaiid("read", "--json"), 18, "card-version")


def test_19_card_in_use(thaiid: Tool, insert: Insert, fails: Fails) -> None:
    insert()
    with OtherProgram(thaiid.pcsc) as other:
        other.does("connect exclusive")
        fails(thaiid("read", "--json"), 19, "card-in-use")
        other.does("disconnect leave")
        assert thaiid("read", "--json").exit == 0


def test_20_a_check_digit_that_fails(thaiid: Tool, insert: Insert, ordinary: CardImage, fails: Fails) -> None:
    card = insert(image=ordinary.poke(0x0004, b"1000000000008"))
    fails(thaiid("read", "--json"), 20, "card-data")
    assert card.resets >= 1, "the second look comes after a reset"
    record = thaiid("read", "--json", "--accept-bad-check-digit").record
    assert record["card"]["citizenID"] == "1000000000008"
    assert {"citizenID.checkDigit"} <= {warning["code"] for warning in record["warnings"]}


@pytest.mark.parametrize("fault", [
    pytest.param(faults.status_at(4, 0x6F00), id="status word"),
    pytest.param(faults.cut_at(4), id="short answer"),
    pytest.param(faults.stretched_at(4), id="long answer"),
])
def test_20_answers_that_contradict_themselves(thaiid: Tool, insert: Insert, fails: Fails, fault: faults.Fault) -> None:
    insert(fault)
    fails(thaiid("read", "--json"), 20, "card-data")


@pytest.mark.parametrize("fault", [
    pytest.param(faults.endless_61(3), id="61"), pytest.param(faults.endless_6c(3), id="6C"),
])
def test_21_limit(thaiid: Tool, insert: Insert, fails: Fails, fault: faults.Fault) -> None:
    card = insert(fault)
    fails(thaiid("read", "--json"), 21, "limit")
    assert len(card.commands) <= 2 + 1 + 32


@pytest.mark.parametrize("text", [
    pytest.param("", id="empty"),
    pytest.param("thaiid-trace 2\natr 3B00\n", id="other version"),
    pytest.param("thaiid-trace 1\natr 3B00\n> 00A4\n< 9\n", id="half a byte"),
    pytest.param("thaiid-trace 1\natr 3B00\n< 9000\n", id="answer to nothing"),
    pytest.param("thaiid-trace 1\n> 00A40400\n< 9000\n", id="no ATR"),
    pytest.param("thaiid-trace 1\natr 3B00\n? 9000\n", id="unknown line"),
])
def test_22_a_malformed_recording(thaiid: Tool, fails: Fails, tmp_path: Path, text: str) -> None:
    recording = tmp_path / "bad.trace"
    recording.write_text(text)
    fails(thaiid("read", "--json", "--replay", recording), 22, "recording")


def test_22_a_recording_that_lacks_bytes(thaiid: Tool, fails: Fails, tmp_path: Path) -> None:
    text = (FIXTURES / "ordinary.trace").read_text("utf-8")
    start = text.index("> 80B015790200AE")
    recording = tmp_path / "short.trace"
    recording.write_text(text[:start])
    result = thaiid("read", "--json", "--no-photo", "--replay", recording)
    fails(result, 22, "recording")
    assert "5497" in result.error["message"], "the first byte of the address, which the recording lacks"


def test_22_no_recording_at_all(thaiid: Tool, fails: Fails, tmp_path: Path) -> None:
    fails(thaiid("read", "--json", "--replay", tmp_path / "nowhere.trace"), 22, "recording")


@pytest.mark.parametrize("option", ["--photo", "--trace"])
def test_23_a_full_disk_keeps_nothing_half_written(thaiid: Tool, insert: Insert, fails: Fails, tmp_path: Path, option: str) -> None:
    insert()
    disk = tmp_path / "disk"
    disk.mkdir()
    thaiid.pcsc.run(["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", disk]).check_returncode()
    fails(thaiid("read", "--json", option, disk / "file"), 23, "write")
    assert thaiid.pcsc.run(["ls", "-A", disk]).stdout == b""


@pytest.mark.parametrize("option", ["--photo", "--trace"])
def test_23_a_folder_that_is_not_there(thaiid: Tool, insert: Insert, fails: Fails, tmp_path: Path, option: str) -> None:
    insert()
    fails(thaiid("read", "--json", option, tmp_path / "nowhere" / "file"), 23, "write")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("arguments", [
    ["read", "--sample"], ["read", "--sample", "--json"], ["schema", "record"], ["check-id", "1000000000009"],
], ids=" ".join)
def test_23_standard_output_is_full(thaiid: Tool, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        assert thaiid(*arguments, stdout=full).exit == 23


@pytest.mark.parametrize("option", ["--photo", "--trace"])
def test_24_an_existing_file_stays(thaiid: Tool, insert: Insert, fails: Fails, tmp_path: Path, option: str) -> None:
    insert()
    there = tmp_path / "there"
    there.write_bytes(b"mine")
    fails(thaiid("read", "--json", option, there), 24, "refused")
    assert there.read_bytes() == b"mine"
    assert thaiid("read", "--json", option, there, "--force").exit == 0
    assert there.read_bytes() != b"mine"


def test_25_timeout(thaiid: Tool, insert: Insert, fails: Fails) -> None:
    gate = faults.Gate(10)
    insert(gate)
    started = time.monotonic()
    fails(thaiid("read", "--json", "--timeout", "1"), 25, "timeout")
    assert 1 <= time.monotonic() - started < 2.5
    gate.open()


@pytest.mark.parametrize("arguments", [
    ["read", "--nonesuch"], ["read", "--fields", "nonesuch"], ["nonesuch"], ["schema", "nonesuch"], ["emulate"],
])
def test_64_usage(thaiid: Tool, arguments: list[str]) -> None:
    result = thaiid(*arguments)
    assert (result.exit, result.output) == (64, b"")
    assert result.errors != b""


def test_130_interrupted_while_waiting_for_a_card(thaiid: Tool, faults_library: Interposer, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    with thaiid.running("read", "--json", "--wait", environment=faults_library.noting(calls)) as process:
        wait_for_call(calls, "SCardGetStatusChange")
        assert_interrupted(thaiid, process)


def test_130_interrupted_in_mid_read(thaiid: Tool, insert: Insert) -> None:
    gate = faults.Gate(10)
    insert(gate)
    with thaiid.running("read", "--json") as process:
        gate.wait_until_reached()
        assert_interrupted(thaiid, process)
    gate.open()


def assert_interrupted(thaiid: Tool, process: Any) -> None:
    """One Ctrl-C, and the tool is gone in the blink of an eye, having printed no record."""
    sent = time.monotonic()
    process.send_signal(signal.SIGINT)
    result = thaiid.finish(process, 5)
    assert time.monotonic() - sent < 0.25
    assert (result.exit, result.output) == (130, b"")
