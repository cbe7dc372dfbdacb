"""Some three hundred photos that no card should hold: none crashes the drawing program, takes much of it, or is half shown."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest
from cost import Run, measured, most_seconds
from hostilejpegs import families, shown
from sheets import AT, AUDIT, PURPOSE, read, text
from traces import FIXTURES

FAMILIES = families(FIXTURES / "portraits/ordinary.jpg")
SHEET = ("sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT)
REASONS = ["ไฟล์รูปถ่ายเสียหาย", "ไม่แสดงรูปถ่าย:ไฟล์JPEGไม่ใช่แบบที่บัตรใช้", "ไม่แสดงรูปถ่าย:JPEGแบบprogressiveซึ่งโปรแกรมนี้ไม่ถอดรหัส"]
"""Why a photo that the card has is not shown; the operator hears of it, too."""
NOT_THERE = ["อ่านรูปถ่ายจากบัตรไม่ได้", "บัตรนี้ไม่มีรูปถ่าย"]

MOST_KIBIBYTES = 16 * 1024
"""What a photo may take above what a sheet without one takes."""


def with_photo(record: bytes, jpeg: bytes | None) -> bytes:
    changed = json.loads(record)
    if jpeg is None:
        changed["card"]["photo"] = None
    else:
        changed["card"]["photo"]["base64"] = base64.b64encode(jpeg).decode()
    return json.dumps(changed).encode()


def drawn(render: Path, *command: str, record: bytes) -> Run:
    """A run within the limit of time; a crash is an exit status below zero."""
    most = most_seconds(render)
    run = measured(render, *command, most=most, input=record, capture_output=True)
    assert run.seconds <= most
    return run


def test_there_are_about_three_hundred() -> None:
    assert sum(map(len, FAMILIES.values())) >= 280


@pytest.mark.parametrize("family", FAMILIES)
def test_a_photo_is_shown_whole_or_said_to_be_none(binary: Path, render: Path, family: str) -> None:
    record = read(binary, "ordinary")
    empty = drawn(render, *SHEET, record=with_photo(record, None)).kibibytes
    for name, jpeg in FAMILIES[family].items():
        run = drawn(render, *SHEET, record=with_photo(record, jpeg))
        assert run.exit == 0, name
        assert run.kibibytes <= empty + MOST_KIBIBYTES, name
        is_shown = b"/DCTDecode" in run.output
        page = text(run.output)
        assert is_shown != any(reason in page for reason in REASONS + NOT_THERE), name
        told = any(reason in page for reason in REASONS)
        assert run.errors.startswith(b"The photo is ") == told and run.errors.count(b"\n") == told, name
        if family != "damaged data":  # where a flip may be harmless by chance
            assert is_shown == (family == "shown"), name


@pytest.mark.parametrize("name", shown())
def test_what_is_decoded_is_so_for_every_use(binary: Path, render: Path, name: str) -> None:
    record = read(binary, "ordinary")
    for command in [(*SHEET, "--format", "png"), ("portrait", "--mode", "kitty"), ("portrait", "--mode", "blocks")]:
        empty = drawn(render, *command, record=with_photo(record, None)).kibibytes
        run = drawn(render, *command, record=with_photo(record, FAMILIES["shown"][name]))
        assert (run.exit, run.errors) == (0, b""), command
        assert run.kibibytes <= empty + MOST_KIBIBYTES, command


def test_a_workbook_takes_them_all(binary: Path, render: Path) -> None:
    record = read(binary, "ordinary")
    records = [with_photo(record, jpeg) for files in FAMILIES.values() for jpeg in files.values()]
    run = measured(render, "xlsx", "--photo", most=60, input=b"\n".join(records), capture_output=True)
    refused = len(records) - len(FAMILIES["shown"])
    assert run.exit == 0
    told = re.fullmatch(rb"Photos not shown: (\d+), damaged or unlike those that cards hold\.\n", run.errors)
    assert told and refused - len(FAMILIES["damaged data"]) <= int(told[1]) <= refused, run.errors
    assert run.output.startswith(b"PK")
