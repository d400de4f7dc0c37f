"""The parts of a typical experience, by the headings of its document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from campaign.importing.word.markdown import Writer
from campaign.importing.word.model import Block, Document, Paragraph
from campaign.importing.word.outline import FORMS, TOP, levels

PARTS = (
    ("challenge", re.compile(r"难题|问题|背景|起因|难点|为什么")),
    ("results", re.compile(r"成效|效果|成果|变化")),
    ("transfer", re.compile(r"启示|经验|要点|体会|推广|可复制")),
    ("practice", re.compile(r"做法|措施|举措|怎么做|探索|实践")),
)
"""What the heading of a part is about, the more special words first."""
BELOW = 4
"""The level of headings in a step: above it are the page's, the part's and the step's own."""


@dataclass(frozen=True)
class Step:
    """One part of the practice."""

    heading: str
    text: str


@dataclass(frozen=True)
class Experience:
    """What a document says of an experience; nothing of it is left out."""

    challenge: str
    practice: tuple[Step, ...]
    results: tuple[str, ...]
    transfer: tuple[str, ...]


def experience(document: Document, blocks: Sequence[Block]) -> Experience:
    """The parts of a document; what is of no part is a step of the practice."""
    challenge: list[Block] = []
    steps: list[Step] = []
    plain: dict[str, list[str]] = {"results": [], "transfer": []}
    for heading, inner in _sections(blocks):
        part = _part(heading)
        if not heading or part == "challenge":
            challenge += inner
        elif part in plain and all(isinstance(block, Paragraph) for block in inner):
            plain[part] += [block.text for block in inner if isinstance(block, Paragraph)]
        else:
            steps += _steps(document, heading, inner, is_practice=part == "practice")
    return Experience(
        _text(document, challenge),
        tuple(steps),
        tuple(filter(None, plain["results"])),
        tuple(filter(None, plain["transfer"])),
    )


def _steps(
    document: Document, heading: str, blocks: Sequence[Block], is_practice: bool
) -> list[Step]:
    """A section as steps: one each of its own headings, where it is about the practice."""
    inner = _sections(blocks) if is_practice else []
    if len(inner) < 2:
        return [Step(heading, _text(document, blocks))]
    found = [Step(name or heading, _text(document, part)) for name, part in inner]
    return [step for step in found if step.text or step.heading != heading]


def _sections(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Blocks by the highest headings above them; the first may have none."""
    found: list[tuple[str, list[Block]]] = [("", [])]
    for block, level in zip(blocks, levels(blocks), strict=True):
        if level == TOP and isinstance(block, Paragraph):
            found.append((_bare(block.text), []))
        else:
            found[-1][1].append(block)
    return [section for section in found if section[0] or section[1]]


def _bare(heading: str) -> str:
    """A heading without its number: the steps of an experience are numbered by their order."""
    for form, _ in FORMS:
        heading = form.sub("", heading, count=1) if form.match(heading) else heading
    return heading.strip()


def _part(heading: str) -> str:
    return next((part for part, words in PARTS if words.search(heading)), "")


def _text(document: Document, blocks: Sequence[Block]) -> str:
    """Blocks as the text of one field, with the notes that it calls."""
    writer = Writer(document, lambda picture: "", BELOW)
    return "\n\n".join(filter(None, [writer.text(blocks), writer.notes()]))
