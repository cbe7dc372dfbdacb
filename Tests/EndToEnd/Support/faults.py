"""Ways for a scripted card to misbehave; each makes a `Fault` (see scriptedcard.py)."""

from __future__ import annotations

import random
import threading
import time

from scriptedcard import Fault


def remove_before(number: int) -> Fault:
    """The card is pulled instead of answering this exchange."""
    return lambda index, command, answer: None if index == number else answer


def status_at(number: int, status: int) -> Fault:
    """This exchange is answered by a bare status word."""
    return lambda index, command, answer: status.to_bytes(2, "big") if index == number else answer


def answer_at(number: int, wrong: bytes) -> Fault:
    """This exchange gets these bytes for an answer."""
    return lambda index, command, answer: wrong if index == number else answer


def cut_at(number: int, count: int = 1) -> Fault:
    """The data of this exchange lacks its last bytes; the status word still says that all is well."""
    return lambda index, command, answer: answer[:-2 - count] + answer[-2:] if index == number else answer


def stretched_at(number: int, count: int = 1) -> Fault:
    """The data of this exchange has bytes too many."""
    return lambda index, command, answer: answer[:-2] + b"\x20" * count + answer[-2:] if index == number else answer


def garbage_from(number: int, seed: int) -> Fault:
    """From this exchange on, the card answers with noise of any length."""
    noise = random.Random(seed)
    return lambda index, command, answer: noise.randbytes(noise.randint(1, 300)) if index >= number else answer


def endless_61(number: int, data: bytes = b"") -> Fault:
    """From this exchange on, there is always more to fetch."""
    return lambda index, command, answer: data + b"\x61\xFF" if index >= number else answer


def endless_6c(number: int) -> Fault:
    """From this exchange on, the length is always wrong, and the right one a new one each time."""
    return lambda index, command, answer: bytes([0x6C, index % 255 + 1]) if index >= number else answer


def slow(seconds: float) -> Fault:
    """Every answer takes its time."""
    def fault(index: int, command: bytes, answer: bytes) -> bytes:
        time.sleep(seconds)
        return answer
    return fault


class Stroll:
    """Every answer takes its time, and the test can wait until the read has come to some exchange."""

    def __init__(self, number: int, seconds: float) -> None:
        self._number = number
        self._seconds = seconds
        self._reached = threading.Event()

    def __call__(self, index: int, command: bytes, answer: bytes) -> bytes:
        if index == self._number:
            self._reached.set()
        time.sleep(self._seconds)
        return answer

    def wait_until_reached(self, seconds: float = 10) -> None:
        assert self._reached.wait(seconds), f"the read did not come to exchange {self._number} within {seconds} s"


class Gate:
    """Holds the card's answer to one exchange until the test opens the gate, but no longer than so many seconds: a
    place in mid-read to do things at."""

    def __init__(self, number: int, seconds: float = 30) -> None:
        self.number = number
        self._seconds = seconds
        self._reached = threading.Event()
        self._open = threading.Event()

    def __call__(self, index: int, command: bytes, answer: bytes) -> bytes:
        if index == self.number:
            self._reached.set()
            self._open.wait(self._seconds)
        return answer

    def wait_until_reached(self, seconds: float = 10) -> None:
        assert self._reached.wait(seconds), f"the read did not come to exchange {self.number} within {seconds} s"

    def open(self) -> None:
        self._open.set()
