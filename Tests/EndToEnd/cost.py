"""What a run of the tool may cost, whatever it is given: a second of processor time and 64 MiB of memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

MOST_KIBIBYTES = 64 * 1024
MEASURED_RUN = [sys.executable, "-I", "-S", str(Path(__file__).with_name("measured_run.py"))]


def exit_within_limits(binary: Path, *arguments: str | Path, stdin: int = subprocess.DEVNULL) -> int:
    """The exit code of a run that must stay below both limits. Its output is thrown away."""
    most = most_seconds(binary)
    told, tell = os.pipe()
    subprocess.run(
        [*MEASURED_RUN, str(tell), str(most), binary, *arguments], stdin=stdin, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, pass_fds=[tell], check=True)
    os.close(tell)
    with open(told, "rb") as measured:
        status, seconds, kibibytes = measured.read().split()
    assert float(seconds) <= most, (arguments, seconds)
    assert int(kibibytes) <= MOST_KIBIBYTES, (arguments, kibibytes)
    return int(status)


def most_seconds(binary: Path) -> int:
    """The limit is the release's; a build for debugging takes some twenty times as long."""
    return 20 if binary.parent.name == "debug" else 1
