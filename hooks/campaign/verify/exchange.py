"""Soundness of what others take from a built tree: it can be read, and its links lead on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import dirname
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from campaign.problems import Problem, problem
from campaign.verify.seen import Seen
from campaign.verify.soundness import Tree, on_disk, once, page_faults

FOLLOWED = frozenset({"url", "home_page_url", "feed_url", "image", "documentation"})
"""Keys whose values lead somewhere; an `id` only names."""

ABSOLUTE = re.compile(r"https?://")
FEEDS = ("feed.xml", "feed.json", ".ics", "sitemap.xml")


def faults(root: Path, base_url: str) -> list[Problem]:
    """Everything wrong with feeds, calendars, open data, sitemap and heads of the tree `root`."""
    return list(once(_of_disk(root, base_url)))


def _of_disk(root: Path, base_url: str) -> Iterator[Problem]:
    tree = on_disk(root, "/")
    for name in sorted(tree.files):
        if name.endswith(".html"):
            yield from broken(tree, name, tree.page(name).told, base_url)
        elif is_read(name):
            seen = of_file(name, (root / name).read_text(encoding="utf-8"))
            yield from page_faults(name, seen)
            yield from broken(tree, name, seen.told, base_url)


def is_read(name: str) -> bool:
    """Whether programs read the file, and it names addresses."""
    ending = name.rpartition(".")[2]
    return ending in READERS and (name.endswith(FEEDS) or dirname(name) == "data")


def of_file(name: str, text: str) -> Seen:
    """What such a file names, and whether it can be read."""
    try:
        return Seen(told=tuple(READERS[name.rpartition(".")[2]](text)))
    except (ValueError, SyntaxError):  # a parse error of XML is a SyntaxError
        return Seen(faults=(("V37a", ""),))


def broken(tree: Tree, name: str, told: Iterable[str], base_url: str) -> Iterator[Problem]:
    """V30a and V30b for what a file tells programs in full."""
    yield from (f for a in told if (f := _fault(tree, name, a, base_url)))


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
    from icalendar import Calendar  # slow to import, and few files need it

    for part in Calendar.from_ical(text).walk():
        if "URL" in part:
            yield str(part["URL"])


READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "xml": _xml,
    "json": _json,
    "ics": _calendar,
}


def _fault(tree: Tree, name: str, address: str, base_url: str) -> Problem | None:
    """V30a and V30b for an address of this site; others' are theirs."""
    if not address.startswith(base_url):
        is_of_others = ABSOLUTE.match(address)
        return None if is_of_others else problem(name, 1, "V30a", value=address, nearest="")
    parts = urlsplit(address.removeprefix(base_url))
    target = tree.target("", parts.path) if parts.path else "index.html"
    if target is None:
        return problem(name, 1, "V30a", value=address, nearest="")
    anchor = unquote(parts.fragment)
    if anchor and target.endswith(".html") and anchor not in tree.page(target).anchors:
        return problem(name, 1, "V30b", value=address)
    return None
