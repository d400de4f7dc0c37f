"""Two states of one page with what differs marked on both, so that nobody has to look for it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, summary, blockquote, pre"
INSIDE = f"{BLOCKS}, ul, ol, dl, table, figure, div, section"
"""What makes a block one of several: the inner ones are compared."""
FIRST = "changed-here"
"""The anchor of the first change."""
SPACE = re.compile(r"\s+")


def compared(before: str, after: str) -> tuple[str, str]:
    """Both pages, with a mark around each block that the other one does not have."""
    one, two = LexborHTMLParser(before), LexborHTMLParser(after)
    old, new = _blocks(one), _blocks(two)
    one_says, two_says = ([_text(node) for node in nodes] for nodes in (old, new))
    found = SequenceMatcher(None, one_says, two_says, autojunk=False).get_opcodes()
    differing = [spans for tag, *spans in found if tag != "equal"]
    _mark(old, [range(start, end) for start, end, _, _ in differing])
    _mark(new, [range(start, end) for _, _, start, end in differing])
    return one.html or before, two.html or after


def _blocks(page: LexborHTMLParser) -> list[LexborNode]:
    """The innermost blocks of what the page itself says."""
    own = page.css_first("article") or page.css_first("main")
    found = own.css(BLOCKS) if own else []
    return [node for node in found if _text(node) and not _holds_blocks(node)]


def _holds_blocks(node: LexborNode) -> bool:
    return any(inner.mem_id != node.mem_id for inner in node.css(INSIDE))


def _text(node: LexborNode) -> str:
    return SPACE.sub(" ", node.text()).strip()


def _mark(nodes: list[LexborNode], spans: list[range]) -> None:
    """Mark these blocks; a link leads to the first, or to where the other page has one."""
    for number, span in enumerate(spans):
        anchor = "" if number else f' id="{FIRST}"'
        if not span and anchor and span.start < len(nodes):
            _wrap(nodes[span.start], f"span{anchor}")
        for place in span:
            _wrap(nodes[place], f"mark{anchor}")
            anchor = ""


def _wrap(node: LexborNode, tag: str) -> None:
    node.inner_html = f"<{tag}>{node.inner_html or ''}</{tag.split(' ')[0]}>"
