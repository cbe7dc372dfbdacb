"""Measures what the tool promises to cost, and prints a table.

Times are medians of runs in turn (A B A B …), so that a machine that grows slower meanwhile slows both. Nothing here
fails: a figure beyond its bound is marked, and a person judges.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from deskfigures import DESK
from figures import RELEASE, ROOT, THAIID, peak, row, seconds, show
from privatepcsc import PrivatePCSC
from registerfigures import REGISTER
from weight import OWN, sections, weights
from worstcases import FOREIGN_FORMATS, OWN_FORMAT

TRACE = ROOT / "Fixtures" / "ordinary.trace"
REPLAY = [THAIID, "read", "--replay", str(TRACE), "--json"]


def replayed(*options: str) -> dict:
    """The record of the ordinary card, read from its recording."""
    return json.loads(subprocess.run([*REPLAY, *options], capture_output=True, check=True).stdout)


def exchanges() -> None:
    photo = replayed()["read"]["exchanges"]
    text = replayed("--no-photo")["read"]["exchanges"]
    citizen_id = replayed("--fields", "citizenID")["read"]["exchanges"]
    row("exchanges: text + 4,929-byte photo", str(photo), "≤ 46", photo <= 46)
    row("exchanges: text alone", str(text), "≤ 8", text <= 8)
    row("exchanges: citizen ID alone", str(citizen_id), "≤ 4", citizen_id <= 4)
    stats = subprocess.run([*REPLAY, "--stats", "--lang", "en"], capture_output=True, text=True, check=True).stderr
    received = int(stats.splitlines()[-1].split()[2])
    row("bytes from the card: text + that photo", f"{received:,}", "≤ 5,650", received <= 5650)


def start() -> None:
    print_only = str(RELEASE / "print-only")
    pairs = [(seconds(REPLAY), seconds([print_only])) for _ in range(201)]
    own, other = (statistics.median(side) * 1e3 for side in zip(*pairs))
    ratio = statistics.median(a / b for a, b in pairs)
    row("read --replay --json, start to end", f"{own:.2f} ms")
    row("a Swift program that only prints", f"{other:.2f} ms")
    row("ratio of the two, same linking", f"{ratio:.2f}", "≤ 1.5", ratio <= 1.5)


def start_before() -> None:
    """Beside an earlier build that $THAIID_BEFORE names, in turn: time, and instructions, which no other load changes."""
    before = os.environ.get("THAIID_BEFORE")
    if not before:
        return
    options = ["read", "--sample", "--json", "--no-photo"]
    pairs = [(seconds([THAIID, *options]), seconds([before, *options])) for _ in range(201)]
    ratio = statistics.median(a / b for a, b in pairs)
    row("read --sample --json --no-photo, ratio to the build before", f"{ratio:.3f}", "≤ 1", ratio <= 1)
    counts = [[instructions(program, *options) for program in (THAIID, before)] for _ in range(5)]
    now, then = (int(statistics.median(side)) for side in zip(*counts))
    row("instructions of that", f"{now:,}")
    row("instructions of the build before", f"{then:,}")
    row("ratio of the two", f"{now / then:.3f}", "≤ 1", now <= then)


def instructions(program: str, *arguments: str) -> int:
    """How many a program executes, as callgrind counts them, who trips over debug data as Swift writes them.

    Where things land in memory, and what is hashed how, makes some 2 % of difference from one run to the next.
    """
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["strip", "-o", f"{folder}/program", program], check=True)
        counting = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/counts", f"{folder}/program", *arguments]
        done = subprocess.run(
            counting, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
            env=os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"})
    return int(done.stderr.split("Collected : ")[1].split()[0])


def memory() -> None:
    mebibytes = peak(*REPLAY)
    row("peak memory of read --replay --json", f"{mebibytes:.1f} MiB", "≤ 20 MiB", mebibytes <= 20)


def forged_recordings() -> None:
    """The dearest of the recordings that are made to cost much, over the commands that look at all of one."""
    dearest = 0.0
    with tempfile.NamedTemporaryFile() as file:
        for content in (OWN_FORMAT | FOREIGN_FORMATS).values():
            Path(file.name).write_bytes(content)
            for command in (["read", "--json", "--replay"], ["trace", "explain"], ["trace", "check"], ["trace", "show"]):
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run([THAIID, *command, file.name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                dearest = max(dearest, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    row("processor time of the worst 1 MiB recording", f"{dearest:.2f} s", "≤ 1 s", dearest <= 1)


def decoding() -> None:
    rates = [int(subprocess.check_output([RELEASE / "decode-records"])) for _ in range(5)]
    rate = statistics.median(rates)
    row("records decoded from images, one core", f"{rate:,.0f} /s", "≥ 50,000 /s", rate >= 50_000)


def checking() -> None:
    with tempfile.TemporaryFile() as numbers:
        numbers.write(b"1000000000009\n0000000000001\n5000000000001\n2000000000007\n" * 500_000)
        rates = []
        for _ in range(5):
            numbers.seek(0)
            began = time.perf_counter()
            subprocess.run([THAIID, "check-id"], stdin=numbers, stdout=subprocess.DEVNULL, check=True)
            rates.append(2_000_000 / (time.perf_counter() - began))
    rate = statistics.median(rates)
    row("check-id from a pipe", f"{rate:,.0f} /s", "≥ 1,000,000 /s", rate >= 1_000_000)


def inventing() -> None:
    def run(count: int) -> tuple[float, int]:
        """Records a second, and the peak of memory in KiB."""
        began = time.perf_counter()
        command = ["/usr/bin/time", "-f", "%M", THAIID, "invent", "--odd", "--no-photo", "--count", str(count)]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
        return count / (time.perf_counter() - began), int(done.stderr.split()[-1])

    (_, few), (rate, many) = run(1_000), run(100_000)
    row("records invented, odd ones among them, no photo", f"{rate:,.0f} /s")
    row("peak memory of 100,000 of them", f"{many / 1024:.1f} MiB", "≤ 20 MiB", many <= 20 * 1024)
    row("ratio to that of 1,000", f"{many / few:.2f}", "≤ 1.1", many <= 1.1 * few)


def fixture_records() -> list[bytes]:
    """The records of all fixtures, a line each, without photos."""
    names = [path for path in sorted((ROOT / "Fixtures").glob("*.trace")) if path.stem not in ("version-0002", "bad-check-digit")]
    return [subprocess.check_output([THAIID, "read", "--replay", path, "--json", "--no-photo"]) for path in names]


def converting() -> None:
    """Records of all fixtures over and over, from a file into nowhere."""
    lines = fixture_records()
    with tempfile.TemporaryDirectory() as folder:
        peaks = {}
        for count in (1_000, 100_000):
            Path(folder, str(count)).write_bytes(b"".join(lines * (count // len(lines) + 1)))
            peaks[count] = peak(THAIID, "convert", f"{folder}/{count}", "--to", "csv")
        rates = [100_000 / seconds([THAIID, "convert", f"{folder}/100000", "--to", "csv"]) for _ in range(5)]
    rate = statistics.median(rates)
    row("records converted to CSV, one core", f"{rate:,.0f} /s", "≥ 50,000 /s", rate >= 50_000)
    row("peak memory of that, 1,000 records", f"{peaks[1_000]:.1f} MiB")
    grows = peaks[100_000] - peaks[1_000] > 1
    row("peak memory of that, 100,000 records", f"{peaks[100_000]:.1f} MiB", "≤ 64 MiB, flat", peaks[100_000] <= 64 and not grows)


def converting_beside_a_plain_script() -> None:
    """The same records by `plain_convert.py`, which is what people write who have no such tool."""
    lines = fixture_records()
    with tempfile.NamedTemporaryFile() as records:
        records.write(b"".join(lines * (20_000 // len(lines) + 1)))
        records.flush()
        for name, least in (("ndjson", 3), ("csv", 3), ("fhir", 1.5)):
            script = [sys.executable, str(ROOT / "Tests" / "Benchmarks" / "plain_convert.py"), name]
            own = [THAIID, "convert", records.name, "--to", name]
            ratio = statistics.median(seconds(script, records.name) / seconds(own) for _ in range(5))
            row(f"convert to {name}, times as fast as a plain script", f"{ratio:.1f}", f"≥ {least}", ratio >= least)


def sizes() -> None:
    """What `make install` leaves of what the linker made."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["make", "-C", ROOT, "-o", "build", "install", f"THAIID={THAIID}", f"DESTDIR={folder}", "PREFIX="]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        for name, most in (("thaiid", 22), ("thaiid-render", 20)):
            built, installed = (place.stat().st_size / 1e6 for place in (RELEASE / name, Path(folder, "bin", name)))
            row(f"{name} as installed, of {built:.0f} MB", f"{installed:.1f} MB", f"≤ {most} MB", installed <= most)


