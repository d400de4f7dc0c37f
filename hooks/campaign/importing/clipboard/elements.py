"""What the elements of copied HTML are: what is read of them, and what is left out."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from campaign.attachments.untrusted import Refused
from campaign.importing.clipboard import css
from campaign.importing.word import remarks

LARGEST, MOST_TAGS, DEEPEST = 3_000_000, 60_000, 400
"""Characters, tags, and tags inside one another: a page of Word has some hundred."""
TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
FORMATTING = re.compile(
    r"<(/?)(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE
)
"""What HTML opens anew in each paragraph in which it was not closed: a text could grow so."""
RENAMED = "x-"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
CLOSED_BY_OTHERS = _names("p li td th tr dd dt option tbody thead tfoot colgroup")
UNSEEN = _names(
    "head style script template noscript iframe object embed svg math xml title select textarea "
    "button input audio video canvas map rt rp hr"
)
BLOCKS = _names(
    "address article aside blockquote caption center dd div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table tbody td tfoot th "
    "thead tr ul"
)
PICTURES = frozenset({"img", "v:imagedata"})
STRUCK = frozenset({"s", "strike"})
CONTENTS = re.compile(r"\bmsotoc\w+")
COMMENTED = re.compile(r"\bmsocomment\w+")
DELETED = re.compile(r"\bmsodel\b")


def safe(html: str) -> str:
    """The HTML as it can be parsed in no time. Raises Refused for too much at once."""
    depth = tags = 0
    for found in TAG.finditer(html[: LARGEST + 1]):
        tags += 1
        name = found[2].lower()
        if name not in VOID and name not in CLOSED_BY_OTHERS:
            depth = max(0, depth + (-1 if found[1] else 1))
        if depth > DEEPEST or tags > MOST_TAGS:
            break
    if depth > DEEPEST or tags > MOST_TAGS or len(html) > LARGEST:
        raise Refused("复制的内容太多，或者套得太深：请分几次粘贴。It is too much at once.")
    return FORMATTING.sub(rf"<\1{RENAMED}\2", html)


def name(node: LexborNode) -> str:
    """What an element is; what `safe` renamed has its own name."""
    return (node.tag or "").removeprefix(RENAMED)


def left_out(node: LexborNode, tag: str, style: css.Said) -> str | None:
    """Why nothing of an element is read, as remarks count it; empty where nobody misses it."""
    classes = (node.attributes.get("class") or "").lower()
    if tag in PICTURES:
        return remarks.PICTURES
    if tag == "del" or DELETED.search(classes):
        return remarks.CHANGES
    if COMMENTED.search(classes) or style.get("mso-element") == "comment-list":
        return remarks.COMMENTS
    if CONTENTS.search(classes):
        return remarks.CONTENTS
    if tag in UNSEEN:
        return ""
    if css.is_hidden(style) or "hidden" in node.attributes:
        return remarks.HIDDEN if (node.text() or "").strip() else ""
    return None
