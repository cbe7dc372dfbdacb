"""Writes a small recording in every format that is read, for the fuzzer to begin with."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "EndToEnd" / "Support"))

from foreignforms import FOREIGN, in_format  # noqa: E402
from traces import FIXTURES  # noqa: E402

SMALL = "version-0002"

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
(folder / "thaiid").write_bytes((FIXTURES / f"{SMALL}.trace").read_bytes())
for form in FOREIGN:
    (folder / form).write_bytes(in_format(form, SMALL))
