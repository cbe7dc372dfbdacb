"""A desk of two readers fills a register, is killed in between, and the register tells it right."""

from __future__ import annotations

import copy
import json
import os
import random
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from commandline import Tool, read_line
from desk import Desk, entries
from emulation import Emulation, emulation
from privatepcsc import READERS

PEOPLE = int(os.environ.get("THAIID_REGISTER_DESK", "60"))
COUNTER = ("--purpose", "counter")
TOLD = ["nameThai", "nameEnglish", "requestNumber", "issueDate", "expiryDate", "address", "underPhotoNumber"]
"""The fields that a new card may say otherwise, of those that a purpose has by itself."""

Card = dict[str, Any]


@pytest.fixture
def register(thaiid: Tool) -> Tool:
    """The tool, with a register that its settings name."""
    thaiid.environment["PATH"] = os.environ["PATH"]
    for words in (
        ["init", "--no-input", "--store", f"sqlite:{thaiid.home}/register", "--recovery", thaiid.home / "recovery.txt",
         "--office", "สำนักงานทดสอบ", "--office-number", "0000", "--open-account"],
        ["purpose", "add", "--code", "counter", "--thai", "รับบริการที่เคาน์เตอร์", "--days", "365"],
    ):
        result = thaiid("register", *words)
        assert result.exit == 0, result
    return thaiid


def on(day: str) -> dict[str, Any]:
    """A date as a record has it."""
    year, month, number = map(int, day.split("-"))
    return {"raw": f"{year + 543}{month:02}{number:02}", "iso": day, "year": year, "month": month, "day": number,
            "precision": "day"}


def issued_anew(record: Card, year: int, chance: random.Random) -> Card:
    """The same person's next card: always with new numbers and days, often with another name or address."""
    record = copy.deepcopy(record)
    card = record["card"]
    card["issueDate"], card["expiryDate"] = on(f"{year}-02-03"), on(f"{year + 8}-12-20")
    card["requestNumber"] = f"0000{year:07}/{chance.randrange(10 ** 8):08}"
    card["underPhotoNumber"] = f"0000-{year % 100:02}-{chance.randrange(10 ** 8):08}"
    if chance.random() < 0.5:
        for field, last in (("nameThai", "ตัวอย่างใหม่"), ("nameEnglish", "Tuayangmai")):
            name = card[field]
            name["full"] = name["full"].removesuffix(name["last"]) + f"{last}{year}"
            name["last"] = f"{last}{year}"
    if chance.random() < 0.5:
        address = card["address"]
        address["full"] = f"{year}/1" + address["full"].removeprefix(address["houseNumber"])
        address["houseNumber"] = f"{year}/1"
    return record


def deck(thaiid: Tool, chance: random.Random) -> list[Card]:
    """Cards as they come to the desk: everybody's first; later ones, and sometimes an old one again, anywhere after it."""
    people = [json.loads(line) for line in thaiid("invent", "--count", str(PEOPLE), "--no-photo").output.splitlines()]
    coming: list[tuple[float, Card]] = []
    for place, first in enumerate(people):
        coming.append((place, first))
        at = place + chance.random() * PEOPLE
        if chance.random() < 0.4:
            second = issued_anew(first, 2025, chance)
            coming.append((at, second))
            if chance.random() < 0.3:
                coming.append((at + chance.random() * PEOPLE, issued_anew(second, 2026, chance)))
            if chance.random() < 0.3:
                coming.append((at + chance.random() * PEOPLE, first))
        elif chance.random() < 0.3:
            coming.append((at, first))
    return [record for _, record in sorted(coming, key=lambda one: one[0])]


