"""The sheet as thaiid-render draws it, judged by programs that this project did not write."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest

from commandline import ROOT

PURPOSE = "สมัครสมาชิกห้องสมุด"
AUDIT = "7F3K-92QD-XM4T"
AT = "2026-11-23T09:42:30+07:00"


@pytest.fixture(scope="session")
def render(binary: Path) -> Path:
    """The drawing program beside the tool."""
    place = binary.with_name("thaiid-render")
    assert os.access(place, os.X_OK), f"no {place}: build it"
    return place


def run(render: Path, *arguments: str, record: bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    neutral = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}
    return subprocess.run([render, *arguments], input=record, capture_output=True, env=neutral | environment, timeout=60)


def sheet(render: Path, record: bytes, *options: str, purpose: str = PURPOSE, **environment: str) -> bytes:
    """A sheet that must be drawn."""
    done = run(render, "sheet", "--purpose", purpose, "--audit", AUDIT, "--at", AT, *options, record=record, **environment)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout


def read(binary: Path, name: str, *options: str) -> bytes:
    """The record of a fixture."""
    trace = ROOT / "Fixtures" / f"{name}.trace"
    command = [binary, "read", "--replay", trace, "--json", "--accept-bad-check-digit", *options]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def from_reader(record: bytes) -> dict[str, Any]:
    """A record as if a card in a reader had given it."""
    changed = json.loads(record)
    changed["read"] |= {"source": "reader", "reader": "Virtual PCD 00 00", "at": "2026-11-23T09:41:07+07:00"}
    return changed


def tool(*command: str | Path, input: bytes) -> bytes:
    """What another program makes of a file on its standard input."""
    return subprocess.run(command, input=input, capture_output=True, check=True, timeout=60).stdout


def text(pdf: bytes) -> str:
    """The text of a sheet in the order in which it is drawn, without spaces: pdftotext adds some beside marks."""
    return re.sub(r"\s", "", tool("pdftotext", "-raw", "-", "-", input=pdf).decode())


def assert_in_order(page: str, *parts: str) -> None:
    position = 0
    for part in parts:
        part = re.sub(r"\s", "", part)
        found = page.find(part, position)
        assert found >= 0, f"‘{part}’ is not on the page after character {position}: {page}"
        position = found + len(part)


def code(png: bytes, folder: Path) -> str:
    """What a reader of QR codes sees on a picture."""
    file = folder / "sheet.png"
    file.write_bytes(png)
    return tool("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", file, input=b"").decode().rstrip("\n")


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


# What it is made of


def test_the_document_is_one_page_with_title_and_language(binary: Path, render: Path) -> None:
    for language, named in [("th", b"th"), ("en", b"en"), ("both", b"th")]:
        drawn = sheet(render, read(binary, "ordinary"), "--lang", language)
        facts = dict(line.split(":", 1) for line in tool("pdfinfo", "-", input=drawn).decode().splitlines())
        assert facts["Pages"].strip() == "1"
        assert facts["Page size"].strip().endswith("(A4)")
        assert facts["Title"].strip().endswith(AUDIT) and "1000000000009" not in facts["Title"]
        assert re.findall(rb"/Lang \((\w+)\)", drawn)[-1] == named
        assert b"/DisplayDocTitle true" in drawn


def test_all_fonts_are_embedded_and_map_to_text(binary: Path, render: Path) -> None:
    lines = tool("pdffonts", "-", input=sheet(render, read(binary, "ordinary"))).decode().splitlines()[2:]
    assert lines
    for line in lines:
        assert "Laksaman" in line
        embedded, subset, unicode = line.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")


def test_the_picture_has_the_size_of_its_page(binary: Path, render: Path) -> None:
    png = sheet(render, read(binary, "ordinary"), "--format", "png")
    assert png[16:24] == (1654).to_bytes(4, "big") + (2339).to_bytes(4, "big")
    place = png.index(b"pHYs")
    assert png[place + 4:place + 12] == (7874).to_bytes(4, "big") * 2
    assert zlib.crc32(png[place:place + 13]) == int.from_bytes(png[place + 13:place + 17], "big")


def test_the_same_again_is_the_same_bytes(binary: Path, render: Path) -> None:
    record = read(binary, "ordinary")
    first = sheet(render, record)
    for number in range(100):
        assert sheet(render, record, TZ=["Asia/Bangkok", "America/New_York"][number % 2]) == first


@pytest.mark.parametrize("environment", [
    {"LANG": "th_TH.UTF-8", "LC_ALL": "th_TH.UTF-8"}, {"LC_ALL": "", "LANG": "ja_JP.UTF-8", "LANGUAGE": "ja"},
    {"PANGO_LANGUAGE": "ar:ja", "FC_LANG": "ja"}, {"SOURCE_DATE_EPOCH": "1"}, {"USER": "somebody", "HOSTNAME": "elsewhere"},
])
def test_nothing_of_the_surroundings_enters(binary: Path, render: Path, environment: dict[str, str]) -> None:
    record = read(binary, "control-bytes")
    for form in ["pdf", "png"]:
        assert sheet(render, record, "--format", form, **environment) == sheet(render, record, "--format", form)


def test_the_portrait_is_the_cards_without_its_comment(binary: Path, render: Path, tmp_path: Path) -> None:
    record = read(binary, "ordinary")
    original = base64.b64decode(json.loads(record)["card"]["photo"]["base64"])
    (tmp_path / "sheet.pdf").write_bytes(sheet(render, record))
    subprocess.run(["pdfimages", "-all", "sheet.pdf", "image"], cwd=tmp_path, check=True)
    (embedded,) = tmp_path.glob("image*.jpg")
    data = embedded.read_bytes()
    assert b"\xff\xfe" in original and b"\xff\xfe" not in data
    assert tables(original) == tables(data) != []
    assert len(data) < len(original) + 1_000


def tables(jpeg: bytes) -> list[bytes]:
    """The quantisation tables of a JPEG file: the same ones mean that nothing was coarsened."""
    return [jpeg[match.end():match.end() + 65] for match in re.finditer(rb"\xff\xdb\x00\x43", jpeg)]


# What it refuses


@pytest.mark.parametrize(("change", "exit"), [
    (["--purpose", ""], 24), (["--purpose", " \t "], 24), (["--purpose", "ก" * 201], 64),
    (["--purpose", "1000000000009"], 24), (["--audit", "1000000000009"], 24), (["--audit", "a b"], 64),
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


@pytest.mark.parametrize(("jpeg", "words"), [
    (PROGRESSIVE, "ไม่แสดงรูปถ่าย"), (ABSURD, "ไม่แสดงรูปถ่าย"), (b"\xff\xd8\xff\xd9", "เสียหาย"), (b"GIF89a", "อ่านรูปถ่ายจากบัตรไม่ได้"),
])
def test_a_hostile_photo_is_a_frame_that_says_why(binary: Path, render: Path, jpeg: bytes, words: str) -> None:
    record = json.loads(read(binary, "ordinary"))
    record["card"]["photo"]["base64"] = base64.b64encode(jpeg).decode()
    assert words in text(sheet(render, json.dumps(record).encode()))


def test_hostile_text_is_text(binary: Path, render: Path) -> None:
    record = json.loads(read(binary, "ordinary"))
    record["card"]["issuer"] = "<b>&amp;</b>\x1b[2J\u202eab\u2066(\\)%PDF"
    page = text(sheet(render, json.dumps(record).encode()))
    assert "<b>&amp;</b>\ufffd[2J\ufffdab\ufffd(\\)%PDF" in page


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


# The portrait on a terminal


@pytest.mark.parametrize(("mode", "start"), [
    ("kitty", b"\x1b_G"), ("iterm", b"\x1b]1337;File="), ("sixel", b"\x1bP"), ("blocks", b"\x1b["),
])
def test_a_portrait_is_printed_for_its_terminal(binary: Path, render: Path, mode: str, start: bytes) -> None:
    done = run(render, "portrait", "--mode", mode, "--columns", "20", "--rows", "10", record=read(binary, "ordinary"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert start in done.stdout[:64]
    assert done.stdout.endswith(b"\n")


def test_half_blocks_stay_in_their_cells(binary: Path, render: Path) -> None:
    done = run(render, "portrait", "--columns", "20", "--rows", "10", record=read(binary, "ordinary"))
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", done.stdout.decode()).splitlines()
    assert 5 <= len([line for line in lines if line]) <= 10
    assert max(map(len, lines)) <= 20


def test_no_photo_is_22(binary: Path, render: Path) -> None:
    for record in [read(binary, "no-photo"), read(binary, "ordinary", "--no-photo")]:
        assert run(render, "portrait", record=record).returncode == 22


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
