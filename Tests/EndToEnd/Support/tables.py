"""Tables that ours writes, as Python's own reader takes them."""

from __future__ import annotations

import csv
import io


def rows(table: bytes, **dialect: str) -> list[dict[str, str]]:
    """The rows of a table in UTF-8, by the names of its columns."""
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), strict=True, **dialect))
