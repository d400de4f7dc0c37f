"""Files that a browser sends with a form: within bounds, and never below the project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from starlette.datastructures import UploadFile
from starlette.requests import Request

from campaign.desk.sheet import Pairs

MOST_BYTES = 600_000_000
"""What may come at once: some dozens of photos of a telephone."""
MOST_FIELDS = 20_000
"""How many fields a form may have: long lists have some thousands."""
MOST_TEXT = 30_000_000
"""Bytes of one field as it is sent: what the page takes of a paste, three signs for each byte."""
MULTIPART = "multipart/form-data"


class TooMuch(Exception):
    """More was sent than may come at once; nothing of it was kept."""


class Upload(NamedTuple):
    """A file that came. What it is called is what somebody wrote, and no path."""

    name: str
    file: BinaryIO
    size: int


async def received(request: Request) -> Pairs:
    """The fields of a form; its files are for `uploads`. Raises TooMuch.

    The server keeps large files in the folder that the system clears, for this request alone.
    """
    if request.headers.get("content-type", "").startswith(MULTIPART):
        await _refuse_too_much(request)
    form = await request.form(max_fields=MOST_FIELDS, max_part_size=MOST_TEXT)
    found = form.multi_items()
    files = [part for _, part in found if isinstance(part, UploadFile) and part.filename]
    request.state.uploads = [Upload(_called(f), f.file, f.size or 0) for f in files]
    return [(key, text) for key, text in found if isinstance(text, str)]


async def _refuse_too_much(request: Request) -> None:
    """A browser says how much will come; it hears an answer only when all of it was heard."""
    said = request.headers.get("content-length", "")
    if not said.isdecimal() or int(said) > MOST_BYTES:
        async for _ in request.stream():
            pass
        raise TooMuch


def _called(part: UploadFile) -> str:
    """The name of a file without the folders, by whatever system they are written."""
    return (part.filename or "").replace("\\", "/").rpartition("/")[2]


def uploads(request: Request) -> Sequence[Upload]:
    """The files that came with a form, for as long as it is answered."""
    found: Sequence[Upload] = request.state.uploads
    return found
