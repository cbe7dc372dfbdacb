"""Other programs' logs of what passed between them and a card: how they are made, and what they must hold."""

from __future__ import annotations

from pathlib import Path

from cardimage import PoweredCard
from privatepcsc import READERS
from scriptedcard import ScriptedCard
from traces import Trace

COMMANDS = ["00A4040008A000000054480001", "00C000000A", "80B0000402000D", "00C000000D", "80B000000200FF", "00C00000FF"]
OPENSC_TOOL = ["opensc-tool", "--reader", "0", *(word for command in COMMANDS for word in ("--send-apdu", command))]


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
