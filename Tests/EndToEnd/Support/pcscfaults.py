"""Errors of the PC/SC library that no virtual reader can bring about, given to the tool at a call of our choice."""

from __future__ import annotations

import shlex
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

UNKNOWN_READER = 0x80100009
SHARING_VIOLATION = 0x8010000B
NO_CARD = 0x8010000C
PROTOCOL_MISMATCH = 0x8010000F
NOT_TRANSACTED = 0x80100016
READER_UNAVAILABLE = 0x80100017
NO_SERVICE = 0x8010001D
SERVICE_STOPPED = 0x8010001E
COMMUNICATION_LOST = 0x8010002F
UNSUPPORTED_CARD = 0x80100065
UNRESPONSIVE_CARD = 0x80100066
UNPOWERED_CARD = 0x80100067
RESET_CARD = 0x80100068
REMOVED_CARD = 0x80100069
SECURITY_VIOLATION = 0x8010006A


class Interposer:
    """The compiled library, and the environment that puts it between the tool and libpcsclite."""

    def __init__(self, library: Path) -> None:
        self._library = library
        source = Path(__file__).with_name("pcscfaults.c")
        flags = subprocess.run(["pkg-config", "--cflags", "libpcsclite"], capture_output=True, text=True, check=True)
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", library, source, *shlex.split(flags.stdout), "-ldl", "-pthread"], check=True)

    def failing(self, call: str, code: int, first: int | None = None, last: int | None = None) -> dict[str, str]:
        """The environment in which this call fails: always, the `first` time only, or from `first` to `last`."""
        when = "" if first is None else f"@{first}" if last is None else f"@{first}-{last}"
        return {"LD_PRELOAD": str(self._library), "PCSC_FAULTS": f"{call}={code:#x}{when}"}

    def beside(self, before: Sequence[str] = (), after: Sequence[str] = ()) -> dict[str, str]:
        """The environment in which there are more readers, each NAME|STATE|ATR|CODE[|ANSWER], before and after the
        real ones."""
        return {
            "LD_PRELOAD": str(self._library), "PCSC_READERS_BEFORE": "\n".join(before),
            "PCSC_READERS_AFTER": "\n".join(after)}

    def taking_t0_alone(self, code: int) -> dict[str, str]:
        """The environment in which whoever asks for anything but T=0 alone gets this code."""
        return {"LD_PRELOAD": str(self._library), "PCSC_T0_ONLY": f"{code:#x}"}

    def ahead(self, years: int) -> dict[str, str]:
        """The environment in which the clock on the wall is so many years ahead."""
        return {"LD_PRELOAD": str(self._library), "PCSC_CLOCK": str(round(years * 365.2425 * 86400))}

    def noting(self, calls: Path) -> dict[str, str]:
        """The environment in which every call is noted in a file."""
        return {"LD_PRELOAD": str(self._library), "PCSC_CALLS": str(calls)}


def wait_for_call(calls: Path, name: str, seconds: float = 10) -> None:
    """Waits until the tool has made this call."""
    deadline = time.monotonic() + seconds
    while not (calls.exists() and name in calls.read_text().splitlines()):
        assert time.monotonic() < deadline, f"no {name} within {seconds} s"
        time.sleep(0.002)
