"""A document as Markdown that goes into a text: its headings and notes go on from what is there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campaign.importing.word import outline
from campaign.importing.word.markdown import Writer
from campaign.importing.word.model import Block, Document, Paragraph

NOTE = re.compile(r"\[\^(\d+)\]")


def written(document: Document, top: int, above: int, notes: int) -> str:
    """The text for a place below a heading of the level `above`, 0 for none.

    `top` is the level of the highest headings of the whole text, which has so many notes.
    """
    writer = Writer(document, lambda picture: "", _top(document.blocks, top, above))
    text = "\n\n".join(filter(None, [writer.text(document.blocks), writer.notes()]))
    return NOTE.sub(lambda found: f"[^{int(found[1]) + notes}]", text)


def _top(blocks: Sequence[Block], top: int, above: int) -> int:
    """The level of the first heading: as its number says, and no more than one below the last."""
    levels = zip(blocks, outline.levels(blocks, top), strict=True)
    first = next((block for block, level in levels if level), None)
    form = outline.form_of(first.text) if isinstance(first, Paragraph) else None
    meant = top + max(0, (form or 1) - 1)
    return min(meant, max(above, top - 1) + 1)
