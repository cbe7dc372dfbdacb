"""Recordings that are made to cost much: each command ends in time, within its memory, in a documented way."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commandline import Tool
from cost import exit_within_limits
from worstcases import FOREIGN_FORMATS, NO_FORMAT, OWN_FORMAT

ENDS = {0, 20, 21, 22, 24}
COMMANDS = {
    "show": ["trace", "show", "FILE"],
    "explain": ["trace", "explain", "--lang", "th", "FILE"],
    "explain without values": ["trace", "explain", "--no-values", "FILE"],
    "check": ["trace", "check", "FILE"],
    "diff": ["trace", "diff", "FILE", "FILE"],
    **{f"convert to {to}": ["trace", "convert", "--to", to, "FILE"] for to in ("thaiid", "cardpeek", "apdu4j", "go-thai-smartcard", "pcap")},
    "pseudonymise": ["trace", "pseudonymise", "--blank-unknown", "FILE"],
    "replay": ["read", "--json", "--chip", "--health", "--replay", "FILE"],
}
"""Every command that takes a recording, but for `emulate`, which then serves its card."""


def naming(command: str, file: str | Path) -> list[str | Path]:
    return [file if word == "FILE" else word for word in COMMANDS[command]]


@pytest.mark.parametrize("content", [
    pytest.param(content, id=name) for name, content in (OWN_FORMAT | FOREIGN_FORMATS | NO_FORMAT).items()])
def test_a_mebibyte_costs_a_second_and_64_mebibytes_at_most(binary: Path, tmp_path: Path, content: bytes) -> None:
    recording = tmp_path / "recording"
    recording.write_bytes(content)
    ends = {command: exit_within_limits(binary, *naming(command, recording)) for command in COMMANDS}
    assert set(ends.values()) <= ENDS, ends


@pytest.mark.parametrize("command", [*COMMANDS, "emulate"])
def test_a_gibibyte_is_refused_unread(binary: Path, tmp_path: Path, command: str) -> None:
    recording = tmp_path / "recording"
    with recording.open("wb") as file:
        file.write(b"thaiid-trace 1\natr 3B00\n")
        file.truncate(1 << 30)
    arguments = ["emulate", recording] if command == "emulate" else naming(command, recording)
    assert exit_within_limits(binary, *arguments) == 22
    read = subprocess.run(["strace", "-qq", "-e", "trace=openat,read", binary, *arguments], capture_output=True, text=True).stderr
    opened = read[read.index(str(recording)):].splitlines()
    assert not any(line.startswith("read(") for line in opened), opened


@pytest.mark.parametrize("command", [*COMMANDS, "emulate"])
@pytest.mark.parametrize("line", [b"#\n", b"> 00000000\n< 9000\n"], ids=["comments", "exchanges"])
def test_a_pipe_without_end_is_given_up(binary: Path, tmp_path: Path, command: str, line: bytes) -> None:
    if command == "diff":
        arguments = ["trace", "diff", "-", tmp_path / "never opened"]
    else:
        arguments = ["emulate", "-"] if command == "emulate" else naming(command, "-")
    with endless(b"thaiid-trace 1\natr 3B00\n", line) as pipe:
        assert exit_within_limits(binary, *arguments, stdin=pipe) == 22


@contextmanager
def endless(head: bytes, line: bytes) -> Iterator[int]:
    """The reading end of a pipe that never runs dry."""
    reading, writing = os.pipe()
    wanted = line * 10_000

    def write() -> None:
        try:
            os.write(writing, head)
            while True:
                os.write(writing, wanted)
        except BrokenPipeError:
            os.close(writing)

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    try:
        yield reading
    finally:
        os.close(reading)
        writer.join(10)


def test_standard_input_that_is_a_big_file_is_refused_too(without_service: Tool, tmp_path: Path) -> None:
    recording = tmp_path / "recording"
    with recording.open("wb") as file:
        file.truncate(1 << 30)
    with recording.open("rb") as file:
        assert exit_within_limits(without_service.path, "trace", "show", "-", stdin=file.fileno()) == 22
