"""What an executable is made of: whose code and data, told by its symbols.

A specialisation counts for whoever asked for it: the first of the owners below that its name mentions. What has no symbol
(unwinding tables, constants without a name) is a line of its own.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

from figures import ROOT

OWN = tuple(sorted(path.name for path in (ROOT / "Sources").iterdir() if path.is_dir()))
OWNERS: dict[str, tuple[str, ...]] = {
    "argument-parser": ("ArgumentParser", "ArgumentParserToolInfo"),
    "swift-crypto": ("Crypto", "CryptoBoringWrapper", "CryptoExtras", "CCryptoBoringSSL"),
    "Foundation": ("FoundationEssentials", "_FoundationCollections", "FoundationInternationalization", "Foundation"),
    "regular expressions": ("_StringProcessing", "_RegexParser", "RegexBuilder"),
    "Dispatch": ("Dispatch",),
}
MODULE = re.compile(r"(?<!\d)(\d+)(?=([A-Za-z_]\w*))")
C_NAMES = (
    (re.compile(r"CCryptoBoringSSL|^_ZNK?4bssl"), "BoringSSL"),
    (re.compile(r"^_ZNK?4toml|^_ZZ?NK?4toml|process_toml|^toml_"), "toml++"),
    (re.compile(r"^_ZT?N?K?5swift|^_?swift_|^_ZZ?N.*5swift|^_swift|^__swift"), "Swift library and runtime"),
    (re.compile(r"^_?_?dispatch_|^_Block"), "Dispatch"),
    (re.compile(r"^_?CFUni|^__?CF"), "Foundation"),
)
C_FILES = ((".cc", "BoringSSL"), ("CTOML.cpp", "toml++"), (".cpp", "Swift library and runtime"))
SYMBOL = re.compile(r"\s*\d+: [0-9a-f]+ +(\w+) (\w+) +(\w+) +\w+ +(\w+) (.*)")


def weights(executable: Path) -> Counter[str]:
    """Bytes of code and data that are loaded, by owner; the sum is what a stripped file has."""
    listing = subprocess.run(["readelf", "--symbols", "--wide", executable], capture_output=True, text=True, check=True).stdout
    listing = listing[listing.index("Symbol table '.symtab'"):]
    found: Counter[str] = Counter()
    file = ""
    for line in listing.splitlines():
        if (parts := SYMBOL.match(line)) is None:
            continue
        size, kind, binding, section, name = parts.groups()
        if kind == "FILE":
            file = name
        elif section not in ("UND", "ABS") and kind in ("FUNC", "OBJECT"):
            found[owner(name, file if binding == "LOCAL" else "")] += int(size, 0)
    return found


def owner(name: str, file: str) -> str:
    if name.startswith("$s"):
        return swift_owner(name)
    for pattern, whose in C_NAMES:
        if pattern.search(name):
            return whose
    return next((whose for end, whose in C_FILES if file.endswith(end)), "C, told apart no further")


def swift_owner(name: str) -> str:
    mentioned = {text[:int(count)] for count, text in MODULE.findall(name)}
    if own := [module for module in OWN if module in mentioned]:
        return own[0]
    return next((whose for whose, modules in OWNERS.items() if mentioned & set(modules)), "Swift library and runtime")


def sections(executable: Path) -> dict[str, int]:
    """Bytes by section, those in memory alone and those for debuggers left out."""
    listing = subprocess.run(["size", "-A", executable], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in listing.splitlines() if line.startswith("."))
    rows = (row for row in rows if int(row[2]) != 0 and row[0] not in (".bss", ".tbss"))
    return {name: int(size) for name, size, _ in rows}
