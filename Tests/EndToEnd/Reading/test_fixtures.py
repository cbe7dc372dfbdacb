"""Every fixture, from the emulated card through the real service to the record; and from its recording."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from commandline import Result, Tool
from privatepcsc import READERS
from traces import FIXTURES, Trace, fixture_names

EVERYTHING = ("read", "--json", "--chip", "--health")
ACCEPT = "--accept-bad-check-digit"


def expected(name: str) -> dict[str, Any]:
    """NAME.json: the record; or the `error` that the read ends in, perhaps with the record that is `accepted`."""
    return json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))


def plain_names() -> list[str]:
    """The fixtures that a record says everything about: nothing on the card is odd."""
    return [name for name in fixture_names() if expected(name).get("warnings") == []]


def wordless(record: dict[str, Any]) -> dict[str, Any]:
    """The record with its warnings' messages left out: their wording is free. There must be one, though. The name of
    the one read is left out as well."""
    record = copy.deepcopy(record)
    record["read"].pop("id", None)
    for warning in record["warnings"]:
        assert warning.pop("message")
    return record


def as_read(record: dict[str, Any], name: str) -> dict[str, Any]:
    """The part of a record that is the same wherever the card is read. A card in a reader speaks T=0, whatever
    spoke in the recording, so the number of exchanges counts only where the recording is of T=0 too."""
    varies = {"id", "at", "source", "reader", "milliseconds"} | (set() if Trace.load(name).speaks_t0 else {"exchanges"})
    return record | {"read": {key: value for key, value in record["read"].items() if key not in varies}}


def wanted(name: str) -> dict[str, Any]:
    """The fixture's record, where its read comes to one."""
    outcome = expected(name)
    return outcome["accepted"] if "error" in outcome else outcome


def read_as_expected(read: Callable[..., Result], name: str) -> dict[str, Any] | None:
    """The record that `read` gives: where the fixture says that it gives an error first, after that error; where
    the fixture accepts no record at all, None."""
    outcome = expected(name)
    if "error" not in outcome:
        return read().record
    result = read()
    assert {key: result.error[key] for key in ("code", "exit")} == outcome["error"]
    return read(ACCEPT).record if "accepted" in outcome else None


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
