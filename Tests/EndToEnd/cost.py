"""What a run of the tool may cost, whatever it is given: a second of processor time and 64 MiB of memory."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Sequence
from pathlib import Path

MOST_KIBIBYTES = 64 * 1024


def exit_within_limits(binary: Path, *arguments: str | Path, stdin: int = subprocess.DEVNULL) -> int:
    """The exit code of a run that must stay below both limits. Its output is thrown away."""
    seconds = most_seconds(binary)
    process = subprocess.Popen(
        [binary, *arguments], stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds + 1, seconds + 1)))
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert used.ru_utime + used.ru_stime <= seconds, (arguments, used)
    assert used.ru_maxrss <= MOST_KIBIBYTES, (arguments, used)
    return process.returncode


def most_seconds(binary: Path) -> int:
    """The limit is the release's; a build for debugging takes some twenty times as long."""
    return 20 if binary.parent.name == "debug" else 1
