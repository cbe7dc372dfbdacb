"""What is told as done is on the disk: in which order files are written, synced and named, and what a crash leaves."""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import stat
import time
from pathlib import Path

import pytest
from commandline import Tool
from drawing import drawing

CALLS = "trace=fsync,rename,link,linkat,flock,write"
OLD = b"what was there before\n"


def without_nameless_files(folder: Path) -> list[str | Path]:
    """As on a file system that knows no file without a name: the first opening of the folder itself fails."""
    return [
        "strace", "-f", "-qq", "-o", folder.parent / "refused", "-P", folder, "-e", "trace=openat",
        "-e", "inject=openat:error=EOPNOTSUPP:when=1"]


def calls(tool: Tool, folder: Path, *arguments: str | Path) -> list[str]:
    """What the tool asks the system to do with files in a folder, in order: `fsync log`, `rename .tmp sheet.pdf`. A
    file that has no name is called nameless."""
    trace = folder.parent / "calls"
    done = tool(*arguments, wrapper=["strace", "-f", "-qq", "-y", "-o", trace, "-e", CALLS])
    assert done.exit == 0, done
    said = []
    for line in trace.read_text("utf-8", "replace").splitlines():
        name = re.match(r"\d+ +(\w+)\(", line)
        # The system marks what has no name any more, or not yet.
        line = re.sub(r"/#\d+(?: \(deleted\))?>|\(deleted\)>", "/nameless>", line)
        paths = re.findall(rf'[<"]{re.escape(str(folder))}(?:/([^>"/]*))?[>"]', line)
        if name and paths and line.endswith("= 0") | (name[1] == "write"):
            said.append(" ".join([name[1], *(re.sub(r"^\.thaiid-.*\.tmp$", ".tmp", path) or "." for path in paths)]))
    return said


@pytest.mark.parametrize(("options", "is_there", "naming"), [
    ([], False, ["linkat all.csv"]), (["--force"], False, ["linkat all.csv"]),
    (["--force"], True, ["linkat .tmp", "rename .tmp all.csv"]),
])
def test_a_file_is_synced_before_it_has_its_name_and_the_folder_after(
    without_service: Tool, folder: Path, options: list[str], is_there: bool, naming: list[str],
) -> None:
    if is_there:
        (folder / "all.csv").write_bytes(OLD)
    done = calls(without_service, folder, "read", "--sample", "--format", "csv", "-o", folder / "all.csv", *options)
    assert done == ["flock nameless", "write nameless", "fsync nameless", *naming, "fsync ."], "held before it holds anything"


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_without_nameless_files_a_file_is_whole_too(without_service: Tool, folder: Path, options: list[str]) -> None:
    arguments = ["read", "--sample", "--format", "csv", "--columns", "citizenID"]
    if options:
        (folder / "all.csv").write_bytes(OLD)
    done = without_service(*arguments, "-o", folder / "all.csv", *options, wrapper=without_nameless_files(folder))
    assert done.exit == 0 and "INJECTED" in (folder.parent / "refused").read_text()
    assert [path.name for path in folder.iterdir()] == ["all.csv"]
    assert (folder / "all.csv").read_bytes() == without_service(*arguments).output
    assert stat.S_IMODE((folder / "all.csv").stat().st_mode) == 0o600


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_without_nameless_files_a_signal_takes_away_what_has_a_name(without_service: Tool, folder: Path, how: int) -> None:
    """Standard input is no pipe here, so that an interrupt is for leaving nothing."""
    ours, theirs = socket.socketpair()
    with ours, theirs, without_service.running(
            "convert", "--to", "csv", "-o", folder / "all.csv", stdin=theirs, wrapper=without_nameless_files(folder)) as tracer:
        deadline = time.monotonic() + 10
        while not list(folder.glob(".thaiid-*.tmp")):
            assert time.monotonic() < deadline and tracer.poll() is None
            time.sleep(0.01)
        [tool] = Path(f"/proc/{tracer.pid}/task/{tracer.pid}/children").read_text().split()
        os.kill(int(tool), how)
        tracer.wait(timeout=10)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("is_there", [False, True])
def test_a_crash_leaves_the_old_file_or_the_new(without_service: Tool, folder: Path, tmp_path: Path, is_there: bool) -> None:
    """Killed at 100 moments of a run. What that may leave for an instant beside a file that is replaced, the next
    run takes away."""
    source, file = tmp_path / "many.ndjson", folder / "all.csv"
    source.write_bytes(without_service("read", "--sample", "--json", "--no-photo").output * 2_000)
    arguments = ["convert", source, "--to", "csv", "-o", file, "--force"]
    began = time.monotonic()
    assert without_service(*arguments).exit == 0
    whole, takes = file.read_bytes(), time.monotonic() - began
    moments = random.Random(1)
    for _ in range(100):
        file.unlink(missing_ok=True)
        if is_there:
            file.write_bytes(OLD)
        with without_service.running(*arguments) as process:
            time.sleep(moments.uniform(0, takes))
            process.kill()
            process.wait(timeout=10)
        found = file.read_bytes() if file.exists() else None
        assert found in ([OLD, whole] if is_there else [None, whole])
        assert is_there or [path for path in folder.iterdir() if path != file] == []
    assert without_service(*arguments).exit == 0
    assert [path.name for path in folder.iterdir()] == ["all.csv"]


def test_the_line_of_a_sheet_is_synced_under_a_lock_before_the_sheet_has_its_name(without_service: Tool, folder: Path, tmp_path: Path) -> None:
    drawing(without_service)
    done = calls(
        without_service, folder, "sheet", "--sample", "--purpose=library", "-o", folder / "sheet.pdf",
        "--log", folder / "log", "--log-key", tmp_path / "key")
    assert done[:3] == ["flock log", "write log", "fsync log"]
    assert done[-3:] == ["fsync nameless", "linkat sheet.pdf", "fsync ."]


def test_a_line_that_the_disk_takes_in_part_is_taken_back(without_service: Tool, tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: it takes the beginning of the line."""
    drawing(without_service)
    before = b"{}\n" * 400_000
    log = tmp_path / "log"
    log.write_bytes(before)
    result = without_service(
        "sheet", "--sample", "--purpose=library", "-o", "-", "--log", log, "--log-key", tmp_path / "key",
        wrapper=["prlimit", f"--fsize={len(before) + 20}"])
    assert result.exit == 23 and result.output == b"" and str(log) in result.error_text
    assert log.read_bytes() == before
