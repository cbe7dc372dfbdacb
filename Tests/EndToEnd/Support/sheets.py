"""Sheets as thaiid-render draws them, and what other programs make of them."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

from traces import FIXTURES

PURPOSE = "สมัครสมาชิกห้องสมุด"
AUDIT = "7F3K-92QD-XM4T"
AT = "2026-11-23T09:42:30+07:00"


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
    trace = FIXTURES / f"{name}.trace"
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
