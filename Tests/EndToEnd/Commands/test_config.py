"""`thaiid config`: what is settled where, what is wrong with it, and who says what first."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from commandline import Tool
from jsonschema import Draft202012Validator

Write = Callable[[str, str], Path]

LOBBY = """\
[sheet]
purpose = "สมัครสมาชิก"

[desk.hotel-lobby]
purpose = "เช็กอิน"
reader = 2
format = ["json",
  "xlsx"]
once-per = "10m"
mask = true
issuer-block = "issuer.txt"
"""


@pytest.fixture
def write(without_service: Tool) -> Write:
    """Writes a file of settings, below the user's home."""
    def write(place: str, text: str) -> Path:
        path = without_service.home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path
    return write


USER = ".config/thaiid/config.toml"


def test_settings_are_shown_as_a_file_has_them(without_service: Tool, write: Write) -> None:
    path = write(USER, LOBBY)
    shown = without_service("config", "show")
    assert shown.exit == 0 and shown.errors == b""
    wanted = tomllib.loads(LOBBY)
    wanted["desk"]["hotel-lobby"] |= {"reader": "2", "issuer-block": str(path.with_name("issuer.txt"))}
    assert tomllib.loads(shown.text) == wanted
    again = write("again.toml", shown.text)
    assert without_service("config", "check", again).exit == 0


def test_a_desk_is_shown_with_all_that_holds_there(without_service: Tool, write: Write) -> None:
    write(USER, LOBBY + '\n[desk."บาร์ 2"]\nbeep = true\n')
    desk = tomllib.loads(without_service("config", "show", "--desk", "บาร์ 2").text)
    assert desk == {"desk": {"บาร์ 2": {"purpose": "สมัครสมาชิก", "beep": True}}}
    desk = tomllib.loads(without_service("config", "show", environment={"THAIID_DESK": "hotel-lobby"}).text)
    assert desk["desk"]["hotel-lobby"]["purpose"] == "เช็กอิน"


def test_each_setting_is_told_with_its_origin(without_service: Tool, write: Write, tmp_path: Path) -> None:
    user = write(USER, "[sheet]\nfont = 'Loma'\n")
    system = write("xdg/thaiid/config.toml", "\n\n[sheet]\nfont = 'Garuda'\npaper = 'a5'\noperator = 'desk 1'\n")
    named = write("named.toml", "sheet.operator = 'desk 2'\n")
    environment = {
        "XDG_CONFIG_DIRS": str(without_service.home / "xdg"), "THAIID_CONFIG": str(named), "THAIID_PRESET": "hotel"}
    shown = without_service("config", "show", "--origin", environment=environment)
    assert shown.text.splitlines() == [
        "[sheet]", f'operator = "desk 2"  # {named}:1', f'paper = "a5"  # {system}:5', f'font = "Loma"  # {user}:2',
        'preset = "hotel"  # THAIID_PRESET']
    assert without_service("config", "show", "--origin", "--config", system, environment=environment).text.count(str(system)) == 3
    settings = without_service("config", "show", "--json", environment=environment).record
    assert settings["files"] == [str(named), str(user), str(system)] and settings["desk"] is None
    assert {each["key"]: each["file"] or each["variable"] for each in settings["sections"][0]["settings"]} == {
        "operator": str(named), "paper": str(system), "font": str(user), "preset": "THAIID_PRESET"}


def test_all_that_is_wrong_is_told_by_line(without_service: Tool, write: Write, schemas: dict[str, Draft202012Validator]) -> None:
    path = write(USER, '[sheet]\npapr = "a5"\nlog = 3\n\n[desk.bar]\nonce-per = "ten"\n[shet]\n')
    checked = without_service("config", "check")
    assert checked.exit == 64 and checked.errors == b""
    assert re.findall(r"^✗ (.*?):(\d+): ", checked.text, re.M) == [(str(path), line) for line in "2367"]
    assert "Did you mean paper?" in checked.text and "Did you mean [sheet]?" in checked.text
    thai = without_service("config", "check", "--lang", "th")
    assert thai.exit == 64 and thai.text.count("✗") == 4 and "น่าจะเป็น paper" in thai.text
    told = without_service("config", "check", "--json", path)
    assert told.exit == 64
    schemas["config-check"].validate(json.loads(told.output))
    (file,) = json.loads(told.output)["files"]
    assert [(each["line"], each["code"], each["nearest"]) for each in file["problems"]] == [
        (2, "unknown-key", "paper"), (3, "type", None), (6, "value", None), (7, "section", "sheet")]
    refused = without_service("config", "show", "--json")
    assert refused.exit == 64 and refused.error["message"].startswith(f"{path}:2: ")


def test_what_is_in_order_is_said_to_be(without_service: Tool, write: Write, schemas: dict[str, Draft202012Validator]) -> None:
    nothing = without_service("config", "check", environment={"XDG_CONFIG_DIRS": "/nonexistent"})
    assert nothing.exit == 0 and "/nonexistent/thaiid/config.toml" in nothing.text
    path = write(USER, LOBBY)
    assert without_service("config", "check").text == f"✓ {path}: in order · settings: 7 · desks: 1\n"
    record = without_service("config", "check", "--json").record
    schemas["config-check"].validate(record)
    assert record["files"] == [
        {"file": str(path), "ok": True, "settings": 7, "desks": ["hotel-lobby"], "passedOver": None, "problems": []}]
    shown = without_service("config", "show", "--json", "--desk", "hotel-lobby").record
    schemas["config"].validate(shown)
    assert shown["desks"] == ["hotel-lobby"] and len(shown["sections"]) == 1


