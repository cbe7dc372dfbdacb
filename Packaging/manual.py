"""Manual pages of a program, made of what its commands say of themselves: manual.py PROGRAM FOLDER.

FOLDER/man1 has English ones, FOLDER/th/man1 Thai ones: PROGRAM.1 with all commands, and a page for each of them. Nothing
stands here that the program says itself; what it does not say, its surroundings, stands below in both languages.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

LANGUAGES = ("en", "th")
# Of the last change that is told of, so that the same sources give the same pages.
CHANGES = Path(__file__).parents[1] / "CHANGELOG.md"
WORDS = {
    "name": ("NAME", "ชื่อ"), "synopsis": ("SYNOPSIS", "รูปแบบคำสั่ง"), "description": ("DESCRIPTION", "คำอธิบาย"),
    "arguments": ("ARGUMENTS", "อาร์กิวเมนต์"), "options": ("OPTIONS", "ตัวเลือก"), "commands": ("COMMANDS", "คำสั่ง"),
    "status": ("EXIT STATUS", "รหัสออก"), "environment": ("ENVIRONMENT", "ตัวแปรสภาพแวดล้อม"), "files": ("FILES", "ไฟล์"),
    "see": ("SEE ALSO", "ดูเพิ่มเติม"), "values": ("values: ", "ค่าที่ใช้ได้: "), "default": ("default: ", "ถ้าไม่ระบุ: "),
    "flag": ("default as flag: ", "ถ้าไม่ใส่ค่า: "), "done": ("what was asked for is done", "ทำตามที่ขอสำเร็จ"),
    "interrupted": ("interrupted", "ถูกสั่งหยุด"), "manual": ("Thai ID card", "บัตรประจำตัวประชาชนไทย"),
}
ENVIRONMENT = [
    ("LC_ALL, LC_MESSAGES, LANG", "Thai where the first of them that is set says so, unless --lang says else.",
     "ใช้ภาษาไทย ถ้าตัวแรกที่ตั้งไว้เป็นภาษาไทย เว้นแต่ระบุ --lang"),
    ("THAIID_KEY", "A setting, by its key in capitals: THAIID_PURPOSE, THAIID_LOG_KEY.",
     "ค่าที่ตั้งไว้ ตามชื่อเป็นตัวพิมพ์ใหญ่: THAIID_PURPOSE, THAIID_LOG_KEY"),
    ("XDG_CONFIG_HOME", "Where settings of the user stand, else ~/.config.", "ที่เก็บค่าของผู้ใช้ ถ้าไม่ตั้ง ใช้ ~/.config"),
    ("COLUMNS", "How wide help is, else as wide as the terminal.", "ความกว้างของวิธีใช้ ถ้าไม่ตั้ง ใช้ความกว้างหน้าจอ"),
    ("NO_COLOR", "Set to anything: no colours.", "ตั้งเป็นอะไรก็ได้: ไม่ใช้สี"),
]
FILES = [
    ("$XDG_CONFIG_HOME/thaiid/", "Settings of the user.", "ค่าที่ตั้งไว้ของผู้ใช้"),
    ("/etc/xdg/thaiid/", "Settings of the machine.", "ค่าที่ตั้งไว้ของเครื่อง"),
]


class Manual:
    """The pages in one language."""

    def __init__(self, program: Path, language: int) -> None:
        self.program, self.language = program, language
        dump = json.loads(self.said("--experimental-dump-help"))
        self.root, self.failures = dump["command"], dump["failures"]
        self.version = self.said("--version").strip()

    def said(self, *words: str, language: str | None = None) -> str:
        """What the program prints, in lines that nothing breaks."""
        command = [self.program, *words, "--lang", language or LANGUAGES[self.language]]
        environment = os.environ | {"COLUMNS": "100000"}
        return subprocess.run(command, capture_output=True, check=True, text=True, env=environment, timeout=60).stdout

    def word(self, name: str) -> str:
        return WORDS[name][self.language]

    def pages(self) -> dict[str, str]:
        """All pages, by their names."""
        commands = [([self.root["commandName"]], self.root), *self.below([self.root["commandName"]], self.root)]
        return {"-".join(path): self.page(path, command, commands) for path, command in commands}

    def below(self, path: list[str], command: dict) -> list[tuple[list[str], dict]]:
        found = []
        for other in shown(command.get("subcommands", [])):
            if other["commandName"] != "help":
                words = [*path, other["commandName"]]
                found += [(words, other), *self.below(words, other)]
        return found

    def page(self, path: list[str], command: dict, commands: list[tuple[list[str], dict]]) -> str:
        name = "-".join(path)
        lines = [f'.TH "{name.upper()}" "1" "{day()}" "{escaped(path[0])} {self.version}" "{self.word("manual")}"', ".nh", ".ad l"]
        lines += [self.heading("name"), rf"{escaped(name)} \- {escaped(command['abstract'].rstrip('.'))}"]
        lines += [self.heading("synopsis"), *self.usage(path)]
        if command.get("discussion"):
            lines += [self.heading("description"), *paragraphs(command["discussion"])]
        lines += self.options(command, ".SH")
        if len(path) == 1:
            lines += [self.heading("commands")]
            for words, other in commands[1:]:
                lines += [f".SS {quoted(' '.join(words[1:]))}", escaped(other["abstract"])]
                lines += [".PP", *self.usage(words)]
                if other.get("discussion"):
                    lines += [".PP", *paragraphs(other["discussion"])]
                lines += self.options(other, ".PP")
        lines += self.surroundings()
        others = ["-".join(words) for words, _ in commands if words != path and (len(path) == 1 or words == path[:len(words)]
                  or words[:len(path)] == path)]
        see = [*others, "pcscd"] if others else ["pcscd"]
        lines += [self.heading("see"), ",\n".join(f".BR {escaped(other)} ({8 if other == 'pcscd' else 1})" for other in see)]
        return "\n".join(lines).replace(",\n.BR", " ,\n.BR") + "\n"

    def heading(self, name: str) -> str:
        return f".SH {title(self.word(name))}"

    def usage(self, path: list[str]) -> list[str]:
        english = self.said("help", *path[1:], language="en")
        found = re.search(r"^USAGE: (.*)$", english, re.MULTILINE)
        assert found, path
        rest = found[1].removeprefix(" ".join(path)).strip()
        return [f".B {escaped(' '.join(path))}", *([escaped(rest)] if rest else [])]

    def options(self, command: dict, level: str) -> list[str]:
        """Sections of options as its help has them; below another command's heading the first goes without."""
        sections: dict[str, list[dict]] = {}
        for option in shown(command.get("arguments", [])):
            section = option.get("sectionTitle") or self.word("arguments" if option["kind"] == "positional" else "options")
            sections.setdefault(section, []).append(option)
        lines: list[str] = []
        for section in sorted(sections, key=lambda name: name == self.word("options")):
            of_all = [option for option in sections[section] if level == ".SH" or preferred(option) not in ("version", "help")]
            lines += [f".SH {title(section.upper())}"] if level == ".SH" and of_all else []
            for option in of_all:
                lines += [".TP", self.label(option), escaped(self.text(option)) or r"\ "]
        return lines

    @staticmethod
    def label(option: dict) -> str:
        value = option.get("valueName", "")
        if option["kind"] == "positional":
            return rf"\fI{escaped(value)}\fR"
        names = sorted((("--" if name["kind"] == "long" else "-") + name["name"] for name in option["names"]), key=len)
        label = ", ".join(rf"\fB{escaped(name)}\fR" for name in names)
        if option["kind"] == "flag":
            return label
        is_left_out = option["parsingStrategy"] == "scanningForValue"
        return label + (rf" [\fI{escaped(value)}\fR]" if is_left_out else rf" \fI{escaped(value)}\fR")

    def text(self, option: dict) -> str:
        values = [self.word("values") + ", ".join(option["allValues"])] if option.get("allValues") else []
        if option.get("defaultValue"):
            is_left_out = option["kind"] == "option" and option["parsingStrategy"] == "scanningForValue"
            values.append(self.word("flag" if is_left_out else "default") + option["defaultValue"])
        return " ".join(filter(None, [option.get("abstract", ""), f"({'; '.join(values)})" if values else ""]))

    def surroundings(self) -> list[str]:
        failures = [(0, self.word("done")), *((row["status"], row["meaning"]) for row in self.failures)]
        lines = [self.heading("status")]
        for status, meaning in sorted([*failures, (130, self.word("interrupted"))]):
            lines += [".TP", rf"\fB{status}\fR", escaped(meaning.replace("`", ""))]
        for name, table in (("environment", ENVIRONMENT), ("files", FILES)):
            lines += [self.heading(name)]
            for key, *texts in table:
                lines += [".TP", rf"\fB{escaped(key)}\fR", escaped(texts[self.language])]
        return lines


