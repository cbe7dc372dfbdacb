"""A service and a library of different versions are not a service that does not run."""

from __future__ import annotations

from collections.abc import Iterator

import pcscfaults
import pytest
from commandline import Tool
from pcscfaults import Interposer
from programs import OTHER_SERVICE
from scriptedcard import Insert

COMMANDS = [
    ("read", "--json"), ("readers", "--json"), ("watch", "--ndjson"), ("read", "--json", "--wait"),
    ("apdu", "--json", "a40400:a000000054480001"),
]


@pytest.fixture
def beside_another_version(without_service: Tool) -> Iterator[Tool]:
    """The tool beside a service that speaks another version of the protocol."""
    with without_service.pcsc.popen(OTHER_SERVICE) as service:
        try:
            assert service.stdout and service.stdout.readline() == b"listening\n"
            yield without_service
        finally:
            service.kill()


def blames_the_versions(text: str) -> bool:
    return "version" in text and "running." not in text and "systemctl" not in text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_another_version_is_told(beside_another_version: Tool, command: tuple[str, ...]) -> None:
    error = beside_another_version(*command).error
    assert (error["exit"], error["code"]) == (10, "no-service")
    assert blames_the_versions(error["message"])
    assert "systemctl" not in error["remedy"] and "dpkg -l pcscd libpcsclite1" in error["remedy"]


@pytest.mark.parametrize("language", ["en", "th"])
def test_doctor_does_not_have_it_started_again(beside_another_version: Tool, language: str) -> None:
    result = beside_another_version("doctor", "--lang", language)
    assert result.exit == 10
    assert "systemctl" not in result.text and "dpkg -l pcscd libpcsclite1" in result.text
    assert ("version" if language == "en" else "คนละรุ่น") in result.text


def test_the_code_alone_tells_it_where_somebody_listens(thaiid: Tool, insert: Insert, faults_library: Interposer) -> None:
    insert()
    stopped = faults_library.failing("SCardEstablishContext", pcscfaults.SERVICE_STOPPED)
    result = thaiid("doctor", "--lang", "en", environment=stopped)
    assert result.exit == 10
    assert blames_the_versions(result.text)
    assert blames_the_versions(thaiid("read", "--json", environment=stopped).error["message"])


@pytest.mark.parametrize("command", COMMANDS[:3], ids=lambda command: command[0])
def test_no_service_is_still_none(
    without_service: Tool, faults_library: Interposer, command: tuple[str, ...],
) -> None:
    stopped = faults_library.failing("SCardEstablishContext", pcscfaults.SERVICE_STOPPED)
    for environment in ({}, stopped):
        error = without_service(*command, environment=environment).error
        assert (error["exit"], error["code"]) == (10, "no-service")
        assert "not running" in error["message"] and "systemctl start" in error["remedy"]
        assert "systemctl" in without_service("doctor", environment=environment).text


@pytest.mark.parametrize("call", ["SCardListReaders", "SCardGetStatusChange"])
def test_a_service_that_stops_in_mid_talk_is_not_running(
    thaiid: Tool, insert: Insert, faults_library: Interposer, call: str,
) -> None:
    insert()
    stopped = faults_library.failing(call, pcscfaults.SERVICE_STOPPED)
    error = thaiid("read", "--json", environment=stopped).error
    assert error["exit"] == 10 and "not running" in error["message"]
