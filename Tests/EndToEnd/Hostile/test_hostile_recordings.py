"""Recordings from strangers, in every format: what is wrong is named by its place, and no text steers a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from cleanoutput import assert_clean
from commandline import Result, Tool
from foreignforms import in_format

EVIL = "\x1b]0;x\x07\u202e\u2066\u009b2J\x7f../../evil"
STAMP = "P:1; T:0x1 00:00:00.000 [opensc-tool] reader-pcsc.c:1:f: "
EXCHANGE = "> 00A40400\n< 9000\n"
SPIED = "7F@>|1|0|SCardConnect\n7F@0x1\n7F@{}\n7F@0x2\n7F@0x3\n7F@0x5\n7F@0x1\n7F@<|1|1|SCardConnect|{}|0x00000000\n"
TRANSMITTED = "7F@>|1|0|SCardTransmit\n7F@0x5\n7F@0x4\n7F@00A40400\n7F@0x2\n7F@9000\n7F@<|1|1|SCardTransmit|ok|0x00000000\n"
DUMP = "Outgoing APDU (4 bytes):\n00 A4 04 00 {}\nIncoming APDU (2 bytes):\n90 00 {}\n"
PRINTED = (
    "SCardConnect\n i hContext: 0x1\n i szReader {}\n o phCard 0x5\n => {} (SCARD_S_SUCCESS [0x00000000])  [0.000450]\n"
    "SCardTransmit\n i hCard: 0x5\n i bSendLength 0x00000004\n i 0000 00 A4 04 00 {}\n o bRecvLength 0x00000002\n"
    " o 0000 90 00 {}\n => ok (SCARD_S_SUCCESS [0x00000000])  [0.000450]\n")

WELL_FORMED = {
    "thaiid": f"thaiid-trace 1\n# {EVIL}\nreader {EVIL}\natr 3B00\n{EXCHANGE}# {EVIL}\n",
    "cardpeek": f"# cardpeek trace file\n# {EVIL}\nR:3B00\nC:00A40400:9000:\n# end\n",
    "apdu4j": f"# {EVIL}\n# Using {EVIL}\n# Generated on {EVIL}\n# ATR: 3B00\n# PROTOCOL: {EVIL}\n00A40400\n# {EVIL}\n9000\n",
    "opensc": f"{STAMP}{EVIL}\n{EVIL}\n{STAMP}transmit: reader '{EVIL}'\n" + DUMP.format(EVIL, EVIL),
    "opensc, speaker": f"{EVIL} 00:00:00.000 [{EVIL}] a.c:1:f: x\n" + DUMP.format("", ""),
    "pcscspy": SPIED.format(EVIL, EVIL) + TRANSMITTED,
    "pcscspy, printed": PRINTED.format(EVIL, EVIL, EVIL, EVIL),
    "scriptor": f"No reader given: using {EVIL}\nUsing T=0 protocol\n# {EVIL}\n> 00A40400\n< 90 00 : {EVIL}\n",
    "hex": f"# {EVIL}\n; {EVIL}\n{EXCHANGE}",
}
"""Recordings with such text wherever their format has room for text."""

MALFORMED = {
    "thaiid": (f"thaiid-trace 1\natr 3B00\n{EVIL}\n", 3, 1, "atr, >, <, !, ~ or a comment"),
    "thaiid, answer": (f"thaiid-trace 1\natr 3B00\n> 00A40400\n< {EVIL}\n", 4, 3, "pairs of hex digits"),
    "thaiid, time": (f"thaiid-trace 1\nrecorded {EVIL}\natr 3B00\n", 2, 10, "a time such as"),
    "thaiid, failure": (f"thaiid-trace 1\natr 3B00\n> 00A40400\n! {EVIL}\n", 4, 3, "one of: card-removed"),
    "thaiid, version": (f"thaiid-trace {EVIL}\n", 1, 1, "thaiid-trace 1"),
    "cardpeek": (f"# cardpeek trace file\n{EVIL}\n# end\n", 2, 1, "R:, C: or a comment"),
    "cardpeek, status": (f"# cardpeek trace file\nC:00A40400:{EVIL}:\n# end\n", 2, 12, "a hex digit"),
    "apdu4j": (f"# ATR: 3B00\n00A40400\n{EVIL}\n", 3, 1, "a hex digit"),
    "apdu4j, end": ("# ATR: 3B00\n00A40400\n", 3, 1, "an answer in hex"),
    "opensc": (f"{STAMP}\nOutgoing APDU (x{EVIL})\n", 2, 19, "a count of 4 to 261 bytes"),
    "opensc, dump": (f"{STAMP}\nOutgoing APDU (4 bytes):\n00 A4 {EVIL}\n", 3, 7, "a hex digit"),
    "opensc, end": (f"{STAMP}\nOutgoing APDU (4 bytes):\n00 A4 04 00 x\n", 4, 1, "Incoming APDU"),
    "pcscspy": (SPIED.format("R", "ok") + f"7F@{EVIL}\n", 9, 4, "> and a call"),
    "pcscspy, name": (SPIED.format("R", "ok") + f"7F@>|1|1|{EVIL}\n", 9, 4, "name of the call"),
    "pcscspy, reader": (SPIED.format("R", "ok") + TRANSMITTED + SPIED.format(EVIL, "ok") + TRANSMITTED, 24, 4, "one reader"),
    "pcscspy, printed": (PRINTED.format("R", "ok", "", "").replace("0x00000004", EVIL), 8, 16, "a length of 4 to 261"),
    "scriptor": (f"Using T=0 protocol\n> 00A40400\n{EVIL}\n", 3, 1, "< and the answer"),
    "scriptor, reset": (f"Using T=0 protocol\n> RESET\n{EVIL}\n", 3, 1, "< OK: or < KO:"),
    "hex": ("> 00A40400\n> 00A40400\n", 2, 1, "the answer to the command above"),
}
"""Recordings with a fault; its line, its column, and what is expected there."""

UNRECOGNISED = {
    "text": EVIL, "nothing": "", "commands alone": "00A40400\n80B0000402000D\n", "hex with text": f"00A40400\n{EVIL}\n",
    "two marks": "# cardpeek trace file\nUsing T=0 protocol\n", "JSON": '{"schema": "thaiid.record/1"}',
}

EVERY_COMMAND = [
    ["trace", "show"], ["trace", "explain"], ["trace", "check"], ["trace", "convert", "--to", "thaiid"],
    ["trace", "convert", "--to", "cardpeek"], ["trace", "convert", "--to", "apdu4j"], ["read", "--replay"], ["read", "--json", "--replay"],
]


def run(tool: Tool, command: list[str], file: str | Path, *languages: str) -> list[Result]:
    return [tool(*command, file, "--lang", language) for language in languages or ("th", "en")]


@pytest.mark.parametrize("form", WELL_FORMED)
def test_no_text_of_a_recording_steers_a_terminal(without_service: Tool, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    recording = folder / "recording"
    recording.write_text(WELL_FORMED[form])
    for command in EVERY_COMMAND:
        for done in run(without_service, command, recording):
            assert done.exit in ((0, 22) if command[0] == "read" or command[1] == "check" else (0,)), done
            assert_clean(done)
    assert [file.name for file in folder.iterdir()] == ["recording"] and list(without_service.home.iterdir()) == []


@pytest.mark.parametrize("form", MALFORMED)
def test_what_is_wrong_is_named_by_its_place(without_service: Tool, tmp_path: Path, form: str) -> None:
    text, line, column, expected = MALFORMED[form]
    recording = tmp_path / "recording"
    recording.write_text(text)
    for command in EVERY_COMMAND:
        for done in run(without_service, command, recording):
            assert (done.exit, done.output) == (22, b""), done
            assert f"{recording}:{line}:{column}: " in done.error_text and expected in done.error_text, done
            assert_clean(done)


@pytest.mark.parametrize("content", UNRECOGNISED)
def test_what_bears_no_mark_or_two_is_refused(without_service: Tool, tmp_path: Path, content: str) -> None:
    recording = tmp_path / "recording"
    recording.write_text(UNRECOGNISED[content])
    for command in EVERY_COMMAND:
        for done in run(without_service, command, recording):
            assert (done.exit, done.output) == (22, b""), done
            assert_clean(done)


@pytest.mark.parametrize("command", [*EVERY_COMMAND, ["trace", "diff", "x"], ["emulate"]], ids=" ".join)
def test_no_name_of_a_file_steers_a_terminal(without_service: Tool, tmp_path: Path, command: list[str]) -> None:
    named = tmp_path / EVIL.replace("/", "_")
    named.write_text("thaiid-trace 1\n\x1b[31m\n")
    missing = str(named) + " is not there"
    for file in (named, missing):
        for done in run(without_service, command, file):
            assert done.exit == 22
            assert_clean(done)
    for wrong in ([named, named], [f"--{named}"], ["--lang", named]):
        done = without_service(*command, *wrong)
        assert done.exit in (22, 64), done
        assert_clean(done)


@pytest.mark.parametrize("form", ["cardpeek", "apdu4j", "hex", "scriptor", "opensc", "pcscspy"])
def test_no_name_of_an_output_steers_a_terminal(without_service: Tool, tmp_path: Path, form: str) -> None:
    recording = tmp_path / "recording"
    recording.write_bytes(in_format(form, "ordinary"))
    for output in (tmp_path / EVIL.replace("/", "_") / "nowhere", tmp_path / EVIL.replace("/", "_")):
        for done in run(without_service, ["trace", "convert", "--to", "thaiid", "-o", str(output)], recording, "en", "th"):
            assert done.exit in (0, 23, 24)
            assert_clean(done)
