"""No slot decides but the one that answers as a Thai ID card: not a SAM, not a security key, not a foreign card, and
not the order in which the service has them."""

from __future__ import annotations

import json
import time
from pathlib import Path

import faults
import pytest
from cardimage import CardImage
from commandline import Tool
from pcscfaults import Interposer, wait_for_call
from privatepcsc import READERS
from scriptedcard import Insert, ScriptedCard

SAM = "ACS ACR1281 1S Dual Reader 00 02|0x220||0x80100066"
KEY = "Yubico YubiKey OTP+FIDO+CCID 00 00|0x10022|3BFD1300008131FE158073C021C057597562694B657940"
BANK_CARD = "Gemalto PC Twin Reader 00 00|0x50022|3B6500002063CB6800|0|6985"
UNMARKED_SAM = "SCM SDI011 00 01|0x22||0x80100067"
BUSY = "O2 Micro Oz776 00 00|0x30122|3B6F0000805A2A0400000000|0x8010000B"

OTHERS = [
    pytest.param([SAM], id="SAM"), pytest.param([KEY], id="key"), pytest.param([BANK_CARD], id="bank card"),
    pytest.param([UNMARKED_SAM], id="SAM that does not say so"), pytest.param([BUSY], id="card in use elsewhere"),
    pytest.param([SAM, KEY, BANK_CARD], id="all three"),
]
SIDES = pytest.mark.parametrize("side", ["before", "after", "around"])


def beside(library: Interposer, others: list[str], side: str) -> dict[str, str]:
    """The environment with these readers before, after or around the real ones."""
    half = 0 if side == "after" else len(others) if side == "before" else (len(others) + 1) // 2
    return library.beside(others[:half], others[half:])


@pytest.mark.parametrize("others", OTHERS)
@SIDES
def test_the_card_that_answers_is_taken_by_all(
    thaiid: Tool, insert: Insert, faults_library: Interposer, tmp_path: Path, others: list[str], side: str,
) -> None:
    insert(slot=1)
    environment = beside(faults_library, others, side)
    record = thaiid("read", "--json", "--no-photo", environment=environment).record
    assert record["read"]["reader"] == READERS[1] and record["read"]["exchanges"] == 8
    waited = thaiid("read", "--json", "--no-photo", "--wait=5", environment=environment).record
    assert waited["read"]["reader"] == READERS[1]
    doctor = thaiid("doctor", "--json", environment=environment)
    assert doctor.exit == 0, doctor
    assert READERS[1] in [check for check in json.loads(doctor.output)["checks"] if check["check"] == "card"][0]["finding"]
    for command in (
        ("trace", "record", tmp_path / "card.trace"), ("apdu", "a40400:a000000054480001=610A"),
        ("sheet", "--purpose", "ทดสอบ", "-o", tmp_path / "sheet.pdf"),
    ):
        result = thaiid(*command, environment=environment)
        assert result.exit == 0, result


def test_one_card_alone_is_asked_nothing_more(thaiid: Tool, insert: Insert, faults_library: Interposer) -> None:
    card = insert()
    for others, exchanges in (([SAM], 8), ([], 8), ([KEY], 8 + 2)):
        card.commands.clear()
        assert thaiid("read", "--json", "--no-photo", environment=faults_library.beside(others)).exit == 0
        assert len(card.commands) == exchanges, others


@SIDES
def test_two_thai_cards_are_asked_about_and_no_other(
    thaiid: Tool, insert: Insert, faults_library: Interposer, side: str,
) -> None:
    insert(slot=0)
    insert(slot=1)
    for command in (("read", "--json"), ("read", "--json", "--wait")):
        error = thaiid(*command, environment=beside(faults_library, [SAM, KEY], side)).error
        assert (error["exit"], error["code"]) == (13, "which-reader")
        assert all(name in error["message"] for name in READERS)
        assert "Yubico" not in error["message"] and "ACR1281" not in error["message"]
    assert thaiid("doctor", environment=beside(faults_library, [SAM, KEY], side)).exit == 13


def test_a_card_is_told_by_what_it_answers_and_not_by_its_atr(
    thaiid: Tool, insert: Insert, ordinary: CardImage,
) -> None:
    odd = ordinary.poke(0, b"")
    odd.atr = bytes.fromhex("3B6800000073C84013009000")
    insert(image=odd, slot=0)
    insert(faults.status_at(1, 0x6A82), slot=1)
    assert thaiid("read", "--json").record["read"]["reader"] == READERS[0]


@pytest.mark.parametrize(("others", "exit", "code", "named"), [
    ([SAM], 14, "no-card", ["ACR1281"]), ([KEY], 17, "not-thai-id", []), ([SAM, KEY], 17, "not-thai-id", []),
    ([KEY, BANK_CARD], 17, "not-thai-id", ["Yubico", "Gemalto"]), ([KEY, BUSY], 19, "card-in-use", []),
], ids=["SAM", "key", "SAM and key", "two foreign cards", "key and a card in use"])
@SIDES
def test_without_a_thai_card_the_error_is_true(
    thaiid: Tool, faults_library: Interposer, others: list[str], exit: int, code: str, named: list[str], side: str,
) -> None:
    environment = beside(faults_library, others, side)
    error = thaiid("read", "--json", environment=environment).error
    assert (error["exit"], error["code"]) == (exit, code)
    assert all(name in error["message"] for name in named)
    assert thaiid("doctor", environment=environment).exit == exit


