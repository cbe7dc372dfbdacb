"""A page is there ten seconds after its drawing began, or not at all: the time is the whole's, not a step's."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from commandline import Result, Tool
from drawing import drawn_by

LIMIT = 10


def timed(tool: Tool, *arguments: str) -> tuple[Result, float]:
    began = time.monotonic()
    return tool(*arguments), time.monotonic() - began


def test_a_page_in_two_forms(without_service: Tool, tmp_path: Path) -> None:
    folder = tmp_path / "slow"
    tool = drawn_by(without_service, folder, "cat > /dev/null; sleep 6; echo drawn\n")
    for name in ("lp", "lpstat", "lpoptions"):
        (folder / name).write_text("#!/bin/sh\necho office\n")
        (folder / name).chmod(0o755)
    result, seconds = timed(tool, "sheet", "--sample", "--purpose=x", "--print", "office", "-o", "sheet.png", "--json")
    assert result.error["code"] == "limit" and f"{LIMIT} seconds" in result.error["message"], result
    assert LIMIT - 1 < seconds < LIMIT + 3
    assert not (tool.home / "sheet.png").exists()


@pytest.mark.parametrize("drawing", [
    "cat > /dev/null; while echo drawn; do sleep 1; done\n", "exec sleep 60\n",
], ids=["trickles", "never begins"])
def test_a_page_that_is_not_there_in_time(without_service: Tool, tmp_path: Path, drawing: str) -> None:
    tool = drawn_by(without_service, tmp_path / "slow", drawing)
    result, seconds = timed(tool, "read", "--sample", "--format", "hotel-rr3", "-o", "page.pdf", "--lang", "en")
    assert result.exit == 21 and f"{LIMIT} seconds" in result.error_text, result
    assert LIMIT - 1 < seconds < LIMIT + 3
    assert not (tool.home / "page.pdf").exists()