def test_the_register_has_a_section_of_its_own(
    without_service: Tool, write: Write, schemas: dict[str, Draft202012Validator],
) -> None:
    path = write(USER, '[sheet]\npurpose = "เช็กอิน"\n\n[register]\npurpose = "visit"\nstore = "people"\nkey-file = "/keys/k"\n')
    shown = tomllib.loads(without_service("config", "show").text)
    # The purpose of a sheet is one thing, that of the register another.
    assert shown == {
        "sheet": {"purpose": "เช็กอิน"},
        "register": {"purpose": "visit", "store": str(path.parent / "people"), "key-file": "/keys/k"}}
    record = without_service("config", "show", "--json").record
    schemas["config"].validate(record)
    assert [(each["key"], each["line"]) for each in record["register"]] == [("purpose", 5), ("store", 6), ("key-file", 7)]
    assert len(record["sections"]) == 1
    write(USER, '[register]\nbeep = true\n[desk.a]\nstore = "a"\n')
    checked = without_service("config", "check", "--json")
    assert checked.exit == 64
    (file,) = json.loads(checked.output)["files"]
    assert [(each["line"], each["code"]) for each in file["problems"]] == [(2, "place"), (4, "place")]


def test_nothing_is_found_in_the_working_folder(without_service: Tool, write: Write) -> None:
    write("config.toml", "[sheet]\npurpose = 'theirs'\n")
    write("thaiid/config.toml", "[sheet]\npurpose = 'theirs'\n")
    for variable in ("XDG_CONFIG_HOME", "XDG_CONFIG_DIRS"):
        assert without_service("config", "show", environment={variable: "."}).text == "[sheet]\n"


@pytest.mark.parametrize("options", [["--config", "nonesuch.toml"], ["--desk", "nonesuch"]])
def test_what_is_named_has_to_be_there(without_service: Tool, write: Write, options: list[str]) -> None:
    write(USER, LOBBY)
    variable = {"THAIID_" + options[0][2:].upper(): options[1]}
    for result in (
            without_service("config", "show", *options), without_service("config", "show", environment=variable),
            without_service("sheet", "--sample", "-o", "a.pdf", *options)):
        assert result.exit == 64 and "nonesuch" in result.error_text and result.output == b""
        assert ("hotel-lobby" in result.error_text) == (options[0] == "--desk")


def test_a_file_of_the_former_form_is_refused_with_what_to_write(without_service: Tool, write: Write) -> None:
    former = write(".config/thaiid/config", 'purpose = สมัคร "สมาชิก"\nissuerBlock = issuer.txt\npaper = a5\n')
    refused = without_service("sheet", "--sample", "-o", "a.pdf")
    assert refused.exit == 64 and refused.error_text.startswith(f"{former}: ")
    today = refused.error_text.split("\n", 2)[2]
    assert tomllib.loads(today) == {"sheet": {"purpose": 'สมัคร "สมาชิก"', "issuer-block": "issuer.txt", "paper": "a5"}}
    checked = without_service("config", "check")
    assert checked.exit == 64 and today in checked.text
    (file,) = json.loads(without_service("config", "check", "--json").output)["files"]
    assert [(each["code"], each["today"]) for each in file["problems"]] == [("former", today)]
    path = write(USER, today)
    shown = tomllib.loads(without_service("config", "show").text)["sheet"]
    assert shown == {"purpose": 'สมัคร "สมาชิก"', "issuer-block": str(path.with_name("issuer.txt")), "paper": "a5"}
    checked = without_service("config", "check")
    assert checked.exit == 0 and f"· {former}: " in checked.text


def test_the_example_settles_nothing_until_its_marks_are_away(without_service: Tool, write: Write) -> None:
    example = without_service("config", "example").text
    packaged = Path(__file__).parents[3] / "Packaging/config.toml.example"
    assert example == packaged.read_text("utf-8")
    assert tomllib.loads(example) == {"sheet": {}}
    path = write(USER, re.sub(r"^#(?! |$)", "", example, flags=re.M))
    assert without_service("config", "check").exit == 0
    assert tomllib.loads(path.read_text("utf-8"))["desk"].keys() == {"hotel-lobby"}


HOSTILE = {
    "no text": b"\xff\xff\xff", "dots": b"a" + b".a" * 30_000 + b"=1", "lists": b"a=" + b"[" * 60_000, "1 MiB": b"#" * (1 << 20),
    "said twice": b"[sheet]\nfont = 'a'\nfont = 'b'", "unknown": b"".join(b"a%d = 1\n" % number for number in range(5_000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_file_brings_it_down(without_service: Tool, write: Write, text: bytes) -> None:
    write(USER, "").write_bytes(text)
    for command in (["config", "check"], ["config", "show"], ["sheet", "--sample", "-o", "a.pdf"]):
        assert without_service(*command).exit == 64
