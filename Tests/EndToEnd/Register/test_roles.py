"""Who may do what: every act, asked over the socket as every account of an office, held against the design's table."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from office import SERVICE, Office, problem
from register import invented

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="made-up accounts need root")

ROLES = {"desk1": "desk", "officer1": "officer", "auditor1": "auditor", "super1": "super"}
"""The super user last: from the second one on, nobody names others alone."""
D, O, S, A = "desk", "officer", "super", "auditor"
MAY = {
    "save": {D, O}, "find-by-number": {D, O}, "show": {D, O}, "shift": {D, O},
    "find-by-name": {O}, "unmask": {O}, "history": {O}, "changes": {O}, "add": {O}, "correct": {O}, "link": {O},
    "subject": {O}, "quality-list": {O},
    "usage": {O, A}, "quality": {O, S, A},
    "conflicts": {S}, "import": {S}, "purge": {S}, "approve": {S}, "pending": {S}, "purpose-add": {S},
    "export": {S}, "unlink": {S}, "erase": {S}, "officer": {S}, "purpose-edit": {S}, "rekey": {S},
    "init": {S}, "backup": {S}, "restore": {S}, "recovery": {S},
    "officer-list": {S, A}, "processing": {S, A}, "checkpoint": {S, A},
    "log-show": {A}, "log-verify": {A}, "log-export": {A},
    "purpose-list": {D, O, S, A}, "doctor": {D, O, S, A},
}
"""Written from the design: a desk saves and sees who stands before it; an officer also searches and corrects; a super user
looks after people, purposes and keys; an auditor sees the log and no person."""
FOUR_EYES = {"export", "unlink", "erase", "officer", "purpose-edit", "rekey"}
NO_PEOPLE = {S: {"conflicts", "export"}, A: set()}
"""The acts by which those see people who do not work with them."""
KEPT_FROM_THE_SOCKET = {"init", "backup", "restore", "rekey", "recovery", "unmask"}


@pytest.fixture(scope="module")
def people(binary: Path) -> list[dict[str, Any]]:
    return invented(binary, 3)


@pytest.fixture(scope="module")
def made(binary: Path, people: list[dict[str, Any]]) -> Iterator[Office]:
    """An office with an account for each role and two who have none, of whom one is not of the group."""
    office = Office(binary, [*ROLES, "super2", "nobody1"], ["outsider1"])
    office.make(ROLES)
    with office.serving():
        # From the second super user on, nobody names another alone.
        again = ["officer", "add", "super2", "--roles", "super", *office.here]
        asked = office.run(SERVICE, *again)
        assert asked.exit == 28, asked
        number = office.ask("super1", {"act": "pending"})[0]["answer"]["requests"][0]["number"]
        assert "answer" in office.ask("super1", {"act": "approve", "arguments": {"number": number}})[0]
        done = office.run(SERVICE, *again)
        assert done.exit == 0, done
    yield office
    office.remove()


@pytest.fixture(scope="module")
def served(made: Office, people: list[dict[str, Any]]) -> Iterator[Office]:
    with made.serving():
        for answer in made.ask("desk1", *(
            {"act": "save", "purpose": "counter", "arguments": {"record": person}} for person in people
        )):
            assert answer["answer"]["outcome"] == "new"
        yield made


def request(act: str, people: list[dict[str, Any]]) -> dict[str, Any]:
    """One that would be answered, of somebody who may."""
    first, second, third = people
    number = {"citizenID": first["card"]["citizenID"]}
    arguments: dict[str, Any] = {
        "save": {"record": second}, "add": {"record": third, "reason": "typed"}, "import": {"records": [{"record": second, "undated": False}]},
        "find-by-name": {"name": first["card"]["nameThai"]["first"]},
        "correct": number | {"field": "sex", "value": {"raw": "1", "value": "male"}, "reason": "x"},
        "link": {"old": "x", "new": "y", "reason": "x"}, "unlink": {"person": "x", "reason": "x"},
        "erase": number | {"reason": "x"}, "purge": {"dryRun": True}, "approve": {"number": 1_000_000},
        "officer": {"account": "desk2", "roles": ["desk"]},
        "purpose-add": {"code": "counter", "thai": "x", "days": 1}, "purpose-edit": {"code": "counter", "days": 2},
    }.get(act, number if act in {
        "find-by-number", "show", "unmask", "history", "changes", "subject", "usage", "shift"} else {})
    return {"act": act, "purpose": "counter", "arguments": arguments}


def test_the_programs_table_is_the_designs(made: Office) -> None:
    printed = [json.loads(line) for line in made.run(SERVICE, "rights").output.splitlines()]
    assert {line["of"]: set(line["roles"]) for line in printed} == MAY
    assert {line["of"] for line in printed if line["fourEyes"]} == FOUR_EYES
    for role, acts in NO_PEOPLE.items():
        assert {line["of"] for line in printed if line["people"] and role in line["roles"]} == acts
    assert all(line["purpose"] or line["of"] in {"subject", "quality-list", "conflicts"} for line in printed if line["people"])


@pytest.mark.parametrize("account", [*ROLES, "nobody1", "outsider1"])
def test_each_account_may_what_its_role_may(served: Office, people: list[dict[str, Any]], account: str) -> None:
    answers = served.ask(account, *(request(act, people) for act in MAY))
    assert len(answers) == len(MAY)
    for (act, roles), answer in zip(MAY.items(), answers):
        told = problem(answer)
        if account == "outsider1":
            assert told == "refused"
        elif act in KEPT_FROM_THE_SOCKET:
            assert told == "not-here", act
        elif account == "nobody1":
            assert told == "unknown-account", act
        elif ROLES[account] not in roles:
            assert told == "role", act
        elif act in FOUR_EYES:
            assert told == "needs-approval", act
        elif act in {"link", "approve", "purpose-add"}:
            assert told in {"bad-argument", "entry-not-found", "already-there"}, act
        else:
            assert told == "ok", (act, answer)


@pytest.mark.parametrize("account, told", [("desk1", "role"), ("officer1", "ok"), ("super1", "role"), ("auditor1", "role")])
def test_only_officers_see_numbers_whole(served: Office, people: list[dict[str, Any]], account: str, told: str) -> None:
    number = people[0]["card"]["citizenID"]
    [answer] = served.ask(account, {
        "act": "show", "purpose": "counter", "arguments": {"citizenID": number, "unmask": True}})
    assert problem(answer) == told
    assert (number in json.dumps(answer)) == (told == "ok")


def test_no_answer_to_a_desk_holds_a_whole_number(served: Office, people: list[dict[str, Any]]) -> None:
    answers = served.ask("desk1", *(request(act, people) for act in ("find-by-number", "show", "save")))
    assert people[0]["card"]["citizenID"] not in json.dumps(answers)


def test_without_a_purpose_nobody_is_looked_up(served: Office, people: list[dict[str, Any]]) -> None:
    acts = ["save", "find-by-number", "find-by-name", "show", "history", "changes", "add"]
    for answer in served.ask("officer1", *(request(act, people) | {"purpose": None} for act in acts)):
        assert problem(answer) == "purpose-missing"


def test_arguments_of_one_act_do_not_make_it_another(served: Office, people: list[dict[str, Any]]) -> None:
    """What decides over rights must be what is done."""
    name = people[0]["card"]["nameThai"]["first"]
    answers = served.ask(
        "desk1", {"act": "find-by-number", "purpose": "counter", "arguments": {"name": name}},
        {"act": "save", "purpose": "counter", "arguments": {
            "record": people[0] | {"read": people[0]["read"] | {"at": "2026-02-02T00:00:00+07:00"}}, "kind": "typed",
            "reason": "x"}})
    assert problem(answers[0]) == "bad-argument"
    [history] = served.ask("officer1", {"act": "history", "purpose": "counter", "arguments": {
        "citizenID": people[0]["card"]["citizenID"]}})
    assert {line["kind"] for line in history["answer"]["observations"]} == {"card"}
    answers = served.ask(
        "auditor1", {"act": "officer-list", "arguments": {"account": "auditor1", "roles": ["super"]}},
        {"act": "quality", "arguments": {"list": True, "checks": []}}, {"act": "log-verify", "arguments": {"sent": "x"}})
    assert problem(answers[0]) != "ok"
    assert answers[1]["answer"]["work"] == []
    [listed] = served.ask("auditor1", {"act": "officer-list"})
    assert {row["account"]: row["roles"] for row in listed["answer"]["officers"]}["auditor1"] == ["auditor"]


def test_what_a_stranger_asks_leaves_no_words_in_the_log(served: Office) -> None:
    words = "1000000000009 " * 100
    served.ask("nobody1", {"act": "show", "purpose": words, "desk": words, "arguments": {"citizenID": words, "fields": [words]}})
    served.ask("desk1", {"act": "export", "purpose": words, "desk": words, "arguments": {"citizenID": words}})
    log = served.run("auditor1", "log", "export", "--socket", served.socket)
    assert log.exit == 0 and b"1000000000009" not in log.output
    last = [json.loads(json.loads(line)["entry"]) for line in log.output.splitlines()][-2:]
    assert [(entry["account"], entry["result"]) for entry in last] == [("nobody1", "not-allowed"), ("desk1", "not-allowed")]


def test_nobody_erases_alone(served: Office, people: list[dict[str, Any]]) -> None:
    [saved] = served.ask("officer1", {"act": "save", "purpose": "counter", "arguments": {"record": people[2]}})
    assert "answer" in saved
    erase = {"act": "erase", "arguments": {"citizenID": people[2]["card"]["citizenID"], "reason": "asked for it"}}
    [first] = served.ask("super1", erase)
    [second] = served.ask("super1", erase)
    number = int(first["error"]["detail"][0])
    assert problem(first) == problem(second) == "needs-approval" and int(second["error"]["detail"][0]) == number
    approve = {"act": "approve", "arguments": {"number": number}}
    assert problem(served.ask("super1", approve)[0]) == "own-approval"
    assert problem(served.ask("officer1", approve)[0]) == "role"
    assert problem(served.ask("super2", approve)[0]) == "ok"
    # It is for who asked, for exactly that, and once.
    assert problem(served.ask("super2", erase)[0]) == "needs-approval"
    other = {"act": "erase", "arguments": erase["arguments"] | {"citizenID": people[0]["card"]["citizenID"]}}
    assert problem(served.ask("super1", other)[0]) == "needs-approval"
    assert problem(served.ask("super1", erase)[0]) == "ok"
    assert problem(served.ask("super1", erase)[0]) == "needs-approval"
    [found] = served.ask("desk1", {"act": "find-by-number", "purpose": "counter", "arguments": {
        "citizenID": people[2]["card"]["citizenID"]}})
    assert found["answer"]["people"] == []


def test_a_rekey_asks_before_it_makes_anything(made: Office) -> None:
    key, sheet = made.folder / "state" / "new.key", made.folder / "state" / "new.txt"
    rekey = ["rekey", "--new-key-file", key, "--recovery", sheet, *made.here]
    assert made.run(SERVICE, *rekey).exit == 28
    assert not key.exists() and not sheet.exists()


def test_hours_quota_and_purposes_hold(made: Office, served: Office, people: list[dict[str, Any]]) -> None:
    def allow(*options: str) -> None:
        arguments = ["officer", "add", "desk1", "--roles", "desk", *options]
        asked = made.run("super1", *arguments, "--socket", made.socket)
        assert asked.exit == 28, asked
        [pending] = served.ask("super2", {"act": "pending"})
        number = pending["answer"]["requests"][-1]["number"]
        assert problem(served.ask("super2", {"act": "approve", "arguments": {"number": number}})[0]) == "ok"
        assert made.run("super1", *arguments, "--socket", made.socket).exit == 0

    look = request("show", people)
    day = time.strftime("%a", time.gmtime(time.time() + 7 * 3600 - 3 * 86400)).lower()
    allow("--hours", f"{day} 00:00-24:00")
    assert problem(served.ask("desk1", look)[0]) == "outside-hours"
    allow("--quota", "2")
    told = [problem(answer) for answer in served.ask("desk1", *[look] * 4)]
    # Those of today that were before the quota are not counted.
    assert told == ["ok"] * 2 + ["quota-used"] * 2
    added = served.ask("super1", {"act": "purpose-add", "arguments": {"code": "other", "thai": "อื่น", "days": 1}})
    assert problem(added[0]) == "ok"
    allow("--purposes", "other")
    assert problem(served.ask("desk1", look)[0]) == "purpose-not-allowed"
    allow()
    assert problem(served.ask("desk1", look)[0]) == "ok"


def test_only_the_service_opens_the_store(served: Office) -> None:
    for account in ("super1", "auditor1"):
        assert served.run(account, "doctor", *served.here).exit != 0
    status = served.socket.stat()
    assert (status.st_mode & 0o777, status.st_uid) == (0o660, served.ids[SERVICE])
    for file in (served.folder / "state" / "store").iterdir():
        assert (file.stat().st_mode & 0o777, file.stat().st_uid) == (0o600, served.ids[SERVICE]), file
