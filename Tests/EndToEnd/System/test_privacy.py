"""What the tool keeps to itself: modes of files, words of the card, memory after a crash, the network."""

from __future__ import annotations

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import faults
import pytest
from canary import told_by
from cardimage import CardImage
from commandline import Tool
from pcscfaults import Interposer, wait_for_call
from scriptedcard import Fault, Insert

TOLD = ("citizenID", "nameThai", "nameEnglish", "address", "underPhotoNumber", "laser", "mainEntitlement", "mainHospital")
"""What a good read says on standard output, so that the search for it elsewhere means something."""

WITHOUT_PRIVILEGES = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


# Files: 0600 under any umask, at the place that was named and nowhere else.

@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_files_are_for_their_owner_alone(thaiid: Tool, insert: Insert, tmp_path: Path, umask: int) -> None:
    insert()
    folder = tmp_path / "files"
    folder.mkdir()
    result = thaiid("read", "--photo", folder / "photo.jpg", "--trace", folder / "card.trace", umask=umask)
    assert result.exit == 0, result
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {"photo.jpg": 0o600, "card.trace": 0o600}


def test_a_replaced_file_is_for_its_owner_alone(thaiid: Tool, insert: Insert, tmp_path: Path) -> None:
    insert()
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"old")
    photo.chmod(0o666)
    assert thaiid("read", "--photo", photo, "--force").exit == 0
    assert stat.S_IMODE(photo.stat().st_mode) == 0o600


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("option", ["--photo", "--trace"])
def test_no_symbolic_link_is_followed(thaiid: Tool, insert: Insert, tmp_path: Path, option: str, force: list[str]) -> None:
    insert()
    kept, nowhere = tmp_path / "kept", tmp_path / "nowhere"
    kept.write_bytes(b"mine")
    for target in (kept, nowhere):
        link = tmp_path / f"link to {target.name}"
        link.symlink_to(target)
        result = thaiid("read", "--json", option, link, *force)
        assert result.exit == 24
    assert kept.read_bytes() == b"mine"
    assert not nowhere.exists()


def test_nothing_is_left_beside_the_named_files(thaiid: Tool, insert: Insert, secret: CardImage, tmp_path: Path) -> None:
    insert(image=secret)
    folder = tmp_path / "files"
    folder.mkdir()
    thaiid("read", "--json", "--chip", "--health", "--photo", folder / "photo.jpg", "--trace", folder / "card.trace", folder=folder)
    assert sorted(path.name for path in folder.iterdir()) == ["card.trace", "photo.jpg"]
    assert list(thaiid.home.iterdir()) == [], "home is also the folder for temporary files"


# Words of the card: on standard output, and nowhere else.

def broken_reads() -> Iterator[tuple[str, Fault | None, list[str]]]:
    for number in (3, 4, 6, 8, 20, 46, 48, 50):
        yield f"6F00 at {number}", faults.status_at(number, 0x6F00), []
        yield f"short at {number}", faults.cut_at(number), []
        yield f"long at {number}", faults.stretched_at(number), []
    yield "endless", faults.endless_61(6, b"\x20" * 100), []
    yield "refused", None, ["--photo", "/dev/null"]
    yield "not written", None, ["--photo", "/nonexistent/photo.jpg"]


@pytest.mark.parametrize("output", [["--json"], ["--lang", "en"], ["--lang", "th", "--stats"]], ids=" ".join)
def test_errors_do_not_tell_on_the_holder(thaiid: Tool, insert: Insert, secret: CardImage, output: list[str]) -> None:
    told = {}
    card = insert(image=secret)
    for name, fault, options in broken_reads():
        card.misbehave(fault)
        result = thaiid("read", "--chip", "--health", *output, *options)
        told[name] = told_by(result.errors + (result.output if result.exit else b""), secret)
    assert told == dict.fromkeys(told, [])


@pytest.mark.parametrize("number", [3, 8, 30])
def test_a_pulled_card_does_not_tell_on_the_holder(thaiid: Tool, insert: Insert, secret: CardImage, number: int) -> None:
    insert(faults.remove_before(number), image=secret)
    result = thaiid("read", "--chip", "--health", "--lang", "th", "--stats")
    assert (result.exit, result.output) == (15, b"")
    assert told_by(result.errors, secret) == []


def test_a_wrong_check_digit_does_not_tell_on_the_holder(thaiid: Tool, insert: Insert, secret: CardImage) -> None:
    insert(image=secret.poke(0x0004, b"4000000000004"))
    for output in (["--json"], ["--lang", "th"]):
        result = thaiid("read", *output)
        assert result.exit == 20
        assert told_by(result.output + result.errors, secret.poke(0x0004, b"4000000000004")) == []
        assert b"4000000000004" not in result.errors


