"""One build as the site builder drives it: what each of its events does, without knowing it.

`hooks/events.py` calls these methods with plain values. A `Build` lives for one build:
module state would outlive a rebuild of the live preview.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from campaign import (
    console,
    markup,
    pages,
    prose,
    publish,
    records,
    search,
    shells,
    sizes,
    stylesheet,
    urls,
)
from campaign.checks import check
from campaign.derive.columns import hidden
from campaign.derive.contests import veiled
from campaign.kinds import is_column_page
from campaign.model import Entry
from campaign.outputs import Output, Page
from campaign.pages import blocks, entries, pictures
from campaign.pages.desk import Desk
from campaign.photos import published, withdrawal
from campaign.problems import Problem, Severity, errors, ordered
from campaign.sharing import Sharing
from campaign.site import ENTRY_KINDS, Site

ENTRY_FOLDERS = {urls.FOLDERS[kind]: kind for kind in ENTRY_KINDS}
BLOCK_SLOT = re.compile(r"<p>zqblock(\d+)zq</p>")


@dataclass
class Build:
    """The site, what the builder has laid out so far, and what is wrong with the content."""

    site: Site | None
    problems: list[Problem]
    withdrawn: frozenset[str] = frozenset()
    """Photos that must not be seen any more, by id."""
    shells: dict[str, str] = field(default_factory=dict)
    """Laid-out shells by their file below `docs/`."""
    blocks: dict[str, list[Any]] = field(default_factory=dict)
    """Blocks waiting for their place, by page."""

    @classmethod
    def open(
        cls,
        root: Path,
        profile: str | None = None,
        today: date | None = None,
        serving: bool = False,
        checked: bool = False,
    ) -> Build:
        """Read and check the content; the rules are not run again when it is `checked`."""
        site, problems = records.load(root, profile, today, preview=serving)
        if site is not None and not checked:
            problems += check(site)
        raised = site.profile.raised if site else ()
        found = ordered(problems, raised)
        if site is None:
            return cls(None, found)
        gone = site.withdrawn.union(withdrawal.in_faulty_galleries(site))
        return cls(veiled(site.published()), found, gone)

    @classmethod
    def asked_for(cls, root: Path, serving: bool) -> Build:
        """The build that the environment asks for; problems are told unless they were."""
        asked = publish.asked()
        build = cls.open(root, asked.profile, asked.today, serving, asked.checked)
        if build.problems and not asked.checked:
            console.report(build.problems, build.site)
        return build

    @property
    def errors(self) -> list[Problem]:
        return errors(self.problems, self.site.profile.raised if self.site else ())

    def is_stopped_by(self, found: list[Problem], strict: bool) -> bool:
        """Whether these problems end the build; when it is strict, warnings do, too."""
        grave = errors(found, self.site.profile.raised if self.site else ())
        return bool(grave) or (strict and any(p.severity() is Severity.WARNING for p in found))

    def budget(self, rows: list[sizes.Row]) -> Iterator[Problem]:
        """What is wrong with the size of the built site."""
        if self.site is not None:
            yield from sizes.budget(rows, self.site.profile)

    @property
    def site_path(self) -> str:
        """The path below which the site is published: `/` or `/repository/`."""
        return urlsplit(self.site.profile.base_url).path if self.site else "/"

    @cached_property
    def desk(self) -> Desk:
        assert self.site is not None
        return Desk(self.site, published.pictures(self.site, console.progress))

    @cached_property
    def sharing(self) -> Sharing:
        return Sharing(self.desk.site, self.desk.pictures)

    # Files and navigation

    def hides(self, uri: str) -> bool:
        """Whether a file stays out: drafts, internal pages, broken entries, stylesheet parts."""
        if uri.startswith(stylesheet.PARTS):
            return True
        if self.site is None:
            return uri.endswith(".md") and uri != "index.md"
        if self.entry_at(uri) is not None:
            return False
        folder, _, name = uri.partition("/")
        if folder in ENTRY_FOLDERS and name.endswith(".md") and not is_column_page(name):
            return True
        page = self.site.prose.get(uri)
        if page is None:
            return uri.endswith(".md")
        return not (page.is_released or self.site.preview)

    def prune(self, nav: list[Any]) -> list[Any]:
        """The navigation without empty columns, sections left with nothing included."""
        if self.site is None:
            return ["index.md"]
        gone = hidden(self.site)
        folders = {path.split("/")[0] for path in gone if path.endswith("/index.md")}
        return [item for item in (_pruned(item, folders, self.site.prose) for item in nav) if item]

    def entry_at(self, uri: str) -> Entry | None:
        """The article written in `docs/<uri>`."""
        folder, _, name = uri.partition("/")
        kind = ENTRY_FOLDERS.get(folder)
        found = self.site.of(kind).get(name.removesuffix(".md")) if kind and self.site else None
        return found if isinstance(found, Entry) else None

    # Pages

    def matter(self, uri: str, written: dict[str, Any], address: str) -> dict[str, Any]:
        """A page's front matter as the theme may know it, with the file that people edit."""
        if uri.endswith(shells.NAME):
            return {**written, "source": "zqslotsourcezq"}
        source = {"source": f"docs/{uri}", "picture": self._picture(uri, written, address)}
        entry = self.entry_at(uri)
        if entry is None and self.lists(uri):
            return written | source | {"search": {"exclude": True}}
        if entry is None:
            return written | source
        return source | {
            "title": entry.title,
            "description": entry.summary or entry.title,
            "hide": ["navigation", "toc"],
        }

    def _picture(self, uri: str, written: dict[str, Any], address: str) -> str:
        """The address of the picture for shared links to a page."""
        if self.site is None:
            return ""
        entry = self.entry_at(uri)
        title = entry.title if entry else written.get("title") or self.site.settings.name
        cover = getattr(entry, "cover", None) or ""
        return self.sharing.image(address, str(title), cover)

    def modified(self, uri: str) -> str:
        """The ISO day of a page's last change, for the sitemap: never the day of the build."""
        entry = self.entry_at(uri)
        day = entry.updated or entry.published.date() if entry else None
        return str(day or (self.site.today if self.site else date.today()))

    def lists(self, uri: str) -> bool:
        """Whether a page lists records, which the search knows by themselves."""
        page = self.site.prose.get(uri) if self.site else None
        return page is not None and any(markup.blocks(page.origin.body))

    def markdown(self, uri: str, text: str, address: str) -> str:
        """A page's Markdown with links and figures filled in and blocks as slots."""
        if self.site is None:
            return ""
        expanded, found = prose.expanded(self.site, text, urls.root_from(address))
        self.blocks[uri] = found
        return expanded

    def content(self, uri: str, html: str, outline: list[dict[str, Any]], address: str) -> Markup:
        """A page's HTML: sanitised, its blocks rendered, an entry's surroundings added."""
        safe = prose.sanitised(html)
        entry = self.entry_at(uri)
        if entry is not None:
            return entries.around(self.desk, entry, self._with_blocks(uri, safe, address), outline)
        return self._with_blocks(uri, safe, address)

    def _with_blocks(self, uri: str, html: Markup, address: str) -> Markup:
        waiting = self.blocks.get(uri, [])
        root = urls.root_from(address)

        def block(found: re.Match[str]) -> str:
            item = waiting[int(found[1])]
            return str(blocks.render(self.desk, item.name, root, item.options))

        text, hits = BLOCK_SLOT.subn(block, str(html))
        if hits != len(waiting):
            raise shells.ShellError(f"{uri}: {hits} of {len(waiting)} blocks placed")
        return Markup(text)  # sanitised prose and escaped templates

    # Outputs

    def style(self, html: str) -> str:
        """The rules for the photos that a page shows."""
        return pictures.style(self.desk, html) if self.site else ""

    def outputs(self, site_url: str) -> Iterator[Output]:
        """Everything that the builder did not lay out itself."""
        if self.site is None:
            return
        cut = {
            source: shells.cut(html, source, bool(self.site.profile.repository))
            for source, html in self.shells.items()
        }
        for page in self.pages:
            image = self.sharing.image(page.path, page.title, page.cover)
            values = shells.page_values(page, site_url, image, self.style(page.body))
            yield Output(f"{page.path}index.html", cut[page.shell].fill(values).encode())
        yield from publish.redirects(self.site)
        yield from published.outputs(self.desk.pictures)
        yield from self.sharing.outputs(console.progress)
        published.sweep(self.site, self.sharing.keys)

    @cached_property
    def pages(self) -> list[Page]:
        return list(pages.pages(self.desk)) if self.site else []

    def stylesheet(self) -> str:
        return stylesheet.text()

    def sitemap(self, xml: str, site_url: str) -> str:
        """The builder's sitemap without shells and with the records."""
        return publish.sitemap(xml, site_url, self.pages)

    @property
    def amendments(self) -> dict[str, Callable[[str], str]]:
        """Files of the builder's that know nothing of the records yet."""
        return {search.INDEX: self.search_index}

    def search_index(self, index: str) -> str:
        """The builder's search index with the records."""
        data: dict[str, Any] = json.loads(index)
        data["docs"] = [*search.escaped(data["docs"]), *search.documents(self.pages)]
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    def announcement(self) -> Mapping[str, Any]:
        """What the theme shows above and below every page."""
        is_preview = self.site is None or self.site.preview
        return publish.frame(self.site, self.problems if is_preview else [])


def _pruned(item: Any, empty: set[str], present: Container[str]) -> Any:
    """A navigation item without the pages of empty columns and pages that are not there."""
    if isinstance(item, str):
        return item if item in present and item.split("/")[0] not in empty else ""
    (title, value), *_ = item.items()
    if isinstance(value, list):
        kept = [part for part in (_pruned(part, empty, present) for part in value) if part]
        return {title: kept} if kept else None
    return item if _pruned(value, empty, present) else None
