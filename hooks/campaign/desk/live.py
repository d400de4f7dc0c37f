"""What a form is told while somebody fills it in: problems at its fields, and its preview."""

from __future__ import annotations

from typing import Any

from campaign.desk.continuing import shares
from campaign.desk.editing import BODY
from campaign.desk.openable import OF_THE_SITE
from campaign.desk.sheet import Sheet
from campaign.desk.sheet_page import elsewhere_view, filled_form, view
from campaign.model.walk import Loc

LOOK = "look"
LACKING = "填好这些以后显示预览：{}。"
NO_PAGE = "这一类没有自己的网页。"
REFUSED = "有的地方填得不对，改好以后显示预览。"
AT = "预览：{}"
HOME = "首页"


def told(sheet: Sheet, do: str, key: str) -> dict[str, Any]:
    """The answer to a script: the preview at once, problems when a field is left."""
    return _look(sheet, key) if do == LOOK else _problems(sheet)


def _look(sheet: Sheet, key: str) -> dict[str, Any]:
    address = sheet.look(key)
    place = address.split(f"/{key}/", 1)[-1] or HOME
    words = AT.format(place) if address else _why_not(sheet)
    return {"address": address, "words": words}


def _why_not(sheet: Sheet) -> str:
    if not (sheet.base.kind.has_address or sheet.base.kind.name in OF_THE_SITE):
        return NO_PAGE
    missing = sheet.lacking()
    return LACKING.format("、".join(missing)) if missing else REFUSED


def _problems(sheet: Sheet) -> dict[str, Any]:
    form = filled_form(sheet, {}).form
    fields: dict[str, list[Any]] = {}
    for loc, items in sheet.own().items():
        id = _id(form.ids.get(form.nearest(loc), ""), loc)
        fields.setdefault(id, []).extend(view(sheet, item) for item in items)
    return {
        "fields": fields,
        "shares": list(shares(sheet.desk.site, sheet.unsaved.site)) if sheet.tells else [],
        "elsewhere": [elsewhere_view(sheet, item) for item in sheet.elsewhere()],
    }


def _id(found: str, loc: Loc) -> str:
    """The id of a field in the form; `messages` for what has none."""
    return "f-body" if loc == (BODY,) else found or "messages"