def test_a_good_read_says_nothing_on_standard_error(thaiid: Tool, insert: Insert, secret: CardImage) -> None:
    insert(image=secret)
    for output in (["--json"], [], ["--stats"], ["--lang", "th", "--stats"]):
        result = thaiid("read", "--chip", "--health", *output)
        assert result.exit == 0
        assert {f"{key} (utf-8)" for key in TOLD} <= set(told_by(result.output, secret))
        assert told_by(result.errors, secret) == []
    assert thaiid("read", "--json").errors == b""


@pytest.mark.parametrize("command", [["doctor"], ["doctor", "--json"], ["readers"], ["readers", "--json"]], ids=" ".join)
def test_what_is_said_about_readers_is_not_about_people(thaiid: Tool, insert: Insert, secret: CardImage, command: list[str]) -> None:
    insert(image=secret)
    result = thaiid(*command)
    assert result.exit == 0
    assert told_by(result.output + result.errors, secret) == []


def test_a_masked_record_hides_the_citizen_id(thaiid: Tool, insert: Insert, secret: CardImage) -> None:
    insert(image=secret)
    for output in (["--json"], ["--lang", "en"], ["--lang", "th"]):
        result = thaiid("read", "--mask", *output)
        assert result.exit == 0
        assert [name for name in told_by(result.output, secret) if name.startswith(("citizenID", "issuerCode"))] == []
    assert thaiid("read", "--mask", "--json").record["card"]["citizenID"] == "x-xxxx-xxxxx-00-3"


# Memory: no core file, no look into the process from outside.

@pytest.fixture
def waiting(thaiid: Tool, faults_library: Interposer, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`thaiid read --wait`, waiting for a card, without privileges, and with core files allowed by its parent."""
    calls = tmp_path / "calls"
    wrapper = ["prlimit", "--core=unlimited", *WITHOUT_PRIVILEGES]
    with thaiid.running("read", "--wait", wrapper=wrapper, environment=faults_library.noting(calls)) as process:
        wait_for_call(calls, "SCardGetStatusChange")
        yield process


def test_core_files_are_off(waiting: subprocess.Popen[bytes]) -> None:
    limits = Path(f"/proc/{waiting.pid}/limits").read_text()
    assert re.search(r"^Max core file size +0 +0 ", limits, re.MULTILINE), limits


def test_a_crash_leaves_no_core_file(waiting: subprocess.Popen[bytes]) -> None:
    waiting.send_signal(signal.SIGSEGV)
    status = end_of(waiting)
    assert waiting.returncode == -signal.SIGSEGV
    assert not os.WCOREDUMP(status)
    assert waiting.stderr and waiting.stderr.read() == b"", "nothing that looks into the memory of the crashed process"


def end_of(process: subprocess.Popen[bytes], seconds: float = 5) -> int:
    """The status that a process leaves behind, with its mark for a core file, which `Popen` does not keep."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        ended, status = os.waitpid(process.pid, os.WNOHANG)
        if ended:
            process.returncode = os.waitstatus_to_exitcode(status)
            return status
        time.sleep(0.005)
    raise AssertionError(f"the process had not ended {seconds} s after it crashed")


def test_the_process_is_closed_to_its_neighbours(thaiid: Tool, waiting: subprocess.Popen[bytes]) -> None:
    def opened(process: subprocess.Popen[bytes]) -> int:
        return thaiid.pcsc.run([*WITHOUT_PRIVILEGES, "cat", f"/proc/{process.pid}/environ"]).returncode

    neighbour = thaiid.pcsc.popen([*WITHOUT_PRIVILEGES, sys.executable, "-c", "print(flush=True); input()"], stdin=subprocess.PIPE)
    with neighbour:
        assert neighbour.stdout and neighbour.stdout.readline() == b"\n"
        assert opened(neighbour) == 0, "an ordinary process is open to its neighbours"
        neighbour.kill()
    assert opened(waiting) != 0


# The network: none.

@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("command", [["read", "--json", "--chip", "--health"], ["readers"], ["doctor"]], ids=" ".join)
def test_no_socket_but_that_of_the_service(thaiid: Tool, insert: Insert, tmp_path: Path, command: list[str]) -> None:
    insert()
    calls = tmp_path / "strace"
    result = thaiid(*command, wrapper=["strace", "-f", "-qq", "-o", calls, "-e", "trace=socket,connect,sendto,bind"])
    assert result.exit == 0, result
    opened = re.findall(r"(?:socket|connect|bind)\((.*)", calls.read_text())
    assert opened and all("AF_UNIX" in call for call in opened), opened
