"""Taking files in at the desk: they are brought, looked at, and written when somebody agrees."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup
from starlette.responses import Response

from campaign.attachments import untrusted
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.documents.excel_import import ExcelImport
from campaign.desk.documents.import_views import TAKING, TakingView
from campaign.desk.documents.parcels import Parcel
from campaign.desk.documents.word_import import WordImport
from campaign.desk.rendering import render
from campaign.desk.sheet import Pairs
from campaign.desk.speaking import in_chinese
from campaign.desk.uploads import Upload
from campaign.importing.excel.grid import Book
from campaign.importing.excel.making import made
from campaign.kinds import BY_NAME
from campaign.writing.drafting import Refused

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NONE = "请选一个 .docx、.xlsx 或 .txt 文件。"
NOT_KEPT = "这个文件打不开：{}。请重新选一次。"
DROP = "drop"


def page(desk: Desk, fault: str = "") -> Markup:
    """The page that asks for a file."""
    view: TakingView = {"token": desk.token, "fault": fault}
    return render(TAKING, view)


def brought(desk: Desk, upload: Upload) -> Markup | str:
    """Where a file is looked at that somebody brings; else the page that says why not."""
    try:
        return f"{PREFIX}import/{desk.parcels.take(*upload).key}"
    except untrusted.Refused as refused:
        return page(desk, in_chinese(str(refused)))
    except OSError as error:
        return page(desk, NOT_KEPT.format(error.strerror))


def looked_at(desk: Desk, key: str, pairs: Pairs) -> Markup | str:
    """A file as it would be taken in; or where to go. Raises KeyError where it is gone."""
    parcel, said = desk.parcels.get(key), dict(pairs)
    if said.get("do") == DROP:
        desk.parcels.drop(key)
        return f"{PREFIX}import"
    if isinstance(parcel.content, Book):
        return ExcelImport(desk, parcel, parcel.content, said).answer()
    try:
        return WordImport(desk, parcel, parcel.content, said).answer()
    except Refused as refused:
        desk.parcels.drop(key)
        return page(desk, in_chinese(str(refused)))


def marked(desk: Desk, key: str, kind: str) -> Response:
    """The marked copy of a workbook. Raises KeyError where it is gone."""
    parcel: Parcel = desk.parcels.get(key)
    if not isinstance(parcel.content, Book):
        raise KeyError(key)
    found = ExcelImport(desk, parcel, parcel.content, {"kind": kind})
    return workbook(found.marked_name, found.marked())


def table(desk: Desk, kind: str, is_form: bool) -> Response:
    """The table of a kind: an empty form, or everything. Raises KeyError for no kind."""
    found = made(desk.resident.root, desk.site, [BY_NAME[kind]], is_form)
    return workbook(found.name, found.data)


def workbook(name: str, data: bytes) -> Response:
    """A workbook to be kept under a name."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=WORKBOOK, headers=headers)
