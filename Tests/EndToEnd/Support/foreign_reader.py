"""A reader of Thai ID cards that shares nothing with the tool: pyscard, and the layout written down once more.

Prints one JSON object: the citizen ID, the Thai name as the card has it, and the photo as hexadecimal digits.
"""

from __future__ import annotations

import json
import sys

from smartcard.CardConnection import CardConnection
from smartcard.System import readers

PHOTO, PHOTO_END = 0x017B, 0x1579


class ForeignReader:
    def __init__(self, name: str) -> None:
        self.connection: CardConnection = next(r for r in readers() if str(r) == name).createConnection()
        self.connection.connect(CardConnection.T0_protocol)

    def send(self, command: bytes) -> bytes:
        data, sw1, sw2 = self.connection.transmit(list(command))
        answer = bytes(data)
        while sw1 == 0x61:
            data, sw1, sw2 = self.connection.transmit([0x00, 0xC0, 0x00, 0x00, sw2])
            answer += bytes(data)
        if (sw1, sw2) != (0x90, 0x00):
            raise RuntimeError(f"{command.hex()}: {sw1:02X}{sw2:02X}")
        return answer

    def read(self, offset: int, count: int) -> bytes:
        return self.send(bytes([0x80, 0xB0, offset >> 8, offset & 0xFF, 2, 0, count]))

    def photo(self) -> bytes:
        length = int.from_bytes(self.read(PHOTO - 2, 2), "big")
        if not 2 <= length <= PHOTO_END - PHOTO:
            return b""
        parts = range(PHOTO, PHOTO + length, 200)
        return b"".join(self.read(at, min(200, PHOTO + length - at)) for at in parts)


def main(name: str) -> None:
    card = ForeignReader(name)
    card.send(bytes.fromhex("00A4040008A000000054480001"))
    print(json.dumps({
        "citizenID": card.read(0x0004, 13).decode("ascii"),
        "nameThai": card.read(0x0011, 100).decode("cp874").rstrip(" \0"),
        "photo": card.photo().hex(),
    }, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
