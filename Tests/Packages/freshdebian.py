"""A Debian 12 that nothing was ever installed on, in a folder; what is fetched for it is kept between runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from types import TracebackType

MIRROR = "http://deb.debian.org/debian"
OUR_OWN = ("dpkg", "apt", "log", "cache")
"""Folders below /var that the package manager keeps its own books in."""

ENTER = """
mount --bind "$2" "$1/var/cache/apt/archives"
mount --types proc proc "$1/proc"
exec chroot "$1" "${@:3}"
"""


class FreshDebian:
    """A copy of the system that debootstrap makes, thrown away at the end."""

    def __init__(self, folder: Path) -> None:
        base, self._fetched = folder / "debian-12", folder / "debian-12-fetched"
        self._root = folder / "debian-12-used"
        if not base.exists():
            unfinished = folder / "debian-12-unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            subprocess.run(["debootstrap", "--variant=minbase", "bookworm", unfinished, MIRROR], check=True)
            unfinished.rename(base)
        (self._fetched / "partial").mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self._root, ignore_errors=True)
        subprocess.run(["cp", "--archive", "--reflink=auto", base, self._root], check=True)

    def __enter__(self) -> FreshDebian:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        shutil.rmtree(self._root)

    def place(self, path: str) -> Path:
        """Where something of the system stands here."""
        return self._root / path.lstrip("/")

    def run(self, *command: str, check: bool = True) -> str:
        """What a program of the system prints, with neither daemons nor processes around it."""
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "bash", "-ec", ENTER, "bash", self._root, self._fetched, *command],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8",
                 "DEBIAN_FRONTEND": "noninteractive"})
        assert done.returncode == 0 or not check, f"{command}: {done.returncode}\n{done.stdout}"
        return done.stdout

    def apt(self, *arguments: str) -> str:
        return self.run("apt-get", "--yes", "--quiet", *arguments)

    def files(self) -> dict[str, str]:
        """Everything that lies about in the system, with what it is; but for the package manager's own books."""
        lines = self.run("find", "/", "-xdev", "-path", "/proc", "-prune", "-o", "-printf", "%p\t%y%m %u %s %l\n")
        kept = (line.partition("\t") for line in lines.splitlines())
        return {
            path: "folder" if what.startswith("d") else what for path, _, what in kept
            if not any(f"{path}/".startswith((f"/var/lib/{own}/", f"/var/{own}/")) for own in OUR_OWN)}
