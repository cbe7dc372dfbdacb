"""A desk that is killed anywhere, again and again: no card that was read is lost, and none is filed twice."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from pathlib import Path

from cardimage import CardImage
from commandline import Tool
from desk import Desk, entries
from drawing import drawing
from privatepcsc import PrivatePCSC
from registering import registering
from scriptedcard import ScriptedCard

CYCLES = int(os.environ.get("THAIID_CRASHES", "60"))


def test_killed_at_random_nothing_is_lost_and_nothing_is_filed_twice(
    thaiid: Tool, pcsc: PrivatePCSC, ordinary: CardImage, folder: Path,
) -> None:
    chance = random.Random(20261126)
    thaiid, register = registering(drawing(thaiid), folder.with_name("beside"))
    taken = folder / "taken"
    # The program keeps to read.id: it may be told twice, and notes once.
    program = folder / "program"
    program.write_text(
        "#!/usr/bin/python3\n"
        "import json, sys, os\n"
        "line = sys.stdin.read()\n"
        f"name = {str(taken)!r} + '.' + json.loads(line)['read']['id']\n"
        "open(name + '.new', 'w').write(line); os.rename(name + '.new', name)\n")
    program.chmod(0o755)
    options = (
        "--append", folder / "visits.csv", "--append", folder / "visits.ndjson", "--save", folder / "cards", "--sheet",
        "--purpose", "ทดสอบ", "--log", folder / "log", "--log-key", folder / "key", "--exec", program,
        "--register", "visit")
    told: list[str] = []
    for cycle in range(CYCLES):
        with Desk(thaiid, *options) as desk:
            # The chip's photo makes lines long enough to be torn.
            card = ScriptedCard(pcsc, ordinary).insert()
            try:
                if chance.random() < 0.7:
                    desk.until(lambda event: event["event"] == "card.read")
                    time.sleep(chance.random() * 0.25)
                else:
                    time.sleep(chance.random() * 0.6)
                desk.process.send_signal(signal.SIGKILL if cycle % 10 else signal.SIGTERM)
                desk.process.wait(5)
            finally:
                card.remove()
            desk._thread.join(5)
            told += [event["record"]["read"]["id"] for event in desk.told if event["event"] == "card.read"]
    with Desk(thaiid, *options) as desk:
        deadline = time.monotonic() + 60
        while entries(thaiid):
            assert time.monotonic() < deadline, [event for event in desk.told if event["event"] != "card.read"][-5:]
            time.sleep(0.05)
    assert len(told) == len(set(told)) and len(told) > CYCLES // 2
    lines = (folder / "visits.ndjson").read_bytes()
    assert lines.endswith(b"\n")
    appended = [json.loads(line)["read"]["id"] for line in lines.splitlines()]
    assert len(appended) == len(set(appended)), "twice"
    # What was read and not told yet when the end came is filed as well.
    assert set(told) <= set(appended)
    rows = (folder / "visits.csv").read_bytes()
    assert rows.endswith(b"\r\n") and rows.count(b"\r\n") == len(appended) + 1 and rows.count(b"read.at") == 1
    saved = [json.loads(file.read_text("utf-8"))["read"]["id"] for file in (folder / "cards").glob("*.json")]
    assert sorted(saved) == sorted(appended)
    handed = [file.name.split(".")[-1] for file in folder.glob("taken.*")]
    assert sorted(handed) == sorted(appended)
    assert sorted(register.saved) == sorted(appended)
    sheets = [json.loads(line) for line in (folder / "log").read_text("utf-8").splitlines()]
    numbers = [sheet["audit"] for sheet in sheets]
    assert len(numbers) == len(set(numbers)) == len(appended)
    assert sorted(file.name for file in (folder / "cards").glob("sheet-*.pdf")) == sorted(f"sheet-{n}.pdf" for n in numbers)
    left = [file for file in folder.rglob("*") if file.name.endswith(".tmp")]
    assert left == []
