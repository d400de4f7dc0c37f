"""Soundness of a tree before it replaces the site: whole, safe pages whose links lead on.

A build tells this what it saw of each file while it made it; a tree on a disk is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from campaign import trees
from campaign.problems import Problem, problem
from campaign.verify.seen import Seen, of_page

NEEDED = ("index.html", "404.html", "sitemap.xml")


class Tree:
    """The files of a site, and what was seen of its pages."""

    def __init__(self, files: Collection[str], site_path: str, page: Callable[[str], Seen]) -> None:
        self.files = files
        self.site_path = site_path
        self.page = page
        self.target = cache(self._target)

    @property
    def pages(self) -> list[str]:
        return sorted(path for path in self.files if path.endswith(".html"))

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


def on_disk(root: Path, site_path: str) -> Tree:
    """A tree of which each page is read once."""
    files = frozenset(trees.files(root))

    @cache
    def page(path: str) -> Seen:
        return of_page((root / path).read_text(encoding="utf-8"))

    return Tree(files, site_path, page)


def faults(root: Path, site_path: str) -> list[Problem]:
    """Everything wrong with a tree on a disk; `site_path` is where it will be published."""
    return list(once(every_fault(on_disk(root, site_path))))


def every_fault(tree: Tree) -> Iterator[Problem]:
    """Everything wrong with the pages of a tree, and what it lacks."""
    yield from lacking(tree)
    for path in tree.pages:
        yield from page_faults(path, tree.page(path))
        yield from broken_links(tree, path, tree.page(path))


def lacking(tree: Tree) -> Iterator[Problem]:
    """Files without which it is no site."""
    return (problem(name, 1, "V37a") for name in NEEDED if name not in tree.files)


def once(found: Iterable[Problem]) -> Iterator[Problem]:
    """A link in the frame is broken on every page alike: the first page will do."""
    seen: set[tuple[str, str]] = set()
    for item in found:
        value = item.values.get("value", item.path)
        key = (item.code, value.replace("../", ""))
        if key not in seen:
            yield item
        seen.add(key)


def page_faults(path: str, seen: Seen) -> Iterator[Problem]:
    """What is wrong with a page by itself."""
    for code, value in seen.faults:
        yield problem(path, 1, code, value=value) if value else problem(path, 1, code)


def broken_links(tree: Tree, path: str, seen: Seen) -> Iterator[Problem]:
    """V30a and V30b: addresses of a page that lead nowhere."""
    for address in sorted(seen.addresses):
        yield from _link_fault(tree, path, address)


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
        and unquote(parts.fragment) not in tree.page(target).anchors
    ):
        yield problem(page, 1, "V30b", value=address, nearest="")
