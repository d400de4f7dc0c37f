"""How articles appear: speeches, policies, interpretations, news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypedDict, TypeVar, cast

from markupsafe import Markup

from campaign import urls
from campaign.exchange import items, nodes
from campaign.exchange.feeds import LANGUAGE, LATEST, Item, at
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds import kind_of, related
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter
from campaign.kinds.related import Referrers
from campaign.kinds.traits import Traits
from campaign.model.entry import Entry, newest
from campaign.reading import markup
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.markdown_pages import Heading
from campaign.render.names import draft_label
from campaign.render.outputs import Page
from campaign.render.sheets import PER_SHEET, Piece
from campaign.render.template import Template
from campaign.text import cut


class EntryItem(TypedDict):
    """An article in a list of them."""

    title: str
    url: str
    date: str
    tag: str
    summary: str
    source: str
    draft: str


class EntryList(TypedDict):
    """A sheet of a list of articles."""

    entries: list[EntryItem]


class Article(TypedDict):
    """What every article's page has; its text is safe HTML."""

    entry: EntryItem
    published: str
    editor: str
    recording: str
    text: Markup
    outline: Sequence[Heading]


class ArticlePage(Article):
    """An article's page, whatever its kind."""

    label: str
    related: list[Referrers]


LIST = Template("blocks/entries.html.jinja", EntryList)
PAGE = Template("entry.html.jinja", ArticlePage)


def entry_item(edition: Edition, entry: Entry) -> EntryItem:
    """A line of a list of articles: date first."""
    return {
        "title": entry.title,
        "url": urls.url(entry),
        "date": f"{entry.published:%Y-%m-%d}",
        "tag": entry.tag,
        "summary": entry.summary or "",
        "source": entry.source,
        "draft": draft_label(edition, entry),
    }


SALUTATION = re.compile(r"\A\s*<p>(?=[^<，。；]{1,40}：</p>)")
"""Whom a text addresses: its first line, which is not indented as paragraphs are."""


E = TypeVar("E", bound=Entry)
SUMMARY = 160
"""Characters of an article that stand for it where it has no summary."""


class EntryPresenter(Presenter[E]):
    """How articles appear: their text is converted elsewhere, and this stands around it."""

    schema_type = "Article"
    per_sheet = PER_SHEET

    def records(self, edition: Edition) -> list[E]:
        return newest(edition.site.of(self.kind.model).values())

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        return {}

    def around(
        self, edition: Edition, entry: E, text: Markup, outline: Sequence[Heading]
    ) -> Markup:
        """The article's page: `text` is its safe HTML, `outline` its headings."""
        root = urls.root_from(urls.url(entry))
        article = Article(
            entry=entry_item(edition, entry),
            published=f"{entry.published:%Y-%m-%d %H:%M}",
            editor=entry.editor or "",
            recording=f"{urls.RECORDINGS}{entry.audio}" if entry.audio else "",
            text=Markup(SALUTATION.sub('<p class="salutation">', text)),  # sanitised before
            outline=outline,
        )
        return self.article(edition, entry, root, article)

    def article(self, edition: Edition, entry: E, root: str, article: Article) -> Markup:
        """The page of an article, with what its kind shows beyond the text."""
        values = ArticlePage(
            **article, label=self.kind.label, related=related.sections(edition, entry)
        )
        return edition.render(PAGE, root, values)

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[E]]
    ) -> Markup:
        found = sheets.items(pieces, partial(entry_item, edition))
        return edition.render(LIST, root, EntryList(entries=found))

    def traits(self, edition: Edition, record: E) -> Traits:
        return replace(super().traits(edition, record), years=[record.published.year])

    def items(self, edition: Edition) -> Iterable[Item]:
        return (self.item(edition, entry) for entry in self.records(edition)[:LATEST])

    def item(self, edition: Edition, record: E) -> Item:
        image = items.image(edition, getattr(record, "cover", None))
        words = record.summary or self.beginning(edition, record)
        published = at(record.published)
        return items.item(edition, record, record.source, published, record.tag, words, image)

    def beginning(self, edition: Edition, entry: E) -> str:
        """How an article begins, in words."""
        lines = edition.site.origin(entry).body.split("\n")
        text = "\n".join(line for line in lines if not markup.BLOCK_LIKE.match(line))
        return cut(edition.prose(text, edition.site.profile.base_url).striptags(), SUMMARY)

    def node(self, edition: Edition, record: E) -> Node | None:
        found = self.item(edition, record)
        return nodes.subject(
            edition,
            urls.url(record),
            self.schema_type,
            headline=record.title,
            description=found.summary,
            datePublished=found.published.isoformat(),
            dateModified=found.updated.isoformat(),
            author=nodes.organisation(record.source),
            publisher=nodes.publisher(edition),
            inLanguage=LANGUAGE,
            about=self.about(edition, record),
            image=nodes.photo(edition, getattr(record, "cover", None)),
        )

    def about(self, edition: Edition, entry: E) -> list[Node]:
        """What the article is about and has a page."""
        return []

    @property
    def tables(self) -> tuple[Table, ...]:
        return ()


def around(edition: Edition, entry: Entry, text: Markup, outline: Sequence[Heading]) -> Markup:
    """An article's page, by its kind."""
    presenter = cast(EntryPresenter[Entry], kind_of(entry).presenter)
    return presenter.around(edition, entry, text, outline)


PRESENTER = EntryPresenter
