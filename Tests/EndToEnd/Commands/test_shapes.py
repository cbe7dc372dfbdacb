"""Whatever is printed as JSON says what shape it has, and has it, by a validator of others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import faults
import pytest
from commandline import Result, Tool
from drawing import drawing
from jsonschema import Draft202012Validator
from scriptedcard import Insert
from sheets import AT, AUDIT, PURPOSE, read, run

Schemas = dict[str, Draft202012Validator]
Holds = Callable[..., list[dict[str, Any]]]

NAMES = [
    "record", "event", "error", "readers", "doctor", "check-id", "apdu", "sheet-log", "sheet-layout", "page", "spool", "config",
    "config-check", "register-log", "register"]


@pytest.fixture
def holds(schemas: Schemas) -> Holds:
    """Asserts that every line printed is valid by the schema of this name, and carries its own name."""
    def holds(name: str, printed: bytes, count: int) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in printed.decode().splitlines()]
        assert len(lines) == count, printed
        for line in lines:
            schemas[name].validate(line)
            assert line["schema"] == schemas[name].schema["properties"]["schema"]["const"]
        return lines
    return holds


def test_the_schemas_are_listed_with_what_they_are_for(without_service: Tool) -> None:
    english, thai = without_service("schema"), without_service("schema", "--lang", "th")
    for listed in (english, thai):
        assert listed.exit == 0
        assert [line.split()[0] for line in listed.text.splitlines()] == NAMES
    assert "thaiid.record/1" not in english.text and "doctor --json" in english.text
    assert "ระเบียน" in thai.text or "บัตร" in thai.text


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid_itself_and_so_are_its_examples(schemas: Schemas, name: str) -> None:
    schema = schemas[name].schema
    Draft202012Validator.check_schema(schema)
    identifier = schema["properties"]["schema"]["const"]
    assert schema["$id"] == "urn:thaiid:schema:" + identifier.removeprefix("thaiid.").replace("/", ":")
    for example in schema.get("examples", []):
        schemas[name].validate(example)


def test_no_other_schema_is_known(without_service: Tool) -> None:
    assert without_service("schema", "nonesuch").exit == 64


def test_readers(thaiid: Tool, insert: Insert, holds: Holds) -> None:
    holds("readers", thaiid("readers", "--json").output, 1)
    insert()
    insert(slot=1, mute=True)
    (line,) = holds("readers", thaiid("readers", "--json").output, 1)
    assert line["readers"][0]["card"] == "present"


def test_doctor(thaiid: Tool, insert: Insert, without_service: Tool, without_reader: Tool, holds: Holds) -> None:
    for tool, code in ((thaiid, "no-card"), (without_service, "no-service"), (without_reader, "no-reader")):
        (line,) = holds("doctor", tool("doctor", "--json", "--lang", "th").output, 1)
        assert [check["code"] for check in line["checks"] if check["code"]] == [code]
        assert all(check["finding"].isascii() for check in line["checks"])
    insert()
    (line,) = holds("doctor", thaiid("doctor", "--json").output, 1)
    assert all(check["ok"] for check in line["checks"])


def test_settings_and_what_is_wrong_with_them(without_service: Tool, holds: Holds) -> None:
    (without_service.home / "bad.toml").write_text("[sheet]\npapr = 1\n[desk.a]\nbeep = 1\n")
    (without_service.home / "good.toml").write_text("[sheet]\npaper = 'a5'\n[desk.a]\nbeep = true\nformat = ['json']\n")
    holds("config", without_service("config", "show", "--json", "--config", "good.toml").output, 1)
    holds("config-check", without_service("config", "check", "--json", "bad.toml", "good.toml", "nonesuch").output, 1)


def test_check_id(without_service: Tool, holds: Holds) -> None:
    numbers = ["1000000000009", "1000000000008", "12", *(f"{digit}{'0' * 12}" for digit in range(10))]
    holds("check-id", without_service("check-id", "--json", *numbers).output, len(numbers))
    holds("check-id", without_service("check-id", "--json", input="\n".join(numbers).encode()).output, len(numbers))


def test_apdu(without_service: Tool, thaiid: Tool, insert: Insert, holds: Holds) -> None:
    commands = ["a40400:a000000054480001", "c0/0a=", "80b0ff00:0001"]
    holds("apdu", without_service("apdu", "--json", "--sample", *commands).output, 3)
    insert(faults.remove_before(2))
    result = thaiid("apdu", "--json", *commands)
    assert result.exit != 0
    assert holds("apdu", result.output, 2)[-1]["status"] is None


def test_sheet_and_its_layout(without_service: Tool, binary: Path, render: Path, holds: Holds) -> None:
    done = drawing(without_service)(
        "sheet", "--sample", "--purpose", PURPOSE, "--operator", "desk 1", "--json", "-o", "sheet.pdf")
    assert done.exit == 0, done
    holds("sheet-log", done.output, 1)
    for name in ("ordinary", "long-address", "no-photo"):
        record = read(binary, name)
        drawn = run(render, "sheet", "--purpose", PURPOSE, "--audit", AUDIT, "--at", AT, "--layout", record=record)
        holds("sheet-layout", drawn.stdout, 1)
        holds("sheet-layout", run(render, "rr3", "--layout", record=record).stdout, 1)


def test_events_and_what_they_carry(thaiid: Tool, insert: Insert, holds: Holds, schemas: Schemas) -> None:
    insert()
    with thaiid.running("watch", "--ndjson", "--lang", "th") as watch:
        lines = []
        while not lines or json.loads(lines[-1])["event"] != "card.read":
            lines.append(watch.stdout.readline())
    events = holds("event", b"".join(lines), len(lines))
    schemas["record"].validate(events[-1]["record"])


@pytest.mark.parametrize("form", ["ndjson", "json"])
def test_members_that_this_version_does_not_know_survive(without_service: Tool, form: str) -> None:
    record = without_service("read", "--json", "--sample", "--no-photo").text
    unknown = '"later":{"fraction":1.50,"exponent":-2E-07,"vast":123456789012345678901234567890,"list":[-0,null,[true]]}'
    line = record.rstrip("\n")[:-1] + "," + unknown + "}\n"
    assert json.loads(line)
    done = without_service("convert", "-", "--to", form, input=line.encode())
    assert done.exit == 0 and unknown in done.text
    spaced = without_service("convert", "-", "--to", form, input=line.replace(",", " , ").encode())
    assert spaced.exit == 0 and json.loads(spaced.output) == json.loads(line)


@pytest.mark.parametrize("command", [
    ["read", "--json"], ["read", "--json", "--replay", "nonesuch"], ["read", "--json", "--timeout", "0"],
    ["read", "--json", "--nonesuch"], ["nonesuch", "--json"], ["readers", "--json"], ["watch", "--ndjson"],
    ["check-id", "--json", "--nonesuch"], ["apdu", "--json", "--sample", "20"], ["apdu", "--json", "--sample", "zz"],
    ["sheet", "--json", "--sample", "-o", "a.pdf"], ["sheet", "--json", "--sample", "-o", "a.doc", "--purpose", "x"],
    ["sheet", "--json", "--sample", "-o", "a.pdf", "--purpose", "x", "--log", "l"],
    ["sheet", "--json", "--sample", "-o", "nonesuch/a.pdf", "--purpose", "x"],
])
@pytest.mark.parametrize("language", ["option", "locale"])
def test_errors_in_json_are_english(
    without_service: Tool, schemas: Schemas, command: list[str], language: str,
) -> None:
    said = ["--lang", "th"] if language == "option" else []
    tool = drawing(without_service)
    assert_english(tool(*command, *said, environment={"LC_ALL": "th_TH.UTF-8", "LANGUAGE": "th"}), schemas)


def test_errors_beside_output_are_english(without_service: Tool, schemas: Schemas) -> None:
    result = without_service("check-id", "--json", "--lang", "th", "1000000000008")
    error = json.loads(result.errors)
    schemas["error"].validate(error)
    assert error["message"].isascii() and error["remedy"].isascii()


def assert_english(result: Result, schemas: Schemas) -> None:
    schemas["error"].validate(result.error)
    assert result.error["message"].isascii() and result.error["remedy"].isascii(), result.error
