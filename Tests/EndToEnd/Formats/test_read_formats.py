"""`thaiid read --format`: a card in the form that another program takes, without a record on the way."""

from __future__ import annotations

import os
import pty
import stat
from pathlib import Path

import pytest
from commandline import Tool
from tables import rows


def test_masked_card_is_masked_in_every_format(without_service: Tool) -> None:
    for format in ("csv", "tsv", "json", "ndjson", "text"):
        output = without_service("read", "--sample", "--mask", "--format", format).output
        assert b"1000000000009" not in output and b"1 0000 00000 00 9" not in output
        assert b"x-xxxx-xxxxx-00-9" in output


def test_json_and_another_format_contradict_one_another(without_service: Tool) -> None:
    assert without_service("read", "--sample", "--json", "--format", "csv").exit == 64
    assert without_service("read", "--sample", "--json", "--format", "json").exit == 0
    assert without_service("read", "--sample", "--format", "csv", "--columns", "nameThai.first,none").exit == 64


def test_table_asks_the_card_for_what_it_shows(thaiid: Tool, insert) -> None:
    insert()
    stats = thaiid("read", "--format", "csv", "--columns", "nameThai.full", "--stats", "--lang", "en")
    assert stats.exit == 0 and b"photo" not in stats.errors
    table = rows(thaiid("read", "--format", "csv").output)
    assert table[0]["citizenID"] == "1000000000009" and "photo.bytes" not in table[0]


def test_card_is_read_into_a_file_of_its_owners(without_service: Tool, tmp_path: Path) -> None:
    file = tmp_path / "card.csv"
    arguments = ["read", "--sample", "--format", "csv", "-o", file]
    done = without_service(*arguments)
    assert done.exit == 0 and done.output == b"" and stat.S_IMODE(file.stat().st_mode) == 0o600
    assert rows(file.read_bytes())[0]["citizenID"] == "1000000000009"
    assert without_service(*arguments).exit == 24
    assert without_service(*arguments, "--force").exit == 0


@pytest.mark.parametrize("command", [["read", "--sample", "--format", "csv"], ["convert", "--to", "ndjson"]])
def test_a_dash_is_standard_output(without_service: Tool, command: list[str]) -> None:
    record = without_service("read", "--sample", "--json").output
    plain = without_service(*command, "--columns", "citizenID", input=record)
    named = without_service(*command, "--columns", "citizenID", "-o", "-", input=record)
    assert (named.exit, named.output) == (0, plain.output) and plain.output
    assert not (without_service.home / "-").exists()


def test_what_cannot_be_opened_has_no_head(without_service: Tool) -> None:
    missing = without_service("convert", "none.ndjson", "--to", "csv")
    assert (missing.exit, missing.output) == (22, b"")
    assert without_service("convert", "--to", "csv", "--columns", "read.at", input=b"").output == b'\xef\xbb\xbf"read.at"\r\n'


def test_hospital_is_asked_for_before_the_card(thaiid: Tool) -> None:
    """No card is in: that is not what is wrong first."""
    assert thaiid("read", "--format", "person43").exit == 64
    assert thaiid("read", "--format", "person43", "--hospital-code", "1234").exit == 64
    assert thaiid("read", "--format", "person43", "--hospital-code", "00000").exit == 14


@pytest.mark.parametrize(("language", "words"), [("en", "needs --hospital-code"), ("th", "ต้องระบุ --hospital-code")])
def test_option_that_a_format_needs_is_asked_for(without_service: Tool, language: str, words: str) -> None:
    missing = without_service("convert", "--to", "person43", "--lang", language, input=b"")
    assert missing.exit == 64 and words in missing.error_text and missing.output == b""


def test_bytes_that_are_no_text_are_not_for_a_terminal(without_service: Tool) -> None:
    ours, theirs = pty.openpty()
    try:
        for arguments in (["read", "--sample", "--format", "photo"], ["convert", "--to", "photo"]):
            with without_service.running(*arguments, stdout=theirs) as process:
                errors = process.communicate(timeout=20)[1]
                assert process.returncode == 24 and errors.count(b"\n") == 2
        os.set_blocking(ours, False)
        with pytest.raises(BlockingIOError):
            os.read(ours, 1)
    finally:
        os.close(ours)
        os.close(theirs)
