"""The final text of a document as blocks: changes accepted, numbers written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO
from xml.etree.ElementTree import Element

from campaign.attachments.untrusted import Refused
from campaign.importing.word import package, remarks, styles
from campaign.importing.word.grid import Grid
from campaign.importing.word.inline import Inline
from campaign.importing.word.model import Block, Document, Paragraph, Run, Table
from campaign.importing.word.numbering import Numbering
from campaign.importing.word.package import Package, Part, value
from campaign.importing.word.remarks import Remarks
from campaign.importing.word.styles import Styles

KEPT = frozenset({"ins", "moveTo", "smartTag", "customXml"})
GONE = frozenset({"del", "moveFrom"})
CONTENTS = re.compile(r"toc \d|toc heading|table of figures")
"""Styles of the lines of a table of contents."""


def read(name: str, file: BinaryIO) -> Document:
    """What a document says. Raises Refused, of `attachments.untrusted`."""
    found = package.read(name, file)
    try:
        return of(found)
    except RecursionError:
        raise Refused(f"{name} 套了太多层，没有打开。It is nested too deep.") from None


def of(found: Package) -> Document:
    """What the parts of a document say."""
    noted = Remarks()
    known = _Known(
        Styles(_root(found, "styles")), Numbering(_root(found, "numbering")), noted, found
    )
    body = found.document.root.find("body")
    blocks = tuple(_Body(known, found.document).blocks(body if body is not None else ()))
    notes = {
        f"{kind}{element.get('id', '')}": tuple(
            block
            for block in _Body(known, found.parts[part]).blocks(element)
            if isinstance(block, Paragraph)
        )
        for kind, part in (("", "footnotes"), ("e", "endnotes"))
        if part in found.parts
        for element in found.parts[part].root
        if element.get("type") in (None, "normal")
    }
    for comment in _comments(found):
        text = " ".join(part.text or "" for part in comment.iter("t")).strip()
        noted.say(remarks.COMMENT.format(text=text))
    return Document(blocks, notes, found.pictures, tuple(noted.all()))


def _comments(found: Package) -> Iterable[Element]:
    root = _root(found, "comments")
    return () if root is None else root


def _root(found: Package, kind: str) -> Element | None:
    return found.parts[kind].root if kind in found.parts else None


@dataclass(frozen=True)
class _Known:
    styles: Styles
    numbering: Numbering
    remarks: Remarks
    package: Package


class _Body:
    """Reads one part: the body, or a note."""

    def __init__(self, known: _Known, part: Part) -> None:
        self._known = known
        self._inline = Inline(known.styles, part.relations, known.remarks)
        self._begun: tuple[Run, ...] = ()
        """Runs of paragraphs of which the end was deleted: the next one goes on with them."""

    def blocks(self, parent: Iterable[Element]) -> Iterator[Block]:
        yield from self._blocks(parent)
        if self._begun:
            yield Paragraph(self._begun)
            self._begun = ()

    def _blocks(self, parent: Iterable[Element]) -> Iterator[Block]:
        for child in parent:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield self._table(child)
            elif child.tag == "sdt":
                content = child.find("sdtContent")
                yield from self._blocks(content if content is not None else ())
            elif child.tag in KEPT:
                yield from self._blocks(child)

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        properties = element.find("pPr")
        style = self._known.styles.of(value(properties, "pStyle"))
        own = styles.with_properties(style, properties)
        runs = tuple(self._inline.runs(element, style.look))
        if CONTENTS.fullmatch(style.name):
            self._known.remarks.count(remarks.CONTENTS)
            return
        marks = properties.find("rPr") if properties is not None else None
        gone = marks is not None and any(marks.find(tag) is not None for tag in GONE)
        runs = self._begun + runs
        if gone:
            self._known.remarks.count(remarks.CHANGES)
            self._begun = runs
            return
        self._begun = ()
        is_there = any(run.text.strip() or run.picture or run.note for run in runs)
        label = (
            self._known.numbering.label(own.list, own.level, style.id)
            if own.list and is_there
            else None
        )
        yield Paragraph(runs, label, own.outline, style.name, own.align)

    def _table(self, element: Element) -> Table:
        grid = Grid()
        for row in _rows(element):
            if row.find("trPr/del") is not None:
                self._known.remarks.count(remarks.CHANGES)
                continue
            grid.begin_row(value(row.find("trPr"), "gridBefore"))
            for cell in _cells(row):
                properties = cell.find("tcPr")
                grid.add(
                    tuple(self._flat(cell)),
                    value(properties, "gridSpan"),
                    properties.find("vMerge") if properties is not None else None,
                )
        table = grid.table()
        self._known.remarks.count(remarks.MERGED, table.merged)
        return table

    def _flat(self, cell: Element) -> Iterator[Paragraph]:
        """The paragraphs of a cell; those of a table in it, too."""
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                yield replace(block, outline=None)
            else:
                self._known.remarks.count(remarks.NESTED)
                yield from (p for row in block.rows for inner in row for p in inner)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("sdt", "sdtContent", *KEPT):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == "tc":
            yield child
        elif child.tag in ("sdt", "sdtContent", *KEPT):
            yield from _cells(child)
