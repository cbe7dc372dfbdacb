"""Pages that are no sheet of a card: what other programs find on them."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from commandline import Tool
from jsonschema import Draft202012Validator
from sheets import assert_in_order, code, read, run, text, tool

GROUPS = ["7K3MQ", "9TD2V", "ABCDE", "0FGHJ", "KMNPQ", "RSTVW", "XYZ01", "23456", "789AB", "CDEFG", "HJKMN", "PQRST", "VWXYZ", "01234"]


def document(*blocks: dict[str, Any], **members: Any) -> bytes:
    return json.dumps({
        "schema": "thaiid.page/1", "title": "ใบกู้คืนกุญแจทะเบียน", "subtitle": "สำนักงานตัวอย่าง", "footer": "เก็บในตู้นิรภัย",
        "at": "2026-11-26T09:00:00+07:00", "blocks": list(blocks)} | members, ensure_ascii=False).encode()


def page(render: Path, *blocks: dict[str, Any], options: tuple[str, ...] = (), **members: Any) -> bytes:
    done = run(render, "page", *options, record=document(*blocks, **members))
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    return done.stdout


def paragraph(said: str) -> dict[str, Any]:
    return {"kind": "paragraph", "text": said}


def facts(pdf: bytes) -> str:
    return tool("pdfinfo", "-", input=pdf).decode()


def test_all_that_it_says_is_on_it_in_its_order(render: Path, schemas: dict[str, Draft202012Validator]) -> None:
    blocks = [
        {"kind": "heading", "text": "วิธีกู้คืน"}, paragraph("ผู้ที่มีใบนี้เปิดทะเบียนได้ทั้งหมด\nบรรทัดใหม่"),
        {"kind": "list", "items": ["ติดตั้งโปรแกรม", "พิมพ์รหัสทั้ง 14 กลุ่ม"], "numbered": True},
        {"kind": "fields", "rows": [{"label": "ชื่อ", "value": "นายทดสอบ ตัวอย่าง"}, {"label": "ที่อยู่", "value": "99/9 หมู่ที่ 9"}]},
        {"kind": "table", "columns": ["เมื่อ", "ใคร"], "rows": [["26 พ.ย. 2569", "โต๊ะ 2"], ["27 พ.ย. 2569", "โต๊ะ 3"]]},
    ]
    schemas["page"].validate(json.loads(document(*blocks)))
    pdf = page(render, *blocks)
    assert_in_order(
        text(pdf), "ใบกู้คืนกุญแจทะเบียน", "สำนักงานตัวอย่าง", "วิธีกู้คืน", "ผู้ที่มีใบนี้เปิดทะเบียนได้ทั้งหมด", "บรรทัดใหม่", "1.", "ติดตั้งโปรแกรม", "2.",
        "พิมพ์รหัสทั้ง 14 กลุ่ม", "ชื่อ", "นายทดสอบ ตัวอย่าง", "ที่อยู่", "99/9 หมู่ที่ 9", "เมื่อ", "ใคร", "26 พ.ย. 2569", "โต๊ะ 2", "27 พ.ย. 2569",
        "เก็บในตู้นิรภัย", "หน้า 1/1")
    assert "Pages:           1\n" in facts(pdf) and "595.28 x 841.89 pts (A4)" in facts(pdf)
    assert b"/Lang (th)" in pdf and "Title:           ใบกู้คืนกุญแจทะเบียน" in facts(pdf)
    fonts = tool("pdffonts", "-", input=pdf).decode().splitlines()[2:]
    assert fonts and all(" yes yes " in font for font in fonts)


def test_groups_can_be_read_back_letter_by_letter(render: Path) -> None:
    pdf = page(render, {"kind": "groups", "groups": GROUPS})
    words = tool("pdftotext", "-raw", "-", "-", input=pdf).decode().split()
    assert [word for word in words if word in GROUPS] == GROUPS
    assert [word for word in words if word.isdigit() and len(word) < 3] == [str(number) for number in range(1, 15)]


@pytest.mark.parametrize("said", [
    "7K3MQ-9TD2V", "A" * 800, "ก" * 266, "thaiid-register/0198\n12\nabc=\n\n— a b=\n", "\" \\ <b>&amp; %s {}",
], ids=["words", "long", "thai", "checkpoint", "hostile"])
def test_a_code_says_what_it_was_given(render: Path, tmp_path: Path, said: str) -> None:
    pdf = page(render, {"kind": "code", "text": said, "caption": "รหัสเดียวกัน สำหรับกล้อง"})
    png = tool("pdftoppm", "-r", "150", "-png", "-singlefile", "-", input=pdf)
    assert code(png, tmp_path) == said.rstrip("\n")
    assert "สำหรับกล้อง" in text(pdf)


def test_a_photo_is_shown_and_one_that_is_none_is_told(binary: Path, render: Path) -> None:
    jpeg = json.loads(read(binary, "ordinary"))["card"]["photo"]["base64"]
    pdf = page(render, {"kind": "photo", "jpeg": jpeg, "caption": "จากบัตรที่ออกเมื่อ 1 มิถุนายน 2566"})
    assert " jpeg " in tool("pdfimages", "-list", "-", input=pdf).decode()
    done = run(render, "page", "--lang", "en", record=document({"kind": "photo", "jpeg": "/9j/2Q==", "caption": "c"}))
    assert done.returncode == 0 and done.stderr == b"The photo is damaged.\n"
    assert "Photoisdamaged" in text(done.stdout)
    assert tool("pdfimages", "-list", "-", input=done.stdout).decode().count("\n") == 2


def test_long_documents_go_on_over_numbered_pages(render: Path) -> None:
    rows = [[f"{number}", f"ที่{number}จบ"] for number in range(1, 301)]
    pdf = page(render, {"kind": "table", "columns": ["ลำดับ", "ข้อความ"], "rows": rows}, paragraph("ท้ายสุด"), options=("--paper", "a5"))
    count = int(re.search(r"Pages:\s+(\d+)", facts(pdf))[1])
    pages = [re.sub(r"\s", "", one) for one in tool("pdftotext", "-raw", "-", "-", input=pdf).decode().split("\f")[:-1]]
    assert count == len(pages) > 5
    for number, said in enumerate(pages, 1):
        assert said.endswith(f"หน้า{number}/{count}") and "เก็บในตู้นิรภัย" in said
        assert said.startswith("ใบกู้คืนกุญแจทะเบียน") and ("ลำดับข้อความ" in said or number == count)
    found = [int(number) for number in re.findall(r"ที่(\d+)จบ", "".join(pages))]
    assert found == list(range(1, 301))


@pytest.mark.parametrize("said", [
    "ปี่กู" * 400, "\u0e48" * 2_000, "W" * 2_000, "ฮ" * 2_000, "\u202eabc\u202d\u0007\u001b[31m", "<b>&amp;</b> %s %n \\", "\n" * 2_000,
    "😀" * 500, "\u0300" * 2_000, "ก\u0e31\u0e31\u0e31\u0e31\u0e31\u0e31",
], ids=["thai", "tones", "latin", "unbreakable", "order", "markup", "lines", "pictures", "marks", "vowels"])
def test_hostile_text_stays_in_its_place(render: Path, said: str) -> None:
    pdf = page(
        render, paragraph(said), {"kind": "fields", "rows": [{"label": said, "value": said}]},
        {"kind": "table", "columns": [said[:200]] * 8, "rows": [[said] * 8]}, title=said[:200] or "-", footer=said[:200])
    shown = tool("pdftotext", "-raw", "-", "-", input=pdf).decode()
    assert "\u001b" not in shown and "\u202e" not in shown and "\u0007" not in shown
    # Nothing is read as markup.
    assert ("&amp;" in shown) == ("&amp;" in said)


def test_the_same_document_has_the_same_bytes(render: Path) -> None:
    blocks = [paragraph("ก"), {"kind": "groups", "groups": GROUPS}, {"kind": "code", "text": "a", "caption": ""}]
    first = page(render, *blocks)
    time.sleep(1.1)
    assert page(render, *blocks) == first
    assert page(render, *blocks, at="2026-11-26T09:00:01+07:00") != first


@pytest.mark.parametrize(("record", "key"), [
    (b"", "JSON"), (b"{}", "schema"), (b"nonsense", "JSON"), (document(title=None), "title"), (document({"kind": "film"}), "blocks.0"),
    (document(paragraph("a"), paragraph("x" * 2_001)), "blocks.1"), (document(at="now"), "at"), (document(blocks={}), "blocks"),
], ids=range(8))
def test_what_is_no_document_is_named(render: Path, record: bytes, key: str) -> None:
    done = run(render, "page", "--json-errors", record=record)
    error = json.loads(done.stderr)
    assert (done.returncode, error["code"], done.stdout) == (22, "recording", b"")
    assert error["detail"] == {"problem": "not-page", "texts": [key], "numbers": []}


def test_too_much_is_refused(render: Path) -> None:
    done = run(render, "page", "--json-errors", record=document(*[{"kind": "code", "text": "A" * 800, "caption": ""}] * 1_500))
    assert done.returncode == 21 and json.loads(done.stderr)["detail"]["problem"] == "too-many-pages"
    done = run(render, "page", "--json-errors", record=b" " * (1 << 22) + document())
    assert done.returncode == 22 and json.loads(done.stderr)["detail"]["problem"] == "too-large"


def test_its_shape_is_told(without_service: Tool) -> None:
    assert json.loads(without_service("schema", "page").text)["properties"]["schema"]["const"] == "thaiid.page/1"
