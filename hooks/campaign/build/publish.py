"""Publishing a map: everything is made once, written once, and looked at while it is made."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from campaign import atomic, targets, urls
from campaign.build.finishing import Finished
from campaign.build.site_map import SiteMap
from campaign.html import traditional
from campaign.html.traditional import Traditional
from campaign.keeping import made
from campaign.photos import cards
from campaign.render.outputs import Output
from campaign.verify import exchange, seen
from campaign.verify.seen import Seen
from campaign.workers import HERE, Workers

TEXTS = (".json", ".xml", ".csv", ".txt", ".js", ".ics")
"""Endings of files, beside pages, in which nothing internal may be found."""


class Publication:
    """A tree that is being written, and what was seen of each file."""

    def __init__(self, tree: Path, site_map: SiteMap) -> None:
        self.tree = tree
        self.site_map = site_map
        self.finished: list[Finished] = []
        """The pages in their shells, without their text."""
        self.sizes: dict[str, int] = {}
        """Bytes of each file, by its path."""
        self.seen: dict[str, Seen] = {}
        """What each other page, and each file that programs read, names and breaks."""
        self._secrets = site_map.finishing.secrets
        self._hidden = sorted(self._secrets)
        self._twins = _traditional(site_map)

    def add_page(self, page: Finished) -> None:
        """Write a page, and its traditional reading where the site has one."""
        for name, html in self._both(page.path, page.html):
            self._write(name, html.encode())
            if name != page.path:
                self.seen[name] = seen.of_page(html)
        self.finished.append(replace(page, html=""))

    def add(self, name: str, data: bytes | Path) -> None:
        """Write a file that stands by itself."""
        if not name.endswith((".html", *TEXTS)):
            self._write(name, data)
            return
        text = (data.read_bytes() if isinstance(data, Path) else data).decode()
        pairs = self._both(name, text) if name.endswith(".html") else self._texts(name, text)
        for path, written in pairs:
            self._write(path, data if written is text else written.encode())
            self.seen[path] = self._looked_at(path, written)

    def add_mark(self) -> None:
        """Write by what the tree is known for a site of this program, when all else is written."""
        self._write(targets.MARK, targets.mark(list(self.sizes)))

    def _both(self, name: str, html: str) -> Iterable[tuple[str, str]]:
        return self._twins.both(name, html) if self._twins else [(name, html)]

    def _texts(self, name: str, text: str) -> Iterator[tuple[str, str]]:
        yield name, text
        if self._twins:
            yield from self._twins.text(name, text)

    def _looked_at(self, name: str, text: str) -> Seen:
        """What a look at a file gives, as it was kept if the file was the same before."""
        look = partial(self._look, name, text)
        return made(self.site_map.edition.kept, look, name, text, self._hidden)

    def _look(self, name: str, text: str) -> Seen:
        if name.endswith(".html"):
            found = seen.of_page(text)
        else:
            found = exchange.of_file(name, text) if exchange.is_read(name) else Seen()
        if name.startswith(urls.ADMIN):  # its policy is not one that its tags tell
            found = replace(found, faults=tuple(f for f in found.faults if f[0] != "V25c"))
        return replace(found, faults=(*found.faults, *seen.leaks(text, self._secrets)))

    def _write(self, name: str, data: bytes | Path) -> None:
        self.sizes[name] = write(self.tree, Output(name, data))


def publish(site_map: SiteMap, tree: Path, workers: Workers = HERE) -> Publication:
    """Write everything that the map holds into `tree`."""
    done = Publication(tree, site_map)
    for address in site_map.pages:
        done.add_page(site_map.page(address))
    for output in site_map.outputs():
        done.add(output.path, output.data)
    drawn = [page.card for page in done.finished if page.card]
    for output in cards.outputs(site_map.site.root, drawn, workers):
        done.add(output.path, output.data)
    for output in site_map.closing(done.finished):
        done.add(output.path, output.data)
    done.add_mark()
    return done


def pour(tree: Path, outputs: Iterable[Output]) -> None:
    """Write some files into a tree that stands already."""
    for output in outputs:
        write(tree, output)


def write(tree: Path, output: Output) -> int:
    """Write one file; how many bytes it has."""
    path = tree / output.path
    try:
        return _put(path, output.data)
    except FileNotFoundError:  # the first file of its folder
        path.parent.mkdir(parents=True, exist_ok=True)
        return _put(path, output.data)


def _put(path: Path, data: bytes | Path) -> int:
    if not isinstance(data, Path):
        return path.write_bytes(data)
    if data != path:
        shutil.copyfile(data, path)
    return path.stat().st_size


def renew(root: Path, output: Output) -> None:
    """Write one file of the project itself: whoever edits it finds the old one or the new one."""
    data = output.data
    atomic.replace(root / output.path, data.read_bytes() if isinstance(data, Path) else data)


def _traditional(site_map: SiteMap) -> Traditional | None:
    """What makes the traditional reading, for a site that has one."""
    if not site_map.site.profile.traditional:
        return None
    pages = [f"{address}index.html" for address in site_map.pages]
    texts = []
    for output in site_map.outputs():
        if output.path.endswith(".html"):
            pages.append(output.path)
        elif traditional.is_read(output.path) and traditional.has_words(output.path, _text(output)):
            texts.append(output.path)
    return Traditional(site_map.site.profile, pages, texts)


def _text(output: Output) -> str:
    data = output.data
    return (data.read_bytes() if isinstance(data, Path) else data).decode()
