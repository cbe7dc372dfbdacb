"""`--checks`: what the rules find in records off a card and out of files."""

from __future__ import annotations

import json

import pytest
from commandline import Tool
from jsonschema import Draft202012Validator
from traces import FIXTURES, fixture_names

SAMPLE = ["id-office", "area-unknown"]


def codes(record: dict) -> list[str]:
    return [finding["code"] for finding in record["checks"]]


def test_the_sample_is_seen_to_be_made_up(without_service: Tool, schemas: dict[str, Draft202012Validator]) -> None:
    record = without_service("read", "--sample", "--json", "--checks").record
    schemas["record"].validate(record)
    assert codes(record) == SAMPLE and list(record)[-1] == "checks"
    plain = without_service("read", "--sample", "--json").record
    assert "checks" not in plain and plain["card"] == record["card"]


@pytest.mark.parametrize("language", ["en", "th"])
def test_text_lists_them_below(without_service: Tool, language: str) -> None:
    plain = without_service("read", "--sample", "--lang", language).text
    text = without_service("read", "--sample", "--checks", "--lang", language).text
    assert text.startswith(plain + "\n")
    assert len(text.removeprefix(plain + "\n").splitlines()) == len(SAMPLE)
    nothing = without_service("read", "--sample", "--fields", "sex", "--checks", "--lang", language).text
    assert nothing.splitlines()[-1] == {"en": "Checked: nothing was found.", "th": "ตรวจสอบแล้ว ไม่พบสิ่งผิดปกติ"}[language]


def test_what_is_masked_is_not_looked_at(without_service: Tool) -> None:
    record = without_service("read", "--sample", "--json", "--checks", "--mask").record
    assert codes(record) == ["area-unknown"]


@pytest.mark.parametrize("name", fixture_names())
def test_a_file_is_checked_like_its_card(
        without_service: Tool, schemas: dict[str, Draft202012Validator], name: str) -> None:
    read = ["read", "--replay", FIXTURES / f"{name}.trace", "--json", "--chip", "--accept-bad-check-digit"]
    done = without_service(*read, "--checks")
    if done.exit != 0:
        pytest.skip("no record")
    schemas["record"].validate(done.record)
    plain = without_service(*read).output
    once = without_service("convert", "--to", "ndjson", "--checks", input=plain).output
    assert json.loads(once)["checks"] == done.record["checks"]
    assert without_service("convert", "--to", "json", "--checks", input=once).output == once


def test_many_records_are_checked_each(without_service: Tool, schemas: dict[str, Draft202012Validator]) -> None:
    people = without_service("invent", "--count", "200", "--odd", "--no-photo").output
    done = without_service("convert", "--to", "ndjson", "--checks", input=people)
    records = [json.loads(line) for line in done.output.splitlines()]
    assert done.exit == 0 and len(records) == 200
    known = schemas["record"].schema["properties"]["checks"]["items"]["properties"]["code"]["examples"]
    for record in records:
        schemas["record"].validate(record)
        assert set(codes(record)) <= set(known) and "area-unknown" in codes(record)


def test_an_area_that_is_no_more_is_named_with_its_successors(
        without_service: Tool, schemas: dict[str, Draft202012Validator]) -> None:
    record = without_service("read", "--sample", "--json", "--no-photo").record
    record["card"]["address"] |= {
        "subdistrict": "แขวงบางนา", "district": "เขตบางนา", "full": "99/1 ซอยตัวอย่าง 5 ถนนตัวอย่าง แขวงบางนา เขตบางนา กรุงเทพมหานคร"}
    record["card"]["issueDate"] |= {"raw": "25640601", "iso": "2021-06-01", "year": 2021}
    done = without_service("convert", "--to", "json", "--checks", input=json.dumps(record).encode())
    schemas["record"].validate(done.record)
    finding = done.record["checks"][-1]
    assert finding["code"] == "area-abolished"
    assert finding["detail"] == {"area": "104701", "ended": "2022-04-22", "successors": ["104702", "104703"]}


@pytest.mark.parametrize("format", ["csv", "tsv", "photo", "vcard", "fhir", "xlsx", "hotel-rr3", "go-smc"])
def test_other_formats_have_no_place_for_them(without_service: Tool, format: str) -> None:
    for command in (("read", "--sample", "--format"), ("convert", "--to")):
        done = without_service(*command, format, "--checks", "--lang", "th")
        assert done.exit == 64 and "--checks" in done.errors.decode() and done.output == b""