def made_of() -> None:
    """What there is in the tool as installed, the heaviest first; a goal for none of it."""
    owners, parts = weights(Path(THAIID)), sections(Path(THAIID))
    own = sum(size for name, size in owners.items() if name in OWN)
    for name, size in owners.most_common():
        if name not in OWN:
            row(f"thaiid is made of: {name}", f"{size / 1e6:.2f} MB")
    row("thaiid is made of: its own targets", f"{own / 1e6:.2f} MB")
    for name, size in sorted(((name, size) for name, size in owners.items() if name in OWN), key=lambda part: -part[1]):
        row(f"  {name}", f"{size / 1e6:.2f} MB")
    row("thaiid is made of: tables for unwinding", f"{(parts['.eh_frame'] + parts['.eh_frame_hdr']) / 1e6:.2f} MB")
    nameless = sum(parts.values()) - sum(owners.values()) - parts[".eh_frame"] - parts[".eh_frame_hdr"]
    row("thaiid is made of: what has no name", f"{nameless / 1e6:.2f} MB")


def workbooks() -> None:
    """The records of `thaiid invent` as a workbook, which has to be held somewhere until it is whole."""
    with tempfile.TemporaryDirectory() as folder:
        peaks = {}
        for count in (1_000, 100_000):
            with open(f"{folder}/{count}", "wb") as file:
                subprocess.run([THAIID, "invent", "--no-photo", "--count", str(count)], stdout=file, check=True)
            peaks[count] = peak(THAIID, "convert", f"{folder}/{count}", "--to", "xlsx")
    row("peak memory of a workbook, 1,000 records", f"{peaks[1_000]:.1f} MiB")
    row("peak memory of a workbook, 100,000 records", f"{peaks[100_000]:.1f} MiB", "≤ 64 MiB", peaks[100_000] <= 64)


