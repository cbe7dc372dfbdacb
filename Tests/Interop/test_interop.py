"""What other people's programs make of the files: LibreOffice, a FHIR library and a vCard library."""

from __future__ import annotations

import base64
import datetime
import io
import json
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import vobject
from fhir.resources.R4B.patient import Patient

ROOT = Path(__file__).parents[2]
THAIID = os.environ.get("THAIID", str(ROOT / ".build/release/thaiid"))
NAMES = sorted(
    path.stem for path in (ROOT / "Fixtures").glob("*.trace") if path.stem not in ("version-0002", "bad-check-digit"))
CANARIES = ["=1+1", "+1", "-1", "@SUM(1)", " =1+1", '"=1+1"', "\t=1+1", "a;=1+1", "a,=1+1", "1E5", "0012", "1990-04-15", "<b>", "é", "_x0041_"]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.fixture(scope="session")
def records() -> list[dict]:
    """The record of every fixture, and the ordinary one with a canary in each of its texts in turn."""
    records = [
        json.loads(run("read", "--replay", str(ROOT / "Fixtures" / f"{name}.trace"), "--json")) for name in NAMES]
    ordinary = records[NAMES.index("ordinary")]
    for canary in CANARIES:
        hostile = json.loads(json.dumps(ordinary))
        for field, member in (("nameThai", "first"), ("nameEnglish", "last"), ("address", "houseNumber")):
            hostile["card"][field][member] = canary
        hostile["card"]["issuer"] = canary
        records.append(hostile)
    return records


def run(*arguments: str, input: str = "") -> str:
    return subprocess.run([THAIID, *arguments], input=input.encode(), check=True, stdout=subprocess.PIPE).stdout.decode()


def converted(records: list[dict], *arguments: str) -> str:
    return run("convert", *arguments, input="".join(json.dumps(record) + "\n" for record in records))


def sheet(table: bytes, folder: Path, options: str) -> tuple[list[list[str]], list[ElementTree.Element]]:
    """The rows that LibreOffice Calc finds in a table, as texts and as cells."""
    source = folder / "table.csv"
    source.write_bytes(table)
    return opened(source, folder, f"--infilter=CSV:{options}")


