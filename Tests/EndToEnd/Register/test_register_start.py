"""`thaiid register`: another program in this one's place, and a card that is read for it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from cardimage import CardImage
from commandline import Tool
from registering import StandIn, registering
from scriptedcard import Insert


@pytest.fixture
def register(thaiid: Tool, tmp_path: Path) -> tuple[Tool, StandIn]:
    return registering(thaiid, tmp_path / "beside")


@pytest.mark.parametrize("arguments", [
    [], ["--help"], ["find", "--name", "ก ข", "--json"], ["find", "--sample", "--reader", "x"], ["find", "--", "--from-card"],
    ["--lang", "th", "--version"], ["help", "find"], ["log", "verify", "--log-level", "debug"], [""],
])
def test_arguments_are_passed_on_untouched(register: tuple[Tool, StandIn], arguments: list[str]) -> None:
    thaiid, program = register
    program.order(exit=0, stdout="own words\n", stderr="and more\n")
    result = thaiid("register", *arguments)
    assert (result.exit, result.output, result.errors) == (0, b"own words\n", b"and more\n")
    assert [call["arguments"] for call in program.calls] == [arguments]
    assert program.calls[0]["files"] == [0, 1, 2]


@pytest.mark.parametrize("status", [0, 1, 26, 27, 28, 29, 30, 31, 33, 64, 130, 255])
def test_exit_status_is_the_other_programs(register: tuple[Tool, StandIn], status: int) -> None:
    thaiid, program = register
    program.order(exit=status, stderr="why\n")
    result = thaiid("register", "doctor")
    assert (result.exit, result.output, result.errors) == (status, b"", b"why\n")


def test_it_is_the_same_process_with_its_standard_input(register: tuple[Tool, StandIn]) -> None:
    thaiid, program = register
    program.order(exit=0)
    with thaiid.running("register", "read-stdin", stdin=subprocess.PIPE) as process:
        process.communicate(b'{"read": {"id": null}}', timeout=10)
    assert process.returncode == 0 and program.calls[0]["record"] == {"read": {"id": None}}


def test_a_signal_ends_it_as_it_would_by_itself(register: tuple[Tool, StandIn]) -> None:
    thaiid, program = register
    program.order(exit=0, signal=15)
    # Through a shell, which says 128 and the signal's number; by itself a process that a signal ended.
    assert thaiid("register", "serve").exit in (-15, 143)


def test_without_the_program_there_is_the_error_of_a_missing_one(lonely: Tool) -> None:
    error = lonely("register", "find", "--json").error
    assert (error["exit"], error["code"]) == (23, "write") and "thaiid-register" in error["message"]
    thai = lonely("register", "find", environment={"LC_ALL": "th_TH.UTF-8"})
    assert thai.exit == 23 and "ไม่พบโปรแกรมทะเบียน" in thai.error_text


@pytest.mark.parametrize("command", ["find", "show", "history", "changes", "subject", "usage", "erase", "link"])
def test_a_card_says_who_is_meant_and_no_more(
    register: tuple[Tool, StandIn], insert: Insert, command: str, ordinary: CardImage,
) -> None:
    thaiid, program = register
    insert()
    assert thaiid("register", command, "--from-card", "--purpose", "visit", "--json").exit == 0
    call = program.calls[0]
    place = call["arguments"].index("--record-fd")
    number = call["arguments"][place + 1]
    assert call["arguments"] == [command, "--record-fd", number, "--purpose", "visit", "--json"]
    assert call["sealed"] and call["name"] == "/memfd:record (deleted)" and call["files"] == [0, 1, 2, int(number)]
    assert set(call["record"]["card"]) == {"citizenID", "nameThai", "nameEnglish"}
    assert call["record"]["read"]["source"] == "reader" and call["record"]["read"]["id"]


def test_to_save_the_whole_card_is_read(register: tuple[Tool, StandIn]) -> None:
    thaiid, program = register
    assert thaiid("register", "save", "--sample", "--from-card", "--purpose", "visit").exit == 0
    record = program.calls[0]["record"]
    assert record["card"]["citizenID"] == "1000000000009" and record["card"]["photo"]["base64"]
    assert program.calls[0]["arguments"][0:2] == ["save", "--record-fd"] and "--sample" not in program.calls[0]["arguments"]


@pytest.mark.parametrize(("options", "status", "code"), [
    (["--reader", "nonesuch"], 13, "which-reader"), (["--replay", "/nonexistent"], 22, "recording"),
    (["--sample", "--replay", "x"], 64, "usage"), (["--wait", "0"], 14, "no-card"), ([], 14, "no-card"),
    (["--timeout", "never"], 64, "usage"),
])
def test_without_a_card_nothing_is_started(
    register: tuple[Tool, StandIn], options: list[str], status: int, code: str,
) -> None:
    thaiid, program = register
    error = thaiid("register", "find", "--from-card", *options, "--json").error
    assert (error["exit"], error["code"]) == (status, code)
    assert program.calls == []


def test_a_wrong_option_names_the_command_that_has_it(register: tuple[Tool, StandIn]) -> None:
    result = register[0]("register", "find", "--from-card", "--timeout", "never")
    assert result.exit == 64 and "card_source" not in result.error_text and "thaiid read" in result.error_text


def test_nothing_of_the_card_is_in_arguments_or_files(
    register: tuple[Tool, StandIn], insert: Insert, secret: CardImage, tmp_path: Path,
) -> None:
    thaiid, program = register
    insert(image=secret)
    assert thaiid("register", "find", "--from-card").exit == 0
    record = program.calls[0]["record"]["card"]
    for word in program.calls[0]["arguments"]:
        assert record["citizenID"] not in word
    kept = [file for file in tmp_path.rglob("*") if file.is_file() and "call-" not in file.name and "saved" not in file.parts]
    assert [file for file in kept if record["citizenID"].encode() in file.read_bytes()] == []
