"""What the pages that people read on their way in point to: files and headings that are linked, tests that are named; and how
wide the Thai ones are."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
TEST = re.compile(r"`(test_\w+\.py|[A-Z]\w+Tests)`")
WIDEST = 120
"""Columns of a line in Thai, where letters stand above one another; a row of a table cannot be broken."""
HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)


def pages(root: Path) -> list[Path]:
    """The pages at the top, those for the register's people, and those that a folder of fixtures or tests has of its own."""
    return sorted([*root.glob("*.md"), *root.glob("Fixtures/*.md"), *root.glob("Documentation/**/*.md"), *root.glob("Tests/**/README.md")])


def anchors(page: Path) -> set[str]:
    """The names that GitHub gives to headings: letters, marks and numbers of them."""
    text = FENCE.sub(lambda match: match[0] if not match[0].startswith("```") else "", page.read_text("utf-8"))
    return {
        "".join(letter for letter in heading.lower() if letter in "_- " or unicodedata.category(letter)[0] in "LMN")
        .replace(" ", "-") for heading in HEADING.findall(text)}


def columns(line: str) -> int:
    """How many columns a line takes: marks stand above or below the letter before them."""
    return sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in line)


def wrong(root: Path) -> list[str]:
    lines = []
    tests = {path.name.removesuffix(".swift") for path in root.glob("Tests/**/*") if path.suffix in (".py", ".swift")}
    for page in pages(root):
        text = page.read_text("utf-8")
        lines += [
            f"{page.relative_to(root).as_posix()}: {name}: no such test, nor a folder of them"
            for name in TEST.findall(text) if name not in tests and not (root / "Tests" / name).is_dir()]
        if page.name.endswith(".th.md"):
            lines += [
                f"{page.relative_to(root).as_posix()}:{number}: {columns(line)} columns, over {WIDEST}"
                for number, line in enumerate(text.splitlines(), 1) if columns(line) > WIDEST and not line.startswith("|")]
        for link in LINK.findall(FENCE.sub("", text)):
            if re.match(r"[a-z]+:", link):
                continue
            name, _, anchor = link.partition("#")
            target = page.parent / name if name else page
            if not target.exists():
                lines.append(f"{page.relative_to(root).as_posix()}: {link}: no such file")
            elif anchor and anchor not in anchors(target):
                lines.append(f"{page.relative_to(root).as_posix()}: {link}: no such heading")
    return lines


def main() -> int:
    lines = wrong(ROOT)
    print("\n".join(lines), end="\n" if lines else "", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
