"""Recordings that ours writes in other programs' formats: as those programs, or their sources, take them."""

from __future__ import annotations

import subprocess

import pytest
from commandline import Convert
from otherlogs import conversation, parse
from traces import FIXTURES, Exchange, Trace, fixture_names

GSMTAP_HEADER, GSMTAP_APDU, GSMTAP_ATR = 16, 0, 1


@pytest.mark.parametrize("name", fixture_names())
def test_capture_opens_in_tshark(convert: Convert, name: str) -> None:
    trace = Trace.load(name)
    capture = convert(FIXTURES / f"{name}.trace", "pcap")
    shown = subprocess.run(
        ["tshark", "-r", capture, "-T", "fields", "-e", "_ws.malformed", "-e", "frame.protocols", "-e", "udp.payload",
         "-e", "ip.checksum.status", "-o", "ip.check_checksum:TRUE"],
        capture_output=True, text=True, check=True).stdout
    rows = [line.split("\t") for line in shown.splitlines()]
    answered = [exchange for exchange in trace.exchanges if exchange.answer is not None]
    assert {tuple(row[:2]) for row in rows} == {("", "ip:udp:gsmtap:gsm_sim")}, "none malformed"
    assert {row[3] for row in rows} == {"1"}, "good checksums"
    payloads = [bytes.fromhex(row[2].replace(":", "")) for row in rows]
    parts = {
        kind: [payload[GSMTAP_HEADER:] for payload in payloads if payload[12] == kind] for kind in (GSMTAP_ATR, GSMTAP_APDU)}
    assert parts[GSMTAP_ATR] == [trace.atr] * resets(name)
    assert parts[GSMTAP_APDU] == [on_the_wire(exchange) for exchange in answered]


def resets(name: str) -> int:
    """How often the card of a fixture was powered; it answers the same each time."""
    return sum(line.startswith("atr ") for line in (FIXTURES / f"{name}.trace").read_text("utf-8").splitlines())


def on_the_wire(exchange: Exchange) -> bytes:
    """Command and answer, with the P3 that a command of four bytes gets in T=0."""
    command = exchange.command if len(exchange.command) > 4 else exchange.command + b"\0"
    return command + (exchange.answer or b"")


def test_tshark_names_the_commands(convert: Convert) -> None:
    capture = convert(FIXTURES / "health.trace", "pcap")
    shown = subprocess.run(["tshark", "-r", capture], capture_output=True, text=True, check=True).stdout
    assert "SELECT Application a000000054480001" in shown
    assert "READ BINARY" in shown and "GET RESPONSE" in shown and "GET DATA" in shown


def test_tshark_tells_when_the_answers_came(convert: Convert) -> None:
    trace = Trace.load("ordinary")
    capture = convert(FIXTURES / "ordinary.trace", "pcap")
    shown = subprocess.run(
        ["tshark", "-r", capture, "-T", "fields", "-e", "frame.time_delta"], capture_output=True, text=True, check=True)
    microseconds = [round(float(line) * 1_000_000) for line in shown.stdout.splitlines()[1:]]
    assert microseconds == [exchange.microseconds or 0 for exchange in trace.exchanges]


@pytest.mark.parametrize("name", fixture_names())
def test_replay_for_cardpeek_is_as_its_reader_takes_it(convert: Convert, name: str) -> None:
    trace = Trace.load(name)
    file = convert(FIXTURES / f"{name}.trace", "cardpeek")
    lines = file.read_bytes().split(b"\n")
    assert lines[:2] == [b"# cardpeek trace file", b"# version 0"] and lines[-2:] == [b"# end", b""]
    assert max(map(len, lines)) <= 1022
    powered = b"R:" + trace.atr.hex().upper().encode()
    assert lines[2] == powered and lines.count(powered) == resets(name)
    for line, exchange in zip((line for line in lines[2:-2] if line != powered), trace.exchanges, strict=True):
        kind, command, status, data = line.split(b":")
        answer = exchange.answer or b"\x6F\xFF"
        assert (kind, bytes.fromhex(command.decode())) == (b"C", exchange.command)
        assert bytes.fromhex((data + status).decode()) == answer
    assert conversation(parse(convert(file))) == conversation(trace)


@pytest.mark.parametrize("name", fixture_names())
def test_dump_for_apdu4j_is_as_its_reader_takes_it(convert: Convert, name: str) -> None:
    trace = Trace.load(name)
    file = convert(FIXTURES / f"{name}.trace", "apdu4j")
    lines = [line.strip() for line in file.read_text("utf-8").splitlines() if line.strip()]
    comments = [line for line in lines if line.startswith("#")]
    hex_lines = [bytes.fromhex(line) for line in lines if not line.startswith("#")]
    assert next(line for line in comments if line.startswith("# ATR: ")) == f"# ATR: {trace.atr.hex().upper()}"
    assert next(line for line in comments if line.startswith("# PROTOCOL: ")) == "# PROTOCOL: T=0"
    answered = [exchange for exchange in trace.exchanges if exchange.answer is not None]
    assert hex_lines == [part for exchange in answered for part in (exchange.command, exchange.answer)]
    back = parse(convert(file))
    assert [exchange.command for exchange in back.exchanges] == [exchange.command for exchange in answered]
    assert (back.recorded, back.reader, back.atr) == (trace.recorded, trace.reader, trace.atr)
    assert sum(line.startswith("# ATR: ") for line in comments) == resets(name)
