"""Logs of libpcscspy, raw and as pcsc-spy prints them, made here and now from other programs and from ours."""

from __future__ import annotations

import os
import subprocess
import threading
from pathlib import Path

import pytest
from commandline import Convert, Tool
from otherlogs import COMMANDS, OPENSC_TOOL, Spy, assert_is_what_passed, conversation, parse
from privatepcsc import PrivatePCSC
from scriptedcard import Insert
from traces import Trace


def test_log_of_the_spy_is_what_the_tool_itself_records(
    thaiid: Tool, insert: Insert, convert: Convert, spy: Spy, tmp_path: Path,
) -> None:
    insert()
    recording = tmp_path / "recording.trace"
    done = thaiid("read", "--json", "--trace", recording, environment=spy.environment)
    assert done.exit == 0, done
    own, spied = parse(recording), parse(convert(spy.log))
    assert conversation(spied) == conversation(own)
    assert (spied.atr, spied.reader) == (own.atr, own.reader)
    assert spied.recorded and own.recorded and spied.recorded[:10] == own.recorded[:10]
    for ours, theirs in zip(own.exchanges, spied.exchanges, strict=True):
        assert ours.microseconds is not None and theirs.microseconds is not None
        assert theirs.microseconds <= ours.microseconds + 1


@pytest.mark.parametrize("options", [["-n"], [], ["-t"], ["-n", "-t"], ["-n", "-d"]], ids=str)
def test_what_pcsc_spy_prints_holds_the_same(
    pcsc: PrivatePCSC, insert: Insert, convert: Convert, spy: Spy, options: list[str],
) -> None:
    card = insert()
    assert pcsc.run(OPENSC_TOOL, environment=spy.environment).returncode == 0
    raw = parse(convert(spy.log))
    assert_is_what_passed(raw, card)
    printed = subprocess.run(["pcsc-spy", *options, spy.log], capture_output=True, check=True).stdout
    trace = parse(convert(printed))
    assert conversation(trace) == conversation(raw)
    times = [exchange.microseconds for exchange in trace.exchanges]
    if "-d" in options:
        assert set(times) == {None}
    else:
        assert times == [exchange.microseconds for exchange in raw.exchanges]
        assert (trace.atr, trace.reader) == (raw.atr, raw.reader)


def test_spy_writes_the_same_into_a_fifo(pcsc: PrivatePCSC, insert: Insert, convert: Convert, spy: Spy) -> None:
    card = insert()
    spy.log.unlink()
    os.mkfifo(spy.log)
    logs: list[bytes] = []
    listener = threading.Thread(target=lambda: logs.append(spy.log.read_bytes()), daemon=True)
    listener.start()
    assert pcsc.run(OPENSC_TOOL, environment=spy.environment).returncode == 0
    listener.join(10)
    assert_is_what_passed(parse(convert(logs[0])), card)


def test_log_of_the_spy_shows_resets(pcsc: PrivatePCSC, insert: Insert, convert: Convert, spy: Spy) -> None:
    card = insert()
    script = "\n".join(["reset", *COMMANDS[:2], "reset", *COMMANDS[:2]]).encode() + b"\n"
    done = pcsc.run(["scriptor", "-p", "T=0"], input=script, environment=spy.environment)
    assert done.returncode == 0, done
    for source in (done.stdout, spy.log):
        text = convert(source).read_text()
        kinds = [line[0] for line in text.splitlines() if line[:1] in ("a", ">")]
        assert kinds == ["a", ">", ">", "a", ">", ">"], text
        assert [exchange.command.hex() for exchange in Trace.parse(text).exchanges] == [c.hex() for c in card.commands]
