"""What `thaiid-register` says to people: help, refusals and answers, in both languages; and to programs."""

from __future__ import annotations

import json
import os
import pwd
import re
import subprocess
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from commandline import ROOT, Result

GOLDEN = ROOT / "Tests" / "Golden" / "register"
REWRITES = bool(os.environ.get("THAIID_REWRITE_GOLDEN"))
THAI = re.compile("[ก-๛]")
SUBJECT = re.compile(r" · [0-9a-f]{8}(?= |$)", re.MULTILINE)
NUMBER = b"1000000000009"
THAILAND = timezone(timedelta(hours=7))


class Program:
    """`thaiid-register` with a home of its own, on a day that is always the same."""

    def __init__(self, thaiid: Path, home: Path) -> None:
        self.path, self.home = thaiid.with_name("thaiid-register"), home
        self.thaiid = thaiid
        self.environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "90"}

    def __call__(self, *words: str | Path, input: bytes = b"", environment: Mapping[str, str] | None = None) -> Result:
        done = subprocess.run(
            [self.path, *words], input=input, capture_output=True, cwd=self.home, timeout=60, start_new_session=True,
            env=self.environment | dict(environment or {}))
        return Result(tuple(map(str, words)), done.returncode, done.stdout, done.stderr)


@pytest.fixture
def program(binary: Path, tmp_path: Path) -> Program:
    return Program(binary, tmp_path)


@pytest.fixture
def register(program: Program) -> Program:
    """With the sample, who has changed the name since, and whom an officer corrected."""
    home = program.home
    for words in (
        ["init", "--no-input", "--store", f"sqlite:{home}/register", "--recovery", home / "sheet.txt", "--office",
         "สำนักงานทดสอบ", "--office-number", "0000", "--open-account"],
        ["purpose", "add", "--code", "counter", "--thai", "รับบริการที่เคาน์เตอร์", "--english", "Service at the counter",
         "--days", "365", "--basis", "พ.ร.บ. ทดสอบ"],
    ):
        done = program(*words)
        assert done.exit == 0, done
    sample = json.loads(subprocess.run(
        [program.thaiid, "read", "--sample", "--json", "--no-photo"], capture_output=True, check=True,
        env=program.environment).stdout)
    sample["read"] |= {"at": "2025-03-04T09:41:00+07:00", "id": None}
    del sample["read"]["id"]
    later = json.loads(json.dumps(sample))
    later["read"]["at"] = (datetime.now(THAILAND) - timedelta(days=6)).isoformat(timespec="seconds")
    card = later["card"]
    card["nameThai"] |= {"last": "ตัวอย่างใหม่", "full": "นายทดสอบ ตัวอย่างใหม่"}
    card["address"]["full"] = card["address"]["full"].replace("99/1", "7")
    card["address"]["houseNumber"] = "7"
    card["issueDate"] = {"raw": "25680601", "iso": "2025-06-01", "year": 2025, "month": 6, "day": 1, "precision": "day"}
    for record in (sample, later):
        assert program("save", "-", "--purpose", "counter", input=json.dumps(record).encode()).exit == 0
    assert program(
        "correct", "--id", "-", "--field", "sex", "--value", '{"raw":"2","value":"female"}', "--reason", "ตามทะเบียนบ้าน",
        input=NUMBER).exit == 0
    return program


SCREENS: dict[str, tuple[str, ...]] = {
    "find": ("find", "--id", "-", "--purpose", "counter"), "nobody": ("find", "--name", "ไม่มีใคร", "--purpose", "counter"),
    "show": ("show", "--id", "-", "--purpose", "counter"), "history": ("history", "--id", "-", "--purpose", "counter"),
    "changes": ("changes", "--id", "-", "--purpose", "counter"), "conflicts": ("conflicts",), "quality": ("quality",),
    "usage": ("usage", "--id", "-"), "pending": ("pending",), "officers": ("officer", "list"),
    "purposes": ("purpose", "list"), "processing": ("processing",), "doctor": ("doctor",), "log": ("log", "show"),
    "verify": ("log", "verify"), "purge": ("purge", "--dry-run"),
}
"""What a clerk, a super user and an auditor look at."""


@pytest.mark.parametrize("language", ["th", "en"])
def test_screens_are_as_they_were(register: Program, language: str) -> None:
    screens = []
    for name, words in SCREENS.items():
        done = register(*words, "--lang", language, input=NUMBER)
        assert (done.exit, done.errors) == (0, b""), done
        screens.append(f"=== {name}\n{steady(done.text)}")
    text, golden = "".join(screens), GOLDEN / f"{language}.txt"
    kept = golden.read_text("utf-8") if golden.exists() else None
    if text != kept and REWRITES:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == kept, f"{golden.name} is not as it was"
    assert NUMBER.decode() not in text


