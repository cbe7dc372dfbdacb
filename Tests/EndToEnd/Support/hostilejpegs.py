"""Photos that no card should hold: JPEG files that are broken, absurd, or made to cost a decoder much.

Made from markers (ISO/IEC 10918-1, table B.1) and from a drawn portrait, the same ones each time.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

SOI, EOI = b"\xff\xd8", b"\xff\xd9"
FLAT = bytes(12_288)
"""Data of a grey picture of any size: with the tables below, a block is two zero bits."""

ROOM = 65_536
"""As large as a file may be to be looked at."""


def segment(marker: int, payload: bytes = b"", length: int | None = None) -> bytes:
    return b"\xff%c" % marker + (len(payload) + 2 if length is None else length).to_bytes(2, "big") + payload


def frame(
    marker: int = 0xC0, width: int = 148, height: int = 178, precision: int = 8,
    components: tuple[tuple[int, int, int], ...] = ((1, 0x11, 0), (2, 0x11, 0), (3, 0x11, 0)), count: int | None = None,
) -> bytes:
    head = bytes([precision]) + height.to_bytes(2, "big") + width.to_bytes(2, "big")
    head += bytes([len(components) if count is None else count])
    return segment(marker, head + b"".join(map(bytes, components)))


def quantisation(number: int = 0, value: int = 1, deep: bool = False) -> bytes:
    return segment(0xDB, bytes([deep << 4 | number]) + value.to_bytes(2 if deep else 1, "big") * 64)


def huffman(table: int, counts: bytes = b"\1", symbols: bytes = b"\0") -> bytes:
    return segment(0xC4, bytes([table]) + counts.ljust(16, b"\0") + symbols)


def scan(components: bytes = b"\1\2\3", tables: int = 0, band: tuple[int, int, int] = (0, 63, 0)) -> bytes:
    chosen = b"".join(bytes([component, tables]) for component in components)
    return segment(0xDA, bytes([len(components)]) + chosen + bytes(band))


def restarts(interval: int) -> bytes:
    return segment(0xDD, interval.to_bytes(2, "big"))


TABLES = quantisation() + huffman(0x00) + huffman(0x10)


def flat(*, head: bytes = b"", tables: bytes = TABLES, sizes: bytes | None = None, start: bytes | None = None,
         data: bytes = FLAT[:328], tail: bytes = b"") -> bytes:
    """A whole file of a grey picture, with parts of it exchanged."""
    return SOI + head + tables + (frame() if sizes is None else sizes) + (scan() if start is None else start) + data + tail + EOI


def parts(jpeg: bytes) -> Iterator[tuple[int, int]]:
    """Where the markers before the data stand, and how long their segments are."""
    index = 2
    while jpeg[index + 1] != 0xDA:
        length = int.from_bytes(jpeg[index + 2:index + 4], "big")
        yield index, length
        index += 2 + length
    yield index, int.from_bytes(jpeg[index + 2:index + 4], "big")


def changed(jpeg: bytes, index: int, new: bytes) -> bytes:
    return jpeg[:index] + new + jpeg[index + len(new):]


def cut(jpeg: bytes) -> dict[str, bytes]:
    return {f"{count} bytes": jpeg[:count] for count in [*range(0, 12, 3), *range(12, len(jpeg), len(jpeg) // 24)]}


def other_markers(jpeg: bytes) -> dict[str, bytes]:
    files = {}
    for index, _ in parts(jpeg):
        kinds = [0xC1, 0xC2, 0xC3, *range(0xC5, 0xD0), 0xDC, 0xDE] if jpeg[index + 1] == 0xC0 else [0x00, 0xC0, 0xD8, 0xD9, 0xFF]
        files |= {f"{kind:02X} at {index}": changed(jpeg, index + 1, bytes([kind])) for kind in kinds}
    return files


def other_lengths(jpeg: bytes) -> dict[str, bytes]:
    return {
        f"{told} at {index}": changed(jpeg, index + 2, told.to_bytes(2, "big"))
        for index, length in parts(jpeg) for told in (0, 1, 2, length - 1, length + 1, 0xFFFF)
    }


def damaged_data(jpeg: bytes) -> dict[str, bytes]:
    chance = random.Random(11)
    files = {}
    for number in range(24):
        spoilt = bytearray(jpeg)
        for _ in range(1 + number % 6):
            spoilt[chance.randrange(2, len(spoilt) - 2)] ^= 1 << chance.randrange(8)
        files[f"flips {number}"] = bytes(spoilt)
    start = list(parts(jpeg))[-1]
    data = start[0] + 2 + start[1]
    for number in range(6):
        noise = chance.randbytes(len(jpeg) - data - 2).replace(b"\xff", b"\xfe")
        files[f"noise {number}"] = jpeg[:data] + noise + EOI
    return files


def sizes() -> dict[str, bytes]:
    wrong = [(0, 0), (0, 178), (148, 0), (65_535, 65_535), (65_500, 65_500), (65_535, 1), (1, 65_535), (1_025, 1), (1, 1_025)]
    return {f"{width} × {height}": flat(sizes=frame(width=width, height=height), data=FLAT) for width, height in wrong}


def kinds() -> dict[str, bytes]:
    four = tuple((number, 0x11, 0) for number in (1, 2, 3, 4))
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\2")
    files = {f"{precision} bit": flat(sizes=frame(precision=precision)) for precision in (0, 1, 7, 12, 16, 255)}
    files |= {f"{count} components": flat(sizes=frame(count=count)) for count in (0, 1, 2, 4, 255)}
    files |= {
        "CMYK": flat(sizes=frame(components=four), start=scan(b"\1\2\3\4")),
        "YCCK": flat(head=adobe, sizes=frame(components=four), start=scan(b"\1\2\3\4")),
        "arithmetic": flat(head=segment(0xCC, b"\0\x10"), sizes=frame(0xC9)),
        "arithmetic, progressive": flat(head=segment(0xCC, b"\0\x10"), sizes=frame(0xCA), start=scan(band=(0, 0, 0))),
        "hierarchical": flat(head=frame(0xDE), sizes=frame(0xC5)),
        "lossless": flat(sizes=frame(0xC3), start=scan(band=(1, 0, 0))),
        "height told later": flat(sizes=frame(height=0), tail=segment(0xDC, b"\0\xb2")),
    }
    for sampling in (0x00, 0x01, 0x10, 0x44, 0x51, 0xFF):
        files[f"sampling {sampling:02X}"] = flat(sizes=frame(components=((1, sampling, 0), (2, 0x11, 0), (3, 0x11, 0))))
    return files


def scans() -> dict[str, bytes]:
    step = scan(band=(0, 0, 0)) + FLAT[:6_144]
    refine = b"".join(scan(b"\1", band=(1, 63, (bit + 1) << 4 | bit)) + b"\0" for bit in range(12, -1, -1))
    return {
        "progressive": flat(sizes=frame(0xC2), start=scan(band=(0, 0, 0)), data=FLAT[:164]),
        "progressive, a thousand scans": flat(sizes=frame(0xC2, 1_024, 1_024), start=step, data=scan(b"\1") * 1_000),
        "progressive, refined without end": flat(sizes=frame(0xC2, 1_024, 1_024), start=step, data=refine * 300),
        "baseline, a scan a component": flat(start=b"".join(scan(bytes([part])) + FLAT[:110] for part in (1, 2)) + scan(b"\3"), data=FLAT[:110]),
        "baseline, thousands of scans": flat(start=scan() * 4_500),
        "of an unknown component": flat(start=scan(b"\1\2\7")),
        "of one component thrice": flat(start=scan(b"\1\1\1")),
        "of no component": flat(start=scan(b"")),
        "with tables that are not there": flat(start=scan(tables=0x33)),
        "two frames": flat(sizes=frame() * 2), "no frame": flat(sizes=b""), "no scan": flat(start=b"", data=b""),
        "two pictures": flat() * 2, "a picture in a picture": flat(head=flat()),
    }


def markers_in_data() -> dict[str, bytes]:
    numbered = b"".join(b"\0\xff%c" % (0xD0 + number % 8) for number in range(20_000))
    return {
        "endless restarts": flat(data=b"\xff\xd0" * 32_000),
        "endless restarts, large": flat(sizes=frame(width=1_024, height=1_024), head=restarts(1), data=b"\0\xff\xd3" * 21_000),
        "restarts in turn": flat(sizes=frame(width=1_024, height=1_024), head=restarts(1), data=numbered),
        "no restart that was told": flat(head=restarts(1)),
        "restarts that were not told": flat(data=numbered[:3_000]),
        "fill bytes": flat(data=b"\xff" * 60_000),
        "stuffed": flat(data=b"\xff\0" * 32_000), "an end within": flat(data=FLAT[:50] + EOI + FLAT),
        "a table within": flat(data=FLAT[:50] + TABLES + FLAT), "no data": flat(data=b""), "data of the half": flat(data=FLAT[:60]),
        "data without end": flat(data=bytes(ROOM - 400)),
    }


def tables() -> dict[str, bytes]:
    rest = huffman(0x00) + huffman(0x10)
    plain = quantisation()
    return {
        "no tables": flat(tables=b""), "no quantisation": flat(tables=rest), "no codes": flat(tables=plain),
        "quantisation 9": flat(tables=quantisation(9) + rest), "cut quantisation": flat(tables=segment(0xDB, b"\0\1") + rest),
        "too many codes": flat(tables=plain + huffman(0x00, b"\3", b"\0\1\2") + huffman(0x10)),
        "codes of ones": flat(tables=plain + huffman(0x00, b"\2", b"\0\1") + huffman(0x10)),
        "4,080 codes": flat(tables=plain + huffman(0x00, b"\xff" * 16, bytes(4_080)) + huffman(0x10)),
        "no code": flat(tables=plain + huffman(0x00, b"", b"") + huffman(0x10)),
        "fewer symbols than told": flat(tables=plain + huffman(0x00, b"\1\1\1", b"\0") + huffman(0x10)),
        "a difference of 255 bits": flat(tables=plain + huffman(0x00, b"\1", b"\xff") + huffman(0x10)),
        "coefficients past the block": flat(tables=plain + huffman(0x00) + huffman(0x10, b"\1", b"\xff")),
        "table 9": flat(tables=plain + huffman(0x09) + huffman(0x19)), "class 7": flat(tables=plain + huffman(0x70) + rest),
    }


def extras(jpeg: bytes) -> dict[str, bytes]:
    return {
        "many comments": flat(head=segment(0xFE) * 16_500),
        "more than room": flat(tail=segment(0xFE, bytes(65_000)) * 2),
        "twice as large": flat(head=segment(0xE1, bytes(60_000)) * 2),
        "without an end": jpeg[:-2], "with a tail": jpeg + b"<script>", "two ends": jpeg + EOI,
        "a comment that never ends": flat(head=segment(0xFE, b"c", length=0xFFFF)),
    }


def other_files() -> dict[str, bytes]:
    return {
        "nothing": b"", "zeros": bytes(4_929), "PNG": b"\x89PNG\r\n\x1a\n" + bytes(60), "GIF": b"GIF89a" + bytes(60),
        "JPEG 2000": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(60), "JPEG-LS": flat(sizes=frame(0xF7)), "TIFF": b"II*\0" + bytes(60),
        "WebP": b"RIFF\x40\0\0\0WEBPVP8 " + bytes(60), "SVG": b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PDF": b"%PDF-1.5\n" + bytes(60),
        "HEIC": b"\0\0\0\x18ftypheic" + bytes(60), "ends alone": SOI + EOI, "starts": SOI * 20_000,
    }


def shown() -> dict[str, bytes]:
    """Files that are odd but decoded, the costliest among them."""
    large = frame(width=1_024, height=1_024)
    coarse = frame(width=1_024, height=1_024, components=((1, 0x22, 0), (2, 0x11, 0), (3, 0x11, 0)))
    odd = frame(width=1_023, height=1_021, components=((1, 0x41, 0), (2, 0x11, 0), (3, 0x11, 0)))
    flat_scan = FLAT[:12_288]
    counted = b"".join(b"\x3f\xff%c" % (0xD0 + number % 8) for number in range(16_383)) + b"\x3f"
    return {
        "plain": flat(), "large": flat(sizes=large, data=flat_scan),
        "large, few colours": flat(sizes=coarse, data=FLAT[:6_144]),
        "large, odd": flat(sizes=odd, data=FLAT[:6_144]),
        "large, grey": flat(sizes=frame(width=1_024, height=1_024, components=((1, 0x11, 0),)), start=scan(b"\1"), data=FLAT[:4_096]),
        "large, a restart a block": flat(
            sizes=frame(width=1_024, height=1_024, components=((1, 0x11, 0),)), head=restarts(1), start=scan(b"\1"), data=counted),
        "large, with comments": flat(head=segment(0xFE) * 10_000, sizes=large, data=flat_scan),
        "narrow": flat(sizes=frame(width=1, height=1_024), data=FLAT[:96]), "one pixel": flat(sizes=frame(width=1, height=1), data=b"\0"),
        "fill bytes": flat(head=b"\xff" * 60_000), "a large comment": flat(head=segment(0xFE, b"c" * 65_000)),
        "a thousand tables": flat(tables=quantisation() + (huffman(0x00) + huffman(0x10)) * 1_000),
        "quantisation of zero": flat(tables=quantisation(value=0) + huffman(0x00) + huffman(0x10)),
        "deep quantisation": flat(tables=quantisation(value=65_535, deep=True) + huffman(0x00) + huffman(0x10)),
    }


def families(portrait: Path) -> dict[str, dict[str, bytes]]:
    """All the files, by what is odd about them."""
    jpeg = portrait.read_bytes()
    return {
        "shown": shown(), "cut": cut(jpeg), "other markers": other_markers(jpeg), "other lengths": other_lengths(jpeg),
        "damaged data": damaged_data(jpeg), "sizes": sizes(), "kinds": kinds(), "scans": scans(),
        "markers in data": markers_in_data(), "tables": tables(), "extras": extras(jpeg), "other files": other_files(),
    }
