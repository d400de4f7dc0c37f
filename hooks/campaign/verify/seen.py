"""What the checks ask of a page or a file while it is in hand, before it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from campaign.build.shells import LEFTOVER
from campaign.html import safety
from campaign.html.tags import Tag, tags

Fault = tuple[str, str]
"""The code of a rule, and the value that broke it."""
TOLD = re.compile(r"<(?:link|meta)\b[^>]*?(?:href|content)=\"(https?://[^\"]+)\"")
"""What the head of a page tells programs in full: the picture to share, the page's readings."""
INTERNAL = re.compile(
    r"^[ \t]*visibility:[ \t]*internal[ \t]*$|\"visibility\"\s*:\s*\"internal\"", re.M
)
"""A record that was written out as it is."""


@dataclass(frozen=True)
class Seen:
    """What a file names, and what is wrong with it by itself."""

    addresses: frozenset[str] = frozenset()
    """Every address that it names relative to itself, or to the host."""
    told: tuple[str, ...] = ()
    """Addresses that it tells programs in full."""
    anchors: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()


def of_tags(found: Iterable[Tag]) -> Seen:
    """What some tags of a page name, and break by themselves."""
    addresses: set[str] = set()
    anchors: set[str] = set()
    faults: list[Fault] = []
    for tag in found:
        named, placed, broken = _of_tag(tag)
        addresses.update(named)
        anchors.update(placed)
        faults += broken
    return Seen(frozenset(addresses), (), frozenset(anchors), tuple(faults))


@lru_cache(maxsize=1 << 15)  # pages repeat the same few thousand tags hundreds of times each
def _of_tag(tag: Tag) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Fault, ...]]:
    """The addresses, the anchors and the faults of one tag."""
    addresses: list[str] = []
    anchors: list[str] = []
    for name, value in tag.attributes.items():
        if name in ("href", "src"):
            addresses.append(value)
        elif name == "srcset":
            addresses += [part.split()[0] for part in value.split(",") if part.strip()]
        elif name in ("id", "name"):
            anchors.append(value)
    return tuple(addresses), tuple(anchors), tuple(safety.of_tags([tag]))


def of_page(html: str) -> Seen:
    """What a whole page names and breaks."""
    found = list(tags(html))
    seen = of_tags(found)
    faults = (*breaks(html), *safety.faults(html, found))
    return Seen(seen.addresses, told(html.partition("</head>")[0]), seen.anchors, faults)


def told(head: str) -> tuple[str, ...]:
    """What a head, or a part of one, tells programs in full."""
    return tuple(map(unescape, TOLD.findall(head)))


def breaks(html: str) -> Iterator[Fault]:
    """Whether a page breaks off, or holds what should have been filled in."""
    if "</html>" not in html[-200:].lower():
        yield "V37a", ""
    if left := LEFTOVER.search(html):
        yield "V37b", left[0]


def leaks(text: str, secrets: Iterable[str]) -> Iterator[Fault]:
    """V27: a record written out as it is, or stretches of internal ones."""
    if "internal" in text and (found := INTERNAL.search(text)):
        yield "V27", found[0].strip()
    yield from (("V27", secret) for secret in secrets if secret in text)
