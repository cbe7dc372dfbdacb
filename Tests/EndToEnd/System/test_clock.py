"""A clock that counts Buddhist years is told where it would mislead."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from commandline import Tool
from pcscfaults import Interposer
from scriptedcard import Insert
from sheets import text


def test_doctor_tells_of_a_clock_in_the_buddhist_era(thaiid: Tool, insert: Insert, faults_library: Interposer) -> None:
    insert()
    result = thaiid("doctor", "--json", environment=faults_library.ahead(543))
    assert result.exit == 0, "it keeps no card from being read"
    clock = json.loads(result.output)["checks"][0]
    assert (clock["check"], clock["ok"], clock["code"]) == ("clock", False, None)
    assert clock["finding"].startswith("the year is 25") and clock["command"]
    for language, word in (("en", "Gregorian"), ("th", "พ.ศ.")):
        assert word in thaiid("doctor", "--lang", language, environment=faults_library.ahead(543)).text


@pytest.mark.parametrize("years", [0, -20, 100])
def test_doctor_says_nothing_of_any_other_clock(
    thaiid: Tool, insert: Insert, faults_library: Interposer, years: int,
) -> None:
    insert()
    checks = json.loads(thaiid("doctor", "--json", environment=faults_library.ahead(years)).output)["checks"]
    assert "clock" not in [check["check"] for check in checks]


def test_doctor_tells_of_the_clock_whatever_else_is_wrong(without_service: Tool, faults_library: Interposer) -> None:
    result = without_service("doctor", "--json", environment=faults_library.ahead(543))
    checks = json.loads(result.output)["checks"]
    assert result.exit == 10 and [check["check"] for check in checks] == [
        "clock", "service", "drawing", "printer", "spool", "settings"]


def test_a_sheet_carries_a_notice(thaiid: Tool, insert: Insert, faults_library: Interposer, tmp_path: Path) -> None:
    insert()
    notices = {}
    for years in (0, 543):
        sheet = tmp_path / f"{years}.pdf"
        made = thaiid(
            "sheet", "--purpose", "ทดสอบ", "--lang", "en", "-o", sheet, environment=faults_library.ahead(years))
        assert made.exit == 0, made
        notices[years] = bool(re.search("543(ปี|years)", text(sheet.read_bytes())))
    assert notices == {0: False, 543: True}
