"""`thaiid read --register`: saved first, then printed, and never the other way round."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest
from commandline import Tool
from registering import StandIn, registering


@pytest.fixture
def register(thaiid: Tool, tmp_path: Path) -> tuple[Tool, StandIn]:
    return registering(thaiid, tmp_path / "beside")


def test_the_record_is_saved_and_printed(register: tuple[Tool, StandIn]) -> None:
    thaiid, program = register
    printed = thaiid("read", "--sample", "--register", "visit", "--json")
    assert program.calls[0]["arguments"] == ["save", "-", "--purpose=visit", "--json"]
    assert program.calls[0]["record"] == printed.record
    # With --json, standard error is for errors alone.
    assert printed.errors == b""


@pytest.mark.parametrize("options", [
    ["--mask"], ["--format", "csv"], ["--format", "photo"], ["--fields", "nameThai", "--mask", "--json"],
])
def test_the_register_gets_all_that_was_selected_and_never_masked(
    register: tuple[Tool, StandIn], options: list[str],
) -> None:
    thaiid, program = register
    result = thaiid("read", "--sample", "--register", "visit", *options)
    assert result.exit == 0
    card = program.calls[0]["record"]["card"]
    assert card["citizenID"] == "1000000000009"
    if "--fields" in options:
        assert set(card) == {"citizenID", "nameThai"}
        assert "citizenID" not in result.record["card"]
    else:
        assert card["photo"]["base64"] and card["address"]
        assert b"1000000000009" not in result.output or "--mask" not in options


@pytest.mark.parametrize(("answer", "english", "thai"), [
    (("new",), "Register: new person, saved", "ทะเบียน: คนใหม่ บันทึกแล้ว"),
    (("known",), "Register: known, nothing has changed", "ทะเบียน: รู้จักแล้ว ข้อมูลเหมือนเดิม"),
    (("changed", ["nameThai", "address"], ["name-changed", "address-changed", "expired"]),
     "Register: known, changed: Name (Thai), Address · the card has expired",
     "ทะเบียน: รู้จักแล้ว เปลี่ยน: ชื่อ, ที่อยู่ · บัตรหมดอายุ"),
    (("again",), "Register: this read was saved before", "ทะเบียน: บันทึกการอ่านครั้งนี้ไว้แล้ว"),
    (("merged", ["shoeSize"], ["unheard-of"]), "Register: saved", "ทะเบียน: บันทึกแล้ว"),
])
def test_what_the_register_says_is_told_in_a_line(
    register: tuple[Tool, StandIn], answer: tuple, english: str, thai: str,
) -> None:
    thaiid, program = register
    program.answers(*answer)
    for language, line in (("en", english), ("th", thai)):
        result = thaiid("read", "--sample", "--no-photo", "--register", "visit", "--lang", language)
        assert result.exit == 0 and result.output and result.error_text == line + "\n"


@pytest.mark.parametrize(("status", "code"), [
    (26, "no-register"), (27, "not-allowed"), (28, "needs-approval"), (29, "not-found"), (30, "conflict"), (31, "key"),
    (33, "log-broken"), (64, "usage"), (23, "write"), (1, "internal"),
])
def test_a_refusal_is_passed_on_and_nothing_is_printed(
    register: tuple[Tool, StandIn], folder: Path, status: int, code: str,
) -> None:
    thaiid, program = register
    program.refuses(status, code, "It is closed.", "Come at nine.")
    error = thaiid("read", "--sample", "--register", "visit", "--json").error
    assert error == {
        "schema": "thaiid.error/1", "code": code, "exit": status, "message": "It is closed.", "remedy": "Come at nine."}
    plain = thaiid(
        "read", "--sample", "--register", "visit", "-o", folder / "out.csv", "--format", "csv", "--photo", folder / "p.jpg")
    assert (plain.exit, plain.output, plain.error_text) == (status, b"", "It is closed.\n→ Come at nine.\n")
    assert list(folder.iterdir()) == []


def test_a_refusal_is_thai_where_the_register_says_it_in_thai(register: tuple[Tool, StandIn]) -> None:
    thaiid, program = register
    program.refuses(27, "not-allowed", thai={"message": "นอกเวลาทำการ", "remedy": "มาใหม่เก้าโมง"})
    result = thaiid("read", "--sample", "--register", "visit", "--lang", "th")
    assert (result.exit, result.output, result.error_text) == (27, b"", "นอกเวลาทำการ\n→ มาใหม่เก้าโมง\n")


@pytest.mark.parametrize(("order", "status"), [
    ({"exit": 0, "signal": signal.SIGKILL}, 23), ({"exit": 77}, 23), ({"exit": 31}, 31), ({"exit": 27, "stderr": "no\n"}, 27),
])
def test_one_that_breaks_off_has_saved_nothing(register: tuple[Tool, StandIn], order: dict, status: int) -> None:
    thaiid, program = register
    program.order(**order)
    error = thaiid("read", "--sample", "--register", "visit", "--json").error
    assert error["exit"] == status and "thaiid-register broke off" in error["message"]


def test_nothing_is_read_where_the_program_is_missing(lonely: Tool, folder: Path) -> None:
    error = lonely("read", "--sample", "--register", "visit", "--json", "--trace", folder / "trace").error
    assert (error["exit"], error["code"]) == (23, "write") and "thaiid-register" in error["message"]
    assert list(folder.iterdir()) == []


def test_a_file_that_is_in_the_way_is_found_before_anything_is_saved(register: tuple[Tool, StandIn], folder: Path) -> None:
    thaiid, program = register
    (folder / "there").write_bytes(b"mine")
    assert thaiid("read", "--sample", "--register", "visit", "-o", folder / "there", "--json").error["code"] == "refused"
    assert program.calls == [] and json.dumps(program.saved) == "{}"
