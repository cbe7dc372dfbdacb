"""What the tests share: the tool, a private PC/SC service for each test, and cards to put in its readers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from canary import canary
from cardimage import CardImage
from commandline import ROOT, Convert, Tool, executable
from drawing import alone, drawing
from jsonschema import Draft202012Validator
from otherlogs import Spy
from pcscfaults import Interposer
from privatepcsc import NO_READER, PrivatePCSC
from printserver import PrintServer
from scriptedcard import Fault, Insert, ScriptedCard
from traces import Trace

# A signal that is ignored (nohup) stays so in every program that is started, and tests send it to them. One that is
# caught does not, and ends these tests no more than one that is ignored.
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda number, frame: None)


@pytest.fixture(scope="session")
def binary() -> Path:
    """The executable under test; without it, nothing here means anything."""
    try:
        return executable()
    except FileNotFoundError as error:
        pytest.exit(str(error), returncode=2)


@pytest.fixture(scope="session")
def render(binary: Path) -> Path:
    """The drawing program beside the tool."""
    place = binary.with_name("thaiid-render")
    assert os.access(place, os.X_OK), f"no {place}: build it"
    return place


@pytest.fixture(scope="session")
def prefix(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a build that is there already has been installed, for a machine that would have it at /usr."""
    place = tmp_path_factory.mktemp("installed")
    subprocess.run(
        ["make", "-C", ROOT, "-o", "build", "install", f"THAIID={binary}", f"DESTDIR={place}", "PREFIX=/usr"],
        check=True, capture_output=True, timeout=300)
    return place / "usr"


@pytest.fixture
def pcsc() -> Iterator[PrivatePCSC]:
    """A running service with two empty readers, for one test alone: it starts in a tenth of a second."""
    with PrivatePCSC() as service:
        yield service


@pytest.fixture
def thaiid(binary: Path, pcsc: PrivatePCSC, tmp_path: Path) -> Tool:
    """The tool beside a running service with two empty readers."""
    return make_tool(binary, pcsc, tmp_path)


@pytest.fixture
def lonely(binary: Path, pcsc: PrivatePCSC, tmp_path: Path) -> Tool:
    """The tool without a drawing program."""
    tool = make_tool(alone(binary, tmp_path / "alone"), pcsc, tmp_path)
    tool.environment["PATH"] = "/usr/bin:/bin"
    return tool


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PrintServer]:
    """A CUPS server of the test's own, without printers."""
    with PrintServer(tmp_path / "cups") as server:
        yield server


@pytest.fixture
def printing(thaiid: Tool, server: PrintServer) -> Tool:
    """The tool beside the drawing program, where this server prints."""
    thaiid.environment |= server.environment
    return drawing(thaiid)


@pytest.fixture
def without_service(binary: Path, tmp_path: Path) -> Iterator[Tool]:
    """The tool where no service runs."""
    service = PrivatePCSC()
    yield make_tool(binary, service, tmp_path)
    service.close()


@pytest.fixture
def without_reader(binary: Path, tmp_path: Path) -> Iterator[Tool]:
    """The tool beside a running service that has no reader."""
    with PrivatePCSC(NO_READER) as service:
        yield make_tool(binary, service, tmp_path)


@pytest.fixture(scope="session")
def faults_library(tmp_path_factory: pytest.TempPathFactory) -> Interposer:
    """Errors of the PC/SC library, to order."""
    return Interposer(tmp_path_factory.mktemp("interposer") / "pcscfaults.so")


@pytest.fixture(scope="session")
def schemas(binary: Path) -> dict[str, Draft202012Validator]:
    """The schemas that the tool prints, as validators of a library that this project did not write."""
    def printed(*arguments: str) -> bytes:
        return subprocess.run([binary, "schema", *arguments], capture_output=True, check=True).stdout

    names = [line.split()[0].decode() for line in printed().splitlines()]
    return {name: Draft202012Validator(json.loads(printed(name))) for name in names}


@pytest.fixture(scope="session")
def ordinary() -> CardImage:
    """The card of the fixture `ordinary`."""
    return CardImage(Trace.load("ordinary"))


@pytest.fixture
def secret() -> CardImage:
    """A card with everything that a card can hold, all of it unmistakable."""
    return canary(CardImage(Trace.load("health")))


@pytest.fixture
def insert(pcsc: PrivatePCSC, ordinary: CardImage) -> Iterator[Insert]:
    """Puts a scripted card in a reader, by default the ordinary one; all come out at the end of the test."""
    cards: list[ScriptedCard] = []

    def insert(
        fault: Fault | None = None, *, image: CardImage = ordinary, slot: int = 0, mute: bool = False,
    ) -> ScriptedCard:
        cards.append(ScriptedCard(pcsc, image, fault, slot=slot, mute=mute).insert())
        return cards[-1]

    yield insert
    for card in cards:
        card.remove(wait=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for what is written."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def convert(thaiid: Tool, tmp_path: Path) -> Convert:
    """Converts a file, or the bytes of one, and gives the new file."""
    def convert(source: Path | bytes, to: str = "thaiid") -> Path:
        number = len(list(tmp_path.glob("converted-*")))
        if isinstance(source, bytes):
            (tmp_path / f"source-{number}").write_bytes(source)
            source = tmp_path / f"source-{number}"
        target = tmp_path / f"converted-{number}"
        done = thaiid("trace", "convert", source, "--to", to, "-o", target)
        assert done.exit == 0, done
        return target

    return convert


@pytest.fixture
def spy(tmp_path: Path) -> Spy:
    """Notes every call of the programs that are run with its environment."""
    spy = Spy(tmp_path)
    spy.log.touch()
    return spy


def make_tool(binary: Path, pcsc: PrivatePCSC, folder: Path) -> Tool:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return Tool(binary, pcsc, home)
