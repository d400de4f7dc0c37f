"""Which paragraphs are headings, and of which level: by what the document says of them, by their
numbers, and by their fonts, as official documents are set (GB/T 9704)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from campaign.importing.word.model import Block, Look, Paragraph

NUMERAL = "[〇零一二三四五六七八九十百]"
FORMS = (
    (re.compile(rf"第(?:{NUMERAL}+|\d+)[编章]"), -2),
    (re.compile(rf"第(?:{NUMERAL}+|\d+)节"), -1),
    (re.compile(rf"{NUMERAL}{{1,4}}[、．.]"), 1),
    (re.compile(rf"[（(]{NUMERAL}{{1,4}}[)）]"), 2),
    (re.compile(r"\d{1,2}[.．、](?!\d)"), 3),
    (re.compile(r"[（(]\d{1,2}[)）]"), 4),
)
"""How headings are numbered, and how deep each form stands."""
ALWAYS = 2
"""Forms up to this depth are those of headings wherever the paragraph is short."""
LONGEST = 40
"""Characters of a heading; a longer line is a paragraph."""
LONGEST_SAID = 80
"""Of one that a style or an outline level says; people give those to whole paragraphs, too."""
ENDS = "。！？；：，、…"
SENTENCE_ENDS = ("。", "！", "？", "”")
HEI, KAI = re.compile("黑体|小标宋|SimHei|Hei"), re.compile("楷|Kai")
TOP, DEEPEST = 2, 6
"""The levels of headings in an article: the first is its title's."""


@dataclass(frozen=True)
class Usual:
    """How the most of a document is set."""

    font: str
    size: float


def usual(blocks: Iterable[Block]) -> Usual:
    """The font and the size of most characters."""
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for block in blocks:
        for run in block.runs if isinstance(block, Paragraph) else ():
            fonts[run.look.font] += len(run.text)
            sizes[run.look.size] += len(run.text)
    font = max(fonts, key=lambda name: fonts[name], default="")
    return Usual(font, max(sizes, key=lambda size: sizes[size], default=0))


def levels(blocks: Sequence[Block], top: int = TOP) -> tuple[int, ...]:
    """For each block the level of the heading that it is, from `top` on; 0 for what is none."""
    body = usual(blocks)
    depths = [_depth(blocks, number, body) for number in range(len(blocks))]
    used = {
        depth: top + place for place, depth in enumerate(sorted(set(depths) - {None}, key=_key))
    }
    found: list[int] = []
    last = top - 1
    for depth in depths:
        level = 0 if depth is None else min(used[depth], last + 1, DEEPEST)
        last = level or last
        found.append(level)
    return tuple(found)


def _key(depth: int | None) -> int:
    return depth or 0


def form_of(text: str) -> int | None:
    """How deep the number stands with which a text begins."""
    return next((depth for form, depth in FORMS if form.match(text)), None)


def _depth(blocks: Sequence[Block], number: int, body: Usual) -> int | None:
    """How deep the heading stands that a block is; nothing for other blocks."""
    block = blocks[number]
    if not isinstance(block, Paragraph) or not block.words or block.pictures:
        return None
    if block.outline is not None and len(block.words) <= LONGEST_SAID:
        return block.outline + 1
    if not _is_short(block, body):
        return None
    form = form_of(block.text)
    if form is not None and form <= ALWAYS:
        return form
    if form is not None:
        is_heading = _stands_out(block, body) or _leads(blocks, number, form)
        return form if is_heading else None
    return _by_font(block, body)


def _is_short(block: Paragraph, body: Usual) -> bool:
    """Whether a paragraph is as short as a heading, and does not end as a sentence does."""
    text = block.words
    if len(text) > LONGEST or "\n" in text:
        return False
    is_sentence = text.endswith("。") and text.count("。") == 1 and _stands_out(block, body)
    return text[-1] not in ENDS or is_sentence


def _stands_out(block: Paragraph, body: Usual) -> bool:
    """Whether the whole paragraph is set otherwise than the text."""
    looks = [run.look for run in block.runs if run.text.strip()]
    return bool(looks) and all(is_marked(look, body) for look in looks)


def is_marked(look: Look, body: Usual) -> bool:
    """Whether characters are bold, or in a font of headings that the text is not in."""
    is_other = look.font != body.font and bool(HEI.search(look.font) or KAI.search(look.font))
    return look.bold or is_other


def _leads(blocks: Sequence[Block], number: int, form: int) -> bool:
    """Whether a text of its own follows a short numbered line: it is no item of a list then."""
    before = blocks[number - 1] if number else None
    after = blocks[number + 1] if number + 1 < len(blocks) else None
    beside = [form_of(b.text) for b in (before, after) if isinstance(b, Paragraph) and b.words]
    is_text = isinstance(after, Paragraph) and after.words.endswith(SENTENCE_ENDS)
    return is_text and form not in beside


def _by_font(block: Paragraph, body: Usual) -> int | None:
    """A line without a number that is set as a heading is."""
    looks = [run.look for run in block.runs if run.text.strip()]
    if block.align in ("right", "end") or not looks or block.label is not None:
        return None
    is_hei = all(HEI.search(look.font) and look.font != body.font for look in looks)
    is_large = all(look.bold and look.size > body.size for look in looks)
    if is_hei or is_large:
        return 1
    is_kai = all(KAI.search(look.font) and look.font != body.font for look in looks)
    return 2 if is_kai and block.align not in ("center",) else None
