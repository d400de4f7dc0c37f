"""PDF (ISO 32000): who is named in its properties, what it holds besides, and its text."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pypdf import PageObject, PdfReader

from campaign.attachments import content
from campaign.attachments.content import Content, Unreadable, tells_a_place

AUTHORS = ("/Author", "/Manager")
COMPANY = "/Company"
REMARKS = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret"}
    | {"/Stamp", "/Ink", "/Popup", "/FileAttachment"}
)
"""Annotations that somebody put on a page while reading."""
MOST_PAGES = 1000
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells every oddity of a file


def read(data: bytes) -> Content:
    """What the file tells and says. Raises Unreadable."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unreadable
        told = list(dict.fromkeys(_told(reader, data)))
        lines = [line for page in reader.pages[:MOST_PAGES] for line in _lines(page)]
    except Exception as error:  # any bytes can stand there, and the parser trusts them
        raise Unreadable from error
    return Content(tuple(told), tuple(lines))


def _told(reader: PdfReader, data: bytes) -> Iterator[str]:
    properties: Mapping[str, object] = reader.metadata or {}
    described = reader.xmp_metadata
    named = [str(properties.get(key) or "") for key in AUTHORS]
    named += [str(name) for name in (described.dc_creator or [])] if described else []
    if any(name.strip() for name in named):
        yield content.AUTHOR
    if str(properties.get(COMPANY) or "").strip():
        yield content.COMPANY
    if any(_remarks(page) for page in reader.pages[:MOST_PAGES]):
        yield content.COMMENTS
    if reader.attachments:
        yield content.INSIDE
    if b"/JavaScript" in data or b"/Launch" in data:
        yield content.PROGRAM
    if tells_a_place(data):
        yield content.PHOTO_PLACE


def _remarks(page: PageObject) -> bool:
    notes: Iterable[Any] = page.annotations or []
    return any(str(note.get_object().get("/Subtype")) in REMARKS for note in notes)


def _lines(page: PageObject) -> list[str]:
    return [line for line in page.extract_text().splitlines() if line.strip()]
