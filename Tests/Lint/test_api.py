"""The digest of what is public is seen to be kept, and to be broken."""

from __future__ import annotations

import unittest

import api
from madeuptree import TreeTest


class DigestTests(TreeTest):
    def setUp(self) -> None:
        super().setUp()
        self.package(SmartCard=[], ThaiIDCommands=["SmartCard"])
        self.write("Sources/SmartCard/ATR.swift", "public struct ATR {\n    public let bytes: [UInt8]\n}\n")
        self.write("Sources/ThaiIDCommands/Read.swift", "public struct Read {}\n")
        (self.root / "Tests/Lint").mkdir(parents=True)

    def test_a_digest_that_is_missing_is_told(self) -> None:
        self.assertEqual(api.wrong(self.root), ["Tests/Lint/api/SmartCard.txt: missing; `make api` writes it"])

    def test_what_is_written_is_what_is_wanted(self) -> None:
        api.write(self.root)
        self.assertEqual(api.wrong(self.root), [])
        self.assertEqual(
            (self.root / "Tests/Lint/api/SmartCard.txt").read_text("utf-8"), "ATR: public let bytes: [UInt8]\npublic struct ATR\n")

    def test_a_change_is_told_by_its_lines(self) -> None:
        api.write(self.root)
        self.write("Sources/SmartCard/ATR.swift", "public struct ATR {\n    public let all: [UInt8]\n}\n")
        self.assertEqual(api.wrong(self.root)[1:], ["    -ATR: public let bytes: [UInt8]", "    +ATR: public let all: [UInt8]"])

    def test_a_digest_without_its_library_is_told_and_removed(self) -> None:
        api.write(self.root)
        self.write("Tests/Lint/api/Gone.txt", "public struct Gone\n")
        self.assertEqual(api.wrong(self.root), ["Tests/Lint/api/Gone.txt: no such library; `make api` removes it"])
        api.write(self.root)
        self.assertEqual(api.wrong(self.root), [])

    def test_a_move_to_another_file_is_no_change(self) -> None:
        api.write(self.root)
        (self.root / "Sources/SmartCard/ATR.swift").rename(self.root / "Sources/SmartCard/Answer.swift")
        self.assertEqual(api.wrong(self.root), [])


if __name__ == "__main__":
    unittest.main()
