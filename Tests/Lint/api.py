"""The public declarations of the libraries, kept as text, so that a change of what others may use is seen as one.

`make lint` compares, `make api` writes anew. Each library has a file under `api/`, a line a declaration, sorted, whatever file
it stands in. The sources are read as text. What is not seen: members that the compiler makes (the cases' raw values,
conformances by macro or synthesis), types that are inferred, whether a computed property can be set, values of default
arguments that a constant holds, and what `#if` leaves out, which is listed nevertheless.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from declarations import public_declarations
from house import COMMANDS
from package import targets

ROOT = Path(__file__).parents[2]
FOLDER = Path("Tests/Lint/api")


def digests(root: Path) -> dict[str, str]:
    """The name of each library's file, and what belongs in it."""
    return {
        f"{name}.txt": "".join(sorted(f"{line}\n" for source in target.sources for line in public_declarations(source)))
        for name, target in targets(root).items()
        if target.kind == "target" and target.sources and not target.is_test and name not in COMMANDS}


def wrong(root: Path) -> list[str]:
    wanted, folder = digests(root), root / FOLDER
    kept = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    lines = [f"{FOLDER}/{name}: no such library; `make api` removes it" for name in sorted(kept.keys() - wanted.keys())]
    for name, text in wanted.items():
        if name not in kept:
            lines.append(f"{FOLDER}/{name}: missing; `make api` writes it")
        elif kept[name] != text:
            lines.append(f"{FOLDER}/{name}: not what the sources declare; `make api` writes it anew")
            changes = difflib.unified_diff(kept[name].splitlines(), text.splitlines(), lineterm="", n=0)
            lines += [f"    {line}" for line in list(changes)[2:] if not line.startswith("@@")]
    return lines


def write(root: Path) -> None:
    wanted, folder = digests(root), root / FOLDER
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.txt"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, "utf-8")


def main(arguments: list[str]) -> int:
    if arguments == ["--write"]:
        write(ROOT)
        return 0
    lines = wrong(ROOT)
    print("\n".join(lines), end="\n" if lines else "", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
