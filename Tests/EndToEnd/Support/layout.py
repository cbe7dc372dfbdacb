"""Where the text of a card lies: written down once more for the tests, so that a slip in the tool's table shows."""

from __future__ import annotations

from typing import NamedTuple

from cardimage import EXTENSION, HEALTH, STORAGE, CardImage


class Place(NamedTuple):
    application: bytes
    offset: int
    count: int


STORAGE_TEXT = {
    "dataVersion": Place(STORAGE, 0x0000, 4),
    "citizenID": Place(STORAGE, 0x0004, 13),
    "nameThai": Place(STORAGE, 0x0011, 100),
    "nameEnglish": Place(STORAGE, 0x0075, 100),
    "birthDate": Place(STORAGE, 0x00D9, 8),
    "sex": Place(STORAGE, 0x00E1, 1),
    "requestNumber": Place(STORAGE, 0x00E2, 20),
    "issuer": Place(STORAGE, 0x00F6, 100),
    "issuerCode": Place(STORAGE, 0x015A, 13),
    "issueDate": Place(STORAGE, 0x0167, 8),
    "expiryDate": Place(STORAGE, 0x016F, 8),
    "address": Place(STORAGE, 0x1579, 160),
    "underPhotoNumber": Place(STORAGE, 0x1619, 14),
}

HEALTH_TEXT = {
    "mainEntitlement": Place(HEALTH, 0x0004, 60),
    "subEntitlement": Place(HEALTH, 0x0040, 100),
    "mainHospital": Place(HEALTH, 0x00A4, 80),
    "subHospital": Place(HEALTH, 0x00F4, 80),
    "paidType": Place(HEALTH, 0x0144, 1),
    "healthIssueDate": Place(HEALTH, 0x0145, 8),
    "healthExpiryDate": Place(HEALTH, 0x014D, 8),
    "healthUpdateDate": Place(HEALTH, 0x0155, 8),
    "hospitalChanges": Place(HEALTH, 0x015D, 1),
}

LASER_HEADER = 7
LASER_COUNT = 16


def filled(image: CardImage, place: Place, data: bytes) -> CardImage:
    """A copy with this in the field, padded with spaces as cards do."""
    assert len(data) <= place.count
    return image.poke(place.offset, data.ljust(place.count), place.application)


def with_laser(image: CardImage, number: bytes) -> CardImage:
    """A copy with this for the laser number, padded with NULs as cards do."""
    changed = image.poke(0, b"")
    data = bytes([1, 0, 1, 1, 0, 0, 0]) + number.ljust(LASER_COUNT, b"\0")
    changed.answers[EXTENSION, bytes.fromhex("80000000")] = data + b"\x90\x00"
    changed.answers[b"", bytes.fromhex("00A40400") + bytes([len(EXTENSION)]) + EXTENSION] = (
        b"\x84" + bytes([len(EXTENSION)]) + EXTENSION + b"\x90\x00")
    return changed
