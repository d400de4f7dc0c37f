"""The Markdown of the site: its extensions, and what offices write that it would take for marks.

Lines that begin with spaces are paragraphs and no code (code stands between fences), lines
pasted from a word processor stay lines, and a line break between Chinese characters is none.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from pymdownx.slugs import slugify

from campaign.reading.joints import joined

EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"slugify": slugify(case="lower"), "permalink": "¶", "permalink_title": "本节链接"},
    "pymdownx.details": {},
    "pymdownx.tasklist": {"custom_checkbox": True},
}
"""The Markdown of the site; a test holds `mkdocs.yml` to the same list."""
BUILT_IN = ("toc", "tables", "fenced_code")
"""What the site builder adds to any site's list, before it."""
INDENTATION = re.compile("^[\u3000\u00a0]+")
NUMBERED = re.compile(
    r"第[〇零一二三四五六七八九十百\d]+[条章节款项编]|[一二三四五六七八九十]{1,3}、|\d{1,2}、"
    r"|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|[特一二三]等奖"
)
"""How a line begins that its editor began."""
LABELLED = re.compile(r"[\u4e00-\u9fff]{1,8}：")
ENDED = re.compile("[：；。！？”]$")
MARKED = re.compile(r" {0,3}(?:#|\||<|>|!!!|\?\?\?|\[\[|\[\^|[-*_]{3}|={3}|:)")
"""A line that is no text of a paragraph."""


class Paragraphs(Extension):
    """Paragraphs as offices write them."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Markdown's own name)
        md.parser.blockprocessors.register(_Indented(md.parser), "code", 80)
        md.preprocessors.register(_Lines(md), "lines", 15)  # behind fences and raw HTML
        md.postprocessors.register(_Joints(md), "joints", 35)  # before what was put aside


class _Indented(BlockProcessor):
    """What stands behind spaces is text like any other."""

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith(" " * self.tab_length)

    def run(self, parent: Element, blocks: list[str]) -> None:
        indented, rest = self.detab(blocks.pop(0))
        bare = "\n".join(line.lstrip() for line in indented.split("\n"))
        self.parser.parseBlocks(parent, [bare])
        if rest:
            blocks.insert(0, rest)


class _Lines(Preprocessor):
    """Full-width indentation goes, and pasted lines end where they end."""

    def run(self, lines: list[str]) -> list[str]:
        bare = [INDENTATION.sub("", line) for line in lines]
        ends = [f"{line}  " if is_end(line, below) else line for line, below in pairwise(bare)]
        return [*ends, *bare[-1:]]


class _Joints(Postprocessor):
    def run(self, text: str) -> str:
        return joined(text)


def is_end(line: str, below: str) -> bool:
    """Whether a line of a paragraph ends although no empty line follows."""
    if not line.strip() or MARKED.match(line) or line.endswith(("  ", "\\")):
        return False
    if NUMBERED.match(below.lstrip()):
        return True
    is_list = ENDED.search(line) or NUMBERED.match(line.lstrip()) or LABELLED.match(line.lstrip())
    return bool(is_list and LABELLED.match(below.lstrip()))


def converter() -> markdown.Markdown:
    """A converter for whole texts, whose headings have anchors."""
    names = dict.fromkeys([*BUILT_IN, *EXTENSIONS])
    return markdown.Markdown(extensions=[*names, Paragraphs()], extension_configs=EXTENSIONS)
