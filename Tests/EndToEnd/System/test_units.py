"""The units for systemd and the rule for polkit, as they are installed; neither of the two has to run."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commandline import Tool
from drawing import drawing
from printserver import PrintServer
from programs import UNIT_SANDBOX
from scriptedcard import Insert

UNIT = "thaiid-watch@.service"
EXPOSURE = {"system": 2.0, "user": 6.5}
"""What systemd may say of a unit at most, from 0 (closed) to 10. One of a user has no rights to take away, and none to
close folders with."""


@pytest.fixture(params=["system", "user"])
def unit(request: pytest.FixtureRequest, prefix: Path, tmp_path: Path) -> tuple[str, Path]:
    """A kind of unit, and that of a desk, with the program where it is here."""
    installed = (prefix / "lib" / "systemd" / request.param / UNIT).read_text("utf-8")
    assert "ExecStart=/usr/bin/thaiid watch " in installed
    desk = tmp_path / UNIT.replace("@", "@hotel-lobby")
    desk.write_text(installed.replace("/usr/bin/", f"{prefix}/bin/"))
    return request.param, desk


def analyse(unit: tuple[str, Path], *arguments: str) -> subprocess.CompletedProcess[str]:
    """What systemd's own judge says; it needs no systemd that runs, and sees no unit of this machine."""
    kind, file = unit
    for target in ("sysinit", "basic", "shutdown"):
        file.with_name(f"{target}.target").write_text("[Unit]\n")
    verb, *options = arguments
    places = {"XDG_RUNTIME_DIR": str(file.parent), "SYSTEMD_UNIT_PATH": str(file.parent)}
    return subprocess.run(
        ["systemd-analyze", f"--{kind}", "--no-pager", verb, *options, file], capture_output=True, text=True,
        env=os.environ | places)


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


@pytest.fixture
def confined(unit: tuple[str, Path]) -> list[str | Path]:
    """What runs a program with the system calls that the unit leaves it."""
    return [*UNIT_SANDBOX, unit[1]]


def test_what_a_unit_refuses_is_refused(unit: tuple[str, Path], confined: list[str | Path]) -> None:
    program = """
import mmap, os, socket
for attempt in (
    lambda: os.setuid(1), lambda: os.chroot("/"), lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_WRITE | mmap.PROT_EXEC),
    lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW), lambda: socket.socket(socket.AF_INET),
):
    try:
        attempt()
        print("allowed")
    except PermissionError:
        print("refused")
"""
    said = subprocess.run([*confined, sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["refused"] * 4 + ["allowed" if unit[0] == "user" else "refused"]


def test_a_desk_can_do_its_work_within_a_unit(
    thaiid: Tool, insert: Insert, confined: list[str | Path], tmp_path: Path,
) -> None:
    drawing(thaiid)
    insert()
    assert "photo" in thaiid("read", "--json", wrapper=confined).record["card"]
    with PrintServer(tmp_path / "cups") as server:
        server.add("office")
        thaiid.environment |= server.environment
        printed = thaiid(
            "sheet", "--purpose", "x", "--print", "office", "-o", "sheet.pdf", "--lang", "en", wrapper=confined)
        assert printed.exit == 0, printed
        document, _ = server.job("office")
    assert document == (thaiid.home / "sheet.pdf").read_bytes()
    assert thaiid("read", "--format", "xlsx", "-o", "card.xlsx", wrapper=confined).exit == 0


def test_a_watch_within_a_unit_does_what_a_desk_asks(
    thaiid: Tool, insert: Insert, unit: tuple[str, Path], confined: list[str | Path], folder: Path,
) -> None:
    drawing(thaiid)
    program = folder / "program"
    program.write_text(f"#!/bin/sh\nexec cat > {folder}/handed\n")
    program.chmod(0o755)
    settings = thaiid.home / ".config" / "thaiid" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f'[desk.hotel-lobby]\nappend = ["{folder}/visits.csv"]\nexec = "{program}"\nsave = "{folder}"\nsheet = true\n'
        'purpose = "x"\n')
    [start] = [line for line in unit[1].read_text().splitlines() if line.startswith("ExecStart=")]
    command = start.partition("=")[2].replace("%i", "hotel-lobby").split()[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(folder / "notify"))
        manager.settimeout(10)
        thaiid.environment["NOTIFY_SOCKET"] = str(folder / "notify")
        with thaiid.running(*command, wrapper=confined) as watch:
            assert manager.recv(100) == b"READY=1"
            insert()
            events = []
            while len(events) < 3:
                told = json.loads(watch.stdout.readline())
                events += [told] if told["event"].startswith("action.") else []
            assert {told["event"] for told in events} == {"action.done"}, events
            stopped = time.monotonic()
            watch.terminate()
            assert (watch.wait(5), manager.recv(100)) == (0, b"STOPPING=1")
            assert time.monotonic() - stopped < 1
    assert len((folder / "visits.csv").read_bytes().splitlines()) == 2
    assert json.loads((folder / "handed").read_bytes())["card"]["citizenID"]
    assert [file.read_bytes()[:5] for file in folder.glob("*.pdf")] == [b"%PDF-"]
