"""What shells offer: readers by their names, files where files are meant; bash, zsh and fish as they are."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import ROOT, Tool
from privatepcsc import READERS
from terminal import Terminal

SCRIPTS = {"bash": "thaiid.bash", "zsh": "_thaiid", "fish": "thaiid.fish"}


@pytest.fixture(scope="module")
def scripts(binary: Path) -> Path:
    """Where the scripts are that `make completions` writes."""
    subprocess.run(["make", "-C", ROOT, "-o", "build", "completions", f"THAIID={binary}"], check=True, capture_output=True, timeout=120)
    return ROOT / ".build" / "completions"


@pytest.fixture
def commands(binary: Path, tmp_path: Path) -> Path:
    """A folder with a `thaiid` that completes as the real one, and else prints what it was called with."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "thaiid").write_text(
        f'#!/bin/sh\ncase "$1" in -*) exec "{binary}" "$@";; esac\nprintf "<%s>" "$@"; echo " done"\n')
    (folder / "thaiid").chmod(0o755)
    return folder


class Shell:
    """A shell in which somebody types."""

    def __init__(self, tool: Tool, name: str, commands: Path, scripts: Path, folder: Path) -> None:
        copies = folder / "completions"
        shutil.copytree(scripts, copies)
        start = {
            "bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"], "fish": ["fish", "--no-config", "-i"],
        }[name]
        environment = os.environ | tool.environment | {"PATH": f"{commands}:/usr/bin:/bin", "PS1": "ready> ", "TERM": "xterm"}
        self.terminal = Terminal({}, tool.pcsc.inside(start, folder), environment, columns=200)
        for line in {
            "bash": ["bind 'set bell-style none'", f"source {copies}/thaiid.bash"],
            "zsh": ["PS1='ready> '", f"fpath=({copies} $fpath); autoload -Uz compinit; compinit -u -D"],
            "fish": [f"source {copies}/thaiid.fish"],
        }[name]:
            self.terminal.type(f"{line}\n".encode())
        self.terminal.type(b"echo loa''ded\n")
        self.until(b"loaded")

    def until(self, text: bytes, seconds: float = 30) -> None:
        self.terminal.play(lambda: text in self.terminal.shown, seconds)

    def called(self, before: str, completed: str, after: str) -> str:
        """What the program is called with when TAB is pressed, something shows, more is typed, and RETURN pressed."""
        self.terminal.shown = b""
        self.terminal.type(before.encode() + b"\t")
        self.until(completed.encode())
        self.terminal.shown = b""
        self.terminal.type(after.encode() + b"\n")
        self.until(b"> done")
        shown = self.terminal.shown.decode("utf-8", "replace")
        return shown[shown.rindex("<read>"):shown.rindex(" done")]


@pytest.fixture
def shell(request: pytest.FixtureRequest, thaiid: Tool, commands: Path, scripts: Path, tmp_path: Path) -> Iterator[Shell]:
    shell = Shell(thaiid, request.param, commands, scripts, tmp_path)
    yield shell
    shell.terminal.close()


@pytest.mark.parametrize("shell", list(SCRIPTS), indirect=True)
def test_name_of_a_reader_is_completed_with_its_spaces(shell: Shell) -> None:
    # Both names begin alike, so that the last digit is left to be typed.
    assert shell.called("thaiid read --reader Virt", "00", "1") == f"<read><--reader><{READERS[1]}>"


@pytest.mark.parametrize("shell", list(SCRIPTS), indirect=True)
def test_file_is_completed_where_a_file_is_meant(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a card.trace").touch()
    assert shell.called("thaiid read --replay a", "card", "") == "<read><--replay><a card.trace>"


@pytest.mark.parametrize("command", ["read", "sheet", "apdu", "trace record"])
def test_program_offers_readers(thaiid: Tool, command: str) -> None:
    words = command.split()
    result = thaiid("---completion", *words, "--", "--reader", "3", "0", "thaiid", *words, "--reader", "",
                    environment={"SAP_SHELL": "fish"})
    assert result.exit == 0 and sorted(result.text.splitlines()) == list(READERS), result


def test_nothing_is_offered_without_a_service_and_nobody_waits(without_service: Tool) -> None:
    start = time.monotonic()
    result = without_service("---completion", "read", "--", "--reader", "3", "0", "thaiid", "read", "--reader", "",
                             environment={"SAP_SHELL": "fish"})
    assert (result.exit, result.text.strip()) == (0, ""), result
    assert time.monotonic() - start < 3


def test_a_service_that_hangs_is_not_waited_for(thaiid: Tool, binary: Path) -> None:
    """The service is stopped: it takes the connection and answers nothing."""
    pids = subprocess.run(
        thaiid.pcsc.inside(["pgrep", "-f", str(thaiid.pcsc.folder)]), capture_output=True, text=True).stdout.split()
    service = [pid for pid in pids if Path(f"/proc/{pid}/comm").read_text().strip() == "pcscd"]
    assert len(service) == 1, pids
    os.kill(int(service[0]), 19)
    try:
        start = time.monotonic()
        result = thaiid("---completion", "read", "--", "--reader", "3", "0", "thaiid", "read", "--reader", "",
                        environment={"SAP_SHELL": "fish"})
        assert (result.exit, result.text.strip()) == (0, ""), result
        # A second, and what a build with debug data takes to start on a busy machine.
        assert time.monotonic() - start < 4
    finally:
        os.kill(int(service[0]), 18)
