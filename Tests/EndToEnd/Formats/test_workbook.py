"""Workbooks as openpyxl, which this project did not write, reads them."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from commandline import Tool
from drawing import drawn_by
from traces import FIXTURES

UNREADABLE = ("version-0002", "bad-check-digit")
CANARIES = [
    "=1+1", "+1", "-1", "@SUM(1)", " =1+1", "\t=1+1", "'=1", "=HYPERLINK(\"x\")", "0012", "1E5", "1990-04-15", "TRUE", "<b>&amp;",
    "]]>", "_x0041_", "\x1b]0;x\x07", "\u202e", "\ufffe", "a\nb", '"', "#REF!",
]
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
TEXTS = (("nameThai", "first"), ("nameEnglish", "last"), ("address", "houseNumber"))


@pytest.fixture(scope="module")
def records(binary: Path) -> list[dict[str, Any]]:
    """The record of every fixture."""
    names = sorted(path.stem for path in (FIXTURES).glob("*.trace") if path.stem not in UNREADABLE)
    return [json.loads(run(binary, "read", "--replay", FIXTURES / f"{name}.trace", "--json")) for name in names]


def run(binary: Path, *arguments: str | Path, input: bytes = b"", code: int = 0, **environment: str) -> bytes:
    done = subprocess.run(
        [binary, *arguments], input=input, capture_output=True, timeout=120, env=os.environ | environment)
    assert done.returncode == code, done.stderr.decode()
    return done.stderr if code else done.stdout


def lines(records: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def sheet(workbook: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook)).active


def at(record: dict[str, Any], path: str) -> Any:
    """What a record has in a column."""
    if path == "states":
        return " ".join(f"{field}:{state}" for field, state in record["states"].items()) or None
    if path == "warnings":
        return " ".join(f"{warning['code']}:{warning['field']}" for warning in record["warnings"]) or None
    value: Any = record if path.startswith("read.") else record["card"]
    for part in path.split("."):
        value = (value or {}).get(part)
    return value


def safe(text: str) -> str:
    return re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff]", "\ufffd", text)


def unescaped(text: str | None) -> str | None:
    """What Excel makes of `_x005F_` (ECMA-376 part 1, 22.9.2.19), which openpyxl leaves to its callers."""
    return text and re.sub("_x005F(?=_x)", "", text)


def assert_cells(rows: Any, records: list[dict[str, Any]]) -> None:
    heading, *rows = rows
    names = [cell.value for cell in heading]
    assert all(cell.font.bold for cell in heading)
    assert len(rows) == len(records)
    for record, row in zip(records, rows):
        for name, cell in zip(names, row):
            expected = at(record, name)
            if name.endswith(".iso") and expected and re.fullmatch(r"\d{4}-\d\d-\d\d", expected):
                assert cell.data_type == "d" and cell.number_format == "dd/mm/yyyy", name
                assert cell.value.date() == datetime.date.fromisoformat(expected), name
            elif expected is None:
                assert cell.value is None, name
            else:
                assert cell.data_type == "s" and cell.number_format == "@", name
                assert unescaped(cell.value) == safe(expected), name


def test_every_cell_is_the_records(binary: Path, records: list[dict[str, Any]]) -> None:
    table = sheet(run(binary, "convert", "--to", "xlsx", input=lines(records)))
    assert_cells(table.iter_rows(), records)
    assert table.freeze_panes == "A2"
    assert table.auto_filter.ref == table.dimensions
    partial = [at(record, "birthDate.iso") for record in records if at(record, "birthDate.precision") in ("month", "year")]
    assert partial and all(len(iso) < 10 for iso in partial)


def test_nothing_is_ever_a_formula(binary: Path, records: list[dict[str, Any]]) -> None:
    hostile = []
    for canary in CANARIES:
        record = json.loads(json.dumps(records[0]))
        for field, member in TEXTS:
            record["card"][field][member] = canary
        record["card"]["issuer"] = canary
        hostile.append(record)
    workbook = run(binary, "convert", "--to", "xlsx", input=lines(hostile))
    assert_cells(sheet(workbook).iter_rows(), hostile)
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in parts.namelist() if "external" in name or "vba" in name.lower()]
    assert "<f>" not in xml and "<hyperlink" not in xml


def test_whole_numbers_stay_whole(binary: Path, records: list[dict[str, Any]]) -> None:
    """A workbook's numbers have 15 digits; of a longer one it would show zeros."""
    numbers = [10**15 - 1, 10**15, 2**63 - 1]
    changed = [records[0] | {"read": records[0]["read"] | {"exchanges": number}} for number in numbers]
    table = sheet(run(binary, "convert", "--to", "xlsx", "--columns", "read.exchanges", input=lines(changed)))
    assert [row[0].value for row in table.iter_rows(min_row=2)] == [numbers[0], *map(str, numbers[1:])]


