"""Runs a program as a unit of systemd would let it: UNIT COMMAND…; without a systemd that runs.

Of what the unit says, the system calls are held to: those that it lists, the families of sockets, and memory that is either
written or run. What is refused fails with EPERM
(see systemd.exec(5)).
"""

from __future__ import annotations

import errno
import functools
import mmap
import os
import socket
import subprocess
import sys
from pathlib import Path

import seccomp

SHM_EXEC = 0o100000


def settings(unit: Path, key: str) -> list[str]:
    lines = (line.partition("=") for line in unit.read_text("utf-8").splitlines())
    return [value for name, _, value in lines if name == key]


@functools.cache
def group(name: str) -> frozenset[str]:
    """The system calls of a group, with those of the groups within it."""
    lines = subprocess.run(["systemd-analyze", "syscall-filter", name], capture_output=True, text=True, check=True).stdout
    words = [line.strip() for line in lines.splitlines()[1:]]
    return frozenset().union(*map(calls, (word for word in words if word and not word.startswith("#"))))


def calls(word: str) -> frozenset[str]:
    return group(word) if word.startswith("@") else frozenset([word])


def allowed(unit: Path) -> frozenset[str]:
    """What the lines of SystemCallFilter leave, each of which adds to those before it or takes away."""
    left = group("@default")
    for value in settings(unit, "SystemCallFilter"):
        named = frozenset().union(*map(calls, value.lstrip("~").split()))
        left = left - named if value.startswith("~") else left | named
    return left


def conditions(unit: Path) -> dict[str, list[list[seccomp.Arg]]]:
    """For system calls that are allowed in some ways only: what may stand in their arguments, each line a way."""
    found = {"socket": [
        [seccomp.Arg(0, seccomp.EQ, getattr(socket, family))]
        for value in settings(unit, "RestrictAddressFamilies") for family in value.split()]}
    if settings(unit, "MemoryDenyWriteExecute") == ["yes"]:
        write, run = mmap.PROT_WRITE, mmap.PROT_EXEC
        found["mmap"] = [[seccomp.Arg(2, seccomp.MASKED_EQ, write | run, kind)] for kind in (0, write, run)]
        found["mprotect"] = found["pkey_mprotect"] = [[seccomp.Arg(2, seccomp.MASKED_EQ, run, 0)]]
        found["shmat"] = [[seccomp.Arg(2, seccomp.MASKED_EQ, SHM_EXEC, 0)]]
    return found


def confine(unit: Path) -> None:
    filter = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    ways = conditions(unit)
    for name in allowed(unit):
        for way in ways.get(name, [[]]):
            try:
                filter.add_rule(seccomp.ALLOW, name, *way)
            except (OSError, RuntimeError, ValueError):
                pass  # Not one of this machine's.
    filter.load()


if __name__ == "__main__":
    confine(Path(sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])
