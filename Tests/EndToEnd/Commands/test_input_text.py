"""Text as other programs save it, most of all on Windows: understood, or refused by name, in everything that is read."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from commandline import Tool
from sheets import AT, AUDIT, run, text
from traces import FIXTURES

TRACE = FIXTURES / "ordinary.trace"

Save = Callable[[str], bytes]
UNICODE: dict[str, Save] = {
    "mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "lines of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "mark and lines of Windows": lambda text: codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode(),
    "UTF-16 LE": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-16 LE without mark": lambda text: text.encode("utf-16-le"),
    "UTF-16 BE without mark": lambda text: text.encode("utf-16-be"),
}
"""How editors save what they call Unicode."""
THAI: dict[str, Save] = UNICODE | {"code page 874": lambda text: text.encode("cp874")}
"""How they save Thai."""
DAMAGED = "โรงเรียน".encode()[:-1]
"""Text in no encoding at all."""

unicode = pytest.mark.parametrize("save", UNICODE.values(), ids=UNICODE)
thai = pytest.mark.parametrize("save", THAI.values(), ids=THAI)


def record(tool: Tool, *options: str) -> str:
    return tool("read", "--replay", TRACE, "--json", *options).text


# numbers

@unicode
def test_numbers(without_service: Tool, save: Save) -> None:
    result = without_service("check-id", input=save("1000000000009\n1 0000 00000 00 9\n\n1000000000008\n"))
    assert [line.split("\t")[1] for line in result.text.splitlines()] == ["valid", "valid", "wrong-check-digit"]
    assert result.exit == 20 and result.text.endswith("\tline 4\n") and "line 4." in result.error_text


@pytest.mark.parametrize("number", [
    "1\u00a00000\u00a000000\u00a000\u00a09", "1–0000–00000–00–9", "1\u20110000\u201200000\u201500\u22129", "1\u202f0000\u200700000\u200900\u30009",
    "\ufeff1000000000009"])
def test_gaps_of_word_processors(without_service: Tool, number: str) -> None:
    assert without_service("check-id", number).exit == 0
    assert without_service("check-id", input=f"{number}\n{number}".encode()).exit == 0


def test_numbers_in_code_page_874(without_service: Tool) -> None:
    assert without_service("check-id", input=b"1\xa00000\x9600000\x9700 9\r\n1000000000009\r\n").exit == 0


def test_which_number_is_wrong(without_service: Tool) -> None:
    lines = without_service("check-id", "--json", input=b"1000000000009\n\n12\r\n1000000000008")
    assert [json.loads(line).get("line") for line in lines.text.splitlines()] == [None, 3, 4]
    assert json.loads(lines.errors)["message"] == "2 of the numbers are wrong: lines 3, 4."
    words = without_service("check-id", "--json", "1000000000009", "x")
    assert [json.loads(line).get("argument") for line in words.text.splitlines()] == [None, 2]
    assert json.loads(words.errors)["message"] == "1 of the numbers are wrong: argument 2."
    assert "บรรทัดที่ 3, 4" in without_service("check-id", "--lang", "th", input=b"1000000000009\n\n12\n9\n").error_text


def test_a_line_that_no_number_is_counts_once(without_service: Tool) -> None:
    result = without_service("check-id", "--lang", "en", input=b"1" * 200_000 + b"\n1000000000009\n" + b"2" * 70_000)
    assert [line.split("\t")[-1] for line in result.text.splitlines()] == ["line 1", "Thai, born from 1984, registered on time", "line 3"]


# commands

@unicode
def test_commands(without_service: Tool, save: Save) -> None:
    script = "# ก\n00a40400:a000000054480001=610a\n\nc0/0a=\n"
    result = without_service("apdu", "--sample", "-", input=save(script))
    assert result.exit == 0, result
    assert without_service("apdu", "--sample", "-", input=script.encode()).output == result.output


@pytest.mark.parametrize("line", ["00a40400\u00a0", "00\u201aa4", "\ufeff\ufeff00a4"])
def test_what_is_no_command_is_named(without_service: Tool, line: str) -> None:
    result = without_service("apdu", "--sample", "-", "--lang", "en", input=line.encode())
    assert result.exit == 64 and "Command 1, column" in result.error_text


@unicode
def test_commands_to_virtual_cards(thaiid: Tool, save: Save) -> None:
    with thaiid.running("emulate", "--sample", "--port", "35963", "--lang", "en", stdin=subprocess.PIPE) as process:
        assert process.stderr is not None and process.stdin is not None
        assert process.stderr.readline() == b"ready\n"
        process.stdin.write(save("remove\ninsert\u00a01\nquit\n"))
        process.stdin.flush()
        told = process.stderr.read().decode()
        assert process.wait(20) == 0
    assert "removed 1" in told and "inserted 1" in told, told


# recordings

@thai
@pytest.mark.parametrize("name", ["ordinary", "long-address", "chip-refused"])
def test_recordings(without_service: Tool, tmp_path: Path, save: Save, name: str) -> None:
    content = (FIXTURES / f"{name}.trace").read_text("utf-8")
    ordinary = without_service("trace", "explain", FIXTURES / f"{name}.trace")
    (tmp_path / "saved.trace").write_bytes(save(content + "# บันทึก\n"))
    assert without_service("trace", "explain", tmp_path / "saved.trace").output == ordinary.output
    assert without_service("read", "--replay", tmp_path / "saved.trace", "--json").exit == 0


@unicode
@pytest.mark.parametrize("form", ["cardpeek", "apdu4j"])
def test_recordings_of_other_programs(without_service: Tool, tmp_path: Path, save: Save, form: str) -> None:
    content = without_service("trace", "convert", TRACE, "--to", form).text
    (tmp_path / "other").write_bytes(content.encode())
    (tmp_path / "saved").write_bytes(save(content))
    own = [without_service("trace", "convert", tmp_path / name, "--to", "thaiid").output for name in ("other", "saved")]
    assert own[0] == own[1] != b""


def test_hex_out_of_a_web_page(without_service: Tool) -> None:
    plain = "00 A4 04 00 08 A0 00 00 00 54 48 00 01\n61 0A\n"
    ends = {without_service("trace", "convert", "-", "--to", "thaiid", input=text.encode()).output
            for text in (plain, plain.replace(" ", "\u00a0"), "\ufeff" + plain.replace(" ", "\u202f"))}
    assert len(ends) == 1 and ends != {b""}


# records

@thai
def test_records(without_service: Tool, tmp_path: Path, save: Save) -> None:
    one, two = record(without_service), record(without_service, "--no-photo")
    saved = save(one + "\n" + two)
    plain = without_service("convert", "--to", "csv", input=(one + two).encode())
    assert without_service("convert", "--to", "csv", input=saved) == plain and plain.exit == 0
    (tmp_path / "pretty.json").write_bytes(save(json.dumps(json.loads(one), ensure_ascii=False, indent=1)))
    shown = without_service("convert", "--to", "csv", tmp_path / "pretty.json")
    assert shown.output == without_service("convert", "--to", "csv", input=one.encode()).output
    (tmp_path / "one.json").write_bytes(save(one))
    numbers = {without_service("read", "--card", tmp_path / name, "--json", "--fields", "citizenID").record["card"]["citizenID"]
               for name in ("one.json", "pretty.json")}
    assert numbers == {"1000000000009"}


@thai
def test_records_that_are_drawn(render: Path, without_service: Tool, save: Save) -> None:
    one = record(without_service, "--no-photo")
    options = ["sheet", "--purpose", "x", "--audit", AUDIT, "--at", AT]
    assert run(render, *options, record=save(one)).stdout == run(render, *options, record=one.encode()).stdout != b""
    assert run(render, "xlsx", record=save(one + one)).stdout == run(render, "xlsx", record=(one + one).encode()).stdout != b""


@pytest.mark.parametrize("end", [b"\x81", b"\xff", DAMAGED])
def test_damaged_records_are_refused(without_service: Tool, end: bytes) -> None:
    line = record(without_service, "--no-photo").encode().replace(b'"issuer":"', b'"issuer":"' + end)
    result = without_service("convert", "--to", "csv", input=line)
    assert result.exit == 22 and ":1:" in result.error_text


# settings, and who makes the sheet

@unicode
def test_settings(without_service: Tool, tmp_path: Path, save: Save) -> None:
    folder = tmp_path / "config" / "thaiid"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_bytes(save('# โต๊ะ 2\n[sheet]\npurpose =\u00a0"สมัครสมาชิก"\npaper = "a5"\n'))
    result = without_service(
        "sheet", "--sample", "--no-photo", "-o", "-", "--format", "pdf", environment={"XDG_CONFIG_HOME": str(tmp_path / "config")})
    assert "ใช้เพื่อสมัครสมาชิกเท่านั้น" in text(result.output)


@thai
def test_letterhead(without_service: Tool, tmp_path: Path, save: Save) -> None:
    lines = "โรงเรียนตัวอย่าง\nโทร. 0 0000 0000 – 9\n"
    (tmp_path / "head").write_bytes(save(lines))
    result = without_service(
        "sheet", "--sample", "--purpose", "x", "--issuer-block", tmp_path / "head", "--no-photo", "-o", "-", "--format", "pdf")
    page = text(result.output)
    assert "โรงเรียนตัวอย่าง" in page and "\ufffd" not in page


@pytest.mark.parametrize("content", [DAMAGED, b"\xff\xfe\x00\xd8\x41\x00", b"\xc3\x28\xdb", b"PDF\x00\x01\x81"])
def test_letterhead_that_is_no_text(without_service: Tool, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "head").write_bytes(content)
    result = without_service(
        "sheet", "--sample", "--purpose", "x", "--issuer-block", tmp_path / "head", "--no-photo", "-o", "-", "--format", "pdf",
        "--lang", "en")
    assert (result.exit, result.output) == (64, b"") and "head" in result.error_text


# the command line and the environment

OLD = os.fsdecode("สมัครสมาชิก".encode("cp874"))


def test_words_of_an_old_terminal(without_service: Tool) -> None:
    made = [without_service("sheet", "--sample", "--no-photo", "-o", "-", "--format", "pdf", *options, environment=environment)
            for options, environment in ((["--purpose=" + OLD], {}), ([], {"THAIID_PURPOSE": OLD}))]
    for result in made:
        assert result.exit == 0 and "ใช้เพื่อสมัครสมาชิกเท่านั้น" in text(result.output)


@pytest.mark.parametrize("word", [os.fsdecode(word) for word in (DAMAGED, b"\xff", b"x\x81")])
def test_words_that_are_no_text(without_service: Tool, render: Path, word: str) -> None:
    options = ["sheet", "--sample", "--no-photo", "-o", "-", "--format", "pdf"]
    said = without_service(*options, "--purpose=" + word)
    assert said.exit == 64 and "Argument 8 is text neither" in said.error_text
    set = without_service(*options, environment={"THAIID_PURPOSE": word})
    assert set.exit == 64 and "THAIID_PURPOSE is text neither" in set.error_text
    drawn = run(render, "sheet", "--purpose=" + word, "--audit", AUDIT, "--at", AT, record=record(without_service).encode())
    assert drawn.returncode == 64 and b"Argument 2" in drawn.stderr
