"""The program that lives inside the namespaces of a private PC/SC service.

`privatepcsc.py` starts it under `unshare -rmn` and speaks to it over a socket pair, one JSON object a packet.
It brings up the loopback interface, hides `/run` behind an empty file system, starts and kills pcscd, connects
to vpcd and hands out the socket, and tells when a card has arrived in a reader or left it. It ends, and pcscd
and the service's folder with it, when the other end of the socket pair is gone, however that came about.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

SERVICE_SOCKET = Path("/run/pcscd/pcscd.comm")
LISTENING = "0A"


class Service:
    """pcscd, and the requests that concern it."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def start(
        self, arguments: list[str], log: str, ports: list[int], readers: list[str], environment: dict[str, str],
    ) -> None:
        """Starts pcscd and comes back once its socket and the ports of its readers are open, and it has found them
        empty: from then on it counts insertions and removals in turns."""
        with open(log, "ab") as output:
            self.process = subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=os.environ | environment)
        deadline = time.monotonic() + 10
        while not (SERVICE_SOCKET.is_socket() and set(ports) <= listening_ports()):
            if self.process.poll() is not None:
                raise RuntimeError(f"pcscd ended with {self.process.returncode}; see {log}")
            if time.monotonic() > deadline:
                raise TimeoutError(f"pcscd was not ready within 10 s; see {log}")
            time.sleep(0.005)
        for reader in readers:
            wait_for_card(reader, False, deadline - time.monotonic())

    def kill(self) -> None:
        """Kills pcscd as a crash would, and clears away what it leaves in `/run`."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None
        for left in SERVICE_SOCKET.parent.glob("*"):
            left.unlink()


def listening_ports() -> set[int]:
    """The TCP ports that somebody in this network namespace listens on."""
    rows = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return {int(row[1].rpartition(":")[2], 16) for row in rows if row[3] == LISTENING}


def wait_for_card(reader: str, present: bool, seconds: float) -> None:
    """Blocks until the service itself says that the reader holds a card, or holds none, and has noticed so.

    Two know of a reader's card. Whatever gives it power, such as the reset after a program that died in a transaction,
    looks into the reader first, and may report it empty there and then; but news of a card comes only from the thread
    that looks every 0.4 s, and only where it differs from what that thread itself saw last. So the count of insertions
    and removals is looked at, which is that thread's alone: it is odd while it knows of a card.
    """
    from smartcard import scard

    wanted = scard.SCARD_STATE_PRESENT if present else scard.SCARD_STATE_EMPTY
    _, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    try:
        deadline = time.monotonic() + seconds
        known = scard.SCARD_STATE_UNAWARE
        while True:
            left = max(0, int(1000 * (deadline - time.monotonic())))
            code, states = scard.SCardGetStatusChange(context, min(left, 100), [(reader, known)])
            if left > 0 and code in (scard.SCARD_E_TIMEOUT, scard.SCARD_E_UNKNOWN_READER):
                continue  # Not every change of the count wakes those who wait for one.
            if code != scard.SCARD_S_SUCCESS:
                raise TimeoutError(f"{reader}: {scard.SCardGetErrorMessage(code)} (state {known:#x}, present={present})")
            known = states[0][1] & ~scard.SCARD_STATE_CHANGED
            if known & wanted and (known >> 16) % 2 == present:
                return
    finally:
        scard.SCardReleaseContext(context)


def prepare() -> None:
    """Gives this mount namespace an empty `/run`, and this network namespace a loopback interface."""
    for command in (
        ["ip", "link", "set", "lo", "up"],
        ["mount", "--types", "tmpfs", "tmpfs", "/run"],
        ["mkdir", str(SERVICE_SOCKET.parent)],
    ):
        subprocess.run(command, check=True)


def answer(control: socket.socket, service: Service, request: dict[str, Any]) -> None:
    match request.pop("do"):
        case "start":
            service.start(**request)
        case "kill":
            service.kill()
        case "connect":
            with socket.create_connection(("127.0.0.1", request["port"]), timeout=5) as connection:
                connection.settimeout(None)
                socket.send_fds(control, [b"{}"], [connection.fileno()])
            return
        case "wait":
            wait_for_card(**request)
    control.send(b"{}")


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control, folder = socket.socket(fileno=int(sys.argv[1])), sys.argv[2]
    service = Service()
    try:
        prepare()
        control.send(b"{}")
        while packet := control.recv(65536):
            try:
                answer(control, service, json.loads(packet))
            except Exception as error:
                control.send(json.dumps({"error": f"{type(error).__name__}: {error}"}).encode())
    finally:
        service.kill()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
