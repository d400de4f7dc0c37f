"""Photos for a gallery at the desk, and what its files say."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from campaign.reading import yamltext
from desks import Office
from pictures import encoded, exif, noise

FOLDER = "showcases/galleries/fair"
FAIR = f"{FOLDER}/gallery.yml"
FORM = "edit/gallery/fair"
SIZE = (640, 480)
FILLED = {
    "alt": "石桥边三名志愿者捡拾塑料瓶",
    "people": "crowd",
    "licence": "自有（own）",
}
"""What a person says of a photo."""


def photo(seed: int = 1, **tags: object) -> bytes:
    """A JPEG of a camera, another one for every seed; `tags` as `pictures.exif` takes them."""
    image = noise(8, 6, seed).resize(SIZE)
    return encoded(image, exif=exif(**tags)) if tags else encoded(image)


def listed(office: Office) -> list[dict[str, Any]]:
    """The photos that the gallery's file lists."""
    data = yamltext.read(FAIR, office.text(FAIR)).data
    return list(data["photos"])


def pixels(office: Office, file: str) -> Image.Image:
    """A picture of the gallery as it is now."""
    return Image.open(io.BytesIO((office.root / FOLDER / file).read_bytes())).convert("RGB")


def filled(place: int) -> dict[str, str]:
    """The fields of a photo that a person fills in."""
    return {f"photos.{place}.{key}": value for key, value in FILLED.items()}


def with_one_more(office: Office) -> Office:
    """The same desk with one photo more in its gallery, written down, which nothing names."""
    place = len(listed(office))
    page = office.bring(FORM, office.form(FORM), [("桥.jpg", photo())])
    assert office.post(FORM, page.form(filled(place)), "save").status == 303
    return office
