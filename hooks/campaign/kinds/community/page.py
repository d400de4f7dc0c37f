"""Community pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.references import naming
from campaign.every_page import subscribe
from campaign.exchange import nodes
from campaign.exchange.feeds import LATEST, Item
from campaign.exchange.items import item_of
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.community import Community, comparison, finder, views
from campaign.kinds.community.table import TABLE
from campaign.kinds.community.views import CommunityCard, sort_key
from campaign.kinds.district import District
from campaign.kinds.district.facts import districts_in_order
from campaign.kinds.entry_presenter import EntryItem, entry_item
from campaign.kinds.event.views import EventRow, events_near
from campaign.kinds.experience import Experience
from campaign.kinds.experience.page import ExperienceCard, experience_card
from campaign.kinds.gallery import Gallery
from campaign.kinds.gallery.page import GalleryCard, gallery_card
from campaign.kinds.honour import plaques
from campaign.kinds.honour.facts import changes_of, highest_of, honours_of
from campaign.kinds.honour.feed import change_item
from campaign.kinds.honour.plaques import History
from campaign.kinds.indicator import standards
from campaign.kinds.indicator.views import AnswerView, answer
from campaign.kinds.listing import Options
from campaign.kinds.news import News
from campaign.kinds.pairing.views import PairingSection, section
from campaign.kinds.participation.views import SeriesView, series
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.model.entry import newest
from campaign.model.level import Level
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import CorrectionView, Link, Origin
from campaign.render.outputs import Output, Page
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template
from campaign.search.spelling import all_spelled, spelled
from campaign.text import cut

SHELL = "communities/shell.md"
DESCRIPTION = 110
"""Characters of an introduction that stand for it in search results and shared links."""
NO_HONOUR = "尚无在册荣誉"
GONE = "已撤并"


class CommunityPage(TypedDict):
    """All that a community's page tells."""

    community: Community
    card: CommunityCard
    intro: Markup
    contact: views.Contact | None
    facts: list[views.Fact]
    standards: list[AnswerView]
    standards_summary: str
    not_listed: views.NotListed
    facilities: list[views.FacilityView]
    services: list[views.ServiceView]
    honours: list[History]
    experiences: list[ExperienceCard]
    pairings: PairingSection | None
    participation: list[SeriesView]
    galleries: list[GalleryCard]
    news: list[EntryItem]
    events: list[EventRow]
    route: list[views.StopView]
    origin: Origin
    corrections: list[CorrectionView]
    alike: list[CommunityCard]
    compare: str
    before: Link | None
    after: Link | None


class CommunityList(TypedDict):
    """A sheet of the list of communities, under the headings of `by`."""

    groups: list[Section[CommunityCard]]
    by: str


PAGE = Template("community/page.html.jinja", CommunityPage)
LIST = Template("community/list.html.jinja", CommunityList)


def page(
    edition: Edition, community: Community, before: Community | None, after: Community | None
) -> Page:
    root = urls.root_from(urls.url(community))
    card = views.community_card(edition, community)
    held = standards.standards(edition.site, community)
    intro = edition.prose(community.intro, root)
    values = CommunityPage(
        community=community,
        card=card,
        intro=intro,
        contact=views.contact(community),
        facts=views.facts(edition, community),
        standards=[answer(item) for item in standards.gaps_first(held)],
        standards_summary=standards.summary([item.verdict for item in held]),
        not_listed=views.not_listed(community),
        facilities=views.facilities(edition, community),
        services=views.services(edition, community),
        honours=views.honours(edition, community),
        experiences=[
            experience_card(edition, item)
            for item in naming(edition.facts, Experience, community, "communities")
        ],
        pairings=section(edition, community),
        participation=series(edition, community),
        galleries=[
            gallery_card(edition, item)
            for item in naming(edition.facts, Gallery, community, "communities")
        ],
        news=[
            entry_item(edition, n)
            for n in newest(naming(edition.facts, News, community, "communities"))[:5]
        ],
        events=events_near(edition, community),
        route=views.route(community),
        origin=names.origin(edition, community),
        corrections=names.corrections(edition, community, community.corrections),
        alike=views.alike(edition, community),
        compare=comparison.link(edition, community),
        before=names.record_link(edition, "community", before.id) if before else None,
        after=names.record_link(edition, "community", after.id) if after else None,
    )
    cover = card["cover"]
    return Page(
        path=urls.url(community),
        shell=SHELL,
        title=community.name,
        description=cut(intro.striptags(), DESCRIPTION, unfinished=""),
        body=edition.render(PAGE, root, values) + subscribe.line(edition, urls.url(community)),
        source=edition.site.origin(community).path,
        cover=cover["id"] if cover else "",
        modified=str(community.updated or ""),
    )


