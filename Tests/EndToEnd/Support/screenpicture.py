"""A captured screen as a picture for a guide: SVG, each letter in its cell, so that Thai columns line up in any font.

    tmux capture-pane -p -e | python3 screenpicture.py > screen.svg
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, replace
from html import escape

CELL_WIDTH, CELL_HEIGHT, MARGIN = 9.6, 21, 12
BASELINE = 0.74
PAPER, INK, FAINT = "#10141a", "#e6e6e6", "#8a9199"
PALETTE = ["#10141a", "#e05561", "#8cc265", "#d18f52", "#4aa5f0", "#c162de", "#42b3c2", "#e6e6e6"]
FONTS = "'Noto Sans Mono', 'DejaVu Sans Mono', monospace"
THAI_FONTS = "'Noto Sans Thai', 'Loma', 'Tahoma', sans-serif"
"""Not of one width: many that are set the marks of a letter beside it."""


@dataclass(frozen=True)
class Look:
    """How a cell looks; `None` is the terminal's own colour."""

    ink: str | None = None
    paper: str | None = None
    is_bold: bool = False
    is_faint: bool = False
    is_reverse: bool = False

    @property
    def colours(self) -> tuple[str, str | None]:
        ink = self.ink or (FAINT if self.is_faint else INK)
        return (self.paper or PAPER, ink) if self.is_reverse else (ink, self.paper)

    def after(self, codes: list[int]) -> Look:
        """The look after the numbers of a sequence that changes it."""
        look, rest = self, list(codes) or [0]
        while rest:
            match rest.pop(0):
                case 0: look = Look()
                case 1: look = replace(look, is_bold=True)
                case 2: look = replace(look, is_faint=True)
                case 7: look = replace(look, is_reverse=True)
                case 22: look = replace(look, is_bold=False, is_faint=False)
                case 27: look = replace(look, is_reverse=False)
                case 38: look = replace(look, ink=taken(rest))
                case 48: look = replace(look, paper=taken(rest))
                case 39: look = replace(look, ink=None)
                case 49: look = replace(look, paper=None)
                case code if 30 <= code <= 37: look = replace(look, ink=PALETTE[code - 30])
                case code if 40 <= code <= 47: look = replace(look, paper=PALETTE[code - 40])
        return look


def taken(rest: list[int]) -> str | None:
    """The colour that stands in the numbers after 38 or 48, which are taken away."""
    if rest.pop(0) == 2:
        red, green, blue = rest[:3]
        del rest[:3]
        return f"#{red:02x}{green:02x}{blue:02x}"
    rest.pop(0)
    return None


def width(letter: str) -> int:
    if unicodedata.category(letter[0]) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter[0]) in "WF" else 1


def cells(line: str, look: Look) -> tuple[list[tuple[int, str, Look]], Look]:
    """The letters of a line with the column and the look of each, and the look after it."""
    found: list[tuple[int, str, Look]] = []
    column = 0
    for codes, letter in re.findall(r"\x1b\[([\d;:]*)m|(.)", line):
        if not letter:
            look = look.after([int(code or 0) for code in re.split("[;:]", codes)])
        elif width(letter) == 0 and found:
            place, letters, own = found[-1]
            found[-1] = (place, letters + letter, own)
        else:
            found.append((column, letter, look))
            column += width(letter)
    return found, look


def svg(screen: str) -> str:
    """The picture of a screen with the sequences that colour it."""
    look, parts, columns = Look(), [], 0
    lines = screen.rstrip("\n").split("\n")
    for row, line in enumerate(lines):
        found, look = cells(line, look)
        for column, letters, own in found:
            columns = max(columns, column + width(letters))
            parts += drawn(MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT, letters, own)
    wide, high = columns * CELL_WIDTH + 2 * MARGIN, len(lines) * CELL_HEIGHT + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}" '
        f'font-family="{FONTS}" font-size="16" xml:space="preserve" shape-rendering="crispEdges">\n'
        f'<style>.t {{ font-family: {THAI_FONTS}; text-anchor: middle; }}</style>\n<rect width="100%" height="100%" rx="6" fill="{PAPER}"/>\n' + "\n".join(parts) + "\n</svg>\n")


def drawn(x: float, y: float, letters: str, look: Look) -> list[str]:
    ink, paper = look.colours
    wide = width(letters) * CELL_WIDTH

    def box(top: float, left: float, high: float, across: float, colour: str, opacity: float = 1) -> str:
        faded = f' opacity="{opacity:g}"' if opacity < 1 else ""
        return (f'<rect x="{x + left * wide:.1f}" y="{y + top * CELL_HEIGHT:.1f}" width="{across * wide + 0.2:.1f}" '
                f'height="{high * CELL_HEIGHT + 0.2:.1f}" fill="{colour}"{faded}/>')

    behind = [box(0, 0, 1, 1, paper)] if paper else []
    shapes = {
        " ": [], "█": [box(0.1, 0, 0.8, 1, ink)], "░": [box(0.1, 0, 0.8, 1, ink, 0.25)], "▄": [box(0.5, 0, 0.5, 1, ink)],
        "─": [box(0.5, 0, 0.05, 1, ink)], "│": [box(0, 0.45, 1, 0.1, ink)],
    }
    if letters in shapes:
        return behind + shapes[letters]
    weight = ' font-weight="bold"' if look.is_bold else ""
    is_thai = "\u0e00" <= letters[0] <= "\u0e7f"
    # A narrow letter stands in the middle of its cell, as in a font of one width.
    thai, left = (' class="t"', x + wide / 2) if is_thai else ("", x)
    return [*behind, f'<text x="{left:.1f}" y="{y + BASELINE * CELL_HEIGHT:.1f}" fill="{ink}"{weight}{thai}>{escape(letters)}</text>']


if __name__ == "__main__":
    sys.stdout.write(svg(sys.stdin.read()))
