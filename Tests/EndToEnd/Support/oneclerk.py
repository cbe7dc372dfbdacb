"""A one-clerk office whose register is named on every command line, so that a copy of it can be opened as well."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from commandline import Result, executable
from register import PURPOSE, Register


class OneClerk(Register):
    """An open register with one purpose, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(executable(), folder)
        self.make()
        self.add_purpose()

    def command(self, *arguments: str | Path) -> list[str]:
        """A command line for this register, unless it names another."""
        words = [str(argument) for argument in arguments]
        for option, value in (("--store", f"sqlite:{self.store}"), ("--key-file", str(self.key_file))):
            if option not in words:
                words += [option, value]
        return [str(self.program), *words]

    def __call__(
        self, *arguments: str | Path, input: bytes = b"", environment: Mapping[str, str] | None = None,
        seconds: float = 60, wrapper: Sequence[str | Path] = (),
    ) -> Result:
        """Runs the program to its end. `wrapper` is a command before it."""
        done = subprocess.run(
            [*wrapper, *self.command(*arguments)], input=input, capture_output=True, cwd=self.folder, timeout=seconds,
            env=self.environment | dict(environment or {}))
        return Result(tuple(map(str, arguments)), done.returncode, done.stdout, done.stderr)

    def log(self) -> list[dict[str, Any]]:
        """All entries, oldest first."""
        return [json.loads(line["entry"]) for line in self.ok("log", "export")]

    def doctor(self) -> dict[str, Any]:
        return self.ok("doctor")[0]

    def is_whole(self, *options: str | Path) -> bool:
        """Whether the log is as it was written."""
        return self.ok("log", "verify", *options)[0]["whole"]

    def save_all(self, records: Sequence[bytes], **options: Any) -> list[dict[str, Any]]:
        """What it answers to each."""
        answers = self.ok("save", "-", "--purpose", PURPOSE, input=b"".join(records), **options)
        return [answer for answer in answers if "person" in answer]

    def find(self, number: str, **options: Any) -> list[dict[str, Any]]:
        return self.ok("find", "--id", "-", "--purpose", PURPOSE, input=number.encode(), **options)

    @contextmanager
    def running(self, *arguments: str | Path, **options: Any) -> Iterator[subprocess.Popen[bytes]]:
        """It, started; killed at the end of the scope if it still runs."""
        with subprocess.Popen(self.command(*arguments), cwd=self.folder, env=self.environment, **options) as process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    process.kill()


def lines(count: int, *options: str) -> list[bytes]:
    """Records of people who do not exist, without photos, a line each."""
    done = subprocess.run(
        [executable(), "invent", "--count", str(count), "--no-photo", *options], check=True, capture_output=True)
    return done.stdout.splitlines(keepends=True)


def citizen_id(record: bytes) -> str:
    return json.loads(record)["card"]["citizenID"]
