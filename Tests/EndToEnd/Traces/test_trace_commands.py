"""`thaiid trace`: what it says of recordings in any format, from files and from standard input."""

from __future__ import annotations

import json
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from canary import canary, told_by
from cardimage import CardImage
from commandline import Tool
from foreignforms import FOREIGN, in_format
from traces import FIXTURES, Trace, fixture_names
from tracewriter import written

ORDINARY = FIXTURES / "ordinary.trace"
CONTRADICTIONS = {"bad-check-digit", "impossible-date", "photo-length-wrong", "photo-length-garbage"}
INCOMPLETE = {"version-0002"}


@pytest.fixture(params=FOREIGN)
def foreign(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The ordinary card in each of the formats that are read."""
    file = tmp_path / f"ordinary.{request.param}"
    file.write_bytes(in_format(request.param, "ordinary"))
    return file


# Every command takes every format.

def test_other_formats_are_explained_alike(without_service: Tool, foreign: Path) -> None:
    for command in ("show", "explain", "check"):
        own, other = without_service("trace", command, ORDINARY), without_service("trace", command, foreign)
        assert (other.exit, own.exit) == (0, 0), other
        assert without_times(other.text) == without_times(own.text) if command == "show" else other.output == own.output
    assert without_service("trace", "diff", ORDINARY, foreign).output == b""


def without_times(table: str) -> list[list[str]]:
    return [line.split()[:4] for line in table.splitlines()]


def test_other_formats_are_replayed(without_service: Tool, foreign: Path) -> None:
    own = without_service("read", "--json", "--chip", "--replay", ORDINARY).record
    other = without_service("read", "--json", "--chip", "--replay", foreign)
    assert other.record["card"] == own["card"] and other.record["chip"] == own["chip"]
    assert other.errors == b"", "beside JSON, standard error is for errors"


def test_other_formats_are_emulated(thaiid: Tool, foreign: Path) -> None:
    own = thaiid("read", "--json", "--replay", ORDINARY).record
    with thaiid.running("emulate", foreign) as process:
        assert process.stderr is not None
        while process.stderr.readline() != b"ready\n":
            assert process.poll() is None
        thaiid.pcsc.wait_for_card(0)
        assert thaiid("read", "--json").record["card"] == own["card"]


def test_losses_are_told_to_people(without_service: Tool, tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(in_format("opensc", "ordinary"))
    for arguments in (["trace", "show"], ["trace", "check"], ["read", "--replay"]):
        done = without_service(*arguments, log, "--lang", "en")
        assert (done.exit, done.error_text) == (0, "Only commands and answers are kept, nothing else that the log says.\n")
        assert without_service(*arguments, ORDINARY).errors == b""


def test_standard_input_is_a_recording_too(without_service: Tool, foreign: Path) -> None:
    for command in ("show", "explain", "check"):
        named, piped = without_service("trace", command, foreign), without_service("trace", command, "-", input=foreign.read_bytes())
        assert (piped.exit, piped.output) == (0, named.output)
    assert without_service("trace", "diff", ORDINARY, "-", input=foreign.read_bytes()).exit == 0
    assert without_service("read", "--json", "--replay", "-", input=foreign.read_bytes()).exit == 0
    assert without_service("trace", "diff", "-", "-", input=foreign.read_bytes()).exit == 64


# What is checked, and what is compared.

@pytest.mark.parametrize("name", fixture_names())
def test_check_judges_each_fixture(without_service: Tool, name: str) -> None:
    done = without_service("trace", "check", FIXTURES / f"{name}.trace", "--lang", "en")
    assert done.exit == (20 if name in CONTRADICTIONS else 22 if name in INCOMPLETE else 0), done
    verdict = {0: "complete and consistent", 20: "contradicts itself", 22: "incomplete"}[done.exit]
    assert done.text.splitlines()[-1] == verdict


def test_two_cards_differ_by_their_fields(without_service: Tool) -> None:
    done = without_service("trace", "diff", ORDINARY, FIXTURES / "middle-name.trace", "--lang", "en")
    assert done.exit == 20
    assert {"Citizen ID: differs", "Name (Thai): differs", "Photo: differs"} <= set(done.text.splitlines())
    assert "Data version: differs" not in done.text


# Nothing personal where none is promised.

def test_nothing_personal_where_it_is_not_asked_for(without_service: Tool, tmp_path: Path) -> None:
    secret = canary(CardImage(Trace.load("health")))
    recording = tmp_path / "secret.trace"
    recording.write_text(written(secret))
    assert told_by(without_service("trace", "explain", recording).output, secret), "the search would find it"
    for arguments in (["explain", "--no-values"], ["show"], ["check"], ["diff", ORDINARY]):
        for language in ("th", "en"):
            done = without_service("trace", *arguments, recording, "--lang", language)
            assert told_by(done.output + done.errors, secret) == []


@pytest.mark.parametrize("name", fixture_names())
def test_no_values_are_printed_of_any_fixture(without_service: Tool, name: str) -> None:
    record = json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))
    values = set(words(record.get("accepted", record).get("card")))
    assert values or name == "version-0002"
    with_values = without_service("trace", "explain", FIXTURES / f"{name}.trace").text
    done = without_service("trace", "explain", "--no-values", FIXTURES / f"{name}.trace")
    assert done.exit == 0
    assert not values or [value for value in values if value in with_values], "the search would find them"
    assert [value for value in values if value in done.text] == []


def words(value: object) -> Iterator[str]:
    """Every text in a record that is long enough to be nobody else's."""
    if isinstance(value, dict):
        for part in value.values():
            yield from words(part)
    elif isinstance(value, str) and len(value) > 5:
        yield value


# What is read is left as it is.

def test_no_recording_is_changed_by_reading_it(without_service: Tool, tmp_path: Path) -> None:
    recording = tmp_path / "recording"
    recording.write_bytes(ORDINARY.read_bytes())
    recording.chmod(0o444)
    before = recording.stat()
    for command in ("show", "explain", "check"):
        assert without_service("trace", command, recording).exit == 0
    assert without_service("trace", "diff", recording, recording).exit == 0
    assert without_service("trace", "convert", recording, "--to", "thaiid", "-o", recording).exit == 24
    after = recording.stat()
    assert (after.st_mtime_ns, after.st_ino, stat.S_IMODE(after.st_mode)) == (before.st_mtime_ns, before.st_ino, 0o444)
    assert recording.read_bytes() == ORDINARY.read_bytes()


def test_output_that_nobody_reads_is_an_error(without_service: Tool) -> None:
    done = without_service("trace", "explain", ORDINARY, stdout=open("/dev/full", "wb"), stderr=subprocess.PIPE)
    assert done.exit == 23
