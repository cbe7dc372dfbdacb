"""A /dev of a program's own, with the ordinary devices, the links to its streams, and a system log that is heard here."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from types import TracebackType

DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
STREAMS = {"fd": "/proc/self/fd", "stdin": "fd/0", "stdout": "fd/1", "stderr": "fd/2"}

PROGRAM = """
import os, subprocess, sys
folder, *command = sys.argv[1:]
for device in sorted(os.listdir(folder)):
    if os.path.exists(f"/dev/{device}") and not os.path.islink(f"{folder}/{device}") and device != "log":
        subprocess.run(["mount", "--bind", f"/dev/{device}", f"{folder}/{device}"], check=True)
subprocess.run(["mount", "--rbind", folder, "/dev"], check=True)
os.execvp(command[0], command)
"""


class PrivateDevices:
    """What `wrapper` runs, in a mount namespace of its own, finds `folder` at /dev."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        for device in DEVICES:
            (folder / device).touch()
        for name, target in STREAMS.items():
            (folder / name).symlink_to(target)
        self._log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._log.bind(str(folder / "log"))
        (folder / "log").chmod(0o666)
        self.wrapper: list[str | Path] = ["unshare", "--mount", sys.executable, "-c", PROGRAM, folder]

    def __enter__(self) -> PrivateDevices:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._log.close()

    def logged(self) -> bytes:
        """What has come into the system log so far."""
        self._log.setblocking(False)
        parts = []
        try:
            while True:
                parts.append(self._log.recv(1 << 20))
        except BlockingIOError:
            return b"\n".join(parts)
