"""Names that are links: those of the standard streams mean the streams, any other is neither replaced nor followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from commandline import Result, Tool
from drawing import drawing
from privatedevices import STREAMS, PrivateDevices
from sheets import AT
from traces import FIXTURES

TRACE = str(FIXTURES / "ordinary.trace")
SHEET = ["sheet", "--replay", TRACE, "--purpose=library", "--audit=RCB1-QGME-N9", f"--at={AT}"]

NAMING = {
    "read": ["read", "--replay", TRACE, "--format", "csv", "-o"],
    "workbook": ["read", "--replay", TRACE, "--format", "xlsx", "-o"],
    "sheet": [*SHEET, "--format", "pdf", "-o"],
    "trace convert": ["trace", "convert", TRACE, "--to", "apdu4j", "-o"],
    "record": ["trace", "record", "--replay", TRACE],
}
"""Commands to whose end the name of a file, or -, is added."""

BESIDE = {
    "photo": ["read", "--replay", TRACE, "--json", "--photo"],
    "recording": ["read", "--replay", TRACE, "--json", "--trace"],
}
"""Commands that write a file beside what they print."""


@pytest.fixture
def own(without_service: Tool, tmp_path: Path) -> Iterator[Callable[..., Result]]:
    """Runs the tool as root of a /dev of its own, streams redirected as a shell does it."""
    drawing(without_service)
    with PrivateDevices(tmp_path / "dev") as devices:
        def run(streams: str, *arguments: str | Path, **options: Any) -> Result:
            shell = ["sh", "-c", f'exec "$0" "$@" {streams}']
            result = without_service(*arguments, wrapper=[*devices.wrapper, *shell], **options)
            assert {name: os.readlink(devices.folder / name) for name in STREAMS} == STREAMS, "the machine's own"
            return result
        yield run


def timeless(written: bytes) -> bytes:
    """What a recording says but for its times."""
    return b"".join(line for line in written.splitlines(keepends=True) if not line.startswith(b"~ "))


@pytest.mark.parametrize("name", NAMING)
def test_a_name_of_standard_output_means_it(own: Callable[..., Result], tmp_path: Path, name: str) -> None:
    expected = timeless(own("", *NAMING[name], "-").output)
    assert expected
    assert timeless(own("", *NAMING[name], "/dev/fd/1").output) == expected
    for path, force in (("/dev/stdout", []), ("/dev/stdout", ["--force"]), ("/proc/self/fd/1", ["--force"])):
        assert own(f"> {tmp_path}/file", *NAMING[name], path, *force).exit == 0
        assert timeless((tmp_path / "file").read_bytes()) == expected


@pytest.mark.parametrize("name", [*NAMING, *BESIDE])
def test_a_descriptor_that_was_handed_over_is_written_to(own: Callable[..., Result], tmp_path: Path, name: str) -> None:
    """As a shell's >(…) does it."""
    command = (NAMING | BESIDE)[name]
    place = tmp_path / "file"
    assert own("", *command, place).exit == 0
    for path, force in (("/dev/fd/5", []), ("/proc/self/fd/5", ["--force"])):
        assert own(f"5> {tmp_path}/other", *command, path, *force).exit == 0
        assert timeless((tmp_path / "other").read_bytes()) == timeless(place.read_bytes())


@pytest.mark.parametrize("name", [*NAMING, *BESIDE])
def test_a_descriptor_that_nobody_handed_over_is_none(own: Callable[..., Result], name: str) -> None:
    """Not even where the tool has opened something under that number: it may be the socket of the service."""
    for path in ("/dev/fd/5", "/proc/self/fd/3"):
        result = own("", *(NAMING | BESIDE)[name], path, "--force")
        assert (result.exit, result.output) == (23, b""), result


def test_a_stream_that_is_for_reading_is_none(own: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"mine")
    for path in ("/dev/stdin", "/dev/fd/5"):
        assert own(f"0< {tmp_path}/kept 5< {tmp_path}/kept", *NAMING["read"], path, "--force").exit == 23
    assert (tmp_path / "kept").read_bytes() == b"mine"


