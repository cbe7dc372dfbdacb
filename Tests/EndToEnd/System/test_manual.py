"""Manual pages: whole, well-formed and in both languages."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from commandline import ROOT, Tool

LANGUAGES = {"en": "man1", "th": "th/man1"}


@pytest.fixture(scope="module")
def manual(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pages are that `make man` writes."""
    place = tmp_path_factory.mktemp("manual") / "man"
    subprocess.run(
        ["make", "-C", ROOT, "-o", "build", "man", f"THAIID={binary}", f"MAN={place}"], check=True, capture_output=True,
        timeout=300)
    return place


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_every_command_has_its_page(manual: Path, without_service: Tool, folder: str) -> None:
    listed = [name for name in re.findall(r"^  ([a-z][a-z-]*)  ", without_service("--help").text, re.MULTILINE)]
    below = [f"trace-{name}" for name in re.findall(r"^  ([a-z][a-z-]*)  ", without_service("trace", "--help").text, re.MULTILINE)]
    names = {page.stem for page in (manual / folder).iterdir()}
    assert len(listed) > 10 and {"thaiid", *(f"thaiid-{name}" for name in [*listed, *below])} <= names


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_every_command_of_the_register_has_its_page(manual: Path, binary: Path, folder: str) -> None:
    text = subprocess.run(
        [f"{binary}-register", "--help", "--lang", "en"], capture_output=True, check=True, text=True).stdout
    listed = re.findall(r"^  ([a-z][a-z-]*)  ", text, re.MULTILINE)
    assert len(listed) > 25
    for name in [*listed, "purpose-add", "officer-revoke", "log-verify", "recovery-test"]:
        page = (manual / folder / f"thaiid-register-{name}.1").read_text("utf-8")
        assert rf"\fB33\fR" in page, "what statuses mean"
    # Its own page, and not what thaiid says of starting it.
    assert "purpose add" in (manual / folder / "thaiid-register.1").read_text("utf-8")


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_pages_are_well_formed(manual: Path, folder: str) -> None:
    pages = sorted((manual / folder).iterdir())
    linted = subprocess.run(["mandoc", "-Tlint", "-W", "warning", *pages], capture_output=True, text=True)
    assert (linted.returncode, linted.stdout) == (0, "")
    for page in pages:
        drawn = subprocess.run(["groff", "-k", "-Tutf8", "-man", "-ww", page], capture_output=True, text=True, check=True)
        assert drawn.stderr == "" and drawn.stdout.count("\n") > 20


def test_thai_page_says_what_the_english_one_says(manual: Path) -> None:
    for page in (manual / "man1").iterdir():
        texts = [page.read_text(), (manual / "th" / "man1" / page.name).read_text()]
        english, thai = ([re.findall(r"^\.(?:TP|SH|SS)$|^\\fB[^ก-๛]+?(?=\\fR)", text, re.MULTILINE)] for text in texts)
        assert english == thai, page.name
        assert len(re.findall("[ก-๛]", texts[1])) > 300 and not re.search("[ก-๛]", texts[0])


def test_thai_marks_survive_on_a_page(manual: Path) -> None:
    page = manual / "th" / "man1" / "thaiid-read.1"
    drawn = subprocess.run(["groff", "-k", "-Tutf8", "-man", page], capture_output=True, text=True, check=True).stdout
    # Headings are not printed twice, as bold ones are.
    assert "\nชื่อ\n" in drawn and "\nตัวเลือก\n" in drawn and "บัตร" in drawn
