"""Who was erased is gone from every copy of the people, once the keys are newer; and what restoring does."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from register import PURPOSE, Register, invented


@pytest.fixture
def people(binary: Path) -> list[dict[str, Any]]:
    return invented(binary, 4)


@pytest.fixture
def register(binary: Path, tmp_path: Path, people: list[dict[str, Any]]) -> Register:
    """A register of one clerk, with four people."""
    register = Register(binary, tmp_path / "office").make()
    register.add_purpose()
    for person in people:
        register.save(person)
    return register


def number(person: dict[str, Any]) -> bytes:
    return person["card"]["citizenID"].encode()


def found(register: Register, person: dict[str, Any]) -> list[dict[str, Any]]:
    return register.ok("find", "--id", "-", "--purpose", PURPOSE, input=number(person))


def backup(register: Register, name: str) -> tuple[Path, Path]:
    folders = register.folder / name / "people", register.folder / name / "keys"
    [answer] = register.ok("backup", "--people", folders[0], "--person-keys", folders[1])
    return Path(answer["people"]), Path(answer["personKeys"])


def erase(register: Register, person: dict[str, Any]) -> None:
    register.ok("erase", "--id", "-", "--reason", "asked for it", "--yes", input=number(person))


def copied(register: Register, people: Path, keys: Path) -> list[str]:
    """Another place with these two files, as one who has the register's key would look at them."""
    place = register.folder / f"look-{len(list(register.folder.glob('look-*')))}"
    place.mkdir(mode=0o700)
    for source, name in ((people, "people.sqlite"), (keys, "keys.sqlite")):
        shutil.copy(source, place / name)
        (place / name).chmod(0o600)
    return ["--store", f"sqlite:{place}", "--key-file", str(register.key_file)]


def test_erased_is_gone_from_every_old_copy(register: Register, people: list[dict[str, Any]]) -> None:
    gone, *others = people
    [line] = found(register, gone)
    copies = [backup(register, "first")]
    register.save(others[0] | {"read": others[0]["read"] | {"at": "2026-02-01T00:00:00+07:00"}})
    copies.append(backup(register, "second"))
    erase(register, gone)
    _, newest = backup(register, "after")
    for old, _ in copies:
        place = copied(register, old, newest)
        for arguments in (["--id", "-"], ["--person", line["person"]]):
            # The newer keys have them on their list, and the old copy is brought in line with that as it is opened.
            result = register("show", *arguments, "--purpose", PURPOSE, "--json", *place, input=number(gone))
            assert (result.exit, result.output) == (29, b""), result
        assert register.ok("find", "--name", gone["card"]["nameThai"]["last"], "--purpose", PURPOSE, *place) == []
        assert register.ok("find", "--id", "-", "--purpose", PURPOSE, *place, input=number(others[0]))
    # The old keys open them: that is why these are for 30 days.
    place = copied(register, copies[0][0], copies[0][1])
    [shown] = register.ok("find", "--id", "-", "--purpose", PURPOSE, *place, input=number(gone))
    assert shown["nameThai"]["last"] == gone["card"]["nameThai"]["last"]


def test_usage_and_counts_answer_after_an_erasure(register: Register, people: list[dict[str, Any]]) -> None:
    gone, other = people[:2]
    [before] = register.ok("doctor")
    erase(register, gone)
    assert found(register, gone) == []
    [after] = register.ok("doctor")
    assert after["visits"] == before["visits"]
    [usage] = register.ok("usage", "--id", "-", input=number(other))
    assert [line["act"] for line in usage["usage"]] == ["save"]
    # Who asks later who looked at them is answered by the number alone: of the person nothing else is left.
    [usage] = register.ok("usage", "--id", "-", input=number(gone))
    assert [line["act"] for line in usage["usage"]] == ["find-by-number", "erase", "save"]
    [verified] = register.ok("log", "verify")
    assert verified["whole"]


def test_who_was_erased_is_erased_with_earlier_numbers(register: Register, people: list[dict[str, Any]]) -> None:
    old, new = people[:2]
    [before], [after] = found(register, old), found(register, new)
    register.ok("link", before["person"], after["person"], "--reason", "a new number")
    [held] = register.ok("subject", "--id", "-", input=number(new))
    numbers = {observation["record"]["card"]["citizenID"] for observation in held["observations"]}
    assert numbers == {number(old).decode(), number(new).decode()} and len(held["visits"]) == 2
    assert {line["act"] for line in held["usage"]} >= {"find-by-number", "link", "save"}
    copy, _ = backup(register, "before")
    erase(register, old)
    _, keys = backup(register, "after")
    place = copied(register, copy, keys)
    for person, line in ((old, before), (new, after)):
        assert register("show", "--person", line["person"], "--purpose", PURPOSE, "--json").exit == 29
        # The newer keys have them on their list, and the old copy is brought in line with that as it is opened.
        result = register("show", "--id", "-", "--purpose", PURPOSE, "--json", *place, input=number(person))
        assert (result.exit, result.output) == (29, b"")


def test_a_card_that_was_read_before_does_not_bring_them_back(register: Register, people: list[dict[str, Any]]) -> None:
    erase(register, people[0])
    again = people[0] | {"read": people[0]["read"] | {"at": "2026-02-01T00:00:00+07:00"}}
    register.fails(30, "save", "-", "--purpose", PURPOSE, input=json.dumps(again).encode())


