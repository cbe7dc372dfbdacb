"""A virtual card of the tests' own: it sits in a reader of a private PC/SC service and can misbehave on cue.

vpcd speaks in packets with a two-byte length before them. A packet of one byte is a control (0 power off,
1 power on, 2 reset, 4 ask for the ATR), any other is a command for the card.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from types import TracebackType

from cardimage import CardImage, PoweredCard
from privatepcsc import PrivatePCSC

POWER_OFF, POWER_ON, RESET, ASK_ATR = 0, 1, 2, 4

MUTE_ATR = bytes(40)
"""Longer than an ATR can be: the driver takes it for a sign that a card is there, and fails to power it up."""

Fault = Callable[[int, bytes, bytes], bytes | None]
"""Takes the number of the exchange since insertion (from 1), the command and the ordinary answer; gives the
answer to send, or None to pull the card instead."""


class ScriptedCard:
    """Answers from an image, through a fault, and keeps the commands that it got."""

    def __init__(
        self, pcsc: PrivatePCSC, image: CardImage, fault: Fault | None = None, *, slot: int = 0,
        mute: bool = False,
    ) -> None:
        self.image = image
        self.fault = fault
        self.commands: list[bytes] = []
        self.resets = 0
        self._pcsc = pcsc
        self._slot = slot
        self._mute = mute
        self._link = socket.socket()
        self._thread = threading.Thread()

    def insert(self, *, wait: bool = True) -> ScriptedCard:
        """Puts the card in; once back, the service has seen it (unless told not to wait for that)."""
        self.commands = []
        self._link = self._pcsc.connect(self._slot)
        self._link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._thread = threading.Thread(target=self._serve, name="scripted card", daemon=True)
        self._thread.start()
        if wait:
            self._pcsc.wait_for_card(self._slot)
        return self

    def misbehave(self, fault: Fault | None) -> None:
        """Takes up another fault where it sits, and counts exchanges from here."""
        self.commands.clear()
        self.fault = fault

    def pull(self) -> None:
        """Pulls the card, at once, whatever it is doing; harmless when it is out already."""
        try:
            self._link.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def remove(self, *, wait: bool = True) -> None:
        """Pulls the card; once back, the service has seen that the reader is empty (unless told not to wait)."""
        self.pull()
        if self._thread.is_alive():
            self._thread.join(5)
        self._link.close()
        if wait:
            self._pcsc.wait_until_empty(self._slot)

    def __enter__(self) -> ScriptedCard:
        return self.insert()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.remove(wait=False)

    def _serve(self) -> None:
        card = PoweredCard(self.image)
        try:
            while packet := self._receive():
                if len(packet) > 1:
                    self.commands.append(packet)
                    ordinary = card.answer(packet)
                    answer = self.fault(len(self.commands), packet, ordinary) if self.fault else ordinary
                    if answer is None:
                        break
                    self._send(answer)
                elif packet[0] == ASK_ATR:
                    self._send(MUTE_ATR if self._mute else self.image.atr)
                else:
                    card = PoweredCard(self.image)
                    self.resets += packet[0] == RESET
        except OSError:
            pass
        finally:
            self._link.close()

    def _receive(self) -> bytes:
        header = self._exactly(2)
        return self._exactly(int.from_bytes(header, "big")) if header else b""

    def _exactly(self, count: int) -> bytes:
        received = b""
        while len(received) < count:
            part = self._link.recv(count - len(received))
            self._link.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            if not part:
                return b""
            received += part
        return received

    def _send(self, payload: bytes) -> None:
        self._link.sendall(len(payload).to_bytes(2, "big") + payload)


Insert = Callable[..., ScriptedCard]
"""What the fixture `insert` is: it puts a card in a reader."""
