"""The pictures of the guide are what the screen shows: `make pictures` draws those anew that differ."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cardimage import CardImage
from commandline import ROOT, Tool
from drawing import drawing
from layout import STORAGE_TEXT, filled
from printserver import PrintServer
from privatepcsc import Attached, PrivatePCSC
from scriptedcard import Insert
from screen import REWRITES, Screen
from screenpicture import svg
from sheets import tool
from twinreader import READER, TwinReader

PICTURES = ROOT / "Documentation"
SIZE = {"columns": 80, "rows": 18}
LOW = {"columns": 80, "rows": 12}
READY, READ = "พร้อมรับบัตร", "อ่านบัตรแล้ว"
PORTRAIT = "▄▄▄▄▄▄▄▄"
EXPIRED = b"25680414"
PURPOSE, SHEET = "ลงทะเบียนผู้มาติดต่อ", "MVMZ-C4V4-21"
READ_AT = "2026-11-23T09:41:07+07:00"
FIXED = {
    r"(?<=[ m])\d\d:\d\d(?= )": "09:41",
    r"อายุ \d\d ปี": "อายุ 36 ปี",
    r"visits-\d{4}-\d\d-\d\d": "visits-2026-11-23",
    r"(?<=เลขที่ )[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}": SHEET,
}
"""What a clock or chance says, and what stands for it in a picture."""


class Desk:
    """A screen with one reader, of the kind that a desk has, and its driver."""

    def __init__(self, tool: Tool, reader: TwinReader) -> None:
        self.tool = tool
        self.reader = reader

    def insert(self, card: CardImage, *, mute: bool = False) -> None:
        self.reader.insert(card, mute=mute)
        self.tool.pcsc.wait_for_card()


@pytest.fixture
def desk(binary: Path, render: Path, tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "home").mkdir()
    with TwinReader() as twin, PrivatePCSC(Attached(twin.configuration, (READER,))) as pcsc:
        yield Desk(Tool(binary, pcsc, tmp_path / "home"), twin)


def pictured(name: str, screen: Screen) -> None:
    """Compares the picture of a screen with the guide's of that name."""
    text = screen.coloured
    for pattern, fixed in FIXED.items():
        text = re.sub(pattern, fixed, text)
    kept_as(f"{name}.svg", svg(text).encode())


def kept_as(name: str, drawn: bytes) -> None:
    place = PICTURES / name
    kept = place.read_bytes() if place.exists() else None
    if drawn != kept and REWRITES:
        place.write_bytes(drawn)
    assert drawn == kept, f"{name} is not what is seen now"


def test_ready(desk: Desk, tmp_path: Path) -> None:
    with closing(Screen(desk.tool, tmp_path, **LOW)) as screen:
        screen.start("watch", "--lang", "th")
        screen.until_shown(READY, READER)
        pictured("ready", screen)


def test_read(desk: Desk, ordinary: CardImage, tmp_path: Path) -> None:
    with closing(Screen(desk.tool, tmp_path, **SIZE)) as screen:
        screen.start("watch", "--lang", "th")
        screen.until_shown(READY)
        desk.insert(ordinary)
        screen.until_shown(READ, PORTRAIT)
        pictured("read", screen)


def test_expired(desk: Desk, ordinary: CardImage, tmp_path: Path) -> None:
    with closing(Screen(desk.tool, tmp_path, **SIZE)) as screen:
        screen.start("watch", "--lang", "th", "--require-valid", "--append", "visits-{date}.csv")
        screen.until_shown(READY)
        desk.insert(filled(ordinary, STORAGE_TEXT["expiryDate"], EXPIRED))
        screen.until_shown("หมดอายุแล้วเมื่อ", READ, PORTRAIT, "จึงไม่ได้บันทึก")
        pictured("expired", screen)


def test_upside_down(desk: Desk, ordinary: CardImage, tmp_path: Path) -> None:
    with closing(Screen(desk.tool, tmp_path, **LOW)) as screen:
        screen.start("watch", "--lang", "th")
        screen.until_shown(READY)
        desk.insert(ordinary, mute=True)
        screen.until(lambda text: text.count("บัตรไม่ตอบสนอง") == 2)
        pictured("upside-down", screen)


def test_done(desk: Desk, ordinary: CardImage, tmp_path: Path) -> None:
    with PrintServer(tmp_path / "cups") as server, \
            closing(Screen(desk.tool, tmp_path, **SIZE, **server.environment)) as screen:
        server.add("office")
        screen.start(
            "watch", "--lang", "th", "--append", "visits-{date}.csv", "--sheet", "--purpose", PURPOSE,
            "--print", "office")
        screen.until_shown(READY)
        desk.insert(ordinary)
        screen.until_shown(READ, PORTRAIT, "เพิ่มในไฟล์แล้ว", "เข้าคิวแล้ว", "· เอกสารเลขที่")
        pictured("done", screen)


def test_two_readers(thaiid: Tool, insert: Insert, ordinary: CardImage, tmp_path: Path) -> None:
    with closing(Screen(thaiid, tmp_path, **SIZE)) as screen:
        screen.start("watch", "--lang", "th")
        screen.until_shown(READY)
        insert()
        screen.until_shown(READ)
        insert(slot=1, image=filled(ordinary, STORAGE_TEXT["citizenID"], b"0000000000001"))
        screen.until(lambda text: "0 0000 00000 00 1" in text and text.count(READ) == 2)
        pictured("two-readers", screen)


def test_sheet(thaiid: Tool) -> None:
    record = thaiid("read", "--sample", "--json").record
    record["read"]["at"] = READ_AT
    page = drawing(thaiid)(
        "sheet", "--from", "-", "--purpose", PURPOSE, "--audit", SHEET, "--at", READ_AT, "--paper", "a5", "-o", "-",
        "--format", "pdf", input=json.dumps(record).encode())
    assert page.exit == 0, page
    picture = tool("pdftoppm", "-png", "-r", "90", "-singlefile", "-", input=page.output)
    assert len(picture) < 120_000
    kept_as("sheet.png", picture)
