"""Recordings of cards that nobody has: the whole of an image, read as a T=0 card gives it."""

from __future__ import annotations

from collections.abc import Iterator

from cardimage import EXTENSION, HEALTH, STORAGE, CardImage, PoweredCard

PHOTO_LENGTH, PHOTO = 0x0179, 0x017B
TEXT_READS = [(0x0000, 0xFF), (0x00FF, 0xFF), (0x1579, 0xAE)]
HEALTH_READS = [(0x0004, 0xFF), (0x0103, 0x5B)]


def written(image: CardImage, reader: str = "Virtual PCD 00 00") -> str:
    """The text of a recording of everything that the image holds."""
    card = PoweredCard(image)
    lines = ["thaiid-trace 1", "recorded 2026-11-23T09:41:07+07:00", f"reader {reader}", f"atr {image.atr.hex().upper()}"]
    for command in commands(image):
        while True:
            answer = card.answer(command)
            lines += [f"> {command.hex().upper()}", f"< {answer.hex().upper()}"]
            if answer[-2] == 0x61:
                command = bytes([0x00, 0xC0, 0x00, 0x00, answer[-1]])
            elif answer[-2] == 0x6C:
                command = command[:4] + answer[-1:]
            else:
                break
    return "\n".join(lines) + "\n"


def commands(image: CardImage) -> Iterator[bytes]:
    yield select(STORAGE)
    end = PHOTO + int.from_bytes(image.peek(PHOTO_LENGTH, 2), "big")
    photo = [(at, min(0xFF, end - at)) for at in range(TEXT_READS[1][0] + 0xFF, end, 0xFF)]
    yield from (read(at, count) for at, count in TEXT_READS + photo if image.has(at, count, STORAGE))
    yield select(EXTENSION)
    yield bytes.fromhex("8000000017")
    yield bytes.fromhex("00A40400")
    yield bytes.fromhex("80CA9F7F")
    yield select(HEALTH)
    yield from (read(at, count) for at, count in HEALTH_READS if image.has(at, count, HEALTH))


def select(application: bytes) -> bytes:
    return bytes.fromhex("00A40400") + bytes([len(application)]) + application


def read(offset: int, count: int) -> bytes:
    return bytes([0x80, 0xB0, offset >> 8, offset & 0xFF, 2, 0, count])
