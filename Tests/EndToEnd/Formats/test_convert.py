"""Records in bulk: every cell and every line as the record has it, whole files or none, and no more memory for more records."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
from commandline import Tool
from tables import rows
from traces import FIXTURES

NAMES = sorted(path.stem for path in FIXTURES.glob("*.trace") if path.stem not in ("version-0002", "bad-check-digit"))


@pytest.fixture(scope="module")
def lines(binary: Path) -> list[bytes]:
    """The record of every fixture, as the tool prints it."""
    return [
        subprocess.run(
            [binary, "read", "--replay", FIXTURES / f"{name}.trace", "--json", "--chip", "--health"],
            check=True, capture_output=True).stdout
        for name in NAMES
    ]


def at(record: dict, path: str) -> str:
    """The text that stands in a record at the path of a column."""
    parts = path.split(".")
    if parts[0] not in ("read", "chip", "health"):
        parts = ["card", *parts]
    value = record
    for part in parts:
        value = (value or {}).get(part)
    return "" if value is None else str(value)


@pytest.mark.parametrize(("format", "dialect"), [("csv", {}), ("tsv", {"delimiter": "\t"})])
def test_every_cell_is_the_records(without_service: Tool, lines: list[bytes], format: str, dialect: dict) -> None:
    done = without_service("convert", "--to", format, input=b"".join(lines))
    assert done.exit == 0 and done.errors == b""
    table = rows(done.output, **dialect)
    assert len(table) == len(lines)
    for line, row in zip(lines, table):
        record = json.loads(line)
        assert len(row) == 38
        for column, cell in row.items():
            if column == "states":
                assert dict(pair.split(":") for pair in cell.split()) == record["states"]
            elif column == "warnings":
                assert cell.split() == [f"{warning['code']}:{warning['field']}" for warning in record["warnings"]]
            else:
                assert cell == at(record, column), column


def test_chosen_columns_are_all_there_is(without_service: Tool, lines: list[bytes]) -> None:
    columns = ["chip.laserNumber", "citizenID", "health.mainHospital", "photo.bytes", "read.reader"]
    table = rows(without_service("convert", "--to", "csv", "--columns", ",".join(columns), input=b"".join(lines)).output)
    assert list(table[0]) == columns
    assert [[row[column] for column in columns] for row in table] == [
        [at(json.loads(line), column) for column in columns] for line in lines]


def test_lines_come_out_as_they_went_in(without_service: Tool, lines: list[bytes]) -> None:
    assert without_service("convert", "--to", "ndjson", input=b"".join(lines)).output == b"".join(lines)


def test_old_encoding_is_pythons(without_service: Tool, lines: list[bytes]) -> None:
    utf8 = without_service("convert", "--to", "csv", input=b"".join(lines)).output.decode("utf-8-sig")
    done = without_service("convert", "--to", "csv", "--encoding", "tis-620", "--lang", "en", input=b"".join(lines))
    assert done.output.decode("cp874") == utf8.replace("\ufffd", "?")
    assert done.exit == 0 and done.error_text == "Characters that the encoding lacks were written as ‘?’. (× 2)\n"


def test_photo_is_the_cards(without_service: Tool, lines: list[bytes]) -> None:
    line = lines[NAMES.index("ordinary")]
    photo = json.loads(line)["card"]["photo"]
    output = without_service("convert", "--to", "photo", input=line).output
    assert output == base64.b64decode(photo["base64"]) and hashlib.sha256(output).hexdigest() == photo["sha256"]
    assert without_service("read", "--replay", FIXTURES / "ordinary.trace", "--format", "photo").output == output
    alone = without_service("convert", "--to", "photo", input=lines[NAMES.index("no-photo")])
    assert alone.exit == 22 and alone.output == b"" and b"-:1:" in alone.errors


def test_folder_pretty_file_and_events_are_records_too(without_service: Tool, lines: list[bytes], tmp_path: Path) -> None:
    columns = ["--to", "csv", "--columns", "citizenID"]
    ids = [json.loads(line)["card"]["citizenID"] for line in lines]
    folder = tmp_path / "records"
    folder.mkdir()
    for number, line in enumerate(lines[:3]):
        (folder / f"{number}.json").write_text(json.dumps(json.loads(line), indent=2))
    (folder / "other.txt").write_text("no record")
    (folder / ".half.json").write_text("no record yet")
    events = tmp_path / "events.ndjson"
    event = {"schema": "thaiid.event/1", "event": "card.inserted", "at": "", "reader": ""}
    with events.open("w") as file:
        for line in lines[3:5]:
            print(json.dumps(event), json.dumps(event | {"event": "card.read", "record": json.loads(line)}), sep="\n", file=file)
    done = without_service("convert", folder, events, "-", *columns, input=b"\xef\xbb\xbf\r\n" + lines[5].replace(b"\n", b"\r\n"))
    assert done.exit == 0, done
    assert [row["citizenID"] for row in rows(done.output)] == ids[:6]


@pytest.mark.parametrize(
    "bad", [b"{", b"[1]", b"null", b"\xff", b'{"schema":"thaiid.record/1"}', b'"SECRET"', b"x" * 300_000, b"[" * 1000],
    ids=["broken", "list", "null", "no text", "no parts", "string", "long", "deep"])
def test_malformed_line_ends_it_by_its_number(without_service: Tool, lines: list[bytes], tmp_path: Path, bad: bytes) -> None:
    file, output = tmp_path / "in.ndjson", tmp_path / "out.csv"
    file.write_bytes(lines[0] + bad + b"\n" + lines[1])
    done = without_service("convert", file, "--to", "csv", "-o", output, "--lang", "en")
    assert done.exit == 22 and f"{file}:2: no usable record".encode() in done.errors
    assert b"SECRET" not in done.errors and not output.exists()
    streamed = without_service("convert", file, "--to", "csv")
    assert streamed.exit == 22 and len(rows(streamed.output)) == 1
    skipped = without_service("convert", file, "--to", "csv", "-o", output, "--skip-bad", "--lang", "en")
    assert skipped.exit == 22 and b": 1.\n" in skipped.errors and f"{file}:2:".encode() in skipped.errors
    assert len(rows(output.read_bytes())) == 2
    assert os.listdir(tmp_path / "home") == [] and not [name for name in os.listdir(tmp_path) if name.endswith(".tmp")]


def test_lines_that_are_left_out_are_told_up_to_a_point(without_service: Tool, lines: list[bytes]) -> None:
    done = without_service("convert", "--to", "csv", "--skip-bad", "--lang", "en", input=lines[0] + b"{}\n" * 1_000)
    assert done.exit == 22 and len(rows(done.output)) == 1
    assert done.errors.count(b"no usable record (") == 20 and b": 1000.\n" in done.errors


def test_malformed_first_line_does_not_hide_the_rest(without_service: Tool, lines: list[bytes]) -> None:
    done = without_service("convert", "--to", "csv", "--skip-bad", input=b"{\n" + b"".join(lines))
    assert done.exit == 22 and len(rows(done.output)) == len(lines)


def test_file_of_its_own_for_each_record(without_service: Tool, lines: list[bytes], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = without_service("convert", "--to", "json", "-o", f"{folder}/", input=b"".join(lines[:3]))
    assert done.exit == 0 and done.errors == b""
    assert sorted(os.listdir(folder)) == ["record-000001.json", "record-000002.json", "record-000003.json"]
    assert (folder / "record-000002.json").read_bytes() == lines[1]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_file_of_one_record_is_as_whole_as_that_of_many(without_service: Tool, lines: list[bytes], tmp_path: Path) -> None:
    arguments = ["convert", "--to", "person43", "--hospital-code", "00000", "--lang", "en"]
    many = without_service(*arguments, input=lines[0] + lines[1])
    done = without_service(*arguments, "-o", f"{tmp_path}/out/", input=lines[0] + lines[1])
    assert done.exit == 0 and done.errors == many.errors and b"Left empty" in done.errors
    head, *people = many.output.splitlines(keepends=True)
    for number, person in enumerate(people, start=1):
        assert (tmp_path / f"out/record-{number:06}.txt").read_bytes() == head + person


def test_blank_line_stands_between_texts(without_service: Tool, lines: list[bytes]) -> None:
    one, two = (without_service("convert", "--to", "text", input=line).output for line in lines[:2])
    assert without_service("convert", "--to", "text", input=lines[0] + lines[1]).output == one + b"\n" + two


def test_nothing_but_a_bad_line_is_left_out(without_service: Tool, lines: list[bytes], tmp_path: Path) -> None:
    arguments = ["convert", "--to", "json", "-o", tmp_path, "--name", "same", "--skip-bad"]
    assert without_service(*arguments, input=lines[0] + lines[1]).exit == 24


def test_names_that_are_taken_are_refused_and_not_told(without_service: Tool, lines: list[bytes], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    arguments = ["convert", "--to", "json", "-o", folder, "--name", "{citizenID}", "--lang", "en"]
    assert without_service(*arguments, input=lines[0]).exit == 0
    again = without_service(*arguments, input=lines[0])
    assert again.exit == 24 and b"{citizenID}.json (1) exists already" in again.errors
    citizen_id = json.loads(lines[0])["card"]["citizenID"]
    assert citizen_id.encode() not in again.errors
    assert without_service(*arguments, "--force", input=lines[1]).exit == 0
    twice = without_service(*arguments, "--force", input=lines[0] + lines[0])
    assert twice.exit == 24, "two records of one run never take one another's place"


def test_name_that_cannot_be_written_is_not_told(without_service: Tool, lines: list[bytes], tmp_path: Path) -> None:
    citizen_id = json.loads(lines[0])["card"]["citizenID"]
    (tmp_path / f"{citizen_id}.json").mkdir()
    done = without_service(
        "convert", "--to", "json", "-o", tmp_path, "--name", "{citizenID}", "--force", "--lang", "en", input=lines[0])
    assert done.exit == 23 and b"{citizenID}.json (1)" in done.errors and citizen_id.encode() not in done.errors


def test_link_is_no_way_out_of_the_folder(without_service: Tool, lines: list[bytes], tmp_path: Path) -> None:
    folder, victim = tmp_path / "out", tmp_path / "victim"
    folder.mkdir()
    victim.write_text("old")
    (folder / "record-000001.json").symlink_to(victim)
    assert without_service("convert", "--to", "json", "-o", folder, input=lines[0]).exit == 24
    assert without_service("convert", "--to", "json", "-o", folder, "--force", input=lines[0]).exit == 24
    assert victim.read_text() == "old" and (folder / "record-000001.json").is_symlink()


@pytest.mark.parametrize("template", ["../x", "/x", "{name}", "a b", "", "..", "ก"])
def test_template_that_is_no_name_is_a_wrong_option(without_service: Tool, tmp_path: Path, template: str) -> None:
    assert without_service("convert", "--to", "json", "-o", tmp_path, "--name", template, input=b"").exit == 64


def test_one_record_formats_take_one_record(without_service: Tool, lines: list[bytes], tmp_path: Path) -> None:
    assert without_service("convert", "--to", "json", input=lines[0]).output == lines[0]
    two = without_service("convert", "--to", "json", input=lines[0] + lines[1])
    assert two.exit == 24 and two.output == b"" and b"-o" in two.errors


def test_long_record_is_not_out_before_it_is_sure_that_it_is_the_only_one(without_service: Tool, lines: list[bytes]) -> None:
    record = json.loads(lines[0])
    record["card"]["remark"] = "x" * 100_000  # a member that this version does not know
    line = json.dumps(record).encode() + b"\n"
    assert len(without_service("convert", "--to", "json", input=line).output) > 1 << 16
    two = without_service("convert", "--to", "json", input=line + lines[1])
    assert two.exit == 24 and two.output == b""


@pytest.mark.parametrize("format", ["json", "photo", "hotel-rr3"])
@pytest.mark.parametrize(("language", "words"), [("en", "There is no record"), ("th", "ไม่มีระเบียน")])
def test_no_record_makes_no_file_of_one(without_service: Tool, tmp_path: Path, format: str, language: str, words: str) -> None:
    """As when what came before in a pipe has failed."""
    file = tmp_path / "file"
    nothing = without_service("convert", "--to", format, "-o", file, "--lang", language, input=b"\n")
    assert nothing.exit == 22 and words in nothing.error_text and not file.exists()


def test_pipe_is_served_while_it_is_open(without_service: Tool, lines: list[bytes]) -> None:
    """What has come is out before more is waited for, as a watch needs it."""
    with without_service.running("convert", "--to", "ndjson", stdin=subprocess.PIPE) as process:
        for line in lines[:2]:
            process.stdin.write(line)
            process.stdin.flush()
            assert process.stdout.readline() == line
        process.stdin.close()
        assert process.wait(timeout=20) == 0
        process.stdin = None


def test_memory_does_not_grow_with_the_records(binary: Path, lines: list[bytes]) -> None:
    def peak(count: int) -> int:
        """Most kibibytes that the tool has held once so many records went through it."""
        with subprocess.Popen(
                [binary, "convert", "--to", "csv"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
            for _ in range(count):
                process.stdin.write(lines[0])
            process.stdin.flush()
            status = Path(f"/proc/{process.pid}/status").read_text()
            process.stdin.close()
        assert process.returncode == 0
        return int(status.split("VmHWM:")[1].split()[0])

    few, many = peak(100), peak(3_000)
    assert many < 64 * 1024 and many - few < 4 * 1024, (few, many)
