"""The house: which target may import what, what it declares, and how large everything has become.

`make house` prints all of it. `make lint` runs `--check`, which tells of what is wrong alone and fails. The goals are printed, and no
reason to fail.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from declarations import public_declarations
from package import Target, targets
from swiftsource import SwiftSource

ROOT = Path(__file__).parents[2]

# Each target, and the modules that it may name. An arrow allows all that lies below its end, packages included; a C library
# stays with the targets in whose row it stands.
HOUSE = {
    "CProcess": set(),
    "CPCSCLite": set(),
    "CPango": set(),
    "CQRCode": set(),
    "CTurboJPEG": set(),
    "CPNG": set(),
    "CPagePNG": {"CPNG"},
    "CChafa": set(),
    "CXLSXWriter": set(),
    "CTOML": set(),
    "CAreaList": set(),
    "CZlib": set(),
    "Host": {"CProcess"},
    "SmartCard": set(),
    "PCSC": {"CPCSCLite", "SmartCard"},
    "ThaiIDCard": {"SmartCard"},
    "CardRecord": {"ThaiIDCard", "Crypto"},
    "AreaCodes": {"CAreaList", "ThaiIDCard"},
    "CardQuality": {"CardRecord", "AreaCodes"},
    "CardFormats": {"CardRecord"},
    "HelpText": {"CardFormats"},
    "AuditLog": {"Host", "CardRecord", "Crypto"},
    "RegisterStore": set(),
    "RegisterSQLite": {"Host", "RegisterStore", "GRDB"},
    "RegisterModel": {"CardRecord", "RegisterStore"},
    "RecordSeal": {"CZlib", "AuditLog", "RegisterStore", "Crypto", "CryptoExtras"},
    "CardTrace": {"SmartCard", "ThaiIDCard"},
    "Invention": {"SmartCard", "ThaiIDCard"},
    "Pseudonyms": {"CardTrace", "Invention", "Crypto"},
    "VirtualCard": {"Host", "ThaiIDCard"},
    "CardSources": {"PCSC", "CardTrace", "VirtualCard", "Invention", "CardRecord"},
    "SheetRequest": {"CardRecord"},
    "DrawingProgram": {"Host", "CardFormats", "SheetRequest"},
    "RegisterProgram": {"Host", "CardRecord"},
    "DeskScreen": {"DrawingProgram"},
    "RecordFiles": {"DrawingProgram", "CardQuality"},
    "Printing": {"Host", "SheetRequest"},
    "DeskConfig": {"CTOML", "Host", "ThaiIDCard"},
    "FrontDesk": {"Host", "RecordFiles", "RegisterProgram", "Printing", "AuditLog", "Crypto"},
    "CardPortrait": {"CTurboJPEG", "ThaiIDCard"},
    "CardSheet": {"CPango", "CQRCode", "CPagePNG", "CChafa", "CardPortrait", "SheetRequest"},
    "CardWorkbook": {"CXLSXWriter", "Host", "CardPortrait", "CardFormats"},
    "ThaiIDCommands": {
        "ArgumentParser", "Host", "CardSources", "Pseudonyms", "RecordFiles", "Printing", "AuditLog", "DeskConfig", "FrontDesk",
        "RegisterProgram", "DeskScreen", "HelpText"},
    "CardQuality": {"CardRecord", "AreaCodes"},
    "Register": {"Host", "CardQuality", "RegisterModel", "RecordSeal", "AuditLog", "RegisterStore", "Crypto"},
    "RegisterServer": {"Host", "Register"},
    "RegisterCommands": {
        "ArgumentParser", "Host", "RecordFiles", "DeskConfig", "RegisterServer", "RegisterSQLite", "HelpText"},
    "thaiid-register": {"RegisterCommands"},
    "RenderCommands": {"ArgumentParser", "Host", "CardSheet", "CardWorkbook"},
    "thaiid": {"ThaiIDCommands"},
    "thaiid-render": {"RenderCommands"},
}

COMMANDS = {"ThaiIDCommands", "RenderCommands", "RegisterCommands"}
LIBC = {"Glibc", "Musl", "Darwin"}
LIBC_USERS = {"Host", "PCSC"}
FOUNDATION = {"Foundation", "FoundationEssentials"}
WITHOUT_FOUNDATION = {"SmartCard"}
TOOLCHAIN = LIBC | FOUNDATION | {"Dispatch", "Synchronization"}

# What must never be in one program or library: whatever reaches the one must not reach the other.
APART = [
    ("CTurboJPEG", "PCSC", "what decodes a picture reads no card"),
    ("CPango", "PCSC", "what draws reads no card"),
    ("CXLSXWriter", "PCSC", "what draws reads no card"),
    ("GRDB", "PCSC", "what keeps people reads no card"),
    ("GRDB", "CTurboJPEG", "what keeps people decodes no picture"),
    ("ThaiIDCommands", "RegisterCommands", "the programs meet in JSON lines alone"),
    ("ThaiIDCommands", "RenderCommands", "the programs meet in JSON lines alone"),
]

MOST_LINES = 300
CRUMB = 30
SCHEMA_NAME = re.compile(r"thaiid\.[a-z0-9-]+/[0-9]+")
FIELD_HANDLE = re.compile(r'Handle<\w+>\("(\w+)", (?:in: \.(\w+), )?')
MATHEMATICS = re.compile(r"(?<![.\w])(?:a?(?:sin|cos|tan)2?|sqrt|cbrt|pow|exp|log|log2|log10|floor|ceil|round|hypot|fmod)\(")
SYSTEM = re.compile(
    r"\berrno\b|\b(?:[OSF]|AF|SIG|POLL|STD)_?[A-Z]{2,}\w*\b|\bE[A-Z]{3,}\b|(?<![.\w])(?:open|close|read|write|f?l?stat|poll|exit"
    r"|getenv|kill|waitpid|signal|unlink|rename|fsync|socket|time|isatty|strerror)\(")


class House:
    """The targets of a tree, and what is to be said of them."""

    def __init__(self, root: Path, rows: dict[str, set[str]] = HOUSE) -> None:
        self.root = root
        self.row = rows
        self.all = targets(root)
        self.own = {name: target for name, target in self.all.items() if not target.is_test}
        self.sources = [source for target in self.own.values() for source in target.sources]
        self.public = {
            name: sum(re.search(r"\bpublic\b", line) is not None for source in target.sources for line in public_declarations(source))
            for name, target in self.own.items()}

    def place(self, source: SwiftSource) -> str:
        return source.path.relative_to(self.root).as_posix()

    def lines(self, target: Target) -> int:
        return sum(source.lines for source in target.sources)

    def below(self, name: str) -> set[str]:
        """What a row allows: its own modules, and all below them but C libraries."""
        row = self.row.get(name, set())
        return row.union(*({module for module in self.below(other) if not is_c(module)} for other in row))

    def reached(self, name: str) -> set[str]:
        """All that is linked with a target, by what it and those below it declare or import."""
        found: set[str] = set()
        ahead = [name]
        while ahead:
            target = self.own.get(ahead.pop())
            if target is not None:
                new = (target.dependencies | target.imports) - found - TOOLCHAIN
                found |= new
                ahead += sorted(new)
        return found

    # What is wrong

    def wrong(self) -> list[str]:
        return [
            line for check in (self.rows, self.arrows, self.parsers, self.systems, self.apart, self.declared, self.long)
            for line in check()]

    def rows(self) -> Iterator[str]:
        for name in sorted(self.own.keys() - self.row.keys()):
            yield f"{name}: a target without a row in HOUSE"
        for name in sorted(self.row.keys() - self.own.keys()):
            yield f"{name}: a row in HOUSE without a target"

    def arrows(self) -> Iterator[str]:
        for name, target in self.own.items():
            if name not in self.row:
                continue
            # Who may parse a command line is told apart, with its reason.
            allowed = self.below(name) | {name, "ArgumentParser"} | TOOLCHAIN - (FOUNDATION if name in WITHOUT_FOUNDATION else set())
            for source in target.sources:
                for module in sorted(source.imports - allowed):
                    yield f"{self.place(source)}: {name} must not import {module}"
            for module in sorted(target.dependencies - allowed):
                yield f"Package.swift: {name} must not depend on {module}"

    def parsers(self) -> Iterator[str]:
        for name, target in self.own.items():
            if name in COMMANDS:
                continue
            for source in target.sources:
                if "ArgumentParser" in source.imports:
                    yield f"{self.place(source)}: only commands know the command line, and {name} has none"
            if "ArgumentParser" in target.dependencies:
                yield f"Package.swift: only commands know the command line, and {name} has none"

    def systems(self) -> Iterator[str]:
        for name, target in self.own.items():
            for source in target.sources:
                if name not in LIBC_USERS and calls_system(source):
                    yield f"{self.place(source)}: only {' and '.join(sorted(LIBC_USERS))} speak to the system's C library"

    def apart(self) -> Iterator[str]:
        for name in self.own:
            reached = self.reached(name) | {name}
            for one, other, why in APART:
                if {one, other} <= reached:
                    yield f"{name}: reaches {one} and {other}; {why}"

    def declared(self) -> Iterator[str]:
        """C targets are left out: what they include are headers, which tell no module."""
        for name, target in self.all.items():
            if not target.sources:
                continue
            for module in sorted(target.dependencies - target.imports):
                yield f"Package.swift: {name} declares {module} and does not import it"
            for module in sorted(target.imports - target.dependencies - TOOLCHAIN - {"Testing"}):
                yield f"Package.swift: {name} imports {module} and does not declare it"

    def long(self) -> Iterator[str]:
        for source in self.sources:
            if source.lines > MOST_LINES:
                yield f"{self.place(source)}: {source.lines} lines, and {MOST_LINES} are the most"

    # What is printed

    def table(self) -> list[str]:
        total = sum(source.lines for source in self.sources)
        rows = [f"{'target':16} {'lines':>6} {'files':>5} {'share':>6} {'public':>6}  imports"]
        for name, target in sorted(self.own.items(), key=lambda item: -self.lines(item[1])):
            lines = self.lines(target)
            arrows = sorted((target.imports or target.dependencies) - TOOLCHAIN)
            rows.append(
                f"{name:16} {lines:6} {len(target.sources):5} {lines / total:6.1%} {self.public[name]:6}  {' '.join(arrows)}".rstrip())
        rows.append(f"{'all':16} {total:6} {len(self.sources):5} {1:6.1%} {sum(self.public.values()):6}")
        return rows

    def goals(self) -> list[str]:
        total = sum(source.lines for source in self.sources)
        largest = max(self.own.values(), key=self.lines)
        commands = self.own["ThaiIDCommands"].sources if "ThaiIDCommands" in self.own else []
        typed = [self.place(source) for source in self.sources if any(map(SCHEMA_NAME.search, source.literals))]
        libc = [source for source in self.sources if source.imports & LIBC and not only_mathematics(source)]
        strings = self.field_strings()
        return [
            goal(f"largest target, {largest.name}", share(self.lines(largest), total), "≤ 16 %", self.lines(largest) <= 0.16 * total),
            goal("files of ThaiIDCommands that import ArgumentParser",
                 share(sum("ArgumentParser" in source.imports for source in commands), len(commands)), "≥ 75 %",
                 sum("ArgumentParser" in source.imports for source in commands) >= 0.75 * len(commands)),
            goal(f"files under {CRUMB} lines", share(self.crumbs(), len(self.sources)), "< 14 %",
                 self.crumbs() < 0.14 * len(self.sources)),
            goal("files in which names of schemas are typed", str(len(typed)), "1", len(typed) == 1, typed),
            goal("files that import a libc, not counting those that only calculate", str(len(libc)), "≤ 12", len(libc) <= 12),
            goal("keys of fields as strings outside their table", str(sum(strings.values())), "< 15", sum(strings.values()) < 15,
                 [f"{count} {place}" for place, count in strings.items()]),
            goal("public declarations", str(sum(self.public.values())), "≤ 500", sum(self.public.values()) <= 500),
        ]

    def crumbs(self) -> int:
        return sum(source.lines < CRUMB for source in self.sources)

    def field_strings(self) -> dict[str, int]:
        """How many literals of each file are the key of a field, the table's own left out."""
        table = [source for source in self.sources if self.place(source).startswith("Sources/ThaiIDCard/Table/")]
        keys = {f"{group}.{name}" if group else name for source in table for name, group in FIELD_HANDLE.findall(source.text)}
        if not keys:
            raise SystemExit("Sources/ThaiIDCard/Table: no handle of a field is found, so that no key is known")
        counts = {
            self.place(source): sum(literal in keys for literal in source.literals) for source in self.sources if source not in table}
        return {place: count for place, count in sorted(counts.items()) if count}


def is_c(module: str) -> bool:
    """A module map of a C library, or a C target, by how all of them are called."""
    return re.match(r"C[A-Z]", module) is not None


def only_mathematics(source: SwiftSource) -> bool:
    """Whether a file imports a libc for sines and roots alone, judged by the functions that it names."""
    return MATHEMATICS.search(source.code) is not None and SYSTEM.search(source.code) is None


def calls_system(source: SwiftSource) -> bool:
    return bool(source.imports & LIBC) and not only_mathematics(source)


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%} ({part} of {whole})" if whole else "none"


def goal(what: str, value: str, wanted: str, is_met: bool, places: list[str] | None = None) -> str:
    line = f"{'met' if is_met else 'not yet':8} {what}: {value}; goal {wanted}"
    return line if is_met else "\n".join([line, *(f"          {place}" for place in places or [])])


def main(arguments: list[str]) -> int:
    house = House(ROOT)
    wrong = house.wrong()
    if arguments == ["--check"]:
        print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
        return 1 if wrong else 0
    print("\n".join([*house.table(), "", *house.goals(), "", *(wrong or ["All arrows are as they should be."])]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
