"""The tool as its users have it: an executable, its exit code and what it prints."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from privatepcsc import PrivatePCSC

ROOT = Path(__file__).parents[3]
Convert = Callable[..., Path]
"""What the fixture `convert` is: it converts a recording, and gives the new file."""


def executable() -> Path:
    """The tool under test: $THAIID, or the newest kind of build that is there."""
    if named := os.environ.get("THAIID"):
        places = [Path(named).absolute()]
    else:
        places = [ROOT / ".build" / kind / "thaiid" for kind in ("release", "debug")]
    for place in places:
        if os.access(place, os.X_OK):
            return place
    raise FileNotFoundError(f"no thaiid to test: looked for {', '.join(map(str, places))}; build it, or set THAIID")


@dataclass(frozen=True)
class Result:
    """How one run of the tool ended."""

    arguments: tuple[str, ...]
    exit: int
    output: bytes
    errors: bytes

    @property
    def text(self) -> str:
        return self.output.decode("utf-8")

    @property
    def error_text(self) -> str:
        return self.errors.decode("utf-8")

    @property
    def record(self) -> dict[str, Any]:
        """The one JSON line on standard output of a run that must have succeeded."""
        assert self.exit == 0, self
        return one_line(self.output)

    @property
    def error(self) -> dict[str, Any]:
        """The one JSON line on standard error of a run that must have failed without printing anything else."""
        assert self.exit != 0, self
        assert self.output == b"", self
        error = one_line(self.errors)
        assert error["exit"] == self.exit, self
        return error


def one_line(printed: bytes) -> dict[str, Any]:
    """The JSON object that this is, in exactly one line."""
    text = printed.decode("utf-8")
    assert text.endswith("\n") and text.count("\n") == 1, text
    return json.loads(text)


class Tool:
    """Runs the tool inside the namespaces of a private PC/SC service, with a neutral environment."""

    def __init__(self, path: Path, pcsc: PrivatePCSC, home: Path) -> None:
        self.path = path
        self.pcsc = pcsc
        self.home = home
        self.environment = {
            "HOME": str(home), "TMPDIR": str(home), "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": "", "TERM": "dumb",
        }

    def __call__(
        self, *arguments: str | Path, input: bytes | None = None, environment: Mapping[str, str] | None = None,
        wrapper: Sequence[str | Path] = (), **options: Any,
    ) -> Result:
        """Runs the tool to its end, in the folder `home`. `wrapper` is a command before it, such as `setpriv`."""
        options = {"folder": self.home} | options
        done = self.pcsc.run(
            [*wrapper, self.path, *arguments], input=input, environment=self.environment | dict(environment or {}), **options)
        return Result(tuple(map(str, arguments)), done.returncode, done.stdout or b"", done.stderr or b"")

    @contextmanager
    def running(
        self, *arguments: str | Path, environment: Mapping[str, str] | None = None,
        wrapper: Sequence[str | Path] = (), **options: Any,
    ) -> Iterator[subprocess.Popen[bytes]]:
        """The tool, started; killed at the end of the scope if it still runs."""
        options = {"folder": self.home} | options
        process = self.pcsc.popen(
            [*wrapper, self.path, *arguments], environment=self.environment | dict(environment or {}), **options)
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate(timeout=10)

    @staticmethod
    def finish(process: subprocess.Popen[bytes], seconds: float = 20) -> Result:
        """The result of a started run, once it has ended by itself."""
        output, errors = process.communicate(timeout=seconds)
        return Result(tuple(map(str, process.args)), process.returncode, output or b"", errors or b"")

    @contextmanager
    def emulating(self, file: Path, *options: str, slot: int = 0) -> Iterator[subprocess.Popen[bytes]]:
        """`thaiid emulate FILE`, with the card in the reader and seen by the service."""
        with self.running("emulate", file, "--port", str(35963 + slot), *options) as process:
            assert read_line(process) == b"ready\n"
            self.pcsc.wait_for_card(slot)
            yield process


def read_line(process: subprocess.Popen[bytes], seconds: float = 10) -> bytes:
    """The next line that a started program prints on standard error."""
    assert process.stderr is not None
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        return process.stderr.readline()
    finally:
        timer.cancel()

