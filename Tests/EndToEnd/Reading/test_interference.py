"""Other programs, a failing service and a swapped card in the middle of a read: the documented outcome each time."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import faults
import pcscfaults
import pytest
from cardimage import CardImage
from commandline import Result, Tool
from otherprogram import OtherProgram
from pcscfaults import Interposer
from privatepcsc import PrivatePCSC
from scriptedcard import Insert, ScriptedCard

IN_USE = "Sharing violation."


def undisturbed(record: dict[str, Any]) -> dict[str, Any]:
    """The record without what a second read of the same card may say differently."""
    return record | {"read": None}


@pytest.fixture(scope="module")
def truth(binary: Path, ordinary: CardImage, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The record of the ordinary card, read in peace."""
    with PrivatePCSC() as pcsc, ScriptedCard(pcsc, ordinary):
        return undisturbed(Tool(binary, pcsc, tmp_path_factory.mktemp("peace"))("read", "--json").record)


def test_another_program_cannot_break_in(thaiid: Tool, insert: Insert, truth: dict[str, Any]) -> None:
    gate = faults.Gate(20)
    card = insert(gate)
    with OtherProgram(thaiid.pcsc) as other:
        other.does("connect shared")
        with thaiid.running("read", "--json") as reading:
            gate.wait_until_reached()
            assert other.tries("reset") == IN_USE
            gate.open()
            assert undisturbed(thaiid.finish(reading).record) == truth
        other.does("reset")
    assert card.resets >= 1


def test_an_exclusive_connection_waits_until_we_have_read(thaiid: Tool, insert: Insert, truth: dict[str, Any]) -> None:
    stroll = faults.Stroll(5, 0.03)
    insert(stroll)
    with OtherProgram(thaiid.pcsc) as other, thaiid.running("read", "--json") as reading:
        stroll.wait_until_reached()
        other.does("connect exclusive")
        assert undisturbed(thaiid.finish(reading).record) == truth


def test_another_program_reset_the_card_between_two_reads(thaiid: Tool, insert: Insert) -> None:
    insert()
    first = undisturbed(thaiid("read", "--json").record)
    with OtherProgram(thaiid.pcsc) as other:
        other.does("connect shared")
        other.does("transmit 00A4040008A000000084060002")
        other.does("disconnect reset")
        assert undisturbed(thaiid("read", "--json").record) == first


def test_a_transaction_of_another_program_is_not_waited_for_for_ever(thaiid: Tool, insert: Insert) -> None:
    insert()
    with OtherProgram(thaiid.pcsc) as other:
        other.does("connect shared")
        other.does("begin")
        started = time.monotonic()
        error = thaiid("read", "--json", "--timeout", "2").error
        assert (error["exit"], error["code"]) in ((19, "card-in-use"), (25, "timeout"))
        assert time.monotonic() - started < 4
        other.does("end")
        assert thaiid("read", "--json").exit == 0


def test_a_card_that_is_released_soon_is_read(thaiid: Tool, insert: Insert, faults_library: Interposer) -> None:
    insert()
    soon = faults_library.failing("SCardConnect", pcscfaults.SHARING_VIOLATION, 1, 2)
    assert thaiid("read", "--json", environment=soon).exit == 0


@pytest.mark.parametrize(("code", "step"), [
    pytest.param(pcscfaults.RESET_CARD, 1, id="reset"),
    pytest.param(pcscfaults.COMMUNICATION_LOST, 7, id="communication"),
])
def test_the_read_goes_on_after_a_reset_at_any_exchange(
    thaiid: Tool, insert: Insert, truth: dict[str, Any], faults_library: Interposer, code: int, step: int,
) -> None:
    card = insert()
    thaiid("read", "--json")
    places = range(1, len(card.commands) + 1, step)
    outcomes = {}
    for index in places:
        result = thaiid("read", "--json", environment=faults_library.failing("SCardTransmit", code, index))
        outcomes[index] = "the same record" if result.exit == 0 and undisturbed(result.record) == truth else result.exit
    assert outcomes == dict.fromkeys(places, "the same record")


def test_a_card_that_is_always_reset_is_given_up(thaiid: Tool, insert: Insert, faults_library: Interposer) -> None:
    insert()
    always = faults_library.failing("SCardTransmit", pcscfaults.RESET_CARD, 10, 10**6)
    error = thaiid("read", "--json", environment=always).error
    assert error["exit"] in (15, 16, 19)


def test_the_service_dies_in_mid_read(thaiid: Tool, insert: Insert, truth: dict[str, Any]) -> None:
    gate = faults.Gate(20)
    card = insert(gate)
    with thaiid.running("read", "--json") as reading:
        gate.wait_until_reached()
        thaiid.pcsc.kill()
        gate.open()
        error = thaiid.finish(reading).error
    assert (error["exit"], error["code"]) == (15, "card-removed")
    card.remove(wait=False)
    thaiid.pcsc.start()
    insert()
    assert undisturbed(thaiid("read", "--json").record) == truth


def read_while_swapping(number: int, thaiid: Tool, insert: Insert, second: ScriptedCard) -> Result:
    """A read during which the card is swapped, faster than the service looks: all that it tells of the swap is an
    answer without a single byte."""
    gate = faults.Gate(number)
    first = insert(gate)
    with thaiid.running("read", "--json") as reading:
        gate.wait_until_reached()
        first.pull()
        second.insert(wait=False)
        gate.open()
        return thaiid.finish(reading)


@pytest.mark.parametrize("number", [20, 46])
def test_a_card_swapped_in_no_time_never_lends_its_data(
    thaiid: Tool, insert: Insert, ordinary: CardImage, truth: dict[str, Any], number: int,
) -> None:
    second = ScriptedCard(thaiid.pcsc, ordinary.poke(0x0004, b"2000000000007"))
    error = read_while_swapping(number, thaiid, insert, second).error
    assert (error["exit"], error["code"]) == (15, "card-removed")
    second.remove()
    insert()
    assert undisturbed(thaiid("read", "--json").record) == truth


def test_a_card_swapped_before_its_first_byte_is_not_missed(
    thaiid: Tool, insert: Insert, ordinary: CardImage, truth: dict[str, Any],
) -> None:
    """Nothing of the first card is known yet: the record is the second's, all of it."""
    second = ScriptedCard(thaiid.pcsc, ordinary.poke(0x0004, b"2000000000007"))
    record = read_while_swapping(3, thaiid, insert, second).record
    assert record["card"] == truth["card"] | {"citizenID": "2000000000007"}


def test_a_card_swapped_under_a_reset_is_noticed(
    thaiid: Tool, insert: Insert, ordinary: CardImage, faults_library: Interposer,
) -> None:
    other_person = ordinary.poke(0x0004, b"2000000000007")
    card = insert()

    def swap(index: int, command: bytes, answer: bytes) -> bytes:
        if index == 12:
            card.image = other_person
        return answer

    card.fault = swap
    reset = faults_library.failing("SCardTransmit", pcscfaults.RESET_CARD, 13)
    error = thaiid("read", "--json", environment=reset).error
    assert (error["exit"], error["code"]) == (15, "card-removed")
