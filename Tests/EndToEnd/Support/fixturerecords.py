"""The records that the fixtures' cards must read as."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from commandline import Result
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
