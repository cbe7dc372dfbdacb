"""A stand-in for `thaiid-register`: it notes what it got, and answers to order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commandline import Tool
from drawing import alone

PROGRAM = r"""#!/usr/bin/python3 -I
import json, os, pathlib, sys, time

folder = pathlib.Path(__file__).parent
arguments = [os.fsencode(word).decode("utf-8", "surrogateescape") for word in sys.argv[1:]]
named = dict(zip(arguments, arguments[1:] + [""]))
# The folder that is listed has a number in it itself.
listed = os.listdir("/proc/self/fd")
got = {"config": os.environ.get("THAIID_CONFIG"), "arguments": arguments, "files": sorted(int(file) for file in listed if os.path.lexists("/proc/self/fd/" + file))}
if "--record-fd" in named:
    descriptor = int(named["--record-fd"])
    got["name"] = os.readlink(f"/proc/self/fd/{descriptor}")
    try:
        os.write(descriptor, b"x")
        got["sealed"] = False
    except PermissionError:
        got["sealed"] = True
    got["record"] = json.loads(os.read(descriptor, 1 << 20))
elif arguments[:2] == ["save", "-"] or "read-stdin" in arguments:
    got["record"] = json.loads(sys.stdin.buffer.read())
order = json.loads((folder / "order.json").read_text("utf-8"))
time.sleep(order.get("sleep", 0))
# In one step: this may be killed anywhere.
read = (got.get("record") or {}).get("read", {}).get("id")
kept = folder / "saved" / f"{read}.json"
again = kept.exists()
number = 0
while True:
    try:
        note = os.open(folder / f"call-{number:04}.json", os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        break
    except FileExistsError:
        number += 1
os.write(note, json.dumps(got).encode())
if order.get("signal"):
    os.kill(os.getpid(), order["signal"])
if order["exit"] == 0 and read and not again:
    part = folder / f"part-{os.getpid()}"
    part.write_text(json.dumps(got["record"]))
    try:
        os.link(part, kept)
    except FileExistsError:
        again = True
    part.unlink()
sys.stderr.write(order.get("stderr", ""))
answer = order.get("stdout", "")
sys.stdout.write(answer.replace('"new"', '"again"') if again else answer)
sys.exit(order["exit"])
"""


@dataclass(frozen=True)
class StandIn:
    """The program in the place of `thaiid-register`, and what it noted."""

    folder: Path

    def answers(self, outcome: str = "new", changed: list[str] | None = None, flags: list[str] | None = None) -> None:
        answer = {"schema": "thaiid.register-saved/1", "outcome": outcome, "changed": changed or [], "flags": flags or []}
        self.order(exit=0, stdout=json.dumps(answer) + "\n")

    def refuses(self, exit: int, code: str, message: str = "No.", remedy: str = "Ask.", **members: Any) -> None:
        error = {"schema": "thaiid.error/1", "code": code, "exit": exit, "message": message, "remedy": remedy} | members
        self.order(exit=exit, stderr="a library says something\n" + json.dumps(error) + "\n")

    def order(self, **order: Any) -> None:
        part = self.folder / "order.new"
        part.write_text(json.dumps(order), "utf-8")
        part.rename(self.folder / "order.json")

    @property
    def calls(self) -> list[dict[str, Any]]:
        """What it got, call by call."""
        return [json.loads(text) for note in sorted(self.folder.glob("call-*.json")) if (text := note.read_text("utf-8"))]

    @property
    def saved(self) -> dict[str, dict[str, Any]]:
        """The records that it keeps, by `read.id`."""
        return {file.stem: json.loads(file.read_text("utf-8")) for file in (self.folder / "saved").glob("*.json")}


def registering(tool: Tool, folder: Path) -> tuple[Tool, StandIn]:
    """A copy of the tool with the stand-in beside it, where it is looked for first."""
    copy = Tool(alone(tool.path, folder), tool.pcsc, tool.home)
    copy.environment |= {key: value for key, value in tool.environment.items() if key == "PATH"}
    program = folder / "thaiid-register"
    program.write_text(PROGRAM)
    program.chmod(0o755)
    (folder / "saved").mkdir()
    stand_in = StandIn(folder)
    stand_in.answers()
    return copy, stand_in
