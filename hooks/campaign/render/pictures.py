"""Photos and galleries as templates see them."""

from __future__ import annotations

import re
from typing import TypedDict

from campaign.kinds.contest.facts import awards
from campaign.kinds.gallery.record import Photo
from campaign.render.edition import Edition

LOOKS = re.compile(r"(ph?)-([0-9a-f]{8})\b")
"""A class by which a template asks for a photo's looks: `p-` for its ratio, colour and
focus, `ph-` for the placeholder that is seen until it has loaded."""


GENERATED = "AI 生成"
"""What GB 45438-2025 has readers told beside a picture that a machine made."""


class PhotoFile(TypedDict):
    """A photo in one width."""

    url: str
    width: int


class PhotoFormat(TypedDict):
    """The files of a photo in one format."""

    type: str
    files: list[PhotoFile]


class PhotoView(TypedDict):
    """A photo with its derivatives, and what is said of it."""

    id: str
    anchor: str
    mark: str
    src: str
    formats: list[PhotoFormat]
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    generated: str
    series: str
    award: str
    pair: str
    pair_key: str


class Pair(TypedDict):
    """The same place before and after."""

    before: PhotoView
    after: PhotoView


def photo(edition: Edition, id: str | None) -> PhotoView | None:
    """A photo with its derivatives; nothing when it is missing or may not be seen."""
    picture = edition.pictures.get(id or "")
    record = edition.site.photos.get(id or "")
    if picture is None or record is None:
        return None
    return {
        "id": picture.id,
        "anchor": picture.id.split("/")[1],
        "mark": picture.mark,
        "src": picture.fallback,
        "formats": [
            {
                "type": f"image/{ending}",
                "files": [
                    {"url": f"{picture.folder}/{width}.{ending}", "width": width}
                    for width in picture.widths(ending)
                ],
            }
            for ending in ("avif", "webp")
            if picture.widths(ending)
        ],
        "width": picture.width,
        "height": picture.height,
        "alt": record.alt,
        "caption": record.caption or record.alt,
        "credit": credit(edition, record),
        "generated": GENERATED if record.generated else "",
        "series": record.series or "",
        "award": awards(edition.facts).get(picture.id, ""),
        "pair": record.pair.role.value if record.pair else "",
        "pair_key": record.pair.key if record.pair else "",
    }


def credit(edition: Edition, record: Photo) -> str:
    """Whether a machine made the photo, who took it, when, and on what terms it is shown."""
    author = record.author.name if record.author and record.author.display else ""
    licence = edition.site.label("licences", record.licence)
    made_by = GENERATED if record.generated else ""
    return "，".join(filter(None, (made_by, author, str(record.taken or ""), licence)))


def style(edition: Edition, html: str) -> str:
    """The rules for the photos in a page's HTML: one sheet a page, and no style attribute."""
    asked = dict.fromkeys(LOOKS.findall(html))
    rules = {(kind, mark): edition.looks(mark, kind == "ph") for kind, mark in asked}
    return "".join(f".{kind}-{mark}{{{rule}}}" for (kind, mark), rule in rules.items() if rule)


def photos(edition: Edition, ids: list[str]) -> list[PhotoView]:
    return [view for view in (photo(edition, id) for id in ids) if view]
