"""A terminal for one program: it answers what programs ask it, as a terminal of some kind would."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

KITTY, ITERM, ATTRIBUTES = b"\x1b_Gi=31", b"\x1b[1337n", b"\x1b[c"
"""The questions: for kitty's graphics, for iTerm2, for the attributes of a VT."""


class Terminal:
    """A pseudo-terminal, and the program that it controls."""

    def __init__(
        self, answers: Mapping[bytes, bytes], command: Sequence[str | Path], environment: Mapping[str, str], *,
        rows: int = 30, columns: int = 100,
    ) -> None:
        self.answers = dict(answers)
        self.shown = b""
        self.reader, end = pty.openpty()
        self.end = end
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(end)
        self.process = subprocess.Popen(
            command, stdin=end, stdout=end, stderr=end, start_new_session=True, env=dict(environment),
            preexec_fn=lambda: fcntl.ioctl(end, termios.TIOCSCTTY, 0))

    def run(self, seconds: float = 30) -> int:
        """Plays the terminal until the program has ended; its exit status."""
        self.play(lambda: self.process.poll() is not None, seconds)
        while self._read(0):
            pass
        return self.process.returncode

    def play(self, until: Callable[[], bool], seconds: float = 30) -> None:
        """Plays the terminal until something is so."""
        deadline = time.monotonic() + seconds
        while not until():
            if time.monotonic() > deadline:
                self.process.kill()
                raise TimeoutError(self.shown[-200:])
            self._read(0.02)

    def type(self, keys: bytes) -> None:
        os.write(self.reader, keys)

    @property
    def settings(self) -> list:
        """How the terminal is set now."""
        return termios.tcgetattr(self.end)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self.reader)
        os.close(self.end)

    def _read(self, seconds: float) -> bool:
        if not select.select([self.reader], [], [], seconds)[0]:
            return False
        self.shown += os.read(self.reader, 1 << 16)
        for question in [question for question in self.answers if question in self.shown]:
            os.write(self.reader, self.answers.pop(question))
        return True
