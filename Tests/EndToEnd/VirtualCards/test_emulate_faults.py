"""Each fault of `thaiid emulate` over the real service: `thaiid read` ends as the contract says, never in a record that
lacks something, and the next read works."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from commandline import Tool
from emulation import emulation
from traces import FIXTURES, Trace

CARD = FIXTURES / "ordinary.trace"
READ = ("read", "--json", "--chip", "--health")


def truth() -> dict[str, Any]:
    return told(json.loads((FIXTURES / "ordinary.json").read_text("utf-8")))


def told(record: dict[str, Any]) -> dict[str, Any]:
    """What the record says of the card, and not of the read or in words that are free."""
    record = copy.deepcopy(record)
    for warning in record["warnings"]:
        warning.pop("message", None)
    return record | {"read": record["read"]["atr"]}


def outcome(thaiid: Tool) -> dict[str, Any] | tuple[int, str]:
    """The record, or exit code and code of the error."""
    result = thaiid(*READ)
    return told(result.record) if result.exit == 0 else (result.exit, result.error["code"])


@pytest.mark.parametrize(("options", "error"), [
    ("--answer 1=6A82", (17, "not-thai-id")),
    ("--answer 1=6D00", (17, "not-thai-id")),
    ("--answer 3=6F00", (20, "card-data")),
    ("--answer 4=6985", (20, "card-data")),
    ("--answer 20=6B00", (20, "card-data")),
    ("--answer 46=6281", (20, "card-data")),
    ("--short-at 4", (20, "card-data")),
    ("--short-at 30", (20, "card-data")),
    ("--long-at 4", (20, "card-data")),
    ("--long-at 30", (20, "card-data")),
    ("--garbage-at 3", (20, "card-data")),
    ("--garbage-at 30", (20, "card-data")),
    ("--garbage-at 30=2", (20, "card-data")),
    ("--garbage-at 30=1", (20, "card-data")),
    ("--garbage-at 30=600", (20, "card-data")),
])
def test_what_goes_wrong_once_is_an_error_and_the_next_read_works(
    thaiid: Tool, options: str, error: tuple[int, str],
) -> None:
    with thaiid.emulating(CARD, *options.split()):
        assert outcome(thaiid) == error
        assert outcome(thaiid) == truth()


@pytest.mark.parametrize("number", [1, 2, 4, 30])
def test_a_card_that_is_pulled_is_an_error_and_can_be_put_back(thaiid: Tool, number: int) -> None:
    with emulation(thaiid, CARD, "--remove-before", str(number)) as card:
        thaiid.pcsc.wait_for_card()
        assert outcome(thaiid) == (15, "card-removed")
        card.says("removed 1")
        card.told("insert")
        card.says("inserted 1: ordinary.trace")
        thaiid.pcsc.wait_for_card()
        assert outcome(thaiid) == truth()


@pytest.mark.parametrize(("options", "error"), [
    ("--mute", (16, "card-mute")),
    ("--endless-61", (21, "limit")),
    ("--endless-6c", (21, "limit")),
    ("--endless-61 --at-once", (21, "limit")),
    ("--get-response-p2 01", (17, "not-thai-id")),
    ("--longest-read 254", (20, "card-data")),
    ("--longest-read 0 --exact-length", (20, "card-data")),
    ("--latency 100ms", (25, "timeout")),
])
def test_a_card_that_is_always_so_is_an_error_and_another_is_read(
    thaiid: Tool, options: str, error: tuple[int, str],
) -> None:
    limit = ("--timeout", "1") if "--latency" in options else ()
    with thaiid.running("emulate", CARD, *options.split()) as emulator:
        if "--mute" not in options:
            thaiid.pcsc.wait_for_card()
        result = thaiid(*READ, "--wait", "5", *limit)
        assert (result.exit, result.error["code"]) == error
        emulator.terminate()
        emulator.wait(5)
    thaiid.pcsc.wait_until_empty()
    with thaiid.emulating(CARD):
        assert outcome(thaiid) == truth()


@pytest.mark.parametrize("options", [
    "--at-once", "--get-response-p2 00", "--exact-length", "--keep-pending", "--longest-read 255",
    "--latency 5ms", "--latency-per-byte fast", "--latency 2ms --latency-per-byte 50us",
    "--reset-at 1", "--reset-at 2", "--reset-at 4", "--reset-at 30", "--reset-at 46", "--garbage-at 30=0",
    "--reset-at 30 --keep-pending --exact-length --latency-per-byte fast",
    "--at-once --keep-pending --exact-length --reset-at 9",
])
def test_a_card_that_is_only_odd_is_read_and_read_again(thaiid: Tool, options: str) -> None:
    with thaiid.emulating(CARD, *options.split()):
        assert outcome(thaiid) == truth()
        assert outcome(thaiid) == truth()


def test_a_slow_card_takes_as_long_as_one_at_9600_baud(thaiid: Tool) -> None:
    with thaiid.emulating(CARD, "--latency-per-byte", "slow"):
        record = thaiid("read", "--json", "--no-photo").record
    assert record["read"]["milliseconds"] >= 700
    assert record["card"]["citizenID"] == truth()["card"]["citizenID"]


def test_the_other_parameter_of_get_response_goes_with_its_atr(thaiid: Tool, tmp_path: Path) -> None:
    atr = Trace.load("ordinary").atr.hex().upper()
    odd = tmp_path / "odd.trace"
    odd.write_text(CARD.read_text("utf-8").replace(f"atr {atr}", "atr 3B67000054484E494420"), "utf-8")
    for style in ([], ["--at-once"]):
        with thaiid.emulating(odd, "--get-response-p2", "01", *style):
            assert outcome(thaiid) == truth() | {"read": "3B67000054484E494420"}
        thaiid.pcsc.wait_until_empty()


def test_what_happens_again_happens_after_every_insertion(thaiid: Tool) -> None:
    with emulation(thaiid, CARD, "--answer", "4=6985", "--again") as card:
        for _ in range(2):
            thaiid.pcsc.wait_for_card()
            assert outcome(thaiid) == (20, "card-data")
            assert outcome(thaiid) == truth()
            card.told("insert")
            card.says("removed 1")
            card.says("inserted 1: ordinary.trace")


def test_what_happened_does_not_happen_to_the_next_card(thaiid: Tool) -> None:
    with emulation(thaiid, CARD, CARD, "--answer", "4=6985", "--answer", "60=6985") as card:
        thaiid.pcsc.wait_for_card()
        assert outcome(thaiid) == (20, "card-data")
        card.told("next")
        card.says("removed 1")
        card.says("inserted 2: ordinary.trace")
        thaiid.pcsc.wait_for_card()
        assert outcome(thaiid) == truth()
        assert outcome(thaiid) == (20, "card-data")


def test_the_first_of_several_faults_answers(thaiid: Tool) -> None:
    with emulation(thaiid, CARD, "--endless-61", "--garbage-at", "4", "--answer", "4=9000", "--remove-before", "4") as card:
        thaiid.pcsc.wait_for_card()
        assert outcome(thaiid) == (15, "card-removed")
        card.says("removed 1")
