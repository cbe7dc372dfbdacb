"""What a sheet says of values that nobody can have, and of a photo that it does not show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cardimage import CardImage
from commandline import Tool
from oddcards import recording
from sheets import text
from traces import FIXTURES

SHEET = ("--purpose", "ทดสอบ", "-o", "-", "--format", "pdf")


def page(thaiid: Tool, trace: Path, *options: str) -> tuple[str, str]:
    done = thaiid("sheet", "--replay", trace, *SHEET, "--lang", "en", *options)
    assert done.exit == 0, done
    return text(done.output), done.error_text


@pytest.mark.parametrize("fields, words", [
    ({"birthDate": "26000101"}, ["doubtful", "Born: The date lies after the day on which the card was read."]),
    ({"expiryDate": "25640101"}, ["doubtful", "Expires: The date lies before the day of issue."]),
    ({"birthDate": "24800215"}, ["or 1938", "the Gregorian year may be one later"]),
    ({"issuer": b"\xa1" * 100}, ["Issued at: The text fills its field to the last byte and may have been cut."]),
    ({"nameEnglish": "Mr. Thotsop Tuayang"}, ["The whole name stands in one part; it is not divided."]),
    ({"address": "99/1######ตัวอย่าง#อำเภอตัวอย่าง"}, ["The labels in the address do not fit the places"]),
])
def test_sheet_says_what_is_odd(
    thaiid: Tool, ordinary: CardImage, tmp_path: Path, fields: dict[str, str | bytes], words: list[str],
) -> None:
    shown, _ = page(thaiid, recording(tmp_path, ordinary, **fields), "--no-photo")
    for word in words:
        assert word.replace(" ", "") in shown, shown


def test_sheet_says_it_of_a_record_whose_warnings_were_dropped(
    thaiid: Tool, ordinary: CardImage, tmp_path: Path, render: Path,
) -> None:
    trace = recording(tmp_path, ordinary, birthDate="19900415", issuer=b"\xa1" * 100)
    record = thaiid("read", "--replay", trace, "--json", "--no-photo").record | {"warnings": [], "states": {}}
    (tmp_path / "record.json").write_text(json.dumps(record), "utf-8")
    shown = thaiid("convert", tmp_path / "record.json", "--to", "text", "--lang", "en").text
    assert "The year looks Gregorian" in shown and "may have been cut" in shown


def test_seventy_years_are_told_in_the_same_words_everywhere(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    trace = recording(tmp_path, ordinary, birthDate="24930415", issueDate="25560601", expiryDate="25640414")
    for language, words in (("en", "valid for life (not expired at age 70)"), ("th", "ใช้ได้ตลอดชีพ (ยังไม่หมดอายุเมื่ออายุครบ 70 ปี)")):
        done = thaiid("sheet", "--replay", trace, *SHEET, "--lang", language, "--no-photo")
        assert done.exit == 0, done
        assert words in thaiid("read", "--replay", trace, "--no-photo", "--lang", language).text
        assert words.replace(" ", "") in text(done.output)


def test_progressive_photo_is_called_what_it_is(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    jpeg = bytearray((FIXTURES / "portraits" / "ordinary.jpg").read_bytes())
    jpeg[jpeg.index(b"\xff\xc0") + 1] = 0xC2
    trace = recording(tmp_path, ordinary, photo=len(jpeg).to_bytes(2, "big") + bytes(jpeg))
    shown, errors = page(thaiid, trace)
    assert "aprogressiveJPEGisnotdecoded" in shown and "notaJPEG" not in shown
    assert "The photo is a progressive JPEG file, which is not decoded." in errors


def test_sheet_without_a_photo_on_the_card_is_silent(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    trace = recording(tmp_path, ordinary, photo=b" " * 5120)
    assert "photo" not in page(thaiid, trace)[1].lower()


def test_workbook_counts_the_photos_that_it_does_not_show(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    jpeg = b"\xff\xd8\xff\xe0" + b"\0" * 20 + b"\xff\xd9"
    trace = recording(tmp_path, ordinary, photo=len(jpeg).to_bytes(2, "big") + jpeg)
    done = thaiid(
        "read", "--replay", trace, "--format", "xlsx", "--with-photo", "-o", tmp_path / "one.xlsx", "--lang", "en")
    assert done.exit == 0, done
    assert "Photos not shown: 1" in done.error_text
