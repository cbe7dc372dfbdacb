"""Cards on which one field says something odd, as recordings."""

from __future__ import annotations

from pathlib import Path

from cardimage import CardImage
from layout import HEALTH_TEXT, STORAGE_TEXT, filled
from tracewriter import PHOTO_LENGTH, written

PHOTO_AREA = 5120


def recording(folder: Path, image: CardImage, **fields: str | bytes) -> Path:
    """A recording of a card with these values: text, or bytes that fill the field from its start on."""
    photo = fields.pop("photo", None)
    for field, value in fields.items():
        place = (STORAGE_TEXT | HEALTH_TEXT)[field]
        data = value if isinstance(value, bytes) else value.encode("tis-620")
        image = filled(image, place, data)
    if photo is not None:
        image = image.poke(PHOTO_LENGTH, photo.ljust(PHOTO_AREA, b" "))
    path = folder / f"odd-{len(list(folder.glob('odd-*')))}.trace"
    path.write_text(written(image), "utf-8")
    return path
