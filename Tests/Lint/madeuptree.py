"""A tree of sources that a test makes up."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path


class TreeTest(unittest.TestCase):
    """Has an empty tree of its own for each test."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def package(self, **targets: list[str]) -> None:
        """A manifest with these targets and what they depend on; `C…` without dependencies are module maps."""
        rows = [
            f'.systemLibrary(name: "{name}"),' if name.startswith("C") and name[1].isupper() else
            f'.target(name: "{name}", dependencies: [{", ".join(map(self.dependency, needed))}]),'
            for name, needed in targets.items()]
        self.write("Package.swift", "\n".join([
            'let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")',
            "let package = Package(targets: [", *rows, "])"]))

    @staticmethod
    def dependency(name: str) -> str:
        if name == "ArgumentParser":
            return "argumentParser"
        return '.product(name: "Crypto", package: "swift-crypto")' if name == "Crypto" else f'"{name}"'
