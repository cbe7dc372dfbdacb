"""`thaiid read --show-photo`: the photo on terminals of all kinds, each asked what it can do."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from commandline import Tool
from drawing import renderer_folder
from scriptedcard import Insert
from terminal import ATTRIBUTES, ITERM, KITTY, Terminal
from traces import FIXTURES

YES = {KITTY: b"\x1b_Gi=31;OK\x1b\\", ITERM: b"\x1b[ITERM2 3.5.0n", ATTRIBUTES: b"\x1b[?62;4;22c"}
PLAIN = b"\x1b[?62;22c"

SHOWN = {"kitty": b"\x1b_G", "iterm": b"\x1b]1337;File=", "sixel": b"\x1bP", "blocks": "▄".encode()}
"""What the picture of each kind begins with, or consists of."""

Screen = Callable[..., Terminal]


@pytest.fixture
def screen(thaiid: Tool) -> Iterator[Screen]:
    """Starts the tool on a terminal of its own."""
    terminals = []

    def screen(answers: Mapping[bytes, bytes], *arguments: str | Path, size: tuple[int, int] = (30, 100), **environment: str) -> Terminal:
        surroundings = thaiid.environment | {"TERM": "xterm-256color", "PATH": f"{os.environ['PATH']}:{renderer_folder()}"}
        command = thaiid.pcsc.inside([thaiid.path, "read", "--show-photo", *(arguments or ["--sample"])], thaiid.home)
        terminals.append(Terminal(answers, command, surroundings | environment, rows=size[0], columns=size[1]))
        return terminals[-1]

    yield screen
    for terminal in terminals:
        terminal.close()


def pictures(terminal: Terminal) -> list[str]:
    """The kinds of pictures that were shown, the questions aside."""
    after = terminal.shown.partition(ATTRIBUTES)[2]
    return [kind for kind, mark in SHOWN.items() if mark in after]


@pytest.mark.parametrize(("answers", "kind"), [
    (YES, "kitty"), (YES | {KITTY: b""}, "iterm"), (YES | {KITTY: b"\x1b_Gi=31;EINVAL:x\x1b\\", ITERM: b""}, "sixel"),
    ({ATTRIBUTES: PLAIN}, "blocks"), ({}, "blocks"), ({KITTY: YES[KITTY]}, "kitty"),
], ids=["kitty", "iTerm2", "sixel", "plain", "silent", "kitty that is not of the VT family"])
def test_the_picture_is_of_the_kind_that_the_terminal_says(screen: Screen, answers: dict[bytes, bytes], kind: str) -> None:
    terminal = screen(answers)
    assert terminal.run() == 0, terminal.shown
    assert pictures(terminal) == [kind]
    assert b"1 0000 00000 00 9" in terminal.shown
    assert terminal.settings == terminal.before


def test_a_card_in_a_reader_is_shown(screen: Screen, insert: Insert) -> None:
    insert()
    terminal = screen({ATTRIBUTES: YES[ATTRIBUTES]}, "--reader", "1")
    assert terminal.run() == 0, terminal.shown
    assert pictures(terminal) == ["sixel"]


@pytest.mark.parametrize(("size", "rows", "columns"), [((30, 100), 24, 40), ((10, 20), 9, 20), ((1, 1), 1, 1), ((0, 0), 23, 40)])
def test_blocks_keep_to_the_terminal(screen: Screen, size: tuple[int, int], rows: int, columns: int) -> None:
    terminal = screen({ATTRIBUTES: PLAIN}, size=size)
    assert terminal.run() == 0, terminal.shown
    cells = [re.sub(r"\x1b\[[0-9;?]*[a-z]", "", line) for line in terminal.shown.decode().splitlines() if "\x1b[38;2;" in line]
    assert 0 < len(cells) <= rows
    assert 0 < max(map(len, cells)) <= columns


def test_a_terminal_that_shows_no_pictures_is_told_so_before_anything_is_read(screen: Screen, insert: Insert) -> None:
    card = insert()
    for answers, environment in [({ATTRIBUTES: PLAIN}, {"LC_ALL": "C"}), ({}, {"TERM": "dumb"}), ({}, {"TERM": ""})]:
        terminal = screen(answers, "--reader", "1", **environment)
        assert terminal.run() == 24, terminal.shown
        assert b"1 0000" not in terminal.shown and b"--photo FILE" in terminal.shown
        assert (ATTRIBUTES in terminal.shown) == bool(answers), "a dumb terminal is not asked"
    assert card.commands == []


def test_without_a_terminal_it_is_refused(thaiid: Tool) -> None:
    result = thaiid("read", "--sample", "--show-photo")
    assert (result.exit, result.output) == (24, b"")


def test_a_card_without_a_photo_is_read_all_the_same(screen: Screen) -> None:
    terminal = screen({ATTRIBUTES: PLAIN}, "--replay", FIXTURES / "no-photo.trace")
    assert terminal.run() == 0, terminal.shown
    assert b"The card has no photo." in terminal.shown and pictures(terminal) == []


def test_without_the_drawing_program_it_is_refused(screen: Screen, tmp_path: Path, binary: Path) -> None:
    if binary.with_name("thaiid-render").exists():
        pytest.skip("the drawing program is beside the tool")
    terminal = screen({ATTRIBUTES: PLAIN}, PATH="/usr/bin:/bin")
    assert terminal.run() == 23, terminal.shown


@pytest.mark.parametrize("how", ["key", signal.SIGINT, signal.SIGTERM], ids=str)
def test_an_interrupt_leaves_the_terminal_as_it_was(screen: Screen, how: str | signal.Signals) -> None:
    terminal = screen({})
    terminal.play(lambda: ATTRIBUTES in terminal.shown)
    assert terminal.settings != terminal.before
    terminal.type(b"\x03") if how == "key" else terminal.process.send_signal(how)
    assert terminal.run() in ((130,) if how != signal.SIGTERM else (143, -signal.SIGTERM))
    assert terminal.settings == terminal.before
