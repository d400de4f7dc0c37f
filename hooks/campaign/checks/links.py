"""Links, figures and blocks inside Markdown, in entries, pages and prose fields."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import unquote

from campaign.checks import figures, references
from campaign.html import sanitising
from campaign.kinds import LABELS
from campaign.kinds.gallery import PHOTO, Gallery
from campaign.kinds.indicator import Indicator
from campaign.kinds.kind import NUMBER
from campaign.model.base import Record
from campaign.model.look import Look
from campaign.model.marks import MarkdownText
from campaign.model.settings import Host
from campaign.model.walk import mark
from campaign.problems import Problem, nearest, problem
from campaign.reading import markup, rawhtml
from campaign.reading.rawhtml import RawTag
from campaign.site import Site

INSECURE = "http://"
MARKS = re.compile(r"[\[<{]")
"""Every link, block, tag and list of attributes has one."""
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True)
class Passage:
    """A stretch of Markdown and where it stands."""

    path: str
    line: int
    text: str
    is_page: bool
    """Whether relative links and blocks may stand in it."""
    is_out: bool = True
    """Whether readers see it."""
    is_exact: bool = True
    """Whether its lines are those of the file."""

    def at(self, line: int) -> int:
        """The line of the file for a line that was counted from its own."""
        return line if self.is_exact else self.line

    @cached_property
    def links(self) -> list[markup.Link]:
        found = markup.links(self.text, self.line)
        return [replace(link, line=self.at(link.line)) for link in found]

    @cached_property
    def plain_links(self) -> list[tuple[int, str]]:
        found = markup.plain_links(self.text, self.line)
        return [(self.at(line), href) for line, href in found]

    @cached_property
    def empty_links(self) -> list[tuple[int, str]]:
        found = markup.empty_links(self.text, self.line)
        return [(self.at(line), text) for line, text in found]

    @cached_property
    def pictures(self) -> list[tuple[int, str]]:
        return [(self.at(line), href) for line, href in markup.pictures(self.text, self.line)]

    @cached_property
    def blocks(self) -> list[markup.Block]:
        found = markup.blocks(self.text, self.line)
        return [replace(block, line=self.at(block.line)) for block in found]

    @cached_property
    def tags(self) -> list[RawTag]:
        return [replace(tag, line=self.at(tag.line)) for tag in rawhtml.tags(self.text, self.line)]


def passages(site: Site) -> list[Passage]:
    """All Markdown of the site: gone through once, for all the rules that look at it."""
    return site.remembered(_listed)


def _listed(site: Site) -> list[Passage]:
    return list(_passages(site))


def _passages(site: Site) -> Iterator[Passage]:
    for record in site.written():
        yield from site.look(record).once(_shown if site.is_out(record) else _unshown)
    for page in site.prose.values():
        origin = page.origin
        yield Passage(origin.path, origin.body_line, origin.body, True, page.is_released)


def _shown(look: Look) -> list[Passage]:
    """The Markdown of a record that readers see."""
    return list(_of_record(look, is_out=True))


def _unshown(look: Look) -> list[Passage]:
    return list(_of_record(look, is_out=False))


def _of_record(look: Look, *, is_out: bool) -> Iterator[Passage]:
    origin = look.origin
    if origin.body:
        yield Passage(origin.path, origin.body_line, origin.body, True, is_out)
    for loc, field, text in look.texts:
        if MARKS.search(text) and mark(field, MarkdownText):
            exact = origin.first_line(loc)
            first = exact or origin.line(loc)
            yield Passage(origin.path, first, text, False, is_out, exact is not None)


def record_links(site: Site) -> Iterator[Problem]:
    """V03a to V03c, V03g to V03i, V21, V22 and V22c for links to records and figures."""
    for passage in passages(site):
        for link in passage.links:
            yield from _record_link(site, passage, link)


def _record_link(site: Site, passage: Passage, link: markup.Link) -> Iterator[Problem]:
    path = passage.path
    if link.kind not in markup.LINK_KINDS:
        yield _no_such_kind(path, link)
    elif link.kind == Indicator.kind:
        yield from figures.of_indicator(site, path, link)
    elif site.is_faulty(link.kind, link.target):
        return
    elif link.target not in site.kind(link.kind):
        code, words = references.unknown(site, link.kind, link.target)
        yield problem(path, link.line, code, **words)
    elif passage.is_out and _is_unseen(site, record := site.kind(link.kind)[link.target]):
        yield problem(path, link.line, "V03b", kind=record.label, value=link.target)
    elif link.field:
        yield from figures.of_record(path, link, site.kind(link.kind)[link.target])


def _no_such_kind(path: str, link: markup.Link) -> Problem:
    """V03a and V03h: a link to no kind of record; V30a: to an address that cannot be one here."""
    if link.target.startswith("//"):
        return problem(path, link.line, "V30a", value=f"{link.kind}:{link.target}", nearest="")
    words = {"kind": "记录类别", "value": link.kind}
    if near := nearest(link.kind, markup.LINK_KINDS):
        return problem(path, link.line, "V03a", **words, nearest=near)
    kinds = "、".join(f"{kind}（{LABELS[kind]}）" for kind in markup.LINK_KINDS)
    return problem(path, link.line, "V03h", **words, choices=kinds)


def _is_unseen(site: Site, record: Record) -> bool:
    """Whether readers lack it, and not only since the site is shown as of an earlier day."""
    return not site.is_out(record) and not site.is_later(record)


def plain(site: Site) -> Iterator[Problem]:
    """V30a, V30i and V03b: a link that no browser follows, or to a file not there or not out."""
    unseen = _unseen_files(site)
    for passage in passages(site):
        shown = {href for _, href in passage.pictures}  # a picture from elsewhere has its own rule
        for line, href in passage.plain_links:
            target = unquote(href.split("#")[0].split("?")[0])
            if SCHEME.match(href):
                is_right = sanitising.is_address(href) or href in shown
            elif not target or href.startswith("//"):
                continue
            else:
                place = _place(passage.path, target)
                is_right = passage.is_page and _exists(site, place)
                if is_right and passage.is_out and place in unseen:
                    words = {"kind": unseen[place], "value": href}
                    yield problem(passage.path, line, "V03b", **words)
            if not is_right:
                near = "" if SCHEME.match(href) else _nearest_page(site, passage, target)
                yield problem(passage.path, line, "V30a", value=href, nearest=near)
        for line, text in passage.empty_links:
            yield problem(passage.path, line, "V30i", value=text)
        for tag in passage.tags:
            yield from _written_in_html(site, passage, tag, unseen)


def _nearest_page(site: Site, passage: Passage, target: str) -> str:
    """The page of the same folder that was most likely meant, as the passage would write it."""
    folder, name = posixpath.split(_place(passage.path, target))
    pages = (f"docs/{uri}" for uri in site.prose if passage.is_page)
    beside = (page for page in pages if posixpath.dirname(page) == folder)
    stems = {posixpath.basename(page).removesuffix(".md"): page for page in beside}
    near = nearest(name.removesuffix(".md"), stems)
    return posixpath.relpath(stems[near], posixpath.dirname(passage.path)) if near else ""


def _unseen_files(site: Site) -> dict[str, str]:
    """The files of articles and pages that readers do not see, with what each is called."""
    entries = {
        site.origin(entry).path: entry.label for entry in site.entries() if _is_unseen(site, entry)
    }
    drafts = (page for page in site.prose.values() if not page.is_released)
    return entries | {page.origin.path: "页面" for page in drafts}


def _written_in_html(
    site: Site, passage: Passage, tag: RawTag, unseen: Mapping[str, str]
) -> Iterator[Problem]:
    """V30h and V03b: an address of a tag, which stands on the page as it is written."""
    href = tag.attributes.get({"a": "href", "img": "src"}.get(tag.name, ""), "")
    target = unquote(href.split("#")[0].split("?")[0])
    if tag.name == "a" and sanitising.is_of_nowhere(href):
        yield problem(passage.path, tag.line, "V30h", value=href)
    if not target or SCHEME.match(href) or href.startswith("//"):
        return
    address = passage.path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    place = _place(address, target)
    meant = (place, f"{place}.md", f"{place}/index.md")
    kind = next((unseen[file] for file in meant if file in unseen), "")
    if passage.is_page and passage.is_out and kind:
        yield problem(passage.path, tag.line, "V03b", kind=kind, value=href)
    elif not passage.is_page or not _exists(site, *meant):
        yield problem(passage.path, tag.line, "V30h", value=href)


def insecure(site: Site) -> Iterator[Problem]:
    """V25b: a link to another site without encryption; an intranet often has no other."""
    if site.profile.host in (Host.INTRANET, Host.OFFLINE):
        return
    for passage in passages(site):
        for line, href in passage.plain_links:
            if passage.is_out and href.lower().startswith(INSECURE):
                yield problem(passage.path, line, "V25b", value=href)
    for record in site.everything():
        for index, source in enumerate(record.sources):
            if (source.url or "").lower().startswith(INSECURE) and site.is_out(record):
                yield site.problem(record, "V25b", "sources", index, "url", value=source.url)


def _place(path: str, target: str) -> str:
    """The file that an address means, seen from a file or a page."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _exists(site: Site, *places: str) -> bool:
    """Whether one of the files is there, below `docs/`."""
    return any(place.startswith("docs/") and (site.root / place).is_file() for place in places)


