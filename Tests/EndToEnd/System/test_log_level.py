"""What `--log-level` tells of readers and cards, and what it keeps to itself."""

from __future__ import annotations

import re

import faults
import pytest
from canary import told_by
from cardimage import CardImage
from commandline import Result, Tool
from scriptedcard import Fault, Insert

LINE = re.compile(r"\[\d+\.\d{3}\] .+")
CALL = re.compile(r"SCard[A-Za-z]+( .+)? → (OK|SCARD_[A-Z_]+|0x[0-9A-F]{8}) \d+\.\d ms")
EXCHANGE = re.compile(r"exchange \d+: .+ → \d+ bytes, [0-9A-F]{4}, \d+\.\d ms")

READ = ["read", "--chip", "--health", "--lang", "en"]


def told(result: Result) -> list[str]:
    """What the lamp told, without the times; standard error must hold nothing else."""
    lines = result.error_text.splitlines()
    assert all(LINE.fullmatch(line) for line in lines), result
    return [line.split("] ", 1)[1] for line in lines]


# What is told.

def test_debug_tells_of_calls_and_choices_alone(thaiid: Tool, insert: Insert) -> None:
    insert()
    lines = told(thaiid(*READ, "--log-level", "debug"))
    calls = [line for line in lines if line.startswith("SCard")]
    assert all(CALL.fullmatch(call) for call in calls), calls
    names = [call.split(" ")[0] for call in calls]
    for name in ("EstablishContext", "ListReaders", "GetStatusChange", "Connect", "BeginTransaction", "Status", "Transmit", "EndTransaction",
                 "Disconnect", "ReleaseContext"):
        assert f"SCard{name}" in names
    assert any(re.fullmatch(r'SCardConnect "[^"]+" → OK \d+\.\d ms', call) for call in calls), calls
    assert [line for line in lines if line.startswith("chosen: ") and "the only one" in line]
    assert not [line for line in lines if line.startswith("exchange ")]


def test_traffic_adds_every_exchange(thaiid: Tool, insert: Insert) -> None:
    insert()
    lines = told(thaiid("read", "--fields", "citizenID", "--lang", "en", "--log-level", "traffic"))
    exchanges = [line for line in lines if line.startswith("exchange ")]
    assert all(EXCHANGE.fullmatch(exchange) for exchange in exchanges), exchanges
    assert len(exchanges) == len([line for line in lines if line.startswith("SCardTransmit ")])
    shapes = [re.sub(r", \d+\.\d ms$", "", exchange) for exchange in exchanges]
    assert shapes[:4] == [
        "exchange 1: SELECT identity data → 0 bytes, 610A", "exchange 2: GET RESPONSE, at most 10 bytes → 10 bytes, 9000",
        "exchange 3: READ 0x0000+17 → 0 bytes, 6111", "exchange 4: GET RESPONSE, at most 17 bytes → 17 bytes, 9000"]


def test_calls_that_fail_are_named(without_service: Tool) -> None:
    result = without_service("read", "--lang", "en", "--log-level", "debug")
    assert result.exit == 10
    assert re.match(r"\[\d+\.\d{3}\] SCardEstablishContext → SCARD_[A-Z_]+ \d+\.\d ms\n", result.error_text), result


def test_choice_among_slots_is_told(thaiid: Tool, insert: Insert) -> None:
    insert(slot=1)
    insert(faults.answer_at(1, b"\x6A\x82"), slot=0)
    lines = told(thaiid("read", "--no-photo", "--lang", "en", "--log-level", "debug"))
    asked = [line for line in lines if line.startswith("asked the card in ")]
    assert sorted(line.rsplit(": ", 1)[1] for line in asked) == ["a Thai ID card", "another card, 6A82"]
    assert [line for line in lines if line.startswith("chosen: ") and line.endswith(", the only one whose card answers as a Thai ID card")]


def test_readers_are_told_of_while_waiting(thaiid: Tool, insert: Insert) -> None:
    result = thaiid("read", "--wait", "1", "--lang", "en", "--log-level", "debug")
    assert result.exit == 14
    assert "] reader attached: " in result.error_text and "] readers: 1 " in result.error_text


@pytest.mark.parametrize("command", [
    ["readers"], ["doctor"], ["trace", "record", "-"], ["apdu", "a40400:a000000054480001"], ["read", "--json"],
], ids=lambda command: command[0])
def test_standard_output_is_as_without(thaiid: Tool, insert: Insert, command: list[str]) -> None:
    insert()
    plain, lit = (thaiid(*command, *options) for options in ([], ["--log-level", "traffic"]))
    assert plain.exit == lit.exit == 0
    assert b"SCard" not in plain.errors and b"SCard" in lit.errors
    assert timeless(plain.output) == timeless(lit.output)
    assert [line for line in lit.errors.splitlines() if not line.startswith(b"[")] == plain.errors.splitlines()


