"""A serial card reader at the far end of a pseudo terminal, for the driver that real readers have.

It is a GemPC Twin as Debian's `libccidtwin.so` knows it: messages of USB's device class for smart cards
(DWG_Smart-Card_CCID_Rev110, chapter 6) between SYNC, ACK and the XOR of everything. It sends back each byte that it gets, as
the line of such a reader does, and then its answer; before that a card that came or went since the last one, as two
bytes, and, while the card asks for time, single bytes of 0x80 and up.

Nothing is known here of what the commands for the card mean: that is the card's.
"""

from __future__ import annotations

import os
import pty
import select
import threading
import time
import tty
from enum import IntEnum
from types import TracebackType
from typing import NamedTuple

from cardimage import CardImage, PoweredCard
from scriptedcard import Fault

DRIVER = "/usr/lib/pcsc/drivers/serial/libccidtwin.so"
READER = "GemPC Twin 00 00"

SYNC, ACK, TIME_REQUEST = 0x03, 0x06, 0x80
CARD_CAME, CARD_WENT = b"\x50\x03", b"\x50\x02"
ACTIVE, INACTIVE, ABSENT, FAILED = 0x00, 0x01, 0x02, 0x40
MUTE = 0xFE
FIRMWARE = b"GemTwin-V2.00-GB00"
PPS = 0xFF
DEFAULT_PARAMETERS = bytes([0x11, 0x00, 0x00, 0x0A, 0x00])


class Kind(IntEnum):
    """What a message asks for."""

    SET_PARAMETERS = 0x61
    POWER_ON = 0x62
    POWER_OFF = 0x63
    STATUS = 0x65
    ESCAPE = 0x6B
    PARAMETERS = 0x6C
    BLOCK = 0x6F


ANSWERS = {
    Kind.POWER_ON: 0x80, Kind.BLOCK: 0x80, Kind.POWER_OFF: 0x81, Kind.STATUS: 0x81,
    Kind.PARAMETERS: 0x82, Kind.SET_PARAMETERS: 0x82, Kind.ESCAPE: 0x83,
}


class Answer(NamedTuple):
    """An answer but for what every message has: status, error and data."""

    status: int
    error: int = 0
    data: bytes = b""


