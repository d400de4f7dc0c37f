"""Blocks as the Markdown of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from textwrap import dedent

from campaign.importing.word import emphasis, outline
from campaign.importing.word.model import Block, Document, Look, Paragraph, Run, Table, led

FIRST = re.compile(r"^(?:[#>|~=:!?]|[-+](?=\s|-|$))", re.MULTILINE)
"""What Markdown takes for a mark where a line begins with it."""
INDENT = "    "
BULLET = "- "
BREAK = "  \n"
Place = Callable[[str], str]
"""What stands in the text for a picture, by the name of its part; nothing for what is left out."""


class Writer:
    """Writes a document's blocks, headings from the level `top` on.

    Notes are numbered in the order in which they are called.
    """

    def __init__(self, document: Document, place: Place, top: int = outline.TOP) -> None:
        self._document, self._place, self._top = document, place, top
        self._body = outline.usual(document.blocks)
        self._notes: dict[str, int] = {}

    def text(self, blocks: Sequence[Block]) -> str:
        """The text of some of the blocks, without the notes that they call."""
        levels = outline.levels(blocks, self._top)
        pieces = (
            piece
            for block, level in zip(blocks, levels, strict=True)
            for piece in self._pieces(block, level)
        )
        return "\n\n".join(_lists_joined(pieces))

    def notes(self) -> str:
        """The notes that were called in what was written."""
        return "\n\n".join(self._written_notes())

    def _written_notes(self) -> Iterator[str]:
        done = 0
        while done < len(self._notes):  # a note may call another
            note = list(self._notes)[done]
            done += 1
            lines = filter(None, map(self._line, self._document.notes[note]))
            yield f"[^{done}]: " + f"\n\n{INDENT}".join(lines)

    def _pieces(self, block: Block, level: int) -> Iterator[str]:
        """A block, and then the pictures that stand in it."""
        if isinstance(block, Table):
            yield from filter(None, [self._table(block)])
            yield from self._pictures(p for row in block.rows for cell in row for p in cell)
            return
        if level:
            words = " ".join(self._line(_plain(block)).split())
            yield f"{'#' * level} {words}"
        elif words := self._paragraph(block):
            yield words
        yield from self._pictures([block])

    def _paragraph(self, block: Paragraph) -> str:
        words = self._line(self._with_lead(block))
        if block.label and block.label.is_bullet:
            return f"{INDENT * block.label.depth}{BULLET}{words}" if words else ""
        return FIRST.sub(emphasis.reference, words).replace("\n", BREAK)

    def _with_lead(self, block: Paragraph) -> Paragraph:
        """A paragraph that begins with a heading in a font of its own has that in bold."""
        if outline.form_of(block.text) is None:
            return block
        runs = list(block.runs)
        for number, run in enumerate(runs):
            if not outline.is_marked(run.look, self._body):
                return replace(block, runs=tuple(runs))
            runs[number] = replace(run, look=replace(run.look, bold=True))
        return block

    def _pictures(self, paragraphs: Iterable[Paragraph]) -> Iterator[str]:
        names = dict.fromkeys(name for block in paragraphs for name in block.pictures)
        yield from filter(None, map(self._place, names))

    def _line(self, block: Paragraph) -> str:
        """A paragraph's number and words; blanks that indent it, but for full-width ones, go."""
        return emphasis.line(_numbered(block), self._call).lstrip(" \t\n").rstrip()

    def _call(self, note: str) -> str:
        if note not in self._document.notes:
            return ""
        return f"[^{self._notes.setdefault(note, len(self._notes) + 1)}]"

    def _table(self, table: Table) -> str:
        rows = [[self._cell(cell) for cell in row] for row in table.rows]
        if not rows:
            return ""
        if len(rows) == len(rows[0]) == 1:
            return "\n\n".join(filter(None, map(self._paragraph, table.rows[0][0])))
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])

    def _cell(self, cell: Iterable[Paragraph]) -> str:
        lines = (self._line(block).strip() for block in cell)
        return "<br>".join(filter(None, lines)).replace("\n", "<br>").replace("|", r"\|")


def _numbered(block: Paragraph) -> Iterator[Run]:
    """A paragraph's runs, its number in front and looking like what follows."""
    first = next((run for run in block.runs if run.text.strip()), None)
    if block.label and not block.label.is_bullet and first:
        gap = led(block.label.text, block.words).removesuffix(block.words)
        yield replace(first, text=gap, href="", note="")
        yield replace(block.runs[0], text=block.runs[0].text.lstrip())
        yield from block.runs[1:]
    else:
        yield from block.runs


def _plain(block: Paragraph) -> Paragraph:
    """A heading, which is bold by itself."""
    runs = (replace(run, look=Look(raised=run.look.raised)) for run in block.runs)
    return replace(block, runs=tuple(runs))


def _lists_joined(pieces: Iterable[str]) -> Iterator[str]:
    """Items of one list stand below one another, without empty lines."""
    for is_list, group in groupby(pieces, key=lambda piece: piece.lstrip().startswith(BULLET)):
        if is_list:
            yield dedent("\n".join(group))  # a list may begin at any depth
        else:
            yield from group
