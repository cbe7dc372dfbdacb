"""A PC/SC service without hardware, for the tests alone.

Real pcscd with the virtual reader driver vpcd, in user, mount and network namespaces of its own: it needs no
root, sees no reader and no service of the machine, and nothing that runs beside it can reach a network, for
there is only a loopback interface.
"""

from __future__ import annotations

import functools
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

VPCD_DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
FIRST_PORT = 35963
READERS = ("Virtual PCD 00 00", "Virtual PCD 00 01")


class Attached(NamedTuple):
    """The readers of a service: what its `reader.conf` says, their names, and the ports at which they wait for cards."""

    configuration: str = ""
    readers: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()


VIRTUAL_READERS = Attached(
    f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:{FIRST_PORT:#x}\nLIBPATH {VPCD_DRIVER}\nCHANNELID {FIRST_PORT:#x}\n',
    READERS, tuple(FIRST_PORT + slot for slot in range(len(READERS))))
NO_READER = Attached()


class PrivatePCSC:
    """Namespaces, and in them a pcscd that can be started, killed and started again.

    `run` and `popen` start programs inside the namespaces. One object serves any number of them at a time, but
    `start`, `kill`, `connect` and the waits are for one thread.
    """

    def __init__(self, attached: Attached = VIRTUAL_READERS) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="private-pcsc-"))
        self.log = self.folder / "pcscd.log"
        self._attached = attached
        self._configuration = self.folder / "reader.conf"
        self._configuration.write_text(attached.configuration)
        (self.folder / "no-usb-drivers").mkdir()
        self._control, inner = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with inner:
            keeper = Path(__file__).with_name("namespace_keeper.py")
            self._keeper = subprocess.Popen(
                ["unshare", "-rmn", sys.executable, str(keeper), str(inner.fileno()), str(self.folder)],
                pass_fds=[inner.fileno()], stdin=subprocess.DEVNULL)
        self._control.settimeout(30)
        self._receive()

    def __enter__(self) -> PrivatePCSC:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends pcscd and the namespaces; the keeper clears away the folder."""
        self._control.close()
        try:
            self._keeper.wait(10)
        except subprocess.TimeoutExpired:
            self._keeper.kill()
            self._keeper.wait()

    def start(self) -> None:
        """Starts pcscd; once back, its socket and its readers are there."""
        self._ask(
            "start", arguments=["pcscd", "--foreground", "--config", str(self._configuration), *service_options()],
            log=str(self.log), ports=self._attached.ports, readers=self._attached.readers,
            environment={"PCSCLITE_HP_DROPDIR": str(self.folder / "no-usb-drivers")})

    def kill(self) -> None:
        """Kills pcscd with SIGKILL."""
        self._ask("kill")

    def connect(self, slot: int = 0) -> socket.socket:
        """A connection to vpcd: the place where a virtual card sits."""
        self._send("connect", port=FIRST_PORT + slot)
        packet, descriptors, _, _ = socket.recv_fds(self._control, 65536, 1)
        self._check(packet)
        return socket.socket(fileno=descriptors[0])

    def wait_for_card(self, slot: int = 0, seconds: float = 5) -> None:
        """Waits until the service itself reports a card in the reader."""
        self._ask("wait", reader=self._attached.readers[slot], present=True, seconds=seconds)

    def wait_until_empty(self, slot: int = 0, seconds: float = 5) -> None:
        """Waits until the service has looked into the reader and found nothing.

        That it reports no card is not enough. A transmission that failed empties its report at once, but the
        thread that looks into the reader every 0.4 s may not have come by; a card put in before it does is
        never noticed. So something sits in the reader until it is looked at, and gives no answer; and as whatever
        gives a card power looks, too, the service's count must have noticed as well (see namespace_keeper.py).
        """
        with self.connect(slot) as probe:
            probe.settimeout(seconds)
            probe.recv(3, socket.MSG_WAITALL)
        self.wait_for_emptiness(slot, seconds)

    def wait_for_emptiness(self, slot: int = 0, seconds: float = 5) -> None:
        """Waits until the service has noticed that no card is in the reader."""
        self._ask("wait", reader=self._attached.readers[slot], present=False, seconds=seconds)

    def inside(self, arguments: Sequence[str | Path], folder: str | Path | None = None) -> list[str]:
        """The command line that runs the given one inside the namespaces, under the same process id."""
        enter = ["nsenter", "--target", str(self._keeper.pid), "--user", "--mount", "--net", "--preserve-credentials"]
        change = ["env", f"--chdir={folder}"] if folder else []
        return enter + change + [str(argument) for argument in arguments]

    def popen(
        self, arguments: Sequence[str | Path], *, folder: str | Path | None = None,
        environment: Mapping[str, str] | None = None, **options: Any,
    ) -> subprocess.Popen[bytes]:
        """Starts a program inside; `environment` is added to that of the tests."""
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        return subprocess.Popen(
            self.inside(arguments, folder), env=os.environ | (environment or {}), **options)

    def run(
        self, arguments: Sequence[str | Path], *, input: bytes | None = None, seconds: float = 20, **options: Any,
    ) -> subprocess.CompletedProcess[bytes]:
        """Runs a program inside to its end; kills it and fails when it takes longer than `seconds`."""
        if input is not None:
            options["stdin"] = subprocess.PIPE
        with self.popen(arguments, **options) as process:
            try:
                output, errors = process.communicate(input, timeout=seconds)
            except BaseException:
                process.kill()
                raise
        return subprocess.CompletedProcess([str(a) for a in arguments], process.returncode, output, errors)

    def _ask(self, do: str, **details: Any) -> None:
        self._send(do, **details)
        self._receive()

    def _send(self, do: str, **details: Any) -> None:
        self._control.send(json.dumps({"do": do, **details}).encode())

    def _receive(self) -> None:
        self._check(self._control.recv(65536))

    def _check(self, packet: bytes) -> None:
        if not packet:
            raise RuntimeError(f"the namespaces could not be made: exit {self._keeper.wait(10)} (are user namespaces allowed?)")
        if error := json.loads(packet).get("error"):
            raise RuntimeError(error)


@functools.cache
def service_options() -> list[str]:
    """Options that this machine's pcscd needs to run for itself: polkit has no say over a private service."""
    version = subprocess.run(["pcscd", "--version"], capture_output=True, text=True, check=True).stdout
    return ["--disable-polkit"] if " polkit" in version else []