def timeless(output: bytes) -> bytes:
    """Without what differs between two runs."""
    return re.sub(rb'"(id|at|milliseconds)":("[^"]*"|\d+)|^~.*$|^# .*$|\d{4}-\d\d-\d\dT[^ \n"]*', b"", output, flags=re.MULTILINE)


def test_commands_without_a_card_have_no_lamp(thaiid: Tool) -> None:
    for command in (["invent"], ["schema", "record"], ["check-id", "1000000000009"]):
        assert thaiid(*command, "--log-level", "debug").exit == 64


@pytest.mark.parametrize("options", [["--log-level", "loud"], ["--log-values"], ["--log-level", "debug", "--log-values"]], ids=" ".join)
def test_wrong_levels_are_refused(thaiid: Tool, options: list[str]) -> None:
    assert thaiid("read", "--sample", *options).exit == 64


# What is kept back: all that a card says of its holder, at every level and however the read ends.

ENDINGS: list[tuple[str, Fault | None]] = [
    ("whole", None), ("refused", faults.status_at(20, 0x6F00)), ("short", faults.cut_at(8)), ("long", faults.stretched_at(8)),
    ("pulled", faults.remove_before(30)), ("endless", faults.endless_61(6, b"\x20" * 100)),
]


@pytest.mark.parametrize("level", ["debug", "traffic"])
@pytest.mark.parametrize(("ending", "fault"), ENDINGS, ids=[name for name, _ in ENDINGS])
def test_no_level_tells_on_the_holder(thaiid: Tool, insert: Insert, secret: CardImage, level: str, ending: str, fault: Fault | None) -> None:
    insert(fault, image=secret)
    result = thaiid(*READ, "--log-level", level)
    assert (result.exit == 0) == (ending == "whole"), result
    assert b"SCardTransmit" in result.errors
    assert told_by(result.errors, secret) == []


@pytest.mark.parametrize("level", ["debug", "traffic"])
def test_no_other_command_tells_on_the_holder(thaiid: Tool, insert: Insert, secret: CardImage, level: str) -> None:
    insert(image=secret)
    for command in (["doctor"], ["readers"], ["trace", "record", "-"], ["apdu", "--get-response", "a40400:a000000054480001", "80b00004:000d"],
                    ["read", "--json"]):
        result = thaiid(*command, "--log-level", level)
        assert b"SCard" in result.errors
        assert told_by(result.errors, secret) == []


def test_values_are_told_where_they_are_asked_for(thaiid: Tool, insert: Insert, secret: CardImage) -> None:
    insert(image=secret)
    result = thaiid(*READ, "--log-level", "traffic", "--log-values")
    assert result.exit == 0
    names = told_by(result.errors, secret)
    assert {"citizenID (utf-8) as hex", "nameThai (tis-620) as hex", "laser (utf-8) as hex"} <= set(names)
    assert not [name for name in names if not name.endswith(" as hex")]


def test_a_pin_of_ones_own_command_is_kept_back(thaiid: Tool, insert: Insert) -> None:
    insert()
    result = thaiid("apdu", "--allow-unsafe", "00200080:31323334", "--log-level", "traffic")
    assert "exchange 1: command 0020 0080, 4 bytes of data → 0 bytes, " in result.error_text
    assert "31323334" not in result.error_text


# Commands that go on until they are ended.

@pytest.mark.parametrize("level", ["debug", "traffic"])
def test_watching_tells_of_readers_and_not_of_holders(thaiid: Tool, insert: Insert, secret: CardImage, level: str) -> None:
    with thaiid.running("watch", "--ndjson", "--log-level", level) as process:
        insert(image=secret)
        assert process.stdout and process.stderr
        while b'"card.read"' not in process.stdout.readline():
            pass
        process.terminate()
        errors = process.stderr.read()
    assert b"] reader attached: " in errors and b"] card inserted: " in errors and b"] SCardTransmit " in errors
    assert (b"] exchange 1: SELECT identity data" in errors) == (level == "traffic")
    assert told_by(errors, secret) == []


def test_emulated_cards_tell_what_a_reader_asks(thaiid: Tool) -> None:
    with thaiid.running("emulate", "--sample", "--log-level", "traffic") as process:
        assert process.stderr
        while (line := process.stderr.readline()) != b"ready\n":
            assert line, "it ended before the service knew of the card"
        assert thaiid("read", "--json", "--no-photo").exit == 0
        process.terminate()
        errors = process.stderr.read().decode("utf-8")
    assert re.search(r"\] exchange 1: SELECT identity data → 0 bytes, 610A, ", errors)
    assert re.search(r"\] exchange 3: READ 0x0000\+\d+ → ", errors)
