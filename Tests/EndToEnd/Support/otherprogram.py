"""Another program that uses the reader at the same time: pyscard, told line by line what to do.

`OtherProgram` is the tests' handle on it; run as a program, this file is the other program itself.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from types import TracebackType

from privatepcsc import READERS, PrivatePCSC


class OtherProgram:
    """A process of its own inside the namespaces, that does one thing at a time and says how it went.

    It never waits its turn: what would have to wait fails with a sharing violation.
    """

    def __init__(self, pcsc: PrivatePCSC, slot: int = 0) -> None:
        self._process = pcsc.popen(
            [sys.executable, __file__, READERS[slot]], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL,
            environment={"PCSCLITE_NO_BLOCKING": "1"})

    def __enter__(self) -> OtherProgram:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def begins(self, action: str) -> None:
        """Begins it, and does not wait for its end."""
        assert self._process.stdin
        self._process.stdin.write(action.encode() + b"\n")
        self._process.stdin.flush()

    def tries(self, action: str, seconds: float = 10) -> str:
        """Does it: `connect shared`, `connect exclusive`, `begin`, `end`, `reset`, `disconnect leave`, `disconnect
        reset`, `transmit HEX`. Gives the PC/SC library's word for the outcome, or none when it took too long."""
        self.begins(action)
        assert self._process.stdout
        timer = threading.Timer(seconds, self._process.kill)
        timer.start()
        try:
            return self._process.stdout.readline().decode().strip()
        finally:
            timer.cancel()

    def does(self, action: str) -> None:
        outcome = self.tries(action)
        assert outcome == "Command successful.", f"{action}: {outcome}"


def main(reader: str) -> None:
    from smartcard import scard

    share = {"shared": scard.SCARD_SHARE_SHARED, "exclusive": scard.SCARD_SHARE_EXCLUSIVE}
    end = {"leave": scard.SCARD_LEAVE_CARD, "reset": scard.SCARD_RESET_CARD}
    either = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
    _, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    card = None
    for line in sys.stdin:
        match line.split():
            case ["connect", how]:
                code, card, _ = scard.SCardConnect(context, reader, share[how], either)
            case ["begin"]:
                code = scard.SCardBeginTransaction(card)
            case ["end"]:
                code = scard.SCardEndTransaction(card, scard.SCARD_LEAVE_CARD)
            case ["reset"]:
                code, _ = scard.SCardReconnect(card, scard.SCARD_SHARE_SHARED, either, scard.SCARD_RESET_CARD)
            case ["disconnect", how]:
                code = scard.SCardDisconnect(card, end[how])
            case ["transmit", command]:
                code, _ = scard.SCardTransmit(card, scard.SCARD_PCI_T0, list(bytes.fromhex(command)))
            case _:
                raise ValueError(line)
        print(scard.SCardGetErrorMessage(code), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
