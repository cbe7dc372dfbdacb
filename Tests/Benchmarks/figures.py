"""The table of figures, and how a run of a program is measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "EndToEnd" / "Support"))

THAIID = os.environ["THAIID"]
RELEASE = Path(THAIID).parent

rows: list[tuple[str, str, str, bool]] = []


def row(figure: str, measured: str, bound: str = "", kept: bool = True) -> None:
    rows.append((figure, measured, bound, kept))


def show() -> None:
    """Prints the rows that were added since it was asked last."""
    width = max((len(figure) for figure, *_ in rows), default=0)
    for figure, measured, bound, kept in rows:
        print(f"{figure:<{width}}  {measured:>14}  {bound:<15}{'' if kept else 'MISSED'}".rstrip(), flush=True)
    rows.clear()


def seconds(command: list[str], input: str = os.devnull) -> float:
    """How long a whole process takes, fed from a file, its output thrown away."""
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    nowhere.append((os.POSIX_SPAWN_OPEN, 0, input, os.O_RDONLY, 0))
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=nowhere)
    _, status = os.waitpid(process, 0)
    assert status == 0, command
    return time.perf_counter() - start


def peak(*command: str) -> float:
    """The most memory that a command takes, or a program that it starts, in MiB."""
    done = subprocess.run(
        ["/usr/bin/time", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(done.stderr.split()[-1]) / 1024
