"""Taking a document in, whoever asks for it: at the terminal one by one, at the desk on a page.

A person says which kind of entry it becomes, and which of what was recognised is right; then the
draft is made, and written with its pictures when somebody agrees to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from campaign import atomic
from campaign.checks.tidying import tidied
from campaign.importing import private
from campaign.importing.word import draft, naming
from campaign.importing.word.draft import fields
from campaign.importing.word.model import Block, Document, Paragraph, Table
from campaign.importing.word.outline import levels
from campaign.importing.word.recognising import (
    UNKNOWN_ISSUER,
    Found,
    Recognised,
    fitting,
    recognised,
)
from campaign.kinds import BY_NAME
from campaign.photos.documents import Pictures
from campaign.privacy.personal import masked
from campaign.site import Site
from campaign.writing import drafting
from campaign.writing.drafting import Ask, Refused

KINDS: Mapping[str, str] = {name: BY_NAME[name].model.label for name in draft.KINDS}
LONGEST_SHOWN = 40
Taken = Mapping[str, Found]
"""By field, what a person or the document itself is sure of."""


class Told(NamedTuple):
    """A line of the report."""

    words: str
    needs_a_look: bool = False


@dataclass(frozen=True)
class Draft:
    """A document as it would be written."""

    kind: str
    target: Path
    title: str
    """What it is called where no one has to look twice: without numbers of people."""
    text: str
    blocks: tuple[Block, ...]
    """What of the document stands in it."""
    left_out: frozenset[int]
    pictures: Pictures

    @property
    def tidied(self) -> str:
        """The text with its slips of characters put right."""
        return tidied(self.target.as_posix(), self.text)

    def settled(self, text: str, reasons: private.Reasons) -> str:
        """A text of it in which no number of a person is left without a reason.

        Raises private.Unsettled.
        """
        return private.settled(text, reasons, BY_NAME[self.kind].is_entry)


class Taking:
    """A document that is to become a draft. Raises Refused where it may not, or says nothing."""

    def __init__(self, site: Site | None, name: str, document: Document) -> None:
        self.site, self.document = site, document
        self.stem = Path(name).stem
        if not any(isinstance(block, Table) or block.words for block in document.blocks):
            raise Refused(f"{name} 里没有文字，没有导入。There is no text in it.")
        self.said: Recognised = recognised(document.blocks, _orgs(site))
        if self.said.is_secret:
            raise Refused(f"{name} 标有密级，不能上网，没有导入。It is marked as a secret.")

    def offered(self, kind: str) -> list[Found]:
        """What was recognised for a kind, in the order of its fields."""
        order = [field.alias or name for name, field in fields(kind).items()]
        known = [item for item in fitting(kind, self.said.found) if item.field in order]
        return sorted(known, key=lambda item: order.index(item.field))

    def unknown_issuer(self, kind: str) -> str:
        """What the body is called that issued it, where nobody has a record of it."""
        found = (item.value for item in self.said.found if item.field == UNKNOWN_ISSUER)
        return next(found, "") if "issuer" in fields(kind) else ""

    def proposed(self, kind: str, taken: Taken) -> str:
        """An id that it might have."""
        return naming.proposed(kind, taken, self.stem)

    def draft(self, root: Path, kind: str, id: str, taken: Taken, ask: Ask | None) -> Draft:
        """The draft; `ask` answers for what is not known. Raises Refused where the id is none."""
        target = drafting.free_path(root, kind, id)
        blocks = self.document.blocks
        left_out = self.said.closing.union(*(item.lines for item in taken.values()))
        kept = tuple(block for n, block in enumerate(blocks) if n not in left_out)
        pictures = Pictures(self.document.pictures)
        text = draft.draft(kind, id, self.site, ask, taken, self.document, kept, pictures)
        title = taken["title"].value if "title" in taken else self.stem
        return Draft(kind, target, masked(title), text, kept, left_out, pictures)

    def written(self, root: Path, made: Draft, text: str) -> list[str]:
        """Write a draft with this text and take its pictures in; the files, the draft's first."""
        final = made.pictures.taken_in(root, self.site, made.title, text)
        atomic.replace_text(root / made.target, final)
        return [made.target.as_posix(), *made.pictures.files]

    def report(self, made: Draft) -> Iterator[Told]:
        """What was found, what was left out, and what has to be looked at."""
        headings = sum(map(bool, levels(made.blocks)))
        tables = sum(isinstance(block, Table) for block in made.blocks)
        yield Told(
            f"收入标题 {headings} 个、表格 {tables} 个、脚注 {len(self.document.notes)} 条、"
            f"图片 {made.pictures.count} 张。Headings, tables, notes and pictures."
        )
        for number in sorted(made.left_out):
            block = self.document.blocks[number]
            if isinstance(block, Paragraph):
                words = block.words[:LONGEST_SHOWN]
                yield Told(f"没有收进正文，因为已填在信息栏或属于版记：{words}")
                for note in filter(None, (run.note for run in block.runs)):
                    told = " ".join(item.words for item in self.document.notes.get(note, ()))
                    yield Told(f"那一行的脚注没有收：{told}（Its note was left out.）", True)
        for words in (*self.document.remarks, *made.pictures.remarks):
            yield Told(words, True)


def _orgs(site: Site | None) -> Mapping[str, str]:
    """The ids of bodies by each of their names."""
    orgs = site.kind("org").items() if site else ()
    return {name: id for id, org in orgs for name in (org.name, org.short) if name}
