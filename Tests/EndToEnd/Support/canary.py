"""A person whose every word is unmistakable, and the search for any trace of them in what a program left behind."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from cardimage import STORAGE, CardImage
from layout import HEALTH_TEXT, STORAGE_TEXT, filled, with_laser

WORDS = {
    "nameThai": "นาย#ขวดฆ้องฌาน##ฏกฐูฑณะ",
    "nameEnglish": "Mr.#Zyxwvaz##Qwolkhan",
    "birthDate": "25071113",
    "requestNumber": "73519264808/91827364",
    "issuer": "ฬุฬาภิฆฤษี/ฎีกาฌาปนะ",
    "issuerCode": "5000000000001",
    "issueDate": "25660927",
    "address": "8463/917#หมู่ที่ 86##ซอยฆฤณาฌ#ถนนฐฎีฏกา#ตำบลฑูฒิณี#อำเภอฬฆฌฏ#จังหวัดฎฏฐฑฒ",
    "underPhotoNumber": "73510691827364",
}
CITIZEN_ID = "4000000000003"
HEALTH_WORDS = {"mainEntitlement": "ฆฌฎฏ ฐฑฒณ", "mainHospital": "ฬฤๅฆ ฌฎฏฐ"}
LASER = "QZ9182736450"

PHOTO_WINDOW = 24


def canary(image: CardImage) -> CardImage:
    """The card of that person."""
    image = filled(image, STORAGE_TEXT["citizenID"], CITIZEN_ID.encode())
    for key, words in WORDS.items():
        image = filled(image, STORAGE_TEXT[key], words.encode("tis-620"))
    for key, words in HEALTH_WORDS.items():
        image = filled(image, HEALTH_TEXT[key], words.encode("tis-620"))
    return with_laser(image, LASER.encode())


def told_by(left: bytes, image: CardImage) -> list[str]:
    """What of the canary's words and photo can be found there, in any encoding."""
    folded = left.lower()
    return [name for name, needle in needles(image) if needle in left or needle.lower() in folded]


def needles(image: CardImage) -> Iterator[tuple[str, bytes]]:
    grouped = "-".join((CITIZEN_ID[0], CITIZEN_ID[1:5], CITIZEN_ID[5:10], CITIZEN_ID[10:12], CITIZEN_ID[12]))
    spoken = {"citizenID": [CITIZEN_ID, grouped, grouped.replace("-", " ")], "laser": [LASER, f"{LASER[:3]}-{LASER[3:10]}-{LASER[10:]}"]}
    for key, words in (WORDS | HEALTH_WORDS).items():
        spoken[key] = [part for part in words.replace("/", "#").split("#") if len(part) > 4]
    under = WORDS["underPhotoNumber"]
    spoken["underPhotoNumber"].append(f"{under[:4]}-{under[4:6]}-{under[6:]}")
    for key, words in spoken.items():
        for word in words:
            for encoding in ("utf-8", "tis-620"):
                yield from encoded(f"{key} ({encoding})", word.encode(encoding))
    length = int.from_bytes(image.peek(0x0179, 2), "big")
    photo = image.peek(0x017B, length, STORAGE)
    for at in range(0, len(photo) - PHOTO_WINDOW, PHOTO_WINDOW):
        window = photo[at:at + PHOTO_WINDOW]
        if len(set(window)) > PHOTO_WINDOW // 2:
            yield from encoded(f"photo at {at}", window)


def encoded(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes as they are, as hexadecimal digits, with spaces between, and in base64 at each alignment."""
    yield name, raw
    yield f"{name} as hex", raw.hex().encode()
    yield f"{name} as spaced hex", raw.hex(" ").encode()
    for shift in range(3):
        inner = base64.b64encode(bytes(shift) + raw)
        start = {0: 0, 1: 2, 2: 3}[shift]
        end = len(inner) - 4 if inner.endswith(b"=") or (shift + len(raw)) % 3 else len(inner)
        if end - start >= 6:
            yield f"{name} in base64", inner[start:end]
