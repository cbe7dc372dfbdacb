"""What a sheet is made of: one page, embedded fonts, the same bytes again."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import zlib
from pathlib import Path

import pytest
from sheets import AUDIT, read, sheet, tool

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


@pytest.mark.parametrize(("paper", "size"), [("a4", "595.28 x 841.89"), ("a5", "419.53 x 595.28"), ("letter", "612 x 792")])
def test_the_page_is_of_its_paper(binary: Path, render: Path, paper: str, size: str) -> None:
    facts = tool("pdfinfo", "-", input=sheet(render, read(binary, "ordinary"), "--paper", paper)).decode()
    assert re.search(rf"^Page size: +{re.escape(size)} pts\b", facts, re.MULTILINE), facts


def test_its_time_is_the_sheets(binary: Path, render: Path) -> None:
    facts = tool("pdfinfo", "-isodates", "-", input=sheet(render, read(binary, "ordinary"))).decode()
    assert re.search(r"^CreationDate: +2026-11-23T", facts, re.MULTILINE), facts
    assert "ModDate" not in facts


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
