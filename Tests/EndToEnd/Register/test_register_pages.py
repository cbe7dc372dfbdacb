"""The pages for clerk, super user and auditor name commands, options, acts and exit codes that there are."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from functools import cache
from pathlib import Path

import pytest
from commandline import ROOT, executable

PAGES = {page.name: page.read_text("utf-8") for page in sorted((ROOT / "Documentation/register").glob("*.md"))}
PEOPLE = ("clerk", "super-user", "auditor")
CODE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
README = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.th.md", "SECURITY.md")}


def commands(text: str) -> list[str]:
    """Every command line that is quoted, in a block or in a sentence."""
    text = re.sub(r" \\\n\s+", " ", text)
    lines = [line for kind, block in CODE.findall(text) if kind == "" for line in block.splitlines()]
    lines += re.findall(r"`([^`\n]+)`", CODE.sub("", text))
    found = (re.sub(r"^sudo runuser -u thaiid-register -- ", "", re.sub(r"\s+#.*", "", line)).strip() for line in lines)
    return sorted({line for line in found if re.match(r"thaiid(-register)? [a-z]", line)})


COMMANDS = sorted({line for text in [*PAGES.values(), *README.values()] for line in commands(text) if "register" in line})


def register_words(line: str) -> list[str] | None:
    """What the program is asked, where it is the register's."""
    words = shlex.split(line.partition(" > ")[0], comments=True)
    if words[:2] == ["thaiid", "register"]:
        return words[2:]
    return words[1:] if words[0] == "thaiid-register" else None


@cache
def help_of(program: str, *names: str) -> str | None:
    """Of a command, where there is one of this name."""
    done = subprocess.run(
        [executable().with_name(program), *names, "--help"], capture_output=True, text=True, timeout=30,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"})
    return done.stdout if done.returncode == 0 and f"USAGE: {program} {' '.join(names)}".rstrip() in done.stdout else None


@pytest.mark.parametrize("line", COMMANDS)
def test_each_command_and_each_option_is_there(line: str) -> None:
    program, words = "thaiid-register", register_words(line)
    if words is None:
        program, words = "thaiid", shlex.split(line, comments=True)[1:]
    words = [word for word in words if word != "…"]
    names = [word for word in words if re.fullmatch(r"[a-z][a-z-]*", word)]
    help = next((help for count in (2, 1) if len(names) >= count and (help := help_of(program, *names[:count]))), None)
    assert help, f"no such command: {line}"
    known = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", help))
    assert {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)} <= known, line


@pytest.mark.parametrize("line", [line for line in COMMANDS if register_words(line)])
def test_each_command_line_parses(line: str, tmp_path: Path) -> None:
    """It fails, since there is no such register, but not because of what it says."""
    words = register_words(line) or []
    if words[0] == "…" or "init" in words or words == ["serve"] or "--help" in words:
        return
    # The card is read by `thaiid`; a number comes on standard input.
    words = [word for word in words if word != "…"]
    if "--from-card" in words:
        place = words.index("--from-card")
        words[place:place + 1] = ["--id", "-"]
    words += ["--yes"] if words[0] == "erase" else ["--id", "-"] if words[0] == "add" else []
    if "shift" in words and "start" in words or words[:2] in (["recovery", "use"], ["recovery", "test"]):
        return
    takes = help_of("thaiid-register", *[word for word in words[:2] if re.fullmatch(r"[a-z]+", word)]) or ""
    places = [] if "--store" in words else ["--store", f"sqlite:{tmp_path}/absent"]
    places += [] if "--key-file" in words or "--key-file" not in takes else ["--key-file", f"{tmp_path}/key"]
    (tmp_path / "old.csv").write_text("CID\n1000000000009\n")
    done = subprocess.run(
        [executable().with_name("thaiid-register"), *words, *places, "--json"], input=b"1000000000009", capture_output=True,
        timeout=30, cwd=tmp_path, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)})
    error = json.loads(done.stderr.splitlines()[-1])
    assert error["code"] != "usage", error


def test_there_is_a_page_for_each_in_both_languages() -> None:
    assert set(PAGES) == {f"{name}{end}" for name in PEOPLE for end in (".md", ".th.md")}
    for name in PEOPLE:
        english, thai = (commands(PAGES[name + end]) for end in (".md", ".th.md"))
        # The same commands, whatever is said of them.
        bare = [sorted(re.sub(r"'[^']*'", "''", line) for line in lines) for lines in (english, thai)]
        assert bare[0] == bare[1], name
        assert len(english) > 4


@pytest.mark.parametrize(("page", "status", "code"), [
    (page, int(status), code) for page, text in PAGES.items()
    for status, code in re.findall(r"(\d\d) `([a-z-]+)`", text)])
def test_exit_codes_are_those_of_the_readme(page: str, status: int, code: str) -> None:
    assert f"| {status} | `{code}` |" in README["README.md"], page


@pytest.mark.parametrize("page", PAGES)
def test_words_in_code_are_acts_roles_codes_or_options(page: str) -> None:
    source = "\n".join(file.read_text() for file in (ROOT / "Sources/RegisterModel/Rights").glob("*.swift"))
    acts = set(re.findall(r'case \w+ = "([a-z-]+)"', source)) | set(re.findall(r"^    case (\w+)$", source, re.MULTILINE))
    codes = set(re.findall(r"^\| \d+ \| `([a-z-]+)` \|", README["README.md"], re.MULTILINE))
    known = acts | codes | {
        "desk", "officer", "super", "auditor", "counter", "verify", "thaiid", "thaiid-desk", "systemd-creds"}
    prose = CODE.sub("", PAGES[page])
    assert set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", prose)) <= known


def test_the_reader_can_go_from_page_to_page() -> None:
    for page, text in PAGES.items():
        for target in re.findall(r"\]\(([^)#]+)", text):
            assert (ROOT / "Documentation/register" / target).exists(), (page, target)
