"""What a terminal shows while many records are converted."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from commandline import Tool
from traces import FIXTURES


@pytest.fixture(scope="module")
def many(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that takes a while."""
    trace = FIXTURES / "ordinary.trace"
    line = subprocess.run([binary, "read", "--replay", trace, "--json", "--no-photo"], check=True, capture_output=True).stdout
    file = tmp_path_factory.mktemp("many") / "many.ndjson"
    file.write_bytes(line * 60_000)
    return file


def shown(tool: Tool, *arguments: str | Path, **streams: object) -> str:
    """What came to a terminal on standard error."""
    ours, theirs = pty.openpty()
    try:
        with tool.running(
                "convert", *arguments, "--to", "csv", stdout=subprocess.DEVNULL, stderr=theirs,
                environment={"TERM": "xterm"}, **streams) as process:
            os.close(theirs)
            seen = b""
            while True:
                try:
                    seen += os.read(ours, 4096)
                except OSError:
                    break
            assert process.wait(timeout=20) == 0
    finally:
        os.close(ours)
    return seen.decode()


def test_a_bar_fills_where_the_end_is_known(without_service: Tool, many: Path) -> None:
    seen = shown(without_service, many, many)
    bars = re.findall(r"\r\[(#*)(-*)\] ( {0,2}\d+) %  (\d+) records", seen)
    assert len(bars) >= 2
    for done, left, percent, count in bars:
        assert len(done) + len(left) == 24
        assert abs(int(percent) - int(count) * 100 / 120_000) <= 1
        assert abs(len(done) - int(percent) * 24 / 100) <= 1
    assert [int(count) for *_, count in bars] == sorted(int(count) for *_, count in bars)
    assert seen.endswith("\r\x1b[K")


def test_a_pipe_has_a_count_alone(without_service: Tool, many: Path) -> None:
    with subprocess.Popen(["cat", many], stdout=subprocess.PIPE) as cat:
        seen = shown(without_service, stdin=cat.stdout)
    assert re.search(r"\r\d+ records", seen) and "[#" not in seen and "%" not in seen


def test_what_is_no_terminal_is_told_nothing(without_service: Tool, many: Path) -> None:
    done = without_service("convert", many, "--to", "csv", seconds=60)
    assert (done.exit, done.errors) == (0, b"")