def shown(entries: list[dict]) -> list[dict]:
    return [entry for entry in entries if entry.get("shouldDisplay", True)]


def preferred(option: dict) -> str:
    return option.get("preferredName", {}).get("name", "")


def escaped(text: str) -> str:
    """Text as it stands: dashes can be copied, and no line begins with what would be a request."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return r"\&" + text if text[:1] in (".", "'") else text


def quoted(text: str) -> str:
    return '"' + escaped(text).replace('"', r"\(dq") + '"'


def title(text: str) -> str:
    """A heading, bold where it can be: terminals' pagers lose Thai vowels and marks that are printed twice."""
    return quoted(text) if text.isascii() else quoted(text).replace('"', r'"\fR', 1)


def day() -> str:
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", CHANGES.stat().st_mtime))
    return datetime.fromtimestamp(seconds, timezone.utc).date().isoformat()


def paragraphs(text: str) -> list[str]:
    """Paragraphs; those of several lines are examples, and keep them."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n\n")):
        lines += [".PP"] if number else []
        rows = [escaped(row) for row in paragraph.split("\n")]
        lines += rows if len(rows) == 1 else [".nf", *rows, ".fi"]
    return lines


def main(program: str, folder: str) -> None:
    for language, name in enumerate(LANGUAGES):
        place = Path(folder, *([] if name == "en" else [name]), "man1")
        place.mkdir(parents=True, exist_ok=True)
        for page, text in Manual(Path(program).absolute(), language).pages().items():
            (place / f"{page}.1").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
