"""What a desk costs: how soon it tells of a card, how often it wakes, how much it keeps."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from figures import THAIID, row
from cardimage import CardImage
from commandline import Tool
from privatepcsc import READERS, PrivatePCSC
from scriptedcard import ScriptedCard
from terminal import ATTRIBUTES, Terminal
from traces import Trace

INSERTIONS = int(os.environ.get("INSERTIONS", "31"))
CARDS = 50
MINUTE = 60
ANSWER = 0.005
"""How long the card takes over each answer: some 0.25 s over a whole read, which is a fast card."""
PHOTO = range(0x017B, 0x1579)
READY, NAME, PORTRAIT = b"Ready for a card", b"Thotsop", "▄▄▄▄".encode()

Milliseconds = list[float]


class Clocked:
    """A card's answers, each after a while of the card's own, and when they were asked for and given."""

    def __init__(self) -> None:
        self.commands: list[tuple[bytes, float, float]] = []

    def __call__(self, number: int, command: bytes, answer: bytes) -> bytes:
        asked = time.monotonic()
        time.sleep(ANSWER)
        self.commands.append((command, asked, time.monotonic()))
        return answer

    def text(self) -> list[tuple[bytes, float, float]]:
        """What was asked for until the text was known: all before the first command for the photo."""
        def is_photo(command: bytes) -> bool:
            return command[:2] == b"\x80\xB0" and int.from_bytes(command[2:4], "big") in PHOTO

        first = next(place for place, (command, *_) in enumerate(self.commands) if is_photo(command))
        return self.commands[:first]


class Lines:
    """The lines of a program, each with the time at which it came."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.told: list[tuple[float, bytes]] = []
        threading.Thread(target=self._listen, args=(stream,), daemon=True).start()

    def _listen(self, stream: IO[bytes]) -> None:
        for line in stream:
            self.told.append((time.monotonic(), line))

    def wait(self, word: bytes, count: int = 1) -> list[tuple[float, bytes]]:
        """All with this word, once they are so many."""
        deadline = time.monotonic() + 20
        while len(found := [(at, line) for at, line in self.told if word in line]) < count:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{word!r}: {self.told[-3:]}")
            time.sleep(0.002)
        return found


@contextmanager
def desk() -> Iterator[tuple[Tool, Path]]:
    """The tool beside a service with two empty readers, and the plain program that hears of cards."""
    with tempfile.TemporaryDirectory() as folder, PrivatePCSC() as pcsc:
        home, notice = Path(folder, "home"), Path(folder, "notice")
        home.mkdir()
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "libpcsclite"], text=True).split()
        subprocess.run(["gcc", "-O2", "-o", notice, Path(__file__).with_name("notice.c"), *flags], check=True)
        yield Tool(Path(THAIID), pcsc, home), notice


@contextmanager
def view(tool: Tool, rows: int = 24, columns: int = 80) -> Iterator[Terminal]:
    """The full screen of a desk, on a terminal that shows pictures as half blocks where it is wide enough."""
    command = tool.pcsc.inside([tool.path, "watch", "--lang", "en"], tool.home)
    terminal = Terminal({ATTRIBUTES: b"\x1b[?62;22c"}, command, tool.environment | {"TERM": "xterm"}, rows=rows, columns=columns)
    try:
        terminal.play(lambda: terminal.shown.count(READY) >= len(READERS))
        yield terminal
    finally:
        terminal.close()


@contextmanager
def hearing(tool: Tool, notice: Path) -> Iterator[Lines]:
    """When PC/SC told the plain program of a card in the first reader."""
    process = tool.pcsc.popen([notice, READERS[0]])
    try:
        time.sleep(0.1)
        yield Lines(process.stdout)
    finally:
        process.kill()
        process.wait()


def wait_for_whole(card: ScriptedCard, terminal: Terminal) -> None:
    """Until the name is shown, and the card is asked for nothing more."""
    terminal.play(lambda: NAME in terminal.shown)
    asked = 0
    while asked < len(card.commands):
        asked = len(card.commands)
        end = time.monotonic() + 0.2
        terminal.play(lambda: time.monotonic() > end)


def take_out(card: ScriptedCard, terminal: Terminal) -> None:
    """Pulls the card; once back, the screen is ready for another."""
    terminal.shown = b""
    card.remove()
    terminal.play(lambda: READY in terminal.shown)


def ordinary() -> CardImage:
    return CardImage(Trace.load("ordinary"))


def told(figure: str, times: Milliseconds, bound: float | None) -> None:
    """Rows for a time: its median, and what is beyond it."""
    for kind, measured in (("median", statistics.median(times)), ("greatest", max(times))):
        is_bound = bound is not None and kind == "median"
        row(f"{figure}, {kind} of {len(times)}", f"{measured:.2f} ms", f"≤ {bound:g} ms" if is_bound else "",
            not is_bound or measured <= bound)


def first_text() -> None:
    """From the card that comes in to the name of its holder on the terminal."""
    beyond: Milliseconds = []
    over_all: Milliseconds = []
    before: Milliseconds = []
    with desk() as (tool, notice), hearing(tool, notice) as heard, view(tool) as terminal:
        for number in range(1, INSERTIONS + 1):
            terminal.shown = b""
            clock = Clocked()
            card = ScriptedCard(tool.pcsc, ordinary(), clock).insert(wait=False)
            terminal.play(lambda: NAME in terminal.shown)
            shown = time.monotonic()
            wait_for_whole(card, terminal)
            text = clock.text()
            noticed = int(heard.wait(b"", number)[-1][1]) / 1e9
            own = sum(given - asked for _, asked, given in text)
            beyond.append((shown - text[-1][2]) * 1e3)
            over_all.append((shown - text[0][1] - own) * 1e3)
            before.append((text[0][1] - noticed) * 1e3)
            take_out(card, terminal)
    told("the card's last answer with text → its holder's name on the screen", beyond, 30)
    told(f"its first command → that name, less the card's own {ANSWER * 1e3:g} ms an answer", over_all, 30)
    told("PC/SC's notice → first command (200 ms of it are for bouncing contacts)", before, None)


