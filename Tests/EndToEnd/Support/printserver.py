"""A CUPS server for one test: its own configuration, socket and spool, and printers that keep what they get.

It runs as an ordinary user of a namespace of its own, as CUPS' own tests run it, because one that is root wants
to change to users that a namespace does not have.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

SERVER_BINARIES = Path("/usr/lib/cups")

BACKEND = """#!{python}
import json, os, sys
if len(sys.argv) > 1:
    job, user, title, copies, options = sys.argv[1:6]
    document = open(sys.argv[6], "rb") if len(sys.argv) > 6 else sys.stdin.buffer
    kept = os.path.join({kept!r}, os.environ["PRINTER"] + "-" + job)
    with open(kept, "wb") as file:
        file.write(document.read())
    with open(kept + ".part", "w") as file:
        json.dump({{"title": title, "copies": int(copies), "options": options.split()}}, file)
    os.rename(kept + ".part", kept + ".json")
"""

# A printer that takes PDF as it is, on two papers.
DESCRIPTION = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KEEP.PPD"
*Manufacturer: "Keep"
*Product: "(Keep)"
*ModelName: "Keep"
*ShortNickName: "Keep"
*NickName: "Keep"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageSize Letter/US Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageRegion Letter/US Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "12 12 583 830"
*ImageableArea Letter/US Letter: "12 12 600 780"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension Letter/US Letter: "612 792"
"""

CONFIGURATION = """
LogLevel warn
Listen {socket}
Browsing No
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""

FILES = """
ServerRoot {folder}/etc
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool
ServerBin {folder}/bin
DataDir /usr/share/cups
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""


class PrintServer:
    """A running server without printers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "cups.sock"
        self.environment = {"CUPS_SERVER": str(self.socket)}
        for name in ("etc", "cache", "state", "spool", "kept", "bin/backend"):
            (folder / name).mkdir(parents=True)
        for part in SERVER_BINARIES.iterdir():
            if part.name != "backend":
                (folder / "bin" / part.name).symlink_to(part)
        backend = folder / "bin/backend/keep"
        backend.write_text(BACKEND.format(python=sys.executable, kept=str(folder / "kept")))
        backend.chmod(0o755)
        (folder / "etc/cupsd.conf").write_text(CONFIGURATION.format(socket=self.socket))
        (folder / "etc/cups-files.conf").write_text(FILES.format(folder=folder))

    def __enter__(self) -> PrintServer:
        command = ["cupsd", "-f", "-c", self.folder / "etc/cupsd.conf", "-s", self.folder / "etc/cups-files.conf"]
        self._process = subprocess.Popen(
            ["unshare", "--user", "--map-user=7", "--map-group=7", *command],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._until(self.socket.is_socket)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(10)

    def add(self, name: str, *options: str) -> None:
        """Adds a printer that keeps what it gets as it comes."""
        self.administer("lpadmin", "-p", name, "-E", "-v", "keep:/", "-m", "raw", *options)

    def add_driven(self, name: str) -> None:
        """Adds a printer with a driver, which has A4 and Letter, and takes a PDF as it comes."""
        description = self.folder / "keep.ppd"
        description.write_text(DESCRIPTION)
        self.administer("lpadmin", "-p", name, "-E", "-v", "keep:/", "-P", description)

    def administer(self, *command: str | Path) -> None:
        subprocess.run(command, env=os.environ | self.environment, check=True, capture_output=True)

    def job(self, name: str, number: int = 1) -> tuple[bytes, dict[str, Any]]:
        """What a printer got, and what it was told of it, once it has both."""
        document = self.folder / "kept" / f"{name}-{number}"
        about = document.with_name(document.name + ".json")
        self._until(about.exists)
        return document.read_bytes(), json.loads(about.read_text())

    def logs(self) -> bytes:
        """Everything that the server noted anywhere, but for the documents themselves."""
        files = [path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink()]
        return b"".join(path.read_bytes() for path in files if path.parent.name != "kept" and not path.name.startswith("d0"))

    def _until(self, condition: Any, seconds: float = 20) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert self._process.poll() is None, (self.folder / "error.log").read_text()
            assert time.monotonic() < deadline, (self.folder / "error.log").read_text()
            time.sleep(0.01)
