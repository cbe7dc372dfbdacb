"""Over the driver that real readers have: its messages, its power, its parameters; on the other side of its serial line
sits a reader of the tests' own (see twinreader.py)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cardimage import CardImage
from commandline import Tool
from faults import remove_before
from fixturerecords import EVERYTHING, as_read, read_as_expected, wanted, wordless
from jsonschema import Draft202012Validator
from listener import Listener
from privatepcsc import Attached, PrivatePCSC
from traces import Trace, fixture_names
from twinreader import READER, Kind, TwinReader

SERVICES = 8
"""How many services share the work: nearly all of the time goes into pcscd's looking into its readers."""
BYTE = 12
"""Moments that a byte takes on a card's line."""


class TwinDesk:
    """The tool, a service with the real driver, and the reader at its line."""

    def __init__(self, tool: Tool, reader: TwinReader) -> None:
        self.tool = tool
        self.reader = reader

    def insert(self, card: CardImage, *more: Any, **options: Any) -> None:
        self.reader.insert(card, *more, **options)
        self.tool.pcsc.wait_for_card()

    def remove(self) -> None:
        self.reader.pull()
        self.tool.pcsc.wait_for_emptiness()


@contextmanager
def desk(binary: Path, home: Path, **reader: Any) -> Iterator[TwinDesk]:
    home.mkdir(exist_ok=True)
    with TwinReader(**reader) as twin, PrivatePCSC(Attached(twin.configuration, (READER,))) as pcsc:
        yield TwinDesk(Tool(binary, pcsc, home), twin)


@pytest.fixture
def twin(binary: Path, tmp_path: Path) -> Iterator[TwinDesk]:
    with desk(binary, tmp_path / "home") as made:
        yield made


@pytest.mark.parametrize("name", fixture_names())
def test_the_fixture_reads_as_its_record(twin: TwinDesk, name: str) -> None:
    twin.insert(CardImage(Trace.load(name)))
    record = read_as_expected(lambda *more: twin.tool(*EVERYTHING, *more), name)
    if record:
        assert (record["read"]["source"], record["read"]["reader"]) == ("reader", READER)
        assert as_read(wordless(record), name) == as_read(wanted(name), name)


def test_the_driver_does_what_it_does_for_a_real_reader(twin: TwinDesk) -> None:
    """Power, a faster line where the card offers one, parameters: the way there is not short-cut."""
    for name, offered in (("ordinary", 0x96), ("old-atr", None)):
        twin.insert(CardImage(Trace.load(name)))
        assert twin.tool("read", "--json", "--no-photo").exit == 0
        selections = [bytes([0xFF, 0x10, offered, 0xFF ^ 0x10 ^ offered])] if offered else []
        assert twin.reader.selections[:1] == selections, name
        twin.remove()
    assert twin.reader.asked == set(Kind) - {Kind.PARAMETERS}


def test_removal_at_every_exchange(
    binary: Path, tmp_path: Path, ordinary: CardImage, schemas: dict[str, Draft202012Validator],
) -> None:
    with desk(binary, tmp_path / "whole") as whole:
        whole.insert(ordinary)
        exchanges = whole.tool("read", "--json").record["read"]["exchanges"]
        assert len(whole.reader.commands) == exchanges >= 40

    def shift(first: int) -> dict[int, Any]:
        outcomes: dict[int, Any] = {}
        with desk(binary, tmp_path / str(first)) as made:
            for index in range(first, exchanges + 1, SERVICES):
                made.insert(ordinary, remove_before(index))
                broken = made.tool("read", "--json")
                schemas["error"].validate(broken.error)
                made.remove()
                made.insert(ordinary)
                whole = made.tool("read", "--json").record["read"]["exchanges"]
                made.remove()
                outcomes[index] = (broken.exit, broken.error["code"], whole)
        return outcomes

    with ThreadPoolExecutor(SERVICES) as pool:
        outcomes = {index: outcome for part in pool.map(shift, range(1, SERVICES + 1)) for index, outcome in part.items()}
    assert outcomes == dict.fromkeys(range(1, exchanges + 1), (15, "card-removed", exchanges))


def test_a_mute_card_is_named_and_the_next_is_read(twin: TwinDesk, ordinary: CardImage) -> None:
    twin.insert(ordinary, mute=True)
    error = twin.tool("read", "--json").error
    assert (error["exit"], error["code"]) == (16, "card-mute")
    twin.remove()
    twin.insert(ordinary)
    assert twin.tool("read", "--json").exit == 0


def test_a_card_may_ask_for_time(binary: Path, tmp_path: Path, ordinary: CardImage) -> None:
    with desk(binary, tmp_path / "home", time_requests=3) as made:
        made.insert(ordinary)
        assert made.tool("read", "--json").record["card"]["citizenID"] == wanted("ordinary")["card"]["citizenID"]


@pytest.mark.parametrize(("bits_a_second", "options", "count"), [(9_600, ["--no-photo"], 400), (38_400, [], 5_300)])
def test_a_slow_line_takes_its_time_and_no_more_than_twice(
    binary: Path, tmp_path: Path, ordinary: CardImage, bits_a_second: int, options: list[str], count: int,
) -> None:
    with desk(binary, tmp_path / "home", bits_a_second=bits_a_second) as made:
        made.insert(ordinary)
        started = time.monotonic()
        record = made.tool("read", "--json", *options).record
        took = time.monotonic() - started
    least = BYTE * count / bits_a_second
    assert least <= record["read"]["milliseconds"] / 1000 <= took < 2 * least + 1
    assert ("photo" in record["card"]) == (not options)


def test_watch_tells_of_cards_that_come_and_go(
    twin: TwinDesk, ordinary: CardImage, schemas: dict[str, Draft202012Validator],
) -> None:
    numbers = [b"2000000000007", b"3000000000005"]
    with twin.tool.running("watch", "--ndjson") as watch:
        listener = Listener(watch)
        listener.waits_for("reader.attached", READER)
        for visits, number in enumerate(numbers, 1):
            twin.insert(ordinary.poke(0x0004, number))
            listener.waits_for_events(READER, 3 * visits)
            twin.remove()
            listener.waits_for_events(READER, 3 * visits + 1)
    assert listener.events(READER) == ["reader.attached", *["card.inserted", "card.read", "card.removed"] * 2]
    told = [event for _, event in listener.told]
    assert [event["record"]["card"]["citizenID"].encode() for event in told if "record" in event] == numbers
    for event in told:
        schemas["event"].validate(event)
