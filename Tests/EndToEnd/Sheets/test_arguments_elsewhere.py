"""The drawing program's arguments on standard input, and its words for those that are wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sheets import AT, AUDIT, PURPOSE, read, run, sheet

SHEET = ["sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT]


def told(*arguments: object) -> bytes:
    return json.dumps(arguments).encode() + b"\n"


def test_arguments_on_standard_input_are_those_of_a_command_line(binary: Path, render: Path) -> None:
    record = read(binary, "ordinary")
    expected = sheet(render, record)
    for text in (record, json.dumps(json.loads(record), indent=2).encode()):
        done = run(render, "@-", record=told(*SHEET) + text)
        assert (done.returncode, done.stdout, done.stderr) == (0, expected, b"")
    assert run(render, "@-", record=told("xlsx", "--columns", "citizenID") + record * 3).stdout[:2] == b"PK"


def test_a_record_is_no_arguments(binary: Path, render: Path) -> None:
    """A stranger's record is never asked what is to be done with it."""
    record = read(binary, "ordinary")
    assert run(render, *SHEET, record=told("sheet", "--purpose", "theirs") + record).returncode == 22
    for command in (["@-", "sheet"], ["sheet", "@-"], ["@-", "@-"]):
        assert run(render, *command, record=told(*SHEET) + record).returncode == 64


@pytest.mark.parametrize("line", [
    b"", b"\n", b"{}\n", b'["sheet", 1]\n', b'"sheet"\n', b"sheet --purpose x\n", b"\xff\n", b'["' + b"x" * 70_000 + b'"]\n', b"[[]]\n", b"null",
], ids=str)
def test_what_is_no_list_of_arguments_is_64(render: Path, line: bytes) -> None:
    done = run(render, "@-", record=line)
    assert (done.returncode, done.stdout) == (64, b"") and b"standard input" in done.stderr


def test_its_language_is_that_of_the_arguments(binary: Path, render: Path) -> None:
    done = run(render, "@-", record=told("sheet", "--audit", AUDIT, "--at", AT, "--lang=th") + read(binary, "ordinary"))
    assert done.returncode == 24 and "วัตถุประสงค์" in done.stderr.decode()


@pytest.mark.parametrize("words", [
    [*SHEET, "--\x1b]0;x\x07"], ["\x1b[2J\u202eteehs"], ["sheet", "--paper=\u2066a3\x9b"], ["sheet", *SHEET[1:], "--nonsense\x85\u2028"],
], ids=ascii)
def test_words_about_wrong_options_cannot_steer_a_terminal(render: Path, words: list[str]) -> None:
    for done in (run(render, *words, record=b""), run(render, "@-", record=told(*words))):
        assert done.returncode == 64
        text = done.stderr.decode()
        assert "\ufffd" in text and not any(mark in text for mark in "\x1b\x07\x9b\x85\u202e\u2066\u2028")
