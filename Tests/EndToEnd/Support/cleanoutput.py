"""What no program may print of a stranger's text: characters that a terminal obeys, or that turn text around."""

from __future__ import annotations

import unicodedata

from commandline import Result


def forbidden(printed: bytes) -> list[str]:
    """The characters in there that could take over a terminal or turn text around. Fails on what is not UTF-8."""
    return [
        f"U+{ord(character):04X}" for character in printed.decode("utf-8")
        if (unicodedata.category(character) == "Cc" and character not in "\n\t")
        or character in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
    ]


def assert_clean(result: Result) -> None:
    assert (forbidden(result.output), forbidden(result.errors)) == ([], []), result