def _order(edition: Edition, by: str) -> list[str]:
    """The headings of the list of communities, in their order."""
    if by == "district":
        ordered = districts_in_order(edition.site)
        return [item.name for item in ordered]
    if by == "type":
        return list(edition.site.labels("community-types").values())
    if by == "level":
        return [*(level.label for level in Level), NO_HONOUR]
    return sorted({_initial(item) for item in edition.site.of(Community).values()})


def _heading(edition: Edition, by: str, community: Community) -> str:
    """Under what a community stands in the list: one that is gone is counted nowhere else."""
    if not community.exists(edition.site.today):
        return GONE
    if by == "district":
        return names.name_of(edition, District, community.district)
    if by == "type":
        return edition.site.label("community-types", community.type)
    return _level_label(edition, community) if by == "level" else _initial(community)


def _initial(community: Community) -> str:
    return names.initial(community.pinyin or community.name)


def _level_label(edition: Edition, community: Community) -> str:
    top = highest_of(edition.facts, community)
    return top.level.label if top else NO_HONOUR


class CommunityPresenter(Presenter[Community]):
    """How communities appear."""

    usual = MappingProxyType({"by": "district"})

    def records(self, edition: Edition) -> list[Community]:
        return sorted(edition.site.of(Community).values(), key=sort_key)

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        """One page each, in pinyin order with a link to the previous and the next."""
        ordered = self.records(edition)
        found = {
            urls.url(item): partial(page, edition, item, before, after)
            for before, item, after in self.neighbours(ordered)
        }
        return found | dict(comparison.further_pages(edition))

    def files(self, edition: Edition) -> Iterator[Output]:
        yield from comparison.files(edition)
        yield from finder.files(edition)

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"communities": self.list_block("communities"), "compare": comparison.block}

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Community]]:
        by, ordered = options["by"], self.records(edition)
        heading, order = partial(_heading, edition, by), _order(edition, by)
        return sheets.under("group", ordered, heading, [*order, GONE], "个社区")

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Community]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(views.community_card, edition))
        return edition.render(LIST, root, CommunityList(groups=groups, by=options["by"]))

    def traits(self, edition: Edition, record: Community) -> Traits:
        standings = honours_of(edition.facts, record)
        top = highest_of(edition.facts, record)
        others = [*(used.name for used in record.name_history), *record.estates]
        experiences = naming(edition.facts, Experience, record, "communities")
        return Traits(
            communities=[record.id],
            levels=[top.level] if top else [],
            years=[held.named.year for held in standings if held.named],
            tasks=[task for experience in experiences for task in experience.tasks],
            states=[plaques.KEY_LABELS[plaques.state_key(held)] for held in standings],
            spelling=f"{spelled(record.name, record.pinyin)} {all_spelled(others)}",
            sort_name=sort_key(record),
        )

    def own_feed(self, edition: Edition, record: Community) -> tuple[str, Iterable[Item]]:
        return f"{record.name}的动态、荣誉、经验和影像。", _news(edition, record)

    def node(self, edition: Edition, record: Community) -> Node | None:
        return _node(edition, record)

    @property
    def tables(self) -> tuple[Table, ...]:
        return (TABLE,)


def _news(edition: Edition, community: Community) -> Iterator[Item]:
    facts = edition.facts
    yield from (
        item_of(edition, entry)
        for entry in newest(naming(facts, News, community, "communities"))[:LATEST]
    )
    yield from (
        item_of(edition, gallery) for gallery in naming(facts, Gallery, community, "communities")
    )
    yield from (
        item_of(edition, item) for item in naming(facts, Experience, community, "communities")
    )
    yield from (change_item(edition, change) for change in changes_of(facts, community))


def _node(edition: Edition, item: Community) -> Node:
    """A place, and the self-governing body of those who live there."""
    office = item.committee
    held = [s for s in honours_of(edition.facts, item) if s.state.is_active]
    district = names.name_of(edition, District, item.district)
    address = {
        "@type": "PostalAddress",
        "addressCountry": "CN",
        "addressLocality": edition.site.settings.city,
        "streetAddress": office.address if office else "",
    }
    return nodes.subject(
        edition,
        urls.url(item),
        ["Place", "Organization"],
        name=item.name,
        alternateName=[used.name for used in item.name_history],
        description=edition.prose(item.intro, edition.site.profile.base_url).striptags(),
        slogan=item.slogan,
        foundingDate=str(item.est),
        dissolutionDate=str(item.dissolved.date) if item.dissolved else "",
        containedInPlace={"@type": "AdministrativeArea", "name": district} if district else None,
        address={name: value for name, value in address.items() if value},
        telephone=office.phone if office else "",
        award=[s.title for s in held],
        image=nodes.photo(edition, item.cover),
    )


PRESENTER = CommunityPresenter
