"""Debug logs of OpenSC, made by its tool here and now, and read by ours."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

import faults
import pytest
from commandline import Convert, Tool
from otherlogs import COMMANDS, OPENSC_TOOL, Spy, assert_is_what_passed, parse
from privatepcsc import PrivatePCSC
from scriptedcard import Insert


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


def test_log_that_breaks_off_is_refused(thaiid: Tool, pcsc: PrivatePCSC, insert: Insert, tmp_path: Path) -> None:
    insert(faults.status_at(1000, 0x6F00))
    log = pcsc.run(OPENSC_TOOL, environment={"OPENSC_DEBUG": "9"}).stderr
    cut = tmp_path / "cut.log"
    cut.write_bytes(log[: log.rindex(b"Incoming APDU")])
    done = thaiid("trace", "convert", cut, "--to", "thaiid")
    assert done.exit != 0 and done.output == b"", done
    assert str(log[: log.rindex(b"Incoming APDU")].count(b"\n") + 1) in done.error_text, done
