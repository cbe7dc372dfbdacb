"""A desk through the day: the service restarts, the machine sleeps, the clock jumps, readers lose their cards."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest
from cardimage import CardImage
from commandline import Tool
from desk import Desk, entries
from drawing import drawing
from fakeclock import fake_clock
from privatepcsc import READERS, PrivatePCSC
from scriptedcard import Insert, ScriptedCard

CYCLES = int(os.environ.get("THAIID_SOAK", "200"))
NUMBERS = [b"2000000000007", b"3000000000005", b"1000000000009"]


def test_a_service_that_stops_and_comes_back_is_survived(
    thaiid: Tool, pcsc: PrivatePCSC, insert: Insert, folder: Path,
) -> None:
    with Desk(thaiid, "--append", folder / "visits.ndjson", "--no-photo") as desk:
        card = insert()
        desk.read(1)
        card.remove()
        for number in (2, 3):
            pcsc.kill()
            desk.until(lambda told: sum(one["event"] == "reader.detached" for one in desk.told) >= 2 * (number - 1))
            pcsc.start()
            card = insert()
            desk.actions(desk.read(number, 30)["record"]["read"]["id"], 1)
            card.remove()
        assert desk.process.poll() is None
    assert len((folder / "visits.ndjson").read_bytes().splitlines()) == 3


def test_a_stopped_process_goes_on_where_it_was(thaiid: Tool, insert: Insert, ordinary: CardImage, folder: Path) -> None:
    with Desk(thaiid, "--append", folder / "visits.ndjson", "--no-photo") as desk:
        card = insert()
        desk.actions(desk.read(1)["record"]["read"]["id"], 1)
        desk.process.send_signal(signal.SIGSTOP)
        time.sleep(1)
        card.remove()
        other = insert(image=ordinary.poke(0x0004, NUMBERS[0]))
        desk.process.send_signal(signal.SIGCONT)
        assert desk.read(2)["record"]["card"]["citizenID"] == NUMBERS[0].decode()
        other.remove()
    events = [told["event"] for told in desk.told if told["event"].startswith("card.") and told["reader"] == READERS[0]]
    assert events == ["card.inserted", "card.read", "card.removed"] * 2 or events[:-1] == [
        "card.inserted", "card.read", "card.removed", "card.inserted", "card.read"], events


def test_a_clock_that_jumps_confuses_nothing(thaiid: Tool, insert: Insert, folder: Path) -> None:
    offset = folder / "offset"
    offset.write_text("+0\n")
    clock = fake_clock(FAKETIME_TIMESTAMP_FILE=str(offset), FAKETIME_NO_CACHE="1", FAKETIME_DONT_FAKE_MONOTONIC="1")
    with Desk(thaiid, "--append", folder / "visits.csv", "--once-per", "20s", "--no-photo", **clock) as desk:
        card = insert()
        desk.actions(desk.read(1)["record"]["read"]["id"], 1)
        card.remove()
        for number, jump in enumerate(("+3600", "-3600"), 2):
            offset.write_text(jump + "\n")
            card = insert()
            read = desk.read(number)["record"]["read"]
            card.remove()
            hours = (int(read["at"][11:13]) - time.localtime().tm_hour) % 24
            assert hours in ({"+3600": (1, 2), "-3600": (22, 23)}[jump]), read
            time.sleep(0.2)
            assert len(rows(folder / "visits.csv")) == 1, "the same card within the time, whatever the clock says"
    assert desk.process.returncode is not None


def test_it_says_to_whoever_runs_it_that_it_is_ready_and_ends(thaiid: Tool, folder: Path) -> None:
    path = folder / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(path))
        listener.settimeout(10)
        with Desk(thaiid, NOTIFY_SOCKET=str(path)) as desk:
            assert listener.recv(100) == b"READY=1"
            desk.process.terminate()
            assert listener.recv(100) == b"STOPPING=1"
            assert desk.process.wait(5) == 0


def test_a_card_in_one_reader_never_waits_for_a_slow_one_in_another(
    thaiid: Tool, ordinary: CardImage, insert: Insert, folder: Path,
) -> None:
    """One reader is at 9,600 baud: a byte takes a millisecond."""
    def slow(number: int, command: bytes, answer: bytes) -> bytes:
        time.sleep((len(command) + len(answer)) * 0.00115)
        return answer

    with Desk(thaiid, "--append", folder / "visits.ndjson") as desk:
        card = insert()
        alone = desk.read(1)["record"]["read"]["milliseconds"]
        card.remove()
        insert(slow, slot=0, image=ordinary.poke(0x0004, NUMBERS[0]))
        time.sleep(0.5)
        started = time.monotonic()
        insert(slot=1, image=ordinary.poke(0x0004, NUMBERS[1]))
        fast = desk.read(2)
        assert fast["reader"] == READERS[1]
        assert time.monotonic() - started < 1.5 + alone / 1000
        assert desk.read(3)["reader"] == READERS[0]


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_many_cards_in_two_readers_with_faults_are_each_filed_once(
    thaiid: Tool, pcsc: PrivatePCSC, ordinary: CardImage, folder: Path,
) -> None:
    drawing(thaiid)
    taken = folder / "taken"
    program = folder / "program"
    program.write_text(f"#!/bin/sh\ncat >> {taken}\n")
    program.chmod(0o755)
    options = (
        "--append", folder / "visits.csv", "--append", folder / "visits.ndjson", "--save", folder / "cards", "--sheet",
        "--purpose", "ทดสอบ", "--exec", program)
    usage: dict[int, tuple[int, int]] = {}
    with Desk(thaiid, *options) as desk:
        done = [0, 0]
        wrong: list[str] = []

        def serve(slot: int) -> None:
            chance = random.Random(slot)
            try:
                for _ in range(CYCLES // 2):
                    cycle(slot, chance)
                    done[slot] += 1
            except Exception as error:  # noqa: BLE001
                wrong.append(f"slot {slot} after {done[slot]}: {error!r}"[:2000])

        def cycle(slot: int, chance: random.Random) -> None:
            start = len(desk.told)
            fault = None
            if chance.random() < 0.1:
                last = chance.randrange(2, 40)
                fault = lambda number, command, answer: None if number == last else answer  # noqa: E731
            card = ScriptedCard(pcsc, ordinary, fault, slot=slot).insert(wait=False)
            reader = READERS[slot]

            def own(name: str) -> bool:
                return any(told["event"] == name and told["reader"] == reader for told in desk.told[start:])
            deadline = time.monotonic() + 30
            while not own("card.read") and not own("card.failed"):
                assert time.monotonic() < deadline, desk.told[start:]
                time.sleep(0.002)
            card.remove(wait=False)
            while not own("card.removed"):
                assert time.monotonic() < deadline, desk.told[start:]
                time.sleep(0.002)

        threads = [threading.Thread(target=serve, args=(slot,), daemon=True) for slot in (0, 1)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            time.sleep(0.05)
            count = sum(done)
            if count >= min(100, CYCLES // 2) and not usage:
                usage[count] = measure(desk.process.pid)
        assert wrong == []
        deadline = time.monotonic() + 120
        while entries(thaiid):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        usage[sum(done)] = measure(desk.process.pid)
        assert desk.process.poll() is None
    reads = [told["record"]["read"]["id"] for told in desk.told if told["event"] == "card.read"]
    failures = [told for told in desk.told if told["event"] == "card.failed"]
    assert len(reads) + len(failures) == 2 * (CYCLES // 2), "one outcome a card"
    assert {told["error"]["code"] for told in failures} <= {"card-removed", "card-mute"}
    for reader in READERS:
        order = [told["event"] for told in desk.told if told["reader"] == reader and told["event"].startswith("card.")]
        assert [order[place:place + 3] for place in range(0, len(order), 3)] == [
            ["card.inserted", order[place + 1], "card.removed"] for place in range(0, len(order), 3)]
    appended = [json.loads(line)["read"]["id"] for line in (folder / "visits.ndjson").read_bytes().splitlines()]
    handed = [json.loads(line)["read"]["id"] for line in taken.read_bytes().splitlines()]
    assert sorted(appended) == sorted(handed) == sorted(reads) and len(set(reads)) == len(reads)
    assert len(rows(folder / "visits.csv")) == len(reads)
    assert len(list((folder / "cards").glob("*.json"))) == len(list((folder / "cards").glob("sheet-*.pdf"))) == len(reads)
    (first, (memory, descriptors)), (last, (more, open_now)) = sorted(usage.items())
    print(f"cycles {first} → {last}: resident {memory} → {more} KiB, descriptors {descriptors} → {open_now}")
    assert open_now <= descriptors
    assert more - memory < 2048 + (last - first) // 50, "a few bytes a card would be a leak over a day"


def measure(process: int) -> tuple[int, int]:
    status = Path(f"/proc/{process}/status").read_text()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return resident, len(os.listdir(f"/proc/{process}/fd"))


@pytest.mark.parametrize("options", [("--once-per", "soon"), ("--append", "a.pdf"), ("--append", "{name}.csv"), ("--format", "csv")])
def test_what_makes_no_sense_is_refused(thaiid: Tool, options: tuple[str, ...]) -> None:
    result = thaiid("watch", "--ndjson", *options)
    assert result.exit == 64 and subprocess.list2cmdline(options[:1])[2:] in result.error_text