def opened(source: Path, folder: Path, *options: str) -> tuple[list[list[str]], list[ElementTree.Element]]:
    """The rows that LibreOffice Calc finds in a file, as texts and as cells."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *options,
         "--convert-to", "fods", "--outdir", folder, source],
        check=True, stdout=subprocess.DEVNULL, timeout=120)
    rows, cells = [], []
    for row in ElementTree.parse(folder / "table.fods").getroot().iter(f"{TABLE}table-row"):
        texts: list[str] = []
        for cell in row.iter(f"{TABLE}table-cell"):
            cells.append(cell)
            text = "\n".join("".join(paragraph_text(paragraph)) for paragraph in cell.iter(f"{TEXT}p"))
            texts += [text] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 64)
        rows.append(texts)
    return rows, cells


def paragraph_text(paragraph: ElementTree.Element):
    yield paragraph.text or ""
    for child in paragraph:
        if child.tag == f"{TEXT}s":
            yield " " * int(child.get(f"{TEXT}c", "1"))
        yield from paragraph_text(child) if child.tag != f"{TEXT}s" else ()
        yield child.tail or ""


def at(record: dict, path: str) -> str:
    value = record if path.startswith("read.") else record["card"]
    for part in path.split("."):
        value = (value or {}).get(part)
    return "" if value is None else str(value)


@pytest.mark.parametrize(
    ("format", "encoding", "separator", "charset"),
    [("csv", "utf-8", 44, 76), ("tsv", "utf-8", 9, 76), ("csv", "tis-620", 44, 32)],
    ids=["csv", "tsv", "tis-620"])
def test_every_cell_of_a_spreadsheet_is_the_records(
    records: list[dict], tmp_path: Path, format: str, encoding: str, separator: int, charset: int,
) -> None:
    table = subprocess.run(
        [THAIID, "convert", "--to", format, "--encoding", encoding], check=True, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, input="".join(json.dumps(record) + "\n" for record in records).encode()).stdout
    rows, cells = sheet(table, tmp_path, f"{separator},34,{charset},1,,0,true")
    assert not [cell for cell in cells if cell.get(f"{TABLE}formula")]
    columns = [column for column in rows[0] if column]
    assert len(columns) == 38
    for record, row in zip(records, rows[1:]):
        for column, cell in zip(columns, row):
            if column in ("states", "warnings"):
                continue
            expected = re.sub(r"(^|[,;])(?=[ \"]*[=+\-@])", r"\1'", at(record, column).replace("\t", "\ufffd"))
            if encoding == "tis-620":
                expected = expected.encode("cp874", "replace").decode("cp874")
            assert cell == expected, column


def test_no_cell_is_a_formula_however_the_table_is_opened(records: list[dict], tmp_path: Path) -> None:
    table = converted(records, "--to", "csv").encode()
    for number, options in enumerate(("44,34,76,1,,0,false,true", "59,34,76,1,,0,false,true", "9/44/59,34,76,1,,0,false,true")):
        folder = tmp_path / str(number)
        folder.mkdir()
        _, cells = sheet(table, folder, options)
        formulas = [cell.get(f"{TABLE}formula") for cell in cells if cell.get(f"{TABLE}formula")]
        assert formulas == [], options


def test_every_cell_of_a_workbook_is_the_records(records: list[dict], tmp_path: Path) -> None:
    source = tmp_path / "table.xlsx"
    source.write_bytes(
        subprocess.run(
            [THAIID, "convert", "--to", "xlsx"], check=True, stdout=subprocess.PIPE,
            input="".join(json.dumps(record) + "\n" for record in records).encode()).stdout)
    rows, cells = opened(source, tmp_path)
    assert not [cell for cell in cells if cell.get(f"{TABLE}formula")]
    columns = [column for column in rows[0] if column]
    assert len(columns) == 38
    seen = set()
    for record, row in zip(records, rows[1:]):
        for column, cell in zip(columns, row):
            if column in ("states", "warnings"):
                continue
            expected = at(record, column).replace("\t", "\ufffd")
            if column.endswith(".iso") and re.fullmatch(r"\d{4}-\d\d-\d\d", expected):
                year, month, day = expected.split("-")
                expected = f"{day}/{month}/{year}"
            assert cell == expected, column
    for cell in cells:
        seen.add(cell.get(f"{OFFICE}value-type"))
    assert seen - {None} == {"string", "date"}


def test_patient_is_one(records: list[dict]) -> None:
    lines = converted(records, "--to", "fhir").splitlines()
    assert len(lines) == len(records)
    for record, line in zip(records, lines):
        patient = Patient.model_validate_json(line)
        card = record["card"]
        (identifier,) = patient.identifier
        assert identifier.system == "https://terms.sil-th.org/id/th-cid" and identifier.value == card["citizenID"]
        assert identifier.type.coding[0].code == "cid"
        assert json.loads(line).get("birthDate") == card["birthDate"]["iso"]
        assert [name.extension[0].valueCode for name in patient.name] == ["th", "en"]
        assert patient.name[0].text == card["nameThai"]["full"].replace("\t", "\ufffd")
        assert patient.gender == card["sex"]["value"]
        if card["photo"]:
            assert patient.photo[0].data == base64.b64decode(card["photo"]["base64"])
        if card["birthDate"]["precision"] == "day":
            assert patient.birthDate == datetime.date.fromisoformat(card["birthDate"]["iso"])


def test_contact_is_one(records: list[dict]) -> None:
    text = converted(records, "--to", "vcard")
    contacts = list(vobject.readComponents(text))
    assert len(contacts) == len(records)
    for record, contact in zip(records, contacts):
        card = record["card"]
        assert contact.version.value == "4.0"
        thai = [name for name in contact.contents["fn"] if name.params["LANGUAGE"] == ["th"]]
        assert [name.value for name in thai] == [card["nameThai"]["full"]]
        assert card["citizenID"] not in contact.contents["fn"][0].value
    # The library divides values at commas, as vCard 3 had it: a photo is whole in the unfolded line only.
    lines = [line for line, _ in vobject.base.getLogicalLines(io.StringIO(text, newline="")) if line.startswith("PHOTO:")]
    photos = [record["card"]["photo"]["base64"] for record in records if record["card"]["photo"]]
    assert lines == [f"PHOTO:data:image/jpeg;base64,{photo}" for photo in photos]
