"""The last look at what a build has written: from what was seen, without reading it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from posixpath import basename
from urllib.parse import unquote, urlsplit

from campaign import trees
from campaign.build.finishing import Finished
from campaign.build.publish import Publication
from campaign.build.site_map import SiteMap
from campaign.problems import Problem, problem
from campaign.site import Site
from campaign.verify import exchange
from campaign.verify.seen import Seen
from campaign.verify.soundness import Tree, broken_links, lacking, once, page_faults


def faults(done: Publication) -> list[Problem]:
    """Everything wrong with a publication, each fault of a frame once."""
    return list(once(_faults(done)))


def _faults(done: Publication) -> Iterator[Problem]:
    base = done.site_map.site.profile.base_url
    tree = _tree(done, urlsplit(base).path)
    yield from lacking(tree)
    yield from unaccounted(done)
    yield from unseen(done.site_map)
    for page in _one_of_each_shell(done.finished):
        found = _all(tree, page.path, done.site_map.finishing.frame(page.shell), base)
        yield from (at_settings(done.site_map.site, item) for item in found)
    for page in done.finished:
        found = _all(tree, page.path, page.seen, base)
        yield from (at_source(done.site_map.site.root, page.source, item) for item in found)
    for path, seen in done.seen.items():
        yield from (at_settings(done.site_map.site, item) for item in _all(tree, path, seen, base))


def _all(tree: Tree, path: str, seen: Seen, base: str) -> Iterator[Problem]:
    yield from page_faults(path, seen)
    yield from broken_links(tree, path, seen)
    yield from exchange.broken(tree, path, seen.told, base)


def _tree(done: Publication, site_path: str) -> Tree:
    """The files as they were written; a page has its frame's anchors, too."""
    finished = {page.path: page for page in done.finished}

    @cache
    def page(path: str) -> Seen:
        if path not in finished:
            return done.seen[path]
        own, frame = finished[path].seen, done.site_map.finishing.frame(finished[path].shell)
        return replace(own, anchors=own.anchors | frame.anchors)

    return Tree(done.sizes.keys(), site_path, page)


def _one_of_each_shell(finished: Iterable[Finished]) -> Iterable[Finished]:
    return {page.shell: page for page in reversed(list(finished))}.values()


def unaccounted(done: Publication) -> Iterator[Problem]:
    """Y21: a file that is not what was written, or that nothing wrote."""
    present = trees.sizes(done.tree)
    for path in sorted(present.keys() ^ done.sizes.keys()):
        yield Problem(path, 1, "Y21", {"value": path})
    for path, size in done.sizes.items():
        if present.get(path, size) != size:
            yield Problem(path, 1, "Y21", {"value": path})


def unseen(site_map: SiteMap) -> Iterator[Problem]:
    """V01f: a page that somebody wrote where the site has one of its own, such as a year's roll."""
    for uri, address in site_map.covered:
        yield problem(f"docs/{uri}", 1, "V01f", value=address)


def at_source(root: Path, source: str, found: Problem) -> Problem:
    """The problem at the line that people wrote, as far as its value stands there."""
    if not (root / source).is_file():
        return found
    return replace(found, path=source, line=_line(root / source, found) or 1)


def at_settings(site: Site, found: Problem) -> Problem:
    """The problem of a frame, at the line of the settings or the profile whose text it is."""
    for record in (site.profile, site.settings):
        source = site.origin(record).path
        if (site.root / source).is_file() and (line := _line(site.root / source, found)):
            return replace(found, path=source, line=line)
    return found


def _line(path: Path, found: Problem) -> int | None:
    """The line of a file in which what a problem names is written."""
    value = found.values.get("value", "").strip()
    address, _, place = unquote(value).partition("#")
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for words in filter(None, (value, unquote(value), basename(address), place)):
        for number, line in enumerate(lines, start=1):
            if words in unquote(line):
                return number
    return None
