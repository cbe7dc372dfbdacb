"""A PC/SC service of another version than the library: it listens where pcscd does, and answers each client's version
with its own and with the code that pcscd gives to whoever speaks another one. Run inside the namespaces."""

from __future__ import annotations

import socket
import struct
from pathlib import Path

PLACE = Path("/run/pcscd/pcscd.comm")
HEADER = struct.Struct("=II")
VERSION = struct.Struct("=iiI")
SERVICE_STOPPED = 0x8010001E


def serve(client: socket.socket) -> None:
    with client:
        header = client.recv(HEADER.size, socket.MSG_WAITALL)
        if len(header) < HEADER.size:
            return  # Somebody who only knocked.
        client.recv(HEADER.unpack(header)[0], socket.MSG_WAITALL)
        client.sendall(VERSION.pack(99, 0, SERVICE_STOPPED))
        client.recv(1)


def main() -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(PLACE))
        door.listen()
        print("listening", flush=True)
        while True:
            serve(door.accept()[0])


if __name__ == "__main__":
    main()
