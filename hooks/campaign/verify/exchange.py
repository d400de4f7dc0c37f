"""Soundness of what others take from a built tree: it can be read, and its links lead on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import Path
from posixpath import dirname
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from icalendar import Calendar

from campaign.problems import Problem, problem
from campaign.verify.soundness import Tree, once

FOLLOWED = frozenset({"url", "home_page_url", "feed_url", "image", "documentation"})
"""Keys whose values lead somewhere; an `id` only names."""

ABSOLUTE = re.compile(r"https?://")
TOLD = re.compile(r"<(?:link|meta)\b[^>]*?(?:href|content)=\"(https?://[^\"]+)\"")
"""What the head of a page tells programs in full: the picture to share, the page's readings."""


def faults(root: Path, base_url: str) -> list[Problem]:
    """Everything wrong with feeds, calendars, open data, sitemap and heads of the tree `root`."""
    return list(once(_faults(Tree(root, "/"), base_url)))


def _faults(tree: Tree, base_url: str) -> Iterator[Problem]:
    for name in sorted(tree.files):
        read = READERS.get(name.rpartition(".")[2])
        if read is None or not _is_ours(name):
            continue
        try:
            addresses = list(read(tree.read(name)))
        except (ValueError, SyntaxError):  # a parse error of XML is a SyntaxError
            yield problem(name, 1, "V37a")
            continue
        yield from (f for a in addresses if (f := _fault(tree, name, a, base_url)))


def _is_ours(name: str) -> bool:
    return name.endswith((".html", "feed.xml", "feed.json", ".ics", "sitemap.xml")) or (
        dirname(name) == "data"
    )


def _xml(text: str) -> Iterator[str]:
    for element in ET.fromstring(text).iter():
        if element.tag.endswith("}loc"):
            yield element.text or ""
        elif address := element.get("href"):
            yield address


def _json(text: str) -> Iterator[str]:
    return _values(json.loads(text))


def _values(value: Any) -> Iterator[str]:
    """The addresses in a JSON value, however deep."""
    if isinstance(value, dict):
        yield from (v for k, v in value.items() if k in FOLLOWED and isinstance(v, str))
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _values(part)


def _calendar(text: str) -> Iterator[str]:
    for part in Calendar.from_ical(text).walk():
        if "URL" in part:
            yield str(part["URL"])


def _head(text: str) -> Iterator[str]:
    yield from map(unescape, TOLD.findall(text.partition("</head>")[0]))


READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "xml": _xml,
    "json": _json,
    "ics": _calendar,
    "html": _head,
}


def _fault(tree: Tree, name: str, address: str, base_url: str) -> Problem | None:
    """V30a and V30b for an address of this site; others' are theirs."""
    broken = problem(name, 1, "V30a", value=address, nearest="")
    if not address.startswith(base_url):
        return None if ABSOLUTE.match(address) else broken
    parts = urlsplit(address.removeprefix(base_url))
    target = tree.target("", parts.path) if parts.path else "index.html"
    if target is None:
        return broken
    anchor = unquote(parts.fragment)
    if anchor and target.endswith(".html") and anchor not in tree.anchors(target):
        return problem(name, 1, "V30b", value=address)
    return None
