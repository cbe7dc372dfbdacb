"""What a sheet says and where, judged by programs that this project did not write."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path

import pytest
from sheets import AT, AUDIT, PURPOSE, assert_in_order, code, from_reader, read, sheet, text, tool

# What it says


def test_every_field_is_there_in_order(binary: Path, render: Path) -> None:
    page = text(sheet(render, json.dumps(from_reader(read(binary, "ordinary"))).encode()))
    assert_in_order(
        page, "ข้อมูลจากชิปบัตรประจำตัวประชาชน (ใช้แทนการถ่ายสำเนา)", f"ใช้เพื่อ {PURPOSE} เท่านั้น",
        "เลขประจำตัวประชาชน", "1 0000 00000 00 9", "นายทดสอบ ตัวอย่าง", "Mr. Thotsop Tuayang",
        "วันเกิด", "15 เมษายน 2533", "ค.ศ. 1990", "วันออกบัตร", "1 มิถุนายน 2566", "ค.ศ. 2023",
        "วันหมดอายุ", "14 เมษายน 2575", "ค.ศ. 2032",
        "99/1 ซอยตัวอย่าง 5 ถนนตัวอย่าง แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร",
        "ท้องถิ่นตัวอย่าง/จังหวัดตัวอย่าง", "00000512345/01234567", AUDIT,
        "23 พฤศจิกายน 2569 เวลา 09:41:07 น.", "23 พฤศจิกายน 2569 เวลา 09:42:30 น.", "Virtual PCD 00 00", "thaiid 0.1.0",
        f"# ใช้เพื่อ {PURPOSE} เท่านั้น #", "รับรองว่าข้อมูลถูกต้อง", "ผู้ถือบัตร",
        "อ่านจากบัตรจริงต่อหน้าผู้ถือบัตร", "เจ้าหน้าที่", "ไม่ใช่สิ่งพิมพ์ออกที่มีการรับรอง", "หน้า 1/1")
    assert "ข้อสังเกต" not in page and "!" not in page


def test_a_sheet_in_both_languages_says_everything_twice(binary: Path, render: Path) -> None:
    page = text(sheet(render, read(binary, "ordinary"), "--lang", "both"))
    assert_in_order(
        page, "ข้อมูลจากชิปบัตรประจำตัวประชาชน", "Data read from the chip of a Thai national ID card", "เลขประจำตัวประชาชน / Citizen ID",
        "วันเกิด / Born", "15 เมษายน 2533", "15 April 1990", "เลขที่เอกสาร / Sheet number", "From a recording",
        "วัตถุประสงค์ในการใช้ / Purpose of use", "รับรองว่าข้อมูลถูกต้อง / I confirm these data", "ลงชื่อ / Signed", "ผู้ถือบัตร / Holder",
        "จัดทำโดยไม่ได้อ่านจากบัตรจริง / Made without reading a real card", "เจ้าหน้าที่ / Officer",
        "ไม่ใช่สิ่งพิมพ์ออกที่มีการรับรอง", "Not a certified printout", "หน้า 1/1 / Page 1/1")


def test_a_sheet_names_the_release_that_is_given(binary: Path, render: Path) -> None:
    assert "thaiid9.8.7" in text(sheet(render, read(binary, "ordinary"), "--tool-version", "9.8.7"))


def test_a_portrait_can_be_left_out(binary: Path, render: Path) -> None:
    drawn = sheet(render, read(binary, "ordinary"), "--no-photo")
    assert "ไม่แสดงรูปถ่ายตามที่เลือก" in text(drawn) and b"/DCTDecode" not in drawn


def test_nothing_else_is_there(binary: Path, render: Path) -> None:
    record = json.loads(read(binary, "health", "--chip", "--health"))
    record["card"]["unknownDigits"] = "77"
    drawn = sheet(render, json.dumps(record).encode(), "--lang", "both")
    page = text(drawn)
    secrets = [record["card"]["issuerCode"], record["card"]["underPhotoNumber"], *filter(None, record["chip"].values())]
    secrets += [value for value in record["health"].values() if isinstance(value, str) and len(value) > 3]
    assert len(secrets) > 5
    for secret in secrets:
        assert re.sub(r"\s", "", secret) not in page
    assert "77" not in page.replace(record["card"]["citizenID"], "")


def test_a_masked_number_leaves_no_trace(binary: Path, render: Path) -> None:
    for record, options in [(read(binary, "ordinary"), ["--mask"]), (read(binary, "ordinary", "--mask"), [])]:
        drawn = sheet(render, record, *options)
        assert "x-xxxx-xxxxx-00-9" in text(drawn)
        plain = b"".join(inflated(drawn)) + drawn
        assert b"1000000000009" not in plain and "1000000000009" not in text(drawn)


def inflated(pdf: bytes) -> list[bytes]:
    """The compressed streams of a PDF."""
    streams = []
    for match in re.finditer(rb"stream\r?\n", pdf):
        try:
            streams.append(zlib.decompressobj().decompress(pdf[match.end():]))
        except zlib.error:
            pass
    return streams


def test_only_the_chosen_sections_are_there(binary: Path, render: Path) -> None:
    page = text(sheet(render, read(binary, "ordinary"), "--sections", "names,sex"))
    assert "นายทดสอบตัวอย่าง" in page and "เพศชาย" in page and "ไม่แสดงรูปถ่ายตามที่เลือก" in page
    for gone in ["10000000000009", "เลขประจำตัวประชาชน", "กรุงเทพมหานคร", "เมษายน2533"]:
        assert gone not in page.replace("ข้อมูลจากชิปบัตรประจำตัวประชาชน", "")


@pytest.mark.parametrize(("fixture", "words"), [
    ("lifelong", ["ตลอดชีพ"]),
    ("year-only-birth", ["ค.ศ.1946·ไม่ทราบวันและเดือน"]),
    ("month-only-birth", ["ไม่ทราบวันที่"]),
    ("no-photo", ["บัตรนี้ไม่มีรูปถ่าย"]),
    ("bad-check-digit", ["เลขประจำตัวประชาชนไม่ตรงกับเลขตรวจสอบ"]),
    ("impossible-date", ["ไม่มีวันนี้ในปฏิทิน"]),
    ("control-bytes", ["มีตัวอักษรบนบัตรที่อ่านไม่ออก"]),
    ("blank-expiry", ["(ว่างบนบัตร)"]),
])
def test_oddities_are_visible(binary: Path, render: Path, fixture: str, words: list[str]) -> None:
    page = text(sheet(render, read(binary, fixture)))
    for word in words:
        assert word in page
    assert "ข้อมูลจากบันทึกการอ่าน" in page


@pytest.mark.parametrize("paper", ["a4", "a5", "letter"])
@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_longest_texts_are_whole(binary: Path, render: Path, paper: str, language: str) -> None:
    record = read(binary, "long-address")
    page = text(sheet(render, record, "--paper", paper, "--lang", language))
    card = json.loads(record)["card"]
    for value in [card["nameThai"]["full"], card["nameEnglish"]["full"], card["address"]["full"], card["issuer"]]:
        assert re.sub(r"\s", "", value) in page


@pytest.mark.parametrize("paper", ["a4", "a5", "letter"])
@pytest.mark.parametrize("fixture", ["ordinary", "long-address"])
def test_no_part_of_an_address_is_broken_in_two(binary: Path, render: Path, fixture: str, paper: str) -> None:
    record = read(binary, fixture)
    drawn = sheet(render, record, "--paper", paper)
    lines = [line.replace(" ", "") for line in tool("pdftotext", "-raw", "-", "-", input=drawn).decode().splitlines()]
    for part in json.loads(record)["card"]["address"]["full"].split():
        assert any(part in line for line in lines), part


def test_an_issuers_lines_are_broken_between_them(binary: Path, render: Path, tmp_path: Path) -> None:
    block = tmp_path / "issuer.txt"
    telephone = "โทรศัพท์ 0 0000 0000 ต่อ 12"
    block.write_text(f"เทศบาลตัวอย่าง\nงานทะเบียนราษฎร\n1 หมู่ที่ 2 {'ถนนสมมติ ' * 5}\n{telephone}\n")
    for paper in ["a4", "a5"]:
        drawn = sheet(render, read(binary, "ordinary"), "--paper", paper, "--issuer-block", str(block))
        lines = tool("pdftotext", "-raw", "-", "-", input=drawn).decode().splitlines()[:4]
        assert any(telephone.replace(" ", "") in line.replace(" ", "") for line in lines), lines


def test_the_issuer_stands_at_the_head(binary: Path, render: Path, tmp_path: Path) -> None:
    block = tmp_path / "issuer.txt"
    block.write_text("โรงแรมตัวอย่าง\n1 ถนนสมมติ\n")
    page = text(sheet(render, read(binary, "ordinary"), "--issuer-block", str(block)))
    assert page.startswith("โรงแรมตัวอย่าง1ถนนสมมติ")


def test_the_code_holds_number_time_and_purpose(binary: Path, render: Path, tmp_path: Path) -> None:
    for paper in ["a4", "a5"]:
        png = sheet(render, read(binary, "ordinary"), "--format", "png", "--paper", paper)
        assert code(png, tmp_path) == f"THAIID-SHEET/1\n{AUDIT}\n{AT}\n{PURPOSE}"


def test_the_longest_purpose_can_be_read_by_a_camera(binary: Path, render: Path, tmp_path: Path) -> None:
    purpose = "ขอใช้บริการห้องสมุด" * 11
    purpose = purpose[:200]
    png = sheet(render, read(binary, "ordinary"), "--format", "png", "--paper", "a5", purpose=purpose)
    assert code(png, tmp_path).endswith(purpose)


# The layout report


@pytest.mark.parametrize("fixture", ["ordinary", "long-address", "lifelong", "no-photo", "control-bytes"])
@pytest.mark.parametrize("paper", ["a4", "a5", "letter"])
def test_the_report_shows_no_overlap(binary: Path, render: Path, fixture: str, paper: str) -> None:
    for language in ["th", "en", "both"]:
        drawn = sheet(render, read(binary, fixture), "--paper", paper, "--lang", language, "--layout")
        report = json.loads(drawn)
        width, height = report["page"]
        boxes = {box["name"]: box["frame"] for box in report["boxes"] if box["name"] != "portrait"}
        boxes |= {name: report[name] for name in ["portrait", "code"]}
        for name, (x, y, w, h) in boxes.items():
            assert 0 < x and 0 < y and x + w < width and y + h < height, name
        names = list(boxes)
        for index, name in enumerate(names):
            for other in names[index + 1:]:
                assert not overlap(boxes[name], boxes[other]), (name, other)
        left, top, wide, high = report["strike"]["region"]
        assert not overlap(report["strike"]["region"], report["portrait"])
        assert not overlap(report["strike"]["region"], report["code"])
        for x1, y1, x2, y2 in report["strike"]["lines"]:
            for x, y in [(x1, y1), (x2, y2)]:
                assert left - 5 <= x <= left + wide + 5 and top - 5 <= y <= top + high + 5


def overlap(one: list[int], other: list[int], hair: int = 5) -> bool:
    (a, b, c, d), (e, f, g, h) = one, other
    return a < e + g - hair and e < a + c - hair and b < f + h - hair and f < b + d - hair
