"""The drawing program, as the tool finds it, and stand-ins for it that misbehave to order."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from commandline import Tool, executable


def renderer_folder() -> Path:
    """The folder of the real `thaiid-render`: that of the tool, or one on the path."""
    beside = executable().with_name("thaiid-render")
    found = str(beside) if os.access(beside, os.X_OK) else shutil.which("thaiid-render")
    if not found:
        raise FileNotFoundError("no thaiid-render to test with: build it")
    return Path(found).parent


def drawing(tool: Tool) -> Tool:
    """The tool, with the real drawing program on its path."""
    tool.environment["PATH"] = f"{os.environ['PATH']}:{renderer_folder()}"
    return tool


def alone(binary: Path, folder: Path) -> Path:
    """A copy of the tool in a folder without the drawing program."""
    folder.mkdir()
    return Path(shutil.copy2(binary, folder / "thaiid"))


def stand_in(folder: Path, script: str) -> Path:
    """A drawing program of a few lines of shell, in a folder to be put on the path."""
    folder.mkdir(exist_ok=True)
    program = folder / "thaiid-render"
    program.write_text("#!/bin/sh\n" + script)
    program.chmod(0o755)
    return folder


def drawn_by(tool: Tool, folder: Path, script: str) -> Tool:
    """A copy of the tool, beside nothing, with a drawing program of a few lines of shell on its path."""
    copy = Tool(alone(tool.path, folder.with_name(f"{folder.name}-alone")), tool.pcsc, tool.home)
    copy.environment["PATH"] = f"{stand_in(folder, script)}:/usr/bin:/bin"
    return copy
