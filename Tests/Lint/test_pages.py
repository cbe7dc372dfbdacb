"""Pages are seen to point to something, and to nothing."""

from __future__ import annotations

import unittest

import pages
from madeuptree import TreeTest


class LinkTests(TreeTest):
    def test_links_lead_somewhere(self) -> None:
        self.write("OTHER.md", "# Other\n\n## The way of `data`, told\n")
        self.write("Fixtures/README.md", "[up](../OTHER.md#other)\n")
        self.write("README.md", "[a](OTHER.md) [b](OTHER.md#the-way-of-data-told) [c](https://example.org/x) [d](Fixtures/) [e](#here)\n# Here\n")
        self.assertEqual(pages.wrong(self.root), [])

    def test_a_link_to_nothing_is_told(self) -> None:
        self.write("README.md", "# A\n[a](LICENSE) [b](#b) `[c](c.md)`\n```\n[d](d.md)\n# B\n```\n")
        self.write("Tests/EndToEnd/README.md", "[a](test_gone.py)\n")
        self.assertEqual(pages.wrong(self.root), [
            "README.md: LICENSE: no such file", "README.md: #b: no such heading",
            "Tests/EndToEnd/README.md: test_gone.py: no such file"])

    def test_thai_headings_keep_their_marks(self) -> None:
        self.write("README.th.md", "[a](#ที่ตั้ง-2) [b](#ทตง-2)\n## ที่ตั้ง, (2)\n")
        self.assertEqual(pages.wrong(self.root), ["README.th.md: #ทตง-2: no such heading"])

    def test_a_wide_line_in_thai_is_told(self) -> None:
        wide = "ที่" * 120
        self.write("README.th.md", f"{wide}\n{wide}ที่\n| {wide} |\n")
        self.write("README.md", f"{wide}ที่\n")
        self.assertEqual(pages.wrong(self.root), ["README.th.md:2: 121 columns, over 120"])

    def test_a_test_that_is_named_is_there(self) -> None:
        self.write("Tests/EndToEnd/Cards/test_one.py", "")
        self.write("Tests/CardTests/OtherTests.swift", "")
        self.write("SECURITY.md", "`test_one.py`, `OtherTests`, `CardTests`; `test_two.py`, `GoneTests`\n")
        self.assertEqual(pages.wrong(self.root), [
            "SECURITY.md: test_two.py: no such test, nor a folder of them", "SECURITY.md: GoneTests: no such test, nor a folder of them"])


if __name__ == "__main__":
    unittest.main()
