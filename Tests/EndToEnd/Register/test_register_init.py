"""`thaiid register init` as somebody at a terminal goes through it: questions, the sheet, and giving up."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commandline import Tool
from terminal import Terminal

WORDS = {
    "th": {
        "office": "ชื่อหน่วยงาน:", "open": "[ใช่/ไม่]", "yes": "ใช่", "recovery": "ไฟล์ใบกู้คืน", "word": r"คำที่ (\d+) บนใบกู้คืน:",
        "mistyped": "ไม่ตรงกับใบกู้คืน", "made": "สร้างทะเบียนแล้ว: ", "new": "ตั้งรหัสผ่านของทะเบียน:", "again": "พิมพ์รหัสผ่านอีกครั้ง:",
        "passphrase": "รหัสผ่านของทะเบียน:", "wrong": "รหัสผ่านไม่ถูก", "proven": "บันทึกแล้วว่าใบกู้คืนยังอยู่",
    },
    "en": {
        "office": "The office's name:", "open": "[yes/no]", "yes": "yes", "recovery": "File for the recovery sheet",
        "word": r"Word (\d+) on the sheet:", "mistyped": "That is not what the sheet says", "made": "The register is made: ",
        "new": "A passphrase for the register:", "again": "The same again:", "passphrase": "The register's passphrase:",
        "wrong": "That is not the passphrase", "proven": "Noted: the sheet is kept.",
    },
}
SECRET = "ความลับ ของ สำนักงาน 7"


class Talk:
    """A run of the program, question by question."""

    def __init__(self, thaiid: Tool, language: str, *arguments: str) -> None:
        self.words = WORDS[language]
        self.terminal = Terminal(
            {}, thaiid.pcsc.inside([thaiid.path, "register", *arguments, "--lang", language], thaiid.home), thaiid.environment)
        self.heard = 0

    @property
    def text(self) -> str:
        return self.terminal.shown[self.heard:].decode("utf-8", "replace")

    def until(self, pattern: str) -> re.Match[str]:
        """Waits for words that were not there before the last answer."""
        self.terminal.play(lambda: re.search(pattern, self.text) is not None or self.terminal.process.poll() is not None)
        while self.terminal._read(0):
            pass
        match = re.search(pattern, self.text)
        assert match, self.text
        return match

    def answer(self, asked: str, text: str) -> re.Match[str]:
        match = self.until(asked if asked.startswith(("คำที่", "Word")) else re.escape(asked))
        self.heard = len(self.terminal.shown)
        self.terminal.type(text.encode() + b"\n")
        return match

    def words_of_the_sheet(self, sheet: Path, *, first_wrong: bool = False) -> None:
        self.until(self.words["word"])
        words = dict(re.findall(r"^(\d+)\. (\w{5})$", sheet.read_text("utf-8"), re.MULTILINE))
        assert len(words) == 14
        for turn in range(4 if first_wrong else 3):
            number = self.until(self.words["word"])[1]
            self.answer(self.words["word"], "AAAAA" if first_wrong and turn == 0 else words[number].lower())
            if first_wrong and turn == 0:
                self.until(re.escape(self.words["mistyped"]))

    def end(self) -> int:
        return self.terminal.run()


@pytest.fixture
def talk(thaiid: Tool) -> Iterator[Callable[..., Talk]]:
    thaiid.environment["PATH"] = "/usr/bin:/bin"
    talks: list[Talk] = []

    def talk(language: str, *arguments: str) -> Talk:
        talks.append(Talk(thaiid, language, *arguments))
        return talks[-1]

    yield talk
    for one in talks:
        one.terminal.close()


def files(home: Path) -> set[str]:
    return {str(file.relative_to(home)) for file in home.rglob("*") if file.is_file()}


def begin(talk: Talk, sheet: Path) -> None:
    words = talk.words
    talk.answer(words["office"], "สำนักงานทดสอบ")
    talk.answer(words["open"], words["yes"])
    talk.answer(words["recovery"], str(sheet))


@pytest.mark.parametrize("language", ["th", "en"])
def test_by_hand(thaiid: Tool, talk: Callable[..., Talk], language: str) -> None:
    sheet = thaiid.home / "sheet.txt"
    run = talk(language, "init")
    begin(run, sheet)
    run.words_of_the_sheet(sheet, first_wrong=True)
    assert run.end() == 0
    said = run.text
    assert run.words["made"] in said and "purpose add" in said and "backup" in said
    assert len(said.strip().splitlines()) <= 12
    key = thaiid.home / ".config/thaiid/register.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o400
    # Later commands need to be told nothing, and the sheet was proven just now.
    doctor = thaiid("register", "doctor", "--json").record
    assert (doctor["recoveryDue"], doctor["open"]) == (False, True)
    # The words again, off the sheet: all of them, then three.
    assert thaiid("register", "recovery", "test", "--words", "-", input=sheet.read_bytes()).exit == 0
    again = talk(language, "recovery", "test")
    again.words_of_the_sheet(sheet)
    assert again.end() == 0 and again.words["proven"] in again.text
    # A key that is lost comes back.
    before = key.read_bytes()
    key.unlink()
    lost = thaiid("register", "doctor", "--json")
    assert (lost.exit, lost.error["code"]) == (31, "key")
    assert thaiid("register", "recovery", "use", "--key-file", key, input=sheet.read_bytes()).exit == 0
    assert key.read_bytes() == before and stat.S_IMODE(key.stat().st_mode) == 0o400
    assert thaiid("register", "doctor").exit == 0


@pytest.mark.parametrize("language", ["th", "en"])
def test_with_a_passphrase(thaiid: Tool, talk: Callable[..., Talk], language: str) -> None:
    sheet = thaiid.home / "sheet.txt"
    run = talk(language, "init", "--passphrase")
    begin(run, sheet)
    run.words_of_the_sheet(sheet)
    for question in ("new", "again"):
        run.answer(run.words[question], SECRET)
    assert run.end() == 0
    assert SECRET not in run.terminal.shown.decode()
    asked = talk(language, "doctor")
    asked.answer(asked.words["passphrase"], SECRET)
    assert asked.end() == 0
    refused = talk(language, "doctor")
    refused.answer(refused.words["passphrase"], "ไม่ใช่")
    assert refused.end() == 31 and refused.words["wrong"] in refused.text
    # Without a terminal nobody can be asked.
    assert thaiid("register", "doctor", "--json").error["exit"] == 64


@pytest.mark.parametrize("place", ["office", "recovery", "word", "new"])
def test_giving_up_leaves_nothing(thaiid: Tool, talk: Callable[..., Talk], place: str) -> None:
    sheet = thaiid.home / "sheet.txt"
    before = files(thaiid.home)
    run = talk("en", "init", "--passphrase")
    settings = run.terminal.before
    if place == "office":
        run.until(re.escape(run.words["office"]))
    elif place == "recovery":
        run.answer(run.words["office"], "x")
        run.answer(run.words["open"], "no")
        run.until(re.escape(run.words["recovery"]))
    else:
        begin(run, sheet)
        if place == "new":
            run.words_of_the_sheet(sheet)
            run.until(re.escape(run.words["new"]))
        else:
            run.until(run.words["word"])
    run.terminal.type(b"\x03")
    assert run.end() == 130
    assert run.terminal.settings == settings
    assert files(thaiid.home) == before


def test_passphrases_that_differ_leave_nothing(thaiid: Tool, talk: Callable[..., Talk]) -> None:
    sheet = thaiid.home / "sheet.txt"
    before = files(thaiid.home)
    run = talk("th", "init", "--passphrase")
    begin(run, sheet)
    run.words_of_the_sheet(sheet)
    run.answer(run.words["new"], SECRET)
    run.answer(run.words["again"], SECRET + "x")
    assert run.end() == 24 and "รหัสผ่านสองครั้งไม่ตรงกัน" in run.text
    assert files(thaiid.home) == before


def test_for_scripts(thaiid: Tool) -> None:
    thaiid.environment["PATH"] = "/usr/bin:/bin"
    words = ["register", "init", "--no-input", "--store", f"sqlite:{thaiid.home}/register"]
    assert thaiid(*words, "--json").error["exit"] == 64
    made = thaiid(*words, "--recovery", thaiid.home / "sheet.pdf", "--office", "สำนักงานทดสอบ", "--json").record
    assert (made["act"], made["open"]) == ("init", False)
    drawn = subprocess.run(
        [shutil.which("pdftotext") or "pdftotext", "-layout", thaiid.home / "sheet.pdf", "-"], capture_output=True, check=True).stdout
    assert "สำนักงานทดสอบ" in drawn.decode() and len(set(re.findall(r"\b[0-9A-Z]{5}\b", drawn.decode()))) >= 14
    assert thaiid("register", "doctor", "--json").record["recoveryDue"] is True
    second = thaiid(*words, "--recovery", thaiid.home / "other.pdf", "--json").error
    assert second["code"] == "refused" and not (thaiid.home / "other.pdf").exists()
