"""Soundness of a built tree before it replaces the site: whole, safe pages whose links lead on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from campaign.build.shells import LEFTOVER
from campaign.html import safety
from campaign.html.tags import tags
from campaign.problems import Problem, problem

NEEDED = ("index.html", "404.html", "sitemap.xml")


@dataclass(frozen=True)
class Page:
    """What the checks ask of a page."""

    addresses: frozenset[str]
    """Every address that it names."""
    anchors: frozenset[str]
    faults: tuple[tuple[str, str], ...]
    """The code and the value of what is wrong with the page by itself."""


class Tree:
    """A built site: its files, and its pages, each read once."""

    def __init__(self, root: Path, site_path: str) -> None:
        self.root = root
        self.site_path = site_path
        self.files = {
            path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()
        }
        self.page = cache(lambda path: page(self.read(path)))
        self.target = cache(self._target)

    @property
    def pages(self) -> list[str]:
        return sorted(path for path in self.files if path.endswith(".html"))

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def anchors(self, path: str) -> frozenset[str]:
        return self.page(path).anchors

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
    for path in tree.pages:
        found += _page_faults(tree, path)
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


def _page_faults(tree: Tree, path: str) -> Iterator[Problem]:
    found = tree.page(path)
    for code, value in found.faults:
        yield problem(path, 1, code, value=value) if value else problem(path, 1, code)
    for address in sorted(found.addresses):
        yield from _link_fault(tree, path, address)


def page(html: str) -> Page:
    """Read a page."""
    found = list(tags(html))
    addresses: set[str] = set()
    anchors: set[str] = set()
    for tag in found:
        for name, value in tag.attributes.items():
            if name in ("href", "src"):
                addresses.add(value)
            elif name == "srcset":
                addresses.update(part.split()[0] for part in value.split(",") if part.strip())
            elif name in ("id", "name"):
                anchors.add(value)
    faults = (*_breaks(html), *safety.faults(html, found))
    return Page(frozenset(addresses), frozenset(anchors), faults)


def _breaks(html: str) -> Iterator[tuple[str, str]]:
    """Whether the page breaks off, or holds what should have been filled in."""
    if "</html>" not in html[-200:].lower():
        yield "V37a", ""
    if left := LEFTOVER.search(html):
        yield "V37b", left[0]


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
