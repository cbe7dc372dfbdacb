"""The portrait on a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sheets import read, run


@pytest.mark.parametrize(("mode", "start"), [
    ("kitty", b"\x1b_G"), ("iterm", b"\x1b]1337;File="), ("sixel", b"\x1bP"), ("blocks", b"\x1b["),
])
def test_a_portrait_is_printed_for_its_terminal(binary: Path, render: Path, mode: str, start: bytes) -> None:
    done = run(render, "portrait", "--mode", mode, "--columns", "20", "--rows", "10", record=read(binary, "ordinary"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert start in done.stdout[:64]
    assert done.stdout.endswith(b"\n")


def test_half_blocks_stay_in_their_cells(binary: Path, render: Path) -> None:
    done = run(render, "portrait", "--columns", "20", "--rows", "10", record=read(binary, "ordinary"))
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", done.stdout.decode()).splitlines()
    assert 5 <= len([line for line in lines if line]) <= 10
    assert max(map(len, lines)) <= 20


def test_a_portrait_has_its_colours(binary: Path, render: Path) -> None:
    done = run(render, "portrait", "--columns", "20", "--rows", "10", record=read(binary, "ordinary"))
    first = done.stdout.partition("▄".encode())[0].decode()
    for ground in (38, 48):
        found = re.search(rf"{ground};2;(\d+);(\d+);(\d+)", first)
        assert found, "both halves of a block have a colour"
        red, _, blue = map(int, found.groups())
        assert 150 < red < blue - 15, "the drawn sky is a light blue"


@pytest.mark.parametrize("size", [("0", "10"), ("10", "0"), ("501", "10"), ("10", "501"), ("x", "10")])
def test_an_absurd_size_is_64(binary: Path, render: Path, size: tuple[str, str]) -> None:
    done = run(render, "portrait", "--columns", size[0], "--rows", size[1], record=read(binary, "ordinary"))
    assert (done.returncode, done.stdout) == (64, b"")


def test_no_photo_is_22(binary: Path, render: Path) -> None:
    for record in [read(binary, "no-photo"), read(binary, "ordinary", "--no-photo")]:
        assert run(render, "portrait", record=record).returncode == 22
