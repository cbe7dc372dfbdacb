"""The settings of `thaiid sheet`: where they stand, and which of them wins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commandline import Tool
from drawing import drawn_by

PURPOSE = "--purpose=สมัครสมาชิกห้องสมุด"


def configure(path: Path, text: str) -> None:
    (path / "thaiid").mkdir(parents=True, exist_ok=True)
    (path / "thaiid/config.toml").write_text(text)


def test_flag_environment_user_and_system_come_in_this_order(lonely: Tool, tmp_path: Path) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", "head -n 1")
    system = {"XDG_CONFIG_DIRS": f"/nonexistent:{tmp_path / 'system'}"}

    def purpose(*arguments: str, environment: dict[str, str] = system) -> str:
        said = tool("sheet", "--sample", "-o", "-", *arguments, environment=environment).text
        return said.partition('"--purpose=')[2].partition('"')[0]

    configure(tmp_path / "system", "[sheet]\npurpose = 'system'\npaper = 'a5'\n")
    assert purpose() == "system"
    configure(tool.home / ".config", "# mine\n[sheet]\npurpose = 'user'\n")
    assert purpose() == "user"
    assert "--paper=a5" in tool("sheet", "--sample", "-o", "-", environment=system).text
    assert purpose(environment=system | {"XDG_CONFIG_HOME": str(tmp_path / "system")}) == "system"
    assert purpose(environment=system | {"THAIID_PURPOSE": "environment"}) == "environment"
    assert purpose("--purpose", "flag", environment=system | {"THAIID_PURPOSE": "environment"}) == "flag"


@pytest.mark.parametrize(("variable", "value", "option"), [
    ("THAIID_PAPER", "letter", "--paper=letter"), ("THAIID_FONT", "Garuda", "--font=Garuda"),
    ("THAIID_PRESET", "hotel", "--sections=id,names,address,issuer"), ("THAIID_ISSUER_BLOCK", "desk", "--issuer-block=desk"),
])
def test_variable_settles_what_nothing_else_says(
    lonely: Tool, tmp_path: Path, variable: str, value: str, option: str,
) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", "head -n 1")
    assert option in json.loads(tool("sheet", "--sample", PURPOSE, "-o", "-", environment={variable: value}).output)


def test_a_desk_settles_what_no_option_says(lonely: Tool, tmp_path: Path) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", "head -n 1")
    configure(tool.home / ".config", """
        [sheet]
        purpose = "all"
        paper = "a5"
        [desk.lobby]
        purpose = "lobby"
        mask = true
        no-photo = true
        lang = "both"
    """)

    def asked(*arguments: str, **environment: str) -> set[str]:
        return set(json.loads(tool("sheet", "--sample", "-o", "-", *arguments, environment=environment).output))

    lobby = {"--purpose=lobby", "--paper=a5", "--mask", "--no-photo", "--lang=both"}
    assert "--purpose=all" in asked() and not asked() & {"--mask", "--no-photo", "--lang=both"}
    assert lobby <= asked("--desk", "lobby") and lobby <= asked(THAIID_DESK="lobby")
    assert {"--purpose=mine", "--lang=en", "--paper=a4"} <= asked("--desk", "lobby", "--purpose=mine", "--lang=en", "--paper=a4")
    assert "--purpose=variable" in asked("--desk", "lobby", THAIID_PURPOSE="variable")
    (tool.home / "own.toml").write_text("[desk.lobby]\npurpose = 'own'\n")
    assert "--purpose=own" in asked("--desk", "lobby", "--config", "own.toml")
    assert "--purpose=own" in asked("--desk", "lobby", THAIID_CONFIG="own.toml")
    assert tool("sheet", "--sample", "--desk", "lobby").exit == 64


def test_relative_folders_of_settings_are_passed_over(lonely: Tool, tmp_path: Path) -> None:
    """Else whoever puts a file into a folder settles what is done there."""
    tool = drawn_by(lonely, tmp_path / "bin", "head -n 1")
    configure(tool.home / "here", "[sheet]\npurpose = 'theirs'\n")
    for variable in ("XDG_CONFIG_HOME", "XDG_CONFIG_DIRS"):
        assert tool("sheet", "--sample", "-o", "-", environment={variable: "here"}).exit == 24
    configure(tool.home / ".config", "[sheet]\npurpose = 'mine'\n")
    assert b"--purpose=mine" in tool("sheet", "--sample", "-o", "-", environment={"XDG_CONFIG_HOME": "here"}).output


def test_the_drawing_program_gets_what_fonts_depend_on(lonely: Tool, tmp_path: Path) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", "env")
    wanted = {
        name: f"/nonexistent/{name}" for name in (
            "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
            "XDG_DATA_HOME", "XDG_DATA_DIRS", "TMPDIR")}
    got = tool("sheet", "--sample", PURPOSE, "-o", "-", environment=wanted).text.splitlines()
    assert {f"{name}={value}" for name, value in wanted.items()} <= set(got)


@pytest.mark.parametrize(("text", "line"), [
    ("purpose x", 1), ("[sheet]\npaper = 'a4'\n\npapr = 'a5'", 4), ("purpose = '\xa1'", 1), ("[sheet]\npurpose = x", 2)])
def test_a_file_of_settings_that_is_wrong_is_never_passed_over(lonely: Tool, tmp_path: Path, text: str, line: int) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", "cat")
    configure(tool.home / ".config", "")
    (tool.home / ".config/thaiid/config.toml").write_bytes(text.encode("latin-1"))
    result = tool("sheet", "--sample", PURPOSE, "-o", "-")
    assert result.exit == 64 and f"/.config/thaiid/config.toml:{line}: " in result.error_text
    (tool.home / ".config/thaiid/config.toml").unlink()
    (tool.home / ".config/thaiid/config.toml").mkdir()
    assert tool("sheet", "--sample", PURPOSE, "-o", "-").exit == 64
