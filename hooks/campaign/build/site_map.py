"""The site as a map: each address, and the function that makes what stands there.

A build asks for everything, a preview for one address. Nothing is made to find out that
it exists; what needs all the pages (the sitemap, the search) is made from them by `closing`.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from html import escape
from importlib.metadata import version
from pathlib import Path

from campaign import search, urls
from campaign.admin import page as admin
from campaign.build import kind_pages, origin, redirects, scripts, stylesheet
from campaign.build.content import Content
from campaign.build.documents import Documents, assets
from campaign.build.finishing import Finished, Finishing
from campaign.build.framing import frame
from campaign.build.layout import Layout, layout
from campaign.html import content_security, traditional
from campaign.keeping import Kept
from campaign.photos import published
from campaign.problems import Problem
from campaign.reading.listing import content, listed
from campaign.render.edition import Edition
from campaign.render.outputs import Output, Page
from campaign.workers import HERE, Workers

PLACE = ".cache/pages"
"""Where parts of pages are kept from one build to the next, relative to the project."""
PACKAGES = (
    "icalendar",
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs-material",
    "nh3",
    "pymdown-extensions",
    "selectolax",
)
"""On which the HTML of a page depends, and what is seen of it."""
SITEMAP = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{}">\n{}</urlset>\n'
SITEMAP_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SiteMap:
    """Everything that an edition publishes in a layout, by address."""

    def __init__(
        self,
        edition: Edition,
        layout: Layout,
        secrets: frozenset[str] = frozenset(),
        told: Sequence[Problem] = (),
    ) -> None:
        self.edition = edition
        self.site = edition.site
        self.layout = layout
        self.told = told
        """What whoever looks at a preview of it has to know."""
        self.finishing = Finishing(edition, layout, secrets)

    @cached_property
    def pages(self) -> Mapping[str, Callable[[], Page]]:
        """What makes each page that is poured into a shell, by its address."""
        return {**self._written, **self._own}

    @cached_property
    def _own(self) -> Mapping[str, Callable[[], Page]]:
        """The pages that nobody writes."""
        return kind_pages.pages(self.edition)

    @property
    def covered(self) -> Iterator[tuple[str, str]]:
        """Pages of `docs/` in whose place one stands that nobody writes: path and address."""
        places = ((uri, urls.of_page(uri)) for uri in self.site.shown_prose)
        return ((uri, address) for uri, address in places if address in self._own)

    @cached_property
    def _documents(self) -> Documents:
        return Documents(self.edition)

    @cached_property
    def _written(self) -> Mapping[str, Callable[[], Page]]:
        return self._documents.pages()

    @cached_property
    def _entries(self) -> Mapping[str, Callable[[], Page]]:
        return self._documents.entries()

    @cached_property
    def files(self) -> Mapping[str, bytes | Path]:
        """Each other file, by its path."""
        return {output.path: output.data for output in self._others()}

    def outputs(self) -> Iterator[Output]:
        """Each other file as it is published, one after the other: together they take room."""
        return (replace(output, data=self._sealed(output)) for output in self._others())

    def _others(self) -> Iterator[Output]:
        static = (*self.layout.files(), *assets(self.edition))
        yield from (Output(name, path) for name, path in static)
        texts = {stylesheet.ADDRESS: stylesheet.text(), **scripts.texts()}
        yield from (Output(name, text.encode()) for name, text in texts.items())
        yield from kind_pages.files(self.edition)
        yield from self.finishing.exchange.outputs()
        yield from redirects.outputs(self.site)
        yield from published.outputs(self.edition.pictures)
        if not self.site.preview:
            yield from admin.outputs(self.site)
        if not self.site.preview and (made_from := origin.output(self.site.root)):
            yield made_from

    def page(self, address: str) -> Finished:
        """The page at an address, as it is published. Raises KeyError."""
        return self.finishing.finish(self.pages[address]())

    def page_soon(self, address: str) -> Finished | None:
        """The same for an editor, who waits for one page; nothing where there is none."""
        one = kind_pages.page(self.edition, address) or self._entries.get(address)
        if one is None and not kind_pages.may_make(address):
            one = self._written.get(address)
        made = one or self.pages.get(address)
        return self.finishing.finish(made()) if made else None

    def file(self, path: str) -> bytes | Path:
        """The file at a path, as it is published. Raises KeyError."""
        return self._sealed(Output(path, self.files[path]))

    def _sealed(self, output: Output) -> bytes | Path:
        """The content of a file; of a page with its policy, but for a preview and the editor."""
        path, data = output.path, output.data
        if not path.endswith(".html") or self.site.preview or path.startswith(urls.ADMIN):
            return data
        html = data.read_bytes() if isinstance(data, Path) else data
        return content_security.sealed(html.decode()).encode()

    def keep(self) -> None:
        """Keep for the next build what this one made of parts of pages."""
        if self.edition.kept:
            self.edition.kept.write()

    def sweep(self, cards: Iterable[str]) -> None:
        """Empty the store of pictures of all that belongs to no page; `cards` are their keys."""
        published.sweep(self.site, cards)

    # What needs all the pages

    def closing(self, finished: Sequence[Finished]) -> Iterator[Output]:
        """The sitemap, and the index of the search."""
        yield from self._sitemap(finished)
        found = [document for page in finished for document in page.documents]
        found.sort(key=lambda document: document.path)
        yield from search.outputs(self.finishing.finder, found)

    def _sitemap(self, finished: Sequence[Finished]) -> Iterator[Output]:
        base = self.site.profile.base_url
        rows = sorted((page.address, page.modified) for page in finished)
        text = SITEMAP.format(SITEMAP_SPACE, "".join(_row(base + a, day) for a, day in rows))
        if self.site.profile.traditional:
            text = traditional.sitemap(text, base)
        yield Output("sitemap.xml", text.encode())
        yield Output("sitemap.xml.gz", gzip.compress(text.encode(), mtime=0))


def site_map(opened: Content, workers: Workers = HERE) -> SiteMap:
    """The map of a site that was opened; its pictures are made and its frame laid out if need be.

    Raises BuildFailed when the builder stops.
    """
    assert opened.site is not None
    site = opened.site
    kept = Kept(site.root / PLACE, engine_key(site.root))
    edition = Edition(site, published.pictures(site, workers), kept=kept)
    laid_out = layout(site.root, frame(site, opened.problems))
    return SiteMap(edition, laid_out, opened.secrets)


def engine_key(root: Path) -> str:
    """A hash of the code and the templates that make pages."""
    found = hashlib.sha256(repr([(name, version(name)) for name in PACKAGES]).encode())
    for item in listed(root, ("hooks",)):
        if item.is_file and item.suffix != ".pyc":
            found.update(item.path.encode() + content(f"{root}/{item.path}"))
    return found.hexdigest()[:32]


def _row(address: str, day: str) -> str:
    modified = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(address, quote=False)}</loc>{modified}</url>\n"
