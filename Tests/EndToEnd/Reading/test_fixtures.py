"""Every fixture, from the emulated card through the real service to the record; and from its recording."""

from __future__ import annotations

from typing import Any

import pytest
from commandline import Tool
from fixturerecords import EVERYTHING, as_read, plain_names, read_as_expected, wanted, wordless
from privatepcsc import READERS
from traces import FIXTURES, fixture_names


def test_there_are_fixtures() -> None:
    assert {path.stem for path in FIXTURES.glob("*.json")} == set(fixture_names())
    assert {"ordinary"} <= set(fixture_names())
    assert len(plain_names()) >= 5


@pytest.mark.parametrize("name", fixture_names())
def test_the_emulated_card_reads_as_its_fixture(thaiid: Tool, name: str) -> None:
    with thaiid.emulating(FIXTURES / f"{name}.trace"):
        record = read_as_expected(lambda *more: thaiid(*EVERYTHING, *more), name)
    if record:
        assert (record["read"]["source"], record["read"]["reader"]) == ("reader", READERS[0])
        assert as_read(wordless(record), name) == as_read(wanted(name), name)


@pytest.mark.parametrize("name", fixture_names())
def test_the_recording_reads_as_its_fixture(without_service: Tool, name: str) -> None:
    replay = ("--replay", FIXTURES / f"{name}.trace")
    record = read_as_expected(lambda *more: without_service(*EVERYTHING, *more, *replay), name)
    if record:
        assert wordless(record) == wanted(name)
        assert order_of_keys(wordless(record)) == order_of_keys(wanted(name))


@pytest.mark.parametrize("name", plain_names())
def test_a_card_made_from_a_record_reads_as_that_record(thaiid: Tool, name: str) -> None:
    with thaiid.emulating(FIXTURES / f"{name}.json"):
        record = thaiid(*EVERYTHING).record
    atr = {"atr": wanted(name)["read"]["atr"]}
    assert record["read"]["atr"] == atr["atr"]
    assert wordless(record) | {"read": atr} == wanted(name) | {"read": atr}


def order_of_keys(value: Any) -> Any:
    """The keys of a JSON value, in their order, all the way down."""
    if isinstance(value, dict):
        return [(key, order_of_keys(inner)) for key, inner in value.items()]
    return [order_of_keys(inner) for inner in value] if isinstance(value, list) else None
