"""A masked record passes through every form in which records leave, and none of them gives the number away."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from commandline import Tool
from sheets import text

LEFT_OUT = ("fhir", "person43", "nhso-card-only", "moph", "medhis", "medhis-ce", "go-smc")
SHOWN = ("text", "json", "ndjson", "csv", "tsv", "hotel-rr4")
WITHOUT = ("vcard", "photo")


def options(form: str) -> list[str]:
    return ["--hospital-code", "00000"] if form == "person43" else []


def numbers(tool: Tool) -> list[str]:
    card = tool("read", "--sample", "--json").record["card"]
    return [card["citizenID"], card["issuerCode"]]


@pytest.mark.parametrize("form", LEFT_OUT + SHOWN + WITHOUT)
def test_a_masked_record_passes_through(without_service: Tool, form: str) -> None:
    record = without_service("read", "--sample", "--mask", "--json").output
    read = without_service("read", "--sample", "--mask", "--format", form, "--lang", "en", *options(form))
    converted = without_service("convert", "--to", form, "--lang", "en", *options(form), input=record)
    for done in (read, converted):
        assert done.exit == 0 and done.output
        digits = done.output.translate(None, b" -")
        for number in numbers(without_service):
            assert number.encode() not in done.output and number.encode() not in digits
        assert (b"x-xxxx-xxxxx-00-9" in done.output) == (form in SHOWN)
        assert (b"13 digits" in done.errors or b"masks" in done.errors) == (form in LEFT_OUT)


@pytest.mark.parametrize("command", [["convert", "--to", "xlsx"], ["convert", "--to", "hotel-rr3"], ["sheet", "--from", "-", "--purpose", "library"]])
def test_a_masked_record_is_drawn(without_service: Tool, command: list[str]) -> None:
    record = without_service("read", "--sample", "--mask", "--json").output
    drawn = without_service(*command, "-o", "-", input=record)
    assert drawn.exit == 0
    if drawn.output[:2] == b"PK":
        book = zipfile.ZipFile(io.BytesIO(drawn.output))
        said = b"".join(book.read(name) for name in book.namelist()).decode("utf-8", "replace")
    else:
        said = text(drawn.output)
    assert "x-xxxx-xxxxx-00-9" in said
    for number in numbers(without_service):
        assert number not in said and number not in said.replace(" ", "").replace("-", "")


def test_the_text_of_a_masked_record_is_that_of_its_card(without_service: Tool) -> None:
    record = without_service("read", "--sample", "--mask", "--json").output
    assert json.loads(record)["card"]["citizenID"] == "x-xxxx-xxxxx-00-9"
    converted = without_service("convert", "--to", "text", "--lang", "en", input=record).text
    read = without_service("read", "--sample", "--mask", "--lang", "en").text
    assert [line for line in converted.splitlines() if "x-" in line] == [line for line in read.splitlines() if "x-" in line]
