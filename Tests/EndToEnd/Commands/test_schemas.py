"""What the tool prints validates against the schemas that it prints, by a validator of others."""

from __future__ import annotations

import json

import pytest
from commandline import Tool
from jsonschema import Draft202012Validator
from traces import FIXTURES, fixture_names


@pytest.mark.parametrize("name", ["record", "error", "event", "sheet-log"])
def test_the_schema_is_valid_itself(without_service: Tool, name: str) -> None:
    schema = json.loads(without_service("schema", name).output)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", fixture_names())
def test_real_output_validates(without_service: Tool, schemas: dict[str, Draft202012Validator], name: str) -> None:
    for depth in ((), ("--no-photo",), ("--chip", "--health"), ("--chip", "--health", "--mask")):
        result = without_service("read", "--json", "--accept-bad-check-digit", *depth, "--replay", FIXTURES / f"{name}.trace")
        if result.exit == 0:
            schemas["record"].validate(result.record)
        else:
            schemas["error"].validate(result.error)


def test_the_sample_validates(without_service: Tool, schemas: dict[str, Draft202012Validator]) -> None:
    record = without_service("read", "--json", "--chip", "--health", "--sample").record
    schemas["record"].validate(record)
    assert record["read"]["source"] == "virtual"


@pytest.mark.parametrize("broken", [
    {"schema": "thaiid.record/2"}, {"read": None}, {"card": None}, {"states": {"sex": "lost"}}, {"warnings": [{"code": "x"}]},
])
def test_the_record_schema_can_say_no(without_service: Tool, schemas: dict[str, Draft202012Validator], broken: dict[str, object]) -> None:
    record = without_service("read", "--json", "--sample").record
    assert not schemas["record"].is_valid(record | broken)


def test_the_event_schema_knows_its_events(schemas: dict[str, Draft202012Validator]) -> None:
    event = {"schema": "thaiid.event/1", "at": "2026-11-23T09:41:07+07:00", "reader": "Virtual PCD 00 00"}
    for kind in ("reader.attached", "reader.detached", "card.inserted", "card.removed"):
        schemas["event"].validate(event | {"event": kind})
    assert not schemas["event"].is_valid(event | {"event": "card.eaten"})
    assert not schemas["event"].is_valid(event | {"event": "card.read"}), "a read comes with its record"