class TwinReader:
    """The reader, from the moment its line is there: plug the service into `device`, a card into it.

    `bits_a_second` is how fast card and reader speak to each other: ten moments for a byte and two of rest. `time_requests`
    are sent before each answer of the card.
    """

    def __init__(self, *, bits_a_second: int | None = None, time_requests: int = 0) -> None:
        self.bits_a_second = bits_a_second
        self.time_requests = time_requests
        self.commands: list[bytes] = []
        self.selections: list[bytes] = []
        self.asked: set[Kind] = set()
        self._card: CardImage | None = None
        self._fault: Fault | None = None
        self._mute = False
        self._powered: PoweredCard | None = None
        self._notices = b""
        self._lock = threading.Lock()
        self._line, self._far_end = pty.openpty()
        tty.setraw(self._far_end)
        self.device = os.ttyname(self._far_end)
        self._closing, self._close = os.pipe()
        self._thread = threading.Thread(target=self._serve, name="twin reader", daemon=True)
        self._thread.start()

    @property
    def configuration(self) -> str:
        """What the service's `reader.conf` says of this reader."""
        return f'FRIENDLYNAME "GemPC Twin"\nDEVICENAME {self.device}:GemPCTwin\nLIBPATH {DRIVER}\nCHANNELID 1\n'

    def insert(self, card: CardImage, fault: Fault | None = None, *, mute: bool = False) -> None:
        """Puts a card in. The service learns of it when it next asks (see `PrivatePCSC.wait_for_card`)."""
        with self._lock:
            self.commands, self.selections = [], []
            self._card, self._fault, self._mute, self._powered = card, fault, mute, None
            self._notices += CARD_CAME

    def pull(self) -> None:
        """Takes the card out, whatever it is doing."""
        with self._lock:
            self._take_out()

    def __enter__(self) -> TwinReader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.write(self._close, b"\0")
        self._thread.join(5)
        for descriptor in (self._line, self._far_end, self._closing, self._close):
            os.close(descriptor)

    def _take_out(self) -> None:
        if self._card:
            self._notices += CARD_WENT
        self._card = self._powered = None

    def _serve(self) -> None:
        received = b""
        while self._closing not in select.select([self._line, self._closing], [], [])[0]:
            received += self._receive()
            while message := whole_message(received):
                received = received[len(message):]
                self._answer(message[2:-1])

    def _receive(self) -> bytes:
        received = os.read(self._line, 4096)
        os.write(self._line, received)
        return received

    def _answer(self, message: bytes) -> None:
        kind, slot_and_sequence = Kind(message[0]), message[5:7]
        self.asked.add(kind)
        answer = self._act(kind, message[10:])
        with self._lock:
            notices, self._notices = self._notices, b""
        head = bytes([ANSWERS[kind]]) + len(answer.data).to_bytes(4, "little") + slot_and_sequence
        os.write(self._line, notices + framed(head + bytes([answer.status, answer.error, 0]) + answer.data))

    def _act(self, kind: Kind, data: bytes) -> Answer:
        match kind:
            case Kind.POWER_ON:
                return self._power_on()
            case Kind.BLOCK:
                return self._exchange(data)
            case Kind.POWER_OFF:
                with self._lock:
                    self._powered = None
                return Answer(self._presence())
            case Kind.STATUS:
                return Answer(self._presence())
            case Kind.ESCAPE:
                return Answer(self._presence(), data=FIRMWARE if data == b"\x02" else b"\x00")
            case Kind.PARAMETERS | Kind.SET_PARAMETERS:
                return Answer(self._presence(), data=data or DEFAULT_PARAMETERS)

    def _presence(self) -> int:
        with self._lock:
            return ABSENT if self._card is None else INACTIVE if self._powered is None else ACTIVE

    def _power_on(self) -> Answer:
        with self._lock:
            if self._card and not self._mute:
                self._powered = PoweredCard(self._card)
                return Answer(ACTIVE, data=self._card.atr)
        return Answer(FAILED | self._presence(), MUTE)

    def _exchange(self, command: bytes) -> Answer:
        with self._lock:
            card, fault = self._powered, self._fault
        if card is None:
            return Answer(FAILED | self._presence(), MUTE)
        if command[0] == PPS:
            self.selections.append(command)
            return Answer(ACTIVE, data=command)
        self.commands.append(command)
        answer: bytes | None = card.answer(command)
        if fault:
            answer = fault(len(self.commands), command, answer)
        for _ in range(self.time_requests):
            os.write(self._line, bytes([TIME_REQUEST]))
        if self.bits_a_second:
            # The card repeats the command's second byte before data go either way.
            time.sleep(12 * (len(command) + 1 + len(answer or b"")) / self.bits_a_second)
        with self._lock:
            if answer is None:
                self._take_out()
            if self._powered is card and answer is not None:
                return Answer(ACTIVE, data=answer)
        return Answer(FAILED | self._presence(), MUTE)


def framed(message: bytes) -> bytes:
    frame = bytes([SYNC, ACK]) + message
    return frame + bytes([exclusive_or(frame)])


def whole_message(received: bytes) -> bytes | None:
    """The frame at the head of what came in, once all of it is there."""
    count = 13 + int.from_bytes(received[3:7], "little")
    if len(received) < 13 or len(received) < count:
        return None
    frame = received[:count]
    assert frame[:2] == bytes([SYNC, ACK]) and exclusive_or(frame) == 0, frame.hex()
    return frame


def exclusive_or(data: bytes) -> int:
    result = 0
    for byte in data:
        result ^= byte
    return result
