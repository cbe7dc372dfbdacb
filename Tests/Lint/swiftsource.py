"""What the lints need to know of Swift's spelling: which text is code, which is a comment, which is a literal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

# A literal opens with any number of `#`, which its end and its interpolations repeat.
OPENING = re.compile(r'(#*)("""|")')
IMPORT = re.compile(
    r"^[ \t]*(?:@\w+(?:\([^)\n]*\))?[ \t]+)*(?:(?:public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+"
    r"(?:(?:struct|class|enum|protocol|typealias|func|let|var)[ \t]+)?(\w+)", re.MULTILINE)


@dataclass(frozen=True)
class SwiftSource:
    """One file. In `bare` comments are blanks, in `code` literals too; both have the length and the lines of `text`."""

    path: Path
    text: str
    bare: str
    code: str
    literals: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> SwiftSource:
        return cls.parse(path.read_text("utf-8"), path)

    @classmethod
    def parse(cls, text: str, path: Path = Path("-")) -> SwiftSource:
        scanner = _Scanner(text)
        scanner.code(0, closing=None)
        return cls(path, text, "".join(scanner.bare), "".join(scanner.out), tuple(scanner.literals))

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def imports(self) -> set[str]:
        """The modules that the file names, whatever `#if` stands around them."""
        return set(IMPORT.findall(self.code))


class _Scanner:
    """Goes through a file once. Of a literal with interpolations, what stands around them is kept."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out = list(text)
        self.bare = list(text)
        self.literals: list[str] = []

    def blank(self, start: int, end: int, *texts: list[str]) -> None:
        for index in range(start, end):
            if self.text[index] != "\n":
                for text in texts:
                    text[index] = " "

    def code(self, index: int, closing: str | None) -> int:
        """Reads code up to the parenthesis that ends an interpolation, or to the end of the file."""
        depth = 0
        text = self.text
        while index < len(text):
            if text.startswith("//", index):
                end = text.find("\n", index)
                end = len(text) if end < 0 else end
                self.blank(index, end, self.out, self.bare)
                index = end
            elif text.startswith("/*", index):
                index = self.comment(index)
            elif (opening := OPENING.match(text, index)) is not None:
                index = self.literal(index, opening)
            else:
                if text[index] == "(":
                    depth += 1
                elif text[index] == ")":
                    if depth == 0 and closing:
                        return index
                    depth -= 1
                index += 1
        return index

    def comment(self, start: int) -> int:
        """Swift's comments nest."""
        depth, index = 0, start
        while index < len(self.text):
            if self.text.startswith("/*", index):
                depth, index = depth + 1, index + 2
            elif self.text.startswith("*/", index):
                depth, index = depth - 1, index + 2
                if depth == 0:
                    break
            else:
                index += 1
        self.blank(start, index, self.out, self.bare)
        return index

    def literal(self, start: int, opening: re.Match[str]) -> int:
        """Blanks a literal to its end, interpolations included, but for its outer quotes."""
        hashes, quotes = opening.groups()
        end, escape = quotes + hashes, "\\" + hashes
        index, parts = opening.end(), []
        while index < len(self.text) and not self.text.startswith(end, index):
            if self.text.startswith(escape + "(", index):
                index = self.code(index + len(escape) + 1, closing=")") + 1
            elif self.text.startswith(escape, index):
                parts.append(self.text[index:index + len(escape) + 1])
                index += len(escape) + 1
            else:
                parts.append(self.text[index])
                index += 1
        self.literals.append("".join(parts))
        self.blank(opening.end(), min(index, len(self.text)), self.out)
        return index + len(end)
