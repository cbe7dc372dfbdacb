"""A conversion that a signal ends: of what came through a pipe nothing is lost, and of nothing else is half a file left."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import openpyxl
import pytest
from commandline import Tool
from drawing import drawing
from traces import FIXTURES

FIXTURE = FIXTURES / "ordinary.trace"


@pytest.fixture(scope="module")
def line(binary: Path) -> bytes:
    return subprocess.run([binary, "read", "--replay", FIXTURE, "--json"], check=True, capture_output=True).stdout


@pytest.fixture
def tool(without_service: Tool) -> Tool:
    """The tool beside the real drawing program."""
    return drawing(without_service)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def begun(process: subprocess.Popen[bytes], folder: Path) -> bool:
    """Whether it has opened a file in a folder, which need not have a name."""
    with suppress(OSError):
        return any(os.readlink(link).startswith(f"{folder}/") for link in Path(f"/proc/{process.pid}/fd").iterdir())
    return False


@contextmanager
def converting(tool: Tool, file: Path, sent: bytes, *options: str, **how: object) -> Iterator[subprocess.Popen[bytes]]:
    """A conversion to a file in a folder of its own, once it has begun, its input still open."""
    with tool.running("convert", *options, "-o", file, stdin=subprocess.PIPE, **how) as process:
        process.stdin.write(sent)
        process.stdin.flush()
        deadline = time.monotonic() + 10
        while not begun(process, file.parent):
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.01)
        time.sleep(0.1)
        yield process
        process.stdin.close()
        process.stdin = None


def citizen_ids_of_table(file: Path) -> list[str]:
    with open(file, encoding="utf-8-sig", newline="") as table:
        return [row["citizenID"] for row in csv.DictReader(table, strict=True)]


def citizen_ids_of_workbook(file: Path) -> list[str]:
    head, *rows = openpyxl.load_workbook(file).active.iter_rows(values_only=True)
    return [row[head.index("citizenID")] for row in rows]


@pytest.mark.parametrize(("kind", "citizen_ids"), [("csv", citizen_ids_of_table), ("xlsx", citizen_ids_of_workbook)])
def test_an_interrupt_of_the_pipe_keeps_what_came(
    tool: Tool, line: bytes, out: Path, kind: str, citizen_ids: Callable[[Path], list[str]]
) -> None:
    """Ctrl-C reaches every program of a pipe; whoever watched a day's cards must not lose them to it."""
    with converting(tool, out / f"day.{kind}", line * 3 + line[:200], "--to", kind, start_new_session=True) as process:
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=10) == 130
        assert time.monotonic() - began < 5
        assert process.stderr.read() == b"Interrupted: the file holds what had come before.\n"
    assert [path.name for path in out.iterdir()] == [f"day.{kind}"]
    assert citizen_ids(out / f"day.{kind}") == ["1000000000009"] * 3


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_what_ends_it_otherwise_leaves_no_file(tool: Tool, line: bytes, out: Path, how: int) -> None:
    with converting(tool, out / "all.csv", line * 500, "--to", "csv") as process:
        process.send_signal(how)
        assert process.wait(timeout=10) in (128 + how, -how)
    assert list(out.iterdir()) == []


def test_an_interrupt_while_a_file_is_read_leaves_no_file(tool: Tool, line: bytes, tmp_path: Path, out: Path) -> None:
    """Half of a file's records would pass for all of them."""
    source = tmp_path / "all.ndjson"
    source.write_bytes(line * 20_000)
    with tool.running("convert", source, "--to", "csv", "-o", out / "all.csv") as process:
        deadline = time.monotonic() + 10
        while not begun(process, out):
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 130
    assert list(out.iterdir()) == []


def test_a_hangup_that_was_ignored_stays_so(tool: Tool, line: bytes, out: Path) -> None:
    with converting(tool, out / "all.csv", line, "--to", "csv", wrapper=["nohup"]) as process:
        process.send_signal(signal.SIGHUP)
        process.stdin.close()
        assert process.wait(timeout=20) == 0
    assert citizen_ids_of_table(out / "all.csv") == ["1000000000009"]
