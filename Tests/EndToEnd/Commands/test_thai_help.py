"""Help and refusals as people see them: in Thai and in English, by option and by locale."""

from __future__ import annotations

import re

import pytest
from commandline import Result, Tool

THAI = re.compile("[ก-๛]")
THAI_LOCALE = {"LC_ALL": "", "LC_MESSAGES": "th_TH.UTF-8"}


def helped(result: Result) -> str:
    """The help that was asked for, on standard output alone."""
    assert (result.exit, result.errors) == (0, b""), result
    return result.text


def refused(result: Result) -> str:
    """Why a line was refused, on standard error alone."""
    assert (result.exit, result.output) == (64, b""), result
    return result.error_text


@pytest.mark.parametrize("line", [
    "--help --lang th", "--lang th --help", "--lang=th", "-h --lang=th", "help --lang th", "--lang th",
])
def test_help_of_the_program_is_thai_however_it_is_asked_for(without_service: Tool, line: str) -> None:
    text = helped(without_service(*line.split()))
    assert text.startswith("ภาพรวม: อ่านชิป") and "\nวิธีใช้: thaiid <subcommand>\n" in text
    assert "\nคำสั่งย่อย:\n  read                    อ่านบัตร" in text


@pytest.mark.parametrize("line", ["read --help", "read -h", "help read", "trace show --help", "help trace show"])
def test_help_of_a_command_is_thai_by_option_and_by_locale(without_service: Tool, line: str) -> None:
    words = line.split()
    by_option = helped(without_service(*words, "--lang", "th"))
    by_locale = helped(without_service(*words, environment=THAI_LOCALE))
    assert by_option == by_locale
    assert THAI.search(by_option) and "OVERVIEW" not in by_option
    english = helped(without_service(*words, "--lang", "en", environment=THAI_LOCALE))
    assert english.startswith("OVERVIEW: ") and not THAI.search(english)


def test_english_help_is_as_without_a_language(without_service: Tool) -> None:
    assert helped(without_service("read", "--help")) == helped(without_service("read", "--help", "--lang", "en"))


@pytest.mark.parametrize("columns", [80, 120])
def test_help_is_as_wide_as_it_may_be(without_service: Tool, columns: int) -> None:
    text = helped(without_service("read", "--help", "--lang", "th", environment={"COLUMNS": str(columns)}))
    widths = [len(re.sub("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", "", line)) for line in text.splitlines()]
    assert columns - 12 < max(widths) <= columns


def test_version_is_the_same_in_all_languages(without_service: Tool) -> None:
    assert helped(without_service("--version", "--lang", "th")) == helped(without_service("--version"))


def test_refusal_is_thai_where_the_language_is(without_service: Tool) -> None:
    text = refused(without_service("read", "--timeout", "0", "--lang", "th"))
    assert text == "ผิดพลาด: --timeout รับ 1 ถึง 3600 วินาที\nวิธีใช้: thaiid read <options>\n  ดูเพิ่มเติมด้วย 'thaiid read --help'\n"
    text = refused(without_service("read", "--timeout", "soon", environment=THAI_LOCALE))
    assert text.startswith("ผิดพลาด: ใช้ค่า 'soon' กับ '--timeout <seconds>' ไม่ได้\nคำอธิบาย: --timeout <seconds>  เลิกอ่าน")


def test_refusal_as_json_is_english_whatever_the_language(without_service: Tool) -> None:
    error = without_service("read", "--json", "--timeout", "0", "--lang", "th").error
    assert error["message"] == "--timeout takes 1 to 3600 seconds."


@pytest.mark.parametrize(("line", "name", "near"), [
    ("raed", "raed", "read"), ("raed --sample --json", "raed", "read"), ("trace shwo a.trace", "trace shwo", "show"),
    ("che", "che", "check-id"),
])
def test_nearest_command_is_named(without_service: Tool, line: str, name: str, near: str) -> None:
    result = without_service(*line.split())
    told = result.error["message"] if "--json" in line else refused(result).removeprefix("Error: ").splitlines()[0]
    assert told == f"There is no command '{name}'. Did you mean '{near}'?"
    if "--json" not in line:
        assert f"หมายถึง '{near}' ใช่หรือไม่" in refused(without_service(*line.split(), environment=THAI_LOCALE))


def test_far_command_is_not_guessed(without_service: Tool) -> None:
    assert refused(without_service("photograph")).startswith("Error: There is no command 'photograph'.\n")


def test_words_that_are_no_text_are_told_in_thai(without_service: Tool) -> None:
    result = without_service("read", "--fields", b"\x00\xd8".replace(b"\x00", b"\xff\xfe"), environment=THAI_LOCALE)
    assert result.exit == 64 and THAI.search(result.error_text), result


def test_what_is_quoted_cannot_steer_the_terminal(without_service: Tool) -> None:
    text = refused(without_service("read", "--\x1b]0;x\x07", "--lang", "th"))
    assert "\x1b" not in text and "\x07" not in text