@SIDES
def test_a_card_that_lies_upside_down_is_mute_whatever_is_beside_it(
    thaiid: Tool, insert: Insert, faults_library: Interposer, side: str,
) -> None:
    insert(mute=True)
    for others, named in (([SAM], []), ([KEY], [READERS[0], "Yubico"]), ([SAM, KEY], [READERS[0], "Yubico"])):
        environment = beside(faults_library, others, side)
        error = thaiid("read", "--json", environment=environment).error
        assert (error["exit"], error["code"]) == (16, "card-mute")
        assert all(name in error["message"] for name in named)
        assert thaiid("doctor", environment=environment).exit == 16


def test_a_reader_that_is_named_is_taken_as_it_is(thaiid: Tool, insert: Insert, faults_library: Interposer) -> None:
    insert()
    environment = faults_library.beside([SAM, KEY])
    for name, code in (("ACR1281", "card-mute"), ("YubiKey", "not-thai-id")):
        assert thaiid("read", "--json", "--reader", name, environment=environment).error["code"] == code
    assert thaiid("read", "--json", "--reader", "Virtual PCD 00 00", environment=environment).exit == 0


@pytest.mark.parametrize("others", OTHERS)
@SIDES
def test_waiting_goes_on_beside_what_nobody_put_in(
    thaiid: Tool, ordinary: CardImage, faults_library: Interposer, tmp_path: Path, others: list[str], side: str,
) -> None:
    calls = tmp_path / "calls"
    environment = beside(faults_library, others, side) | {"PCSC_CALLS": str(calls)}
    with thaiid.running("read", "--json", "--no-photo", "--wait=20", environment=environment) as reading:
        wait_for_call(calls, "SCardGetStatusChange")
        time.sleep(1.5)
        assert reading.poll() is None, thaiid.finish(reading)
        with ScriptedCard(thaiid.pcsc, ordinary):
            assert thaiid.finish(reading).record["read"]["reader"] == READERS[0]


def test_waiting_in_vain_is_no_card(thaiid: Tool, faults_library: Interposer) -> None:
    started = time.monotonic()
    error = thaiid("read", "--json", "--wait=2", environment=faults_library.beside([SAM, KEY])).error
    assert (error["exit"], error["code"]) == (14, "no-card")
    assert 2 <= time.monotonic() - started < 5


def test_who_puts_in_the_wrong_card_is_told(thaiid: Tool, ordinary: CardImage, faults_library: Interposer, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    wrong = ordinary.poke(0, b"")
    wrong.atr = bytes.fromhex("3B6800000073C84013009000")
    environment = faults_library.beside([SAM, KEY]) | {"PCSC_CALLS": str(calls)}
    with thaiid.running("read", "--json", "--wait=20", environment=environment) as reading:
        wait_for_call(calls, "SCardGetStatusChange")
        time.sleep(1)
        with ScriptedCard(thaiid.pcsc, wrong, lambda index, command, answer: b"\x6a\x82"):
            assert thaiid.finish(reading).error["code"] == "not-thai-id"


@SIDES
def test_watching_is_silent_of_what_nobody_put_in(
    thaiid: Tool, insert: Insert, faults_library: Interposer, side: str,
) -> None:
    insert()
    seen: list[dict[str, str]] = []
    environment = beside(faults_library, [SAM, KEY, UNMARKED_SAM], side)
    with thaiid.running("watch", "--ndjson", "--fields", "citizenID", environment=environment) as watch:
        assert watch.stdout
        for line in watch.stdout:
            seen.append(json.loads(line))
            if seen[-1]["event"] == "card.read":
                break
        time.sleep(2)
        watch.terminate()
        seen += [json.loads(line) for line in watch.stdout]
    assert [event["reader"] for event in seen if event["event"] == "card.read"] == [READERS[0]]
    assert [event for event in seen if event["event"] == "card.failed"] == []
    assert sum(event["event"] == "reader.attached" for event in seen) == 5


def test_watching_tells_of_a_card_that_is_put_in_upside_down(thaiid: Tool, ordinary: CardImage) -> None:
    with thaiid.running("watch", "--ndjson") as watch:
        assert watch.stdout
        attached = [json.loads(watch.stdout.readline())["event"] for _ in READERS]
        assert attached == ["reader.attached"] * 2
        with ScriptedCard(thaiid.pcsc, ordinary, mute=True):
            news = [json.loads(watch.stdout.readline()) for _ in range(2)]
        assert [event["event"] for event in news] == ["card.inserted", "card.failed"]
        assert news[1]["error"]["code"] == "card-mute"


def test_readers_lists_them_all(thaiid: Tool, insert: Insert, faults_library: Interposer) -> None:
    insert()
    listed = json.loads(thaiid("readers", "--json", environment=faults_library.beside([SAM], [KEY])).output)["readers"]
    assert [(reader["card"], reader["looksLikeThaiID"]) for reader in listed] == [
        ("mute", False), ("present", True), ("absent", False), ("present", False)]
