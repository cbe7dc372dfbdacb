"""The targets of Package.swift, read from its text: SwiftPM itself would wait for a build that runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from swiftsource import SwiftSource

KINDS = ("systemLibrary", "target", "executableTarget", "testTarget")
DECLARATION = re.compile(r"\.(" + "|".join(KINDS) + r")\(\s*name:\s*\"")
PRODUCT = re.compile(r"\.product\(\s*name:\s*\"(\w+)\"")
CONSTANT = re.compile(r"let\s+(\w+)\s*=\s*Target\.Dependency\.product\(\s*name:\s*\"(\w+)\"")


@dataclass
class Target:
    """A target as it is declared, and the Swift files that are its own."""

    name: str
    kind: str
    folder: Path
    dependencies: set[str]
    sources: list[SwiftSource] = field(default_factory=list)

    @property
    def imports(self) -> set[str]:
        return {module for source in self.sources for module in source.imports} - {self.name}

    @property
    def is_test(self) -> bool:
        return self.folder.parts[:1] == ("Tests",)


def targets(root: Path) -> dict[str, Target]:
    """Every declared target with its files."""
    manifest = SwiftSource.read(root / "Package.swift")
    constants = dict(CONSTANT.findall(manifest.bare))
    found: dict[str, Target] = {}
    end = 0
    for match in DECLARATION.finditer(manifest.bare):
        if match.start() < end:
            continue
        end = _end(manifest.code, match.end(1))
        body = manifest.bare[match.start():end]
        name = re.search(r'name:\s*"([^"]+)"', body)[1]
        path = re.search(r'path:\s*"([^"]+)"', body)
        kind = match[1]
        folder = Path(path[1] if path else f"{'Tests' if kind == 'testTarget' else 'Sources'}/{name}")
        target = Target(name, kind, folder, _dependencies(name, body, constants))
        target.sources = [SwiftSource.read(file) for file in sorted((root / folder).rglob("*.swift"))]
        found[name] = target
    return found


def _end(code: str, opening: int) -> int:
    depth = 0
    for index in range(opening, len(code)):
        depth += {"(": 1, ")": -1}.get(code[index], 0)
        if depth == 0:
            return index + 1
    raise SystemExit("Package.swift: a parenthesis that is not closed")


def _dependencies(name: str, body: str, constants: dict[str, str]) -> set[str]:
    start = re.search(r"dependencies:\s*\[", body)
    if start is None:
        return set()
    text = body[start.end():body.index("]", start.end())]
    found = set(PRODUCT.findall(text))
    for word in re.split(r"[,\s]+", re.sub(r"\.product\([^)]*\)", "", text)):
        if word.startswith('"'):
            found.add(word.strip('"'))
        elif word in constants:
            found.add(constants[word])
        elif word:
            raise SystemExit(f"Package.swift: {name} depends on {word}, which {Path(__file__).name} cannot read")
    return found
