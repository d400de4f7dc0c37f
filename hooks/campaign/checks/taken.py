"""What the sanitiser takes away, said at its line before a reader misses it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.checks.links import Passage, passages
from campaign.html import sanitising
from campaign.problems import Problem, problem
from campaign.reading import markup
from campaign.reading.rawhtml import RawTag
from campaign.site import Site

EMBEDDED = frozenset(
    {"video", "audio", "iframe", "frame", "embed", "object", "applet", "source", "track"}
    | {"script", "style", "svg", "math", "template", "canvas", "link", "meta", "base"}
)
"""Elements whose content nobody would see."""
PRESENTING = frozenset(
    {"font", "basefont", "big", "marquee", "blink", "form", "button", "select", "option", "nobr"}
    | {"textarea", "fieldset", "legend", "main", "body", "html", "head", "title", "noscript"}
    | {"picture", "dialog", "menu", "section", "address", "output", "progress", "meter", "slot"}
    | {"optgroup", "datalist", "noembed", "noframes", "xmp", "frameset", "dir", "o:p", "portal"}
)
"""Elements that go while their words stay."""
ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*(?P<inner>[#.\w][^{}\n]*)\}[ ]*$")
PART = re.compile(
    r"""(?P<name>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))|(?P<mark>[.#][\w-]+)"""
)
CONSUMED = frozenset({"markdown"})
"""Attributes that Markdown itself takes."""


def taken_away(site: Site) -> Iterator[Problem]:
    """V30c to V30g and V29d: what stands in a text and will not be on the page."""
    for passage in passages(site):
        for tag in passage.tags:
            yield from _tag(passage, tag)
        for line, address in passage.pictures:
            if sanitising.FOREIGN.match(address):
                yield problem(passage.path, line, "V30c", value=address)
        for line, value in _attribute_lists(passage):
            yield problem(passage.path, line, "V30f", value=value)


def _tag(passage: Passage, tag: RawTag) -> Iterator[Problem]:
    at = (passage.path, tag.line)
    if tag.is_open:
        yield problem(*at, "V30g", value=tag.source, name=tag.name)
    elif tag.name in EMBEDDED:
        yield problem(*at, "V30d", value=tag.source)
    elif tag.name in PRESENTING:
        yield problem(*at, "V30f", value=tag.source)
    elif tag.name not in sanitising.TAGS:
        yield problem(*at, "V30e", value=tag.source)
    else:
        yield from _attributes(passage, tag)


def _attributes(passage: Passage, tag: RawTag) -> Iterator[Problem]:
    if tag.name == "img" and "alt" not in tag.attributes:
        yield problem(passage.path, tag.line, "V29d", value=tag.source)
    for name, value in tag.attributes.items():
        if name in CONSUMED or sanitising.keeps(tag.name, name, value):
            continue
        if tag.name == "img" and name == "src":
            yield problem(passage.path, tag.line, "V30c", value=value)
        else:
            yield problem(passage.path, tag.line, "V30f", value=f'{name}="{value}"')


def _attribute_lists(passage: Passage) -> Iterator[tuple[int, str]]:
    """Attributes between braces at the end of a line that no tag may have."""
    allowed = set().union(*sanitising.ATTRIBUTES.values())
    for number, line, is_prose in markup.prose_lines(passage.text) if "{" in passage.text else ():
        found = ATTRIBUTE_LIST.search(markup.without_code(line)) if is_prose else None
        for part in PART.finditer(found["inner"]) if found else ():
            name = "class" if (part["mark"] or "").startswith(".") else part["name"] or "id"
            value = (part["mark"] or "")[1:] or part["quoted"] or part["plain"] or ""
            if name not in allowed or not sanitising.keeps("*", name, value):
                yield passage.at(number + passage.line), part[0]
