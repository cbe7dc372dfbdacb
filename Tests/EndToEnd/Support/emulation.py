"""`thaiid emulate` on its leash: what it says line by line, and what it is told."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commandline import Tool, read_line


class Emulation:
    """A running emulator that takes lines on standard input."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def says(self, line: str) -> None:
        """Waits for its next line, which must be this one."""
        assert read_line(self.process).decode() == line + "\n"

    def told(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()


@contextmanager
def emulation(thaiid: Tool, *arguments: str | Path) -> Iterator[Emulation]:
    """`thaiid emulate`, with its first cards in."""
    with thaiid.running("emulate", *arguments, stdin=subprocess.PIPE) as process:
        running = Emulation(process)
        running.says("ready")
        yield running
