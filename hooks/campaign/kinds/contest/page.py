"""Contest pages: the contest itself, and its winners once the result is out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.contest import Contest, addresses
from campaign.kinds.contest.facts import Stage, ranked, stage
from campaign.kinds.contest.views import (
    AwardGroup,
    ContestCard,
    Winner,
    Work,
    award_groups,
    card,
    winner,
    works,
)
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter
from campaign.kinds.traits import Traits
from campaign.model.base import latest
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Origin, Rest
from campaign.render.outputs import Page
from campaign.render.pictures import PhotoView
from campaign.render.sheets import Group, Piece
from campaign.render.template import Template

SHELL = "contests/shell.md"


class CategoryView(TypedDict):
    """A category of a contest with its works."""

    name: str
    description: str
    photos: list[PhotoView]


class AwardView(TypedDict):
    """An award, and how many won it."""

    name: str
    places: int


class SourceView(TypedDict):
    """A document that a contest rests on."""

    title: str
    date: str


class ContestPage(TypedDict):
    """A contest's own page."""

    card: ContestCard
    rules: Markup
    jury: list[str]
    categories: list[CategoryView]
    awards: list[AwardView]
    best: Winner | None
    winners: Rest
    sources: list[SourceView]
    updated: str


class WinnersPage(TypedDict):
    """The page of who won."""

    title: str
    contest: ContestCard
    origin: Origin
    count: int
    groups: list[AwardGroup]


class ContestList(TypedDict):
    """A sheet of the list of contests."""

    contests: list[ContestCard]


PAGE = Template("contest/page.html.jinja", ContestPage)
WINNERS = Template("contest/winners.html.jinja", WinnersPage)
LIST = Template("contest/list.html.jinja", ContestList)


def newest(edition: Edition) -> list[Contest]:
    contests = edition.site.of(Contest).values()
    return sorted(contests, key=lambda item: (item.period.start, item.id), reverse=True)


def page(edition: Edition, contest: Contest, found: list[Work]) -> Page:
    root = urls.root_from(urls.url(contest))
    winners = [work for work in found if work.award]
    view = card(edition, contest, found)
    values = ContestPage(
        card=view,
        rules=edition.prose(contest.rules, root),
        jury=contest.jury_roles,
        categories=[
            {
                "name": category.name,
                "description": category.description or "",
                "photos": [w.photo for w in found if w.entry.category == category.id],
            }
            for category in contest.categories
        ],
        awards=[
            {"name": award.name, "places": sum(w.award == award for w in winners)}
            for award in ranked(contest)
        ],
        best=winner(edition, contest, winners[0]) if winners else None,
        winners={"url": addresses.winners(contest.id), "count": len(winners)},
        sources=[{"title": s.title, "date": str(s.date or "")} for s in contest.sources],
        updated=str(contest.updated or ""),
    )
    return Page(
        path=urls.url(contest),
        shell=SHELL,
        title=contest.title,
        description=contest.intro or contest.title,
        body=edition.render(PAGE, root, values),
        source=edition.site.origin(contest).path,
        cover=view["cover"]["id"] if view["cover"] else "",
        modified=_modified(edition, contest),
    )


def winners_page(edition: Edition, contest: Contest, found: list[Work]) -> Page:
    """Who won, the highest award first and largest."""
    path = addresses.winners(contest.id)
    title = f"{contest.title}获奖作品"
    winners = [work for work in found if work.award]
    values = WinnersPage(
        title=title,
        contest=card(edition, contest, found),
        origin=names.origin(edition, contest),
        count=len(winners),
        groups=list(award_groups(edition, contest, winners)),
    )
    return Page(
        path=path,
        shell=SHELL,
        title=title,
        description=f"{contest.title}于 {contest.result_published} 揭晓，{len(winners)} 幅获奖。",
        body=edition.render(WINNERS, urls.root_from(path), values),
        source=edition.site.origin(contest).path,
        cover=winners[0].photo["id"],
        modified=_modified(edition, contest),
    )


def _modified(edition: Edition, contest: Contest) -> str:
    """The day of the last change: a result is one; nothing while all its days are to come."""
    days = (contest.updated, contest.result_published, contest.period.start)
    return str(latest(days, edition.site.today) or "")


class ContestPresenter(Presenter[Contest]):
    """How photo contests appear."""

    states = tuple(item.label for item in Stage)

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        found: dict[str, Callable[[], Page]] = {}
        for contest in newest(edition):
            shown = works(edition, contest)
            found[urls.url(contest)] = partial(page, edition, contest, shown)
            if any(work.award for work in shown):
                make = partial(winners_page, edition, contest, shown)
                found[addresses.winners(contest.id)] = make
        return found

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Contest]]:
        return [Group(self.kind.name, "", newest(edition))]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Contest]]
    ) -> Markup:
        found = sheets.items(pieces, lambda item: card(edition, item, works(edition, item)))
        return edition.render(LIST, root, ContestList(contests=found))

    def traits(self, edition: Edition, record: Contest) -> Traits:
        at = stage(record, edition.site.today)
        return Traits(years=[record.period.start.year], states=[at.label])

    def occasions(self, facts: Facts) -> Iterator[Occasion]:
        """When photo contests take photos in."""
        for contest in facts.site.of(Contest).values():
            start, end = contest.period.start, contest.period.end
            written = contest.updated or min(start, facts.site.settings.campaign.start)
            title, address = f"{contest.title}征稿", urls.url(contest)
            words = contest.intro or ""
            yield Occasion(f"contest-{contest.id}", start, end, title, words, address, written)

    def node(self, edition: Edition, record: Contest) -> Node | None:
        return None

    @property
    def tables(self) -> tuple[Table, ...]:
        return ()


PRESENTER = ContestPresenter