@pytest.mark.parametrize("name", [*NAMING, *BESIDE])
def test_no_link_is_replaced_or_followed(own: Callable[..., Result], tmp_path: Path, name: str) -> None:
    folder = tmp_path / "files"
    (folder / "folder").mkdir(parents=True)
    (folder / "kept").write_bytes(b"mine")
    for target, exit in (("kept", 24), ("nowhere", 24), ("folder", 24), ("/dev/stdout", 23), ("/dev/fd/1", 23)):
        (folder / "link").symlink_to(target)
        for force in ([], ["--force"]) if target == "kept" else (["--force"],):
            result = own("> /dev/null", *(NAMING | BESIDE)[name], folder / "link", *force)
            assert result.exit == exit and str(folder / "link") in result.error_text, result
        assert os.readlink(folder / "link") == target
        (folder / "link").unlink()
    assert (folder / "kept").read_bytes() == b"mine"
    assert sorted(path.name for path in folder.iterdir()) == ["folder", "kept"]
    assert list((folder / "folder").iterdir()) == []


@pytest.mark.parametrize(("name", "command"), [
    ("record-000001.csv", ["convert", "--to", "csv", "--force", "-o"]),
    ("2.trace", ["trace", "pseudonymise", "--force", TRACE, TRACE, "--folder"]),
    ("000001.trace", ["invent", "--as", "traces", "--no-photo", "--force", "-o"]),
], ids=["convert", "pseudonymise", "invent"])
def test_no_link_in_a_folder_is_replaced_or_followed(without_service: Tool, tmp_path: Path, name: str, command: list[str]) -> None:
    record = without_service("read", "--sample", "--json", "--no-photo").output
    folder, kept = tmp_path / "folder", tmp_path / "kept"
    folder.mkdir()
    kept.write_bytes(b"mine")
    (folder / name).symlink_to(kept)
    result = without_service(*command, f"{folder}/", input=record)
    assert result.exit == 24, result
    assert (folder / name).is_symlink() and kept.read_bytes() == b"mine"


def test_a_folder_may_be_a_link(without_service: Tool, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    assert without_service("read", "--sample", "-o", tmp_path / "link/text").exit == 0
    assert without_service("invent", "--as", "traces", "--no-photo", "-o", tmp_path / "link").exit == 0
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == ["000001.trace", "text"]


# Logs and keys.

def made(tool: Tool, *options: str | Path, **more: Any) -> Result:
    return drawing(tool)(*SHEET, "-o", "a.pdf", "--force", *options, **more)


@pytest.mark.parametrize("target", ["kept", "nowhere"])
def test_no_log_or_key_is_opened_through_a_link(without_service: Tool, tmp_path: Path, target: str) -> None:
    kept, link = tmp_path / "kept", tmp_path / "link"
    kept.write_bytes(b"0123456789abcdef")
    kept.chmod(0o600)
    link.symlink_to(tmp_path / target)
    for options in (["--log", link, "--log-key", "key"], ["--log", "log", "--log-key", link]):
        result = made(without_service, *options)
        assert result.exit == 24 and f"{link} is a link" in result.error_text, result
    result = without_service("trace", "pseudonymise", TRACE, "--key-file", link)
    assert result.exit == 24 and f"{link} is a link" in result.error_text, result
    assert kept.read_bytes() == b"0123456789abcdef" and not (tmp_path / "nowhere").exists()
    assert not (without_service.home / "a.pdf").exists()


def test_a_log_and_a_key_may_be_streams(without_service: Tool, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"0123456789abcdef")
    key.chmod(0o600)
    (tmp_path / "log").write_bytes(b"{}\n")
    shell = ["sh", "-c", f'exec "$0" "$@" 5>> {tmp_path}/log 6< {key}']
    assert made(without_service, "--log", "/dev/fd/5", "--log-key", "/dev/fd/6", wrapper=shell).exit == 0
    assert (tmp_path / "log").read_bytes().startswith(b'{}\n{"schema":"thaiid.sheet-log/1","event":"issued"')
    shell = ["sh", "-c", f'exec "$0" "$@" 6< {key}']
    seen = [without_service("trace", "pseudonymise", TRACE, "--key-file", file, wrapper=shell).output for file in (key, "/dev/fd/6")]
    assert seen[0] and seen[0] == seen[1]


def test_what_is_replaced_is_a_file(without_service: Tool, tmp_path: Path) -> None:
    """The case that --force is for stays."""
    place = tmp_path / "file"
    place.write_bytes(b"old")
    assert without_service("read", "--sample", "--json", "-o", place, "--force").exit == 0
    assert place.read_bytes().startswith(b'{"schema"') and stat.S_IMODE(place.stat().st_mode) == 0o600
