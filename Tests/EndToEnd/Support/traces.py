"""Recordings (`*.trace`): read here a second time, independently of the tool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FIXTURES = Path(__file__).parents[3] / "Fixtures"


@dataclass
class Exchange:
    """One command and what came of it: an answer that ends in its status word, or the name of a failure."""

    command: bytes
    answer: bytes | None = None
    failure: str | None = None
    microseconds: int | None = None


@dataclass
class Trace:
    atr: bytes = b""
    recorded: str | None = None
    reader: str | None = None
    exchanges: list[Exchange] = field(default_factory=list)

    @classmethod
    def parse(cls, text: str) -> Trace:
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        if not lines or lines[0] != "thaiid-trace 1":
            raise ValueError("not a thaiid-trace 1")
        trace = cls()
        for line in lines[1:]:
            word, _, rest = line.partition(" ")
            match word:
                case "recorded":
                    trace.recorded = rest
                case "reader":
                    trace.reader = rest
                case "atr":
                    trace.atr = trace.atr or bytes.fromhex(rest)
                case ">":
                    trace.exchanges.append(Exchange(bytes.fromhex(rest)))
                case "<":
                    trace.exchanges[-1].answer = bytes.fromhex(rest)
                case "!":
                    trace.exchanges[-1].failure = rest
                case "~":
                    trace.exchanges[-1].microseconds = int(rest)
                case _:
                    raise ValueError(f"what is {line!r}?")
        return trace

    @classmethod
    def load(cls, name: str) -> Trace:
        """A recording from Fixtures/, by its name without the extension."""
        return cls.parse((FIXTURES / f"{name}.trace").read_text("utf-8"))

    @property
    def speaks_t0(self) -> bool:
        """Whether data were announced (61xx) and fetched, not handed over at once."""
        return any(exchange.answer and exchange.answer[-2] == 0x61 for exchange in self.exchanges)

    def logical(self) -> Iterator[tuple[bytes, bytes]]:
        """Each command without its Le, and its whole answer with the status word, chaining resolved."""
        command, data = b"", b""
        for exchange in self.exchanges:
            if exchange.answer is None:
                return
            if exchange.command[1] != 0xC0:
                sent = exchange.command
                command, data = sent[:4] if len(sent) <= 5 else sent, b""
            data += exchange.answer[:-2]
            if exchange.answer[-2] not in (0x61, 0x6C):
                yield command, data + exchange.answer[-2:]


def fixture_names() -> list[str]:
    """The recordings in Fixtures/."""
    return sorted(path.stem for path in FIXTURES.glob("*.trace"))
