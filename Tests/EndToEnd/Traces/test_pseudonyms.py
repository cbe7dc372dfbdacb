"""`thaiid trace pseudonymise`: recordings that can be published, judged by a scanner that is not the tool's."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from commandline import Result, Tool
from originalvalues import Originals
from traces import FIXTURES, Trace, fixture_names

EVERYTHING = ("read", "--json", "--chip", "--health")
KEY = bytes(range(32))


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    path.write_bytes(KEY)
    return path


def fixture(name: str) -> Path:
    return FIXTURES / f"{name}.trace"


def pseudonymise(tool: Tool, *arguments: str | Path) -> Result:
    return tool("trace", "pseudonymise", *arguments)


def behaviour(result: Result) -> Any:
    """What a program makes of a card, without what the card says."""
    if result.exit:
        return json.loads(result.errors)["code"]
    record = json.loads(result.output)
    photo = record["card"]["photo"]
    return (
        record["states"], [(warning["code"], warning["field"]) for warning in record["warnings"]], record["read"]["atr"],
        record["read"]["exchanges"], record["read"]["milliseconds"], photo and photo["bytes"],
        [sorted(record[group] or []) for group in ("card", "chip", "health")])


def shape(trace: Trace) -> Any:
    """The exchanges without the data that came."""
    return [
        (exchange.command, exchange.answer and (len(exchange.answer), exchange.answer[-2:]), exchange.failure,
         exchange.microseconds)
        for exchange in trace.exchanges]


@pytest.mark.parametrize("name", fixture_names())
def test_nothing_of_a_fixture_is_found_and_it_reads_the_same(without_service: Tool, tmp_path: Path, name: str) -> None:
    # The portraits of the fixtures are drawn by the hand that draws their pseudonyms': under one key in a hundred a few
    # bytes of both happen to be the same. This key is none of those.
    out, key = tmp_path / "out.trace", tmp_path / "key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    assert pseudonymise(without_service, fixture(name), "-o", out, "--key-file", key).exit == 0
    file = out.read_bytes()
    assert Originals(Trace.load(name)).found(file) == []
    assert shape(Trace.parse(file.decode())) == shape(Trace.load(name))
    for more in ((), ("--accept-bad-check-digit",)):
        assert behaviour(without_service(*EVERYTHING, *more, "--replay", out)) == behaviour(
            without_service(*EVERYTHING, *more, "--replay", fixture(name)))
    checks = [without_service("trace", "check", path) for path in (out, fixture(name))]
    assert checks[0].exit == checks[1].exit and checks[0].output == checks[1].output


@pytest.mark.parametrize("name", fixture_names())
def test_the_scanner_finds_a_fixture_in_itself(name: str) -> None:
    """One that finds nothing proves nothing: each kind of value must be found where it stands."""
    keys = {key for key, _ in Originals(Trace.load(name)).found(fixture(name).read_bytes())}
    assert {"citizenID", "nameThai", "nameEnglish"} <= keys
    assert ("photo" in keys) == (name not in ("no-photo", "version-0002"))


def test_a_person_is_the_same_in_all_files_of_a_run_and_of_a_key(without_service: Tool, tmp_path: Path, key: Path) -> None:
    for folder in ("one", "other", "random"):
        (tmp_path / folder).mkdir()
    files = [fixture("ordinary"), fixture("rural"), fixture("ordinary")]
    for folder, more in (("one", ("--key-file", key)), ("other", ("--key-file", key)), ("random", ())):
        assert pseudonymise(without_service, *files, "--folder", tmp_path / folder, *more).exit == 0
        names = sorted(path.name for path in (tmp_path / folder).iterdir())
        assert names == ["1.trace", "2.trace", "3.trace"]
        first, second, third = ((tmp_path / folder / name).read_bytes() for name in names)
        assert first == third != second
    assert (tmp_path / "one/1.trace").read_bytes() == (tmp_path / "other/1.trace").read_bytes()
    assert (tmp_path / "one/1.trace").read_bytes() != (tmp_path / "random/1.trace").read_bytes()


def test_time_and_reader_are_not_told(without_service: Tool) -> None:
    text = pseudonymise(without_service, fixture("three-slots")).text
    assert "recorded" not in text and "ACS" not in text and "reader Reader 00 00\n" in text


def test_the_file_is_its_owners_and_replaces_none(without_service: Tool, tmp_path: Path) -> None:
    out = tmp_path / "out.trace"
    assert pseudonymise(without_service, fixture("rural"), "-o", out).exit == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    before = out.read_bytes()
    result = pseudonymise(without_service, fixture("rural"), "-o", out)
    assert (result.exit, result.output, out.read_bytes()) == (24, b"", before)
    assert pseudonymise(without_service, fixture("rural"), "-o", out, "--force").exit == 0
    assert out.read_bytes() != before


def test_standard_input_is_a_recording(without_service: Tool, key: Path) -> None:
    piped = without_service(
        "trace", "pseudonymise", "-", "--key-file", key, input=fixture("rural").read_bytes())
    assert piped.text == pseudonymise(without_service, fixture("rural"), "--key-file", key).text != ""


def test_unknown_bytes_are_refused_unless_blanked(without_service: Tool, tmp_path: Path) -> None:
    recording, out = tmp_path / "tail.trace", tmp_path / "out.trace"
    select = "> 00A4040008A000000054480001\n< 9000\n"
    recording.write_text(
        fixture("rural").read_text("utf-8") + select + "> 80B01627020004\n< DEADBEEF9000\n> 0020010004 31323334\n< 63C2\n",
        "utf-8")
    refused = pseudonymise(without_service, recording, "-o", out)
    assert refused.exit == 24 and not out.exists()
    assert "8 bytes" in refused.error_text and "answer 44" in refused.error_text and "command 45" in refused.error_text
    assert "DEADBEEF" not in refused.error_text
    assert pseudonymise(without_service, recording, "-o", out, "--blank-unknown").exit == 0
    last = Trace.parse(out.read_text("utf-8")).exchanges[-2:]
    assert last[0].answer == bytes.fromhex("000000009000") and last[1].command == bytes.fromhex("002001000400000000")


@pytest.mark.parametrize("arguments, exit", [
    ((), 64), (("a", "b"), 64), (("a", "-", "--folder", "f"), 64), (("a", "-o", "x", "--folder", "f"), 64),
    (("missing.trace",), 22)])
def test_wrong_use_is_told(without_service: Tool, arguments: tuple[str, ...], exit: int) -> None:
    assert pseudonymise(without_service, *arguments).exit == exit


def test_a_key_that_is_too_short_is_refused(without_service: Tool, tmp_path: Path) -> None:
    key = tmp_path / "short"
    key.write_bytes(KEY[:15])
    result = pseudonymise(without_service, fixture("rural"), "--key-file", key)
    assert (result.exit, result.output) == (24, b"") and "16" in result.error_text
