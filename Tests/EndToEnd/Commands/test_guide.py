"""The guide in Thai names commands, options, settings and messages that there are; its desks work as they stand there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from commandline import ROOT, Tool
from desk import Desk, spool
from drawing import drawing
from printserver import PrintServer
from scriptedcard import Insert
from screen import Screen

GUIDE = (ROOT / "README.th.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"^```.*?^```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
LINES = [line for kind, block in BLOCKS if kind == "" for line in block.splitlines()]
# What is asked of the register is looked at in test_register_pages.py.
COMMANDS = sorted({
    line for line in [*LINES, *re.findall(r"`([^`\n]+)`", PROSE)] if re.match(r"thaiid (?!register )[a-z]", line)})
SETTINGS = "\n".join(block for kind, block in BLOCKS if kind == "toml")
DESKS = re.findall(r"^\[desk\.([\w-]+)\]$", SETTINGS, re.MULTILINE)


@cache
def said() -> str:
    """All texts of the program, one below another, with a mark for what is filled in."""
    sources = [file.read_text("utf-8") for file in sorted((ROOT / "Sources").rglob("*.swift"))]
    texts = re.findall(r'"((?:[^"\\\n]|\\.)*)"', "\n".join(sources))
    return "\n".join(re.sub(r"\\\(.*?\)+", "\0", text) for text in texts)


def words(line: str) -> list[str]:
    """What the shell hands to the tool; an ellipsis stands for what anybody may write there."""
    return [word for word in shlex.split(line, comments=True) if word != "…"][1:]


@pytest.mark.parametrize("line", COMMANDS)
def test_each_command_and_each_option_is_there(without_service: Tool, line: str) -> None:
    given = words(line)
    names = [word for word in given if re.fullmatch(r"[a-z][a-z-]*", word)]
    options = [word for word in given if word.startswith("-")]
    # A value may look like a command: the longest line that has help is the command.
    for count in (2, 1):
        help = without_service(*names[:count], "--help") if len(names) >= count else None
        if help is not None and help.exit == 0 and f"USAGE: thaiid {' '.join(names[:count])}" in help.text:
            break
    else:
        pytest.fail(f"no such command: {line}")
    known = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", help.text))
    assert set(options) <= known, line


def test_there_is_something_to_try() -> None:
    assert len(COMMANDS) > 12 and len(DESKS) == 3


@pytest.mark.parametrize("message", sorted(set(re.findall(r"“([^”\n]+)”", GUIDE))))
def test_what_is_quoted_is_what_the_program_says(message: str) -> None:
    assert message in said()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PrintServer]:
    """Has the printer that the guide names, and uses it where none is named."""
    with PrintServer(tmp_path / "cups") as server:
        server.add("office")
        server.administer("lpadmin", "-d", "office")
        yield server


@pytest.fixture
def settled(thaiid: Tool, tmp_path: Path) -> Tool:
    """The tool with the guide's settings, where /srv/thaiid is a folder of the test's own."""
    place = tmp_path / "srv"
    for folder in ("", "log", "key"):
        (place / folder).mkdir()
    file = thaiid.home / ".config/thaiid/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(SETTINGS.replace("/srv/thaiid", str(place)), "utf-8")
    return drawing(thaiid)


def test_settings_are_in_order(settled: Tool) -> None:
    checked = settled("config", "check")
    assert checked.exit == 0, checked
    for name in DESKS:
        shown = settled("config", "show", "--desk", name, "--origin")
        assert shown.exit == 0 and f"[desk.{name}]" in shown.text, shown


@pytest.mark.parametrize("key", sorted(set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", PROSE))))
def test_a_single_word_is_a_setting_or_a_command(without_service: Tool, key: str) -> None:
    """Of words that stand alone as code; packages and the program itself aside."""
    if key in {"thaiid", "thaiid-render", "pcscd", "libccid"}:
        return
    example, help = without_service("config", "example").text, without_service("--help").text
    assert re.search(rf"^#{key} = ", example, re.MULTILINE) or f"\n  {key} " in help


@pytest.mark.parametrize("name", DESKS)
def test_each_desk_does_all_that_it_is_to_do(
    settled: Tool, server: PrintServer, insert: Insert, tmp_path: Path, name: str,
) -> None:
    section = SETTINGS.partition(f"[desk.{name}]\n")[2].partition("\n[")[0]
    wanted = {action for action in ("save", "sheet") if f"\n{action} = " in f"\n{section}"}
    wanted |= {"append"} if "\nappend = " in section else set()
    with Desk(settled, "--desk", name, **server.environment) as desk:
        insert()
        read = desk.read()["record"]["read"]["id"]
        for action in wanted:
            desk.until(lambda told: told["event"] == "action.done" and told["action"]["name"] == action)
        assert {told["action"]["name"] for told in desk.actions(read, len(wanted))} == wanted
    if "sheet" in wanted:
        assert server.job("office")[0].startswith(b"%PDF")
    assert spool(settled) == []
    assert ((tmp_path / "srv/key/sheets.key").exists()) == ("sheet" in wanted)


@pytest.mark.parametrize("name", DESKS)
def test_each_desk_has_its_screen_in_thai(settled: Tool, tmp_path: Path, name: str) -> None:
    with closing(Screen(settled, tmp_path)) as screen:
        screen.start("watch", "--desk", name)
        screen.until_shown("พร้อมรับบัตร")


@pytest.mark.parametrize("line", [line for line in LINES if "--sample" in line])
def test_what_needs_no_card_works(without_service: Tool, server: PrintServer, line: str) -> None:
    done = drawing(without_service)(*words(line), environment=server.environment)
    assert done.exit == 0, done