class TwoReaders:
    """A deck in each reader, dealt side by side."""

    def __init__(self, thaiid: Tool, cards: list[Card], folder: Path, scope: ExitStack) -> None:
        self.hands = [cards[0::2], cards[1::2]]
        self.readers: list[Emulation] = []
        for slot, hand in enumerate(self.hands):
            files = [folder / f"{slot}-{number:04}.json" for number in range(len(hand))]
            for file, record in zip(files, hand):
                file.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
            self.readers.append(scope.enter_context(emulation(thaiid, *files, "--slot", str(slot + 1))))

    def deals(self) -> Iterator[list[tuple[str, Card]]]:
        """What lies in the readers, one deal after another; a reader that has no more keeps its last card."""
        for number in range(max(map(len, self.hands))):
            dealt = [slot for slot in (0, 1) if number < len(self.hands[slot])]
            if number:
                for slot in dealt:
                    self.readers[slot].told("next")
                for slot in dealt:
                    while b"inserted" not in (line := read_line(self.readers[slot].process)):
                        assert line, f"reader {slot} ended at {number}"
            yield [(READERS[slot], self.hands[slot][number]) for slot in dealt]


def test_what_a_desk_has_saved_is_told_right(register: Tool, folder: Path) -> None:
    chance = random.Random(20261126)
    cards = deck(register, chance)
    reads: dict[str, list[str]] = defaultdict(list)
    kills = 0
    options = ("--register", "counter", "--no-photo")

    def note(desk: Desk) -> None:
        for told in desk.told:
            if told["event"] == "card.read":
                reads[told["record"]["card"]["citizenID"]].append(told["record"]["read"]["id"])

    with ExitStack() as scope:
        readers = TwoReaders(register, cards, folder, scope)
        desk = Desk(register, *options)
        desk.__enter__()
        start = 0
        for dealt in readers.deals():
            if chance.random() < 0.15:
                time.sleep(chance.random() * 0.5)
                desk.process.send_signal(signal.SIGKILL)
                desk.process.wait(5)
                desk._thread.join(5)
                note(desk)
                kills += 1
                desk, start = Desk(register, *options), 0
                desk.__enter__()
            for reader, record in dealt:
                number = record["card"]["citizenID"]

                def is_read(told: dict[str, Any]) -> bool:
                    return told["event"] == "card.read" and told["reader"] == reader \
                        and told["record"]["card"]["citizenID"] == number
                deadline = time.monotonic() + 30
                while not any(map(is_read, desk.told[start:])):
                    assert time.monotonic() < deadline, (reader, desk.told[start:])
                    time.sleep(0.005)
            start = len(desk.told)
        # Reading is faster than saving, each time by a program of its own: as long as it goes on, it is waited for.
        left, deadline = len(entries(register)), time.monotonic() + 60
        while now := len(entries(register)):
            if now < left:
                left, deadline = now, time.monotonic() + 60
            assert time.monotonic() < deadline, desk.told[-3:]
            time.sleep(0.05)
        note(desk)
        desk.__exit__(None, None, None)
    assert kills

    shown: dict[str, dict[str, Card]] = defaultdict(dict)
    dealt_to = Counter(record["card"]["citizenID"] for record in cards)
    for record in cards:
        shown[record["card"]["citizenID"]][record["card"]["issueDate"]["iso"]] = record["card"]
    visits = 0
    for number, versions in shown.items():
        given = number.encode()
        history = register("register", "history", "--id", "-", *COUNTER, "--unmask", "--json", input=given).record
        # One that says what the newest did before it is kept once; an old card that comes back is one more.
        assert {one["issueDate"] for one in history["observations"]} == set(versions), number
        assert len(history["observations"]) <= dealt_to[number]
        assert {one["kind"] for one in history["observations"]} == {"card"}
        assert expected_changes(versions) == sorted(
            (change["field"], change["valid"], value(change["before"]), value(change["after"]))
            for change in history["changes"]), number
        assert len(history["visits"]) >= len(set(reads[number])), number
        visits += len(history["visits"])
        [found] = register("register", "find", "--id", "-", *COUNTER, "--json", input=given).output.splitlines()
        newest = versions[max(versions)]
        assert json.loads(found)["nameThai"] == newest["nameThai"] and json.loads(found)["address"] == newest["address"]
    told = sum(len(set(ids)) for ids in reads.values())
    assert sum(map(len, reads.values())) == told, "told twice"
    assert told <= visits <= told + 2 * kills, "what was read and not told yet when the end came is filed as well"
    tell_in_words(register, shown)