def test_restoring_an_old_copy_erases_again(register: Register, people: list[dict[str, Any]]) -> None:
    gone, *others = people
    [line] = found(register, gone)
    copy, _ = backup(register, "before")
    erase(register, gone)
    later = invented(register.program.with_name("thaiid"), 5)[4]
    register.save(later)
    assert register.fails(24, "restore", "--people", copy)
    assert found(register, others[0]), "nothing was moved"
    [answer] = register.ok("restore", "--people", copy, "--force")
    # The one who came after the copy has a key and nothing else, which opens nothing.
    assert (answer["erasedAgain"], answer["withoutKey"]) == (1, 0)
    assert found(register, gone) == [] and found(register, later) == []
    assert register.fails(29, "show", "--person", line["person"], "--purpose", PURPOSE)
    assert all(found(register, other) for other in others)
    [verified] = register.ok("log", "verify")
    assert verified["whole"] and [finding["code"] for finding in verified["findings"]] == ["restarted"]
    assert register.save(later)["outcome"] == "new"
    assert found(register, later)


def test_the_log_says_what_a_restored_copy_has_lost(register: Register, people: list[dict[str, Any]]) -> None:
    early, late = register.folder / "early", register.folder / "late"
    register.ok("log", "checkpoint", "-o", early)
    copy, _ = backup(register, "before")
    for person in people:
        found(register, person)
    register.ok("log", "checkpoint", "-o", late)
    register.ok("restore", "--people", copy, "--force", "--checkpoint", late)

    def findings() -> list[str]:
        [verified] = register.ok("log", "verify", "--checkpoint", early, "--checkpoint", late)
        assert verified["whole"], verified
        return [finding["code"] for finding in verified["findings"]]

    assert findings() == ["restarted", "lost"]
    for _ in range(2):
        for person in people:
            found(register, person)
    assert findings() == ["restarted", "lost"], "also where the log has grown past what was lost"
    lines = register.ok("log", "show")
    [restore] = [line for line in lines if line["act"] == "restore"]
    assert restore["reference"].startswith("after ")


def test_an_exported_log_is_taken_back(register: Register, people: list[dict[str, Any]]) -> None:
    copy, _ = backup(register, "before")
    erase(register, people[0])
    exported, note = register.folder / "log.ndjson", register.folder / "note"
    exported.write_bytes(register("log", "export").output)
    register.ok("log", "checkpoint", "-o", note)
    register.ok("restore", "--people", copy, "--force", "--log", exported, "--checkpoint", note)
    assert "erase" in [line["act"] for line in register.ok("log", "show")]
    forged = exported.read_text().replace('\\"erase\\"', '\\"usage\\"')
    assert forged != exported.read_text()
    exported.write_text(forged)
    register.fails(33, "restore", "--people", copy, "--force", "--log", exported)
    assert found(register, people[1]), "all is where it was"


def test_files_of_two_registers_do_not_go_together(register: Register, binary: Path, tmp_path: Path) -> None:
    other = Register(binary, tmp_path / "other").make()
    place = copied(register, register.people, other.keys)
    assert register.fails(26, "doctor", *place)
    copy, keys = backup(other, "copies")
    for arguments in (["--people", copy], ["--people", copy, "--person-keys", keys], ["--people", keys, "--person-keys", copy]):
        before = register.ok("doctor")[0]["store"]
        assert register("restore", *arguments, "--force", "--json").exit in (26, 31)
        assert register.ok("doctor")[0]["store"] == before


def test_keys_that_are_older_than_the_people(register: Register, people: list[dict[str, Any]]) -> None:
    _, keys = backup(register, "before")
    later = invented(register.program.with_name("thaiid"), 5)[4]
    register.save(later)
    place = copied(register, register.people, keys)
    register.fails(31, "show", "--id", "-", "--purpose", PURPOSE, *place, input=number(later))
    assert register.ok("find", "--id", "-", "--purpose", PURPOSE, *place, input=number(people[0]))


def test_old_keys_bring_nobody_back_where_newer_ones_are_in_place(register: Register, people: list[dict[str, Any]]) -> None:
    gone, other = people[:2]
    [line] = found(register, gone)
    copy, keys = backup(register, "before")
    erase(register, gone)
    [answer] = register.ok("restore", "--people", copy, "--person-keys", keys, "--force")
    assert (answer["erasedAgain"], answer["withoutKey"]) == (1, 0)
    assert found(register, gone) == [] and found(register, other)
    assert register.fails(29, "show", "--person", line["person"], "--purpose", PURPOSE)
    # The read of before is known, and tells nothing.
    assert register.save(gone)["person"] is None and found(register, gone) == []


def test_keys_that_were_put_aside_go_with_the_next_erasure(register: Register, people: list[dict[str, Any]]) -> None:
    copy, keys = backup(register, "before")
    register.ok("restore", "--people", copy, "--person-keys", keys, "--force")
    aside = register.keys.with_name("keys.sqlite.replaced")
    assert aside.exists()
    erase(register, people[0])
    assert not list(register.store.glob("keys.sqlite*.replaced"))


def test_copies_never_share_a_folder(register: Register) -> None:
    folder = register.folder / "one"
    register.fails(24, "backup", "--people", folder, "--person-keys", folder)
    assert not folder.exists()