def event_latency() -> None:
    """What a script hears of a card that comes in, after the plainest program heard of it."""
    late: Milliseconds = []
    with desk() as (tool, notice):
        # Who asked the service first is told first: each of the two is, half of the time.
        for is_first in (True, False):
            with tool.running("watch", "--ndjson", "--no-photo") if is_first else hearing(tool, notice) as one:
                lines = Lines(one.stdout) if is_first else one
                if is_first:
                    lines.wait(b'"reader.attached"', len(READERS))
                with hearing(tool, notice) if is_first else tool.running("watch", "--ndjson", "--no-photo") as other:
                    events, heard = (lines, other) if is_first else (Lines(other.stdout), lines)
                    events.wait(b'"reader.attached"', len(READERS))
                    late += latencies(tool, events, heard, (INSERTIONS + 1) // 2)
    told("PC/SC's notice → card.inserted on a pipe", late, 10)


def latencies(tool: Tool, events: Lines, heard: Lines, count: int) -> Milliseconds:
    late = []
    for number in range(1, count + 1):
        card = ScriptedCard(tool.pcsc, ordinary()).insert(wait=False)
        events.wait(b'"card.read"', number)
        at, _ = events.wait(b'"card.inserted"', number)[-1]
        late.append((at - int(heard.wait(b"", number)[-1][1]) / 1e9) * 1e3)
        card.remove()
        events.wait(b'"card.removed"', number)
    return late


def idle() -> None:
    """How often a desk at which nothing happens wakes in a minute."""
    for is_in in (False, True):
        with desk() as (tool, _), tool.running("watch", "--ndjson") as lines:
            events = Lines(lines.stdout)
            events.wait(b'"reader.attached"', len(READERS))
            card = ScriptedCard(tool.pcsc, ordinary())
            if is_in:
                card.insert()
                events.wait(b'"card.read"')
            rested("--ndjson", is_in, [lines.pid])
            card.pull()
        with desk() as (tool, _), view(tool) as terminal:
            card = ScriptedCard(tool.pcsc, ordinary())
            if is_in:
                card.insert()
                wait_for_whole(card, terminal)
            rested("view", is_in, [terminal.process.pid, guardian(terminal)])
            card.pull()


def rested(kind: str, is_in: bool, processes: list[int]) -> None:
    """Counts for a minute, once the threads that were needed are let go.

    libdispatch looks after its threads once a second, on one of its own, as soon as a program has any: that one is counted
    apart. Of the others a round counts once, however often they wait for the service's answer in it.
    """
    time.sleep(6)
    before = last = wakings(processes)
    rounds: Counter[str] = Counter()
    woke: set[str] = set()
    end = time.monotonic() + MINUTE
    while time.monotonic() < end:
        time.sleep(0.1)
        now = wakings(processes)
        wakes = {task for task, count in now.items() if count != last.get(task, 0)}
        rounds.update(wakes - woke)
        last, woke = now, wakes
    counts = {task: count - before.get(task, 0) for task, count in last.items()}
    dispatch = max(counts, key=counts.__getitem__)
    ours = sum(count for task, count in rounds.items() if task != dispatch)
    where = f"{kind}, {'a card in' if is_in else 'no card'}"
    row(f"idle a minute, {where}: wakings of ours", str(ours), "≤ 2", ours <= 2)
    waits = sum(counts.values()) - counts[dispatch]
    row(f"idle a minute, {where}: waits for the service in these, and wakings of libdispatch's", f"{waits}, {counts[dispatch]}")


def wakings(processes: list[int]) -> dict[str, int]:
    """How often each thread has gone to sleep."""
    return {
        task.name: int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", (task / "status").read_text(), re.MULTILINE)[1])
        for process in processes for task in Path(f"/proc/{process}/task").iterdir()}


def guardian(terminal: Terminal) -> int:
    """The process that clears the terminal when the desk's is gone; it takes its name in its own time."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        for process in Path("/proc").glob("[0-9]*"):
            if read(process / "comm").strip() == "thaiid-guard" and links(process, os.ttyname(terminal.end)):
                return int(process.name)
    raise TimeoutError("nobody guards the screen")


def read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""


def links(process: Path, name: str) -> bool:
    try:
        return any(os.readlink(place) == name for place in (process / "fd").iterdir())
    except OSError:
        return False


def memory_of_many() -> None:
    """What a desk keeps in memory once some cards with photos have come and gone."""
    with desk() as (tool, _), view(tool, 30, 130) as terminal:
        first = 0.0
        for number in range(CARDS):
            terminal.shown = b""
            card = ScriptedCard(tool.pcsc, ordinary()).insert(wait=False)
            terminal.play(lambda: PORTRAIT in terminal.shown)
            first = first or resident(terminal.process.pid)
            take_out(card, terminal)
        last, beside = resident(terminal.process.pid), resident(guardian(terminal))
    row("resident memory of watch with the view, first card in", f"{first:.1f} MiB", "≤ 25 MiB", first <= 25)
    row(f"that after {CARDS} cards with photo", f"{last:.1f} MiB", "≤ 25 MiB", last <= 25)
    row("resident memory of its guardian, shared with it", f"{beside:.1f} MiB")


def resident(process: int) -> float:
    """In MiB."""
    return int(re.search(r"^VmRSS:\s*(\d+)", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)[1]) / 1024


DESK: tuple[Callable[[], None], ...] = (first_text, event_latency, idle, memory_of_many)