def value(given: Any) -> str:
    return json.dumps(given, ensure_ascii=False, sort_keys=True)


def expected_changes(versions: dict[str, Card]) -> list[tuple[str, str, str, str]]:
    days = sorted(versions)
    return sorted(
        (field, after, value(versions[before][field]), value(versions[after][field]))
        for before, after in zip(days, days[1:]) for field in TOLD if versions[before][field] != versions[after][field])


def tell_in_words(register: Tool, shown: dict[str, dict[str, Card]]) -> None:
    """Somebody who changed the name and moved, in both languages, and as it was known before."""
    for number, versions in shown.items():
        days = sorted(versions)
        old, new = versions[days[0]], versions[days[-1]]
        if len(days) == 2 and old["nameThai"] != new["nameThai"] and old["address"] != new["address"]:
            break
    else:
        raise AssertionError("nobody of them did both")
    given, changes = number.encode(), ["register", "changes", "--id", "-", *COUNTER]
    thai = register(*changes, "--lang", "th", input=given).text.splitlines()
    assert f"เปลี่ยนชื่อเมื่อ 3 ก.พ. 2568: จาก {old['nameThai']['full']} เป็น {new['nameThai']['full']}" in thai
    assert f"ย้ายที่อยู่เมื่อ 3 ก.พ. 2568: จาก {old['address']['full']} เป็น {new['address']['full']}" in thai
    english = register(*changes, "--lang", "en", input=given).text.splitlines()
    assert f"Changed the name on 3 Feb 2025: from {old['nameThai']['full']} to {new['nameThai']['full']}" in english
    by_name = register(
        "register", "find", "--name", new["nameThai"]["full"], *COUNTER, "--json").output.splitlines()
    assert new["nameThai"] in [json.loads(line)["nameThai"] for line in by_name]


@pytest.mark.parametrize("source", ["--sample", "--replay"])
def test_a_card_that_is_read_for_it_is_saved_and_shown(register: Tool, folder: Path, source: str) -> None:
    words = [source]
    if source == "--replay":
        register("invent", "--as", "traces", "--no-photo", "-o", folder)
        words.append(str(next(folder.iterdir())))
    read = register("read", *words, "--register", "counter", "--json").record
    shown = register("register", "show", "--from-card", *words, *COUNTER, "--unmask", "--json").record
    assert shown["record"]["card"]["citizenID"] == read["card"]["citizenID"]
    assert shown["record"]["card"]["address"] == read["card"]["address"]
    assert "photo" not in shown["record"]["card"] and len(shown["visits"]) == 1
    text = register("register", "show", "--from-card", *words, *COUNTER, "--lang", "th").text
    assert read["card"]["citizenID"] not in text and read["card"]["nameThai"]["full"] in text and "มาครั้งล่าสุด" in text


def test_a_card_in_a_reader_is_saved_and_shown(register: Tool) -> None:
    with emulation(register, "--sample"):
        register.pcsc.wait_for_card(0)
        saved = register("register", "save", "--from-card", *COUNTER, "--json").record
        assert saved["outcome"] == "new"
        again = register("read", "--register", "counter", "--no-photo", "--json")
        assert again.exit == 0
        shown = register("register", "show", "--from-card", *COUNTER, "--json").record
    assert len(shown["visits"]) == 2 and shown["person"] == saved["person"]
    assert shown["record"]["read"]["source"] == "reader"


def test_nobody_is_shown_who_was_never_saved(register: Tool) -> None:
    error = register("register", "show", "--from-card", "--sample", *COUNTER, "--json").error
    assert (error["exit"], error["code"]) == (29, "not-found")
    assert register("register", "find", "--from-card", "--sample", *COUNTER, "--json").output == b""
