"""Where the tool runs as nobody expects it: masks, limits, folders that cannot be looked into, a machine without /proc."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from commandline import Tool
from drawing import drawing
from traces import FIXTURES

TRACE = str(FIXTURES / "ordinary.trace")
WITHOUT_PRIVILEGES = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
SHEET = ["sheet", "--replay", TRACE, "--purpose=library"]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_a_folder_is_its_owners_under_any_mask(without_service: Tool, tmp_path: Path, umask: int) -> None:
    record = without_service("read", "--sample", "--json", "--no-photo").output
    for name, command in (("a", ["convert", "--to", "csv", "-o", tmp_path / "a/"]), ("b", ["invent", "--as", "traces", "--no-photo", "-o", tmp_path / "b"])):
        command[-1] = f"{command[-1]}/"
        assert without_service(*command, input=record, umask=umask, wrapper=WITHOUT_PRIVILEGES).exit == 0
        [file] = (tmp_path / name).iterdir()
        assert [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / name, file)] == [0o700, 0o600]


# Limits on the size of files: `ulimit -f`.

@pytest.mark.parametrize("command", [
    ["read", "--replay", TRACE, "--json", "-o", "file"], ["read", "--replay", TRACE, "--photo", "file"],
    ["read", "--replay", TRACE, "--trace", "file"], ["trace", "record", "--replay", TRACE, "file"],
    ["trace", "convert", TRACE, "--to", "pcap", "-o", "file"], ["trace", "pseudonymise", TRACE, "-o", "file"],
    ["invent", "--as", "traces", "-o", "folder"], [*SHEET, "-o", "file.pdf"],
], ids=" ".join)
def test_a_file_that_may_not_be_so_large_is_23_with_words(without_service: Tool, command: list[str]) -> None:
    tool = drawing(without_service)
    result = tool(*command, wrapper=["prlimit", "--fsize=1000"])
    assert result.exit == 23 and "File too large" in result.error_text, result
    assert not any(path.is_file() for path in tool.home.rglob("*") if ".cache" not in path.parts)


def test_standard_output_that_may_not_be_so_large_is_23(without_service: Tool, tmp_path: Path) -> None:
    with open(tmp_path / "file", "wb") as file:
        result = without_service("read", "--replay", TRACE, "--json", stdout=file, wrapper=["prlimit", "--fsize=1000"])
    assert result.exit == 23 and "File too large" in result.error_text


def test_a_sheet_that_may_not_be_so_large_is_taken_back_in_the_log(without_service: Tool) -> None:
    tool = drawing(without_service)
    result = tool(*SHEET, "-o", "a.pdf", "--log", "log", "--log-key", "key", wrapper=["prlimit", "--fsize=2000"])
    assert result.exit == 23 and "File too large" in result.error_text
    events = [json.loads(line) for line in (tool.home / "log").read_text().splitlines()]
    assert [event["event"] for event in events] == ["issued", "failed"] and events[1]["code"] == "write"
    assert not (tool.home / "a.pdf").exists()


# A folder to write into and not to look into.

@pytest.mark.parametrize("options", [[], ["--force"]], ids=["new", "replaced"])
def test_a_folder_that_cannot_be_looked_into_is_written_to(without_service: Tool, tmp_path: Path, options: list[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    if options:
        (folder / "a.csv").write_bytes(b"old")
    folder.chmod(0o300)
    result = without_service(
        "read", "--sample", "--format", "csv", "-o", folder / "a.csv", "--photo", folder / "a.jpg", *options, wrapper=WITHOUT_PRIVILEGES)
    folder.chmod(0o700)
    assert result.exit == 0, result
    assert sorted(path.name for path in folder.iterdir()) == ["a.csv", "a.jpg"]
    assert (folder / "a.csv").read_bytes().startswith(b'"') or b"citizenID" in (folder / "a.csv").read_bytes()


@pytest.mark.parametrize("mode", [0o600, 0o500, 0o000])
def test_a_folder_that_cannot_be_written_to_is_23(without_service: Tool, tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    folder.chmod(mode)
    result = without_service("read", "--sample", "-o", folder / "a.csv", wrapper=WITHOUT_PRIVILEGES)
    folder.chmod(0o700)
    assert result.exit == 23 and "Permission denied" in result.error_text, result


# No /proc.

WITHOUT_PROC = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs tmpfs /proc && exec "$0" "$@"']


@pytest.mark.parametrize("command", [["read", "--sample"], ["read", "--sample", "--json"], ["--help"], ["check-id", "1000000000009"]], ids=" ".join)
def test_a_machine_without_proc_is_an_error_with_words(without_service: Tool, command: list[str]) -> None:
    for program in (without_service.path, without_service.path.with_name("thaiid-render")):
        result = without_service(*command, wrapper=[*WITHOUT_PROC, program])
        assert (result.exit, result.output) == (64, b""), result
        assert "/proc" in result.error_text and "USAGE" not in result.error_text
