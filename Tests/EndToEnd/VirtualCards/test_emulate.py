"""Cards that take turns in the readers of `thaiid emulate`: by command, by time, by key, and in both readers."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import Tool, read_line
from emulation import emulation
from privatepcsc import READERS
from traces import FIXTURES, Trace

FIRST, SECOND, THIRD = (FIXTURES / f"{name}.trace" for name in ("ordinary", "rural", "lifelong"))


def citizen_id(card: Path) -> str:
    answers = [answer for _, answer in Trace.parse(card.read_text("utf-8")).logical()]
    return answers[1][4:17].decode()


def read(thaiid: Tool, slot: int = 0) -> str:
    """The citizen ID of the card in the reader, once there is one."""
    thaiid.pcsc.wait_for_card(slot)
    return thaiid("read", "--json", "--fields", "citizenID", "--reader", READERS[slot]).record["card"]["citizenID"]


def test_cards_come_and_go_on_command(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST, SECOND, THIRD) as cards:
        assert read(thaiid) == citizen_id(FIRST)
        cards.told("next")
        cards.says("removed 1")
        cards.says("inserted 2: rural.trace")
        assert read(thaiid) == citizen_id(SECOND)
        cards.told("remove")
        cards.says("removed 2")
        assert thaiid("read", "--json").error["code"] == "no-card"
        cards.told("insert")
        cards.says("inserted 2: rural.trace")
        assert read(thaiid) == citizen_id(SECOND)
        cards.told("insert 1")
        cards.says("removed 2")
        cards.says("inserted 1: ordinary.trace")
        assert read(thaiid) == citizen_id(FIRST)
        cards.told("quit")
        assert thaiid.finish(cards.process).exit == 0
    thaiid.pcsc.wait_until_empty()


def test_turns_begin_again_after_the_last(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST, SECOND) as cards:
        cards.told("next\nnext")
        for line in ("removed 1", "inserted 2: rural.trace", "removed 2", "inserted 1: ordinary.trace"):
            cards.says(line)
        assert read(thaiid) == citizen_id(FIRST)


def test_the_service_notices_every_change(thaiid: Tool) -> None:
    """A watcher sees each card come and go, though one follows the other at once."""
    with thaiid.running("watch", "--ndjson", "--fields", "citizenID") as watch:
        assert watch.stdout
        with emulation(thaiid, FIRST, SECOND) as cards:
            seen = []
            for line in watch.stdout:
                if b'"card.read"' in line:
                    seen.append(line)
                    if len(seen) == 3:
                        break
                    cards.told("next")
    ids = [citizen_id(card).encode() for card in (FIRST, SECOND, FIRST)]
    assert [number in line for number, line in zip(ids, seen, strict=True)] == [True] * 3


def test_cards_take_turns_by_time(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST, SECOND, "--every", "700ms") as cards:
        for line in ("removed 1", "inserted 2: rural.trace", "removed 2", "inserted 1: ordinary.trace"):
            cards.says(line)


def test_time_brings_back_a_card_that_a_fault_pulled(thaiid: Tool) -> None:
    with thaiid.running("emulate", FIRST, "--every", "2s", "--remove-before", "5") as emulator:
        assert read_line(emulator) == b"ready\n"
        thaiid.pcsc.wait_for_card()
        assert thaiid("read", "--json").error["code"] == "card-removed"
        assert read_line(emulator) == b"removed 1\n"
        assert read_line(emulator) == b"inserted 1: ordinary.trace\n"
        assert read(thaiid) == citizen_id(FIRST)


def test_both_readers_at_once(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST, SECOND, THIRD, "--slot", "both") as cards:
        assert (read(thaiid, 0), read(thaiid, 1)) == (citizen_id(FIRST), citizen_id(SECOND))
        cards.told("insert 3")
        cards.says("removed 1")
        cards.says("inserted 3: lifelong.trace")
        assert (read(thaiid, 0), read(thaiid, 1)) == (citizen_id(THIRD), citizen_id(SECOND))
        cards.told("remove 1")
        cards.says("no card in")
        cards.told("remove 2")
        cards.says("removed 2")
        assert read(thaiid, 0) == citizen_id(THIRD)
        cards.told("next")
        for line in ("removed 3", "inserted 1: ordinary.trace", "inserted 2: rural.trace"):
            cards.says(line)
        assert (read(thaiid, 0), read(thaiid, 1)) == (citizen_id(FIRST), citizen_id(SECOND))


def test_two_cards_are_read_at_the_same_time(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST, SECOND, "--slot", "both", "--latency", "2ms"):
        for slot in (0, 1):
            thaiid.pcsc.wait_for_card(slot)
        with thaiid.running("read", "--json", "--reader", "1") as one, thaiid.running("read", "--json", "--reader", "2") as two:
            ids = [thaiid.finish(reading).record["card"]["citizenID"] for reading in (one, two)]
    assert ids == [citizen_id(FIRST), citizen_id(SECOND)]


def test_the_second_reader(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST, "--slot", "2"):
        assert read(thaiid, 1) == citizen_id(FIRST)
        assert [card["card"] for card in readers(thaiid)] == ["absent", "present"]


def readers(thaiid: Tool) -> list[dict[str, str]]:
    return json.loads(thaiid("readers", "--json").output)["readers"]


def test_sample_and_invented_people(thaiid: Tool) -> None:
    with emulation(thaiid, "--sample", "--invented", "2", "--seed", "7") as cards:
        seen = [read(thaiid)]
        for number in (2, 3):
            cards.told("next")
            cards.says(f"removed {number - 1}")
            cards.says(f"inserted {number}: invented")
            seen.append(read(thaiid))
    assert seen[0] == "1000000000009"
    assert len(set(seen)) == 3


@pytest.mark.parametrize(("line", "answer"), [
    ("insert 4", "no card 4"), ("remove 0", "no card 0"), ("insert -1", "no card -1"), ("insert x", "not understood: insert x"),
    ("", "not understood: "), ("eject", "not understood: eject"), ("next 2", "not understood: next 2"),
    ("\x1b]0;x\x07\u202e", "not understood: \ufffd]0;x\ufffd\ufffd"), ("x" * 9000, "not understood: " + "x" * 40),
    ("insert 99999999999999999999", "not understood: insert 99999999999999999999"),
], ids=range(10))
def test_what_is_no_command_changes_nothing(thaiid: Tool, line: str, answer: str) -> None:
    with emulation(thaiid, FIRST) as cards:
        cards.told(line)
        cards.says(answer)
        assert read(thaiid) == citizen_id(FIRST)


def test_a_file_name_cannot_take_over_the_terminal(thaiid: Tool, tmp_path: Path) -> None:
    hostile = tmp_path / "\x1b]0;x\x07\u202e\nready.trace"
    hostile.write_bytes(FIRST.read_bytes())
    with emulation(thaiid, hostile) as cards:
        cards.told("insert")
        cards.says("removed 1")
        cards.says("inserted 1: \ufffd]0;x\ufffd\ufffd\ufffdready.trace")


def test_nothing_personal_is_said(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST, SECOND) as cards:
        read(thaiid)
        cards.told("next")
        cards.told("quit")
        _, errors = cards.process.communicate(timeout=10)
    assert errors == b"removed 1\ninserted 2: rural.trace\n"


@pytest.mark.parametrize("how", ["closed", "/dev/null", "not there"])
def test_the_card_stays_in_without_anybody_to_give_commands(thaiid: Tool, how: str) -> None:
    wrapper = ("sh", "-c", 'exec "$@" <&-', "sh") if how == "not there" else ()
    source = subprocess.PIPE if how == "closed" else subprocess.DEVNULL
    with thaiid.running("emulate", FIRST, wrapper=wrapper, stdin=source) as emulator:
        assert read_line(emulator) == b"ready\n"
        if emulator.stdin:
            emulator.stdin.close()
            emulator.stdin = None
        assert read(thaiid) == citizen_id(FIRST)
        assert read(thaiid) == citizen_id(FIRST)
        emulator.send_signal(signal.SIGTERM)
        assert emulator.wait(2) == -signal.SIGTERM


def test_commands_before_the_end_of_the_input_are_obeyed(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST) as cards:
        assert cards.process.stdin
        cards.process.stdin.write(b"remove")
        cards.process.stdin.close()
        cards.process.stdin = None
        cards.says("removed 1")
        assert thaiid.finish(cards.process).exit == 0


def test_the_service_goes(thaiid: Tool) -> None:
    with emulation(thaiid, FIRST) as cards:
        thaiid.pcsc.wait_for_card()
        thaiid.pcsc.kill()
        assert thaiid.finish(cards.process).exit == 12


class Terminal:
    """A terminal, and a program in its foreground."""

    def __init__(self, thaiid: Tool, *command: str | Path) -> None:
        self.screen, self.inner = pty.openpty()
        self.before = termios.tcgetattr(self.inner)
        self.process = thaiid.pcsc.popen(
            ["setsid", "--ctty", "--wait", *command], environment=thaiid.environment, stdin=self.inner)

    def press(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def says(self, line: str) -> None:
        assert read_line(self.process).decode() == line + "\n"

    @property
    def shows_keys(self) -> bool:
        return bool(termios.tcgetattr(self.inner)[3] & termios.ECHO)

    @property
    def is_as_before(self) -> bool:
        return termios.tcgetattr(self.inner) == self.before

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        os.close(self.screen)
        os.close(self.inner)


@pytest.fixture
def terminal(thaiid: Tool) -> Iterator[Terminal]:
    terminal = Terminal(thaiid, thaiid.path, "emulate", FIRST, SECOND)
    terminal.says("ready")
    terminal.says("Keys: r removes the card · i inserts it again · q quits · any other deals the next card")
    yield terminal
    terminal.close()


def test_cards_take_turns_on_a_key(thaiid: Tool, terminal: Terminal) -> None:
    assert not terminal.shows_keys
    for key, lines in (
        (" ", ["removed 1", "inserted 2: rural.trace"]), ("r", ["removed 2"]), ("i", ["inserted 2: rural.trace"]),
        ("\x1b[A", ["removed 2", "inserted 1: ordinary.trace"]), ("i", ["removed 1", "inserted 1: ordinary.trace"]),
    ):
        terminal.press(key)
        for line in lines:
            terminal.says(line)
    assert read(thaiid) == citizen_id(FIRST)
    terminal.press("q")
    assert terminal.process.wait(5) == 0
    assert terminal.is_as_before


@pytest.mark.parametrize("key", ["\x03", "\x1c"], ids=["interrupt", "quit"])
def test_the_terminal_is_left_as_it_was(terminal: Terminal, key: str) -> None:
    terminal.press(key)
    terminal.process.wait(5)
    assert terminal.is_as_before


SHELL = """
import os, signal, sys
if job := os.fork():
    signal.signal(signal.SIGINT, lambda *_: os.kill(job, signal.SIGTERM))
    os.wait()
else:
    os.setpgid(0, 0)
    os.execv(sys.argv[1], sys.argv[1:])
"""
"""Puts a job into the background, and ends it when interrupted."""


def test_a_job_in_the_background_leaves_the_terminal_alone(thaiid: Tool) -> None:
    """Neither does it stop for a key that is meant for the shell."""
    terminal = Terminal(thaiid, sys.executable, "-c", SHELL, thaiid.path, "emulate", FIRST)
    try:
        terminal.says("ready")
        assert terminal.is_as_before
        terminal.press("x\n")
        assert read(thaiid) == citizen_id(FIRST)
        terminal.press("\x03")
        assert terminal.process.communicate(timeout=5)[1] == b""
    finally:
        terminal.close()
