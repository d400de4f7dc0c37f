"""The pages written in `docs/`: articles, and the pages of columns with their blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from campaign import urls
from campaign.blocks import blocks
from campaign.build import shells
from campaign.build.frame import has_contents
from campaign.frame import subscribe
from campaign.html.sanitising import sanitised
from campaign.kinds import articles
from campaign.model.entry import Entry
from campaign.reading import markup
from campaign.reading.listing import listed
from campaign.render import prose
from campaign.render.articles import Article, Articles
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.search.facets import Finder
from campaign.site import Prose

BLOCK_SLOT = re.compile(r"<p>zqblock(\d+)zq</p>")


class Poured(NamedTuple):
    """A converted text with its blocks in place: safe, and with its outline."""

    html: Markup
    article: Article


class Documents:
    """The pages of an edition that people wrote, made one at a time."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.site = edition.site
        self._finder = Finder(edition)

    def pages(self) -> Mapping[str, Callable[[], Page]]:
        """What makes each page, by its address."""
        written = {
            urls.of_page(uri): lambda uri=uri, page=page: self.written(uri, page)
            for uri, page in self.site.shown_prose.items()
        }
        articles = {
            urls.url(entry): lambda entry=entry: self.article(entry)
            for entry in self.site.entries()
        }
        return {**written, **articles}

    def article(self, entry: Entry) -> Page:
        """An article with what stands around its text."""
        origin, address = self.site.origin(entry), urls.url(entry)
        poured = self._poured(origin.path.removeprefix("docs/"), origin.body, address)
        return Page(
            path=address,
            shell=f"{urls.FOLDERS[entry.kind]}/{shells.NAME}",
            title=entry.title,
            description=entry.summary or entry.title,
            body=articles.around(self.edition, entry, poured.html, poured.article.headings),
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
        is_listing = page.is_unlisted or any(markup.blocks(page.origin.body))
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
            contents=self._contents(poured.article) if has_contents(page) else Markup(),
        )

    def _contents(self, article: Article) -> Markup:
        """The list of a page's headings, below its title."""
        first = article.headings[:1]
        below = first[0].children if first and first[0].level == 1 else article.headings
        return self.edition.render("contents.html.jinja", "", headings=below) if first else Markup()

    # Texts

    @cached_property
    def _articles(self) -> Articles:
        return Articles(self.files)

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file below `docs/` that a link may name."""
        assets = _assets(self.site.root)
        sources = (self.site.origin(entry).path for entry in self.site.entries())
        written = (source.removeprefix("docs/") for source in sources)
        return frozenset({*self.site.shown_prose, *written, *assets})

    def _poured(self, uri: str, text: str, address: str) -> Poured:
        """A text with links and figures filled in, converted, sanitised, its blocks rendered."""
        root = urls.root_from(address)
        expanded, waiting = prose.expanded(self.site, text, root)
        article = self._articles.convert(expanded, uri)

        def block(found: re.Match[str]) -> str:
            item = waiting[int(found[1])]
            return str(blocks.render(self.edition, item.name, root, item.options))

        html, hits = BLOCK_SLOT.subn(block, str(sanitised(article.html)))
        if hits != len(waiting):
            raise shells.ShellError(f"{uri}: {hits} of {len(waiting)} blocks placed")
        return Poured(Markup(html), article)  # sanitised prose and escaped templates


def assets(edition: Edition) -> Iterator[tuple[str, Path]]:
    """What lies in `docs/` beside texts, by its path on the site."""
    heard = {entry.audio for entry in edition.site.entries() if entry.audio}
    for name in _assets(edition.site.root):
        if not name.startswith(urls.RECORDINGS) or name.removeprefix(urls.RECORDINGS) in heard:
            # the recording of a draft must not be heard
            yield name, edition.site.root / "docs" / name


def _assets(root: Path) -> Iterator[str]:
    """The files below `docs/` beside texts, by their paths there."""
    for item in listed(root, ("docs",)):
        inside = item.path.removeprefix("docs/")
        is_hidden = inside.startswith(".") or "/." in inside
        is_linked = item.is_link or item.is_below_link
        if item.is_file and item.suffix != ".md" and not (is_linked or is_hidden):
            yield inside
