"""A page as a grey picture, to see what a printer would put on paper."""

from __future__ import annotations

import re

from sheets import tool

DOTS_PER_INCH = 288
HUNDREDTHS = DOTS_PER_INCH / 7_200
"""Dots in a hundredth of a point, the unit of the layout report."""

Place = tuple[float, float]


class Picture:
    """Places are in hundredths of a point from the upper left corner; 0 is black, 255 is paper."""

    def __init__(self, pdf: bytes) -> None:
        image = tool("pdftoppm", "-gray", "-r", str(DOTS_PER_INCH), "-singlefile", "-", input=pdf)
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", image)
        assert head
        self.width, self.height, self.dots = int(head[1]), int(head[2]), image[head.end():]

    def row(self, left: float, right: float, y: float) -> bytes:
        start = round(y * HUNDREDTHS) * self.width
        return self.dots[start + round(left * HUNDREDTHS):start + round(right * HUNDREDTHS)]

    def at(self, place: Place) -> int:
        return self.dots[round(place[1] * HUNDREDTHS) * self.width + round(place[0] * HUNDREDTHS)]

    def darkest(self, place: Place, reach: int = 60) -> int:
        """The darkest dot about a place."""
        x, y = place
        return min(min(self.row(x - reach, x + reach, y + step), default=255) for step in range(-reach, reach + 1, 25))


def along(start: Place, end: Place, count: int = 200) -> list[Place]:
    """Places between two, the ends left out."""
    return [
        (start[0] + (end[0] - start[0]) * step / count, start[1] + (end[1] - start[1]) * step / count)
        for step in range(2, count - 1)
    ]