def blocks(site: Site) -> Iterator[Problem]:
    """V36a–d: a block that does not exist or may not stand here, or options it does not know."""
    for passage in passages(site):
        for block in passage.blocks:
            if passage.is_page:
                yield from _block(site, passage, block)
            else:
                yield problem(passage.path, block.line, "V36d", value=block.name)


def _block(site: Site, passage: Passage, block: markup.Block) -> Iterator[Problem]:
    known = markup.BLOCKS.get(block.name)
    if known is None:
        near = nearest(block.name, markup.BLOCKS)
        value = block.name or "[[…]]"
        yield problem(passage.path, block.line, "V36a", value=value, nearest=near)
        return
    needed = {name: "" for name, choices in known.items() if choices == PHOTO}
    for option, value in (needed | dict(block.options)).items():
        words = {"block": block.name, "option": option, "value": value}
        choices = known.get(option)
        if choices is None:
            shown = "、".join(known)
            yield problem(passage.path, block.line, "V36b", **words, choices=shown)
        elif choices == PHOTO:
            yield from _photo(site, passage, block, value)
        elif choices == NUMBER and not (value.isascii() and value.isdigit()):
            yield problem(passage.path, block.line, "V36c", **words, choices="1、2、3……")
        elif isinstance(choices, tuple) and value not in choices:
            shown = "、".join(choices)
            yield problem(passage.path, block.line, "V36c", **words, choices=shown)


def _photo(site: Site, passage: Passage, block: markup.Block, id: str) -> Iterator[Problem]:
    """V03a, V03b and V11b for a photo that a block shows."""
    path, line = passage.path, block.line
    known = site.known(PHOTO)
    gallery = site.of(Gallery).get(id.split("/")[0])
    if site.is_faulty(PHOTO, id):
        return
    if id not in known:
        near = nearest(id, known)
        yield problem(path, line, "V03a", kind=LABELS[PHOTO], value=id, nearest=near)
    elif id in site.withdrawn:
        yield problem(path, line, "V11b", value=id)
    elif passage.is_out and gallery is not None and _is_unseen(site, gallery):
        yield problem(path, line, "V03b", kind=gallery.label, value=id)
