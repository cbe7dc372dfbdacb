"""Photo, output and workbook of one read are there together or not at all; a recording is there whatever fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandline import Tool
from drawing import drawing, drawn_by
from traces import FIXTURES

TRACE = str(FIXTURES / "ordinary.trace")


def reading(folder: Path, *options: str | Path) -> list[str | Path]:
    return ["read", "--replay", TRACE, "--photo", folder / "photo.jpg", *options]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("place", ["nowhere/card.csv", "card.csv"])
def test_all_of_it_or_nothing(without_service: Tool, folder: Path, place: str) -> None:
    result = without_service(*reading(folder, "--format", "csv", "-o", folder / place))
    assert result.exit == (0 if place == "card.csv" else 23)
    assert names(folder) == (["card.csv", "photo.jpg"] if result.exit == 0 else [])


def test_a_workbook_that_is_not_drawn_leaves_no_photo(lonely: Tool, folder: Path, tmp_path: Path) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", "cat > /dev/null; echo no >&2; exit 21")
    result = tool(*reading(folder, "--format", "xlsx", "-o", folder / "card.xlsx", "--trace", folder / "card.trace"))
    assert result.exit == 21
    assert names(folder) == ["card.trace"], "the recording tells most of a read that failed"


@pytest.mark.parametrize("streams", [">&-", "> /dev/full"])
def test_what_standard_output_does_not_take_leaves_no_photo(without_service: Tool, folder: Path, streams: str) -> None:
    shell = ["sh", "-c", f'exec "$0" "$@" {streams}']
    result = without_service(*reading(folder, "--json", "--trace", folder / "card.trace"), wrapper=shell)
    assert result.exit == 23
    assert names(folder) == ["card.trace"]


def kept_open(tool: Tool, folder: Path, syscall: str, when: int, *options: str) -> tuple[int, dict[str, bytes]]:
    """A read whose files' naming fails at one call."""
    result = tool(*reading(folder, "--format", "csv", "-o", folder / "card.csv", *options), wrapper=[
        "strace", "-f", "-qq", "-o", folder.parent / "calls", "-e", f"trace={syscall}",
        "-e", f"inject={syscall}:error=EIO:when={when}"])
    assert "INJECTED" in (folder.parent / "calls").read_text()
    return result.exit, {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(("syscall", "when"), [("fsync", 1), ("fsync", 2), ("linkat", 1), ("linkat", 2), ("fsync", 3), ("fsync", 4)])
def test_a_name_that_cannot_be_given_takes_the_others_away(without_service: Tool, folder: Path, syscall: str, when: int) -> None:
    assert kept_open(without_service, folder, syscall, when) == (23, {})


@pytest.mark.parametrize(("syscall", "when"), [("fsync", 2), ("rename", 1), ("rename", 2), ("fsync", 4)])
def test_what_was_replaced_comes_back(without_service: Tool, folder: Path, syscall: str, when: int) -> None:
    before = {"photo.jpg": b"old photo", "card.csv": b"old table"}
    for name, old in before.items():
        (folder / name).write_bytes(old)
    assert kept_open(without_service, folder, syscall, when, "--force") == (23, before)


def test_nothing_is_left_of_what_was_replaced(without_service: Tool, folder: Path) -> None:
    for name in ("photo.jpg", "card.csv"):
        (folder / name).write_bytes(b"old")
    assert without_service(*reading(folder, "--format", "csv", "-o", folder / "card.csv", "--force")).exit == 0
    assert names(folder) == ["card.csv", "photo.jpg"]
    assert b"old" not in (folder / "card.csv").read_bytes() + (folder / "photo.jpg").read_bytes()


def test_a_sheet_whose_line_is_not_heard_is_not_there(without_service: Tool) -> None:
    tool = drawing(without_service)
    result = tool(
        "sheet", "--replay", TRACE, "--purpose=library", "--json", "-o", "a.pdf", "--log", "log", "--log-key", "key",
        stdout=open("/dev/full", "wb"))
    assert result.exit == 23 and not (tool.home / "a.pdf").exists()
    assert [line.partition('"event":"')[2].partition('"')[0] for line in (tool.home / "log").read_text().splitlines()] == ["issued", "failed"]
