"""Watching several readers: nobody waits for another's card, and what is told is true when it is told."""

from __future__ import annotations

import fcntl
import json
import os
import time
from datetime import datetime

import faults
import pytest
from cardimage import CardImage
from commandline import Tool
from jsonschema import Draft202012Validator
from listener import Listener
from privatepcsc import READERS
from scriptedcard import Insert, ScriptedCard


def other_person(ordinary: CardImage, number: bytes = b"2000000000007") -> CardImage:
    return ordinary.poke(0x0004, number)


@pytest.mark.parametrize("silent_slot", [0, 1])
def test_a_silent_card_holds_up_nobody_else(
    thaiid: Tool, insert: Insert, ordinary: CardImage, schemas: dict[str, Draft202012Validator], silent_slot: int,
) -> None:
    gate = faults.Gate(10)
    with thaiid.running("watch", "--ndjson", "--timeout", "6") as watch:
        listener = Listener(watch)
        insert(gate, slot=silent_slot)
        gate.wait_until_reached()
        for number in (b"2000000000007", b"3000000000005"):
            good = insert(image=other_person(ordinary, number), slot=1 - silent_slot)
            started = time.monotonic()
            while number.decode() not in str(listener.told):
                assert time.monotonic() - started < 4, listener.told
                time.sleep(0.01)
            good.remove()
        assert "card.failed" not in listener.events(READERS[silent_slot])
        failure = listener.waits_for("card.failed", READERS[silent_slot])
        assert failure["error"]["code"] == "timeout"
        assert listener.events(READERS[1 - silent_slot])[:4] == [
            "reader.attached", "card.inserted", "card.read", "card.removed"]
    gate.open()
    for _, told in listener.told:
        schemas["event"].validate(told)


def test_cards_in_two_readers_are_read_side_by_side(thaiid: Tool, insert: Insert, ordinary: CardImage) -> None:
    strolls = [faults.Stroll(3, 0.03), faults.Stroll(3, 0.03)]
    cards = [insert(strolls[0], slot=0), insert(strolls[1], image=other_person(ordinary), slot=1)]
    with thaiid.running("watch", "--ndjson") as watch:
        listener = Listener(watch)
        records = [listener.waits_for("card.read", reader)["record"] for reader in READERS]
    assert [record["card"]["citizenID"] for record in records] == [
        card.image.peek(4, 13).decode() for card in cards]


def test_a_card_that_was_in_and_out_is_not_read_and_no_other_in_its_place(
    thaiid: Tool, ordinary: CardImage,
) -> None:
    """Nobody takes what the watch tells while cards come and go: what is over by then is passed over, and the card that
    is in has the time at which it came."""
    reading, writing = os.pipe()
    size = fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    os.write(writing, b"\n" * size)
    with thaiid.running("watch", "--ndjson", "--fields", "citizenID", stdout=writing) as watch:
        os.close(writing)
        time.sleep(1)
        for number in (b"3000000000005", b"4000000000003"):
            with ScriptedCard(thaiid.pcsc, other_person(ordinary, number)):
                pass
            thaiid.pcsc.wait_until_empty()
        with ScriptedCard(thaiid.pcsc, other_person(ordinary)):
            came = time.time()
            time.sleep(4)
            with os.fdopen(reading, "rb") as output:
                told = []
                for line in output:
                    if line.strip():
                        told.append(json.loads(line))
                        if told[-1]["event"] == "card.read":
                            break
            watch.kill()
    mine = [event for event in told if event["reader"] == READERS[0]]
    assert [event["event"] for event in mine] == ["reader.attached", "card.inserted", "card.read"]
    assert mine[2]["record"]["card"]["citizenID"] == "2000000000007"
    assert abs(datetime.fromisoformat(mine[1]["at"]).timestamp() - came) < 2
    assert datetime.fromisoformat(mine[2]["at"]).timestamp() - came > 3


def test_a_pulled_card_fails_and_the_next_is_read_as_itself(thaiid: Tool, insert: Insert, ordinary: CardImage) -> None:
    gate = faults.Gate(10)
    with thaiid.running("watch", "--ndjson") as watch:
        listener = Listener(watch)
        first = insert(gate)
        gate.wait_until_reached()
        first.pull()
        gate.open()
        listener.waits_for("card.removed", READERS[0])
        thaiid.pcsc.wait_until_empty()
        insert(image=other_person(ordinary))
        record = listener.waits_for("card.read", READERS[0])["record"]
        assert record["card"]["citizenID"] == "2000000000007"
        assert listener.events(READERS[0]) == [
            "reader.attached", "card.inserted", "card.failed", "card.removed", "card.inserted", "card.read"]


def test_output_that_cannot_be_written_ends_the_watch(thaiid: Tool, insert: Insert) -> None:
    insert()
    with open("/dev/full", "wb") as full:
        assert thaiid("watch", "--ndjson", stdout=full).exit == 23
