"""What is told as done is on the disk: in which order files are written, synced and named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commandline import Tool
from drawing import renderer_folder

CALLS = "trace=fsync,rename,link,flock,write"


def calls(tool: Tool, folder: Path, *arguments: str | Path) -> list[str]:
    """What the tool asks the system to do with files in a folder, in order: `fsync log`, `link .tmp sheet.pdf`."""
    trace = folder.parent / "calls"
    done = tool(*arguments, wrapper=["strace", "-f", "-qq", "-y", "-o", trace, "-e", CALLS])
    assert done.exit == 0, done
    said = []
    for line in trace.read_text("utf-8", "replace").splitlines():
        name = re.match(r"\d+ +(\w+)\(", line)
        paths = re.findall(rf'[<"]{re.escape(str(folder))}(?:/([^>"/]*))?[>"]', line)
        if name and paths and line.endswith("= 0") | (name[1] == "write"):
            said.append(" ".join([name[1], *(re.sub(r"^\.thaiid-.*\.tmp$", ".tmp", path) or "." for path in paths)]))
    return said


@pytest.mark.parametrize(("options", "naming"), [([], "link .tmp all.csv"), (["--force"], "rename .tmp all.csv")])
def test_a_file_is_synced_before_it_has_its_name_and_the_folder_after(
    without_service: Tool, tmp_path: Path, options: list[str], naming: str,
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = calls(without_service, folder, "read", "--sample", "--format", "csv", "-o", folder / "all.csv", *options)
    assert done == ["write .tmp", "fsync .tmp", naming, "fsync ."]


def test_the_line_of_a_sheet_is_synced_under_a_lock_before_the_sheet_has_its_name(without_service: Tool, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    without_service.environment["PATH"] = f"{renderer_folder()}:/usr/bin:/bin"
    done = calls(
        without_service, folder, "sheet", "--sample", "--purpose=library", "-o", folder / "sheet.pdf",
        "--log", folder / "log", "--log-key", tmp_path / "key")
    assert done[:3] == ["flock log", "write log", "fsync log"]
    assert done[-3:] == ["fsync .tmp", "link .tmp sheet.pdf", "fsync ."]


def test_a_line_that_the_disk_takes_in_part_is_taken_back(without_service: Tool, tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: it takes the beginning of the line."""
    without_service.environment["PATH"] = f"{renderer_folder()}:/usr/bin:/bin"
    before = b"{}\n" * 400_000
    log = tmp_path / "log"
    log.write_bytes(before)
    result = without_service(
        "sheet", "--sample", "--purpose=library", "-o", "-", "--log", log, "--log-key", tmp_path / "key",
        wrapper=["prlimit", f"--fsize={len(before) + 20}"])
    assert result.exit == 23 and result.output == b"" and str(log) in result.error_text
    assert log.read_bytes() == before
