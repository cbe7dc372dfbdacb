"""`thaiid emulate` says that it is ready once the service knows the cards, and what it says where no service does."""

from __future__ import annotations

import json
import sys
import time

import pytest
from commandline import Tool, read_line
from traces import FIXTURES

FIRST, SECOND = FIXTURES / "ordinary.trace", FIXTURES / "rural.trace"


@pytest.mark.parametrize("fault", [(), ("--mute",), ("--at-once", "--latency", "20ms")], ids=" ".join)
def test_ready_is_said_when_every_program_finds_the_cards(thaiid: Tool, fault: tuple[str, ...]) -> None:
    with thaiid.running("emulate", FIRST, SECOND, "--slot", "both", *fault) as emulator:
        assert read_line(emulator) == b"ready\n"
        cards = [reader["card"] for reader in json.loads(thaiid("readers", "--json").output)["readers"]]
        assert cards == ["mute" if fault == ("--mute",) else "present"] * 2


def test_a_reader_that_nobody_looks_into_is_none(thaiid: Tool) -> None:
    """Somebody listens there and never asks for anything: no service does so."""
    listen = "import socket, time; d = socket.create_server(('127.0.0.1', 4711)); print(flush=True); time.sleep(60)"
    with thaiid.pcsc.popen([sys.executable, "-c", listen]) as listener:
        assert listener.stdout and listener.stdout.readline() == b"\n"
        started = time.monotonic()
        result = thaiid("emulate", FIRST, "--port", "4711")
        listener.kill()
    assert result.exit == 12 and "nobody looks" in result.error_text
    assert 9 < time.monotonic() - started < 15
