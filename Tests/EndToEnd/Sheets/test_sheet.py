"""`thaiid sheet`: the page that stands in for a photocopy, from card to file, and its line in the log."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import faults
import pytest
from canary import CITIZEN_ID, canary, told_by
from cardimage import CardImage
from commandline import Tool
from drawing import drawing, drawn_by
from scriptedcard import Insert
from traces import Trace

PURPOSE = "--purpose=สมัครสมาชิกห้องสมุด"
AGAIN = ("--audit", "RCB1-QGME-N9", "--at", "2026-11-23T09:41:07+07:00")


@pytest.fixture
def sheet(thaiid: Tool) -> Tool:
    """The tool beside the real drawing program."""
    return drawing(thaiid)


def lines(log: Path) -> list[dict[str, Any]]:
    text = log.read_text()
    assert text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def words(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, text=True).stdout


# From a card to a file.

def test_a_card_becomes_a_page(sheet: Tool, insert: Insert, tmp_path: Path) -> None:
    insert()
    result = sheet("sheet", PURPOSE, "-o", tmp_path / "sheet.pdf")
    assert (result.exit, result.output) == (0, b""), result
    number = re.fullmatch(r"Sheet (\S+)\n", result.error_text)
    assert number
    page = words(tmp_path / "sheet.pdf")
    assert number[1] in page
    record = sheet("read", "--json", "--no-photo").record
    assert re.sub(r"\s", "", record["card"]["nameEnglish"]["full"]) in re.sub(r"\s", "", page)


@pytest.mark.parametrize(("name", "options", "start"), [
    ("a.pdf", [], b"%PDF-"), ("a.png", [], b"\x89PNG"), ("a", ["--format", "png"], b"\x89PNG"),
])
def test_the_name_says_the_format(sheet: Tool, name: str, options: list[str], start: bytes) -> None:
    assert sheet("sheet", "--sample", PURPOSE, "-o", name, *options).exit == 0
    assert (sheet.home / name).read_bytes().startswith(start)


def test_the_same_record_number_and_time_give_the_same_bytes(sheet: Tool, tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    record.write_bytes(sheet("read", "--sample", "--json").output)
    pages = [sheet("sheet", "--from", record, PURPOSE, *AGAIN, "-o", "-", environment=zone).output
             for zone in ({"TZ": "Asia/Bangkok"}, {"TZ": "America/Lima", "LC_ALL": "C"})]
    pages.append(sheet("sheet", "--from", "-", PURPOSE, *AGAIN, "-o", "-", input=record.read_bytes()).output)
    assert len(set(pages)) == 1 and pages[0].startswith(b"%PDF-")
    assert sheet("sheet", "--from", record, PURPOSE, "-o", "-").output != pages[0], "each sheet has a number of its own"


def test_a_recording_becomes_the_page_of_its_card(sheet: Tool, insert: Insert, tmp_path: Path) -> None:
    insert()
    trace = tmp_path / "card.trace"
    assert sheet("trace", "record", trace).exit == 0
    assert sheet("sheet", "--replay", trace, "--preset", "bank", PURPOSE, "-o", "-").output.startswith(b"%PDF-")


def test_no_more_is_read_than_is_shown(thaiid: Tool, insert: Insert, tmp_path: Path) -> None:
    tool = drawn_by(thaiid, tmp_path / "bin", "tail -n 1")
    insert()
    record = json.loads(tool("sheet", PURPOSE, "--sections", "names", "-o", "-").output)
    assert set(record["card"]) == {"citizenID", "nameThai", "nameEnglish"}
    assert record["read"]["exchanges"] < 12
    whole = tool("read", "--json", "--chip", "--health").output
    out_of_a_file = json.loads(tool("sheet", "--from", "-", PURPOSE, "--sections", "names", "-o", "-", input=whole).output)
    assert set(out_of_a_file["card"]) == {"citizenID", "nameThai", "nameEnglish"}
    assert not {"chip", "health"} & set(out_of_a_file)


@pytest.mark.parametrize("preset", ["hotel", "clinic", "school", "bank", "municipality"])
def test_every_preset_and_section_is_known_to_the_drawing_program(sheet: Tool, preset: str) -> None:
    assert sheet("sheet", "--sample", PURPOSE, "--preset", preset, "--lang", "both", "-o", "-").exit == 0


# What is refused.

@pytest.mark.parametrize(("arguments", "exit"), [
    (["-o", "a.pdf"], 24), (["-o", "a.pdf", "--purpose", " "], 24), ([PURPOSE], 64), ([PURPOSE, "-o", "a.doc"], 64),
    ([PURPOSE, "-o", "a.pdf", "--copies", "2"], 64), ([PURPOSE, "-o", "nowhere/a.pdf"], 23),
    ([PURPOSE, "-o", "a.pdf", "--font", "No Such Family"], 64), ([PURPOSE, "-o", "a.pdf", "--issuer-block", "none"], 64),
    (["--purpose", "ก" * 201, "-o", "a.pdf"], 64), (["--purpose", "for 1000000000009", "-o", "a.pdf"], 24),
    ([PURPOSE, "-o", "a.pdf", "--log", "log"], 24), ([PURPOSE, "-o", "a.pdf", "--log", "nowhere/log", "--log-key", "key"], 23),
    ([PURPOSE, "-o", "a.pdf", "--log", "/dev/full", "--log-key", "key"], 23),
    ([PURPOSE, "-o", "a.pdf", "--log", "log", "--log-key", "nowhere/key"], 23),
], ids=str)
def test_what_is_refused_leaves_no_sheet(sheet: Tool, arguments: list[str], exit: int) -> None:
    result = sheet("sheet", "--sample", *arguments)
    assert (result.exit, result.output) == (exit, b""), result
    assert result.errors
    assert not set(os.listdir(sheet.home)) - {"log", "key", ".cache"}
    assert not (sheet.home / "log").exists() or (sheet.home / "log").read_bytes() == b""


def test_another_file_is_not_overwritten_unasked(sheet: Tool) -> None:
    (sheet.home / "a.pdf").write_bytes(b"mine")
    assert sheet("sheet", "--sample", PURPOSE, "-o", "a.pdf").exit == 24
    assert (sheet.home / "a.pdf").read_bytes() == b"mine"
    assert sheet("sheet", "--sample", PURPOSE, "-o", "a.pdf", "--force", umask=0).exit == 0
    assert stat.S_IMODE((sheet.home / "a.pdf").stat().st_mode) == 0o600


def test_a_sheet_is_of_one_card(sheet: Tool) -> None:
    record = sheet("read", "--sample", "--json", "--no-photo").output
    assert sheet("sheet", "--from", "-", PURPOSE, "-o", "-", input=record * 2).exit == 24
    for nothing in (b"", b"{}", b"no JSON", record[:-20]):
        assert sheet("sheet", "--from", "-", PURPOSE, "-o", "-", input=nothing).exit == 22


def test_a_read_that_fails_is_no_sheet(sheet: Tool, insert: Insert, tmp_path: Path) -> None:
    assert sheet("sheet", PURPOSE, "-o", "a.pdf", "--log", "log", "--log-key", "key").exit == 14
    insert(faults.remove_before(20))
    assert sheet("sheet", PURPOSE, "-o", "a.pdf", "--log", "log", "--log-key", "key").exit == 15
    assert not (sheet.home / "a.pdf").exists() and (sheet.home / "log").read_bytes() == b""


# The drawing program.

def test_without_the_drawing_program_nothing_is_read(lonely: Tool, insert: Insert) -> None:
    card = insert()
    result = lonely("sheet", PURPOSE, "-o", "a.pdf")
    assert result.exit == 23 and "thaiid-render" in result.error_text
    assert card.commands == []


def test_nothing_of_the_holder_is_on_a_command_line_or_in_the_environment(
    thaiid: Tool, insert: Insert, tmp_path: Path,
) -> None:
    secret = canary(CardImage(Trace.load("health")))
    insert(image=secret)
    tool = drawn_by(thaiid, tmp_path / "bin", "tr '\\0' '\\n' < /proc/$$/cmdline; tr '\\0' '\\n' < /proc/$$/environ; ls /proc/$$/fd")
    seen = tool("sheet", PURPOSE, "-o", "-", environment={"SECRET": "of mine"})
    assert seen.exit == 0 and b"\n@-\n" in seen.output
    assert told_by(seen.output, secret) == [] and b"of mine" not in seen.output


def test_nothing_that_was_asked_for_is_on_a_command_line(lonely: Tool, tmp_path: Path) -> None:
    """Whoever is on the machine reads it, and a purpose tells why somebody was here."""
    (lonely.home / "block").write_text("Desk of secrets\n")
    options = [
        "--purpose=cancer screening", "--operator=Somchai", "--issuer-block=block", "--audit=RCB1-QGME-N9", "--font=Loma",
        "--sections=id,names", "--at=2026-11-23T09:41:07+07:00"]
    tool = drawn_by(lonely, tmp_path / "bin", "tr '\\0' ' ' < /proc/$$/cmdline; echo; tr '\\0' ' ' < /proc/$$/environ; echo; head -n 1")
    seen = tool("sheet", "--sample", *options, "-o", "-").text.splitlines()
    arguments = json.loads(seen[-1])
    assert arguments[0] == "sheet" and {options[0], options[2], options[3], options[4], options[5], options[6]} <= set(arguments)
    assert "Somchai" not in seen[-1]
    for word in ("cancer", "Somchai", "block", "RCB1", "Loma", "names", "2026"):
        assert all(word not in line for line in seen[:-1])
    for format in ("xlsx", "hotel-rr3"):
        seen = tool("read", "--sample", "--format", format, "-o", "-").text.splitlines()
        assert seen[0].endswith("thaiid-render @- ") and json.loads(seen[-1])[0] in ("xlsx", "rr3")


@pytest.mark.parametrize(("script", "exit"), [
    ("echo 'no such font' >&2; exit 64", 64), ("echo refused >&2; exit 24", 24), ("kill -9 $$", 23), ("exit 22", 23), ("exec >&-; exit 0", 0),
    ("exit 1", 23), ("echo odd >&2; exit 77", 23), ("echo odd >&2; exit 139", 23), ("echo odd >&2; exit 14", 23), ("kill -15 $$", 23),
    ("echo x; exit 255", 23), ("cat > /dev/null; echo broken >&2; exit 1", 1),
])
def test_the_drawing_programs_end_is_the_tools(lonely: Tool, tmp_path: Path, script: str, exit: int) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", script)
    result = tool("sheet", "--sample", PURPOSE, "-o", "a.pdf", "--log", "log", "--log-key", "key")
    assert result.exit == exit
    assert (tool.home / "log").read_bytes() == b"" or exit == 0


def test_what_it_says_cannot_steer_a_terminal(lonely: Tool, tmp_path: Path) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", r"printf '\033]0;x\007 \342\200\256words' >&2; exit 64")
    result = tool("sheet", "--sample", PURPOSE, "-o", "-")
    assert result.exit == 64 and "words" in result.error_text
    assert "\x1b" not in result.error_text and "\u202e" not in result.error_text


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_with_the_tool(lonely: Tool, tmp_path: Path, end: signal.Signals) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", f"echo $$ > {tmp_path}/pid.part; mv {tmp_path}/pid.part {tmp_path}/pid; exec sleep 1000")
    with tool.running("sheet", "--sample", PURPOSE, "-o", "a.pdf") as process:
        wait_for((tmp_path / "pid").exists)
        process.send_signal(end)
        assert tool.finish(process).exit == 128 + end
    child = Path("/proc") / (tmp_path / "pid").read_text().strip()
    wait_for(lambda: not child.exists() or "Z" in (child / "stat").read_text().split()[2])
    assert not (tool.home / "a.pdf").exists()


def wait_for(condition: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


# The log.

def test_a_sheet_has_its_line_in_the_log(sheet: Tool, insert: Insert) -> None:
    secret = canary(CardImage(Trace.load("health")))
    insert(image=secret)
    (sheet.home / "key").write_bytes(b"k" * 32)
    (sheet.home / "key").chmod(0o600)
    result = sheet(
        "sheet", PURPOSE, "-o", "a.png", "--preset", "school", "--operator", "desk 2", "--log", "log", "--log-key", "key", *AGAIN)
    assert result.exit == 0, result
    [line] = lines(sheet.home / "log")
    assert line.pop("at") > "2026"
    assert line == {
        "schema": "thaiid.sheet-log/1", "event": "issued", "audit": "RCB1-QGME-N9", "sheetAt": "2026-11-23T09:41:07+07:00",
        "purpose": "สมัครสมาชิกห้องสมุด", "sections": ["id", "names", "birth", "address"], "masked": False, "printer": None,
        "copies": None, "file": "png", "operator": "desk 2",
        "holder": hmac.new(b"k" * 32, CITIZEN_ID.encode(), hashlib.sha256).hexdigest(),
    }
    assert told_by((sheet.home / "log").read_bytes() + result.errors, secret) == []
    assert stat.S_IMODE((sheet.home / "log").stat().st_mode) == 0o600


def test_log_and_key_are_for_their_owner_alone(sheet: Tool) -> None:
    assert sheet("sheet", "--sample", PURPOSE, "-o", "a.pdf", "--log", "log", "--log-key", "key", umask=0).exit == 0
    assert {stat.S_IMODE((sheet.home / name).stat().st_mode) for name in ("a.pdf", "log", "key")} == {0o600}
    (sheet.home / "key").chmod(0o644)
    assert sheet("sheet", "--sample", PURPOSE, "-o", "b.pdf", "--log", "log", "--log-key", "key").exit == 24


def test_a_sheet_that_is_not_written_is_taken_back_in_the_log(sheet: Tool) -> None:
    result = sheet("sheet", "--sample", PURPOSE, "-o", "-", "--log", "log", "--log-key", "key", stdout=open("/dev/full", "wb"))
    assert result.exit == 23
    issued, failed = lines(sheet.home / "log")
    assert (issued["event"], failed["event"], failed["code"]) == ("issued", "failed", "write")
    assert issued["audit"] == failed["audit"]


def test_a_pipe_that_nobody_reads_is_no_log(sheet: Tool) -> None:
    os.mkfifo(sheet.home / "log")
    assert sheet("sheet", "--sample", PURPOSE, "-o", "a.pdf", "--log", "log", "--log-key", "key").exit == 23
    assert not (sheet.home / "a.pdf").exists()


def test_a_masked_record_has_no_holder(sheet: Tool) -> None:
    masked = sheet("read", "--sample", "--json", "--mask", "--no-photo").output
    assert sheet("sheet", "--from", "-", PURPOSE, "-o", "a.pdf", "--log", "log", "--log-key", "key", input=masked).exit == 0
    assert lines(sheet.home / "log")[0]["holder"] is None


def test_twenty_desks_write_whole_lines(lonely: Tool, tmp_path: Path) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", "cat")
    purpose = "--purpose=" + "ก" * 2000
    desks = [
        tool.pcsc.popen(
            [tool.path, "sheet", "--sample", purpose, "-o", "-", "--log", "log", "--log-key", "key"],
            folder=tool.home, environment=tool.environment, stdout=subprocess.DEVNULL)
        for _ in range(20)
    ]
    ends = [(desk.communicate(timeout=60), desk.returncode)[1] for desk in desks]
    assert ends == [0] * 20
    made = lines(tool.home / "log")
    assert len({line["audit"] for line in made}) == 20
    assert len({line["holder"] for line in made}) == 1, "all found the same key, though each may have made it"


@pytest.mark.parametrize("name", [
    "1000000000009", "ref 1 0000 00000 00 9", "โต๊ะ ๑-๐๐๐๐-๐๐๐๐๐-๐๐-๙", "１００００００００００09", "1000000000009/desk 2", "x1000000000009x",
])
def test_no_operator_or_printer_puts_the_citizen_id_into_the_log(sheet: Tool, name: str) -> None:
    register = ["--log", "log", "--log-key", "key"]
    record = sheet("read", "--sample", "--json", "--no-photo").output
    for source in (["--sample"], ["--from", "-"]):
        result = sheet("sheet", *source, PURPOSE, "-o", "a.pdf", "--operator", name, *register, input=record)
        assert result.exit == 24 and "citizen ID" in result.error_text, result
    assert sheet("sheet", "--sample", PURPOSE, "-o", "a.pdf", *register, environment={"THAIID_OPERATOR": name}).exit == 24
    assert sheet("sheet", "--sample", PURPOSE, "--print", name, *register).exit in (23, 24)
    assert (sheet.home / "log").read_bytes() == b"" and not (sheet.home / "a.pdf").exists()
    assert sheet("sheet", "--sample", PURPOSE, "-o", "a.pdf", "--operator", "desk 1000000000010", *register).exit == 0
