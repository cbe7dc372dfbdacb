"""What a register of many costs: in the process, as commands, and on the disk.

$THAIID_REGISTER_PEOPLE says how many people there are, 100,000 where it says nothing; the bounds are for a million.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from figures import RELEASE, THAIID, row, seconds

PEOPLE = int(os.environ.get("THAIID_REGISTER_PEOPLE", "100000"))
SAMPLES = 100
# As the register's own program calls them: what the table says, its unit, and the most that it may be.
FIGURES = {
    "fill, ms a person": ("filled in transactions of 500, a person", "ms", None),
    "bytes a person": ("a person without photo, on the disk", "B", 1_600),
    "bytes a visit": ("a visit without change, with its log line", "B", 700),
    "save, p50 ms": ("save in the process, with photo, durable: p50", "ms", None),
    "save, p99 ms": ("save in the process, with photo, durable: p99", "ms", 20),
    "find by number, p50 ms": ("find by number in the process: p50", "ms", None),
    "find by number, p99 ms": ("find by number in the process: p99", "ms", 5),
    "find by name, first ms": ("find by part of a name, after opening", "ms", 250),
    "find by name, after ms": ("find by part of a name, again: the slowest", "ms", 100),
    "find by sound, ms": ("find by sound", "ms", None),
    "verify, s": ("verify the log, each entry", "µs", 3),
    "rekey, s": ("rekey, each person", "µs", 120),
}


def told(*command: str | Path) -> dict[str, float]:
    """The figures that a program prints; of several by one name the largest."""
    figures: dict[str, float] = {}
    for line in subprocess.check_output(command, text=True).splitlines():
        name, value = line.split("\t")
        figures[name] = max(figures.get(name, 0), float(value))
    return figures


def register() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = told(RELEASE / "register-figures", folder, str(PEOPLE))
        row("people in the register", f"{PEOPLE:,}")
        for name, (words, unit, most) in FIGURES.items():
            # Seconds are for a million: what each takes is told in microseconds, which are as many.
            value = found[name]
            if unit == "µs":
                value = value * 1e6 / (found["verify, entries"] if name.startswith("verify") else PEOPLE)
            bound = "" if most is None else f"≤ {most:,} {unit}"
            row(words, f"{value:,.2f} {unit}" if unit != "B" else f"{value:,.0f} B", bound, most is None or value <= most)
        row("a person in a plain CSV", f"{csv():,.0f} B")
        commands(Path(folder))


def csv() -> float:
    """What a person takes in a CSV of the same fields, one of a thousand."""
    records = subprocess.check_output([THAIID, "invent", "--count", "1000", "--no-photo"])
    table = subprocess.run([THAIID, "convert", "--to", "csv", "-"], input=records, capture_output=True, check=True).stdout
    return len(table) / 1000


def commands(folder: Path) -> None:
    """One save and one look as commands, from start to end."""
    program = str(RELEASE / "thaiid-register")
    options = ["--purpose", "counter", "--store", f"sqlite:{folder / 'store'}", "--key-file", str(folder / "register.key")]
    with tempfile.TemporaryDirectory() as inputs:
        times: dict[str, list[float]] = {"save": [], "find": []}
        people = subprocess.check_output([THAIID, "invent", "--seed", "99", "--count", str(SAMPLES)]).splitlines(keepends=True)
        for number, record in enumerate(people):
            file = Path(inputs) / f"{number}"
            file.write_bytes(record)
            times["save"].append(seconds([program, "save", str(file), *options]))
            file.write_text(record.decode().split('"citizenID":"')[1][:13])
            times["find"].append(seconds([program, "find", "--id", "-", *options], str(file)))
    for name, most in (("save", 80), ("find", 50)):
        worst = sorted(times[name])[SAMPLES * 99 // 100 - 1] * 1e3
        row(f"{name} as a command: p99", f"{worst:.1f} ms", f"≤ {most} ms", worst <= most)


REGISTER = (register,)
