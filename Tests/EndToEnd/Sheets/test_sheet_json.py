"""`thaiid sheet --json`: what scripts get of a sheet, and lines of the log against the schema that the tool prints."""

from __future__ import annotations

import json
from typing import Any

import pytest
from commandline import Tool
from drawing import drawing
from jsonschema import Draft202012Validator

PURPOSE = "--purpose=สมัครสมาชิกห้องสมุด"
LOG = ("--log", "log", "--log-key", "key")


@pytest.fixture
def sheet(without_service: Tool) -> Tool:
    """The tool beside the real drawing program."""
    return drawing(without_service)


def logged(tool: Tool) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (tool.home / "log").read_text().splitlines()]


def test_a_script_gets_the_line_of_the_log(sheet: Tool, schemas: dict[str, Draft202012Validator]) -> None:
    result = sheet("sheet", "--sample", PURPOSE, "-o", "a.pdf", "--json", *LOG)
    assert (result.exit, result.errors) == (0, b""), result
    [line] = [json.loads(line) for line in result.output.splitlines()]
    assert [line] == logged(sheet)
    assert (line["event"], line["file"], len(line["holder"])) == ("issued", "pdf", 64)
    schemas["sheet-log"].validate(line)


def test_a_script_needs_no_log(sheet: Tool, schemas: dict[str, Draft202012Validator]) -> None:
    result = sheet("sheet", "--sample", PURPOSE, "-o", "a.png", "--json", "--mask")
    line = json.loads(result.output)
    assert (line["holder"], line["masked"], line["file"]) == (None, True, "png")
    schemas["sheet-log"].validate(line)


def test_a_line_of_a_failure_validates(sheet: Tool, schemas: dict[str, Draft202012Validator]) -> None:
    sheet("sheet", "--sample", PURPOSE, "-o", "-", *LOG, stdout=open("/dev/full", "wb"))
    issued, failed = logged(sheet)
    assert (issued["event"], failed["event"]) == ("issued", "failed")
    for line in (issued, failed):
        schemas["sheet-log"].validate(line)


@pytest.mark.parametrize(("options", "exit_code", "code"), [
    (["-o", "a.pdf"], 24, "refused"),
    (["-o", "a.pdf", PURPOSE, "--font", "Nobody Sans"], 64, "usage"),
    (["-o", "a.pdf", PURPOSE + "ก" * 300], 64, "usage"),
    (["-o", "nowhere/a.pdf", PURPOSE], 23, "write"),
    (["-o", "-", PURPOSE], 64, "usage"),
])
def test_a_script_gets_errors_as_json(
    sheet: Tool, schemas: dict[str, Draft202012Validator], options: list[str], exit_code: int, code: str
) -> None:
    result = sheet("sheet", "--sample", "--json", *options)
    assert (result.exit, result.output) == (exit_code, b""), result
    [line] = [json.loads(line) for line in result.errors.splitlines()]
    assert (line["exit"], line["code"]) == (exit_code, code)
    schemas["error"].validate(line)


@pytest.mark.parametrize("broken", [
    {"event": "drawn"}, {"audit": "7K3M-Q9TD-2U"}, {"sections": []}, {"sections": ["religion"]}, {"holder": "1000000000009"},
    {"copies": 0}, {"file": "docx"}, {"event": "failed"}, {"at": "today"},
])
def test_the_schema_can_say_no(sheet: Tool, schemas: dict[str, Draft202012Validator], broken: dict[str, object]) -> None:
    line = json.loads(sheet("sheet", "--sample", PURPOSE, "-o", "a.pdf", "--json").output)
    assert not schemas["sheet-log"].is_valid(line | broken)
