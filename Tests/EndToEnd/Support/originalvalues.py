"""What a card says of its holder, looked for in a file: a scanner of its own, which shares nothing with the tool's.

The card is rebuilt from its recording by `cardimage`; what stands where is written down in `layout`.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from cardimage import EXTENSION, ISSUER_DOMAIN, STORAGE, CardImage
from layout import HEALTH_TEXT, LASER_COUNT, LASER_HEADER, STORAGE_TEXT, Place
from traces import Trace

PHOTO, PHOTO_END = 0x017B, 0x1579
WINDOW = 16
# The comment in every drawn portrait, the fixtures' and the tool's.
REMARK = b"Drawn, not photographed. Nobody looks like this." + bytes(WINDOW).replace(b"\0", b" ")

# Words that say what follows them, and titles that half the country bears, may stay.
LABELS = ("หมู่ที่", "หมู่", "ตรอก", "ซอย", "ถนน", "ตำบล", "แขวง", "อำเภอ", "เขต", "จังหวัด", "ต.", "อ.", "จ.")
KEPT = {*LABELS, "กรุงเทพมหานคร", "นาย", "นาง", "นางสาว", "น.ส.", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.",
        "Mr.", "Mrs.", "Miss", "Ms.", "Master"}
UNTOLD = {"dataVersion", "sex", "paidType", "hospitalChanges"}


class Originals:
    """The values of one recording by which somebody could be told."""

    def __init__(self, trace: Trace) -> None:
        self.texts: dict[str, str] = {}
        self.bytes: dict[bytes, str] = {}
        image = CardImage(trace)
        for key, place in (STORAGE_TEXT | HEALTH_TEXT).items():
            if key not in UNTOLD and image.has(place.offset, place.count, place.application):
                self._add_text(key, peek(image, place))
        self._add_chip(image)
        self._add_photo(image)

    def _add_text(self, key: str, data: bytes) -> None:
        for part in re.split("[#/]", thai(data)):
            for value in (part, *part.split()):
                value = value.strip(" \0")
                self._tell(key, value)
                for label in LABELS:
                    self._tell(key, value.removeprefix(label).strip())
        digits = thai(data).strip()
        if re.fullmatch("[0-9]{13}", digits):
            for mark in "- ":
                self._tell(key, mark.join((digits[0], digits[1:5], digits[5:10], digits[10:12], digits[12])))
        if re.fullmatch("2[45][0-9]{6}", digits) and digits[4:6] != "00" != digits[6:]:
            year, month, day = int(digits[:4]), digits[4:6], digits[6:]
            for era in (year, year - 543):
                for form in (f"{era}{month}{day}", f"{era}-{month}-{day}", f"{day}/{month}/{era}", f"{day}{month}{era}"):
                    self._tell(key, form)

    def _tell(self, key: str, value: str) -> None:
        numeric = not re.search("[^\\W\\d_]", value)
        digits = re.sub("[^0-9]", "", value).lstrip("0")
        if value in KEPT or len(set(value)) < 2 or value == "99999999":
            return
        if len(digits) >= 6 if numeric else len(value) >= 4:
            self.texts.setdefault(value, key)

    def _add_chip(self, image: CardImage) -> None:
        answer = image.answers.get((EXTENSION, bytes.fromhex("8000000017")), b"")
        if len(answer) == LASER_HEADER + LASER_COUNT + 2:
            self._tell("laserNumber", answer[LASER_HEADER:-2].strip(b"\0 ").decode("ascii"))
        answer = image.answers.get((ISSUER_DOMAIN, bytes.fromhex("80CA9F7F2D")), b"")
        if len(serial := answer[13:21]) == 8 and len(set(serial)) >= 4:
            self.bytes[serial] = "serialNumber"

    def _add_photo(self, image: CardImage) -> None:
        held = image.bytes[STORAGE]
        photo = bytes(held[at] for at in range(PHOTO, PHOTO_END) if at in held)
        scan = photo.find(b"\xFF\xDA") + 14
        for at in range(scan, len(photo) - WINDOW) if scan > 14 else ():
            window = photo[at:at + WINDOW]
            if len(set(window)) >= 10 and window not in REMARK:
                self.bytes[window] = "photo"

    def found(self, file: bytes) -> list[tuple[str, str]]:
        """Each value that is in a recording's file, and how it is written there."""
        places = {"file": file, **views(file)}
        hits = []
        for value, key in self.texts.items():
            for name, form in encodings(value):
                # A few digits are part of any long row of hexadecimal ones.
                hexlike = re.fullmatch(b"[0-9A-Fa-f]+", form) and len(form) < 8
                hits += [(key, f"{name} in {place}") for place, data in places.items()
                         if form in data and not (hexlike and place == "file")]
        windows = {place: {data[at:at + WINDOW] for at in range(len(data))} for place, data in views(file).items()}
        for value, key in self.bytes.items():
            if len(value) == WINDOW:
                hits += [(key, f"bytes in {place}") for place, seen in windows.items() if value in seen]
            else:
                hits += [(key, f"bytes in {place}") for place, data in views(file).items() if value in data]
                hits += [(key, "hex")] if value.hex() in file.decode("utf-8").lower() else []
        return hits


def peek(image: CardImage, place: Place) -> bytes:
    return image.peek(place.offset, place.count, place.application)


def thai(data: bytes) -> str:
    """TIS-620, with a blank for what it lacks."""
    return data.decode("tis-620", errors="replace").replace("\N{REPLACEMENT CHARACTER}", " ")


def encodings(value: str) -> Iterator[tuple[str, bytes]]:
    """The ways in which a text may be written down."""
    for name in ("tis-620", "utf-8", "utf-16-le", "utf-16-be"):
        try:
            plain = value.encode(name)
        except UnicodeEncodeError:
            continue
        yield name, plain
        yield f"hex of {name}", plain.hex().upper().encode()
        yield f"small hex of {name}", plain.hex().encode()
        for before in range(3):
            # The characters at either end depend on what is beside the value.
            whole = base64.b64encode(bytes(before) + plain + bytes(3))
            own = whole[-(-before * 8 // 6):(before + len(plain)) * 8 // 6]
            if len(own) >= 8:
                yield f"base64 of {name}", own


def views(file: bytes) -> dict[str, bytes]:
    """What the lines of a recording amount to: all answers' data in a row, and the card put together of them."""
    trace = Trace.parse(file.decode("utf-8"))
    answers = b"".join(exchange.answer[:-2] for exchange in trace.exchanges if exchange.answer)
    image = CardImage(trace)
    memories = {
        f"memory of {application.hex()}": bytes(held[at] for at in sorted(held))
        for application, held in image.bytes.items()}
    return {"answers": answers, **memories}
