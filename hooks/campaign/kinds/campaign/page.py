"""Pages of campaigns: where each stands, the history of all, and what changed lately."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.derive.grouping import grouped
from campaign.derive.happenings import Happening
from campaign.exchange import nodes
from campaign.exchange.feeds import Item, at
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds import related
from campaign.kinds.campaign import Campaign, facts, story, tables, views
from campaign.kinds.campaign.views import CampaignCard, HappeningRow, InspectionView
from campaign.kinds.kind import Kind
from campaign.kinds.listing import ListBlock, Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.related import Referrers
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template

CHANGES = "campaigns/changes/"


class CampaignPage(TypedDict):
    """All that the page of a campaign tells."""

    card: CampaignCard
    motto: str
    inspections: list[InspectionView]
    tasks: list[Link]
    indicators: list[Link]
    history: list[HappeningRow]
    related: list[Referrers]
    origin: Origin
    draft: str


class CampaignList(TypedDict):
    """All campaigns, the main one with its inspections."""

    campaigns: list[CampaignCard]
    inspections: list[InspectionView]


class HappeningList(TypedDict):
    """A sheet of what happened, under its headings."""

    groups: list[Section[HappeningRow]]
    by_sort: bool
    is_whole: bool
    """Whether the list has no other sheet, which would have the contents of all."""


class CountView(TypedDict):
    """How often something happened in a period."""

    period: str
    count: int


class CountRow(TypedDict):
    """How often a sort of thing happened in each period."""

    label: str
    is_loss: bool
    counts: list[CountView]


class PeriodView(TypedDict):
    """A period, with its days."""

    title: str
    words: str


class ChangeCounts(TypedDict):
    """How much changed in each period, by sort."""

    periods: list[PeriodView]
    rows: list[CountRow]


PAGE = Template("campaign/page.html.jinja", CampaignPage)
LIST = Template("campaign/list.html.jinja", CampaignList)
HAPPENINGS = Template("campaign/happenings.html.jinja", HappeningList)
COUNTS = Template("campaign/counts.html.jinja", ChangeCounts)


def counts(edition: Edition, root: str, options: Options) -> Markup:
    """How much changed lately; a loss that did not happen is told, too."""
    periods = story.periods(edition.site.today)
    happened = story.happenings(edition.facts)
    sums = [
        {sort: sum(h.count for h in items) for sort, items in story.by_sort(changed)}
        for changed in (story.changed(happened, item.after, item.until) for item in periods)
    ]
    shown = [s for s in story.SORTS if s in story.ALWAYS_TOLD or any(s in each for each in sums)]
    values = ChangeCounts(
        periods=[{"title": item.title, "words": item.words} for item in periods],
        rows=[
            {
                "label": sort.label,
                "is_loss": sort in story.ALWAYS_TOLD,
                "counts": [
                    {"period": period.title, "count": found.get(sort, 0)}
                    for period, found in zip(periods, sums, strict=True)
                ],
            }
            for sort in shown
        ],
    )
    return edition.render(COUNTS, root, values)


class CampaignPresenter(Presenter[Campaign]):
    """How campaigns appear."""

    def records(self, edition: Edition) -> list[Campaign]:
        ordered = facts.campaigns(edition.site)
        return [terms for _, terms in ordered if isinstance(terms, Campaign)]

    def body(self, edition: Edition, record: Campaign, root: str) -> Markup:
        key = f"campaign-{record.id}-"
        told = [h for h in story.happenings(edition.facts) if h.key.startswith(key)]
        values = CampaignPage(
            card=views.card(edition, record.id, record),
            motto=record.motto or "",
            inspections=views.inspections(edition, record),
            tasks=[names.record_link(edition, "task", id) for id in record.tasks],
            indicators=[names.record_link(edition, "indicator", id) for id in record.indicators],
            history=[views.row(h) for h in told],
            related=related.sections(edition, record),
            origin=names.origin(edition, record),
            draft=names.draft_label(edition, record),
        )
        return edition.render(PAGE, root, values)

    # Blocks

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {
            "campaigns": self._campaigns,
            "campaign-history": _list(self.kind, "campaign-history", _years),
            "campaign-changes": _list(self.kind, "campaign-changes", _sorts),
            "campaign-change-counts": counts,
        }

    def _campaigns(self, edition: Edition, root: str, options: Options) -> Markup:
        site = edition.site
        values = CampaignList(
            campaigns=[views.card(edition, id, terms) for id, terms in facts.campaigns(site)],
            inspections=views.inspections(edition, site.settings.campaign),
        )
        return edition.render(LIST, root, values)

    # For others

    def items(self, edition: Edition) -> Iterable[Item]:
        """What changed, whatever kind it happened to."""
        found = story.happenings(edition.facts)
        today = edition.site.today
        changed = story.changed(found, edition.site.settings.campaign.start, today)
        return (_item(edition, happening) for happening in changed)

    def happenings(self, known: Facts) -> Iterator[Happening]:
        return facts.happenings(known.site)

    def occasions(self, known: Facts) -> Iterator[Occasion]:
        """Final inspections of all campaigns, and others that are to come."""
        for id, terms in facts.campaigns(known.site):
            where = "" if id == facts.MAIN else facts.address(id)
            key = "inspection" if id == facts.MAIN else f"inspection-{id}"
            day = terms.inspection_date
            if day:
                yield Occasion(key, day, day, f"{terms.title}检查验收", "", where, terms.start)
            for item in (i for i in terms.inspections if i.on >= known.site.today):
                title = f"{terms.title}检查：{facts.inspector(known.site, item)}"
                yield Occasion(f"{key}-{item.on}", item.on, item.on, title, "", where, terms.start)

    @property
    def tables(self) -> tuple[Table, ...]:
        return (tables.table(self.kind),)

    def node(self, edition: Edition, record: Campaign) -> Node | None:
        """A project of the city."""
        return nodes.subject(
            edition,
            urls.url(record),
            "Project",
            name=record.title,
            description=record.summary,
            foundingDate=str(record.start),
            slogan=record.motto,
            parentOrganization=nodes.publisher(edition),
        )


def _list(
    kind: Kind[Campaign],
    name: str,
    groups: Callable[[Edition, Options], Sequence[Group[Happening]]],
) -> ListBlock[Happening]:
    """A list of what happened, on sheets."""

    def show(
        edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Happening]]
    ) -> Markup:
        found = sheets.views(pieces, views.row)
        shown = sum(len(piece.items) for piece in pieces)
        values = HappeningList(
            groups=found,
            by_sort=name == "campaign-changes",
            is_whole=shown == sum(len(group.items) for group in groups(edition, options)),
        )
        return edition.render(HAPPENINGS, root, values)

    return ListBlock(kind, name, groups, show, sheets.ROWS)


def _years(edition: Edition, options: Options) -> Sequence[Group[Happening]]:
    """The history by years, the newest first."""
    years = grouped(story.history(edition.facts), lambda item: str(item.on.year))
    return [Group(f"year-{year}", f"{year} 年", items, unit="条") for year, items in years.items()]


def _sorts(edition: Edition, options: Options) -> Sequence[Group[Happening]]:
    """What changed since the beginning of the last quarter, losses first."""
    today = edition.site.today
    after = story.periods(today)[-1].after
    changed = story.changed(story.happenings(edition.facts), after, today)
    return [
        Group(f"sort-{sort}", sort.label, items, counted=f"{sum(h.count for h in items)} 项")
        for sort, items in story.by_sort(changed)
    ]


def _item(edition: Edition, happening: Happening) -> Item:
    """Something that happened, in the feed of what changed."""
    base, moment = edition.site.profile.base_url, at(happening.on)
    return Item(
        id=f"{base}{CHANGES}#{happening.key}",
        url=base + (happening.address or CHANGES),
        title=happening.title,
        summary=happening.text,
        author=edition.site.profile.sponsor,
        published=moment,
        updated=moment,
        label=happening.sort.label,
    )


PRESENTER = CampaignPresenter
