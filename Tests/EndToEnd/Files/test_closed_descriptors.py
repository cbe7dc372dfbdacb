"""A standard stream that was closed by whoever started the tool: nothing that is opened later gets what was meant for it.

Nobody here has a privilege that an ordinary user lacks, and the system log is one of the test's own.
"""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from commandline import Result, Tool
from drawing import drawing
from privatedevices import PrivateDevices
from scriptedcard import Insert
from sheets import AT, AUDIT, PURPOSE
from traces import FIXTURES

TRACE = str(FIXTURES / "ordinary.trace")
WITHOUT_PRIVILEGES = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]

WRITING = [
    ["read", "--json"], ["read", "--format", "csv"], ["read"], ["read", "--format", "photo"], ["watch", "--ndjson"], ["watch"],
    ["readers"], ["readers", "--json"], ["doctor"], ["doctor", "--json"], ["trace", "record", "-"], ["apdu", "a40400:a000000054480001"],
    ["sheet", "--purpose=library", "-o", "-"], ["read", "--format", "xlsx"], ["read", "--format", "hotel-rr3"],
    ["read", "--sample", "--json"], ["read", "--replay", TRACE, "--format", "ndjson"], ["sheet", "--sample", "--purpose=library", "-o", "-"],
    ["sheet", "--sample", "--purpose=library", "--json", "-o", "a.pdf"],
    ["trace", "show", TRACE], ["trace", "explain", TRACE], ["trace", "check", TRACE], ["trace", "diff", TRACE, TRACE.replace("ordinary", "health")],
    ["trace", "convert", "--to", "apdu4j", TRACE], ["trace", "pseudonymise", TRACE], ["invent"], ["invent", "--as", "traces"],
    ["check-id", "1000000000009"], ["schema", "record"], ["--help"], ["--version"], ["read", "--help"],
]


@pytest.fixture
def devices(tmp_path: Path) -> Iterator[PrivateDevices]:
    with PrivateDevices(tmp_path / "dev") as devices:
        yield devices


@pytest.fixture
def closing(thaiid: Tool, devices: PrivateDevices) -> Callable[..., Result]:
    """Runs the tool as an ordinary user, some of its streams closed."""
    drawing(thaiid)

    def run(streams: str, *arguments: str | Path, **options: Any) -> Result:
        shell = ["sh", "-c", f'exec "$0" "$@" {streams}']
        return thaiid(*arguments, wrapper=[*devices.wrapper, *WITHOUT_PRIVILEGES, *shell], **options)
    return run


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_what_cannot_be_written_is_23_and_nowhere(
    closing: Callable[..., Result], devices: PrivateDevices, thaiid: Tool, insert: Insert, command: list[str],
) -> None:
    insert()
    before = set(thaiid.home.iterdir())
    result = closing(">&-", *command)
    assert (result.exit, result.output) == (23, b""), result
    assert b"standard output" in result.errors or b"Bad file descriptor" in result.errors
    assert devices.logged() == b""
    assert {path.name for path in set(thaiid.home.iterdir()) - before} <= {".cache"}


