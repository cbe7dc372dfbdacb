"""`make install`: both programs without debug data, which stands beside them; and what goes with them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from commandline import ROOT

PROGRAMS = ["thaiid", "thaiid-render"]
UNIT = "thaiid-watch@.service"
EXPOSURE = {"system": 2.0, "user": 6.5}
"""What systemd may say of a unit at most, from 0 (closed) to 10. One of a user has no rights to take away, and none to
close folders with."""


def sections(file: Path) -> set[str]:
    """The names of a program's sections, but for those without contents."""
    lines = subprocess.run(["readelf", "-SW", file], capture_output=True, text=True, check=True).stdout.splitlines()
    fields = [line.split("]", 1)[1].split() for line in lines if line.lstrip().startswith("[") and "Nr" not in line]
    return {field[0] for field in fields if len(field) > 1 and field[1] != "NOBITS"}


@pytest.fixture(scope="module")
def prefix(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a build that is there already has been installed, for a machine that would have it at /usr."""
    place = tmp_path_factory.mktemp("installed")
    subprocess.run(
        ["make", "-C", ROOT, "-o", "build", "install", f"THAIID={binary}", f"DESTDIR={place}", "PREFIX=/usr"],
        check=True, capture_output=True, timeout=300)
    return place / "usr"


@pytest.fixture(scope="module")
def installed(prefix: Path) -> Path:
    return prefix / "bin"


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_carry_no_debug_data(binary: Path, installed: Path, name: str) -> None:
    program, data = installed / name, installed / ".debug" / f"{name}.debug"
    own = sections(program)
    assert ".text" in own and ".gnu_debuglink" in own
    assert not {".symtab", ".strtab"} & own and not any(section.startswith(".debug_") for section in own)
    assert program.stat().st_size < binary.with_name(name).stat().st_size
    assert {".symtab", ".debug_info"} <= sections(data) and ".text" not in sections(data)
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


@pytest.fixture(params=["system", "user"])
def unit(request: pytest.FixtureRequest, prefix: Path, tmp_path: Path) -> tuple[str, Path]:
    """A kind of unit, and that of a desk, with the program where it is here."""
    installed = (prefix / "lib" / "systemd" / request.param / UNIT).read_text("utf-8")
    assert "ExecStart=/usr/bin/thaiid watch " in installed
    desk = tmp_path / UNIT.replace("@", "@hotel-lobby")
    desk.write_text(installed.replace("/usr/bin/", f"{prefix}/bin/"))
    return request.param, desk


def analyse(unit: tuple[str, Path], *arguments: str) -> subprocess.CompletedProcess[str]:
    """What systemd's own judge says; it needs no systemd that runs."""
    kind, file = unit
    verb, *options = arguments
    return subprocess.run(
        ["systemd-analyze", f"--{kind}", "--no-pager", verb, *options, file], capture_output=True, text=True,
        env=os.environ | {"XDG_RUNTIME_DIR": str(file.parent)})


def test_units_have_no_mistake(unit: tuple[str, Path]) -> None:
    done = analyse(unit, "verify", "--man=no")
    assert (done.returncode, done.stderr) == (0, "")


def test_units_are_closed_as_far_as_they_can_be(unit: tuple[str, Path]) -> None:
    kind, file = unit
    done = analyse(("system", file), "security", "--offline=yes", f"--threshold={EXPOSURE[kind] * 10:.0f}")
    assert done.returncode == 0, done.stdout


def test_records_never_come_into_the_journal(unit: tuple[str, Path]) -> None:
    assert "StandardOutput=null" in unit[1].read_text().splitlines()


def test_the_user_of_the_service_may_use_readers_and_nobody_else(prefix: Path, tmp_path: Path) -> None:
    """polkit's rules are JavaScript, and one with a slip in it is passed over in silence."""
    rules = (prefix / "share" / "polkit-1" / "rules.d" / "thaiid.rules").read_text("utf-8")
    script = tmp_path / "rules.js"
    script.write_text(
        "var polkit = {Result: {YES: 'yes'}, addRule: function (rule) { this.rule = rule; }};\n" + rules + """
        ["access_pcsc", "access_card", "other"].forEach(function (action) {
            ["thaiid", "somebody"].forEach(function (user) {
                print(action, user, polkit.rule({id: "org.debian.pcsc-lite." + action}, {user: user}));
            });
        });
        """)
    said = subprocess.run(["duk", script], capture_output=True, text=True, check=True).stdout.splitlines()
    assert said == [
        "access_pcsc thaiid yes", "access_pcsc somebody undefined", "access_card thaiid yes",
        "access_card somebody undefined", "other thaiid undefined", "other somebody undefined"]
