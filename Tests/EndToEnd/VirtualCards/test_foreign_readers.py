"""Programs that this project did not write read the card of `thaiid emulate`."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

import pytest
from cardimage import CardImage
from commandline import Tool
from layout import STORAGE_TEXT
from openscreader import OpenSCReader
from privatepcsc import READERS
from programs import FOREIGN_READER
from traces import FIXTURES, Trace, fixture_names

PHOTO_LENGTH, PHOTO, PHOTO_MOST = 0x0179, 0x017B, 5118


def held(image: CardImage, key: str) -> bytes:
    place = STORAGE_TEXT[key]
    return image.peek(place.offset, place.count)


def readable_names() -> list[str]:
    """The fixtures whose recording goes as far as the photo, and whose photo is as long as the card says."""
    names = []
    for name in fixture_names():
        image = CardImage(Trace.load(name))
        known = image.bytes[STORAGE_TEXT["address"].application]
        if PHOTO in known:
            length = int.from_bytes(image.peek(PHOTO_LENGTH, 2), "big")
            if length > PHOTO_MOST or PHOTO + length - 1 in known or length == 0:
                names.append(name)
    return names


@pytest.mark.parametrize("name", readable_names())
def test_pyscard_reads_every_fixture(thaiid: Tool, name: str) -> None:
    image = CardImage(Trace.load(name))
    with thaiid.emulating(FIXTURES / f"{name}.trace"):
        done = thaiid.pcsc.run([*FOREIGN_READER, READERS[0]])
    assert done.returncode == 0, done
    length = int.from_bytes(image.peek(PHOTO_LENGTH, 2), "big")
    assert json.loads(done.stdout) == {
        "citizenID": held(image, "citizenID").decode(),
        "nameThai": held(image, "nameThai").rstrip(b" \0").decode("cp874"),
        "photo": image.peek(PHOTO, length if length <= PHOTO_MOST else 0).hex(),
    }


def test_pyscard_reads_what_the_record_says(thaiid: Tool) -> None:
    record = json.loads((FIXTURES / "ordinary.json").read_text("utf-8"))["card"]
    with thaiid.emulating(FIXTURES / "ordinary.trace"):
        card = json.loads(thaiid.pcsc.run([*FOREIGN_READER, READERS[0]]).stdout)
    name = record["nameThai"]
    assert card["citizenID"] == record["citizenID"]
    assert card["nameThai"].split("#") == [name[part] or "" for part in ("title", "first", "middle", "last")]
    assert len(bytes.fromhex(card["photo"])) == record["photo"]["bytes"]


@pytest.mark.parametrize("name", fixture_names())
def test_opensc_tool_reads_what_each_fixture_says(thaiid: Tool, name: str) -> None:
    image = CardImage(Trace.load(name))
    card = said(name)
    places = [STORAGE_TEXT[key] for key in ("citizenID", "nameThai")]
    reader = OpenSCReader(thaiid.pcsc)
    with thaiid.emulating(FIXTURES / f"{name}.trace"):
        read = reader.read(*((place.offset, place.count) for place in places))
        photo = reader.photo(card["photo"]["bytes"]) if card and card["photo"] else b""
    assert read == [held(image, "citizenID"), held(image, "nameThai")]
    if card:
        assert read[0].decode() == card["citizenID"]
        assert letters(read[1].decode("cp874", "ignore")) == letters(card["nameThai"]["full"])
        assert hashlib.sha256(photo).hexdigest() == (card["photo"] or {"sha256": hashlib.sha256().hexdigest()})["sha256"]


def said(name: str) -> dict[str, Any] | None:
    """The card in the record of a fixture; of one that cannot be read, there is none."""
    record = json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))
    return record.get("accepted", record).get("card")


def letters(name: str) -> str:
    """A name without what sets its parts apart, and without what no name should hold."""
    kept = (letter for letter in name if letter != "#" and unicodedata.category(letter) not in ("Cc", "Zs"))
    return unicodedata.normalize("NFC", "".join(kept))


def test_opensc_tool_believes_the_length_word(thaiid: Tool) -> None:
    reader = OpenSCReader(thaiid.pcsc)
    with thaiid.emulating(FIXTURES / "ordinary.trace"):
        photo = reader.photo()
    assert hashlib.sha256(photo).hexdigest() == said("ordinary")["photo"]["sha256"]


def test_opensc_tool_shows_the_atr(thaiid: Tool) -> None:
    with thaiid.emulating(FIXTURES / "ordinary.trace"):
        done = thaiid.pcsc.run(["opensc-tool", "--reader", "0", "--atr"])
    assert bytes.fromhex(done.stdout.decode().strip().replace(":", " ")) == Trace.load("ordinary").atr


@pytest.mark.parametrize("name", {Trace.load(name).atr: name for name in reversed(fixture_names())}.values())
def test_pcsc_scan_shows_each_kind_of_atr(thaiid: Tool, name: str) -> None:
    with thaiid.emulating(FIXTURES / f"{name}.trace"):
        done = thaiid.pcsc.run(["pcsc_scan", "-n", "-q", "-c"])
    assert Trace.load(name).atr.hex(" ").upper() in done.stdout.decode(), done
