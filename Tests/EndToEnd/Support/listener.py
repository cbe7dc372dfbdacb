"""What `thaiid watch --ndjson` tells, while it tells it."""

from __future__ import annotations

import json
import threading
import time
from typing import Any


class Listener:
    """Everything that a watch tells, each with the time at which it came."""

    def __init__(self, watch: Any) -> None:
        self.told: list[tuple[float, dict[str, Any]]] = []
        self._thread = threading.Thread(target=self._listen, args=(watch.stdout,), daemon=True)
        self._thread.start()

    def _listen(self, output: Any) -> None:
        for line in output:
            self.told.append((time.monotonic(), json.loads(line)))

    def waits_for(self, event: str, reader: str, seconds: float = 10) -> dict[str, Any]:
        """The first such event that is told from here on, or has been told."""
        deadline = time.monotonic() + seconds
        while True:
            for _, told in self.told:
                if (told["event"], told["reader"]) == (event, reader):
                    return told
            assert time.monotonic() < deadline, self.told
            time.sleep(0.01)

    def waits_for_events(self, reader: str, count: int, seconds: float = 10) -> None:
        """Waits until this reader's events are so many."""
        deadline = time.monotonic() + seconds
        while len(self.events(reader)) < count:
            assert time.monotonic() < deadline, self.told
            time.sleep(0.01)

    def events(self, reader: str) -> list[str]:
        return [told["event"] for _, told in self.told if told["reader"] == reader]
