"""A reader's name in a recording is a stranger's word: it steers no terminal, wherever it goes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from commandline import Tool
from traces import FIXTURES

UNSAFE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
NAMES = ["\x1b]0;x\x07\x1b[2J", "ab\u202edc\u2066", "C1 \x9b31m \x85", "a\u2028b\u2029c\u061cd\u200e", "R\x00R\x0b"]

COMMANDS = [
    ["read", "--replay"], ["read", "--json", "--replay"], ["read", "--format", "csv", "--replay"], ["read", "--format", "ndjson", "--replay"],
    ["read", "--trace", "/dev/fd/1", "--replay"], ["trace", "record", "-", "--replay"], ["trace", "show"], ["trace", "explain"], ["trace", "check"],
    ["trace", "convert", "--to", "thaiid"], ["trace", "convert", "--to", "apdu4j"], ["trace", "convert", "--to", "cardpeek"],
    ["trace", "pseudonymise"], ["apdu", "a40400:a000000054480001", "--replay"],
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_readers_name_is_harmless_everywhere(without_service: Tool, tmp_path: Path, name: str) -> None:
    trace = tmp_path / "card.trace"
    text = (FIXTURES / "ordinary.trace").read_text()
    lines = [line for line in text.splitlines() if not line.startswith("reader ")]
    first = next(index for index, line in enumerate(lines) if line.startswith("atr "))
    trace.write_text("\n".join([*lines[:first], f"reader {name}", *lines[first:]]) + "\n")
    for command in COMMANDS:
        result = without_service(*command, trace)
        assert result.exit == 0, result
        found = UNSAFE.findall((result.output + result.errors).decode().replace("\r\n", "\n"))
        assert found == [], (command, found)
    record = without_service("read", "--json", "--replay", trace).record
    assert not UNSAFE.search(record["read"]["reader"])


def test_the_name_of_a_reader_that_is_there_is_harmless_in_a_recording(without_service: Tool, tmp_path: Path) -> None:
    """Any other name stays as it is."""
    trace = tmp_path / "card.trace"
    lines = (FIXTURES / "ordinary.trace").read_text().splitlines()
    first = next(index for index, line in enumerate(lines) if line.startswith("atr "))
    lines = [line for line in lines[:first] if not line.startswith("reader ")] + ["reader ACS ACR39U ไทย (1) 00 00"] + lines[first:]
    trace.write_text("\n".join(lines) + "\n")
    assert "\nreader ACS ACR39U ไทย (1) 00 00\n" in without_service("trace", "record", "-", "--replay", trace).text
    assert json.loads(without_service("read", "--json", "--replay", trace).output)["read"]["reader"] == "ACS ACR39U ไทย (1) 00 00"
