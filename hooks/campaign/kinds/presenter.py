"""How the records of a kind appear on the site and in what others take from it.

Every method works for any kind. The `page.py` of a kind has a class of its own that says
only what differs, and names it `PRESENTER`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from functools import partial
from types import MappingProxyType
from typing import Any, Generic, TypedDict, TypeVar

from markupsafe import Markup

from campaign import urls
from campaign.derive import provenance
from campaign.derive.calendar import Occasion, OwnCalendar
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening, of_promises
from campaign.derive.references import references
from campaign.exchange import items, nodes
from campaign.exchange.feeds import LANGUAGE, Item, at
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds import related, standard
from campaign.kinds.community import Community
from campaign.kinds.kind import PHOTO, Kind
from campaign.kinds.listing import ListBlock, Options
from campaign.kinds.related import Referrers
from campaign.kinds.standard import Fact, Passage
from campaign.kinds.task import Task
from campaign.kinds.traits import Traits
from campaign.model.base import Record
from campaign.model.promise import PromisingRecord
from campaign.render import names, pictures, sheets
from campaign.render.edition import Edition
from campaign.render.names import Origin
from campaign.render.outputs import Output, Page
from campaign.render.pictures import PhotoView
from campaign.render.sheets import CARDS, Group, Piece
from campaign.render.template import Template

R = TypeVar("R", bound=Record)
Renderer = Callable[[Edition, str, Options], Markup]
"""Makes a block's HTML for a page from which the site's root is the second argument."""


class RecordPage(TypedDict):
    """The page of a record, by what its fields say of themselves."""

    title: str
    label: str
    draft: str
    origin: Origin
    facts: list[Fact]
    prose: list[Passage]
    photos: list[PhotoView]
    related: list[Referrers]


class RecordCard(TypedDict):
    """A record in a list."""

    title: str
    url: str
    day: str
    line: str
    cover: PhotoView | None
    draft: str


class RecordList(TypedDict):
    """A sheet of a list of records."""

    cards: list[RecordCard]
    label: str


PAGE = Template("record.html.jinja", RecordPage)
LIST = Template("blocks/records.html.jinja", RecordList)


class Presenter(Generic[R]):
    """How records of a kind appear."""

    states: tuple[str, ...] = ()
    """What may be said of its records in the search, in the order of a reader's interest."""
    per_sheet = CARDS
    """How many of its records stand on one page of their list."""
    usual: Options = MappingProxyType({})
    """The options of its list where a page gives none."""

    def __init__(self, kind: Kind[R]) -> None:
        self.kind = kind

    def records(self, edition: Edition) -> list[R]:
        """Its records in the order of a plain list of them."""
        return list(edition.site.of(self.kind.model).values())

    # Pages

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        """What makes each of its pages, by address; nothing is rendered to know that it is."""
        if not self.kind.folder:
            return {}
        return {urls.url(r): partial(self.page, edition, r) for r in self.records(edition)}

    def page(self, edition: Edition, record: R) -> Page:
        """The page of one record."""
        address = urls.url(record)
        return Page(
            path=address,
            shell=f"{self.kind.folder}/shell.md",
            title=record.heading,
            description=self.summary(edition, record),
            body=self.body(edition, record, urls.root_from(address)),
            source=edition.site.origin(record).path,
            cover=self.cover(edition, record),
            modified=str(provenance.changed(edition.site, record) or ""),
        )

    def body(self, edition: Edition, record: R, root: str) -> Markup:
        """What stands on the page of a record."""
        return edition.render(PAGE, root, self.view(edition, record, root))

    def view(self, edition: Edition, record: R, root: str) -> RecordPage:
        """What can be said of any record; a kind's own template may read it, too."""
        return {
            "title": record.heading,
            "label": self.kind.label,
            "draft": names.draft_label(edition, record),
            "origin": names.origin(edition, record),
            "facts": standard.facts(edition, record),
            "prose": standard.prose(edition, record, root),
            "photos": pictures.photos(edition, self._targets(edition, record, PHOTO)),
            "related": related.sections(edition, record),
        }

    def summary(self, edition: Edition, record: R) -> str:
        """One line for search results and shared links."""
        return standard.summary(record) or record.heading

    def cover(self, edition: Edition, record: R) -> str:
        """The photo that stands for the record: the first one that it names."""
        return next(iter(self._targets(edition, record, PHOTO)), "")

    def files(self, edition: Edition) -> Iterator[Output]:
        """What the scripts of its pages fetch, and readers take away."""
        return iter(())

    def given(self, edition: Edition) -> Iterator[Output]:
        """What other sites may take and show."""
        return iter(())

    # Lists

    def card(self, edition: Edition, record: R) -> RecordCard:
        """A record in a list."""
        return {
            "title": record.heading,
            "url": urls.url(record),
            "day": str(record.day or ""),
            "line": standard.summary(record),
            "cover": pictures.photo(edition, self.cover(edition, record)),
            "draft": names.draft_label(edition, record),
        }

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        """What renders each block that the kind offers: one that lists goes on, on sheets."""
        return {name: self.list_block(name) for name in self.kind.blocks}

    def list_block(self, name: str) -> ListBlock[R]:
        """The block that lists its records."""
        return ListBlock(self.kind, name, self.groups, self.sheet, self.per_sheet, self.usual)

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[R]]:
        """Its records under the headings of its list: without a word, under none."""
        return [Group(self.kind.name, "", self.records(edition))]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[R]]
    ) -> Markup:
        """A sheet of the list."""
        cards = sheets.items(pieces, partial(self.card, edition))
        return edition.render(LIST, root, RecordList(cards=cards, label=self.kind.label))

    # For others

    def traits(self, edition: Edition, record: R) -> Traits:
        """By what a record may be found."""
        return Traits(
            communities=self._targets(edition, record, Community.kind),
            tasks=self._targets(edition, record, Task.kind),
            years=[record.day.year] if record.day else [],
        )

    def items(self, edition: Edition) -> Iterable[Item]:
        """What is new among its records; one that nothing dates is not."""
        for record in edition.site.of(self.kind.model).values():
            if provenance.published(edition.site, record):
                yield self.item(edition, record)

    def item(self, edition: Edition, record: R) -> Item:
        """A record in a feed; one that nothing dates is as old as the campaign."""
        start = datetime.combine(edition.site.settings.campaign.start, time.min)
        published = provenance.published(edition.site, record) or start
        author = provenance.source(edition.site, record)
        image = items.image(edition, self.cover(edition, record))
        words = standard.summary(record)
        return items.item(edition, record, author, at(published), self.kind.label, words, image)

    def own_feed(self, edition: Edition, record: R) -> tuple[str, Iterable[Item]]:
        """The words and items of a record's own feed, for kinds that are followed one by one."""
        is_dated = provenance.published(edition.site, record) is not None
        return self.summary(edition, record), [self.item(edition, record)] if is_dated else []

    def happenings(self, facts: Facts) -> Iterator[Happening]:
        """What has happened to its records: of promises, what was done and what was dropped."""
        found = facts.site.of(self.kind.model).values()
        promising = [record for record in found if isinstance(record, PromisingRecord)]
        return of_promises(promising, facts.site.today)

    def occasions(self, facts: Facts) -> Iterator[Occasion]:
        """Days of its records for people's calendars."""
        return iter(())

    def calendars(self, facts: Facts) -> Iterator[tuple[str, OwnCalendar]]:
        """The calendars of single pages, by address."""
        return iter(())

    def nodes(self, edition: Edition) -> Mapping[str, Callable[[], Node | None]]:
        """What describes the subject of each of its pages for machines, by address."""
        if not self.kind.folder:
            return {}
        found = edition.site.of(self.kind.model).values()
        return {urls.url(record): partial(self.node, edition, record) for record in found}

    def node(self, edition: Edition, record: R) -> Node | None:
        """A record in the words of schema.org; nothing for what they do not know."""
        return nodes.subject(
            edition,
            urls.url(record),
            "CreativeWork",
            name=record.heading,
            description=standard.summary(record),
            dateModified=str(provenance.changed(edition.site, record) or ""),
            publisher=nodes.publisher(edition),
            inLanguage=LANGUAGE,
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """The open data on its records."""
        return (standard.table(self.kind),) if self.kind.folder else ()

    def neighbours(self, records: Sequence[R]) -> Iterator[tuple[R | None, R, R | None]]:
        """Each record between the one before it and the one after it."""
        around = [None, *records, None]
        return zip(around, records, around[2:], strict=False)

    def _targets(self, edition: Edition, record: Record, kind: str) -> list[Any]:
        """The ids of a kind that a record names, each once, in the order of its fields."""
        found = references(edition.site, record)
        return list(dict.fromkeys(target for _, name, target in found if name == kind))


PRESENTER = Presenter
