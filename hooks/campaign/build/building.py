"""One build as the site builder drives it: what each of its events does, without knowing it.

`hooks/events.py` calls these methods with plain values. A `Build` lives for one build:
module state would outlive a rebuild of the live preview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from campaign import urls
from campaign.blocks import blocks
from campaign.build import pages, publish, shells, stylesheet
from campaign.build.documents import Documents
from campaign.build.shells import Shell
from campaign.checks import check
from campaign.derive.secrets import secrets
from campaign.exchange import Exchange
from campaign.frame import subscribe
from campaign.frame.duties import Duties
from campaign.frame.paper import Paper
from campaign.frame.sharing import Sharing
from campaign.html import traditional
from campaign.kinds import articles
from campaign.kinds.contest.facts import veiled
from campaign.photos import published, withdrawal
from campaign.problems import Problem, Severity, errors, ordered
from campaign.reading import records
from campaign.render import pictures, prose
from campaign.render.edition import Edition
from campaign.render.outputs import Output, Page
from campaign.search import Search
from campaign.site import Site
from campaign.verbs import console
from campaign.verify import sizes

BLOCK_SLOT = re.compile(r"<p>zqblock(\d+)zq</p>")


@dataclass
class Build:
    """The site, what the builder has laid out so far, and what is wrong with the content."""

    site: Site | None
    problems: list[Problem]
    withdrawn: frozenset[str] = frozenset()
    """Photos that must not be seen any more, by id."""
    secrets: frozenset[str] = frozenset()
    """Stretches of internal records."""
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
        return cls(veiled(site.published()), found, gone, secrets(site))

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
    def documents(self) -> Documents:
        return Documents(self.site)

    @cached_property
    def edition(self) -> Edition:
        assert self.site is not None
        return Edition(self.site, published.pictures(self.site, console.progress))

    @cached_property
    def duties(self) -> Duties:
        assert self.site is not None
        return Duties(self.site)

    @cached_property
    def sharing(self) -> Sharing:
        return Sharing(self.edition.site, self.edition.pictures)

    @cached_property
    def exchange(self) -> Exchange:
        return Exchange(self.edition)

    @cached_property
    def search(self) -> Search:
        return Search(self.edition)

    @cached_property
    def paper(self) -> Paper:
        return Paper(self.edition)

    # Pages

    def matter(self, uri: str, written: dict[str, Any], address: str) -> dict[str, Any]:
        """A page's front matter as the theme may know it, with the file that people edit."""
        if uri.endswith(shells.NAME):
            report = "zqslotreportzq" if self.duties.has_report else ""
            return {**written, "source": "zqslotsourcezq", "report": report}
        entry = self.documents.entry_at(uri)
        source: dict[str, Any] = {"source": f"docs/{uri}"}
        if self.site is not None:
            title = entry.title if entry else str(written.get("title") or self.site.settings.name)
            picture = self.sharing.image(address, title, getattr(entry, "cover", None) or "")
            source |= {"picture": picture} | self.duties.matter(address, title, picture)
            source["head"] = self.exchange.head(address, title) + self.search.marks(address, title)
            if entry is None and (self.documents.lists(uri) or written.get("search")):
                source |= {"is_listing": True, "entrance": self.search.finder.entrance(address)}
        if entry is None:
            return written | source
        return source | {
            "title": entry.title,
            "description": entry.summary or entry.title,
            "hide": ["navigation", "toc"],
        }

    def modified(self, uri: str) -> str:
        """The ISO day of a page's last change, for the sitemap: never the day of the build."""
        entry = self.documents.entry_at(uri)
        if entry is not None:
            return self.documents.changed(entry)
        day = self.exchange.changed(urls.column_of(uri)) if self.site else ""
        return day or publish.UNDATED

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
        entry = self.documents.entry_at(uri)
        found = self._with_blocks(uri, safe, address)
        if entry is not None:
            found = articles.around(self.edition, entry, found, outline)
        elif address and self.site:
            found += subscribe.line(self.edition, address)
        is_page = self.site and not uri.endswith(shells.NAME)
        return found + self.paper.note(address) if is_page else found

    def _with_blocks(self, uri: str, html: Markup, address: str) -> Markup:
        waiting = self.blocks.get(uri, [])
        root = urls.root_from(address)

        def block(found: re.Match[str]) -> str:
            item = waiting[int(found[1])]
            return str(blocks.render(self.edition, item.name, root, item.options))

        text, hits = BLOCK_SLOT.subn(block, str(html))
        if hits != len(waiting):
            raise shells.ShellError(f"{uri}: {hits} of {len(waiting)} blocks placed")
        return Markup(text)  # sanitised prose and escaped templates

    # Outputs

    def style(self, html: str, title: str) -> Markup:
        """The rules of one page: for the photos that it shows, and for its sheets of paper."""
        if self.site is None:
            return Markup()
        return Markup(pictures.style(self.edition, html) + self.paper.style(title))  # both are ours

    def outputs(self, site_url: str) -> Iterator[Output]:
        """Everything that the builder did not lay out itself."""
        if self.site is None:
            return
        reportable = self.duties.has_report
        cut = {
            source: shells.cut(html, source, bool(self.site.profile.repository), reportable)
            for source, html in self.shells.items()
        }
        for page in self.pages:
            yield self._filled(page, cut[page.shell], site_url)
        yield from pages.files(self.edition)
        yield from self.exchange.outputs()
        yield from publish.redirects(self.site)
        yield from published.outputs(self.edition.pictures)
        yield from self.sharing.outputs(console.progress)
        published.sweep(self.site, self.sharing.keys)

    def _filled(self, page: Page, shell: Shell, site_url: str) -> Output:
        """A record's page in its shell; nobody shares a further sheet of a list by a picture."""
        image = "" if page.is_listing else self.sharing.image(page.path, page.title, page.cover)
        head = [
            *self.duties.head(page, image),
            self.exchange.head(page.path, page.title),
            self.search.marks(page.path, page.title),
        ]
        values = shells.page_values(
            replace(page, body=page.body + self.paper.note(page.path)),
            site_url,
            image,
            self.style(page.body, page.title),
            head,
            self.duties.report(page.path, page.title),
        )
        return Output(f"{page.path}index.html", shell.fill(values).encode())

    @cached_property
    def pages(self) -> list[Page]:
        return [make() for make in pages.pages(self.edition).values()] if self.site else []

    def stylesheet(self) -> str:
        return stylesheet.text()

    def sitemap(self, xml: str, site_url: str) -> str:
        """The builder's sitemap without shells and with the records."""
        pages = map(self.exchange.dated, self.pages) if self.site else ()
        listed = publish.sitemap(xml, site_url, pages)
        return traditional.sitemap(listed, site_url) if self.is_read_twice else listed

    def index(self, tree: Path) -> Iterator[Output]:
        """What the search looks words up in, made from the pages in `tree`."""
        return self.search.outputs(tree, console.say) if self.site else iter(())

    @property
    def is_read_twice(self) -> bool:
        """Whether the site has a traditional reading beside the simplified one."""
        return self.site is not None and self.site.profile.traditional

    def traditional(self, tree: Path) -> Iterator[Output]:
        """The other reading of every page in `tree`, and these pages with links to it."""
        if self.site is not None and self.is_read_twice:
            yield from traditional.outputs(tree, self.site.profile)

    def sealed(self, tree: Path) -> Iterator[Output]:
        """Every page in `tree` with its policy; none in a preview, to which a server adds."""
        return publish.sealed(tree) if self.site and not self.site.preview else iter(())

    def announcement(self) -> Mapping[str, Any]:
        """What the theme shows above and below every page."""
        is_preview = self.site is None or self.site.preview
        return publish.frame(self.site, self.problems if is_preview else [])
