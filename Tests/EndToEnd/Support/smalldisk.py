"""A folder that is a disk of its own, in a mount namespace: with little room, or not to be written to."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import TracebackType


class SmallDisk:
    """Lies over a folder for those who go in through `wrapper`, with what was in the folder; gone with the process that
    holds it."""

    SCRIPT = """
        set -e
        mkdir "$2"
        cp -a "$1/." "$2"
        mount -t tmpfs -o "size=$3" none "$1"
        cp -a "$2/." "$1"
        echo ready
        exec cat
    """

    def __init__(self, folder: Path, size: str) -> None:
        self.folder = folder
        self._holder = subprocess.Popen(
            ["unshare", "-rm", "sh", "-c", self.SCRIPT, "sh", folder, folder.with_name(folder.name + ".before"), size],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> SmallDisk:
        assert self._holder.stdout is not None and self._holder.stdout.readline() == b"ready\n"
        self.wrapper = ["nsenter", "-t", str(self._holder.pid), "-U", "--preserve-credentials", "-m", "--"]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None,
    ) -> None:
        self._holder.communicate(timeout=10)

    def run(self, script: str, *arguments: str | Path) -> str:
        """What a shell in there prints."""
        return subprocess.run(
            [*self.wrapper, "sh", "-c", script, "sh", *arguments], check=True, capture_output=True, text=True,
            cwd="/").stdout

    def leave(self, kibibytes: int) -> None:
        """Takes all room but so much."""
        self.run(
            'rm -f "$1/ballast"; free=$(df -k --output=avail "$1" | tail -1); '
            'head -c $(((free - $2 > 0 ? free - $2 : 0) * 1024)) /dev/zero >"$1/ballast"', self.folder, str(kibibytes))

    def make_room(self) -> None:
        self.run('rm -f "$1/ballast"', self.folder)

    def forbid_writing(self) -> None:
        self.run('mount -o remount,ro "$1"', self.folder)
