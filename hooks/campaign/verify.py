"""Soundness of a built tree before it replaces the site: whole pages, links that lead on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from campaign.problems import Problem, problem
from campaign.shells import LEFTOVER

LINK = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
SRCSET = re.compile(r'\ssrcset="([^"]*)"')
ANCHOR = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
NEEDED = ("index.html", "404.html", "sitemap.xml")
CODE = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
LOADING = re.compile(
    r"<(script|img|source|iframe|video|audio|track|embed|object|link)\b([^>]*)", re.IGNORECASE
)
LOADED = re.compile(r"""\s(?:src|srcset|poster|data|href)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""")
FOREIGN = re.compile(r"(?:https?:)?//", re.IGNORECASE)
QUOTES = str.maketrans("\"'", "  ")
ONLY_NAMES = re.compile(r"rel=[\"']?(?:canonical|alternate|next|prev)")
"""A `<link>` that names another page without loading it."""


class Tree:
    """A built site: its files, and the anchors of each page, read once."""

    def __init__(self, root: Path, site_path: str) -> None:
        self.root = root
        self.site_path = site_path
        self.files = {
            path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()
        }
        self.anchors = cache(self._anchors)
        self.target = cache(self._target)

    @property
    def pages(self) -> list[str]:
        return sorted(path for path in self.files if path.endswith(".html"))

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def _anchors(self, path: str) -> frozenset[str]:
        found = ANCHOR.findall(CODE.sub("", self.read(path)))
        return frozenset(unescape("".join(parts)) for parts in found)

    def _target(self, folder: str, address: str) -> str | None:
        """The file an address leads to from a folder; nothing when there is none."""
        path = unquote(address)
        if path.startswith("/"):
            if not path.startswith(self.site_path):
                return None
            place = path.removeprefix(self.site_path)
        else:
            place = normpath(join(folder, path)).removeprefix("./")
        if place.startswith(".."):
            return None
        place = "" if place == "." else place
        choices = (place, join(place, "index.html"))
        return next((choice for choice in choices if choice in self.files), None)


def faults(root: Path, site_path: str) -> list[Problem]:
    """Everything wrong with the tree; `site_path` is where it will be published."""
    tree = Tree(root, site_path)
    found = [problem(name, 1, "V37a") for name in NEEDED if name not in tree.files]
    for page in tree.pages:
        found += _page_faults(tree, page)
    return list(once(found))


def once(found: Iterable[Problem]) -> Iterator[Problem]:
    """A link in the frame is broken on every page alike: the first page will do."""
    seen: set[tuple[str, str]] = set()
    for item in found:
        value = item.values.get("value", item.path)
        key = (item.code, value.replace("../", ""))
        if key not in seen:
            yield item
        seen.add(key)


def _page_faults(tree: Tree, page: str) -> Iterator[Problem]:
    html = tree.read(page)
    if "</html>" not in html[-200:].lower():
        yield problem(page, 1, "V37a")
    if left := LEFTOVER.search(html):
        yield problem(page, 1, "V37b", value=left[0])
    for address in strangers(html):
        yield problem(page, 1, "V25a", value=address)
    for address in sorted(addresses(html)):
        yield from _link_fault(tree, page, address)


def strangers(html: str) -> Iterator[str]:
    """Addresses on other hosts from which the page loads something by itself."""
    for tag, attributes in LOADING.findall(html):
        if tag.lower() != "link" or not ONLY_NAMES.search(attributes):
            values = " ".join(LOADED.findall(attributes)).replace(",", " ")
            yield from (part for part in values.translate(QUOTES).split() if FOREIGN.match(part))


def addresses(html: str) -> set[str]:
    """Every address that a page names, scripts and styles left aside."""
    text = CODE.sub("", html)
    found = {unescape("".join(parts)) for parts in LINK.findall(text)}
    for group in SRCSET.findall(text):
        found |= {part.split()[0] for part in unescape(group).split(",") if part.strip()}
    return found


def _link_fault(tree: Tree, page: str, address: str) -> Iterator[Problem]:
    try:
        parts = urlsplit(address)
    except ValueError:
        yield problem(page, 1, "V30a", value=address, nearest="")
        return
    if parts.scheme or parts.netloc:
        return
    target = page if not parts.path else tree.target(dirname(page), parts.path)
    if target is None:
        yield problem(page, 1, "V30a", value=address, nearest="")
    elif (
        parts.fragment
        and target.endswith(".html")
        and unquote(parts.fragment) not in tree.anchors(target)
    ):
        yield problem(page, 1, "V30b", value=address)
