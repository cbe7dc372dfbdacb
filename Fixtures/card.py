"""The card as bytes, and the conversation of a full read with it.

The layout and the order of the commands are written down here a second time, apart from the
program that is tested: where the two disagree, one of them is wrong.
"""

import zlib

STORAGE, CARD_STOCK, HEALTH = "A000000054480001", "A000000084060002", "A000000054480083"

# Offset and width of each field of the storage application.
STORAGE_LAYOUT = {
    "dataVersion": (0x0000, 4), "citizenID": (0x0004, 13), "nameThai": (0x0011, 100), "nameEnglish": (0x0075, 100),
    "birthDate": (0x00D9, 8), "sex": (0x00E1, 1), "requestNumber": (0x00E2, 20), "issuer": (0x00F6, 100),
    "issuerCode": (0x015A, 13), "issueDate": (0x0167, 8), "expiryDate": (0x016F, 8), "unknownDigits": (0x0177, 2),
    "photoLength": (0x0179, 2), "photo": (0x017B, 5118), "address": (0x1579, 160), "underPhotoNumber": (0x1619, 14),
}

# And of the health application, of which bytes 0 to 3 are not understood.
HEALTH_LAYOUT = {
    "unknown": (0x0000, 4), "mainEntitlement": (0x0004, 60), "subEntitlement": (0x0040, 100),
    "mainHospital": (0x00A4, 80), "subHospital": (0x00F4, 80), "paidType": (0x0144, 1), "issueDate": (0x0145, 8),
    "expiryDate": (0x014D, 8), "updateDate": (0x0155, 8), "hospitalChanges": (0x015D, 1),
}

PHOTO, PHOTO_END = STORAGE_LAYOUT["photo"][0], STORAGE_LAYOUT["address"][0]


def laid_out(layout, fields, padding):
    """The application's bytes: every field in its place, padded to its width."""
    image = bytearray()
    for key, (offset, width) in layout.items():
        assert offset == len(image) and len(fields.get(key, b"")) <= width, key
        image += fields.get(key, b"").ljust(width, padding)
    return bytes(image)


class Recording:
    """Writes down commands and answers, as a recorder next to the wire does."""

    def __init__(self, name, seen, recorded, reader, atr, direct):
        self.name, self.atr, self.direct = name, atr, direct
        self.exchanges = self.microseconds = 0
        self.lines = ["thaiid-trace 1", f"# {seen}", "# Everything in it is invented; the portrait is drawn."]
        self.lines += [f"recorded {recorded}"] + ([f"reader {reader}"] if reader else [])
        self.reset()

    def text(self):
        return "\n".join(self.lines) + "\n"

    def reset(self):
        """The card gets power, for the first time or anew."""
        self.lines += [f"atr {self.atr}", ""]

    def exchange(self, command, answer, comment):
        """One command and its answer, status word included, both in hex."""
        self.exchanges += 1
        # Twelve bit times a byte at 4 MHz; how long a bit takes is in the ATR (TA1).
        byte = {"3B79": 48, "3B78": 93, "3B68": 1116}[self.atr[:4]]
        wobble = zlib.crc32(f"{self.name} {self.exchanges}".encode()) % 1500
        microseconds = 6000 + byte * (len(command) + len(answer)) // 2 + wobble
        self.microseconds += microseconds
        self.lines += [f"# {comment}", f"> {command}", f"< {answer}", f"~ {microseconds}", ""]

    def answered(self, command, data, comment):
        """A command that has an answer for the asking: T=0 announces it, a whole-APDU stack hands it over."""
        if self.direct:
            return self.exchange(command, f"{data}9000", comment)
        count = f"{len(data) // 2:02X}"
        self.exchange(command, f"61{count}", comment)
        self.exchange(f"00C00000{count}", f"{data}9000", f"GET RESPONSE, {len(data) // 2} bytes")

    def without_le(self, command, data, comment):
        """A command that was sent without Le. The card names it, and the command is sent again with it."""
        if self.direct:
            return self.exchange(command, f"{data}9000", comment)
        count = f"{len(data) // 2:02X}"
        self.exchange(command, f"6C{count}", comment)
        self.exchange(f"{command}{count}", f"{data}9000", f"the same with Le {count}")

    def select(self, application, what, status=None):
        """SELECT by name; a status word instead of success ends the matter."""
        command, comment = f"00A4040008{application}", f"SELECT the {what} application"
        if status:
            self.exchange(command, status, comment)
        else:
            self.answered(command, f"8408{application}", comment)
        return status is None

    def read(self, image, offset, end, what):
        data = image[offset:end]
        assert 0 < len(data) == end - offset <= 255
        command = f"80B0{offset:04X}0200{len(data):02X}"
        self.answered(command, data.hex().upper(), f"READ {len(data)} bytes from 0x{offset:04X}: {what}")


def read_identity(recording, image):
    recording.select(STORAGE, "storage")
    recording.read(image, 0x0000, 0x00FF, "version, citizen ID, names, birth, sex, request number")


def read_storage(recording, image, photo_until):
    """The rest of the storage application. `photo_until` is where the last read of the photo ends."""
    recording.read(image, 0x00FF, 0x01FE, "request number, issuer, dates, start of the photo")
    recording.read(image, 0x1579, 0x1627, "address, number under the photo")
    for offset in range(0x01FE, photo_until, 255):
        recording.read(image, offset, min(offset + 255, photo_until), "photo")


def read_chip(recording, laser, serial, laser_status, cplc_status):
    """Laser number and the chip's production data (CPLC), each without the other if need be."""
    if recording.select(CARD_STOCK, "card stock", laser_status):
        # Seven bytes of version and state, which are invented, then the number.
        answer = bytes.fromhex("01000101000000") + laser.ljust(16, b"\0")
        recording.exchange("8000000017", f"{answer.hex().upper()}9000", "the laser number after 7 bytes of state")
    if cplc_status:
        return recording.exchange("00A40400", cplc_status, "SELECT the card manager")
    recording.without_le("00A40400", "6F108408A000000003000000A5049F6501FF", "SELECT the card manager")
    # 42 bytes, of which the eight of the serial number matter; the others are invented.
    answer = f"9F7F2A11112222333344445555{serial}{'66' * 24}".upper()
    recording.without_le("80CA9F7F", answer, "GET DATA, production data of the chip")


def read_health(recording, image):
    """The health application; `None` for a card without it."""
    if recording.select(HEALTH, "health", None if image else "6A82"):
        recording.read(image, 0x0004, 0x0103, "entitlements, hospitals")
        recording.read(image, 0x0103, 0x015E, "hospitals, paid type, dates, hospital changes")
