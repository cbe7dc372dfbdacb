"""A reader of Thai ID cards that shares nothing with the tool: OpenSC's `opensc-tool`, and the layout once more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from privatepcsc import PrivatePCSC

SELECT = bytes.fromhex("00A4040008A000000054480001")
PHOTO, PHOTO_END = 0x017B, 0x1579
LONGEST_READ = 200
BYTES_A_LINE = 16
"""Of a dump; the same as ASCII follows, in a column of its own only behind lines that are full."""


@dataclass(frozen=True)
class OpenSCReader:
    """Reads the card in the first reader, a run of `opensc-tool` for each list of places."""

    pcsc: PrivatePCSC

    def read(self, *places: tuple[int, int]) -> list[bytes]:
        """The bytes at these places, `(offset, count)` each.

        Where a command asks for no data OpenSC does not fetch what waits, and takes 61xx for success: GET RESPONSE
        has to be sent by hand.
        """
        commands = [SELECT]
        for offset, count in places:
            commands += [bytes([0x80, 0xB0, offset >> 8, offset & 0xFF, 2, 0, count]), bytes([0, 0xC0, 0, 0, count])]
        words = [word for command in commands for word in ("--send-apdu", command.hex())]
        done = self.pcsc.run(["opensc-tool", "--reader", "0", *words])
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode())
        answers = re.split(r"^Received \(SW1=0x(..), SW2=0x(..)\):?\n", done.stdout.decode("ascii", "replace"), flags=re.MULTILINE)
        statuses = {"".join(pair) for pair in zip(answers[1::3], answers[2::3], strict=True)}
        if statuses != {"9000"} or len(answers) != 3 * len(commands) + 1:
            raise RuntimeError(f"{statuses}")
        return [dumped(text, count) for text, (_, count) in zip(answers[9::6], places, strict=True)]

    def photo(self, length: int | None = None) -> bytes:
        """So many bytes, or as many as the length word says."""
        if length is None:
            length = int.from_bytes(self.read((PHOTO - 2, 2))[0], "big")
        starts = range(PHOTO, min(PHOTO + length, PHOTO_END), LONGEST_READ)
        return b"".join(self.read(*((at, min(LONGEST_READ, PHOTO + length - at)) for at in starts)))


def dumped(text: str, count: int) -> bytes:
    """The bytes of a dump in hexadecimal digits."""
    data = b""
    for line in text.splitlines():
        data += bytes.fromhex(line[:3 * min(BYTES_A_LINE, count - len(data))])
    return data
