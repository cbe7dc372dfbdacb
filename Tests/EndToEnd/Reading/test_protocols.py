"""A card that takes T=0 and no offer that has it among others is read; a good one is connected to once."""

from __future__ import annotations

from pathlib import Path

import pcscfaults
import pytest
from commandline import Tool
from pcscfaults import Interposer
from scriptedcard import Insert

REFUSALS = [
    pcscfaults.UNRESPONSIVE_CARD, pcscfaults.UNPOWERED_CARD, pcscfaults.PROTOCOL_MISMATCH, pcscfaults.UNSUPPORTED_CARD,
]


@pytest.mark.parametrize("code", REFUSALS, ids=hex)
@pytest.mark.parametrize("command", [("read", "--json"), ("doctor",), ("apdu", "a40400:a000000054480001=610A")], ids=lambda c: c[0])
def test_t0_alone_is_asked_for(
    thaiid: Tool, insert: Insert, faults_library: Interposer, code: int, command: tuple[str, ...],
) -> None:
    insert()
    result = thaiid(*command, environment=faults_library.taking_t0_alone(code))
    assert result.exit == 0, result


@pytest.mark.parametrize("code", REFUSALS, ids=hex)
def test_a_reset_in_mid_read_asks_for_t0_alone(
    thaiid: Tool, insert: Insert, faults_library: Interposer, code: int,
) -> None:
    insert()
    reset = faults_library.failing("SCardTransmit", pcscfaults.RESET_CARD, 20)
    result = thaiid("read", "--json", environment=faults_library.taking_t0_alone(code) | reset)
    assert result.exit == 0, result


def test_what_stays_mute_is_mute(thaiid: Tool, insert: Insert, faults_library: Interposer) -> None:
    insert()
    for code in REFUSALS:
        error = thaiid("read", "--json", environment=faults_library.failing("SCardConnect", code)).error
        assert (error["exit"], error["code"]) == (16, "card-mute")


def test_a_good_card_is_connected_to_once(
    thaiid: Tool, insert: Insert, faults_library: Interposer, tmp_path: Path,
) -> None:
    card = insert()
    calls = tmp_path / "calls"
    assert thaiid("read", "--json", environment=faults_library.noting(calls)).exit == 0
    made = calls.read_text().splitlines()
    assert (made.count("SCardConnect"), made.count("SCardReconnect")) == (1, 0)
    assert len(card.commands) == 46
