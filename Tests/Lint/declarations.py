"""The public declarations of Swift sources, as they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from swiftsource import SwiftSource

TYPES = ("struct", "class", "actor", "enum", "protocol", "extension")
DECLARATION = re.compile(
    r"(?:^|(?<=[{;]))[ \t]*(?P<start>(?:@\w+(?:\([^()\n]*\))?\s+)*"
    r"(?:(?:public|open|package|internal|fileprivate|private|static|final|override|mutating|nonmutating|nonisolated|lazy|weak"
    r"|unowned|indirect|convenience|required|borrowing|consuming|isolated|distributed|dynamic|optional|prefix|postfix|infix"
    r"|class(?=\s+(?:func|var|let|subscript)))(?:\(\w+\))?\s+)*)"
    r"(?P<keyword>struct|class|actor|enum|protocol|extension|func|var|let|init|subscript|typealias|associatedtype|case)\b",
    re.MULTILINE)
BRACE_OR_DECLARATION = re.compile(r"[{}]|" + DECLARATION.pattern, re.MULTILINE)
GOES_ON = re.compile(r"\s*(?:where\b|->|throws\b|async\b|rethrows\b|[:&)=,?])")
ENDS_OPEN = re.compile(r"(?:[,:=&(]|->)\s*$")


@dataclass(frozen=True)
class Scope:
    """A type or an extension whose braces are open; a body of code has no name."""

    name: str | None
    keyword: str = ""
    is_public: bool = False


def public_declarations(source: SwiftSource) -> list[str]:
    """`Type: declaration` for each that is written `public`, for cases of public enums and demands of public protocols."""
    found: list[str] = []
    scopes = [Scope("")]
    opening: dict[int, Scope] = {}
    position = 0
    while (match := BRACE_OR_DECLARATION.search(source.code, position)) is not None:
        position = match.end()
        scope = scopes[-1]
        if match[0] == "}":
            scopes.pop()
        elif match[0] == "{":
            scopes.append(opening.get(match.start(), Scope(None)))
        elif scope.name is not None:
            start, keyword = match.start("start"), match["keyword"]
            end = _end(source.code, match.end())
            text = _normal(source.bare[start:end])
            is_public = re.search(r"\b(?:public|open)\b(?!\()", match["start"]) is not None
            if keyword in TYPES:
                name = re.match(r"\s*([^\s:{]+)", source.code[match.end():])[1].strip("`")
                opening[end] = Scope(f"{scope.name}.{name}".lstrip("."), keyword, is_public)
            if is_public or (scope.is_public and (keyword == "case" or scope.keyword == "protocol")):
                if scope.keyword == "protocol":
                    text += _demand(source.code, end)
                elif keyword in ("var", "let"):
                    text = _without_value(text)
                found.append(f"{scope.name}: {text}" if scope.name else text)
            position = max(position, end)
    return found


def _end(code: str, index: int) -> int:
    """Where a declaration ends: before its body, or at the end of a line that no other goes on with."""
    depth, start = 0, index
    while index < len(code):
        character = code[index]
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(character, 0)
        if depth == 0 and character in "{};":
            return index
        if depth == 0 and character == "\n":
            if not ENDS_OPEN.search(code[start:index]) and not GOES_ON.match(code, index):
                return index
        index += 1
    return index


def _demand(code: str, end: int) -> str:
    """Whether a protocol asks that a property can be set: `{ get set }`."""
    braces = re.match(r"\s*(\{[^{}]*\})", code[end:])
    return " " + _normal(braces[1]) if braces else ""


def _without_value(text: str) -> str:
    """A value is no part of what is promised; where no type stands before it, the name that it begins with is kept."""
    typed = re.match(r"[^=:]*:[^=]*?(?= =(?: |$))", text)
    return typed[0] if typed else re.sub(r" = ([\w.<>]*)[(\[{].*", r" = \1…", text)


def _normal(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r",(?=[)\]])", "", re.sub(r"([(\[]) | (?=[)\]])", r"\1", text))
