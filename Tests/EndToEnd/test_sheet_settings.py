"""The settings of `thaiid sheet`: where they stand, and which of them wins."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandline import Tool
from drawing import drawn_by

PURPOSE = "--purpose=สมัครสมาชิกห้องสมุด"


def configure(path: Path, text: str) -> None:
    (path / "thaiid").mkdir(parents=True, exist_ok=True)
    (path / "thaiid/config").write_text(text)


def test_flag_environment_user_and_system_come_in_this_order(lonely: Tool, tmp_path: Path) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", 'echo "$@"')
    system = {"XDG_CONFIG_DIRS": f"/nonexistent:{tmp_path / 'system'}"}

    def purpose(*arguments: str, environment: dict[str, str] = system) -> str:
        said = tool("sheet", "--sample", "-o", "-", *arguments, environment=environment).text
        return said.partition("--purpose=")[2].partition(" ")[0]

    configure(tmp_path / "system", "purpose = system\npaper = a5\n")
    assert purpose() == "system"
    configure(tool.home / ".config", "# mine\npurpose = user\n")
    assert purpose() == "user"
    assert "--paper=a5" in tool("sheet", "--sample", "-o", "-", environment=system).text
    assert purpose(environment=system | {"XDG_CONFIG_HOME": str(tmp_path / "system")}) == "system"
    assert purpose(environment=system | {"THAIID_PURPOSE": "environment"}) == "environment"
    assert purpose("--purpose", "flag", environment=system | {"THAIID_PURPOSE": "environment"}) == "flag"


@pytest.mark.parametrize(("text", "line"), [("purpose x", 1), ("paper = a4\n\npapr = a5", 3), ("purpose = \xa1", 1)])
def test_a_file_of_settings_that_is_wrong_is_never_passed_over(lonely: Tool, tmp_path: Path, text: str, line: int) -> None:
    tool = drawn_by(lonely, tmp_path / "bin", "cat")
    configure(tool.home / ".config", "")
    (tool.home / ".config/thaiid/config").write_bytes(text.encode("latin-1"))
    result = tool("sheet", "--sample", PURPOSE, "-o", "-")
    assert result.exit == 64 and f"/.config/thaiid/config:{line}: " in result.error_text
    (tool.home / ".config/thaiid/config").unlink()
    (tool.home / ".config/thaiid/config").mkdir()
    assert tool("sheet", "--sample", PURPOSE, "-o", "-").exit == 64
