"""What the drawing program refuses, and what it keeps to itself."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from pathlib import Path

import pytest
from sheets import AT, AUDIT, PURPOSE, read, run, sheet, text

# What it refuses


@pytest.mark.parametrize(("change", "exit"), [
    (["--purpose", ""], 24), (["--purpose", " \t "], 24), (["--purpose", "ก" * 201], 64),
    (["--purpose", "1000000000009"], 24), (["--purpose", "๑-๐๐๐๐-๐๐๐๐๐-๐๐-๙"], 24), (["--audit", "1000000000009"], 24), (["--audit", "a b"], 64),
    (["--at", "yesterday"], 64), (["--paper", "a3"], 64), (["--sections", "religion"], 64),
    (["--font", "No Such Family"], 64), (["--issuer-block", "/nonexistent"], 64),
])
def test_wrong_options_have_their_exit_codes(binary: Path, render: Path, change: list[str], exit: int) -> None:
    options = {"--purpose": PURPOSE, "--audit": AUDIT, "--at": AT} | {change[0]: change[1]}
    words = [word for pair in options.items() for word in pair]
    done = run(render, "sheet", *words, record=read(binary, "ordinary"))
    assert (done.returncode, done.stdout) == (exit, b"")
    assert done.stderr


def test_no_purpose_at_all_is_refused(binary: Path, render: Path) -> None:
    done = run(render, "sheet", "--audit", AUDIT, "--at", AT, "--lang", "th", record=read(binary, "ordinary"))
    assert done.returncode == 24
    assert "วัตถุประสงค์" in done.stderr.decode()


@pytest.mark.parametrize("block", ["", "\n \n", "1\n2\n3\n4\n5\n", "ก" * 81, "ก\n" * 2_000], ids=["nothing", "blank", "lines", "width", "size"])
def test_an_issuer_is_a_few_short_lines(binary: Path, render: Path, tmp_path: Path, block: str) -> None:
    (tmp_path / "issuer.txt").write_text(block)
    options = ["--purpose", PURPOSE, "--audit", AUDIT, "--at", AT, "--issuer-block", str(tmp_path / "issuer.txt")]
    done = run(render, "sheet", *options, record=read(binary, "ordinary"))
    assert (done.returncode, done.stdout) == (64, b"")
    assert b"issuer" in done.stderr


@pytest.mark.parametrize(("options", "environment", "thai"), [
    ([], {"LC_ALL": "C.UTF-8"}, False), ([], {"LC_ALL": "", "LANG": "th_TH.UTF-8"}, True), ([], {"LC_ALL": "th_TH.UTF-8"}, True),
    (["--lang", "en"], {"LC_ALL": "th_TH.UTF-8"}, False), (["--lang=both"], {"LC_ALL": "C"}, True),
    ([], {"LC_ALL": "en_US.UTF-8", "LANG": "th_TH.UTF-8"}, False),
])
def test_refusals_are_in_the_users_language(
    binary: Path, render: Path, options: list[str], environment: dict[str, str], thai: bool,
) -> None:
    done = run(render, "sheet", "--audit", AUDIT, "--at", AT, *options, record=read(binary, "ordinary"), **environment)
    assert done.returncode == 24
    assert ("วัตถุประสงค์" in done.stderr.decode(), "purpose." in done.stderr.decode()) == (thai, not thai)


@pytest.mark.parametrize("record", [
    b"", b"{}", b"[]", b"nonsense", b'{"schema":"thaiid.record/2"}', b"\xff\xfe", b"[" * 100_000, b"{" * 300_000,
], ids=["nothing", "empty", "list", "text", "version", "bytes", "depth", "size"])
def test_what_is_no_record_is_22(render: Path, record: bytes) -> None:
    for command in [["sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT], ["portrait"]]:
        done = run(render, *command, record=record)
        assert (done.returncode, done.stdout) == (22, b"")


def test_a_full_disk_is_23(binary: Path, render: Path) -> None:
    command = [render, "sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, input=read(binary, "ordinary"), stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 23


PROGRESSIVE = b"\xff\xd8\xff\xc2\x00\x11\x08\x00\xb2\x00\x94\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xff\xd9"
ABSURD = b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xff\xd9"


@pytest.mark.parametrize(("jpeg", "words", "told"), [
    (PROGRESSIVE, "ไม่แสดงรูปถ่าย", b"The photo is a progressive JPEG file, which is not decoded.\n"),
    (ABSURD, "ไม่แสดงรูปถ่าย", b"The photo is a JPEG file unlike those that cards hold; it is not decoded.\n"),
    (b"\xff\xd8\xff\xd9", "เสียหาย", b"The photo is damaged.\n"), (b"GIF89a", "อ่านรูปถ่ายจากบัตรไม่ได้", b""),
])
def test_a_hostile_photo_is_a_frame_that_says_why(binary: Path, render: Path, jpeg: bytes, words: str, told: bytes) -> None:
    record = json.loads(read(binary, "ordinary"))
    record["card"]["photo"]["base64"] = base64.b64encode(jpeg).decode()
    done = run(render, "sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT, record=json.dumps(record).encode())
    assert (done.returncode, done.stderr) == (0, told)
    assert words in text(done.stdout)


def test_hostile_text_is_text(binary: Path, render: Path) -> None:
    record = json.loads(read(binary, "ordinary"))
    record["card"]["issuer"] = "<b>&amp;</b>\x1b[2J\u202eab\u2066(\\)%PDF"
    page = text(sheet(render, json.dumps(record).encode()))
    assert "<b>&amp;</b>\ufffd[2J\ufffdab\ufffd(\\)%PDF" in page


# What it keeps to itself


def test_it_leaves_no_core_dump(render: Path) -> None:
    with subprocess.Popen([render, "portrait"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin and process.stderr
        process.stdin.write(b"[" * (1 << 17))  # more than a pipe holds: the program reads, so it has started
        process.stdin.flush()
        limits = Path(f"/proc/{process.pid}/limits").read_text()
        process.stdin.close()
        assert re.search(r"Max core file size +0 +0 ", limits)
        process.wait(20)
