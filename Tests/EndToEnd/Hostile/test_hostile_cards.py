"""Forged cards and recordings: whatever they say, the tool ends in time, in order, and writes no control character."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import faults
import pytest
from cardimage import STORAGE, CardImage
from cleanoutput import assert_clean
from commandline import Tool
from cost import exit_within_limits
from layout import HEALTH_TEXT, STORAGE_TEXT, Place, filled, with_laser
from scriptedcard import Insert
from traces import FIXTURES
from tracewriter import written

FREE_TEXT = {key: place for key, place in STORAGE_TEXT.items() if key not in ("dataVersion", "citizenID")} | HEALTH_TEXT
CANARY = b"\x1b]0;x\x07"
RECORDED_ENDS = {0, 15, 16, 17, 18, 19, 20, 21, 22}
"""What a recording, however mutilated, may end in."""


def with_every_field(image: CardImage, data: Callable[[Place], bytes]) -> CardImage:
    """A card whose every text field holds what `data` gives for it; citizen ID and version stay good."""
    for place in FREE_TEXT.values():
        image = filled(image, place, data(place))
    return with_laser(image, data(Place(STORAGE, 0, 16)))


@pytest.mark.parametrize("output", [["--json"], ["--lang", "en"], ["--lang", "th"]], ids=" ".join)
def test_every_byte_value_in_every_field(without_service: Tool, ordinary: CardImage, tmp_path: Path, output: list[str]) -> None:
    recording = tmp_path / "hostile.trace"
    for first in range(0, 256, 8):
        image = with_every_field(ordinary, lambda place: bytes((first + n) % 256 for n in range(place.count)))
        recording.write_text(written(image))
        result = without_service("read", "--chip", "--health", *output, "--replay", recording)
        assert result.exit in (0, 20), result
        assert_clean(result)


@pytest.mark.parametrize("output", [["--json"], ["--lang", "en"], ["--lang", "th"]], ids=" ".join)
def test_terminal_commands_in_every_field_over_the_reader(
    thaiid: Tool, insert: Insert, ordinary: CardImage, output: list[str],
) -> None:
    texts = (CANARY, b"\x9d0;x\x9c", b"\x9b2J", b"a\r\nb\x0b\x0c\x08\x7f", b"\x00" + CANARY)
    insert(image=with_every_field(ordinary, lambda place: b"".join(texts)[:place.count]))
    result = thaiid("read", "--chip", "--health", *output)
    assert result.exit in (0, 20), result
    assert_clean(result)


@pytest.mark.parametrize(("key", "exit"), [("citizenID", 20), ("dataVersion", 18)])
def test_terminal_commands_where_the_read_ends(
    without_service: Tool, ordinary: CardImage, tmp_path: Path, key: str, exit: int,
) -> None:
    place = STORAGE_TEXT[key]
    recording = tmp_path / "hostile.trace"
    recording.write_text(written(filled(ordinary, place, CANARY[:place.count])))
    for output in (["--json"], ["--lang", "en"], ["--lang", "th"], ["--accept-bad-check-digit"]):
        result = without_service("read", *output, "--replay", recording)
        assert result.exit in (exit, 0)
        assert_clean(result)


def test_terminal_commands_in_the_names_that_a_recording_gives(without_service: Tool, ordinary: CardImage, tmp_path: Path) -> None:
    recording = tmp_path / "hostile.trace"
    recording.write_text(written(ordinary, reader="Reader \x1b]0;x\x07\u202e\u2066 00"))
    for output in (["--json"], ["--lang", "en"], ["--stats"]):
        result = without_service("read", *output, "--replay", recording)
        assert result.exit in (0, 22)
        assert_clean(result)


def test_terminal_commands_in_a_malformed_recording(without_service: Tool, tmp_path: Path) -> None:
    recording = tmp_path / "\x1b]0;x\x07\u202e.trace"
    recording.write_text("thaiid-trace 1\natr 3B00\n\x1b]0;x\x07 \u202e\n")
    for output in (["--json"], ["--lang", "en"], ["--lang", "th"]):
        result = without_service("read", *output, "--replay", recording)
        assert result.exit == 22
        assert_clean(result)


@pytest.mark.parametrize("fault", [faults.endless_61, faults.endless_6c], ids=["61", "6C"])
def test_endless_answers_are_given_up(thaiid: Tool, insert: Insert, fault: Callable[[int], faults.Fault]) -> None:
    card = insert()
    for number in (1, 3, 4, 6, 20):
        card.misbehave(fault(number))
        started = time.monotonic()
        result = thaiid("read", "--json")
        assert (result.exit, result.error["code"]) == (21, "limit")
        assert len(card.commands) <= number + 33
        assert time.monotonic() - started < 2


def test_endless_answers_with_data_are_given_up(thaiid: Tool, insert: Insert) -> None:
    card = insert(faults.endless_61(4, bytes(200)))
    assert thaiid("read", "--json").error["exit"] in (20, 21)
    assert len(card.commands) <= 37


def test_answers_of_any_length(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    for size in (0xFE, 0x100, 0x1000, 0xFFFD):
        card.misbehave(faults.answer_at(4, bytes(size) + b"\x90\x00"))
        assert thaiid("read", "--json").error["exit"] in (15, 16, 20, 21)


@pytest.mark.parametrize("answer", [b"\x90", b"\x61", b"\x90\x00", b"\x61\x00", b"\x6c\x00", b"\x00\x00", b"\xff\xff"], ids=bytes.hex)
def test_answers_without_data_never_spoil_a_record(thaiid: Tool, insert: Insert, answer: bytes) -> None:
    """Some of them a reader may get over: data that were announced with a wrong length can still be fetched."""
    card = insert()
    truth = thaiid("read", "--json").record["card"]
    for number in (1, 2, 4, len(card.commands)):
        card.misbehave(faults.answer_at(number, answer))
        result = thaiid("read", "--json")
        if result.exit == 0:
            assert result.record["card"] == truth
        else:
            assert result.error["exit"] in (15, 16, 17, 20, 21)


def test_noise(thaiid: Tool, insert: Insert) -> None:
    card = insert()
    for seed in range(20):
        card.misbehave(faults.garbage_from(1 + seed, seed))
        result = thaiid("read", "--json", "--chip", "--health")
        assert result.error["exit"] in (15, 16, 17, 18, 20, 21)
        assert_clean(result)


def test_a_slow_drip_is_given_up(thaiid: Tool, insert: Insert) -> None:
    insert(faults.slow(0.2))
    started = time.monotonic()
    assert thaiid("read", "--json", "--timeout", "1").error["code"] == "timeout"
    assert time.monotonic() - started < 3


def test_a_photo_length_that_lies(thaiid: Tool, insert: Insert, ordinary: CardImage) -> None:
    padded = ordinary.poke(0x0179, b"\xff\xff")
    known = padded.bytes[STORAGE]
    padded = padded.poke(0x017B, bytes(known.get(at, 0x20) for at in range(0x017B, 0x1579)))
    insert(image=padded)
    record = thaiid("read", "--json").record
    length = int.from_bytes(ordinary.peek(0x0179, 2), "big")
    assert record["card"]["photo"]["bytes"] == length
    assert ("photo.length", "photo") in {(w["code"], w["field"]) for w in record["warnings"]}


def test_mutilated_recordings_end_in_a_typed_result(binary: Path, tmp_path: Path) -> None:
    original = (FIXTURES / "ordinary.trace").read_bytes()
    chance = random.Random(20261123)
    recording = tmp_path / "mutilated.trace"
    for _ in range(150):
        recording.write_bytes(mutilated(original, chance))
        assert replayed(binary, recording) in RECORDED_ENDS, recording.read_bytes()


@pytest.mark.parametrize("content", [
    pytest.param(b"", id="nothing"),
    pytest.param(bytes(1 << 20), id="NULs"),
    pytest.param(random.Random(1).randbytes(1 << 20), id="noise"),
    pytest.param(b"thaiid-trace 1\natr 3B00\n" + b"> 80B000000200FF\n< 61FF\n" * 43000, id="many exchanges"),
    pytest.param(b"thaiid-trace 1\natr 3B00\n> " + b"00" * (1 << 19), id="one long command"),
    pytest.param(b"thaiid-trace 1\natr 3B00\n> 00A40400\n< " + b"00" * (1 << 19) + b"9000\n", id="one long answer"),
    pytest.param(b"thaiid-trace 1\natr " + b"3B" * (1 << 19) + b"\n", id="one long ATR"),
    pytest.param(b"thaiid-trace 1\n" + b"#\n" * (1 << 19), id="comments"),
])
def test_big_recordings_cost_little(binary: Path, tmp_path: Path, content: bytes) -> None:
    recording = tmp_path / "big.trace"
    recording.write_bytes(content)
    assert replayed(binary, recording) in RECORDED_ENDS


def mutilated(original: bytes, chance: random.Random) -> bytes:
    changed = bytearray(original)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at:at + chance.randint(1, 100)]
            case 2:
                changed[at:at] = changed[chance.randrange(len(changed)):][:chance.randint(1, 600)]
            case 3:
                changed[at:at + 1] = chance.choice([b"\n", b"F", b"0", b"> ", b"< ", b"\x1b", b"\xff"])
    return bytes(changed)


def replayed(binary: Path, recording: Path) -> int:
    """The exit code of a replay, which must stay within its limits."""
    return exit_within_limits(binary, "read", "--json", "--chip", "--health", "--replay", recording)
