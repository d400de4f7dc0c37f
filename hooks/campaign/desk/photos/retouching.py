"""Turning and blurring a photo of a gallery that is in its form."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from campaign.desk.photos import beside
from campaign.desk.saving import Outcome
from campaign.desk.sheet import Sheet
from campaign.formats import PHOTOS
from campaign.images.decoding import Unreadable
from campaign.images.master import Box
from campaign.photos import mending, published
from campaign.writing import withdrawals

LEFT, RIGHT, BLUR, SURE, LEAVE = "turn-left", "turn-right", "blur", "blur-sure", "leave"
DOES = frozenset({LEFT, RIGHT, BLUR, SURE, LEAVE})
"""What a form can be sent for that changes a photo, with the photo's name behind it."""
QUARTERS = {LEFT: Image.Transpose.ROTATE_90, RIGHT: Image.Transpose.ROTATE_270}
SIDES = {"left": "左", "top": "上", "width": "宽", "height": "高"}
GONE = "找不到这张照片的文件，没有改动。"
TURNED = "照片转好了，按保存才记下来。"
BLURRED = "涂掉了，认不回来。按保存才记下来。"
BAD_SIDE = "涂掉的地方，“{}”要填 0 到 100 的数，如 25；填的是：{}。"
NO_BOX = "请先在照片上拖出要涂掉的地方，或填左、上、宽、高四个数。"
BESIDE_IT = "要涂掉的地方在照片外面：左加宽、上加高都不能超过 100。"


class Place(NamedTuple):
    """A photo in a form."""

    at: int
    item: dict[str, Any]
    path: Path


def changed(sheet: Sheet, what: str, name: str) -> Outcome:
    """The form after a photo was changed, or with the question whether it is to be."""
    sheet = sheet.relisted("")
    place = _place(sheet, name)
    if place is None:
        return Outcome(sheet, faults=[GONE])
    try:
        if what in QUARTERS:
            return _turned(sheet, place, what)
        if what in (BLUR, SURE):
            return _blurred(sheet, place, name, what == SURE)
    except (OSError, Unreadable):
        return Outcome(sheet, faults=[GONE])
    return Outcome(sheet)


def _place(sheet: Sheet, name: str) -> Place | None:
    """The photo that has a name in the form."""
    holder, _, token = name.rpartition(".")
    tokens = list((sheet.tokens or {}).get(holder, ()))
    listed = sheet.data.get(withdrawals.LIST) or []
    if holder != withdrawals.LIST or token not in tokens or not listed[tokens.index(token)]:
        return None
    item = listed[tokens.index(token)]
    path = beside.place(sheet.base.path, item)
    place = sheet.desk.resident.root / path
    is_there = bool(path) and place.suffix.lower() in PHOTOS and place.is_file()
    is_there = is_there and not withdrawals.is_withdrawn(item)
    return Place(tokens.index(token), item, place) if is_there else None


def _turned(sheet: Sheet, place: Place, what: str) -> Outcome:
    mending.turn(place.path, QUARTERS[what])
    _changed(sheet, place)
    focus = place.item.get("focus")
    if not isinstance(focus, dict):
        return Outcome(sheet, notices=[TURNED])
    photos = list(sheet.data[withdrawals.LIST])
    photos[place.at] = {**place.item, "focus": _turned_focus(focus, what)}
    return Outcome(sheet.saying({**sheet.data, withdrawals.LIST: photos}), notices=[TURNED])


def _turned_focus(focus: dict[str, Any], what: str) -> dict[str, Any]:
    """The same spot of a picture that was turned by a quarter."""
    x, y = (number(str(focus.get(side) or "0.5"), 1) for side in ("x", "y"))
    if x is None or y is None:
        return focus
    new = (y, 1 - x) if what == LEFT else (1 - y, x)
    return {**focus, "x": str(new[0]), "y": str(new[1])}


def _blurred(sheet: Sheet, place: Place, name: str, is_sure: bool) -> Outcome:
    """Blur a rectangle, once somebody has seen where it is and has said yes."""
    box, fault = box_of(sheet, name)
    if box is None:
        return Outcome(sheet, faults=[fault])
    if not is_sure:
        return Outcome(sheet)
    root = sheet.desk.resident.root
    outcome = mending.mend(root, place.path, [box])
    _changed(sheet, place)
    return Outcome(sheet, notices=[BLURRED]) if outcome.id else Outcome(sheet, faults=[GONE])


def _changed(sheet: Sheet, place: Place) -> None:
    root = sheet.desk.resident.root
    published.prepare(root, place.path, published.recipe_of(sheet.desk.site))
    sheet.desk.changed([place.path.relative_to(root).as_posix()])


def field_of(name: str, side: str) -> str:
    """The field that says where a side of the rectangle is, in per cent of the picture."""
    return f"blur!{name}.{side}"


def box_of(sheet: Sheet, name: str) -> tuple[Box | None, str]:
    """The rectangle that was drawn on a photo; or what is wrong with it."""
    texts = {side: sheet.field(field_of(name, side)).strip() for side in SIDES}
    if not any(texts.values()):
        return None, NO_BOX
    shares: list[float] = []
    for side, text in texts.items():
        share = number(text, 100)
        if share is None or (share == 0 and side in ("width", "height")):
            return None, BAD_SIDE.format(SIDES[side], text or "空")
        shares.append(float(share) / 100)
    box = Box(*shares)
    is_inside = box.left + box.width <= 1.0001 and box.top + box.height <= 1.0001
    return (box, "") if is_inside else (None, BESIDE_IT)


def number(text: str, most: int) -> Decimal | None:
    """A number from nought to `most`; nothing for anything else."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= most else None
