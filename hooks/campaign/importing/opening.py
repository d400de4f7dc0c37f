"""What an office sends: a document or a workbook, by the ending of its name."""

from __future__ import annotations

from enum import Enum
from pathlib import Path, PurePath

from campaign.attachments.untrusted import Refused
from campaign.formats import DOCUMENT, SAVE_AS, WORKBOOK
from campaign.importing.word import pasted, reading
from campaign.importing.word.model import Document

TEXT = ".txt"


class Sort(Enum):
    """What a file becomes: a draft, or records."""

    DOCUMENT = "document"
    WORKBOOK = "workbook"


def sort_of(name: str) -> Sort:
    """What a file of this name is, or was before it was saved in an old format. Raises Refused."""
    ending = PurePath(name).suffix.lower()
    if ending in (DOCUMENT, TEXT) or DOCUMENT in SAVE_AS.get(ending, ""):
        return Sort.DOCUMENT
    if ending == WORKBOOK or SAVE_AS.get(ending) == WORKBOOK:
        return Sort.WORKBOOK
    raise Refused(f"{name} 不能导入，只收 .docx、.xlsx 和 .txt 。Only those can be taken in.")


def document(path: Path) -> Document:
    """What a document or a text says. Raises Refused, and OSError."""
    read = pasted.read if path.suffix.lower() == TEXT else reading.read
    with path.open("rb") as file:
        return read(path.name, file)