def sheets() -> None:
    """A sheet of the sample card, from its record to the file, by the way that a desk takes."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "record.json")
        record.write_bytes(subprocess.check_output([THAIID, "read", "--sample", "--json"]))
        for kind in ("pdf", "png"):
            command = [
                THAIID, "sheet", "--purpose", "สมัครสมาชิกห้องสมุด", "--from", str(record), "--force", "-o",
                f"{folder}/sheet.{kind}"]
            time_taken = statistics.median(seconds(command) for _ in range(21)) * 1e3
            memory_taken = peak(*command)
            row(f"sheet from a record to {kind.upper()}", f"{time_taken:.0f} ms", "≤ 150 ms", time_taken <= 150)
            row("peak memory of that", f"{memory_taken:.1f} MiB", "≤ 80 MiB", memory_taken <= 80)


def reader() -> None:
    """A full read over pcscd and vpcd against a C loop that sends the same commands."""
    commands = [line[2:] for line in TRACE.read_text().splitlines() if line.startswith("> ")]
    count = replayed()["read"]["exchanges"]
    with tempfile.TemporaryDirectory() as folder, PrivatePCSC() as pcsc:
        blind, script = Path(folder) / "blind", Path(folder) / "commands"
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "libpcsclite"], text=True).split()
        subprocess.run(["gcc", "-O2", "-o", blind, Path(__file__).with_name("blind.c"), *flags], check=True)
        script.write_text("\n".join(commands[:count]) + "\n")
        emulator = pcsc.popen([THAIID, "emulate", str(TRACE)], stderr=subprocess.PIPE)
        try:
            emulator.stderr.readline()
            pairs = []
            while len(pairs) < 51:
                result = pcsc.run([THAIID, "read", "--json", "--stats", "--lang", "en"])
                if result.returncode == 14:
                    continue
                own = float(result.stderr.split()[-1]) * 1e3
                other = float(pcsc.run(["sh", "-c", f"exec {blind} < {script}"]).stdout)
                pairs.append((own, other))
        finally:
            emulator.terminate()
            emulator.wait()
    own, other = (statistics.median(side) / 1e3 for side in zip(*pairs))
    beyond = statistics.median(a - b for a, b in pairs) / 1e3
    row(f"full read over pcscd, {count} exchanges", f"{own:.2f} ms")
    row("the same exchanges sent blindly by C", f"{other:.2f} ms")
    row("our own time beyond that", f"{beyond:.2f} ms", "≤ 5 ms", beyond <= 5)


MEASURES = (
    exchanges, start, start_before, memory, forged_recordings, decoding, checking, inventing, converting, converting_beside_a_plain_script,
    sizes, made_of, workbooks, sheets, reader, *DESK, *REGISTER)


def main(*names: str) -> None:
    """Measures all, or what is named: `bench.py first_text idle`."""
    for measure in MEASURES:
        if not names or measure.__name__ in names:
            measure()
            show()


main(*sys.argv[1:])
