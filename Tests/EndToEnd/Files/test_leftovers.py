"""What a crash leaves beside a file holds a person's data: the next file in that folder takes it away."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commandline import Tool

CALLS = "openat,write,fsync,fchmod,flock,linkat,link,rename,unlink"
OLD = b"what was there before\n"
SPARE = re.compile(r"\.thaiid-[0-9a-f]{16}\.tmp")


def writing(folder: Path) -> list[str | Path]:
    return ["read", "--sample", "--format", "csv", "--columns", "citizenID,nameThai.full", "-o", folder / "all.csv", "--force"]


def calls(tool: Tool, folder: Path) -> list[str]:
    """The calls of a whole run, in order."""
    log = folder.parent / "calls"
    assert tool(*writing(folder), wrapper=["strace", "-f", "-qq", "-o", log, "-e", f"trace={CALLS}"]).exit == 0
    return [line for line in log.read_text("utf-8", "replace").splitlines() if re.match(r"\d+ +\w+\(", line)]


def number(all: list[str], name: str, mark: str) -> int:
    """Which of the calls of this name it is that has the mark, from 1."""
    named = [line for line in all if re.match(rf"\d+ +{name}\(", line)]
    return 1 + next(index for index, line in enumerate(named) if mark in line)


@pytest.mark.parametrize("is_there", [True, False], ids=["replaces", "new"])
@pytest.mark.parametrize("has_nameless", [True, False], ids=["nameless", "named"])
def test_killed_at_any_call_the_next_file_clears_away(
    without_service: Tool, folder: Path, is_there: bool, has_nameless: bool,
) -> None:
    """Killed before each call that the writing of a file consists of, and once more."""
    if is_there:
        (folder / "all.csv").write_bytes(OLD)
    whole = calls(without_service, folder)
    refused = [] if has_nameless else [
        "-e", f"inject=openat:error=EOPNOTSUPP:when={number(whole, 'openat', 'O_TMPFILE')}"]
    new = (folder / "all.csv").read_bytes()
    first = next(index for index, line in enumerate(whole) if "O_TMPFILE" in line)
    names = ("write", "fsync", "fchmod", "flock", "linkat", "link", "rename", "unlink", *(["openat"] if has_nameless else []))
    ends = 0
    left_something = False
    for name in names:
        before = sum(1 for line in whole[:first] if re.match(rf"\d+ +{name}\(", line))
        for when in range(before + 1, before + 10):
            for path in folder.iterdir():
                path.unlink()
            if is_there:
                (folder / "all.csv").write_bytes(OLD)
            result = without_service(*writing(folder), wrapper=[
                "strace", "-f", "-qq", "-o", folder.parent / "killed", "-e", f"trace={CALLS}", *refused,
                "-e", f"inject={name}:signal=SIGKILL:when={when}"])
            if result.exit == 0:
                break
            assert result.exit in (-9, 137), result
            ends += 1
            found = {path.name: path.read_bytes() for path in folder.iterdir()}
            file = found.pop("all.csv", None)
            assert file in ([OLD, new] if is_there else [None, new])
            assert all(SPARE.fullmatch(name) for name in found) and len(found) <= 1
            left_something = left_something or bool(found)
            assert without_service("read", "--sample", "-o", folder / "other.txt").exit == 0
            assert {path.name for path in folder.iterdir()} - {"all.csv"} == {"other.txt"}, (name, when)
    assert ends >= 6
    assert left_something or (has_nameless and not is_there), "nothing to clear away, nothing shown"


@contextmanager
def unfinished(tool: Tool, folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A run that holds a draft with a name, and waits for more records until the descriptor is closed."""
    record = tool("read", "--sample", "--json", "--no-photo").output
    ours, theirs = os.pipe()
    wrapper = ["strace", "-f", "-qq", "-o", folder.parent / "refused", "-P", folder, "-e", "trace=openat",
               "-e", "inject=openat:error=EOPNOTSUPP:when=1"]
    with tool.running("convert", "--to", "csv", "-o", folder / "all.csv", stdin=ours, wrapper=wrapper) as process:
        os.close(ours)
        os.write(theirs, record)
        deadline = time.monotonic() + 10
        while not [path for path in folder.iterdir() if path.stat().st_size > 0]:
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.01)
        yield process, theirs


def test_a_draft_that_is_held_stays(without_service: Tool, folder: Path) -> None:
    with unfinished(without_service, folder) as (process, records):
        [draft] = folder.iterdir()
        assert SPARE.fullmatch(draft.name)
        for name in ("a", "b"):
            assert without_service("read", "--sample", "-o", folder / name).exit == 0
        assert {path.name for path in folder.iterdir()} == {draft.name, "a", "b"}
        os.close(records)
        assert process.wait(20) == 0
    assert {path.name for path in folder.iterdir()} == {"all.csv", "a", "b"}
    assert (folder / "all.csv").read_bytes().count(b"\n") == 2


@pytest.mark.parametrize("command", [
    ["read", "--sample", "-o", "{}/x"], ["read", "--sample", "--photo", "{}/x"], ["trace", "record", "--sample", "{}/x"],
    ["read", "--sample", "--trace", "{}/x"], ["read", "--sample", "--json", "-o", "{}/mine", "--force"],
    ["convert", "--to", "csv", "-o", "{}/x"], ["convert", "--to", "json", "-o", "{}/"], ["invent", "--as", "traces", "-o", "{}"],
], ids=" ".join)
def test_every_command_that_writes_clears_away(without_service: Tool, folder: Path, command: list[str]) -> None:
    record = without_service("read", "--sample", "--json", "--no-photo").output
    (folder / ".thaiid-0123456789abcdef.tmp").write_bytes(b"a person")
    (folder / "mine").write_bytes(b"mine")
    assert without_service(*(word.format(folder) for word in command), input=record).exit == 0
    assert not (folder / ".thaiid-0123456789abcdef.tmp").exists()
    assert (folder / "mine").exists()


def test_nothing_but_drafts_is_cleared_away(without_service: Tool, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b"mine")
    (folder / ".thaiid-0000000000000001.tmp").symlink_to(kept)
    os.mkfifo(folder / ".thaiid-0000000000000002.tmp")
    (folder / ".thaiid-0000000000000003.tmp").mkdir()
    others = [".thaiid-1.tmp", ".thaiid-000000000000000g.tmp", ".thaiid-00000000000000000.tmp", "thaiid-0000000000000000.tmp",
              ".thaiid-0000000000000000", ".thaiid-0000000000000000.tmp~", ".thaiid-ABCDEF0123456789.tmp", ".other.tmp"]
    for name in others:
        (folder / name).write_bytes(b"another's")
    with open(folder / ".thaiid-0000000000000004.tmp", "wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        before = set(folder.iterdir())
        assert without_service("read", "--sample", "-o", folder / "x").exit == 0
        assert set(folder.iterdir()) == before | {folder / "x"}
    assert without_service("read", "--sample", "-o", folder / "y").exit == 0
    assert before - set(folder.iterdir()) == {folder / ".thaiid-0000000000000004.tmp"}
    assert kept.read_bytes() == b"mine"


def test_no_spare_name_is_used_twice(without_service: Tool, folder: Path) -> None:
    """Whoever knew it beforehand could have something else wait there."""
    names = set()
    for _ in range(5):
        (folder / "all.csv").write_bytes(OLD)
        [line] = [line for line in calls(without_service, folder) if "linkat(" in line and ".thaiid-" in line]
        names |= set(SPARE.findall(line))
    assert len(names) == 5
