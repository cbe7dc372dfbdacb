"""`thaiid watch` on a terminal: what somebody at a desk sees, and that nothing of it is left."""

from __future__ import annotations

import os
import re
import signal
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import faults
import pytest
from canary import told_by
from cardimage import CardImage
from commandline import Tool
from layout import STORAGE_TEXT, filled
from privatepcsc import READERS
from screen import PROMPT, Screen, expect
from scriptedcard import Insert
from terminal import ATTRIBUTES, Terminal

Open = Callable[..., Screen]

READY = {"th": "พร้อมรับบัตร", "en": "Ready for a card"}
READ = {"th": "อ่านบัตรแล้ว", "en": "card read"}
SIZES = [(80, 24), (40, 12)]
EXPIRED = b"25680414"
"""A last day of the ordinary card that is past, and after its day of issue."""

CANARY = "ฌาน"
"""Of the canary's name, what no other text on a screen has."""


@pytest.fixture
def screen(thaiid: Tool, tmp_path: Path) -> Iterator[Open]:
    """Opens a terminal, with `thaiid watch` in front unless no language is given."""
    screens: list[Screen] = []

    def screen(language: str | None = "th", *arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> Screen:
        folder = tmp_path / f"screen-{len(screens)}"
        folder.mkdir()
        screens.append(Screen(thaiid, folder, columns=columns, rows=rows, **environment))
        if language:
            screens[-1].start("watch", "--lang", language, *arguments)
            screens[-1].until_shown(READY[language])
        return screens[-1]

    yield screen
    for one in screens:
        one.close()


def shows(name: str, screen: Screen) -> None:
    """Compares a screen with its golden; what a clock says is replaced by as much of something else."""
    text = re.sub(r"^ \d\d:\d\d ", " hh:mm ", screen.text, flags=re.MULTILINE)
    text = re.sub(r"อายุ \d\d ปี", "อายุ ?? ปี", text)
    expect(name, re.sub(r"aged \d\d", "aged ??", text))


def watching(name: str = "thaiid") -> list[int]:
    """The processes of that name that a watch of these tests runs in; those that have ended aside."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            arguments = (entry / "cmdline").read_bytes().split(b"\0")
            if arguments[1:2] == [b"watch"] and (entry / "comm").read_text().strip() == name:
                found.append(int(entry.name))
        except (OSError, ValueError):
            continue
    return found


def of(screen: Screen, name: str = "thaiid") -> int:
    """The process in which the watch on this screen runs, or its guardian."""
    ours = {process for process in watching(name) if screen.terminal in descriptors_or_none(process)}
    assert len(ours) == 1, ours
    return ours.pop()


def descriptors(process: int | str) -> dict[int, str]:
    folder = Path(f"/proc/{process}/fd")
    return {int(entry.name): os.readlink(entry) for entry in folder.iterdir()}


# What is seen


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("language", ["th", "en"])
class TestScreens:
    def test_a_card_is_put_in_and_taken_out(self, screen: Open, insert: Insert, language: str, columns: int, rows: int) -> None:
        desk = screen(language, columns=columns, rows=rows)
        shows(f"ready-{language}-{columns}x{rows}", desk)
        card = insert()
        desk.until_shown("1 0000 00000 00 9", READ[language])
        shows(f"read-{language}-{columns}x{rows}", desk)
        card.remove()
        desk.until(lambda text: "0000" not in text and text.count(READY[language]) == 2)

    def test_an_expired_card(self, screen: Open, insert: Insert, ordinary: CardImage, language: str, columns: int, rows: int) -> None:
        desk = screen(language, columns=columns, rows=rows)
        insert(image=filled(ordinary, STORAGE_TEXT["expiryDate"], EXPIRED))
        desk.until_shown({"th": "หมดอายุแล้วเมื่อ", "en": "EXPIRED on"}[language], READ[language])
        shows(f"expired-{language}-{columns}x{rows}", desk)

    def test_a_card_upside_down(self, screen: Open, insert: Insert, language: str, columns: int, rows: int) -> None:
        desk = screen(language, columns=columns, rows=rows)
        insert(mute=True)
        desk.until_shown("✗")
        shows(f"mute-{language}-{columns}x{rows}", desk)

    def test_a_card_pulled_early(self, screen: Open, insert: Insert, language: str, columns: int, rows: int) -> None:
        desk = screen(language, columns=columns, rows=rows)
        insert(faults.remove_before(20))
        desk.until_shown("✗")
        shows(f"pulled-{language}-{columns}x{rows}", desk)

    def test_the_text_is_there_while_the_photo_still_comes(
        self, screen: Open, insert: Insert, language: str, columns: int, rows: int,
    ) -> None:
        desk = screen(language, columns=columns, rows=rows)
        gate = faults.Gate(40)
        insert(gate)
        gate.wait_until_reached()
        desk.until_shown("1 0000 00000 00 9", "82 %")
        shows(f"progress-{language}-{columns}x{rows}", desk)
        gate.open()
        desk.until_shown(READ[language])

    def test_two_cards(self, screen: Open, insert: Insert, ordinary: CardImage, language: str, columns: int, rows: int) -> None:
        desk = screen(language, columns=columns, rows=rows)
        insert()
        desk.until_shown(READ[language])
        insert(slot=1, image=filled(ordinary, STORAGE_TEXT["citizenID"], b"0000000000001"))
        desk.until(lambda text: "0 0000 00000 00 1" in text and "%" not in text and (rows < 20 or text.count(READ[language]) == 2))
        shows(f"two-{language}-{columns}x{rows}", desk)


@pytest.mark.parametrize("options", [("--no-color",), ()], ids=["option", "NO_COLOR"])
def test_without_colour_all_is_said_in_words(
    screen: Open, insert: Insert, ordinary: CardImage, options: tuple[str, ...],
) -> None:
    desk = screen("th", *options, **({} if options else {"NO_COLOR": "1"}))
    insert(image=filled(ordinary, STORAGE_TEXT["expiryDate"], EXPIRED))
    desk.until_shown("หมดอายุแล้วเมื่อ", READ["th"])
    assert colours(desk.coloured) == set()
    shows("expired-th-80x24", desk)


def test_what_is_wrong_is_red(screen: Open, insert: Insert, ordinary: CardImage) -> None:
    desk = screen()
    insert(image=filled(ordinary, STORAGE_TEXT["expiryDate"], EXPIRED))
    desk.until_shown("หมดอายุแล้วเมื่อ", READ["th"])
    line = next(line for line in desk.coloured.splitlines() if "หมดอายุแล้วเมื่อ" in line)
    assert "41" in colours(line)


def colours(text: str) -> set[str]:
    """The numbers of colours in a screen's sequences."""
    numbers = {number for sequence in re.findall(r"\x1b\[([\d;]*)m", text) for number in sequence.split(";")}
    return {number for number in numbers if number[:1] in {"3", "4", "9"} and number not in {"39", "49", "4"}}


def test_a_dumb_terminal_gets_lines(screen: Open, insert: Insert) -> None:
    desk = screen(None)
    desk.type(f"TERM=dumb {desk.tool.path} watch --lang en")
    insert()
    desk.until_shown("Mr. Thotsop Tuayang")
    assert not desk.is_alternate and "Ready" not in desk.text


def test_another_size_is_drawn_anew(screen: Open, insert: Insert) -> None:
    desk = screen()
    insert()
    desk.until_shown("1 0000 00000 00 9", READ["th"])
    desk.resize(40, 12)
    desk.until_shown("1 0000 00000 00 9")
    time.sleep(0.2)
    shows("read-th-40x12", desk)
    desk.resize(20, 5)
    desk.until(lambda text: "นายทดสอบ" in text)
    desk.resize(80, 24)
    desk.until_shown("99/1")
    time.sleep(0.2)
    shows("read-th-80x24", desk)


def test_a_card_that_stays_in_is_not_shown_for_ever(screen: Open, insert: Insert) -> None:
    desk = screen("th", "--clear-after", "2s")
    card = insert()
    desk.until_shown("1 0000 00000 00 9")
    desk.until(lambda text: "ซ่อนข้อมูลของบัตรนี้แล้ว" in text and "0000" not in text)
    shows("cleared-th-80x24", desk)
    card.remove()
    insert()
    desk.until_shown("1 0000 00000 00 9")


def test_a_service_that_stops_and_comes_back_is_told(screen: Open, insert: Insert) -> None:
    desk = screen()
    insert()
    desk.until_shown(READ["th"])
    desk.tool.pcsc.kill()
    desk.until(lambda text: text.count("เครื่องอ่านนี้หลุดไป") == 2)
    shows("unplugged-th-80x24", desk)
    desk.tool.pcsc.start()
    desk.until(lambda text: text.count(READY["th"]) == 2)


def test_a_portrait_comes_and_goes_with_the_card(screen: Open, insert: Insert, render: Path) -> None:
    desk = screen("th", columns=130, rows=30)
    card = insert()
    desk.until_shown("1 0000 00000 00 9", "▄▄▄▄▄▄▄▄")
    card.remove()
    desk.until(lambda text: "▄" not in text and "0000" not in text)


def test_what_was_done_with_a_card_is_said_in_a_line_each(screen: Open, insert: Insert, folder: Path) -> None:
    desk = screen("th", "--save", str(folder), "--append", str(folder / "visits.csv"))
    card = insert()
    text = desk.until_shown("✓ บันทึกไฟล์แล้ว (.json)", "✓ เพิ่มในไฟล์แล้ว")
    assert "1000000000009" not in text
    card.remove()
    desk.until(lambda text: "0000" not in text and "✓ บันทึกไฟล์แล้ว (.json)" in text and text.count(READY["th"]) == 2)


def test_an_action_that_fails_is_said_beside_the_card_and_in_the_log(screen: Open, insert: Insert) -> None:
    desk = screen("th", "--exec", "/bin/false")
    card = insert()
    desk.until_shown("✗ ยังไม่สำเร็จ", "1 0000 00000 00 9")
    card.remove()
    text = desk.until(lambda text: "0000" not in text)
    assert "ยังไม่สำเร็จ" in text.partition("── วันนี้")[2]


def test_without_the_drawing_program_there_is_no_portrait_and_no_word(lonely: Tool, insert: Insert, tmp_path: Path) -> None:
    desk = Screen(lonely, tmp_path, columns=130, rows=30, PATH="/usr/bin:/bin")
    try:
        desk.start("watch", "--lang", "th")
        desk.until_shown(READY["th"])
        insert()
        desk.until_shown("1 0000 00000 00 9", READ["th"])
        time.sleep(0.5)
        assert "▄" not in desk.text and "✗" not in desk.text
    finally:
        desk.close()


def test_the_text_is_on_the_screen_as_soon_as_the_card_has_told_it(thaiid: Tool, insert: Insert) -> None:
    """Beyond the card's own time 30 ms are allowed: from the first command for the photo, before which the text is known.
    The median of some cards, since other tests run beside this one."""
    command = thaiid.pcsc.inside([thaiid.path, "watch", "--lang", "en"], thaiid.home)
    terminal = Terminal({ATTRIBUTES: b"\x1b[?62;22c"}, command, thaiid.environment | {"TERM": "xterm"}, rows=24, columns=80)
    try:
        terminal.play(lambda: terminal.shown.count(READY["en"].encode()) >= len(READERS))
        assert statistics.median(delay(terminal, insert) for _ in range(5)) < 0.030
    finally:
        terminal.close()


def delay(terminal: Terminal, insert: Insert) -> float:
    """How long after the first command for the photo the name of a card that is put in is on the terminal."""
    asked: list[float] = []

    def clock(index: int, command: bytes, answer: bytes) -> bytes:
        asked.append(time.monotonic())
        return answer

    terminal.shown = b""
    card = insert(clock)
    terminal.play(lambda: b"Thotsop" in terminal.shown)
    shown = time.monotonic()
    # It is read to its end.
    terminal.play(lambda: time.monotonic() > shown + 0.5)
    card.remove()
    photo = range(0x017B, 0x1579)
    return shown - next(at for at, sent in zip(asked, card.commands) if sent[:2] == b"\x80\xB0" and sent[2] << 8 | sent[3] in photo)


def test_who_waits_is_not_woken(screen: Open, insert: Insert) -> None:
    """A screen on which nothing changes costs nothing: of the watch and its guardian no thread runs but libdispatch's own,
    which looks after its threads once a second as soon as a program has any."""
    seconds = 5
    desk = screen()
    insert()
    desk.until_shown(READ["th"])
    time.sleep(6)
    processes = [of(desk), of(desk, "thaiid-guard")]
    before = [wakings(process) for process in processes]
    time.sleep(seconds)
    after = [wakings(process) for process in processes]
    woken = sorted(count - then.get(task, 0) for then, now in zip(before, after) for task, count in now.items())
    assert woken[-1] <= seconds + 1 and set(woken[:-1]) == {0}, woken


def wakings(process: int) -> dict[str, int]:
    """How often each thread of a process has gone to sleep."""
    return {
        task.name: int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", (task / "status").read_text(), re.MULTILINE)[1])
        for task in Path(f"/proc/{process}/task").iterdir()}


# What is left


def assert_nothing_left(desk: Screen, secret: CardImage, settings: bytes) -> None:
    """Within a second, the terminal has nothing of the holder and is as it was, and no process is left."""
    time.sleep(1)
    assert told_by(desk.everything, secret) == []
    assert not desk.is_alternate and desk.shows_cursor
    assert desk.settings() == settings
    assert [process for name in ("thaiid", "thaiid-guard") for process in watching(name)
            if desk.terminal in descriptors_or_none(process)] == []


def descriptors_or_none(process: int) -> set[str]:
    try:
        return set(descriptors(process).values())
    except OSError:
        return set()


@pytest.mark.parametrize("how", ["key", *(signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL)], ids=str)
def test_nothing_of_anyone_is_left(screen: Open, insert: Insert, secret: CardImage, how: str | signal.Signals) -> None:
    desk = screen(None)
    settings = desk.settings()
    desk.start("watch", "--lang", "th")
    desk.until_shown(READY["th"])
    insert(image=secret)
    desk.until_shown(CANARY, READ["th"])
    assert told_by(desk.everything, secret)
    desk.key("C-c") if how == "key" else os.kill(of(desk), how)
    assert_nothing_left(desk, secret, settings)
    desk.type("echo $?")
    desk.until_shown({"key": "130", signal.SIGTERM: "0", signal.SIGHUP: "129", signal.SIGQUIT: "131", signal.SIGKILL: "137"}[how])


def test_nothing_is_left_of_a_photo_either(screen: Open, insert: Insert, secret: CardImage, render: Path) -> None:
    desk = screen(None, columns=130, rows=30)
    settings = desk.settings()
    desk.start("watch", "--lang", "th")
    desk.until_shown(READY["th"])
    insert(image=secret)
    desk.until_shown(CANARY, "▄▄▄▄▄▄▄▄")
    os.kill(of(desk), signal.SIGKILL)
    assert_nothing_left(desk, secret, settings)
    assert "▄" not in desk.text


def test_a_stop_hides_the_card_and_coming_back_shows_it(screen: Open, insert: Insert, secret: CardImage) -> None:
    desk = screen(None)
    settings = desk.settings()
    desk.start("watch", "--lang", "th")
    desk.until_shown(READY["th"])
    card = insert(image=secret)
    for _ in range(2):
        desk.until_shown(CANARY, READ["th"])
        desk.key("C-z")
        desk.until_shown("Stopped", PROMPT)
        assert told_by(desk.everything, secret) == []
        assert not desk.is_alternate and desk.shows_cursor and desk.settings() == settings
        desk.type("fg")
    desk.until_shown(CANARY)
    desk.key("C-z")
    desk.until(lambda text: CANARY not in text)
    card.remove()
    desk.type("fg")
    desk.until(lambda text: text.count(READY["th"]) == 2)
    desk.key("C-c")
    assert_nothing_left(desk, secret, settings)


def test_one_that_was_stopped_and_then_killed_leaves_the_shell_alone(screen: Open, insert: Insert, secret: CardImage) -> None:
    desk = screen(None)
    settings = desk.settings()
    desk.start("watch", "--lang", "th")
    desk.until_shown(READY["th"])
    insert(image=secret)
    desk.until_shown(CANARY)
    process = of(desk)
    desk.key("C-z")
    desk.until_shown("Stopped", PROMPT)
    desk.type("echo still here")
    os.kill(process, signal.SIGKILL)
    assert_nothing_left(desk, secret, settings)
    assert "still here" in desk.text


def test_one_that_is_started_in_the_background_waits_for_the_terminal(screen: Open, insert: Insert, secret: CardImage) -> None:
    desk = screen(None)
    settings = desk.settings()
    insert(image=secret)
    desk.type(f"{desk.tool.path} watch --lang th &")
    time.sleep(1)
    assert told_by(desk.everything, secret) == [] and not desk.is_alternate
    desk.type("fg")
    desk.until_shown(CANARY, READ["th"])
    desk.key("C-z")
    desk.until_shown("Stopped")
    desk.type("bg")
    time.sleep(1)
    assert told_by(desk.everything, secret) == [] and not desk.is_alternate
    desk.type("fg")
    desk.until_shown(CANARY)
    desk.key("C-c")
    assert_nothing_left(desk, secret, settings)


def test_one_that_was_frozen_draws_on(screen: Open, insert: Insert) -> None:
    desk = screen()
    card = insert()
    desk.until_shown("1 0000 00000 00 9", READ["th"])
    process = of(desk)
    os.kill(process, signal.SIGSTOP)
    card.remove()
    desk.type("fg")
    desk.until(lambda text: text.count(READY["th"]) == 2)


def test_keys_are_neither_shown_nor_kept(screen: Open) -> None:
    desk = screen()
    desk.type("echo typed")
    time.sleep(0.3)
    assert "typed" not in desk.text
    desk.key("C-c")
    desk.until(lambda text: PROMPT in text)
    time.sleep(0.3)
    assert "typed" not in desk.text


def test_an_error_that_ends_it_is_told_on_the_ordinary_screen(screen: Open) -> None:
    desk = screen(None)
    desk.tool.pcsc.kill()
    desk.start("watch", "--lang", "en")
    desk.until_shown("PC/SC")
    assert not desk.is_alternate and desk.shows_cursor


# The guardian


def test_the_guardian_holds_the_terminal_and_a_pipe_that_nobody_inherits(
    lonely: Tool, insert: Insert, tmp_path: Path,
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    drawing = programs / "thaiid-render"
    drawing.write_text(f"#!/bin/sh\nls -l /proc/self/fd > {tmp_path}/inherited\nexit 1\n")
    drawing.chmod(0o755)
    desk = Screen(lonely, tmp_path, columns=130, rows=30, PATH=f"{programs}:/usr/bin:/bin")
    try:
        desk.start("watch", "--lang", "th")
        desk.until_shown(READY["th"])
        guardian = of(desk, "thaiid-guard")
        held = descriptors(guardian)
        assert sorted(held) == [0, 1] and held[0] == desk.terminal and held[1].startswith("pipe:")
        insert()
        desk.until_shown("1 0000 00000 00 9")
        deadline = time.monotonic() + 10
        while not (tmp_path / "inherited").exists() or not (tmp_path / "inherited").read_text():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert held[1] not in (tmp_path / "inherited").read_text()
        writers = [process for process in processes() if held[1] in descriptors_or_none(process) and process != guardian]
        assert writers == [of(desk)]
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
            os.kill(guardian, number)
        time.sleep(0.2)
        assert of(desk, "thaiid-guard") == guardian
    finally:
        desk.close()


def processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def test_the_readers_are_named(screen: Open) -> None:
    assert all(reader in screen().text for reader in READERS)


def test_columns_line_up_in_the_terminal(screen: Open, insert: Insert) -> None:
    """The line between two panes stands in the same column everywhere, by the widths of the system's C library."""
    desk = screen()
    insert()
    text = desk.until_shown(READ["th"])
    places = {
        int(subprocess.run(["wc", "-L"], input=line.partition("│")[0].encode(), capture_output=True, check=True,
                           env={"LC_ALL": "C.UTF-8"}).stdout)
        for line in text.splitlines() if "│" in line}
    assert len(places) == 1, places
