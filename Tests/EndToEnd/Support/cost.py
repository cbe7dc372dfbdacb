"""What a run of the tool may cost, whatever it is given: a second of processor time and 64 MiB of memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

MOST_KIBIBYTES = 64 * 1024
MEASURED_RUN = [sys.executable, "-I", "-S", str(Path(__file__).with_name("measured_run.py"))]


class Run(NamedTuple):
    """A run that has ended, and what it took."""

    exit: int
    seconds: float
    kibibytes: int
    output: bytes | None
    errors: bytes | None


def measured(*command: str | Path, most: int, **streams: Any) -> Run:
    """A run that is ended soon after it took so many seconds; the streams are those of `subprocess.run`."""
    told, tell = os.pipe()
    done = subprocess.run([*MEASURED_RUN, str(tell), str(most), *command], pass_fds=[tell], check=True, **streams)
    os.close(tell)
    with open(told, "rb") as figures:
        status, seconds, kibibytes = figures.read().split()
    return Run(int(status), float(seconds), int(kibibytes), done.stdout, done.stderr)


def exit_within_limits(binary: Path, *arguments: str | Path, stdin: int = subprocess.DEVNULL) -> int:
    """The exit code of a run that must stay below both limits. Its output is thrown away."""
    most = most_seconds(binary)
    run = measured(
        binary, *arguments, most=most, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert run.seconds <= most, (arguments, run.seconds)
    assert run.kibibytes <= MOST_KIBIBYTES, (arguments, run.kibibytes)
    return run.exit


def most_seconds(binary: Path) -> int:
    """The limit is the release's; a build for debugging takes some twenty times as long."""
    return 20 if binary.parent.name == "debug" else 1
