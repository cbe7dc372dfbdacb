"""Reads the card in a reader by one of the plans of `foreignplans.py`, with pyscard, as the program that has it does.

Prints one JSON object: the answers to its reads as hexadecimal digits, and the laser number where it asks for it.
"""

from __future__ import annotations

import json
import sys

from foreignplans import PLANS, commands
from smartcard.CardConnection import CardConnection
from smartcard.System import readers


def main(name: str, plan: str) -> None:
    connection = next(r for r in readers() if str(r) == name).createConnection()
    connection.connect(CardConnection.T0_protocol)
    answers, laser = [], b""
    for command, count in commands(PLANS[plan]):
        data, sw1, sw2 = connection.transmit(list(command))
        if sw1 == 0x61 and count:
            data, sw1, sw2 = connection.transmit([0x00, 0xC0, 0x00, 0x00, min(count, sw2)])
        if (sw1, sw2) != (0x90, 0x00) and count:
            raise RuntimeError(f"{command.hex()}: {sw1:02X}{sw2:02X}")
        if command[1] == 0xB0:
            answers.append(bytes(data).hex())
        elif command == bytes.fromhex("8000000007"):
            laser = bytes(data)
    print(json.dumps({"answers": answers, "laser": laser.hex()}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