@pytest.mark.parametrize("streams", [">&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_it_is_23_whatever_else_is_closed(
    closing: Callable[..., Result], devices: PrivateDevices, insert: Insert, streams: str,
) -> None:
    insert()
    for command in (["read", "--json"], ["watch", "--ndjson"], ["sheet", "--sample", "--purpose=library", "-o", "-"]):
        result = closing(streams, *command)
        assert (result.exit, result.output) == (23, b""), result
        assert devices.logged() == b""


@pytest.mark.parametrize("streams", ["2>&-", "<&- 2>&-"])
def test_what_is_told_to_nobody_is_in_no_file(
    closing: Callable[..., Result], thaiid: Tool, tmp_path: Path, streams: str,
) -> None:
    lines = thaiid("invent", "--count", "3", "--no-photo").output.splitlines(keepends=True)
    source = tmp_path / "records"
    source.write_bytes(lines[0] + b"no record\n" + lines[1] + b"{}\n" + lines[2])
    whole = thaiid("convert", "--to", "csv", input=b"".join(lines)).output
    for target in ("-", tmp_path / "all.csv"):
        result = closing(streams, "convert", "--skip-bad", "--to", "csv", source, "-o", target)
        assert result.exit == 22
        assert (result.output if target == "-" else target.read_bytes()) == whole
    for command in (["read", "--sample", "--stats", "-o", tmp_path / "text"], ["trace", "record", tmp_path / "card.trace", "--sample"]):
        assert closing(streams, *command).exit == 0
    assert b"\x1b" not in (tmp_path / "text").read_bytes() and b"ms" not in (tmp_path / "text").read_bytes()
    assert (tmp_path / "card.trace").read_text().startswith("thaiid-trace 1\n# A recording")
    assert "keep it as you keep the card" not in (tmp_path / "card.trace").read_text()


def test_an_error_that_nobody_hears_is_an_error(closing: Callable[..., Result], devices: PrivateDevices) -> None:
    assert closing("2>&-", "read", "--json").exit == 14
    assert closing("2>&-", "read", "--nonsense").exit == 64
    assert devices.logged() == b""


def test_what_is_read_from_nowhere_is_an_error(closing: Callable[..., Result], tmp_path: Path) -> None:
    for command in (["convert", "--to", "csv"], ["sheet", "--from", "-", "--purpose=x", "-o", "-"], ["trace", "show", "-"]):
        result = closing("<&-", *command)
        assert (result.exit, result.output) == (22, b""), result


def test_files_are_whole_where_all_streams_are_closed(
    closing: Callable[..., Result], thaiid: Tool, insert: Insert, tmp_path: Path,
) -> None:
    insert()
    files = [tmp_path / name for name in ("card.jpg", "card.trace", "card.xlsx")]
    command = ["read", "--photo", files[0], "--trace", files[1], "--format", "xlsx", "-o", files[2]]
    assert closing("<&- >&- 2>&-", *command).exit == 0
    assert [file.read_bytes()[:4] for file in files] == [b"\xff\xd8\xff\xe0", b"thai", b"PK\x03\x04"]
    assert files[0].read_bytes().endswith(b"\xff\xd9")


def test_an_emulator_without_streams_is_no_commands(thaiid: Tool, devices: PrivateDevices, closing: Callable[..., Result]) -> None:
    """What the service sends to the virtual card is not taken for lines on standard input."""
    shell = ["sh", "-c", 'exec "$0" "$@" <&-']
    with thaiid.running("emulate", "--sample", wrapper=[*devices.wrapper, *WITHOUT_PRIVILEGES, *shell]) as process:
        assert process.stderr and process.stderr.readline() == b"ready\n"
        thaiid.pcsc.wait_for_card()
        assert thaiid("read", "--json").record["card"]["citizenID"] == "1000000000009"
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130


@pytest.mark.parametrize("command", [
    ["sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT], ["sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT, "--layout"],
    ["rr3"], ["portrait"], ["xlsx"], ["--help"], ["--version"],
], ids=" ".join)
def test_the_drawing_program_keeps_to_it(render: Path, thaiid: Tool, command: list[str]) -> None:
    record = thaiid("read", "--sample", "--json").output
    shell = ["sh", "-c", 'exec "$0" "$@" >&-', render, *command]
    done = subprocess.run(shell, input=record, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (23, b"") and done.stderr
    shell[2] = 'exec "$0" "$@" <&-'
    assert subprocess.run(shell, capture_output=True, timeout=60).returncode == (0 if command[0].startswith("--") else 22)


# Priorities.

@pytest.mark.parametrize("command", [["read", "--json"], ["readers"], ["doctor"], ["sheet", "--purpose=x", "-o", "-"]], ids=" ".join)
def test_nobody_asks_for_a_priority(thaiid: Tool, insert: Insert, tmp_path: Path, command: list[str]) -> None:
    """An ordinary user does not get it, and that it was refused would stand in the system's log."""
    insert()
    calls = tmp_path / "calls"
    asked = "trace=setpriority,sched_setscheduler,sched_setparam,sched_setattr"
    assert drawing(thaiid)(*command, wrapper=["strace", "-f", "-qq", "-o", calls, "-e", asked]).exit == 0
    assert re.findall(r"(?:setpriority|sched_set\w+)\(.*", calls.read_text()) == []
