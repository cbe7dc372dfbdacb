"""Recordings as other programs write them down: each format written here a second time."""

from __future__ import annotations

from collections.abc import Iterator

from traces import Trace

FOREIGN = ("cardpeek", "apdu4j", "hex", "scriptor", "opensc", "pcscspy")


def answered(name: str) -> Iterator[tuple[bytes, bytes]]:
    return ((exchange.command, exchange.answer) for exchange in Trace.load(name).exchanges if exchange.answer is not None)


def in_format(form: str, name: str) -> bytes:
    """A fixture as another program would have it."""
    atr = Trace.load(name).atr
    match form:
        case "cardpeek":
            lines = [f"R:{atr.hex()}"] + [f"C:{c.hex()}:{a[-2:].hex()}:{a[:-2].hex()}" for c, a in answered(name)]
            lines = ["# cardpeek trace file", "# version 0", *lines, "# end"]
        case "apdu4j":
            lines = [f"# ATR: {atr.hex()}", *(part.hex() for pair in answered(name) for part in pair)]
        case "hex":
            lines = [f"ATR: {atr.hex(' ')}", *(line for c, a in answered(name) for line in (f"> {c.hex(' ')}", f"< {a.hex(' ')}"))]
        case "scriptor":
            lines = ["Using T=0 protocol", "> RESET", f"< OK: {atr.hex(' ')}"]
            lines += [line for c, a in answered(name) for line in (f"> {c.hex(' ')}", *scriptor_answer(a))]
        case "opensc":
            stamp = "P:1; T:0x1 00:00:00.000 [opensc-tool] reader-pcsc.c:1:f: "
            lines = [f"{stamp}: ATR     : {atr.hex(':')}"]
            for command, answer in answered(name):
                lines += [stamp, f"Outgoing APDU ({len(command)} bytes):", *rows(command)]
                lines += [f"Incoming APDU ({len(answer)} bytes):", *rows(answer)]
        case "pcscspy":
            lines = spied("SCardConnect", "0x1", "Reader 00", "0x2", "0x3", "0x5", "0x1")
            lines += spied("SCardStatus", "0x5", "Reader 00", "0x1", "0x1", atr.hex())
            for command, answer in answered(name):
                lines += spied("SCardTransmit", "0x5", f"{len(command):#x}", command.hex(), f"{len(answer):#x}", answer.hex())
        case _:
            raise ValueError(form)
    return "".join(line + "\n" for line in lines).encode()


def scriptor_answer(answer: bytes) -> list[str]:
    lines = [answer[at:at + 16].hex(" ") for at in range(0, len(answer), 16)]
    return ["< " + lines[0], *lines[1:-1], lines[-1] + " : Normal processing."] if len(lines) > 1 else [f"< {lines[0]} : Normal."]


def rows(data: bytes) -> list[str]:
    return [f"{data[at:at + 16].hex(' '):<48}." for at in range(0, len(data), 16)]


def spied(call: str, *values: str) -> list[str]:
    return ["7F@" + line for line in (f">|1|0|{call}", *values, f"<|1|1|{call}|Command successful.|0x00000000")]
