"""The roll of honour: its pages, and what others take from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening
from campaign.exchange.feeds import LATEST, Item
from campaign.exchange.table import Table
from campaign.kinds.honour import (
    Honour,
    blocks,
    embed,
    lists,
    occasions,
    plaques,
    roll,
    rolldata,
    years,
)
from campaign.kinds.honour.facts import changes, year_ends
from campaign.kinds.honour.feed import change_item
from campaign.kinds.honour.tables import EVENTS, HONOURS
from campaign.kinds.presenter import Presenter, Renderer
from campaign.render.edition import Edition
from campaign.render.outputs import Output, Page


class HonourPresenter(Presenter[Honour]):
    """How honours appear: on the roll and on the pages of their kinds, on none of their own."""

    states = tuple(plaques.KEY_LABELS.values())

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        """Further sheets of the roll, and the roll at the end of each year."""
        found = dict(roll.further_pages(edition))
        for year in year_ends(edition.site):
            found.update(years.pages(edition, year))
        return found

    def files(self, edition: Edition) -> Iterator[Output]:
        return rolldata.files(edition)

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {
            "honours": blocks.whole_roll,
            "levels": blocks.levels,
            "coverage": blocks.coverage,
            "changes": lists.CHANGES,
            "years": blocks.years,
            "sites": lists.SITES,
            "embed": blocks.embed,
        }

    def items(self, edition: Edition) -> Iterable[Item]:
        return (change_item(edition, change) for change in changes(edition.facts)[:LATEST])

    def happenings(self, facts: Facts) -> Iterator[Happening]:
        return occasions.happenings(facts)

    def occasions(self, facts: Facts) -> Iterator[Occasion]:
        return occasions.reviews(facts)

    def given(self, edition: Edition) -> Iterator[Output]:
        """The roll for other sites to show, where the site has one."""
        if edition.site.shows("honours/index.md"):
            yield embed.roll(edition)

    @property
    def tables(self) -> tuple[Table, ...]:
        return (HONOURS, EVENTS)


PRESENTER = HonourPresenter
