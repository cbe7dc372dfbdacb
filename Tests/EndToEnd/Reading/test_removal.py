"""The card is pulled before every exchange of a full read: always the documented error, never a record."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pcscfaults
import pytest
from cardimage import CardImage
from commandline import Tool
from faults import remove_before
from jsonschema import Draft202012Validator
from pcscfaults import Interposer
from privatepcsc import PrivatePCSC
from scriptedcard import Insert, ScriptedCard
from traces import FIXTURES

FULL_READ = ("read", "--json", "--chip", "--health")
SERVICES = 6
"""How many private services share the work: nearly all of the time goes into pcscd's looking into its readers."""


def test_removal_at_every_exchange(
    binary: Path, tmp_path: Path, ordinary: CardImage, schemas: dict[str, Draft202012Validator],
) -> None:
    exchanges = full_read(binary, tmp_path, ordinary)

    def shift(first: int) -> dict[int, str]:
        folder = tmp_path / str(first)
        folder.mkdir()
        outcomes = {}
        with PrivatePCSC() as pcsc:
            tool = Tool(binary, pcsc, folder)
            for index in range(first, exchanges + 1, SERVICES):
                outcomes[index] = removed_before(index, tool, ordinary, schemas["error"])
        return outcomes

    with ThreadPoolExecutor(SERVICES) as pool:
        outcomes = {index: outcome for part in pool.map(shift, range(1, SERVICES + 1)) for index, outcome in part.items()}
    assert outcomes == dict.fromkeys(range(1, exchanges + 1), "card-removed, then a record")


def full_read(binary: Path, folder: Path, image: CardImage) -> int:
    """How many exchanges a full read of this card has."""
    (folder / "whole").mkdir()
    with PrivatePCSC() as pcsc, ScriptedCard(pcsc, image) as card:
        record = Tool(binary, pcsc, folder / "whole")(*FULL_READ).record
        assert record["read"]["exchanges"] == len(card.commands) >= 46
        return len(card.commands)


def removed_before(index: int, tool: Tool, image: CardImage, schema: Draft202012Validator) -> str:
    """What came of a read whose card was pulled before this exchange, and of the next one with the card back in."""
    card = ScriptedCard(tool.pcsc, image, remove_before(index)).insert()
    broken = tool(*FULL_READ)
    if broken.exit != 15 or broken.output:
        outcome = f"exit {broken.exit}, {len(broken.output)} bytes printed"
    else:
        schema.validate(broken.error)
        outcome = broken.error["code"]
    card.remove()
    with ScriptedCard(tool.pcsc, image) as again:
        whole = tool(*FULL_READ)
        good = whole.exit == 0 and whole.record["read"]["exchanges"] == len(again.commands)
    tool.pcsc.wait_until_empty()
    return f"{outcome}, then {'a record' if good else f'exit {whole.exit}'}"


@pytest.mark.parametrize("number", [1, 2, 8, 30])
def test_the_emulated_card_leaves_when_told(thaiid: Tool, number: int) -> None:
    card = FIXTURES / "ordinary.trace"
    with thaiid.emulating(card, "--remove-before", str(number)) as emulator:
        error = thaiid("read", "--json").error
        assert (error["exit"], error["code"]) == (15, "card-removed")
        assert thaiid.finish(emulator).exit == 0
    thaiid.pcsc.wait_until_empty()
    with thaiid.emulating(card):
        assert thaiid("read", "--json").exit == 0


def test_the_reader_goes_in_mid_read_as_the_library_says_it(
    thaiid: Tool, faults_library: Interposer, insert: Insert,
) -> None:
    insert()
    for code in (pcscfaults.REMOVED_CARD, pcscfaults.NO_CARD, pcscfaults.READER_UNAVAILABLE, pcscfaults.UNKNOWN_READER):
        gone = faults_library.failing("SCardTransmit", code, 20, 10**6)
        error = thaiid("read", "--json", environment=gone).error
        assert (error["exit"], error["code"]) == (15, "card-removed"), hex(code)
