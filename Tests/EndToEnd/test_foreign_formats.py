"""Recordings of other programs, made by those programs here and now; and ours, read by others."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import faults
import pytest
from cardimage import CardImage, PoweredCard
from commandline import Tool
from privatepcsc import READERS, PrivatePCSC
from scriptedcard import ScriptedCard
from traces import FIXTURES, Exchange, Trace, fixture_names

Insert = Callable[..., ScriptedCard]
Convert = Callable[..., Path]

COMMANDS = ["00A4040008A000000054480001", "00C000000A", "80B0000402000D", "00C000000D", "80B000000200FF", "00C00000FF"]
OPENSC_TOOL = ["opensc-tool", "--reader", "0", *(word for command in COMMANDS for word in ("--send-apdu", command))]
GSMTAP_HEADER, GSMTAP_APDU, GSMTAP_ATR = 16, 0, 1


@pytest.fixture(scope="module", autouse=True)
def can_convert(binary: Path) -> None:
    if b"--to" not in subprocess.run([binary, "trace", "convert", "--help"], capture_output=True).stdout:
        pytest.skip("this build has no `trace convert`")


@pytest.fixture
def convert(thaiid: Tool, tmp_path: Path) -> Convert:
    """Converts a file, or the bytes of one, and gives the new file."""
    def convert(source: Path | bytes, to: str = "thaiid") -> Path:
        number = len(list(tmp_path.glob("converted-*")))
        if isinstance(source, bytes):
            (tmp_path / f"source-{number}").write_bytes(source)
            source = tmp_path / f"source-{number}"
        target = tmp_path / f"converted-{number}"
        done = thaiid("trace", "convert", source, "--to", to, "-o", target)
        assert done.exit == 0, done
        return target

    return convert


class Spy:
    """libpcscspy between a program and the PC/SC library."""

    def __init__(self, folder: Path) -> None:
        library = next(Path("/usr/lib").glob("*/libpcscspy.so.0"))
        real = library.with_name("libpcsclite.so.1")
        self.log = folder / "pcsc-spy"
        self.environment = {"HOME": str(folder)}
        if library.with_name("libpcsclite_real.so.1").exists():
            self.environment["LIBPCSCLITE_DELEGATE"] = str(library)
            return
        # Before pcsc-lite 2, a spy has to stand in the library's place: for programs that are linked with it as
        # for those that load it by its name.
        places = folder / "spied"
        places.mkdir()
        (places / "libpcsclite.so.1").symlink_to(library)
        (places / "libpcsclite_nospy.so.1").symlink_to(real)
        self.environment["LD_LIBRARY_PATH"] = str(places)


@pytest.fixture
def spy(tmp_path: Path) -> Spy:
    spy = Spy(tmp_path)
    spy.log.touch()
    return spy


def parse(file: Path) -> Trace:
    return Trace.parse(file.read_text("utf-8"))


def conversation(trace: Trace) -> list[tuple[bytes, bytes | None, str | None]]:
    return [(exchange.command, exchange.answer, exchange.failure) for exchange in trace.exchanges]


def assert_is_what_passed(trace: Trace, card: ScriptedCard) -> None:
    """The recording holds the commands that the card got, and the answers that it must have given."""
    assert [exchange.command.hex() for exchange in trace.exchanges] == [command.hex() for command in card.commands]
    powered = PoweredCard(card.image)
    answers = [powered.answer(exchange.command).hex() for exchange in trace.exchanges]
    assert [(exchange.answer or b"").hex() for exchange in trace.exchanges] == answers
    assert trace.atr == card.image.atr
    assert trace.reader == READERS[0]


# OpenSC

@pytest.mark.parametrize("how", ["environment", "option"])
def test_debug_log_of_opensc_holds_all_that_the_card_saw(
    pcsc: PrivatePCSC, insert: Insert, convert: Convert, how: str,
) -> None:
    card = insert()
    if how == "environment":
        done = pcsc.run(OPENSC_TOOL, environment={"OPENSC_DEBUG": "9"})
    else:
        done = pcsc.run([*OPENSC_TOOL, "-vvvvvvvvv"])
    assert done.returncode == 0, done
    trace = parse(convert(done.stderr))
    assert_is_what_passed(trace, card)
    assert len(trace.exchanges) > len(COMMANDS), "OpenSC's own SELECTs are among them"
    assert [exchange.command.hex().upper() for exchange in trace.exchanges[-len(COMMANDS):]] == COMMANDS
    assert all(exchange.microseconds is not None for exchange in trace.exchanges)


def test_debug_log_of_opensc_and_its_output_in_one_file(pcsc: PrivatePCSC, insert: Insert, convert: Convert) -> None:
    card = insert()
    done = pcsc.run(OPENSC_TOOL, environment={"OPENSC_DEBUG": "9"}, stderr=subprocess.STDOUT)
    assert_is_what_passed(parse(convert(done.stdout)), card)


def test_debug_log_of_opensc_says_that_the_card_was_pulled(pcsc: PrivatePCSC, insert: Insert, convert: Convert) -> None:
    insert(lambda index, command, answer: None if command.startswith(b"\x80\xB0") else answer)
    done = pcsc.run(OPENSC_TOOL, environment={"OPENSC_DEBUG": "9"})
    *before, last = parse(convert(done.stderr)).exchanges
    assert (last.command.hex().upper(), last.failure) == (COMMANDS[2], "communication")
    assert all(exchange.failure is None for exchange in before)


def test_logs_say_that_the_service_died(
    pcsc: PrivatePCSC, insert: Insert, convert: Convert, spy: Spy, tmp_path: Path,
) -> None:
    held = threading.Event()
    gone = threading.Event()

    def hold(index: int, command: bytes, answer: bytes) -> bytes:
        if command.startswith(b"\x80\xB0"):
            held.set()
            gone.wait(10)
        return answer

    insert(hold)
    log = tmp_path / "opensc.log"
    environment = {"OPENSC_DEBUG": "9", **spy.environment}
    with log.open("wb") as errors, pcsc.popen(OPENSC_TOOL, environment=environment, stderr=errors) as process:
        assert held.wait(10)
        pcsc.kill()
        gone.set()
        process.communicate(timeout=20)
    for trace in (parse(convert(log)), parse(convert(spy.log))):
        last = trace.exchanges[-1]
        assert (last.command.hex().upper(), last.failure) == (COMMANDS[2], "service-gone")


# pcsc-spy

def test_log_of_the_spy_is_what_the_tool_itself_records(
    thaiid: Tool, insert: Insert, convert: Convert, spy: Spy, tmp_path: Path,
) -> None:
    insert()
    recording = tmp_path / "recording.trace"
    done = thaiid("read", "--json", "--record", recording, environment=spy.environment)
    assert done.exit == 0, done
    own, spied = parse(recording), parse(convert(spy.log))
    assert conversation(spied) == conversation(own)
    assert (spied.atr, spied.reader) == (own.atr, own.reader)
    assert spied.recorded and own.recorded and spied.recorded[:10] == own.recorded[:10]
    for ours, theirs in zip(own.exchanges, spied.exchanges, strict=True):
        assert ours.microseconds is not None and theirs.microseconds is not None
        assert theirs.microseconds <= ours.microseconds + 1


@pytest.mark.parametrize("options", [["-n"], [], ["-t"], ["-n", "-t"], ["-n", "-d"]], ids=str)
def test_what_pcsc_spy_prints_holds_the_same(
    pcsc: PrivatePCSC, insert: Insert, convert: Convert, spy: Spy, options: list[str],
) -> None:
    card = insert()
    assert pcsc.run(OPENSC_TOOL, environment=spy.environment).returncode == 0
    raw = parse(convert(spy.log))
    assert_is_what_passed(raw, card)
    printed = subprocess.run(["pcsc-spy", *options, spy.log], capture_output=True, check=True).stdout
    trace = parse(convert(printed))
    assert conversation(trace) == conversation(raw)
    times = [exchange.microseconds for exchange in trace.exchanges]
    if "-d" in options:
        assert set(times) == {None}
    else:
        assert times == [exchange.microseconds for exchange in raw.exchanges]
        assert (trace.atr, trace.reader) == (raw.atr, raw.reader)


def test_spy_writes_the_same_into_a_fifo(pcsc: PrivatePCSC, insert: Insert, convert: Convert, spy: Spy) -> None:
    card = insert()
    spy.log.unlink()
    os.mkfifo(spy.log)
    logs: list[bytes] = []
    listener = threading.Thread(target=lambda: logs.append(spy.log.read_bytes()), daemon=True)
    listener.start()
    assert pcsc.run(OPENSC_TOOL, environment=spy.environment).returncode == 0
    listener.join(10)
    assert_is_what_passed(parse(convert(logs[0])), card)


def test_log_of_the_spy_shows_resets(pcsc: PrivatePCSC, insert: Insert, convert: Convert, spy: Spy) -> None:
    card = insert()
    script = "\n".join(["reset", *COMMANDS[:2], "reset", *COMMANDS[:2]]).encode() + b"\n"
    done = pcsc.run(["scriptor", "-p", "T=0"], input=script, environment=spy.environment)
    assert done.returncode == 0, done
    for source in (done.stdout, spy.log):
        text = convert(source).read_text()
        kinds = [line[0] for line in text.splitlines() if line[:1] in ("a", ">")]
        assert kinds == ["a", ">", ">", "a", ">", ">"], text
        assert [exchange.command.hex() for exchange in Trace.parse(text).exchanges] == [c.hex() for c in card.commands]


# scriptor

@pytest.mark.parametrize("from_file", [False, True])
def test_output_of_scriptor_holds_all_that_the_card_saw(
    pcsc: PrivatePCSC, insert: Insert, convert: Convert, tmp_path: Path, from_file: bool,
) -> None:
    card = insert()
    script = "# a script\nreset\n" + "\n".join(COMMANDS) + "\n"
    if from_file:
        (tmp_path / "script").write_text(script)
        done = pcsc.run(["scriptor", "-p", "T=0", tmp_path / "script"], stderr=subprocess.STDOUT)
    else:
        done = pcsc.run(["scriptor", "-p", "T=0"], input=script.encode(), stderr=subprocess.STDOUT)
    assert done.returncode == 0, done
    assert_is_what_passed(parse(convert(done.stdout)), card)


# What others would read of ours

@pytest.mark.parametrize("name", fixture_names())
def test_capture_opens_in_tshark(convert: Convert, name: str) -> None:
    trace = Trace.load(name)
    capture = convert(FIXTURES / f"{name}.trace", "pcap")
    shown = subprocess.run(
        ["tshark", "-r", capture, "-T", "fields", "-e", "_ws.malformed", "-e", "frame.protocols", "-e", "udp.payload",
         "-e", "ip.checksum.status", "-o", "ip.check_checksum:TRUE"],
        capture_output=True, text=True, check=True).stdout
    rows = [line.split("\t") for line in shown.splitlines()]
    answered = [exchange for exchange in trace.exchanges if exchange.answer is not None]
    assert {tuple(row[:2]) for row in rows} == {("", "ip:udp:gsmtap:gsm_sim")}, "none malformed"
    assert {row[3] for row in rows} == {"1"}, "good checksums"
    payloads = [bytes.fromhex(row[2].replace(":", "")) for row in rows]
    parts = {
        kind: [payload[GSMTAP_HEADER:] for payload in payloads if payload[12] == kind] for kind in (GSMTAP_ATR, GSMTAP_APDU)}
    assert parts[GSMTAP_ATR] == [trace.atr] * resets(name)
    assert parts[GSMTAP_APDU] == [on_the_wire(exchange) for exchange in answered]


def resets(name: str) -> int:
    """How often the card of a fixture was powered; it answers the same each time."""
    return sum(line.startswith("atr ") for line in (FIXTURES / f"{name}.trace").read_text("utf-8").splitlines())


def on_the_wire(exchange: Exchange) -> bytes:
    """Command and answer, with the P3 that a command of four bytes gets in T=0."""
    command = exchange.command if len(exchange.command) > 4 else exchange.command + b"\0"
    return command + (exchange.answer or b"")


def test_tshark_names_the_commands(convert: Convert) -> None:
    capture = convert(FIXTURES / "health.trace", "pcap")
    shown = subprocess.run(["tshark", "-r", capture], capture_output=True, text=True, check=True).stdout
    assert "SELECT Application a000000054480001" in shown
    assert "READ BINARY" in shown and "GET RESPONSE" in shown and "GET DATA" in shown


def test_tshark_tells_when_the_answers_came(convert: Convert) -> None:
    trace = Trace.load("ordinary")
    capture = convert(FIXTURES / "ordinary.trace", "pcap")
    shown = subprocess.run(
        ["tshark", "-r", capture, "-T", "fields", "-e", "frame.time_delta"], capture_output=True, text=True, check=True)
    microseconds = [round(float(line) * 1_000_000) for line in shown.stdout.splitlines()[1:]]
    assert microseconds == [exchange.microseconds or 0 for exchange in trace.exchanges]


@pytest.mark.parametrize("name", fixture_names())
def test_replay_for_cardpeek_is_as_its_reader_takes_it(convert: Convert, name: str) -> None:
    trace = Trace.load(name)
    file = convert(FIXTURES / f"{name}.trace", "cardpeek")
    lines = file.read_bytes().split(b"\n")
    assert lines[:2] == [b"# cardpeek trace file", b"# version 0"] and lines[-2:] == [b"# end", b""]
    assert max(map(len, lines)) <= 1022
    powered = b"R:" + trace.atr.hex().upper().encode()
    assert lines[2] == powered and lines.count(powered) == resets(name)
    for line, exchange in zip((line for line in lines[2:-2] if line != powered), trace.exchanges, strict=True):
        kind, command, status, data = line.split(b":")
        answer = exchange.answer or b"\x6F\xFF"
        assert (kind, bytes.fromhex(command.decode())) == (b"C", exchange.command)
        assert bytes.fromhex((data + status).decode()) == answer
    assert conversation(parse(convert(file))) == conversation(trace)


@pytest.mark.parametrize("name", fixture_names())
def test_dump_for_apdu4j_is_as_its_reader_takes_it(convert: Convert, name: str) -> None:
    trace = Trace.load(name)
    file = convert(FIXTURES / f"{name}.trace", "apdu4j")
    lines = [line.strip() for line in file.read_text("utf-8").splitlines() if line.strip()]
    comments = [line for line in lines if line.startswith("#")]
    hex_lines = [bytes.fromhex(line) for line in lines if not line.startswith("#")]
    assert next(line for line in comments if line.startswith("# ATR: ")) == f"# ATR: {trace.atr.hex().upper()}"
    assert next(line for line in comments if line.startswith("# PROTOCOL: ")) == "# PROTOCOL: T=0"
    answered = [exchange for exchange in trace.exchanges if exchange.answer is not None]
    assert hex_lines == [part for exchange in answered for part in (exchange.command, exchange.answer)]
    back = parse(convert(file))
    assert [exchange.command for exchange in back.exchanges] == [exchange.command for exchange in answered]
    assert (back.recorded, back.reader, back.atr) == (trace.recorded, trace.reader, trace.atr)
    assert sum(line.startswith("# ATR: ") for line in comments) == resets(name)


# Bad input

def test_log_that_breaks_off_is_refused(thaiid: Tool, pcsc: PrivatePCSC, insert: Insert, tmp_path: Path) -> None:
    insert(faults.status_at(1000, 0x6F00))
    log = pcsc.run(OPENSC_TOOL, environment={"OPENSC_DEBUG": "9"}).stderr
    cut = tmp_path / "cut.log"
    cut.write_bytes(log[: log.rindex(b"Incoming APDU")])
    done = thaiid("trace", "convert", cut, "--to", "thaiid")
    assert done.exit != 0 and done.output == b"", done
    assert str(log[: log.rindex(b"Incoming APDU")].count(b"\n") + 1) in done.error_text, done


def test_file_without_a_mark_is_refused(thaiid: Tool, tmp_path: Path) -> None:
    script = tmp_path / "commands"
    script.write_text("\n".join(COMMANDS) + "\n")
    done = thaiid("trace", "convert", script, "--to", "thaiid")
    assert done.exit != 0 and done.output == b"", done
