"""What somebody pastes out of Word, WPS, Excel, WeChat or a web page, as Markdown."""

from __future__ import annotations

from typing import TypedDict

from campaign.attachments.untrusted import Refused
from campaign.checks.tidying import tidied
from campaign.desk.sheet import Pairs
from campaign.desk.speaking import in_chinese
from campaign.importing import changes, private
from campaign.importing.clipboard import reading, writing
from campaign.importing.word.model import Document, Paragraph

NAME = "pasted.md"
"""By which name the text is put right: it is Markdown, and of no entry yet."""
LOWEST = 6
PRIVATE = "粘贴的文字里有个人号码，请先删去或遮住中间几位，再保存：{}。"


class Pasted(TypedDict):
    """What becomes of the clipboard."""

    text: str
    """As it was copied; nothing where the plain text says all."""
    tidied: str
    """With its slips of characters put right."""
    remarks: list[str]
    mends: list[str]
    """What was put right, each sort once."""


def pasted(pairs: Pairs) -> Pasted:
    """The Markdown of a clipboard, for the place in a text that the form says."""
    said = dict(pairs)
    try:
        document = reading.read(said.get("html", ""))
    except Refused as refused:
        return {"text": "", "tidied": "", "remarks": [in_chinese(str(refused))], "mends": []}
    top, above, notes = (_number(said.get(name, "")) for name in ("top", "above", "notes"))
    text = ""
    if not _is_plain(document):
        text = writing.written(document, min(max(top, 2), LOWEST), above, notes)
    new = tidied(NAME, text)
    return {
        "text": text,
        "tidied": new,
        "remarks": [
            *_private(new or _words(document)),
            *(in_chinese(words) for words in document.remarks),
        ],
        "mends": [words.strip() for words in changes.told(text, new)] if new != text else [],
    }


def _private(text: str) -> list[str]:
    """What is said of numbers of people, before they are saved into the history."""
    numbers = private.found(text)
    return [PRIVATE.format(private.listed(numbers))] if numbers else []


def _words(document: Document) -> str:
    return "\n".join(block.words for block in document.blocks if isinstance(block, Paragraph))


def _is_plain(document: Document) -> bool:
    """Whether it is a stretch of words as any other, which needs no paragraph of its own."""
    if len(document.blocks) != 1:
        return not document.blocks
    [block] = document.blocks
    if not isinstance(block, Paragraph) or block.label or block.outline is not None:
        return False
    looks = (run.look.bold or run.look.raised or run.href or run.note for run in block.runs)
    return not any(looks)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
