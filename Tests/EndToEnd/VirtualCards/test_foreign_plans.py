"""Programs with plans of their own: they read the card of `thaiid emulate` to the end, and their recordings are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cardimage import CardImage
from commandline import Tool
from foreignplans import ADDRESS, PHOTO, PLANS, Plan, recording
from layout import STORAGE_TEXT
from privatepcsc import READERS
from programs import PLAN_READER
from traces import FIXTURES, Trace

NAMES = ["ordinary", "rural", "no-photo", "full-photo", "photo-length-garbage"]


def said(name: str) -> dict[str, Any]:
    return json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))["card"]


def plan(name: str) -> Plan:
    return PLANS[name]


def bytes_of(name: str) -> CardImage:
    return CardImage(Trace.load(name))


@pytest.mark.parametrize("name", PLANS)
def test_an_emulated_recording_is_read_to_its_end(thaiid: Tool, name: str) -> None:
    """Recordings stop where the photo does: every one of these reads on."""
    image, spans = bytes_of("ordinary"), plan(name).spans
    with thaiid.emulating(FIXTURES / "ordinary.trace"):
        done = thaiid.pcsc.run([*PLAN_READER, READERS[0], name])
    assert done.returncode == 0, done
    read = json.loads(done.stdout)
    answers = dict(zip(spans, map(bytes.fromhex, read["answers"]), strict=True))
    held: dict[int, int] = {}
    for (offset, count), answer in answers.items():
        assert len(answer) == min(count, 5950 - offset)
        held |= dict(enumerate(answer, offset))
    own = image.bytes[STORAGE_TEXT["address"].application]
    assert all(own[at] == byte for at, byte in held.items() if at in own)
    assert {byte for at, byte in held.items() if at not in own} <= {0x20, 0x00}
    if plan(name).asks_for_laser:
        assert bytes.fromhex(read["laser"]) == b"JT9999999999".ljust(16, b"\0")


@pytest.mark.parametrize("fixture", NAMES)
def test_the_popular_loop_reads_every_photo(thaiid: Tool, fixture: str) -> None:
    name = next(iter(PLANS))
    with thaiid.emulating(FIXTURES / f"{fixture}.trace"):
        done = thaiid.pcsc.run([*PLAN_READER, READERS[0], name])
    assert done.returncode == 0, done
    photo = b"".join(map(bytes.fromhex, json.loads(done.stdout)["answers"][-20:]))
    size = (said(fixture)["photo"] or {"bytes": 0})["bytes"]
    assert len(photo) == 5100 and photo[:2] == (b"\xFF\xD8" if size else b"  ")
    assert size > 5100 or photo[size:].strip(b" ") == b""


# ---- their recordings

READABLE = [name for name in PLANS]


def written(tmp_path: Path, plan: Plan, fixture: str) -> Path:
    file = tmp_path / "foreign.trace"
    file.write_text(recording(plan, bytes_of(fixture)))
    return file


def asked(plan: Plan, key: str) -> bool:
    place = STORAGE_TEXT[key]
    read = {at for offset, count in plan.spans for at in range(offset, offset + count)}
    count = plan.knows.get(key, place.count)
    return set(range(place.offset, place.offset + count)) <= read


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("fixture", ["ordinary", "rural"])
def test_a_recording_by_any_plan_says_what_it_holds(without_service: Tool, tmp_path: Path, name: str, fixture: str) -> None:
    done = without_service("read", "--json", "--replay", written(tmp_path, plan(name), fixture))
    assert done.exit == 0, done
    card, states = done.record["card"], done.record["states"]
    for key in STORAGE_TEXT:
        if asked(plan(name), key):
            assert card[key] == said(fixture)[key] and states.get(key) in (None, "blank"), key
        else:
            assert (card[key], states[key]) == (None, "notRecorded"), key
    has_photo = bool(plan(name).photo) or name in ("128 at a time", "the whole file")
    assert card["photo"] == (said(fixture)["photo"] if has_photo else None)
    assert states.get("photo") == (None if has_photo else "notRecorded")
    codes = {warning["code"] for warning in done.record["warnings"]}
    assert codes == (set() if asked(plan(name), "dataVersion") else {"dataVersion.assumed"})


def test_the_laser_number_asked_for_in_two_steps(without_service: Tool, tmp_path: Path) -> None:
    file = written(tmp_path, plan("the same without draining, and the laser number"), "ordinary")
    chip = without_service("read", "--json", "--chip", "--replay", file).record
    assert chip["chip"] == {"laserNumber": "JT9-9999999-99", "serialNumber": None}
    assert chip["states"]["chip.serialNumber"] == "notRecorded"
    explained = without_service("trace", "explain", "--lang", "en", file)
    assert "✓ Laser number: JT9-9999999-99" in explained.text
    emulated = without_service("read", "--json", "--fields", "chip.laserNumber", "--replay", file)
    assert emulated.record["chip"] == {"laserNumber": "JT9-9999999-99"}


def test_a_field_that_was_named_must_be_there(without_service: Tool, tmp_path: Path) -> None:
    file = written(tmp_path, plan("text alone"), "ordinary")
    assert without_service("read", "--json", "--fields", "nameThai,address", "--replay", file).record["card"].keys() == {"nameThai", "address"}
    for key, first in (("requestNumber", "226"), ("dataVersion", "0"), ("underPhotoNumber", "5657"), ("photo", "377")):
        done = without_service("read", "--json", "--fields", f"citizenID,{key}", "--replay", file)
        assert (done.exit, done.error["code"]) == (22, "recording")
        assert first in done.error["message"]


def test_a_recording_without_the_citizen_id_is_not_read(without_service: Tool, tmp_path: Path) -> None:
    file = written(tmp_path, Plan([(0x0011, 100), (ADDRESS, 160)]), "ordinary")
    for options in ([], ["--fields", "nameThai"]):
        assert without_service("read", "--json", *options, "--replay", file).exit == 22


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("at", [0.3, 0.6, 0.95])
def test_a_recording_that_breaks_off_in_the_photo_is_not_read(without_service: Tool, tmp_path: Path, name: str, at: float) -> None:
    spans = plan(name).spans
    photo = [index for index, (offset, count) in enumerate(spans) if offset + count > PHOTO + 2 and offset < ADDRESS]
    if not photo or spans[0] == (0, 0xFF) and name != "the whole file" and at < 0.5:
        pytest.skip("no photo, or its parts come last and begin anew")
    cut = Plan(spans[:photo[0] + max(1, int(at * len(photo) * 0.9))])
    done = without_service("read", "--json", "--replay", written(tmp_path, cut, "ordinary"))
    assert (done.exit, done.output) == (22, b"")


@pytest.mark.parametrize("fixture", ["ordinary", "no-photo", "lifelong", "direct-answers"])
def test_our_own_recordings_are_read_whole_or_not_at_all(without_service: Tool, tmp_path: Path, fixture: str) -> None:
    lines = (FIXTURES / f"{fixture}.trace").read_text("utf-8").splitlines()
    starts = [index for index, line in enumerate(lines) if line.startswith(">")]
    whole = without_service("read", "--json", "--replay", FIXTURES / f"{fixture}.trace").record["card"]
    file, ends = tmp_path / "cut.trace", set()
    for start in starts[1:]:
        file.write_text("\n".join(lines[:start]) + "\n")
        done = without_service("read", "--json", "--replay", file)
        assert done.exit == 22 or done.record["card"] == whole, start
        ends.add(done.exit)
    assert ends == {0, 22}


def test_an_address_that_goes_on_is_partial(without_service: Tool, tmp_path: Path) -> None:
    file = written(tmp_path, PLANS[next(iter(PLANS))], "long-address")
    done = without_service("read", "--json", "--replay", file)
    assert done.record["states"]["address"] == "partial"
    assert "field.recordedInPart" in {warning["code"] for warning in done.record["warnings"] if warning["field"] == "address"}


@pytest.mark.parametrize(("language", "words"), [("en", "(not in the recording)"), ("th", "(ไม่มีในไฟล์บันทึก)")])
def test_text_says_what_is_not_there(without_service: Tool, tmp_path: Path, language: str, words: str) -> None:
    file = written(tmp_path, plan("text alone"), "ordinary")
    done = without_service("read", "--lang", language, "--replay", file)
    assert words in done.text
    told = without_service("read", "--lang", language, "--replay", file, "--photo", "photo.jpg")
    assert told.exit == 0 and not (without_service.home / "photo.jpg").exists()
    assert ("does not hold the photo" if language == "en" else "ไฟล์บันทึกไม่มีรูปถ่าย") in told.error_text


@pytest.mark.parametrize("form", ["csv", "tsv", "vcard", "fhir", "person43", "hotel-rr4", "nhso-card-only", "moph", "medhis", "medhis-ce", "go-smc"])
def test_every_format_copes(without_service: Tool, tmp_path: Path, form: str) -> None:
    file = written(tmp_path, Plan([(0x0004, 13), (0x0011, 100)]), "ordinary")
    record = without_service("read", "--json", "--replay", file)
    again = without_service("convert", "-", "--to", form, "--hospital-code", "00000", input=record.output)
    direct = without_service("read", "--format", form, "--hospital-code", "00000", "--replay", file)
    assert (again.exit, direct.exit) == (0, 0), (again, direct)
    assert "ทดสอบ" in direct.text or form == "person43"


def test_a_record_of_it_is_a_card_again(thaiid: Tool, tmp_path: Path) -> None:
    file = written(tmp_path, plan("text alone"), "ordinary")
    record = tmp_path / "record.json"
    record.write_bytes(thaiid("read", "--json", "--replay", file).output)
    with thaiid.emulating(record):
        done = thaiid.pcsc.run([*PLAN_READER, READERS[0], "text alone"])
    assert done.returncode == 0, done


def test_invented_recordings_hold_all_that_anybody_asks_for(without_service: Tool) -> None:
    for options in ([], ["--no-photo"], ["--odd", "--skip", "3"]):
        text = without_service("invent", "--as", "traces", *options).text
        held = CardImage(Trace.parse(text)).bytes[STORAGE_TEXT["address"].application]
        assert set(held) == set(range(5950))
