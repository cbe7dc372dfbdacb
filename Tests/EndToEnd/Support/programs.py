"""The tests' own programs, each run as a process of its own: how they are started."""

from __future__ import annotations

import sys
from pathlib import Path

SUPPORT = Path(__file__).parent
FOREIGN_READER = [sys.executable, SUPPORT / "foreign_reader.py"]
PLAN_READER = [sys.executable, SUPPORT / "plan_reader.py"]
OTHER_SERVICE = [sys.executable, SUPPORT / "otherservice.py"]
UNIT_SANDBOX = [sys.executable, SUPPORT / "unitsandbox.py"]
