"""Copied HTML as the blocks of a document: headings, lists, tables, bold words, notes, links.

All else is left out, and told where somebody could miss it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.importing.clipboard import css, elements
from campaign.importing.clipboard.paragraphs import Begun, Here, items, next_item
from campaign.importing.clipboard.spans import Spans
from campaign.importing.word import remarks
from campaign.importing.word.inline import WEB
from campaign.importing.word.model import Block, Document, Paragraph, Run, Table
from campaign.importing.word.numbering import Label
from campaign.importing.word.remarks import Remarks

STYLES = {"msotitle": "title", "msosubtitle": "subtitle"}
HEADING, LEVEL = re.compile(r"h([1-6])"), re.compile(r"\blevel([1-9])\b")
HERE = re.compile(r"https?://(?:127\.0\.0\.1|localhost)(?![\w.-])", re.IGNORECASE)
"""The preview on this machine, which nobody else can open."""
NOTES = frozenset({"footnote", "endnote"})


def read(html: str) -> Document:
    """What the HTML says. Raises Refused for what is too much."""
    body = LexborHTMLParser(elements.safe(html)).body
    return _Reader().document(body)


class _Reader:
    """Reads element by element; nothing here calls itself, however deep they stand."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._notes: dict[str, list[Paragraph]] = {}
        self._remarks = Remarks()
        self._now = Begun()
        self._item: Label | None = None
        """What stands in front of an item of a list that has said nothing yet."""
        self._tables: list[Spans] = []
        self._cell: list[Paragraph] = []

    def document(self, body: LexborNode | None) -> Document:
        """The blocks, the notes, and what was left out."""
        waiting: list[tuple[LexborNode, Here | None]] = [(body, Here())] if body else []
        while waiting:
            node, here = waiting.pop()
            if here is None:
                self._end(node)
            elif node.is_text_node:
                self._now.add(node.text_content or "", here)
            elif node.is_element_node and (inner := self._begun(node, here)) is not None:
                waiting.append((node, None))
                waiting += [(child, inner) for child in reversed(list(_children(node)))]
        self._close()
        notes = {id: tuple(found) for id, found in self._notes.items()}
        return Document(tuple(self._blocks), notes, {}, tuple(self._remarks.all()))

    # Elements

    def _begun(self, node: LexborNode, here: Here) -> Here | None:
        """What holds inside an element; nothing where nothing in it is read."""
        tag, style = elements.name(node), css.said(node.attributes.get("style"))
        why = elements.left_out(node, tag, style)
        if why is not None:
            self._remarks.count(why, bool(why))
            return None
        if tag == "br":
            self._line_end(here)
            return None
        if note := style.get("mso-footnote-id") or style.get("mso-endnote-id"):
            if not here.note:  # there it leads back to the text
                self._now.runs.append(Run(note=note))
            return None
        if tag in elements.BLOCKS:
            self._close()
            here = self._block(node, tag, style, here)
        is_struck = tag in elements.STRUCK or "line-through" in style.get("text-decoration", "")
        self._remarks.count(remarks.STRUCK, is_struck)
        return replace(
            here,
            look=css.look(tag, style, here.look),
            href=self._address(node) if tag == "a" else here.href,
            is_label=here.is_label or style.get("mso-list") == "ignore",
        )

    def _block(self, node: LexborNode, tag: str, style: css.Said, here: Here) -> Here:
        """What holds inside a block, and what begins with it."""
        if tag in ("ul", "ol"):
            here = replace(here, lists=(*here.lists, items(node, tag == "ol", style)))
        elif tag == "li":
            self._item = next_item(here.lists)
        elif tag == "table":
            self._remarks.count(remarks.NESTED, bool(self._tables))
            self._tables.append(Spans())
        elif tag == "tr" and len(self._tables) == 1:
            self._tables[0].begin_row()
        has, level = node.attributes, LEVEL.search(style.get("mso-list", ""))
        named = (has.get("class") or "").lower()
        is_note = style.get("mso-element") in NOTES
        return replace(
            here,
            outline=_outline(tag, style, here.outline),
            align=style.get("text-align") or has.get("align") or here.align,
            style=next((STYLES[name] for name in STYLES if name in named), here.style),
            level=int(level[1]) if level else here.level,
            note=(has.get("id") or "") if is_note else here.note,
        )

    def _address(self, node: LexborNode) -> str:
        """The web page to which a link leads; nothing for any other place."""
        address = (node.attributes.get("href") or "").strip()
        if WEB.fullmatch(address) and not HERE.match(address):
            return address
        self._remarks.count(remarks.ADDRESS, bool(address) and not address.startswith("#"))
        return ""

    def _end(self, node: LexborNode) -> None:
        tag = elements.name(node)
        if tag in elements.BLOCKS:
            self._close()
        if tag in ("td", "th") and len(self._tables) == 1:
            cell, self._cell = tuple(self._cell), []
            wide, high = (node.attributes.get(name) for name in ("colspan", "rowspan"))
            self._tables[0].add(cell, wide, high)
        elif tag == "table":
            spans = self._tables.pop()
            if not self._tables:
                self._add(spans.table())

    def _add(self, table: Table) -> None:
        beside, self._cell = self._cell, []  # words between the cells, as a caption
        self._blocks += beside
        self._remarks.count(remarks.MERGED, table.merged)
        if table.rows:
            self._blocks.append(table)

    # Paragraphs

    def _line_end(self, here: Here) -> None:
        """A line ends; two at once end a paragraph."""
        runs = self._now.runs
        if runs and runs[-1].text == "\n":
            self._close()
        elif runs:
            runs.append(Run("\n", here.look))

    def _close(self) -> None:
        """The paragraph ends, if one has begun."""
        begun, self._now = self._now, Begun()
        made = begun.paragraph(self._item)
        if made is None:
            return
        self._item = None
        if begun.here.note:
            self._notes.setdefault(begun.here.note, []).append(made)
        elif self._tables:
            self._cell.append(replace(made, outline=None))
        else:
            self._blocks.append(made)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _outline(tag: str, style: css.Said, usual: int | None) -> int | None:
    """The level of a heading, from 0 on, as a tag or Word's own style says it."""
    found = HEADING.fullmatch(tag) or re.fullmatch(r"([1-9])", style.get("mso-outline-level", ""))
    return int(found[1]) - 1 if found else usual
