"""Photos and galleries as templates see them."""

from __future__ import annotations

from datetime import date

from campaign import urls
from campaign.model import Gallery
from campaign.model.gallery import Focus
from campaign.pages.desk import Desk
from campaign.pages.names import View, draft_label


def photo(desk: Desk, id: str | None) -> View | None:
    """A photo with its derivatives; nothing when it is missing."""
    picture = desk.pictures.get(id or "")
    record = desk.site.photos.get(id or "")
    if picture is None or record is None:
        return None
    author = record.author.name if record.author and record.author.display else ""
    return {
        "id": picture.id,
        "anchor": picture.id.split("/")[1],
        "src": picture.fallback,
        "srcset": [{"url": picture.webp(width), "width": width} for width in picture.widths],
        "large": picture.webp(picture.widths[-1]),
        "width": picture.width,
        "height": picture.height,
        "alt": record.alt,
        "caption": record.caption or "",
        "author": author,
        "taken": str(record.taken or ""),
        "licence": desk.site.label("licences", record.licence),
        "focus": focus_class(record.focus),
        "pair": record.pair.role.value if record.pair else "",
        "portrait": picture.height > picture.width,
    }


def focus_class(focus: Focus | None) -> str:
    """Which of nine parts of the picture a crop must keep."""
    if focus is None:
        return "focus-center-middle"
    across = ["left", "center", "right"][min(2, int(focus.x * 3))]
    down = ["top", "middle", "bottom"][min(2, int(focus.y * 3))]
    return f"focus-{across}-{down}"


def photos(desk: Desk, ids: list[str]) -> list[View]:
    return [view for view in (photo(desk, id) for id in ids) if view]


def gallery_photos(desk: Desk, gallery: Gallery) -> list[View]:
    """A gallery's photos in its order."""
    listed = gallery.photos
    if gallery.order == "date":
        listed = sorted(listed, key=lambda item: item.taken or date.min)
    return photos(desk, [f"{gallery.id}/{item.file.rsplit('.', 1)[0]}" for item in listed])


def gallery_card(desk: Desk, gallery: Gallery) -> View:
    shots = gallery_photos(desk, gallery)
    cover = photo(desk, f"{gallery.id}/{gallery.cover}") or (shots[0] if shots else None)
    return {
        "title": gallery.title,
        "url": urls.url(gallery),
        "date": str(gallery.date),
        "count": len(shots),
        "intro": gallery.intro or "",
        "cover": cover,
        "draft": draft_label(desk, gallery),
    }
