"""What of a sheet is really drawn, seen on a picture of it, where its layout report says that it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from picture import HUNDREDTHS, Picture, along
from sheets import AT, AUDIT, PURPOSE, read, run, sheet


class Page(NamedTuple):
    report: dict[str, Any]
    picture: Picture

    def box(self, name: str) -> list[int]:
        (frame,) = [box["frame"] for box in self.report["boxes"] if box["name"] == name]
        return frame


@pytest.fixture(scope="module", params=["a4", "a5"])
def page(binary: Path, render: Path, request: pytest.FixtureRequest) -> Page:
    record = read(binary, "ordinary")
    options = ["--paper", request.param, "--lang", "both"]
    return Page(json.loads(sheet(render, record, *options, "--layout")), Picture(sheet(render, record, *options)))


def test_the_strike_is_seen(page: Page) -> None:
    for x1, y1, x2, y2 in page.report["strike"]["lines"]:
        faint = [place for place in along((x1, y1), (x2, y2)) if page.picture.darkest(place) > 190]
        assert faint == []


def test_the_strike_lies_beneath_the_data(page: Page) -> None:
    dots = [page.picture.at(place) for x1, y1, x2, y2 in page.report["strike"]["lines"] for place in along((x1, y1), (x2, y2), 2_000)]
    assert min(dots) < 60, "where a line crosses a letter, the letter is what is seen"


def test_the_purpose_stands_in_a_box(page: Page) -> None:
    ((x, y, width, height),) = page.report["frames"]
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    for start, end in zip(corners, corners[1:] + corners[:1]):
        assert max(page.picture.darkest(place) for place in along(start, end)) < 100


@pytest.mark.parametrize("who", ["holder", "officer"])
def test_there_are_lines_to_sign_on(page: Page, who: str) -> None:
    right = page.box(f"{who}.who")[0]
    for name in ["signed", "bracket.left", "date"]:
        x, y, width, height = page.box(f"{who}.{name}")
        dots = page.picture.row(x + width + 150, right - 600, y + height * 0.74)
        dark = sum(dot < 128 for dot in dots) / len(dots)
        assert 0.15 < dark < 0.6, f"{who}.{name}: neither blank nor a solid line"


def test_the_code_has_its_quiet_zone(page: Page) -> None:
    x, y, width, height = page.report["code"]
    rows = [page.picture.row(x, x + width, y + step) for step in range(0, height, 15)]
    first = next(row for row in rows if min(row) < 128)
    left = next(index for index, dot in enumerate(first) if dot < 128)
    finder = next(index for index, dot in enumerate(first[left:]) if dot >= 128)
    module = finder / 7
    assert left >= 4 * module - 2
    assert min(len(row) - max(index for index, dot in enumerate(row) if dot < 128) for row in rows if min(row) < 128) >= 4 * module - 2
    inked = [index for index, row in enumerate(rows) if min(row) < 128]
    for blank in (inked[0], len(rows) - 1 - inked[-1]):
        assert blank * 15 * HUNDREDTHS >= 4 * module - 5


def test_the_portrait_is_drawn_in_its_place(page: Page) -> None:
    x, y, width, height = page.report["portrait"]
    dots = page.picture.row(x + 200, x + width - 200, y + height / 2)
    assert len(set(dots)) > 20


def test_a_notice_is_marked(binary: Path, render: Path) -> None:
    drawn = run(render, "sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT, "--layout", record=read(binary, "ordinary")).stdout
    (frame,) = [box["frame"] for box in json.loads(drawn)["boxes"] if box["name"] == "notices"]
    picture = Picture(sheet(render, read(binary, "ordinary")))
    beside = picture.row(frame[0] - 1_000, frame[0] - 100, frame[1] + frame[3] / 2)
    assert min(beside) < 60
