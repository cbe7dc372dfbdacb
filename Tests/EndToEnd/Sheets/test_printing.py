"""`thaiid sheet --print`: through `lp` to a CUPS server that the test starts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from canary import canary, told_by
from cardimage import CardImage
from commandline import Tool
from drawing import renderer_folder, stand_in
from printserver import PrintServer
from scriptedcard import Insert
from traces import Trace

SHEET = ("sheet", "--sample", "--purpose=สมัครสมาชิกห้องสมุด")


def test_the_printer_gets_the_pdf_as_it_is(printing: Tool, server: PrintServer) -> None:
    server.add("office")
    result = printing(*SHEET, "--print", "office", "--copies", "2", "--paper", "a5", "-o", "sheet.pdf", "--lang", "en")
    assert (result.exit, result.output) == (0, b""), result
    assert "Print job office-1 is in the queue." in result.error_text, "what becomes of it, the printer alone knows"
    document, about = server.job("office")
    assert document.startswith(b"%PDF-") and document == (printing.home / "sheet.pdf").read_bytes()
    assert about["copies"] == 2
    assert "media=A5" in about["options"]


@pytest.mark.parametrize(("options", "media"), [([], "A4"), (["--paper", "letter"], "Letter")])
def test_the_paper_is_that_of_the_sheet(printing: Tool, server: PrintServer, options: list[str], media: str) -> None:
    server.add("office")
    assert printing(*SHEET, "--print", "office", *options).exit == 0
    _, about = server.job("office")
    assert f"media={media}" in about["options"] and about["copies"] == 1


def test_the_usual_printer_is_that_of_the_system(printing: Tool, server: PrintServer) -> None:
    server.add("office")
    assert printing(*SHEET, "--print").exit == 23, "there is none"
    server.administer("lpadmin", "-d", "office")
    assert printing(*SHEET, "--print", "-o", "sheet.png").exit == 0
    document, _ = server.job("office")
    assert document.startswith(b"%PDF-"), "whatever is written, a PDF is printed"
    assert (printing.home / "sheet.png").read_bytes().startswith(b"\x89PNG")


def test_nothing_of_the_holder_is_in_the_job_or_the_servers_logs(printing: Tool, server: PrintServer, insert: Insert) -> None:
    secret = canary(CardImage(Trace.load("health")))
    insert(image=secret)
    server.add("office")
    result = printing("sheet", "--purpose=library", "--print", "office", "--log", "log", "--log-key", "key")
    assert result.exit == 0, result
    _, about = server.job("office")
    line = json.loads((printing.home / "log").read_text())
    assert about["title"] == f"thaiid {line['audit']}"
    assert (line["printer"], line["copies"], line["file"]) == ("office", 1, None)
    assert told_by(server.logs() + json.dumps(about).encode() + result.errors, secret) == []


def test_what_the_printer_refuses_is_an_error_and_leaves_no_file(printing: Tool, server: PrintServer) -> None:
    server.add("office")
    server.administer("cupsreject", "office")
    result = printing(*SHEET, "--print", "office", "-o", "sheet.pdf", "--log", "log", "--log-key", "key")
    assert result.exit == 23 and "not accepting jobs" in result.error_text, result
    assert not (printing.home / "sheet.pdf").exists()
    events = [json.loads(line)["event"] for line in (printing.home / "log").read_text().splitlines()]
    assert events == ["issued", "failed"]


def test_a_printer_with_a_driver_gets_the_pdf(printing: Tool, server: PrintServer) -> None:
    server.add_driven("counter")
    assert printing(*SHEET, "--print", "counter", "--copies", "3", "--paper", "letter", "-o", "sheet.pdf").exit == 0
    document, about = server.job("counter")
    assert document == (printing.home / "sheet.pdf").read_bytes()
    assert about["copies"] == 3 and "media=Letter" in about["options"]


@pytest.mark.parametrize(("printer", "asked"), [(["counter"], "-p counter -l"), ([], "-l")])
def test_paper_that_the_printer_lacks_is_an_error(printing: Tool, insert: Insert, tmp_path: Path, printer: list[str], asked: str) -> None:
    """CUPS would take the job, and drop it when nobody looks any more. `lpoptions`, which would ask the usual port of
    a server, is stood in for; what it says is what it said of `counter`."""
    card, folder = insert(), tmp_path / "bin"
    folder.mkdir()
    (folder / "lpoptions").write_text(f"#!/bin/sh\n[ \"$*\" = '{asked}' ] && echo 'PageSize/Media Size: *A4 Letter'\n")
    (folder / "lpoptions").chmod(0o755)
    result = printing(
        "sheet", "--purpose=library", "--print", *printer, "--paper", "a5", "-o", "sheet.pdf", "--log", "log",
        "--log-key", "key", environment={"PATH": f"{folder}:{printing.environment['PATH']}"})
    assert result.exit == 23 and "no A5 paper" in result.error_text and "A4, Letter" in result.error_text, result
    assert card.commands == []
    assert not any((printing.home / name).exists() for name in ("sheet.pdf", "log"))


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_printer_that_is_not_there_is_an_error(printing: Tool, language: str) -> None:
    result = printing(*SHEET, "--print", "nowhere", "--lang", language)
    assert result.exit == 23 and "lpstat" in result.error_text, result


def test_without_a_server_nothing_is_printed(printing: Tool, server: PrintServer) -> None:
    assert printing(*SHEET, "--print", "office", environment={"CUPS_SERVER": str(server.folder / "none")}).exit == 23


def test_without_lp_nothing_is_read(printing: Tool, insert: Insert, tmp_path: Path) -> None:
    card = insert()
    result = printing("sheet", "--purpose=library", "--print", wrapper=["env", f"PATH={renderer_folder()}"])
    assert result.exit == 23 and "cups-client" in result.error_text
    assert card.commands == []


def test_what_lp_says_cannot_steer_a_terminal(printing: Tool, tmp_path: Path) -> None:
    folder = stand_in(tmp_path / "bin", "cat")
    (folder / "lp").write_text("#!/bin/sh\nprintf 'lp: \\033]0;x\\007no\\nreally\\n' >&2; exit 1\n")
    (folder / "lp").chmod(0o755)
    result = printing(*SHEET, "--print", environment={"PATH": f"{folder}:/usr/bin:/bin"})
    assert result.exit == 23 and "\x1b" not in result.error_text
    assert result.error_text.count("\n") == 2
