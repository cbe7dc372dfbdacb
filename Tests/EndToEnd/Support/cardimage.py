"""What a card holds, rebuilt from a recording of it, and how it answers. The tool has no part in this."""

from __future__ import annotations

import copy

from traces import Trace

STORAGE = bytes.fromhex("A000000054480001")
EXTENSION = bytes.fromhex("A000000084060002")
HEALTH = bytes.fromhex("A000000054480083")
ISSUER_DOMAIN = b""

SELECT = bytes.fromhex("00A40400")
READ = bytes.fromhex("80B0")
GET_RESPONSE = 0xC0

OK = b"\x90\x00"
NOT_FOUND = b"\x6A\x82"
WRONG_OFFSET = b"\x6B\x00"
CONDITIONS = b"\x69\x85"
UNKNOWN_INSTRUCTION = b"\x6D\x00"


class CardImage:
    """The bytes of a card by application, and its answers to everything that is not READ."""

    def __init__(self, trace: Trace) -> None:
        self.atr = trace.atr
        self.bytes: dict[bytes, dict[int, int]] = {STORAGE: {}}
        self.answers: dict[tuple[bytes, bytes], bytes] = {}
        selected = ISSUER_DOMAIN
        for command, answer in trace.logical():
            if application := selection(command):
                selected = application[0] if answer[-2:] == OK else selected
                self.answers[ISSUER_DOMAIN, command] = answer
            elif command.startswith(READ):
                if answer[-2:] == OK:
                    offset = int.from_bytes(command[2:4], "big")
                    self.bytes.setdefault(selected, {}).update(enumerate(answer[:-2], offset))
            else:
                self.answers[selected, command] = answer

    def poke(self, offset: int, data: bytes, application: bytes = STORAGE) -> CardImage:
        """A copy in which these bytes are different."""
        changed = copy.deepcopy(self)
        changed.bytes.setdefault(application, {}).update(enumerate(data, offset))
        return changed

    def peek(self, offset: int, count: int, application: bytes = STORAGE) -> bytes:
        held = self.bytes[application]
        return bytes(held[at] for at in range(offset, offset + count))

    def has(self, offset: int, count: int, application: bytes) -> bool:
        held = self.bytes.get(application, {})
        return all(at in held for at in range(offset, offset + count))


def selection(command: bytes) -> tuple[bytes] | None:
    """The application that a SELECT names (in a tuple, for an empty name is one), or None for other commands."""
    return (command[5:5 + command[4]] if len(command) > 5 else ISSUER_DOMAIN,) if command.startswith(SELECT) else None


class PoweredCard:
    """A card under power, spoken to in T=0: announces data with 61xx, corrects a length with 6Cxx."""

    def __init__(self, image: CardImage) -> None:
        self.image = image
        self.selected = ISSUER_DOMAIN
        self.pending = b""

    def answer(self, command: bytes) -> bytes:
        if command[1] == GET_RESPONSE:
            return self._get_response(command[4] or 256)
        self.pending = b""
        if command.startswith(READ):
            return self._announce(self._read(command))
        if len(command) > 5:
            whole = self._whole(command)
            return self._announce(whole)
        whole = self._whole(command[:4])
        asked = (command[4] or 256) if len(command) == 5 else 0
        if len(whole) > 2 and asked != len(whole) - 2:
            return bytes([0x6C, (len(whole) - 2) % 256])
        return whole

    def _whole(self, command: bytes) -> bytes:
        if application := selection(command):
            answer = self.image.answers.get((ISSUER_DOMAIN, command), NOT_FOUND)
            if answer[-2:] == OK:
                self.selected = application[0]
            return answer
        return self.image.answers.get((self.selected, command), UNKNOWN_INSTRUCTION)

    def _read(self, command: bytes) -> bytes:
        offset, count = int.from_bytes(command[2:4], "big"), command[6]
        if not self.image.has(offset, count, self.selected):
            return WRONG_OFFSET
        return self.image.peek(offset, count, self.selected) + OK

    def _announce(self, whole: bytes) -> bytes:
        self.pending = whole[:-2]
        return bytes([0x61, len(self.pending) % 256]) if self.pending else whole

    def _get_response(self, count: int) -> bytes:
        if not self.pending:
            return CONDITIONS
        given, self.pending = self.pending[:count], self.pending[count:]
        return given + (bytes([0x61, len(self.pending) % 256]) if self.pending else OK)
