"""The tests' own parts, proven with programs of others and without the tool."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import faults
import pcscfaults
import pytest
from cardimage import CardImage, PoweredCard
from otherprogram import OtherProgram
from pcscfaults import Interposer
from privatepcsc import READERS, Attached, PrivatePCSC
from programs import FOREIGN_READER, SUPPORT
from screenpicture import CELL_WIDTH, MARGIN, PAPER, svg
from scriptedcard import Insert, ScriptedCard
from traces import Trace, fixture_names
from twinreader import READER, TwinReader


def test_the_service_has_two_readers_of_its_own_and_no_network(pcsc: PrivatePCSC) -> None:
    assert pcsc.run(["pcsc_scan", "-r"]).stdout.decode() == "".join(f"{n}: {name}\n" for n, name in enumerate(READERS))
    links = json.loads(pcsc.run(["ip", "-json", "link"]).stdout)
    assert [link["ifname"] for link in links] == ["lo"]


def test_nothing_is_left_when_the_service_is_closed() -> None:
    with PrivatePCSC() as service:
        daemon = int(service.run(["head", "-n1", "/run/pcscd/pcscd.pid"]).stdout)
        assert Path(f"/proc/{daemon}/comm").read_text() == "pcscd\n"
        folder = service.folder
    assert not Path(f"/proc/{daemon}").exists()
    assert not folder.exists()


def test_the_service_goes_when_the_tests_die() -> None:
    program = (
        "import sys, os, signal; sys.path.insert(0, sys.argv[1]); from privatepcsc import PrivatePCSC\n"
        "service = PrivatePCSC(); service.start()\n"
        "print(service._keeper.pid, service.run(['head', '-n1', '/run/pcscd/pcscd.pid']).stdout.decode(), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)")
    done = subprocess.run([sys.executable, "-c", program, str(SUPPORT)], capture_output=True, timeout=20)
    keeper, daemon = map(int, done.stdout.split())
    for process in (keeper, daemon):
        assert wait_for_end(process), process


def test_a_card_in_the_serial_reader_is_read_over_the_real_driver(ordinary: CardImage) -> None:
    with TwinReader(time_requests=1) as reader, PrivatePCSC(Attached(reader.configuration, (READER,))) as pcsc:
        reader.insert(ordinary)
        pcsc.wait_for_card()
        assert "citizenID" in json.loads(pcsc.run([*FOREIGN_READER, READER]).stdout)
        reader.pull()
        pcsc.wait_for_emptiness()


@pytest.mark.parametrize("round", range(4))
def test_a_card_is_seen_though_a_program_died_in_the_middle_of_the_one_before(
    pcsc: PrivatePCSC, ordinary: CardImage, round: int,
) -> None:
    """What the service does for a program that died in a transaction is to reset its card. Where that is gone, this
    looks into the reader, finds nothing and says so, long before the thread that tells of cards comes by."""
    gate = faults.Gate(1)
    with ScriptedCard(pcsc, ordinary, gate) as card:
        with OtherProgram(pcsc) as program:
            program.does("connect shared")
            program.does("begin")
            program.begins("transmit 00A4040008A000000054480001")
            gate.wait_until_reached()
        with pcsc.connect() as probe:
            card.pull()
            assert probe.recv(3, socket.MSG_WAITALL) == b"\x00\x01\x04", "somebody looks"
        pcsc.wait_for_emptiness()
        gate.open()
    with ScriptedCard(pcsc, ordinary):
        assert "citizenID" in json.loads(pcsc.run([*FOREIGN_READER, READERS[0]]).stdout)


def test_a_foreign_reader_reads_the_scripted_card(pcsc: PrivatePCSC, insert: Insert) -> None:
    card = insert()
    done = pcsc.run([*FOREIGN_READER, READERS[0]])
    assert json.loads(done.stdout)["citizenID"].encode() == card.image.peek(0x0004, 13)
    assert card.commands[0].hex() == "00a4040008a000000054480001"


@pytest.mark.parametrize("name", fixture_names())
def test_the_image_answers_as_its_recording_does(name: str) -> None:
    trace = Trace.load(name)
    if not trace.speaks_t0:
        pytest.skip("recorded where a reader fetched the answers itself; the image always speaks T=0")
    card = PoweredCard(CardImage(trace))
    answers = [(exchange.command.hex(), card.answer(exchange.command).hex()) for exchange in trace.exchanges]
    assert answers == [(exchange.command.hex(), (exchange.answer or b"").hex()) for exchange in trace.exchanges]


@pytest.mark.parametrize(("fault", "said"), [
    (faults.remove_before(3), "no valid response"),
    (faults.status_at(3, 0x6F00), "80b0000402000d: 6F00"),
    (faults.answer_at(2, b"\x90"), "no valid response"),
])
def test_a_foreign_reader_sees_the_faults(pcsc: PrivatePCSC, insert: Insert, fault: faults.Fault, said: str) -> None:
    insert(fault)
    done = pcsc.run([*FOREIGN_READER, READERS[0]])
    assert done.returncode == 1
    assert said in done.stderr.decode()


def test_the_service_reports_a_mute_card(pcsc: PrivatePCSC, insert: Insert) -> None:
    insert(mute=True)
    assert "Unresponsive card" in pcsc.run(["pcsc_scan", "-n", "-t", "1"]).stdout.decode()


def test_cards_come_and_go(pcsc: PrivatePCSC, ordinary: CardImage) -> None:
    for _ in range(3):
        card = ScriptedCard(pcsc, ordinary).insert()
        assert pcsc.run([*FOREIGN_READER, READERS[0]]).returncode == 0
        card.remove()
        assert pcsc.run([*FOREIGN_READER, READERS[0]]).returncode == 1


def test_another_program_takes_the_card_and_gives_it_back(pcsc: PrivatePCSC, insert: Insert) -> None:
    card = insert()
    with OtherProgram(pcsc) as one, OtherProgram(pcsc) as two:
        one.does("connect exclusive")
        assert two.tries("connect shared") == "Sharing violation."
        one.does("disconnect leave")
        two.does("connect shared")
        one.does("connect shared")
        one.does("begin")
        assert two.tries("reset") == "Sharing violation."
        one.does("transmit 00A4040008A000000054480001")
        one.does("end")
        assert card.resets == 0
        two.does("reset")
        assert card.resets == 1


def test_a_gate_holds_the_read_where_it_stands(pcsc: PrivatePCSC, insert: Insert) -> None:
    gate = faults.Gate(5)
    card = insert(gate)
    with pcsc.popen([*FOREIGN_READER, READERS[0]]) as reading:
        gate.wait_until_reached()
        assert len(card.commands) == 5
        assert reading.poll() is None
        gate.open()
        assert reading.wait(10) == 0


def test_the_library_between_fails_and_notes_calls(pcsc: PrivatePCSC, faults_library: Interposer, tmp_path: Path) -> None:
    denied = faults_library.failing("SCardEstablishContext", pcscfaults.SECURITY_VIOLATION)
    assert "Access denied" in pcsc.run(["pcsc_scan", "-r"], environment=denied).stderr.decode()
    later = faults_library.failing("SCardGetStatusChange", pcscfaults.NO_SERVICE, 2)
    scan = pcsc.run(["pcsc_scan", "-n", "-t", "1"], environment=later)
    assert "Virtual PCD 00 00" in scan.stdout.decode()
    assert "Service not available" in scan.stderr.decode()
    calls = tmp_path / "calls"
    pcsc.run(["pcsc_scan", "-r"], environment=faults_library.noting(calls))
    assert calls.read_text().splitlines()[:2] == ["SCardEstablishContext", "SCardGetStatusChange"]


def test_a_screen_is_drawn_with_each_letter_in_its_cell() -> None:
    picture = svg("\x1b[1mน้ำ\x1b[0m x\n\x1b[38;2;1;2;3m▄\x1b[7mก")
    texts = re.findall(r'<text x="([\d.]+)" y="[\d.]+" fill="([^"]+)"([^>]*)>([^<]+)<', picture)
    cells = [(round((float(x) - MARGIN) / CELL_WIDTH, 2), letters) for x, _, _, letters in texts]
    assert cells == [(0.5, "น้"), (1.5, "ำ"), (3, "x"), (1.5, "ก")], "Thai in the middle of its cell"
    assert ["bold" in more for _, _, more, _ in texts] == [True, True, False, False]
    assert texts[3][1] == PAPER and picture.count("#010203") == 2


def wait_for_end(process: int, seconds: float = 5) -> bool:
    """Whether the process is gone, or only waits to be reaped, within the time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state in "ZX":
            return True
        time.sleep(0.01)
    return False
