#!/usr/bin/python3
"""Writes every fixture: NAME.trace, the recording of a full read, and NAME.json, what it must give.

The people are in people.py, as bytes for the card and, beside them, the values of the record
written by hand. Neither is computed from the other by a decoder, so the program that is tested
against these files shares no mistake with them. Standard library only; the same input gives
the same bytes. The portraits are read from portraits/, where draw.py makes them.
"""

import base64
import hashlib
import json
import pathlib
import unicodedata

import card
from people import PEOPLE

HERE = pathlib.Path(__file__).resolve().parent


def main():
    check(PEOPLE)
    for stale in {path.stem for path in HERE.glob("*.trace")} - {person.name for person in PEOPLE}:
        (HERE / f"{stale}.trace").unlink()
        (HERE / f"{stale}.json").unlink()
    for person in PEOPLE:
        portrait = (HERE / f"portraits/{person.portrait}.jpg").read_bytes() if person.portrait else None
        recording = recorded(person, portrait)
        (HERE / f"{person.name}.trace").write_text(recording.text(), encoding="utf-8", newline="\n")
        expected = outcome(person, portrait, recording)
        as_json = json.dumps(expected, ensure_ascii=False, indent=2) + "\n"
        assert unicodedata.is_normalized("NFC", as_json), person.name
        (HERE / f"{person.name}.json").write_text(as_json, encoding="utf-8", newline="\n")


def recorded(person, portrait):
    """The conversation of `thaiid read --chip --health` with this person's card."""
    fields = {key: value.raw for key, value in person.card.items()}
    fields["photo"] = portrait or b""
    length = len(portrait).to_bytes(2, "big") if portrait else person.padding * 2
    fields["photoLength"] = length if person.photo_length is None else person.photo_length
    image = card.laid_out(card.STORAGE_LAYOUT, fields, person.padding)
    recording = card.Recording(
        person.name, person.seen, person.recorded, person.reader, person.atr, person.direct)
    card.read_identity(recording, image)
    if person.error == "card-version":
        return recording
    if person.error == "card-data":  # a failing check digit is looked at twice, with a reset between
        recording.reset()
        card.read_identity(recording, image)
    stated = card.PHOTO + len(portrait) if portrait else 0
    card.read_storage(recording, image, person.photo_until or stated)
    laser = person.laser.raw if person.laser else b""
    card.read_chip(recording, laser, person.serial, person.laser_status, person.cplc_status)
    health = {key: value.raw for key, value in (person.health or {}).items()}
    card.read_health(recording, card.laid_out(card.HEALTH_LAYOUT, health, person.padding) if person.health else None)
    return recording


def outcome(person, portrait, recording):
    """What a read of the recording must end in."""
    exits = {"card-version": 18, "card-data": 20}
    error = {"error": {"code": person.error, "exit": exits.get(person.error)}}
    if person.error == "card-version":
        return error
    accepted = record(person, portrait, recording)
    return error | {"accepted": accepted} if person.error else accepted


def record(person, portrait, recording):
    """The expected record, in the order of its keys. Warnings come without their wording."""
    assert recording.exchanges == person.exchanges, (person.name, recording.exchanges)
    fields = {key: value.expected for key, value in person.card.items() if key != "unknownDigits"}
    has_chip = person.laser_status != "6A82" or person.cplc_status != "6A82"
    return {
        "schema": "thaiid.record/1",
        "read": {
            "at": person.recorded, "source": "replay", "reader": person.reader, "atr": person.atr,
            "exchanges": person.exchanges, "milliseconds": recording.microseconds // 1000,
        },
        "card": fields | {"photo": photo(portrait) if portrait else None},
        "chip": {
            "laserNumber": person.laser.expected if person.laser else None, "serialNumber": person.serial,
        } if has_chip else None,
        "health": {key: value.expected for key, value in person.health.items()} if person.health else None,
        "states": person.states,
        "warnings": [dict(zip(("code", "field", "detail"), warning)) for warning in person.warnings],
    }


def photo(jpeg):
    return {
        "type": "image/jpeg", "width": 148, "height": 178, "bytes": len(jpeg),
        "sha256": hashlib.sha256(jpeg).hexdigest(), "base64": base64.b64encode(jpeg).decode(),
    }


def check(people):
    """Nobody real: registrar code 0000, which no office has, and each citizen ID once."""
    numbers = [person.card["citizenID"].raw.decode() for person in people]
    assert len(set(numbers)) == len(numbers) and len({person.name for person in people}) == len(people)
    for person, number in zip(people, numbers):
        total = sum(int(digit) * weight for digit, weight in zip(number, range(13, 1, -1)))
        fits = (11 - total % 11) % 10 == int(number[12])
        assert number[1:5] == "0000" and fits == (person.error != "card-data"), number
        assert person.card["issuerCode"].raw[1:5] in (b"0000", b""), person.name


if __name__ == "__main__":
    main()
