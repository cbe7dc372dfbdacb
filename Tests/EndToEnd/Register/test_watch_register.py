"""A desk that saves each card in the register: once, through its spool, told to whoever watches."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from commandline import Tool
from desk import Desk, entries, spool
from jsonschema import Draft202012Validator
from registering import StandIn, registering
from scriptedcard import Insert


@pytest.fixture
def register(thaiid: Tool, tmp_path: Path) -> tuple[Tool, StandIn]:
    return registering(thaiid, tmp_path / "beside")


def is_report(event: str) -> object:
    return lambda told: told["event"] == event and told["action"]["name"] == "register"


def test_each_card_is_saved_and_told(
    register: tuple[Tool, StandIn], insert: Insert, schemas: dict[str, Draft202012Validator],
) -> None:
    thaiid, program = register
    program.answers("changed", ["nameThai"], ["name-changed", "unheard-of"])
    with Desk(thaiid, "--register", "visit", "--mask") as desk:
        insert()
        record = desk.read()["record"]
        done = desk.until(is_report("action.done"))
    assert done["read"]["id"] == record["read"]["id"]
    assert done["action"] == {
        "name": "register", "register": {"outcome": "changed", "changed": ["nameThai"], "flags": ["name-changed"]}}
    schemas["event"].validate(done)
    # What is shown is masked, what is kept is not.
    assert record["card"]["citizenID"].startswith("x")
    assert [saved["card"]["citizenID"] for saved in program.saved.values()] == ["1000000000009"]
    assert program.calls[0]["arguments"] == ["save", "-", "--purpose=visit", "--json"]
    assert entries(thaiid) == []


@pytest.mark.parametrize("order", [
    {"exit": 23}, {"exit": 25}, {"exit": 26}, {"exit": 0, "signal": signal.SIGKILL},
    {"exit": 26, "stderr": '{"schema":"thaiid.error/1","code":"no-register","exit":26,"message":"It is away."}\n'},
])
def test_what_passes_is_tried_again(
    register: tuple[Tool, StandIn], insert: Insert, order: dict, schemas: dict[str, Draft202012Validator],
) -> None:
    thaiid, program = register
    program.order(**order)
    with Desk(thaiid, "--register", "visit", "--no-photo") as desk:
        insert()
        waiting = desk.until(is_report("action.waiting"))
        schemas["event"].validate(waiting)
        assert [(entry["action"], entry["state"]) for entry in spool(thaiid)] == [("register", "waiting")]
        schemas["spool"].validate(thaiid("spool", "list", "--json").record)
        program.answers()
        assert desk.until(is_report("action.done"))["action"]["register"]["outcome"] == "new"
    assert list(program.saved) == [waiting["read"]["id"]] and entries(thaiid) == []


@pytest.mark.parametrize(("status", "code"), [
    (27, "not-allowed"), (28, "needs-approval"), (29, "not-found"), (30, "conflict"), (31, "key"), (33, "log-broken"),
    (64, "usage"), (1, "internal"),
])
def test_what_does_not_pass_waits_for_a_person(
    register: tuple[Tool, StandIn], insert: Insert, status: int, code: str,
) -> None:
    thaiid, program = register
    program.refuses(status, code, "It is closed.")
    with Desk(thaiid, "--register", "visit", "--no-photo") as desk:
        insert()
        failed = desk.until(is_report("action.failed"))
    assert (failed["error"]["code"], failed["error"]["exit"], failed["error"]["message"]) == (code, status, "It is closed.")
    assert [(entry["action"], entry["state"]) for entry in spool(thaiid)] == [("register", "failed")]
    listed = thaiid("spool", "list", environment={"LC_ALL": "th_TH.UTF-8"}).text
    assert "ลงทะเบียน" in listed and f"({code})" in listed
    # A person has seen to it.
    program.answers()
    assert thaiid("spool", "retry").exit == 0
    assert list(program.saved) == [failed["read"]["id"]] and entries(thaiid) == []


def test_a_register_that_hangs_holds_up_nothing_else(register: tuple[Tool, StandIn], insert: Insert, folder: Path) -> None:
    thaiid, program = register
    program.order(exit=0, sleep=100)
    with Desk(thaiid, "--register", "visit", "--append", folder / "visits.ndjson", "--no-photo") as desk:
        insert()
        assert desk.until(lambda told: told["event"] == "action.done")["action"]["name"] == "append"
    assert len(entries(thaiid)) == 1


def test_a_desk_of_the_settings_saves_under_its_name(register: tuple[Tool, StandIn], insert: Insert, tmp_path: Path) -> None:
    thaiid, program = register
    config = tmp_path / "config.toml"
    config.write_text('[desk."โต๊ะ 2"]\nregister = "visit"\n', "utf-8")
    with Desk(thaiid, "--config", config, "--desk", "โต๊ะ 2", "--no-photo") as desk:
        insert()
        desk.until(is_report("action.done"))
    assert program.calls[0]["arguments"] == ["save", "-", "--purpose=visit", "--desk=โต๊ะ 2", "--json"]
    # Where the register is may stand in that file, too.
    assert program.calls[0]["config"] == str(config)
    assert thaiid("config", "check", config).exit == 0


def test_people_are_told_in_thai(register: tuple[Tool, StandIn], insert: Insert) -> None:
    thaiid, program = register
    program.answers("known", [], ["identity-conflict"])
    with Desk(thaiid, "--register", "visit", "--log-level", "info", "--lang", "th", "--no-photo") as desk:
        insert()
        desk.until(is_report("action.done"))
        desk.process.send_signal(signal.SIGTERM)
        errors = desk.process.stderr.read().decode()
    assert "ทะเบียน: รู้จักแล้ว ข้อมูลเหมือนเดิม · เลขเดียวกันแต่ชื่อและวันเกิดเป็นของคนอื่น" in errors
