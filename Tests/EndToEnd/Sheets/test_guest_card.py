"""A hotel's guest card: what the chip says filled in, lines for the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sheets import assert_in_order, from_reader, read, run, text, tool


def test_the_chips_part_is_filled_in(binary: Path, render: Path) -> None:
    record = json.dumps(from_reader(read(binary, "ordinary"))).encode()
    done = run(render, "rr3", record=record, LC_ALL="th_TH.UTF-8")
    assert done.returncode == 0
    assert done.stderr.decode().startswith("ยังต้องกรอก: ห้องพักเลขที่, ")
    assert_in_order(
        text(done.stdout), "บัตรทะเบียนผู้พัก (ร.ร. 3)", "ขอรับรองว่าข้อความข้างต้นเป็นความจริง", "ผู้พัก", "ผู้จัดการ",
        "ห้องพักเลขที่", "วันและเวลาที่เข้าพัก", "นายทดสอบ ตัวอย่าง", "Mr. Thotsop Tuayang", "1 0000 00000 00 9", "15 เมษายน 2533",
        "ชาย", "สัญชาติ", "ท้องถิ่นตัวอย่าง/จังหวัดตัวอย่าง", "99/1 ซอยตัวอย่าง 5", "อาชีพ", "เดินทางมาจาก", "จะเดินทางต่อไปที่", "หมายเหตุ")
    assert "!" not in text(done.stdout)


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize(("paper", "size"), [("a4", "595.28 x 841.89"), ("a5", "419.53 x 595.28"), ("letter", "612 x 792")])
def test_it_is_one_page_of_its_paper_and_says_where_it_comes_from(
    binary: Path, render: Path, language: str, paper: str, size: str,
) -> None:
    done = run(render, "rr3", "--lang", language, "--paper", paper, record=read(binary, "long-address"))
    assert done.returncode == 0
    facts = tool("pdfinfo", "-", input=done.stdout).decode()
    assert "Pages:           1\n" in facts and f" {size} pts" in facts
    page = text(done.stdout)
    assert ("ข้อมูลจากบันทึกการอ่าน" in page) == (language != "en")
    assert ("Fromarecording" in page) == (language != "th")
    assert ("official form was not compared".replace(" ", "") in page) == (language != "th")
    assert json.loads(read(binary, "long-address"))["card"]["address"]["full"].replace(" ", "") in page


def test_what_is_missing_is_told_beside_the_drawing_alone(binary: Path, render: Path) -> None:
    record = read(binary, "blank-expiry")
    done = run(render, "rr3", "--format", "png", "--lang", "en", record=record)
    assert done.stdout.startswith(b"\x89PNG")
    assert done.stderr.decode().startswith("Still to be filled in: Room, ") and "Expires" in done.stderr.decode()
    report = run(render, "rr3", "--layout", record=record)
    assert json.loads(report.stdout)["schema"] == "thaiid.sheet-layout/1" and report.stderr == b""


def test_what_is_no_record_is_22(render: Path) -> None:
    done = run(render, "rr3", record=b"{}")
    assert (done.returncode, done.stdout) == (22, b"")
