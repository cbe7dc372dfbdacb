"""Values that cards hold though nobody can have them: kept as they stand, and never passed on as if nothing were odd."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cardimage import CardImage
from commandline import Tool
from oddcards import recording

Read = Callable[..., dict[str, Any]]

PROVINCE = "กรุงเทพมหานคร"


@pytest.fixture
def read(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> Read:
    def read(*options: str, **fields: str | bytes) -> dict[str, Any]:
        return thaiid(
            "read", "--replay", recording(tmp_path, ordinary, **fields), "--json", "--no-photo", *options).record

    return read


def codes(record: dict[str, Any], field: str) -> list[str]:
    return [warning["code"] for warning in record["warnings"] if warning["field"] == field]


# Addresses


@pytest.mark.parametrize("text, slot, value", [
    ("99/1#####เขตตัวอย่าง#แขวงตัวอย่าง#" + PROVINCE, "district", "เขตตัวอย่าง"),
    ("99/1#หมู่ที่ 4##ถนนตัวอย่าง##ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง", "road", "ถนนตัวอย่าง"),
    ("99/1#หมู่ที่ 4#ซอยตัวอย่าง 5###ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง", "soi", "ซอยตัวอย่าง 5"),
    ("99/1 ม.4 ถ.ตัวอย่าง ต.ตัวอย่าง อ.ตัวอย่าง จ.ตัวอย่าง", "district", "อ.ตัวอย่าง"),
])
def test_labels_win_where_they_give_one_reading(read: Read, text: str, slot: str, value: str) -> None:
    record = read(address=text)
    assert record["card"]["address"][slot] == value
    assert "address" not in record["states"]
    assert codes(record, "address") in (["address.order"], ["address.slots"])
    assert record["card"]["address"]["full"] == " ".join(part for part in text.split("#") if part)


@pytest.mark.parametrize("text", [
    "99/1#4#ถนนตัวอย่าง###ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง",
    "99/1######ตัวอย่าง#อำเภอตัวอย่าง", "99/1##ซอยหนึ่ง#ซอยสอง##แขวงตัวอย่าง#เขตตัวอย่าง#" + PROVINCE,
])
def test_labels_that_give_none_are_noted(read: Read, text: str) -> None:
    record = read(address=text)
    assert record["states"]["address"] == "partial"
    assert codes(record, "address") == ["address.labels"]
    stored = [record["card"]["address"][slot] for slot in
              ("houseNumber", "moo", "trok", "soi", "road", "subdistrict", "district", "province")]
    assert stored == [part or None for part in text.split("#")]


# Dates


@pytest.mark.parametrize("field, raw, code", [
    ("birthDate", "26000101", "date.ahead"), ("birthDate", "25670101", "date.after-issue"),
    ("birthDate", "23800101", "date.too-old"), ("birthDate", "19900415", "date.gregorian"),
    ("issueDate", "26000101", "date.ahead"), ("issueDate", "20230601", "date.gregorian"),
    ("expiryDate", "25640101", "date.before-issue"), ("expiryDate", "20320414", "date.gregorian"),
])
def test_date_that_nobody_can_have(read: Read, field: str, raw: str, code: str) -> None:
    record = read(**{field: raw})
    assert record["card"][field]["raw"] == raw
    assert record["card"][field]["year"] == int(raw[:4]) - 543
    assert code in codes(record, field)
    assert record["states"][field] == "partial"


@pytest.mark.parametrize("raw", ["26000101", "23800101", "19900415"])
def test_no_age_is_reckoned_from_it(thaiid: Tool, ordinary: CardImage, tmp_path: Path, raw: str) -> None:
    trace = recording(tmp_path, ordinary, birthDate=raw)
    for language, age in (("en", "aged"), ("th", "อายุ ")):
        line = next(
            line for line in thaiid("read", "--replay", trace, "--no-photo", "--lang", language).text.splitlines()
            if line.startswith(("Born", "วันเกิด")))
        assert age not in line


@pytest.mark.parametrize("format, options", [
    ("fhir", ()), ("vcard", ()), ("person43", ("--hospital-code", "00000")), ("hotel-rr4", ()), ("nhso-card-only", ()),
    ("moph", ()), ("medhis", ()), ("go-smc", ()),
])
@pytest.mark.parametrize("raw, spread", [
    ("26000101", ("2057", "2600/01/01", "26000101")), ("19900415", ("1447", "1990/04/15", "19900415")),
    ("99999999", ("9999/99/99", "99999999", "9456")),
])
def test_no_file_spreads_it(
    thaiid: Tool, ordinary: CardImage, tmp_path: Path, format: str, options: tuple[str, ...], raw: str,
    spread: tuple[str, ...],
) -> None:
    trace = recording(tmp_path, ordinary, birthDate=raw)
    done = thaiid("read", "--replay", trace, "--no-photo", "--format", format, *options, "--lang", "en")
    assert done.exit == 0, done
    assert not any(text in done.text for text in spread), done.text
    assert "Left out: Born" in done.error_text or (raw == "99999999" and "BIRTH" in done.error_text)


def test_table_without_its_own_word_says_so(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    trace = recording(tmp_path, ordinary, birthDate="26000101")
    chosen = thaiid(
        "read", "--replay", trace, "--format", "csv", "--columns", "citizenID,birthDate.iso", "--lang", "en")
    assert "2057-01-01" in chosen.text and "after the day on which the card was read" in chosen.error_text
    usual = thaiid("read", "--replay", trace, "--format", "csv", "--no-photo")
    assert "date.ahead:birthDate" in usual.text and usual.errors == b""


def test_lifelong_is_said_by_an_expiry_alone(read: Read) -> None:
    for field in ("birthDate", "issueDate"):
        record = read(**{field: "99999999"})
        assert record["card"][field]["precision"] == "unknown"
        assert record["states"][field] == "partial"
        assert codes(record, field) == ["date.impossible"]
    for raw in ("99991231", "99990000", "99991200"):
        record = read(expiryDate=raw)
        assert record["card"]["expiryDate"] == {
            "raw": raw, "iso": None, "year": None, "month": None, "day": None, "precision": "lifelong"}
        assert codes(record, "expiryDate") == ["date.lifelong"]
    assert codes(read(expiryDate="99999999"), "expiryDate") == []


@pytest.mark.parametrize("raw, words", [
    ("24800215", "may be one later"), ("24820000", "may be one later"), ("24830215", "no January to March"),
    ("24830401", None), ("24840101", None), ("24801231", None), ("24830000", None),
])
def test_old_calendar(read: Read, raw: str, words: str | None) -> None:
    record = read(birthDate=raw, expiryDate="99999999")
    said = [warning for warning in record["warnings"] if warning["field"] == "birthDate"]
    assert [warning["code"] for warning in said] == (["date.old-year"] if words else [])
    assert all(words in warning["message"] for warning in said)
    assert record["card"]["birthDate"]["year"] == int(raw[:4]) - 543


def test_age_by_the_old_calendar_is_a_span(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    trace = recording(tmp_path, ordinary, birthDate="24800215")
    assert "aged 88 to 89" in thaiid("read", "--replay", trace, "--no-photo", "--lang", "en").text


# Names


@pytest.mark.parametrize("thai, english, first", [
    ("นาย#ทดสอบ", "Mr.#Thotsop", "ทดสอบ"), ("น.ส.#ทดสอบ", "Miss#Thotsop", "ทดสอบ"),
    ("พันตำรวจเอกหญิง#ทดสอบ#ตัวอย่าง", "Pol. Col.#Thotsop#Tuayang", "ทดสอบ"), ("ทดสอบ#ตัวอย่าง", "Thotsop#Tuayang", "ทดสอบ"),
])
def test_title_does_not_become_a_first_name(read: Read, thai: str, english: str, first: str) -> None:
    card = read(nameThai=thai, nameEnglish=english)["card"]
    assert card["nameThai"]["first"] == first and card["nameEnglish"]["first"] == "Thotsop"
    assert (card["nameThai"]["title"] is None) == (thai.count("#") == 1 and thai.startswith("ทดสอบ"))


@pytest.mark.parametrize("field, value, code", [
    ("nameThai", "นายทดสอบ ตัวอย่าง", "name.undivided"), ("nameEnglish", "Mr.#Thotsop Tuayang##", "name.undivided"),
    ("nameThai", b"#\xb7##" + b"\xa1" * 96, "text.full"), ("issuer", b"\xa1" * 100, "text.full"),
    ("address", b"1#######" + b"\xa1" * 152, "text.full"),
])
def test_name_in_one_part_and_text_without_padding_are_partial(read: Read, field: str, value: Any, code: str) -> None:
    record = read(**{field: value})
    assert record["states"][field] == "partial"
    assert code in codes(record, field)


# Erased memory, and layouts nobody has described


def test_erased_memory_is_blank(read: Read) -> None:
    record = read(birthDate=b"\xff" * 8, issuer=b"\xff" * 100, sex=b"\xff", underPhotoNumber=b"\xff" * 14)
    for field in ("birthDate", "issuer", "sex", "underPhotoNumber"):
        assert record["states"][field] == "blank" and record["card"][field] is None
    assert record["warnings"] == []


def test_erased_photo_area_is_no_photo(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    trace = recording(tmp_path, ordinary, photo=b"\xff" * 5120)
    record = thaiid("read", "--replay", trace, "--json").record
    assert record["card"]["photo"] is None and record["states"]["photo"] == "blank"


@pytest.mark.parametrize("version", ["0004", "0010", "A003"])
def test_unknown_layout_is_read_with_a_warning(read: Read, version: str) -> None:
    record = read(dataVersion=version)
    assert record["card"]["dataVersion"] == version
    assert codes(record, "dataVersion") == ["dataVersion.unknown"]


def test_unknown_layout_that_does_not_prove_itself_is_refused(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    trace = recording(tmp_path, ordinary, dataVersion="0004", issueDate="ABCDEFGH")
    assert thaiid("read", "--replay", trace, "--json").error["code"] == "card-version"
    old = recording(tmp_path, ordinary, dataVersion="0001")
    assert thaiid("read", "--replay", old, "--json").error["code"] == "card-version"


# Validity


def test_citizen_id_does_not_end_with_the_card(thaiid: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    trace = recording(tmp_path, ordinary, expiryDate="25670414")
    patient = json.load(io.BytesIO(thaiid("read", "--replay", trace, "--format", "fhir").output))
    assert all("period" not in identifier for identifier in patient["identifier"])
