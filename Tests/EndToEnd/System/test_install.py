"""`make install`: the programs without debug data, which stands beside them; pages and completions."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from commandline import ROOT

PROGRAMS = ["thaiid", "thaiid-render", "thaiid-register"]
LARGEST = {"thaiid": 22 << 20, "thaiid-render": 22 << 20, "thaiid-register": 70 << 20}
"""Bytes that an installed program may have: Swift's runtime and Foundation are two thirds of them. The library over SQLite takes
all of Foundation, with the tables of all languages, which is why it stays out of the other two."""


def sections(file: Path) -> set[str]:
    """The names of a program's sections, but for those without contents."""
    lines = subprocess.run(["readelf", "-SW", file], capture_output=True, text=True, check=True).stdout.splitlines()
    fields = [line.split("]", 1)[1].split() for line in lines if line.lstrip().startswith("[") and "Nr" not in line]
    return {field[0] for field in fields if len(field) > 1 and field[1] != "NOBITS"}


@pytest.fixture(scope="module")
def installed(prefix: Path) -> Path:
    """Where the programs are."""
    return prefix / "bin"


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_carry_no_debug_data(binary: Path, installed: Path, name: str) -> None:
    program, data = installed / name, installed / ".debug" / f"{name}.debug"
    own = sections(program)
    assert ".text" in own and ".gnu_debuglink" in own
    assert not {".symtab", ".strtab"} & own and not any(section.startswith(".debug_") for section in own)
    assert program.stat().st_size < binary.with_name(name).stat().st_size
    assert {".symtab", ".debug_info"} <= sections(data) and ".text" not in sections(data)
    assert program.stat().st_size <= LARGEST[name]
    assert (program.stat().st_mode & 0o777, data.stat().st_mode & 0o777) == (0o755, 0o644)


def test_a_debugger_finds_the_data(installed: Path) -> None:
    for name in PROGRAMS:
        notes = [subprocess.run(["readelf", "-nW", file], capture_output=True, text=True, check=True).stdout
                 for file in (installed / name, installed / ".debug" / f"{name}.debug")]
        assert "Build ID" in notes[0] and notes[0] == notes[1]
        # A name, and a checksum that may be any bytes.
        link = subprocess.run(["readelf", "-p.gnu_debuglink", installed / name], capture_output=True, check=True).stdout
        assert f"{name}.debug".encode() in link


def test_what_is_installed_works(installed: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    command = [installed / "thaiid", "sheet", "--sample", "--purpose", "x", "-o", "-", "--format", "pdf"]
    drawn = subprocess.run(command, capture_output=True, check=True, env=environment, cwd=tmp_path, timeout=60)
    assert drawn.stdout.startswith(b"%PDF-")


def test_manual_pages_are_there_in_both_languages(prefix: Path) -> None:
    pages = prefix / "share" / "man"
    english, thai = ({page.name for page in (pages / folder).iterdir()} for folder in ("man1", "th/man1"))
    assert english == thai
    assert "thaiid-render.1" in english


def test_the_guide_is_there_with_its_pictures(prefix: Path) -> None:
    place = prefix / "share" / "doc" / "thaiid"
    pictures = re.findall(r"Documentation/[\w./-]+\.\w+", (place / "README.th.md").read_text("utf-8"))
    assert len(pictures) > 5 and all((place / picture).is_file() for picture in pictures)


def test_shells_find_the_completions(prefix: Path) -> None:
    places = ["bash-completion/completions/thaiid", "zsh/vendor-completions/_thaiid", "fish/vendor_completions.d/thaiid.fish"]
    bash, zsh, fish = (prefix / "share" / place for place in places)
    assert zsh.read_text("utf-8").startswith("#compdef thaiid\n") and "complete" in fish.read_text("utf-8")
    done = subprocess.run(["bash", "-c", '. "$1" && complete -p thaiid', "bash", bash], capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.endswith(" thaiid\n"), done


def test_the_registers_parts_are_there(prefix: Path) -> None:
    for place in ("lib/systemd/system/thaiid-register.service", "lib/sysusers.d/thaiid-register.conf"):
        file = prefix / place
        assert (file.stat().st_mode & 0o777, "@bindir@" in file.read_text("utf-8")) == (0o644, False), place


def test_packages_take_all_that_is_installed_once(prefix: Path) -> None:
    taken: list[Path] = []
    for listed in [*(ROOT / "Packaging" / "debian").glob("*.install"), ROOT / "Packaging" / "debian" / "not-installed"]:
        places = [line.split()[0] for line in listed.read_text("utf-8").splitlines() if not line.startswith("debian/")]
        for place in (prefix.parent / place for place in places):
            assert place.exists(), f"{listed.name}: {place}"
            taken += [file for file in place.rglob("*") if file.is_file()] if place.is_dir() else [place]
    assert sorted(taken) == sorted(file for file in prefix.rglob("*") if file.is_file())


def test_the_register_starts_where_it_is_installed(installed: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    command = [
        installed / "thaiid-register", "init", "--no-input", "--open-account", "--store", f"sqlite:{tmp_path}/store",
        "--key-file", tmp_path / "key" / "register.key", "--recovery", tmp_path / "sheet.pdf"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path, timeout=60)
    assert done.returncode == 0, done
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-"), "drawn by the program that is installed beside it"
