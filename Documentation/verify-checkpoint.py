#!/usr/bin/env python3
"""Verifies a checkpoint of a register's log, on any machine: verify-checkpoint.py KEY NOTE [LOG]

KEY is the register's verifier key, `thaiid-register/…+…+…`, noted down when the register was made. NOTE is a file with a
checkpoint (C2SP: signed-note, tlog-checkpoint), LOG one with the lines of its first chain. Needs Python and OpenSSL 3 alone.
"""

import base64
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

ED25519 = b"\x01"
PUBLIC_KEY = bytes.fromhex("302a300506032b6570032100")  # RFC 8410: what stands before the 32 bytes


def is_signed(text: bytes, signature: bytes, key: bytes) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("key", "text", "signature")]
        for file, content in zip(files, (PUBLIC_KEY + key, text, signature)):
            file.write_bytes(content)
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", files[0], "-rawin", "-in", files[1],
             "-sigfile", files[2]], capture_output=True).returncode == 0


def main(verifier: str, note: str, log: str | None = None) -> str | None:
    name, number, encoded = verifier.strip().split("+", 2)
    key = base64.b64decode(encoded, validate=True)
    if key[:1] != ED25519 or hashlib.sha256(name.encode() + b"\n" + key).digest()[:4].hex() != number:
        return "the verifier key is mistyped"
    text, signatures = Path(note).read_bytes().split(b"\n\n", 1)
    lines = (text := text + b"\n").decode().splitlines()
    found = [line.split()[2] for line in signatures.decode().splitlines() if line.startswith(f"\u2014 {name} ")]
    signed = [base64.b64decode(line, validate=True) for line in found]
    if lines[0] != name or not any(s[:4].hex() == number and is_signed(text, s[4:], key[1:]) for s in signed):
        return "the checkpoint was changed, or is another register's"
    print("\n".join(lines))
    if log:
        head, entries = bytes(32), Path(log).read_bytes().splitlines()[:int(lines[1])]
        for entry in entries:
            head = hashlib.sha256(head + entry).digest()
        if len(entries) < int(lines[1]) or head != base64.b64decode(lines[2]):
            return "the log is not the one of this checkpoint"
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if 3 <= len(sys.argv) <= 4 else __doc__)
