"""What comes in and goes out in bulk: files of older tools, thaiid's own, and every format."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from register import PURPOSE, Register, invented

LINES = int(os.environ.get("THAIID_IMPORT_LINES", "1000"))
MAP = "citizenID=CID,nameThai.title=TITLE,nameThai.first=FNAME,nameThai.last=LNAME,birthDate=BIRTH,sex=SEX"
HEAD = ["CID", "TITLE", "FNAME", "LNAME", "BIRTH", "SEX"]
SAMPLE = ["1000000000009", "นาย", "ทดสอบ", "ตัวอย่าง", "2533-04-15", "1"]


def citizen_id(number: int) -> str:
    """Of registrar 0000, which nobody is."""
    digits = f"10000{number:07}"
    return digits + str((11 - sum(int(digit) * (13 - place) for place, digit in enumerate(digits)) % 11) % 10)


class Office:
    """A register with a purpose, whose commands need no options."""

    def __init__(self, binary: Path, folder: Path, *, is_open: bool = True) -> None:
        self.folder = folder
        self.register = Register(binary, folder).make(account_is_open=is_open)
        self.places = ["--store", f"sqlite:{self.register.store}", "--key-file", str(self.register.key_file)]
        self.register.add_purpose(PURPOSE, *self.places)

    def ok(self, *arguments: str | Path, **options: Any) -> list[dict[str, Any]]:
        return self.register.ok(*arguments, *self.places, **options)

    def file(self, text: str | bytes, name: str = "old.csv") -> Path:
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def bring(self, *files: Path, map: str | None = MAP) -> dict[str, int]:
        [total] = self.ok("import", *files, "--purpose", PURPOSE, *([] if map is None else ["--map", map]), seconds=3000)
        return {name: total[name] for name in ("records", "new", "changed", "known", "again", "erased")}

    def refused(self, *files: Path, map: str | None = MAP, exit: int = 22) -> list[str]:
        """The lines that are told."""
        error = self.register.fails(
            exit, "import", *files, "--purpose", PURPOSE, *([] if map is None else ["--map", map]), *self.places)
        return error["remedy"].splitlines()[1:]

    def people(self) -> int:
        return self.ok("quality")[0]["people"]

    def shown(self, number: str) -> dict[str, Any]:
        [record] = self.ok("show", "--id", "-", "--purpose", PURPOSE, "--unmask", input=number.encode())
        return record["record"]["card"]


def only(**counts: int) -> dict[str, int]:
    return {"records": sum(counts.values()), "new": 0, "changed": 0, "known": 0, "again": 0, "erased": 0} | counts


def table(*rows: list[str], separator: str = ",", end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows([HEAD, *rows])
    return text.getvalue()


@pytest.fixture
def office(binary: Path, tmp_path: Path) -> Office:
    return Office(binary, tmp_path / "office")


@pytest.mark.parametrize("bytes", [
    table(SAMPLE).encode(),
    table(SAMPLE, end="\n").encode("utf-8-sig"),
    table(SAMPLE).encode("utf-16"),
    table(SAMPLE).encode("tis-620"),
    table(SAMPLE, separator=";").encode("cp874"),
    table(SAMPLE, separator="\t", end="\r").encode(),
    ("\n\n" + table(SAMPLE) + "\n\n").encode().removesuffix(b"\r\n"),
    table([f' {cell} ' for cell in SAMPLE]).encode(),
    ",".join(f'"{cell}"' for cell in HEAD).encode() + b"\n" + ",".join(f'"{cell}"' for cell in SAMPLE).encode(),
], ids=["plain", "mark", "utf-16", "tis-620", "semicolons", "tabs", "blank lines", "spaces", "quotes"])
def test_a_table_in_any_dress_says_the_same(office: Office, bytes: bytes) -> None:
    file = office.file(bytes)
    assert office.bring(file) == only(new=1)
    assert office.bring(file) == only(again=1)
    card = office.shown(SAMPLE[0])
    assert card["nameThai"] | {} == {
        "title": "นาย", "first": "ทดสอบ", "middle": None, "last": "ตัวอย่าง", "full": "นายทดสอบ ตัวอย่าง"}
    assert (card["birthDate"]["iso"], card["sex"]["value"]) == ("1990-04-15", "male")


@pytest.mark.parametrize(("birth", "raw"), [
    ("2533-04-15", "25330415"), ("1990-04-15", "25330415"), ("15/4/2533", "25330415"), ("15.04.1990", "25330415"),
    ("25330415", "25330415"), ("2533", "25330000"), ("2533-04", "25330400"), ("25330400", "25330400"),
])
def test_dates_of_older_tools(office: Office, birth: str, raw: str) -> None:
    office.bring(office.file(table([*SAMPLE[:4], birth, ""])))
    assert office.shown(SAMPLE[0])["birthDate"]["raw"] == raw


def test_quotes_commas_and_formulas_are_text(office: Office) -> None:
    office.bring(office.file(table([SAMPLE[0], "", 'ก"ข,ค', "=1+1", "", ""])))
    name = office.shown(SAMPLE[0])["nameThai"]
    assert (name["first"], name["last"]) == ('ก"ข,ค', "=1+1")


def test_every_line_that_is_wrong_is_told_and_nothing_is_taken(office: Office) -> None:
    good = office.file(table(SAMPLE), "good.csv")
    bad = office.file(
        table(
            SAMPLE,
            ["1000000000008", *SAMPLE[1:]],              # 3: the check digit
            [*SAMPLE[:4], "2533-02-31", "1"],            # 4: no such day
            [*SAMPLE[:5], "both"],                       # 5
            [*SAMPLE[:2], "ทด\nสอบ", *SAMPLE[3:]],        # 6, 7: a line's end in a name
            SAMPLE[:3],                                  # 8: too short
            [*SAMPLE[:3], "ก" * 5_000, *SAMPLE[4:]],      # 9: longer than any card says
            ["", *SAMPLE[1:]],                           # 10
        ) + '1000000000009,"นาย"x,a,b,c,1\r\n"open,\r\nto the end', "bad.csv")
    told = office.refused(good, bad)
    assert [line.partition(", line ")[2].partition(":")[0] for line in told] == ["3", "4", "5", "6", "8", "9", "10", "11", "12"]
    assert all(line.startswith(str(bad)) for line in told)
    assert not any(word in line for line in told for word in (*SAMPLE[2:4], "100000000000", "2533"))
    assert office.people() == 0


@pytest.mark.parametrize("map", ["nameThai.first=FNAME", "citizenID", "citizenID=CID,photo=P", "citizenID=CID,shoe=S"])
def test_a_map_that_means_nothing_is_refused(office: Office, map: str) -> None:
    assert office.refused(office.file(table(SAMPLE)), map=map, exit=64) == []


@pytest.mark.parametrize("text", [table(SAMPLE).replace("BIRTH", "BORN"), "", "\n\n", "\0\1\2", '"'])
def test_a_file_that_is_no_such_table_is_refused(office: Office, text: str) -> None:
    assert office.refused(office.file(text)) == []
    assert office.people() == 0


def test_without_a_time_the_same_row_is_the_same_and_another_is_another(office: Office) -> None:
    later = [*SAMPLE[:3], "เปลี่ยนแล้ว", *SAMPLE[4:]]
    assert office.bring(office.file(table(SAMPLE, SAMPLE))) == only(new=1, again=1)
    assert office.bring(office.file(table(SAMPLE, later), "next.csv")) == only(again=1, changed=1)


@pytest.mark.parametrize("format", ["csv", "tsv", "ndjson"])
def test_day_files_of_a_desk_need_no_map(office: Office, binary: Path, format: str) -> None:
    people = invented(binary, 12)
    given = "".join(json.dumps(record) + "\n" for record in people).encode()
    if format != "ndjson":
        done = subprocess.run([binary, "convert", "-", "--to", format], input=given, capture_output=True, check=True)
        given = done.stdout
    day = office.file(given, f"visits-2026-11-26.{format}")
    total = office.bring(day, map=None)
    assert (total["records"], total["again"], office.bring(day, map=None)) == (12, 0, only(again=12))
    for record in people[:4]:
        card, kept = record["card"], office.shown(record["card"]["citizenID"])
        for field in ("nameThai", "nameEnglish", "birthDate", "sex", "expiryDate", "issuer"):
            assert kept[field] == card[field], field
        assert kept["address"]["full"] == card["address"]["full"]


def test_records_whose_numbers_are_masked_are_told(office: Office, binary: Path) -> None:
    record = invented(binary, 1)[0]
    masked = record | {"card": record["card"] | {"citizenID": "x-xxxx-xxxxx-00-9"}}
    day = office.file("\n".join(json.dumps(one) for one in (record, masked)) + "\nno JSON\n", "day.ndjson")
    assert len(office.refused(day, map=None)) == 2 and office.people() == 0


def test_who_has_been_erased_stays_so_and_the_others_come(office: Office) -> None:
    file = office.file(table(SAMPLE))
    office.bring(file)
    office.ok("erase", "--id", "-", "--reason", "ขอใช้สิทธิ์", "--yes", input=SAMPLE[0].encode())
    office.file(table(SAMPLE, [*SAMPLE[:3], "อื่น", *SAMPLE[4:]], [citizen_id(77), *SAMPLE[1:]]))
    assert office.bring(file) == only(again=1, erased=1, new=1)
    assert office.people() == 1


def test_looking_only_takes_nothing_in(office: Office) -> None:
    [told] = office.ok("import", office.file(table(SAMPLE)), "--map", MAP, "--purpose", PURPOSE, "--dry-run")
    assert told["records"] == 1 and "new" not in told and office.people() == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(office: Office, end: str) -> None:
    rows = [HEAD, [*SAMPLE[:2], f'"ก{end}ข"', *SAMPLE[3:]], [], ["1000000000008", *SAMPLE[1:]]]
    told = office.refused(office.file(end.join(",".join(row) for row in rows)))
    assert [line.partition(", line ")[2].partition(":")[0] for line in told] == ["2", "5"]


def rows(count: int) -> Iterator[list[str]]:
    return ([citizen_id(number), "นาง", f"ชื่อ{number}", "ตัวอย่าง", "1/2/2500", "2"] for number in range(count))


def test_a_long_table_that_is_cut_short_goes_on_where_it_was(office: Office) -> None:
    """Killed in the middle: what is there is whole, and the same file brings the rest."""
    file = office.file(table(*rows(LINES)))
    command = [office.register.program, "import", file, "--map", MAP, "--purpose", PURPOSE, *office.places]
    running = subprocess.Popen(command, env=office.register.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    before = 0
    while before == 0 and running.poll() is None:
        time.sleep(0.1)
        before = office.people()
    running.kill()
    running.wait()
    before = office.people()
    assert before % 100 == 0
    assert office.bring(file) == only(again=before) | {"records": LINES, "new": LINES - before}
    assert office.people() == LINES
    [verified] = office.ok("log", "verify")
    assert verified["whole"] is True


FORMATS = ["ndjson", "csv", "tsv", "fhir", "vcard", "person43", "hotel-rr4", "moph", "xlsx"]


@pytest.mark.parametrize("format", FORMATS)
def test_everybody_goes_out_in_each_format(office: Office, binary: Path, format: str) -> None:
    people = invented(binary, 5)
    office.bring(office.file("".join(json.dumps(record) + "\n" for record in people), "day.ndjson"), map=None)
    file = office.folder / "out"
    command = ["export", "--purpose", PURPOSE, "--format", format, "-o", str(file), *office.places]
    if format == "person43":
        assert office.register.fails(64, *command)["code"] == "usage" and not file.exists()
        command += ["--hospital-code", "00000"]
    result = office.register(*command)
    assert result.exit == 0, result
    written = file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    if format == "xlsx":
        assert written.startswith(b"PK")
    else:
        for record in people:
            # A vCard has no place for the number.
            said = record["card"]["nameThai"]["first"] if format == "vcard" else record["card"]["citizenID"]
            assert said.encode() in written.replace(b"\r\n ", b"").replace(b"-", b"")
    again = office.register(*command)
    assert again.exit == 24 and file.read_bytes() == written


def test_an_office_with_roles_asks_somebody_else_before_an_export(binary: Path, tmp_path: Path) -> None:
    office = Office(binary, tmp_path / "office", is_open=False)
    file = office.folder / "out.csv"
    error = office.register.fails(28, "export", "--purpose", PURPOSE, "--format", "csv", "-o", file, *office.places)
    assert error["code"] == "needs-approval" and not file.exists()


def test_quality_tells_shares_findings_and_whom_to_ask(office: Office) -> None:
    office.bring(office.file(table(SAMPLE, [citizen_id(5), "", "", "", "", ""])))
    [told] = office.ok("quality")
    shares = {field["field"]: field for field in told["fields"]}
    assert (told["people"], shares["nameThai"]["complete"], shares["citizenID"]["complete"]) == (2, 1, 2)
    [work] = office.ok("quality", "--list")
    codes = {code for person in work["work"] for code in person["checks"]}
    assert codes
    code = sorted(codes)[0]
    [one] = office.ok("quality", "--list", "--check", code)
    assert all(person["checks"] == [code] for person in one["work"]) and one["work"]
    office.register.fails(64, "quality", "--check", "nonesuch", *office.places)
    for language in ("th", "en"):
        text = office.register("quality", "--lang", language, *office.places)
        assert text.exit == 0 and "100.0 %" in text.text
