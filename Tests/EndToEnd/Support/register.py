"""A register of a test's own: `thaiid-register` beside the tool, with a home that nobody else has."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commandline import Result
from fakeclock import fake_clock

OFFICE = "สำนักงานทดสอบ"
PURPOSE = "counter"


class Register:
    """The program, and where it keeps what it keeps."""

    def __init__(self, thaiid: Path, folder: Path) -> None:
        self.program = thaiid.with_name("thaiid-register")
        assert os.access(self.program, os.X_OK), f"no {self.program}: build it"
        self.folder = folder
        self.store = folder / "store"
        self.people, self.keys = self.store / "people.sqlite", self.store / "keys.sqlite"
        self.key_file = folder / "key" / "register.key"
        self.recovery = folder / "recovery.txt"
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "LC_ALL": "C.UTF-8",
            "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data"),
        }
        for name in ("home", "tmp", "key"):
            (folder / name).mkdir(parents=True)

    def __call__(
        self, *arguments: str | Path, input: bytes = b"", environment: Mapping[str, str] | None = None, seconds: float = 60,
    ) -> Result:
        """Runs the program to its end; on this register, unless another is named."""
        if self.keys.exists() and not {"--store", "--socket", "rights", "use"} & set(map(str, arguments)):
            arguments += "--store", f"sqlite:{self.store}", "--key-file", self.key_file
        done = subprocess.run(
            [self.program, *arguments], input=input, capture_output=True, cwd=self.folder, timeout=seconds,
            env=self.environment | dict(environment or {}))
        return Result(tuple(map(str, arguments)), done.returncode, done.stdout, done.stderr)

    def ok(self, *arguments: str | Path, input: bytes = b"", **options: Any) -> list[dict[str, Any]]:
        """What it prints as JSON, where it has to succeed."""
        result = self(*arguments, "--json", input=input, **options)
        assert result.exit == 0, result
        return [json.loads(line) for line in result.output.splitlines()]

    def fails(self, kind: int, *arguments: str | Path, input: bytes = b"", **options: Any) -> dict[str, Any]:
        """The error, where it has to fail so, whatever it has printed before."""
        result = self(*arguments, "--json", input=input, **options)
        assert result.exit == kind, result
        return json.loads(result.errors.splitlines()[-1])

    def on(self, day: str) -> dict[str, str]:
        """The environment of a run on another day."""
        return fake_clock(FAKETIME=f"@{day}", TZ="UTC")

    def make(self, *options: str, account_is_open: bool = True) -> Register:
        """Makes it, with a purpose for which everything is kept."""
        self.ok(
            "init", "--no-input", "--store", f"sqlite:{self.store}", "--key-file", self.key_file, "--recovery", self.recovery,
            "--office", OFFICE, "--office-number", "0000", *(["--open-account"] if account_is_open else []), *options)
        return self

    def add_purpose(self, code: str = PURPOSE, *options: str) -> None:
        self.ok("purpose", "add", "--code", code, "--thai", "รับบริการที่เคาน์เตอร์", "--days", "365", *options)

    def save(self, record: dict[str, Any], **options: Any) -> dict[str, Any]:
        [answer] = self.ok("save", "-", "--purpose", PURPOSE, input=json.dumps(record).encode(), **options)
        return answer


def invented(thaiid: Path, count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Records of people who do not exist."""
    done = subprocess.run(
        [thaiid, "invent", "--count", str(count), "--seed", str(seed)], capture_output=True, check=True, timeout=60)
    return [json.loads(line) for line in done.stdout.splitlines()]
