"""What a field holds: the bytes that stand on the card, and beside them what a reader must say.

Both are given by hand. Nothing here decodes: the helpers join parts into the card's text, which is
the opposite of what a reader does, and set the parts beside it as they were given.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Value:
    """A field's bytes before padding, and its value in the record."""

    raw: bytes
    expected: Any = None


def encode(text):
    """Text in the card's alphabet. Bytes stay what they are."""
    return text if isinstance(text, bytes) else text.encode("tis_620")


def text(raw, expected=None):
    """Text that is in the record as it stands on the card, unless told otherwise."""
    return Value(encode(raw), raw if expected is None else expected)


def grouped(raw, expected):
    """A number that the record prints in groups."""
    return Value(encode(raw), expected)


# Nothing but padding.
BLANK = Value(b"")


def name(title, first, middle, last, full, raw=None):
    """A name. `raw` is for the odd ones: usual are four parts between `#`."""
    usual = "#".join(part or "" for part in (title, first, middle, last))
    return Value(
        encode(usual if raw is None else raw),
        {"title": title, "first": first, "middle": middle, "last": last, "full": full})


def date(raw, iso):
    """A date of which the year is known; `iso` is as long as what is known of it."""
    year, month, day = (iso.split("-") + [None, None])[:3]
    return Value(encode(raw), {
        "raw": raw, "iso": iso, "year": int(year), "month": month and int(month), "day": day and int(day),
        "precision": "day" if day else "month" if month else "year"})


def no_date(raw, precision):
    """Eight digits that name no day: `lifelong` or `unknown`."""
    return Value(encode(raw), {
        "raw": raw, "iso": None, "year": None, "month": None, "day": None, "precision": precision})


LIFELONG = no_date("99999999", "lifelong")


def sex(raw, value):
    return Value(encode(raw), {"raw": raw, "value": value})


MALE = sex("1", "male")
FEMALE = sex("2", "female")

SLOTS = ["houseNumber", "moo", "trok", "soi", "road", "subdistrict", "district", "province"]


def address(*parts, raw=None, full=None):
    """An address of eight parts, `None` for those left out, and as the card writes it where that is odd."""
    assert len(parts) == len(SLOTS)
    return Value(
        encode("#".join(part or "" for part in parts) if raw is None else raw),
        dict(zip(SLOTS, parts)) | {"full": full or " ".join(part for part in parts if part)})
