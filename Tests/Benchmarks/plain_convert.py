"""What a plain script makes of records, as anybody would write it: the measure of `thaiid convert`.

Records come in on standard input, one a line; the format is the one argument: ndjson, csv or fhir.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import Any

COLUMNS = [
    "read.at", "citizenID", "nameThai.title", "nameThai.first", "nameThai.middle", "nameThai.last", "nameThai.full",
    "nameEnglish.title", "nameEnglish.first", "nameEnglish.middle", "nameEnglish.last", "nameEnglish.full",
    "birthDate.iso", "birthDate.precision", "birthDate.raw", "sex.value", "requestNumber", "issuer", "issuerCode",
    "issueDate.iso", "issueDate.precision", "issueDate.raw", "expiryDate.iso", "expiryDate.precision", "expiryDate.raw",
    "address.houseNumber", "address.moo", "address.trok", "address.soi", "address.road", "address.subdistrict",
    "address.district", "address.province", "address.full", "underPhotoNumber", "states", "warnings",
]
LABELS = ("ตำบล", "แขวง", "ต.", "อำเภอ", "เขต", "อ.", "จังหวัด", "จ.")


def line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


# CSV

def cell(record: dict[str, Any], column: str) -> str:
    if column == "states":
        return " ".join(f"{name}:{state}" for name, state in record["states"].items())
    if column == "warnings":
        return " ".join(f"{warning['code']}:{warning['field']}" for warning in record["warnings"])
    value: Any = record if column.startswith("read.") else record["card"]
    for name in column.split("."):
        value = value.get(name) if value else None
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@") else text


def row(record: dict[str, Any]) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerow([cell(record, column) for column in COLUMNS])
    return text.getvalue()


# FHIR

def without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: kept for name, part in value.items() if (kept := without_nothing(part)) not in (None, "", [], {})}
    if isinstance(value, list):
        return [kept for part in value if (kept := without_nothing(part)) not in (None, "", [], {})]
    return value


def bare(name: str | None) -> str | None:
    for label in LABELS:
        if name and name.startswith(label):
            return name[len(label):].lstrip(" ") or name
    return name


def person(name: dict[str, Any], language: str) -> dict[str, Any]:
    return {
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/language", "valueCode": language}],
        "use": "official", "text": name["full"], "family": name["last"], "given": [name["first"], name["middle"]],
        "prefix": [name["title"]],
    }


def home(address: dict[str, Any]) -> dict[str, Any]:
    lane = " ".join(filter(None, (address["trok"], address["soi"])))
    details = {"number": address["houseNumber"], "villageNo": address["moo"], "road": address["road"], "lane": lane}
    return {
        "extension": [{
            "url": "https://fhir-ig.sil-th.org/th/extensions/StructureDefinition/ex-address-structured-line",
            "extension": [{"url": name, "valueString": text} for name, text in details.items() if text],
        }],
        "use": "home", "text": address["full"],
        "line": [" ".join(filter(None, (address[name] for name in ("houseNumber", "moo", "trok", "soi", "road"))))],
        "city": bare(address["subdistrict"]), "district": bare(address["district"]), "state": bare(address["province"]),
        "country": "TH",
    }


def day(card: dict[str, Any], field: str) -> str | None:
    return card[field] and card[field]["iso"]


def patient(record: dict[str, Any]) -> str:
    card = record["card"]
    return line(without_nothing({
        "resourceType": "Patient",
        "identifier": [{
            "use": "official",
            "type": {"coding": [{
                "system": "https://terms.sil-th.org/core/CodeSystem/cs-th-identifier-type", "code": "cid",
                "display": "เลขประจำตัวประชาชนไทย"}]},
            "system": "https://terms.sil-th.org/id/th-cid", "value": card["citizenID"],
        }],
        "name": [person(card[name], language) for name, language in (("nameThai", "th"), ("nameEnglish", "en")) if card[name]],
        "gender": card["sex"] and card["sex"]["value"],
        "birthDate": day(card, "birthDate"),
        "address": [home(card["address"])] if card["address"] else [],
        "photo": [{"contentType": "image/jpeg", "data": card["photo"]["base64"]}] if card.get("photo") else [],
    }))


FORMATS = {"ndjson": line, "csv": row, "fhir": patient}


def main(name: str) -> None:
    make = FORMATS[name]
    if name == "csv":
        sys.stdout.write("\ufeff" + ",".join(f'"{column}"' for column in COLUMNS) + "\r\n")
    for text in sys.stdin:
        sys.stdout.write(make(json.loads(text)))


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    main(sys.argv[1])
