"""The pages written in `docs/`: articles, and the pages of columns with their blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.blocks import blocks
from campaign.build import shells
from campaign.build.framing import has_contents
from campaign.derive import attachments
from campaign.every_page import subscribe
from campaign.html.sanitising import sanitised
from campaign.keeping import key_of, made
from campaign.kinds.entry_presenter import around
from campaign.model.entry import Entry
from campaign.model.origin import Prose
from campaign.reading import markup
from campaign.render import prose
from campaign.render.edition import Edition
from campaign.render.markdown_pages import Converted, Converter, Heading
from campaign.render.outputs import Page
from campaign.render.template import Template
from campaign.search.facets import Finder

BLOCK_SLOT = re.compile(r"<p>zqblock(\d+)zq</p>")


class Contents(TypedDict):
    """The headings of a page."""

    headings: Sequence[Heading]


CONTENTS = Template("contents.html.jinja", Contents)


class Poured(NamedTuple):
    """A converted text with its blocks in place: safe, and with its outline."""

    html: Markup
    converted: Converted


class Documents:
    """The pages of an edition that people wrote, made one at a time."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.site = edition.site
        self._finder = Finder(edition)

    def entries(self) -> Mapping[str, Callable[[], Page]]:
        """What makes each article, by its address."""
        return {urls.url(entry): partial(self.entry, entry) for entry in self.site.entries()}

    def pages(self) -> Mapping[str, Callable[[], Page]]:
        """What makes each page, articles among them, by its address."""
        written = {
            urls.of_page(uri): partial(self.written, uri, page)
            for uri, page in self.site.shown_prose.items()
        }
        return {**written, **self.entries()}

    def entry(self, entry: Entry) -> Page:
        """An article with what stands around its text."""
        origin, address = self.site.origin(entry), urls.url(entry)
        poured = self._poured(origin.path.removeprefix("docs/"), origin.body, address)
        return Page(
            path=address,
            shell=f"{urls.FOLDERS[entry.kind]}/{shells.NAME}",
            title=entry.title,
            description=entry.summary or entry.title,
            body=around(self.edition, entry, poured.html, poured.converted.headings),
            source=origin.path,
            cover=getattr(entry, "cover", None) or "",
            modified=str(max(entry.updated or entry.published.date(), entry.published.date())),
        )

    def written(self, uri: str, page: Prose) -> Page:
        """A page that is no article."""
        address = urls.of_page(uri)
        poured = self._poured(uri, page.origin.body, address)
        body = poured.html
        if "<h1" not in body:
            body = Markup("<h1>{}</h1>\n").format(page.title) + body
        if address:
            body += subscribe.line(self.edition, address)
        has_blocks = any(markup.blocks(page.origin.body))
        is_listing = page.is_unlisted or page.is_found_by_headings or has_blocks
        entrance = self._finder.entrance(address, page.title, page.description)
        if is_listing and entrance and not page.is_unlisted:
            body += Markup("<p hidden data-search-text>{}</p>").format(entrance)
        return Page(
            path=address,
            shell=uri,
            title=page.title,
            description=page.description or self.site.settings.description,
            body=body,
            source=page.origin.path,
            is_listing=is_listing,
            contents=self._contents(poured.converted.headings) if has_contents(page) else Markup(),
        )

    def _contents(self, headings: Sequence[Heading]) -> Markup:
        """The list of a page's headings, below its title."""
        first = headings[:1]
        below = first[0].children if first and first[0].level == 1 else headings
        if not first:
            return Markup()
        return self.edition.render(CONTENTS, "", Contents(headings=below))

    # Texts

    @cached_property
    def _converter(self) -> Converter:
        return Converter(self.files)

    @cached_property
    def _linked(self) -> str | None:
        """Stands for `files` in keys of what is converted with them."""
        return key_of(sorted(self.files))

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file below `docs/` that a link may name."""
        sources = (self.site.origin(entry).path for entry in self.site.entries())
        written = (source.removeprefix("docs/") for source in sources)
        return frozenset({*self.site.shown_prose, *written, *attachments.published(self.site)})

    def _poured(self, uri: str, text: str, address: str) -> Poured:
        """A text with links and figures filled in, converted, sanitised, its blocks rendered."""
        root = urls.root_from(address)
        expanded, waiting = prose.expanded(self.site, text, root)
        convert = partial(self._converter.convert, expanded, uri)
        converted = made(self.edition.kept, convert, "markdown", uri, expanded, self._linked)

        def block(found: re.Match[str]) -> str:
            item = waiting[int(found[1])]
            return str(blocks.render(self.edition, item.name, root, item.options))

        html, hits = BLOCK_SLOT.subn(block, str(sanitised(converted.html)))
        if hits != len(waiting):
            raise shells.ShellError(f"{uri}: {hits} of {len(waiting)} blocks placed")
        return Poured(Markup(html), converted)  # sanitised prose and escaped templates


def assets(edition: Edition) -> Iterator[tuple[str, Path]]:
    """What is published of `docs/` beside texts, by its path on the site."""
    for name in attachments.published(edition.site):
        yield name, edition.site.root / "docs" / name
