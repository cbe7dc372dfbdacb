"""A read takes no longer than 30 seconds in all, and with --timeout exactly what was said, whatever hangs."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import faults
import pytest
from commandline import Result, Tool
from otherprogram import OtherProgram
from privatepcsc import READERS
from scriptedcard import Insert

LITTLE = 1
"""How much longer than it should a read may take in seconds, on a machine that is idle."""


def little(thaiid: Tool) -> float:
    """The same on this machine as it is now: it may be busy enough for a program to take seconds to start."""
    started = time.monotonic()
    thaiid("readers")
    return LITTLE + 10 * (time.monotonic() - started)


def timed(thaiid: Tool, *arguments: str | Path) -> tuple[float, Result]:
    started = time.monotonic()
    result = thaiid(*arguments, seconds=60)
    return time.monotonic() - started, result


@pytest.mark.timeout(120)
def test_thirty_seconds_are_the_limit(thaiid: Tool, insert: Insert, tmp_path: Path) -> None:
    """Of a card that says nothing any more, and of one that says a little each second, whose recording is kept."""
    gate = faults.Gate(10, seconds=60)
    insert(gate, slot=0)
    insert(faults.Stroll(1, 1), slot=1)
    kept = tmp_path / "kept.trace"
    with ThreadPoolExecutor(2) as pool:
        silent = pool.submit(timed, thaiid, "read", "--json", "--reader", READERS[0])
        dripping = pool.submit(timed, thaiid, "read", "--json", "--reader", READERS[1], "--trace", kept)
        for took, result in (silent.result(), dripping.result()):
            assert (result.exit, result.error["code"]) == (21, "limit")
            assert 28 < took < 30 + little(thaiid)
    assert kept.read_text().count("\n>") > 20
    gate.open()


@pytest.mark.parametrize("seconds", [1, 3])
def test_a_hanging_exchange_takes_what_was_said(thaiid: Tool, insert: Insert, seconds: int) -> None:
    gate = faults.Gate(1)
    insert(gate)
    took, result = timed(thaiid, "read", "--json", "--timeout", str(seconds))
    assert (result.exit, result.error["code"]) == (25, "timeout")
    assert seconds <= took < seconds + little(thaiid)
    gate.open()


def test_connecting_takes_what_was_said(thaiid: Tool, insert: Insert) -> None:
    insert()
    with OtherProgram(thaiid.pcsc) as other:
        other.does("connect shared")
        other.does("begin")
        took, result = timed(thaiid, "read", "--json", "--timeout", "2")
    assert (result.exit, result.error["code"]) == (25, "timeout")
    assert 2 <= took < 2 + little(thaiid)


def test_a_service_that_hangs_takes_what_was_said(thaiid: Tool, insert: Insert) -> None:
    insert()
    service = int(thaiid.pcsc.run(["cat", "/run/pcscd/pcscd.pid"]).stdout.strip(b"\n\0"))
    thaiid.pcsc.run(["kill", "-STOP", str(service)]).check_returncode()
    try:
        took, result = timed(thaiid, "read", "--json", "--timeout", "2")
    finally:
        thaiid.pcsc.run(["kill", "-CONT", str(service)])
    assert (result.exit, result.error["code"]) == (25, "timeout")
    assert 2 <= took < 2 + little(thaiid)


def test_a_silent_card_keeps_no_other_from_being_read(thaiid: Tool, insert: Insert) -> None:
    """Asking which slot is meant is part of the time."""
    gate = faults.Gate(1)
    insert(gate, slot=0)
    insert(slot=1)
    took, result = timed(thaiid, "read", "--json", "--no-photo", "--timeout", "4")
    assert result.record["read"]["reader"] == READERS[1]
    assert took < 4
    gate.open()


def test_the_time_begins_when_the_card_comes(thaiid: Tool, insert: Insert) -> None:
    with thaiid.running("read", "--json", "--wait", "--timeout", "2") as reading:
        time.sleep(2.5)
        assert reading.poll() is None
        insert()
        assert thaiid.finish(reading).exit == 0
