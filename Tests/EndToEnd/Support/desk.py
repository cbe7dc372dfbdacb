"""A desk while it is watched: what it tells, line by line, and what it leaves on the disk."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from commandline import Tool

Event = dict[str, Any]


class Desk:
    """`thaiid watch --ndjson` with these options, until the end of the scope."""

    def __init__(self, thaiid: Tool, *options: str | Path, **environment: str) -> None:
        self.thaiid = thaiid
        self.options = options
        self.environment = environment
        self.told: list[Event] = []
        self.raw: list[bytes] = []
        self._scope: Any = None

    def __enter__(self) -> Desk:
        self._scope = self.thaiid.running("watch", "--ndjson", *self.options, environment=self.environment)
        self.process: subprocess.Popen[bytes] = self._scope.__enter__()
        self._thread = threading.Thread(target=self._listen, args=(self.process.stdout,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exception: Any) -> None:
        self._scope.__exit__(*exception)

    def _listen(self, output: Any) -> None:
        for line in output:
            self.raw.append(line)
            # What a killed process was about to say may end anywhere.
            if line.endswith(b"\n"):
                self.told.append(json.loads(line))

    def until(self, condition: Callable[[Event], bool], seconds: float = 15) -> Event:
        """The first event, told already or from here on, for which the condition holds."""
        deadline = time.monotonic() + seconds
        while True:
            for told in list(self.told):
                if condition(told):
                    return told
            assert time.monotonic() < deadline, (self.told, self.process.poll())
            time.sleep(0.005)

    def read(self, number: int = 1, seconds: float = 15) -> Event:
        """The so many-th card that was read."""
        self._until_count(lambda told: told["event"] == "card.read", number, seconds)
        return [told for told in self.told if told["event"] == "card.read"][number - 1]

    def actions(self, read: str, count: int, seconds: float = 15) -> list[Event]:
        """So many reports on the actions of a read."""
        def is_meant(told: Event) -> bool:
            return told["event"].startswith("action.") and told["read"]["id"] == read
        self._until_count(is_meant, count, seconds)
        return [told for told in self.told if is_meant(told)]

    def _until_count(self, condition: Callable[[Event], bool], count: int, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while sum(map(condition, list(self.told))) < count:
            assert time.monotonic() < deadline, (self.told, self.process.poll())
            time.sleep(0.005)


def spool(thaiid: Tool, **environment: str) -> list[dict[str, Any]]:
    """What is still to be done, as the tool lists it."""
    return thaiid("spool", "list", "--json", environment=environment).record["entries"]


def entries(thaiid: Tool) -> list[Path]:
    """The files of the spool."""
    return sorted((thaiid.home / ".local/state/thaiid/spool").glob("*.entry"))
