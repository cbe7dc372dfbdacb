"""`thaiid invent`: people who do not exist, the same ones every time."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commandline import Tool
from jsonschema import Draft202012Validator
from traces import Trace

MEMORY = 1 << 30
"""Address space that any number of people must do with: half of what a million records take up."""


def invented(tool: Tool, *options: str) -> list[dict[str, Any]]:
    result = tool("invent", *options, seconds=120)
    assert (result.exit, result.errors) == (0, b""), result
    return [json.loads(line) for line in result.output.splitlines()]


def has_valid_check_digit(citizen_id: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(citizen_id, range(13, 1, -1)))
    return int(citizen_id[12]) == (11 - total % 11) % 10


def test_seed_gives_the_same_bytes_every_time(without_service: Tool) -> None:
    def run(*options: str, **rest: Any) -> bytes:
        return without_service("invent", "--count", "3", "--odd", *options, **rest).output

    once = run("--seed", "7")
    assert once == run("--seed", "7", environment={"TZ": "Asia/Bangkok", "LC_ALL": "th_TH.UTF-8"})
    assert once != run("--seed", "8")
    assert run() == run("--seed", "1")


def test_people_do_not_depend_on_how_many_there_are(without_service: Tool) -> None:
    all_at_once = invented(without_service, "--count", "40", "--no-photo")
    assert all_at_once[30:35] == invented(without_service, "--skip", "30", "--count", "5", "--no-photo")


def test_records_are_records(without_service: Tool, schemas: dict[str, Draft202012Validator]) -> None:
    for record in invented(without_service, "--count", "60", "--odd"):
        schemas["record"].validate(record)
        assert record["read"]["source"] == "virtual"


def test_citizen_ids_are_good_and_nobodys(without_service: Tool) -> None:
    numbers = [record["card"]["citizenID"] for record in invented(without_service, "--count", "2000", "--no-photo")]
    assert len(set(numbers)) == 2000
    assert all(number[1:5] == "0000" and has_valid_check_digit(number) for number in numbers)


def test_portraits_differ(without_service: Tool) -> None:
    photos = [record["card"]["photo"] for record in invented(without_service, "--count", "40")]
    assert len({photo["sha256"] for photo in photos}) == 40
    assert {(photo["type"], photo["width"], photo["height"]) for photo in photos} == {("image/jpeg", 148, 178)}


@pytest.mark.parametrize("is_odd, per_thousand", [
    (lambda card: card["nameThai"]["middle"] is not None, (60, 130)),
    (lambda card: card["birthDate"] is None or card["birthDate"]["precision"] != "day", (30, 80)),
    (lambda card: not has_valid_check_digit(card["citizenID"]), (0.2, 8)),
    (lambda card: card["citizenID"][0] == "9", (0.5, 9)),
])
def test_odd_cases_come_in_proportion(
    without_service: Tool, is_odd: Callable[[dict[str, Any]], bool], per_thousand: tuple[float, float],
) -> None:
    odd = invented(without_service, "--count", "4000", "--no-photo", "--odd")
    share = sum(is_odd(record["card"]) for record in odd) / 4
    assert per_thousand[0] <= share <= per_thousand[1]
    assert not any(is_odd(record["card"]) for record in invented(without_service, "--count", "500", "--no-photo"))


def test_traces_go_into_a_folder_of_ones_own(without_service: Tool) -> None:
    options = ("--as", "traces", "--count", "3", "--skip", "9", "--odd", "-o")
    assert without_service("invent", *options, "cards", wrapper=["sh", "-c", 'umask 0; exec "$@"', "sh"]).exit == 0
    folder = without_service.home / "cards"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in folder.iterdir()) == ["000010.trace", "000011.trace", "000012.trace"]
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert without_service("invent", *options, "again").exit == 0
    for path in folder.iterdir():
        assert path.read_bytes() == (without_service.home / "again" / path.name).read_bytes()
        assert all(exchange.microseconds is None for exchange in Trace.parse(path.read_text()).exchanges)


def test_traces_read_as_the_records_say(without_service: Tool) -> None:
    assert without_service("invent", "--as", "traces", "--count", "10", "-o", "cards").exit == 0
    for index, record in enumerate(invented(without_service, "--count", "10"), 1):
        replay = without_service("read", "--json", "--chip", "--health", "--replay", f"cards/{index:06}.trace").record
        assert {**replay, "read": None} == {**record, "read": None}


def test_record_goes_onto_a_virtual_card(without_service: Tool) -> None:
    record = without_service("invent").output
    (without_service.home / "one.json").write_bytes(record)
    assert without_service("read", "--json", "--card", "one.json").record["card"] == json.loads(record)["card"]


def test_no_trace_is_overwritten_unasked(without_service: Tool) -> None:
    options = ("--as", "traces", "--count", "3", "-o", "cards", "--no-photo")
    (without_service.home / "cards").mkdir()
    mine = without_service.home / "cards" / "000003.trace"
    mine.write_text("mine")
    assert without_service("invent", *options).exit == 24
    assert [path.name for path in (without_service.home / "cards").iterdir()] == ["000003.trace"]
    assert without_service("invent", *options, "--force").exit == 0
    assert mine.read_text().startswith("thaiid-trace 1\n")


@pytest.mark.parametrize("options", [
    ("--count", "10000001"), ("--count", "0"), ("--skip", "10000000"), ("--as", "traces", "--count", "2"), ("-o", "folder")])
def test_what_cannot_be_is_wrong_usage(without_service: Tool, options: tuple[str, ...]) -> None:
    assert without_service("invent", *options).exit == 64


def test_nobody_left_to_read_ends_it_quietly(binary: Path) -> None:
    with subprocess.Popen([binary, "invent", "--count", "1000000", "--no-photo"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert json.loads(process.stdout.readline())["schema"] == "thaiid.record/1"
        process.stdout.close()
        assert process.wait(20) == -signal.SIGPIPE
        assert process.stderr.read() == b""


def test_full_disk_is_an_error(without_service: Tool) -> None:
    with open("/dev/full", "wb") as full:
        assert without_service("invent", stdout=full).exit == 23


def peak(binary: Path, count: int) -> int:
    """The most memory that a run held, in KiB."""
    process = subprocess.Popen(
        [binary, "invent", "--odd", "--no-photo", "--count", str(count)], stdout=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    assert status == 0
    return usage.ru_maxrss


def test_many_take_no_more_memory_than_few(binary: Path) -> None:
    assert peak(binary, 20_000) < peak(binary, 200) + 4096
