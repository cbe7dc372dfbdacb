"""An office of several accounts, none of which this machine has: its register runs under one, and the others ask it.

Each program runs in a mount namespace of its own, in which `/etc/passwd` and `/etc/group` are the office's. That needs root.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from commandline import Result

SERVICE, GROUP = "thaiid-register", "thaiid-desk"
FIRST_ID = 61_000
WITHIN = 'mount --bind "$1" /etc/passwd && mount --bind "$2" /etc/group && shift 2 && exec "$@"'
PEER = """
import json, socket, sys
connection = socket.socket(socket.AF_UNIX)
try:
    connection.connect(sys.argv[1])
except PermissionError:
    sys.exit("refused")
heard = connection.makefile("rb")
for line in sys.stdin.buffer:
    connection.sendall(line)
    while True:
        told = heard.readline()
        sys.stdout.buffer.write(told or b'{"gone": true}\\n')
        if not told or b"item" != json.loads(told).popitem()[0].encode():
            break
"""


class Office:
    """Accounts, and the register's folder, to which the way is open."""

    def __init__(self, thaiid: Path, desks: Sequence[str], outsiders: Sequence[str] = ()) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="office-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.program = thaiid.with_name("thaiid-register")
        self.socket = self.folder / "run" / "socket"
        accounts = [SERVICE, *desks, *outsiders]
        self.ids = {name: FIRST_ID + index for index, name in enumerate(accounts)}
        lines = [f"{name}:x:{id}:{id}::{self.folder}:/bin/sh\n" for name, id in self.ids.items()]
        (self.folder / "passwd").write_text("root:x:0:0:root:/root:/bin/sh\n" + "".join(lines))
        groups = [f"{name}:x:{id}:\n" for name, id in self.ids.items()]
        members = ",".join([SERVICE, *desks])
        (self.folder / "group").write_text(
            "root:x:0:\n" + "".join(groups) + f"{GROUP}:x:{FIRST_ID - 1}:{members}\n")
        for name in ("state", "run"):
            (self.folder / name).mkdir(mode=0o755)
            os.chown(self.folder / name, self.ids[SERVICE], self.ids[SERVICE])
        (self.folder / "state").chmod(0o700)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder / "state"), "TMPDIR": str(self.folder / "state"),
            "LC_ALL": "C.UTF-8"}
        self.here = ["--store", f"sqlite:{self.folder}/state/store", "--key-file", f"{self.folder}/state/key/register.key"]

    def command(self, account: str, *command: str | Path) -> list[str | Path]:
        return [
            "unshare", "-mn", "bash", "-c", WITHIN, "bash", self.folder / "passwd", self.folder / "group", "setpriv",
            f"--reuid={self.ids[account]}", f"--regid={self.ids[account]}", "--init-groups", "--", *command]

    def run(self, account: str, *arguments: str | Path, input: bytes = b"") -> Result:
        """`thaiid-register`, as an account."""
        # Nobody but the service may look into its home.
        home = {} if account == SERVICE else {"HOME": str(self.folder)}
        done = subprocess.run(
            self.command(account, self.program, *arguments, "--json"), input=input, capture_output=True, timeout=60,
            env=self.environment | home, cwd="/")
        return Result(tuple(map(str, arguments)), done.returncode, done.stdout, done.stderr)

    def make(self, roles: Mapping[str, str]) -> None:
        """Makes the register, with a purpose, and gives accounts their roles."""
        for arguments in (
            ["init", "--no-input", "--recovery", self.folder / "state" / "recovery.txt", "--office", "x"],
            ["purpose", "add", "--code", "counter", "--thai", "เคาน์เตอร์", "--days", "365"],
            *(["officer", "add", account, "--roles", role] for account, role in roles.items()),
        ):
            done = self.run(SERVICE, *arguments, *self.here)
            assert done.exit == 0, done

    def ask(self, account: str, *requests: dict[str, Any]) -> list[dict[str, Any]]:
        """What is answered to each request, over one connection of an account."""
        lines = b"".join(json.dumps(request | {"arguments": request.get("arguments", {})}).encode() + b"\n" for request in requests)
        done = subprocess.run(
            self.command(account, "/usr/bin/python3", "-I", "-c", PEER, self.socket), input=lines, capture_output=True,
            timeout=60, env=self.environment, cwd="/")
        if done.stderr:
            return [{"error": {"problem": done.stderr.decode().strip()}}] * len(requests)
        told = [json.loads(line) for line in done.stdout.splitlines()]
        return [line for line in told if "item" not in line]

    @contextmanager
    def serving(self) -> Iterator[subprocess.Popen[bytes]]:
        """The register's process, once it answers."""
        process = subprocess.Popen(
            self.command(SERVICE, self.program, "serve", "--socket", self.socket, "--group", GROUP, *self.here),
            stderr=subprocess.PIPE, env=self.environment, cwd="/")
        try:
            told = process.stderr.readline()
            assert b"Listening" in told, told + process.stderr.read()
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.communicate(timeout=10)

    def stop(self, process: subprocess.Popen[bytes]) -> float:
        """Asks it to end; how long that took."""
        begun = time.monotonic()
        process.terminate()
        assert process.wait(5) == 0
        return time.monotonic() - begun

    def remove(self) -> None:
        shutil.rmtree(self.folder)


def problem(answer: dict[str, Any]) -> str:
    """What is in the way, by its word; `ok` where nothing is."""
    return answer["error"]["problem"] if "error" in answer else "ok"
