"""Community pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.references import naming
from campaign.exchange.feeds import LATEST, Item
from campaign.exchange.items import item_of
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.community import (
    Community,
    comparison,
    directory_page,
    finder,
    headings,
    linked,
    profile,
    views,
)
from campaign.kinds.community.table import TABLE
from campaign.kinds.community.views import CommunityCard, sort_key
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.kinds.honour import plaques
from campaign.kinds.honour.facts import changes_of, highest_of, honours_of
from campaign.kinds.honour.feed import change_item
from campaign.kinds.listing import Options
from campaign.kinds.news.facts import current_of
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.outputs import Output, Page
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template
from campaign.search.spelling import all_spelled, spelled


class CommunityList(TypedDict):
    """A sheet of the list of communities, under the headings of `by`."""

    groups: list[Section[CommunityCard]]
    by: str


LIST = Template("community/list.html.jinja", CommunityList)


class CommunityPresenter(Presenter[Community]):
    """How communities appear."""

    usual = MappingProxyType({"by": "district"})

    def records(self, edition: Edition) -> list[Community]:
        return sorted(edition.site.of(Community).values(), key=sort_key)

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        """One page each, in pinyin order with a link to the previous and the next."""
        ordered = self.records(edition)
        found = {
            urls.url(item): partial(profile.page, edition, item, before, after)
            for before, item, after in self.neighbours(ordered)
        }
        return found | dict(comparison.further_pages(edition))

    def files(self, edition: Edition) -> Iterator[Output]:
        yield from comparison.files(edition)
        yield from finder.files(edition)
        yield from directory_page.files(edition)

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {
            "communities": self.list_block("communities"),
            "compare": comparison.block,
            **directory_page.BLOCKS,
        }

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Community]]:
        by, ordered = options["by"], self.records(edition)
        heading, order = partial(headings.heading, edition, by), headings.order(edition, by)
        return sheets.under("group", ordered, heading, [*order, *headings.APART], "个社区")

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
        return linked.node(edition, record)

    @property
    def tables(self) -> tuple[Table, ...]:
        return (TABLE,)


def _news(edition: Edition, community: Community) -> Iterator[Item]:
    facts = edition.facts
    yield from (item_of(edition, entry) for entry in current_of(facts, community)[:LATEST])
    yield from (
        item_of(edition, gallery) for gallery in naming(facts, Gallery, community, "communities")
    )
    yield from (
        item_of(edition, item) for item in naming(facts, Experience, community, "communities")
    )
    yield from (change_item(edition, change) for change in changes_of(facts, community))


PRESENTER = CommunityPresenter
