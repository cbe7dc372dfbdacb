"""Plans by which other programs read a card: what they ask for and in which steps, as published readers do it.

Each is written down from the commands alone; the tool has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cardimage import EXTENSION, GET_RESPONSE, STORAGE, CardImage, PoweredCard

PHOTO, ADDRESS, WHOLE_FILE = 0x017B, 0x1579, 5950
Span = tuple[int, int]


def steps(start: int, end: int, step: int) -> list[Span]:
    return [(at, min(step, end - at)) for at in range(start, end, step)]


FIELDS = [(0x0004, 13), (0x0011, 100), (0x0075, 100), (0x00D9, 8), (0x00E1, 1), (0x00F6, 100), (0x0167, 8), (0x016F, 8)]
COALESCED = [(0x0004, 13), (0x0011, 0xD1), (0x00F6, 100), (0x0167, 0x12)]


@dataclass(frozen=True)
class Plan:
    """Which spans are read, in order, and how the answers are fetched."""

    spans: list[Span]
    drains: bool = True
    asks_for_laser: bool = False
    knows: dict[str, int] = field(default_factory=dict)
    """Of fields that are not read as a whole: how many of their bytes are."""

    @property
    def photo(self) -> list[Span]:
        return [span for span in self.spans if PHOTO - 2 <= span[0] < ADDRESS]


PLANS = {
    "a field at a time, address of 100, photo in 20 parts": Plan([*FIELDS, (ADDRESS, 100), *steps(PHOTO, PHOTO + 5100, 255)], knows={"address": 100}),
    "the same without draining, and the laser number": Plan(
        [*FIELDS, (ADDRESS, 100), *steps(PHOTO, PHOTO + 5100, 255)], drains=False, asks_for_laser=True, knows={"address": 100}),
    "address of 160, photo in 21 parts": Plan([*FIELDS, (ADDRESS, 160), *steps(PHOTO, PHOTO + 5118, 255)]),
    "21 whole parts, beyond the photo's area": Plan([*FIELDS, (ADDRESS, 160), *steps(PHOTO, PHOTO + 21 * 255, 255)]),
    "photo in 254 and 38": Plan([*COALESCED, (ADDRESS, 100), *steps(PHOTO, PHOTO + 20 * 254, 254), (PHOTO + 20 * 254, 38)], knows={"address": 100}),
    "photo in steps of 250": Plan([*COALESCED, (0x00D9, 0x1D), (ADDRESS, 160), *steps(PHOTO, PHOTO + 5118, 250)]),
    "photo with its length word, 200 and 120": Plan([*FIELDS, (ADDRESS, 160), *steps(0x0179, 0x0179 + 25 * 200, 200), (0x0179 + 25 * 200, 120)]),
    "128 at a time": Plan(steps(0, 46 * 128, 128)),
    "three reads of text, then the photo": Plan([(0, 0xFF), (0xFF, 0x7A), (ADDRESS, 0xAE), *steps(PHOTO, PHOTO + 5118, 255)]),
    "the whole file": Plan(steps(0, WHOLE_FILE, 255)),
    "text alone": Plan([*FIELDS, (ADDRESS, 160)]),
}


def commands(plan: Plan) -> Iterator[tuple[bytes, int]]:
    """Each command, and the length that its GET RESPONSE asks for."""
    yield bytes.fromhex("00A4040008") + STORAGE, 10 if plan.drains else 0
    for offset, count in plan.spans:
        yield bytes([0x80, 0xB0, offset >> 8, offset & 0xFF, 2, 0, count]), count
    if plan.asks_for_laser:
        yield bytes.fromhex("00A4040008") + EXTENSION, 0
        yield bytes.fromhex("8000000007"), 16


def exchanges(plan: Plan, image: CardImage) -> list[tuple[bytes, bytes]]:
    """What passes between such a program and the card: zeros stand where the image says nothing."""
    card, passed = PoweredCard(padded(image)), []
    for command, count in commands(plan):
        answer = card.answer(command)
        if command == bytes.fromhex("8000000007"):
            whole = image.answers[EXTENSION, command[:4]][:-2]
            answer, card.pending = whole[:7] + b"\x61\x10", whole[7:]
        passed.append((command, answer))
        if answer[-2] == 0x61 and count:
            command = bytes([0x00, GET_RESPONSE, 0x00, 0x00, min(count, answer[-1])])
            passed.append((command, card.answer(command)))
    return passed


def padded(image: CardImage) -> CardImage:
    """The image with blanks for what is not known of the photo's area, and zeros behind the table."""
    held = image.bytes[STORAGE]
    changed = image.poke(0, b"")
    for at in range(WHOLE_FILE):
        changed.bytes[STORAGE].setdefault(at, 0x20 if at in range(PHOTO, ADDRESS) else 0)
    assert held.items() <= changed.bytes[STORAGE].items()
    return changed


def recording(plan: Plan, image: CardImage) -> str:
    """Such a program's recording, in this project's own format."""
    lines = ["thaiid-trace 1", f"atr {image.atr.hex()}"]
    for command, answer in exchanges(plan, image):
        lines += [f"> {command.hex()}", f"< {answer.hex()}"]
    return "\n".join(lines) + "\n"
