"""The packages on a Debian 12 without Swift: installed, used, upgraded, removed, purged, and nothing left."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from freshdebian import FreshDebian

ROOT = Path(__file__).parents[2]
THAIID = Path(os.environ.get("THAIID", ROOT / ".build/release/thaiid"))
NAMES = ("thaiid", "thaiid-render", "thaiid-register")
SETTINGS = "/etc/xdg/thaiid/config.toml"
ENABLED = "/etc/systemd/system/multi-user.target.wants/thaiid-watch@lobby.service"
UNIT = "/usr/lib/systemd/system/thaiid-watch@.service"


def built(version: str) -> list[Path]:
    """Both packages, made as this version; without compression, for the time of it."""
    subprocess.run(
        [ROOT / "Packaging/deb.sh", THAIID.parent, version], check=True,
        env=os.environ | {"DPKG_DEB_COMPRESSOR_TYPE": "none"})
    return [package(name, version) for name in NAMES]


def package(name: str, version: str) -> Path:
    [file] = (ROOT / ".build/deb" / version).glob(f"{name}_{version}_*.deb")
    return file


def needs(file: Path) -> list[str]:
    """What a package depends on and recommends, but for those that are made with it."""
    fields = ["dpkg-deb", "--field", file, "Depends", "Recommends"]
    lines = subprocess.run(fields, check=True, capture_output=True, text=True).stdout.splitlines()
    items = [item.strip() for line in lines for item in line.partition(":")[2].split(",")]
    return [item for item in items if item.split()[0] not in NAMES]


@pytest.fixture(scope="module")
def debian() -> Iterator[FreshDebian]:
    with FreshDebian(ROOT / ".build") as system:
        yield system


def carry_in(debian: FreshDebian, version: str) -> list[str]:
    """Makes packages of this version, and puts them into the system."""
    folder = debian.place(f"/root/{version}")
    folder.mkdir()
    return [f"/root/{version}/{Path(shutil.copy(file, folder)).name}" for file in built(version)]


def use(debian: FreshDebian) -> None:
    """What a newcomer tries first."""
    assert "1 0000 00000 00 9" in debian.run("thaiid", "read", "--sample", "--no-photo")
    debian.run("thaiid", "sheet", "--sample", "--purpose", "x", "-o", "/root/sheet.pdf")
    sheet = debian.place("/root/sheet.pdf")
    assert sheet.read_bytes().startswith(b"%PDF-")
    sheet.unlink()
    for page in ("thaiid", "thaiid-watch"):
        assert debian.run("man", "--path", page).strip() == f"/usr/share/man/man1/{page}.1.gz"
        thai = debian.run("man", "--locale=th_TH.UTF-8", "--path", page).strip()
        assert thai == f"/usr/share/man/th/man1/{page}.1.gz"
    completion = debian.run("bash", "-c", ". /usr/share/bash-completion/completions/thaiid && complete -p thaiid")
    assert "thaiid" in completion
    for place in ("zsh/vendor-completions/_thaiid", "fish/vendor_completions.d/thaiid.fish"):
        assert debian.place(f"/usr/share/{place}").is_file()


def test_the_packages_come_work_and_go(debian: FreshDebian) -> None:
    first, second = (carry_in(debian, version) for version in ("1.0", "1.1"))
    debian.apt("satisfy", "man-db", *(need for name in NAMES for need in needs(package(name, "1.0"))))
    before = debian.files()

    said = debian.apt("install", *first)
    assert "0 upgraded, 3 newly installed, 0 to remove" in said
    use(debian)

    debian.place(SETTINGS).write_text("# Ours.\n")
    enabled = debian.place(ENABLED)
    enabled.parent.mkdir(parents=True, exist_ok=True)
    enabled.symlink_to(UNIT)
    said = debian.apt("install", *second)
    assert "3 upgraded, 0 newly installed, 0 to remove" in said
    use(debian)
    assert debian.run("dpkg-query", "--show", "--showformat", "${Version} ", *NAMES) == "1.1 1.1 1.1 "
    assert debian.place(SETTINGS).read_text() == "# Ours.\n"
    assert enabled.is_symlink()

    debian.apt("remove", *NAMES)
    assert not debian.place("/usr/bin/thaiid").exists()
    assert debian.place(SETTINGS).read_text() == "# Ours.\n"
    debian.apt("purge", *NAMES)
    assert debian.files() == before
