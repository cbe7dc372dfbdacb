"""The units for systemd and the rule for polkit, as they are installed; neither of the two has to run."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import ROOT, Tool
from drawing import drawing
from office import GROUP, SERVICE, Office
from printserver import PrintServer
from programs import UNIT_SANDBOX
from register import invented
from scriptedcard import Insert

UNIT = "thaiid-watch@.service"
REGISTER = "thaiid-register.service"
EXPOSURE = {"system": 2.0, "user": 6.5, "register": 1.0}
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


# The register's

@pytest.fixture
def keeper(prefix: Path, tmp_path: Path) -> tuple[str, Path]:
    """The unit of the register, with the program where it is here."""
    installed = (prefix / "lib" / "systemd" / "system" / REGISTER).read_text("utf-8")
    assert "ExecStart=/usr/bin/thaiid-register serve " in installed
    unit = tmp_path / REGISTER
    unit.write_text(installed.replace("/usr/bin/", f"{prefix}/bin/"))
    unit.chmod(0o644)
    return "system", unit


def test_the_registers_unit_has_no_mistake_and_is_closed(keeper: tuple[str, Path]) -> None:
    done = analyse(keeper, "verify", "--man=no")
    assert (done.returncode, done.stderr) == (0, "")
    done = analyse(keeper, "security", "--offline=yes", f"--threshold={EXPOSURE['register'] * 10:.0f}")
    assert done.returncode == 0, done.stdout


def test_what_the_registers_unit_refuses_is_refused(keeper: tuple[str, Path], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    program = """
import ctypes, mmap, os, socket, sys
file = sys.argv[1]
for attempt in (
    lambda: os.setuid(1), lambda: os.chroot("/"), lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_WRITE | mmap.PROT_EXEC),
    lambda: socket.socket(socket.AF_INET), lambda: socket.socket(socket.AF_INET6), lambda: socket.socket(socket.AF_NETLINK),
    lambda: os.sched_setaffinity(0, {0}), lambda: os.setpriority(os.PRIO_PROCESS, 0, -1), lambda: os.fchown(0, 0, 0),
    lambda: socket.socket(socket.AF_UNIX), lambda: os.chown(file, -1, os.getgid()),
):
    try:
        attempt()
        print("allowed")
    except PermissionError:
        print("refused")
"""
    said = subprocess.run(
        [*UNIT_SANDBOX, keeper[1], sys.executable, "-c", program, tmp_path / "file"], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["refused"] * 9 + ["allowed"] * 2


@pytest.fixture
def office(binary: Path) -> Iterator[Office]:
    if os.geteuid() != 0:
        pytest.skip("made-up accounts need root")
    office = Office(binary, ["desk1"])
    office.make({"desk1": "desk"})
    yield office
    office.remove()


def test_the_register_can_do_its_work_within_its_unit(office: Office, binary: Path, prefix: Path) -> None:
    unit = office.folder / REGISTER
    unit.write_bytes((prefix / "lib" / "systemd" / "system" / REGISTER).read_bytes())
    unit.chmod(0o644)
    [start] = [line for line in unit.read_text().splitlines() if line.startswith("ExecStart=")]
    command = start.partition("=")[2]
    for there, here in (
        ("/usr/bin/", f"{binary.parent}/"), ("/run/thaiid-register/socket", str(office.socket)),
        ("/var/lib/thaiid-register", f"{office.folder}/state"),
    ):
        assert there in command
        command = command.replace(there, here)
    assert f"--group {GROUP}" in command
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(office.folder / "notify"))
        (office.folder / "notify").chmod(0o666)
        manager.settimeout(10)
        served = subprocess.Popen(
            office.command(SERVICE, *UNIT_SANDBOX, unit, *command.split()), stderr=subprocess.PIPE, cwd="/",
            env=office.environment | {"NOTIFY_SOCKET": str(office.folder / "notify")})
        try:
            assert manager.recv(100) == b"READY=1"
            [person] = invented(binary, 1)
            number = {"citizenID": person["card"]["citizenID"]}
            saved, found, shown = office.ask(
                "desk1", {"act": "save", "purpose": "counter", "arguments": {"record": person}},
                {"act": "find-by-number", "purpose": "counter", "arguments": number},
                {"act": "show", "purpose": "counter", "arguments": number})
            assert saved["answer"]["outcome"] == "new"
            assert len(found["answer"]["people"]) == 1 and "record" in shown["answer"]
            assert office.stop(served) < 1
            assert manager.recv(100) == b"STOPPING=1"
        finally:
            served.kill()
            _, told = served.communicate()
    assert number["citizenID"].encode() not in told


def test_the_accounts_of_the_register_are_made(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    subprocess.run(
        ["systemd-sysusers", f"--root={tmp_path}", ROOT / "Packaging" / "sysusers" / "thaiid-register.conf"], check=True,
        capture_output=True)
    [account] = [line.split(":") for line in (tmp_path / "etc" / "passwd").read_text().splitlines() if line.startswith(SERVICE)]
    assert account[5:] == ["/var/lib/thaiid-register", "/usr/sbin/nologin"]
    assert f"\n{GROUP}:x:" in "\n" + (tmp_path / "etc" / "group").read_text()
