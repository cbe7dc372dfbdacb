"""Recordings of a mebibyte that are made to cost much: many small exchanges, scattered bytes, long lines."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable, Iterator

SIZE = 1 << 20

OWN = b"thaiid-trace 1\natr 3B00\n"
STORAGE = b"> 00A4040008A000000054480001\n< 9000\n"
HEALTH = b"> 00A4040008A000000054480083\n< 9000\n"
CARD_MANAGER = b"> 00A4040012\n< 9000\n"
CARD_STOCK = b"> 00A4040008A000000084060002\n< 9000\n"
STAMP = b"P:1; T:0x1 00:00:00.000 [x] r.c:1:f: "


def filled(head: bytes, lines: Iterable[bytes], tail: bytes = b"") -> bytes:
    """As many of the lines as fit."""
    parts, left = [head], SIZE - len(head) - len(tail)
    for line in lines:
        left -= len(line)
        if left < 0:
            break
        parts.append(line)
    return b"".join(parts) + tail


def counted(line: Callable[[int], bytes]) -> Iterator[bytes]:
    return map(line, itertools.count())


def read(offset: int, data: bytes = b"\0") -> bytes:
    return b"> 80B0%04X0200%02X\n< %s9000\n" % (offset & 0xFFFF, len(data), data.hex().encode())


def spied(name: bytes, *values: bytes) -> bytes:
    """A call as libpcscspy writes it."""
    lines = [b">|1|1|" + name, *values, b"<|1|2|" + name + b"|done|0x00000000"]
    return b"".join(b"1@" + line + b"\n" for line in lines)


def spaces_but_for_the_end() -> bytes:
    """A photo area that only its last byte tells from an empty one, with a length word that says nothing."""
    area = b"\xFF\xFF" + b" " * 4998 + b"\xFF"
    return b"".join(read(0x0179 + at, area[at:at + 250]) for at in range(0, len(area), 250))


def runs_of_the_photo(start: bytes) -> Iterator[bytes]:
    """Runs of a photo that begin alike, of sixteen cards, and then an answer of the chip in which they begin again and again."""
    noise = random.Random(2)
    for _ in range(16):
        for at in range(0x017B, 0x1569, 18):
            yield read(at, start + noise.randbytes(16 - len(start)))
    yield CARD_MANAGER
    yield from itertools.repeat(b"> 80CA9F7F2D\n< 9F7F2A" + (start * 3)[:10].hex().encode() + b"00" * 32 + b"9000\n")


OWN_FORMAT = {
    "scattered bytes, upwards": filled(OWN + STORAGE, counted(lambda n: read(2 * n))),
    "scattered bytes, downwards": filled(OWN + STORAGE, counted(lambda n: read(0xFFFE - 2 * n))),
    "scattered bytes, shuffled": filled(OWN + STORAGE, counted(lambda n: read(24690 * n))),
    "bytes of the photo": filled(OWN + STORAGE, counted(lambda n: read(0x0179 + 2 * n % 5119))),
    "every other byte of the photo": filled(OWN + STORAGE, counted(lambda n: read(0x0179 + 2 * (n % 2559)))),
    "a photo that may be none": filled(OWN + STORAGE + spaces_but_for_the_end(), counted(lambda n: read(0x017B, b" "))),
    "a photo without its length word that may be none": filled(
        OWN + STORAGE + b"".join(read(0x017B + at, b" " * 250) for at in range(0, 5000, 250)), counted(lambda n: read(0x017B, b" "))),
    "runs of photos that begin alike": filled(OWN + STORAGE, runs_of_the_photo(b"\x9F\x7F\x2A\x01")),
    "runs of photos that begin as the chip": filled(OWN + STORAGE, runs_of_the_photo(bytes.fromhex("9F7F2A9F7F2A"))),
    "a portrait in steps": filled(OWN + STORAGE, counted(lambda n: read(0x017B + 7 * n % 5100, bytes([n & 0xFF, n >> 8 & 0xFF])))),
    "names by turns": filled(OWN + STORAGE, counted(lambda n: read(0x0011, (b"A%dB#" % (n % 8) * 30)[:100]))),
    "letters of a name": filled(OWN + STORAGE, counted(lambda n: read(0x0011 + 2 * n % 199, b"A"))),
    "reads without an answer's data": filled(OWN + STORAGE, itertools.repeat(b"> 80B000000200FF\n< 9000\n")),
    "reads that are refused": filled(OWN + STORAGE, itertools.repeat(b"> 80B000000200FF\n< 6F00\n")),
    "endless 6C": filled(OWN + STORAGE, itertools.repeat(b"> 80B000000200FF\n< 6CFF\n")),
    "endless 61": filled(OWN + STORAGE + b"> 80B000000200FF\n< 61FF\n", itertools.repeat(b"> 00C00000FF\n< 0061FF\n")),
    "long answers": filled(OWN + STORAGE, itertools.repeat(read(0)[:-7] + b"00" * 65536 + b"9000\n")),
    "resets": filled(OWN, itertools.repeat(b"atr 3B00\n")),
    "selections": filled(OWN, itertools.repeat(b"> 00A40400\n< 6110\n")),
    "two applications by turns": filled(OWN, counted(lambda n: STORAGE + read(2 * n) + HEALTH + read(2 * n))),
    "an application's one command": filled(OWN + CARD_STOCK, itertools.repeat(b"> 8000000017\n< 009000\n")),
    "failures": filled(OWN, itertools.repeat(b"> 00000000\n! malformed 99999999\n")),
    "answers of nothing": filled(OWN, itertools.repeat(b"> 00000000\n<\n")),
    "one comment": filled(OWN + b"#", itertools.repeat(b"x" * 100)),
    "comments": filled(OWN, counted(lambda n: b"#%X\n" % n)),
    "empty lines": filled(OWN, itertools.repeat(b"\n")),
    "one long line": filled(OWN + b"> ", itertools.repeat(b"00 ")),
}

FOREIGN_FORMATS = {
    "cardpeek": filled(
        b"# cardpeek trace file\nC:00A4040008A000000054480001:9000:\n",
        counted(lambda n: b"C:80B0%04X020001:9000:00\n" % (0xFFFE - 2 * n & 0xFFFF)), b"# end\n"),
    "apdu4j": filled(
        b"# ATR: 3B00\n00A4040008A000000054480001\n9000\n",
        counted(lambda n: b"80B0%04X020001\n009000\n" % (0xFFFE - 2 * n & 0xFFFF))),
    "go-thai-smartcard": filled(
        b'{"atr":"3b00","exchanges":[{"command":"00a4040008a000000054480001","response":"9000"}',
        counted(lambda n: b',{"command":"80b0%04x020001","response":"009000"}' % (0xFFFE - 2 * n & 0xFFFF)), b"]}"),
    "go-thai-smartcard, names": filled(
        b'{"atr":"3b00","exchanges":[{"command":"00a40400","response":"9000"}]', counted(lambda n: b',"%x":0' % n), b"}"),
    "go-thai-smartcard, names before": filled(b'{"":0', counted(lambda n: b',"%x":0' % n), b',"atr":"3b00","exchanges":[]}'),
    "go-thai-smartcard, depth": filled(b'{"atr":"3b00","x":', itertools.repeat(b"["), b',"exchanges":[]}'),
    "go-thai-smartcard, lines": filled(b'{"atr":"3b00","exchanges":[', itertools.repeat(b"\n"), b"]}"),
    "go-thai-smartcard, one string": filled(b'{"atr":"3b00","exchanges":[{"command":"', itertools.repeat(b"00"), b'"}]}'),
    "hex": filled(b"", itertools.repeat(b"00000000\n9000\n")),
    "scriptor": filled(b"Using T=0 protocol\n", itertools.repeat(b"> RESET\n< OK: 3B 00\n")),
    "opensc": filled(b"", itertools.repeat(
        STAMP + b"\nOutgoing APDU (4 bytes):\n00 00 00 00 ....\nIncoming APDU (2 bytes):\n90 00 ..\n")),
    "opensc, resets": filled(b"", counted(lambda n: STAMP + b": ATR     : 3B:%02X\n" % (n & 1))),
    "pcscspy": filled(
        spied(b"SCardConnect", b"0x1", b"R", b"0x1", b"0x1", b"0x5", b"0x1"),
        itertools.repeat(spied(b"SCardTransmit", b"0x5", b"0x4", b"00000000", b"0x2", b"9000"))),
    "pcscspy, cards": filled(
        b"", counted(lambda n: spied(b"SCardConnect", b"0x1", b"R%X" % n, b"0x1", b"0x1", b"0x%X" % n, b"0x1"))),
    "pcscspy, threads": filled(b"SCardConnect\n i hContext: 0x1\n", counted(lambda n: b"(t%d) SCardConnect\n" % n)),
}

NO_FORMAT = {
    "noise": random.Random(1).randbytes(SIZE),
    "NULs": bytes(SIZE),
    "spaces": b" " * SIZE,
    "line ends": b"\n" * SIZE,
    "a comment": b"#" * SIZE,
}
