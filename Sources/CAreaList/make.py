"""Writes `areas.txt` anew out of the Python package `geothai` that is installed: `make areas` installs one and runs this.

A line is an area, set apart by tabs: code, Thai name, English name, and of one that is no more the day from which it is none, whether
its successors stand in a notice of the Royal Gazette (`notice`) or were found by their names (`name`), and these. Names stand without
the word for the level. Lines are in the order of their codes, so that what lies in an area follows it.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import geothai
from geothai.abolished import abolished_areas

HERE = Path(__file__).parent

HEAD = f"""\
# Provinces, districts and subdistricts of Thailand: GeoThai {version("geothai")}, data of {geothai.DATA_VERSION}
# (https://github.com/GeoThai/data), Copyright (c) 2026 Pongsakorn Thipayanate, CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/). Codes, names and days: Department of Provincial Administration.
# Changed by make.py: one line an area, without postal codes and sources; one spelling put right.
"""


def bare(code: str, name: str) -> str:
    """A name without the word that says of which level it is, which the list gives to Bangkok's districts alone; sara ae is one
    character, never sara e twice."""
    name = name.replace("\u0e40\u0e40", "\u0e41")
    if code.startswith("10") and len(code) == 4:
        return name.removeprefix("เขต")
    return name


def rows() -> list[tuple[str, ...]]:
    current: list[tuple[str, ...]] = []
    for province in geothai.provinces():
        current.append((province.code, bare(province.code, province.name_th), province.name_en))
        for district in geothai.districts(province.code):
            current.append((district.code, bare(district.code, district.name_th), district.name_en))
            for subdistrict in geothai.subdistricts(district.code):
                current.append((subdistrict.code, bare(subdistrict.code, subdistrict.name_th), subdistrict.name_en))
    abolished = [
        (area.code, bare(area.code, area.name_th), area.name_en or "", area.abolished_on, area.successors_basis or "",
         " ".join(area.successors))
        for area in abolished_areas()]
    return sorted(current + abolished, key=lambda row: (row[0], len(row)))


def main() -> int:
    lines = rows()
    codes = {row[0] for row in lines}
    if len(codes) != len(lines):
        print("A code stands twice.", file=sys.stderr)
        return 1
    if orphans := [row[0] for row in lines if len(row[0]) > 2 and row[0][:-2] not in codes]:
        print(f"In no area of the list: {orphans}", file=sys.stderr)
        return 1
    text = HEAD + "".join("\t".join(row).rstrip("\t") + "\n" for row in lines)
    (HERE / "areas.txt").write_text(text, "utf-8")
    print(f"{sum(len(row) == 3 for row in lines)} areas, {sum(len(row) > 3 for row in lines)} that are no more, {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
