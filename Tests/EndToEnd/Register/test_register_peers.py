"""Peers of the register's socket that mean no good, or are no more; and the service's beginning and end."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import GROUP, SERVICE, Office, problem

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="made-up accounts need root")


@pytest.fixture
def idle(binary: Path) -> Iterator[Office]:
    """A small one whose service nobody has started yet."""
    office = Office(binary, ["desk1"])
    office.make({"desk1": "desk"})
    yield office
    office.remove()


@pytest.fixture(scope="module")
def served(binary: Path) -> Iterator[Office]:
    office = Office(binary, ["desk1", "officer1", "auditor1"])
    office.make({"desk1": "desk", "officer1": "officer", "auditor1": "auditor"})
    with office.serving():
        yield office
    office.remove()


def connected(office: Office) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(str(office.socket))
    connection.settimeout(10)
    return connection


@pytest.mark.parametrize("sent", [
    b"x" * (1 << 21), b"x" * (1 << 20) + b"\n", b"hello\n", b"{}\n", b"[]\n", b"null\n", b'"act"\n', b"\0" * 1000 + b"\n",
    b"[" * 500_000 + b"\n", b'{"act":' * 100_000 + b"\n", b'{"act":"show"}\n', b'{"act":"show","arguments":[]}\n',
    b'{"act":"everything","arguments":{}}\n', b'{"act":"show","arguments":{"citizenID":{"a":1}}}\n',
    b'{"act":"show","purpose":"\\ud800","arguments":{}}\n', b"\xff\xfe\n", b'{"act":"doctor","argum', b"\n\n\n",
    b'{"act":"log-show","arguments":{"limit":-9223372036854775808}}\n',
    b'{"act":"find-by-name","purpose":"counter","arguments":{"name":"x","limit":9223372036854775807}}\n',
], ids=lambda sent: f"{sent[:20]!r} ({len(sent)})")
def test_a_hostile_peer_gets_an_error_or_nothing(served: Office, sent: bytes) -> None:
    with connected(served) as peer:
        try:
            peer.sendall(sent)
            peer.shutdown(socket.SHUT_WR)
            told = peer.makefile("rb").read()
        except (BrokenPipeError, ConnectionResetError):
            told = b""
    for line in told.splitlines():
        assert set(json.loads(line)) == {"error"}, line
    assert problem(served.ask("desk1", {"act": "doctor"})[0]) == "ok"


def test_numbers_that_are_no_limits(served: Office) -> None:
    for number in (-(1 << 63), -1, 0, (1 << 63) - 1, 1.5, "x"):
        answers = served.ask("auditor1", {"act": "log-show", "arguments": {"limit": number}}, {"act": "doctor"})
        assert problem(answers[-1]) == "ok", number
        answers = served.ask(
            "officer1", {"act": "quality-list", "arguments": {"limit": number, "days": number}}, {"act": "doctor"})
        assert problem(answers[-1]) == "ok", number


def test_one_account_cannot_keep_the_others_out(served: Office) -> None:
    silent = [connected(served) for _ in range(200)]
    begun = time.monotonic()
    assert problem(served.ask("desk1", {"act": "doctor"})[0]) == "ok"
    assert time.monotonic() - begun < 5
    # One who asks and does not listen holds up nobody either.
    line = b'{"act":"purpose-list","arguments":{}}\n'
    for peer in silent[:20]:
        peer.setblocking(False)
        try:
            peer.sendall(line * 10_000)
        except (BlockingIOError, BrokenPipeError, ConnectionResetError):
            pass
    assert problem(served.ask("desk1", {"act": "doctor"})[0]) == "ok"
    for peer in silent:
        peer.close()


def test_the_service_ends_at_once(idle: Office) -> None:
    with idle.serving() as process:
        silent = [connected(idle) for _ in range(20)]
        assert idle.stop(process) < 1
        assert not idle.socket.exists()
        for peer in silent:
            peer.close()


def test_a_second_service_is_refused_and_a_dead_ones_place_taken(idle: Office) -> None:
    with idle.serving() as process:
        second = idle.run(SERVICE, "serve", "--socket", idle.socket, "--group", GROUP, *idle.here)
        assert second.error["code"] == "conflict"
        assert problem(idle.ask("desk1", {"act": "doctor"})[0]) == "ok"
        process.kill()
        process.wait()
    assert idle.socket.exists()
    with idle.serving():
        assert problem(idle.ask("desk1", {"act": "doctor"})[0]) == "ok"