def test_digits_are_not_marked_as_a_mistake(binary: Path, records: list[dict[str, Any]]) -> None:
    workbook = run(binary, "convert", "--to", "xlsx", input=lines(records))
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml").decode()
    assert f'<ignoredError sqref="{sheet(workbook).dimensions}" numberStoredAsText="1"/>' in xml


def test_workbook_of_nothing_has_no_time(binary: Path) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(run(binary, "convert", "--to", "xlsx", input=b"")))
    assert workbook.properties.created == datetime.datetime(1980, 1, 1)
    assert workbook.active.max_row == 1


def test_nothing_is_left_in_the_temporary_folder(binary: Path, records: list[dict[str, Any]], tmp_path: Path) -> None:
    """However it ends: the file on the way has no name."""
    run(binary, "convert", "--to", "xlsx", input=lines(records), TMPDIR=str(tmp_path))
    assert list(tmp_path.iterdir()) == []
    with subprocess.Popen(
            [binary.with_name("thaiid-render"), "xlsx"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            env=os.environ | {"TMPDIR": str(tmp_path)}) as process:
        process.stdin.write(lines(records) * 10)  # more than a pipe holds: it has begun
        process.kill()
    assert list(tmp_path.iterdir()) == []


def test_columns_are_those_that_were_asked_for(binary: Path, records: list[dict[str, Any]]) -> None:
    columns = ["citizenID", "birthDate.year", "nameThai.full"]
    table = sheet(run(binary, "convert", "--to", "xlsx", "--columns", ",".join(columns), input=lines(records)))
    assert [cell.value for cell in table[1]] == columns
    for record, (citizen_id, year, name) in zip(records, table.iter_rows(min_row=2)):
        assert citizen_id.value == record["card"]["citizenID"] and citizen_id.data_type == "s"
        assert year.value == record["card"]["birthDate"]["year"] and year.data_type == "n"
        assert name.value == safe(record["card"]["nameThai"]["full"])


def test_photos_stand_in_their_rows(binary: Path, records: list[dict[str, Any]]) -> None:
    workbook = run(binary, "convert", "--to", "xlsx", "--with-photo", input=lines(records))
    table = sheet(workbook)
    column = [cell.value for cell in table[1]].index("photo")
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        drawing = ElementTree.fromstring(parts.read("xl/drawings/drawing1.xml"))
        media = [name for name in parts.namelist() if name.startswith("xl/media/")]
        assert media and all(parts.read(name).startswith(b"\xff\xd8\xff") for name in media)
    corners = [
        {end.tag: (int(end.findtext(f"{DRAWING}row")), int(end.findtext(f"{DRAWING}col")))
         for end in anchor if end.tag in (f"{DRAWING}from", f"{DRAWING}to")}
        for anchor in drawing]
    shown = {corner[f"{DRAWING}from"][0] for corner in corners}
    assert all(corner == {f"{DRAWING}from": place, f"{DRAWING}to": place} for corner in corners
               for place in [(corner[f"{DRAWING}from"][0], column)])
    for number, record in enumerate(records, start=1):
        word = table.cell(number + 1, column + 1).value
        if record["card"]["photo"] is None:
            assert word is None and number not in shown
        else:
            assert (number in shown) != (word in ("refused", "damaged"))


def test_photo_is_read_where_it_is_shown(binary: Path) -> None:
    workbook = run(binary, "read", "--sample", "--format", "xlsx", "--columns", "citizenID", "--with-photo")
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        assert len([name for name in parts.namelist() if name.startswith("xl/media/")]) == 1


def test_hostile_photo_does_not_go_on(binary: Path, records: list[dict[str, Any]]) -> None:
    # The head of a progressive file of 65,500 pixels a side.
    bomb = "/9j/wgARCP/c/9wBAREA/9k="
    record = json.loads(json.dumps(records[0]))
    record["card"]["photo"] = {
        "type": "image/jpeg", "width": 65500, "height": 65500, "bytes": 17, "sha256": "", "base64": bomb}
    workbook = run(binary, "convert", "--to", "xlsx", "--with-photo", "--columns", "citizenID", input=lines([record]))
    assert [cell.value for cell in sheet(workbook)[2]] == [record["card"]["citizenID"], "refused"]
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        assert not [name for name in parts.namelist() if name.startswith("xl/media/")]


def test_same_records_give_the_same_bytes(binary: Path, records: list[dict[str, Any]]) -> None:
    def digest(**environment: str) -> str:
        return hashlib.sha256(run(binary, "convert", "--to", "xlsx", input=lines(records), **environment)).hexdigest()

    assert digest(TZ="Asia/Bangkok") == digest(TZ="America/New_York", LC_ALL="th_TH.UTF-8")


def test_file_is_the_owners_and_whole(binary: Path, records: list[dict[str, Any]], tmp_path: Path) -> None:
    place = tmp_path / "cards.xlsx"
    run(binary, "read", "--sample", "--format", "xlsx", "-o", place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    before = place.read_bytes()
    other = tmp_path / "other.xlsx"
    run(binary, "convert", "--to", "xlsx", "-o", other, input=lines(records))
    assert stat.S_IMODE(other.stat().st_mode) == 0o600
    assert other.read_bytes() == run(binary, "convert", "--to", "xlsx", input=lines(records))
    other.unlink()
    run(binary, "convert", "--to", "xlsx", "-o", place, input=lines(records), code=24)
    run(binary, "convert", "--to", "xlsx", "-o", place, "--force", input=lines(records) + b"{}\n", code=22)
    assert place.read_bytes() == before
    assert list(tmp_path.iterdir()) == [place]


def test_failure_of_the_drawing_program_is_the_tools(binary: Path, records: list[dict[str, Any]], tmp_path: Path) -> None:
    for language, words in (("en", "could not be written"), ("th", "เขียนไฟล์ชั่วคราวไม่ได้")):
        errors = run(
            binary, "convert", "--to", "xlsx", "-o", tmp_path / "cards.xlsx", "--lang", language, input=lines(records),
            code=23, TMPDIR="/nonexistent")
        assert words in errors.decode()
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(binary, alone)
    errors = run(
        alone / binary.name, "read", "--sample", "--format", "xlsx", "-o", tmp_path / "cards.xlsx", "--lang", "en", code=23,
        PATH="/usr/bin:/bin")
    assert "thaiid-render" in errors.decode()
    assert not (tmp_path / "cards.xlsx").exists()


def test_words_of_a_library_are_not_the_tools(lonely: Tool, tmp_path: Path) -> None:
    script = 'cat > /dev/null; printf "[ERROR] noise\\nIt is broken.\\n→ Mend it.\\n" >&2; exit 23\n'
    failed = drawn_by(lonely, tmp_path / "bin", script)("read", "--sample", "--format", "xlsx", "--lang", "en")
    assert failed.exit == 23 and failed.error_text == "It was not drawn: It is broken.\n→ Mend it.\n"


def test_memory_does_not_grow_with_records(binary: Path, records: list[dict[str, Any]]) -> None:
    def peak(count: int) -> int:
        program = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); " \
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)"
        text = lines(records[:1]) * count
        command = [sys.executable, "-c", program, binary.with_name("thaiid-render"), "xlsx", "--columns", "citizenID,nameThai.full"]
        return int(subprocess.run(command, input=text, capture_output=True, check=True, timeout=120).stderr)

    assert peak(5_000) < peak(100) + 4 * 1024


def test_guest_card_is_drawn_and_says_what_is_missing(binary: Path, tmp_path: Path) -> None:
    place = tmp_path / "guest.pdf"
    done = subprocess.run(
        [binary, "read", "--sample", "--format", "hotel-rr3", "-o", place, "--lang", "en"], capture_output=True, check=True, timeout=60)
    assert "Still to be filled in: Room, Day and time of arrival, Nationality" in done.stderr.decode()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    text = re.sub(r"\s", "", subprocess.run(["pdftotext", "-raw", place, "-"], capture_output=True, check=True).stdout.decode())
    for part in ("ร.ร.3", "นายทดสอบตัวอย่าง", "1000000000009", "15เมษายน2533", "99/1ซอยตัวอย่าง5", "ห้องพักเลขที่", "ผู้จัดการ", "ยังไม่ได้เทียบกับแบบพิมพ์"):
        assert part in text, part
    assert "0000-05" not in text and "JT9" not in text