def steady(text: str) -> str:
    """Without what is another each time: ids, the day and time of the test, whoever runs it, hashes and ages."""
    today = datetime.now(THAILAND)
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}", "ID", text)
    for name, day in (("TODAY", today), ("VISIT", today - timedelta(days=6))):
        text = re.sub(rf"\b{day.day} \S+ ({day.year}|{day.year + 543}) \d\d:\d\d", name, text)
    text = re.sub(rf"\b{re.escape(pwd.getpwuid(os.getuid()).pw_name)}\b", "ACCOUNT", text)
    text = re.sub(r"(อายุ|aged) \d+", r"\1 N", text)
    return SUBJECT.sub(" · SUBJECT", text)


@pytest.mark.parametrize("words", [["--help"], ["show", "--help"], ["help", "log", "verify"], ["purpose", "add", "-h"], []])
def test_help_is_in_both_languages(program: Program, words: list[str]) -> None:
    thai = program(*words, "--lang", "th")
    assert (thai.exit, thai.errors) == (0, b"") and thai.text.startswith("ภาพรวม: ") and "\nวิธีใช้: thaiid-register" in thai.text
    assert program(*words, environment={"LC_ALL": "th_TH.UTF-8"}).text == thai.text
    english = program(*words, "--lang", "en", environment={"LC_ALL": "th_TH.UTF-8"})
    assert english.text.startswith("OVERVIEW: ") and english.text == program(*words).text


@pytest.mark.parametrize(("words", "english", "thai"), [
    (["show", "--id", "1000000000009"], "can be read by everybody", "อ่านได้ทุกคนในเครื่อง"),
    (["find", "--limit", "0"], "--limit takes 1 to 1000.", "--limit รับ 1 ถึง 1000"),
    (["find", "--nonesuch"], "Unknown option '--nonesuch'", "ไม่มีตัวเลือก '--nonesuch'"),
    (["purpose", "add"], "Missing expected argument '--code <code>'", "ยังไม่ได้ระบุ '--code <code>'"),
    (["find", "--from-card"], "thaiid register", "thaiid register"),
])
def test_refusals_are_in_both_languages(program: Program, words: list[str], english: str, thai: str) -> None:
    for language, said in (("en", english), ("th", thai)):
        refused = program(*words, "--lang", language)
        assert (refused.exit, refused.output) == (64, b"") and said in refused.error_text
        assert bool(THAI.search(refused.error_text)) == (language == "th")
    error = program(*words, "--json").error
    assert error["code"] == "usage" and english in error["message"] and thai in error["thai"]["message"]


@pytest.mark.parametrize(("words", "status", "code"), [
    (["show", "--id", "-", "--purpose", "counter"], 29, "not-found"), (["show", "--id", "-", "--purpose", "nonesuch"], None, None),
    (["show", "--id", "-"], None, None), (["doctor", "--store", "sqlite:/nonexistent"], 26, "no-register"),
    (["doctor", "--store", "postgres:x"], 64, "usage"), (["doctor", "--key-file", "/nonexistent"], 31, "key"),
    (["show", "--person", "x", "--purpose", "counter"], None, None), (["approve", "7"], 29, "not-found"),
])
def test_errors_are_a_line_of_json(register: Program, words: list[str], status: int | None, code: str | None) -> None:
    error = register(*words, "--json", input=b"2000000000007").error
    assert error["schema"] == "thaiid.error/1" and error["message"] and error["remedy"]
    assert THAI.search(error["thai"]["message"]) and THAI.search(error["thai"]["remedy"])
    if status:
        assert (error["exit"], error["code"]) == (status, code)


def test_every_command_and_option_is_explained_in_thai(program: Program) -> None:
    def untold(command: dict, path: str) -> list[str]:
        name = f"{path} {command['commandName']}".strip()
        if command["commandName"] == "help":
            return []
        found = [] if THAI.search(command["abstract"]) else [name]
        if command.get("discussion") and not THAI.search(command["discussion"]):
            found.append(f"{name}: discussion")
        for option in command.get("arguments", []):
            if (text := option.get("abstract")) and option["shouldDisplay"] and not THAI.search(text):
                found.append(f"{name} {option['valueName']}")
        return found + [text for other in command.get("subcommands", []) for text in untold(other, name)]

    dump = json.loads(program("--experimental-dump-help", "--lang", "th").output)
    assert untold(dump["command"], "") == []


def test_statuses_are_told_with_the_commands(program: Program) -> None:
    for language in ("th", "en"):
        dump = json.loads(program("--experimental-dump-help", "--lang", language).output)
        meanings = {row["status"]: row["meaning"] for row in dump["failures"]}
        assert {26, 27, 28, 29, 30, 31, 33, 64} <= set(meanings)
        assert bool(THAI.search(meanings[29])) == (language == "th")
