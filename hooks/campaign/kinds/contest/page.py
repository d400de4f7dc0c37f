"""Contest pages: the contest itself, and its winners once the result is out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.community import Community
from campaign.kinds.contest import Contest, addresses
from campaign.kinds.contest.facts import (
    Stage,
    award_of,
    category_of,
    is_decided,
    ranked,
    shuffled,
    stage,
    token,
)
from campaign.kinds.contest.record import Award, ContestEntry
from campaign.kinds.gallery.record import Author
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter
from campaign.kinds.traits import Traits
from campaign.model.base import latest
from campaign.render import names, pictures, sheets
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Page
from campaign.render.sheets import Group, Piece

SHELL = "contests/shell.md"


SIZES = (
    "(min-width: 60em) 1200px, 92vw",
    "(min-width: 60em) 590px, 92vw",
    "(min-width: 60em) 390px, 92vw",
)
"""How wide the winners of the first, the second and every further award are shown."""


@dataclass(frozen=True)
class Work:
    """An entry whose photo may be shown, and what may be told of it today."""

    entry: ContestEntry
    photo: View
    award: Award | None
    """Nothing for what won none, and for every work before the result."""


def newest(edition: Edition) -> list[Contest]:
    contests = edition.site.of(Contest).values()
    return sorted(contests, key=lambda item: (item.period.start, item.id), reverse=True)


def works(edition: Edition, contest: Contest) -> list[Work]:
    """The works that may be shown: those that won first, the others in a telling-nothing order."""
    found = [_work(edition, contest, entry) for entry in shuffled(contest)]
    order = [award.id for award in ranked(contest)]
    shown = [work for work in found if work]
    return sorted(shown, key=lambda w: order.index(w.award.id) if w.award else len(order))


def _work(edition: Edition, contest: Contest, entry: ContestEntry) -> Work | None:
    photo = pictures.photo(edition, entry.photo)
    if photo is None:
        return None
    is_open = is_decided(contest, edition.site.today)
    award = award_of(contest, entry) if is_open else None
    # A photo's own anchor and caption tell where it is from, and before the result nothing may.
    told = {
        "anchor": f"work-{token(contest, entry)[:8]}",
        "caption": photo["caption"] if is_open else photo["alt"],
        "credit": _credit(edition, entry) if is_open else "",
        "award": award.name if award else "",
        "series": "",
    }
    return Work(entry, photo | told, award)


def _credit(edition: Edition, entry: ContestEntry) -> str:
    """The photo's own credit, with the author as the contest names them."""
    photo = edition.site.photos[entry.photo]
    if entry.author_display:
        author = Author(name=entry.author_display, display=True)
        photo = photo.model_copy(update={"author": author})
    return pictures.credit(edition, photo)


def card(edition: Edition, contest: Contest, found: list[Work]) -> View:
    """A contest in the list of contests, and at the head of its page."""
    at = stage(contest, edition.site.today)
    return {
        "title": contest.title,
        "url": urls.url(contest),
        "period": f"{contest.period.start} 至 {contest.period.end}",
        "count": len(found),
        "stage": at.value,
        "stage_label": at.label,
        "result": str(contest.result_published) if at is Stage.DECIDED else "",
        "intro": contest.intro or "",
        "cover": found[0].photo if found else None,
        "draft": names.draft_label(edition, contest),
    }


def page(edition: Edition, contest: Contest, found: list[Work]) -> Page:
    root = urls.root_from(urls.url(contest))
    winners = [work for work in found if work.award]
    view = card(edition, contest, found)
    body = edition.render(
        "contest/page.html.jinja",
        root,
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
        best=_winner(edition, contest, winners[0]) if winners else None,
        winners={"url": addresses.winners(contest.id), "count": len(winners)},
        sources=[{"title": s.title, "date": str(s.date or "")} for s in contest.sources],
        updated=str(contest.updated or ""),
    )
    return Page(
        path=urls.url(contest),
        shell=SHELL,
        title=contest.title,
        description=contest.intro or contest.title,
        body=body,
        source=edition.site.origin(contest).path,
        cover=view["cover"]["id"] if view["cover"] else "",
        modified=_modified(edition, contest),
    )


def winners_page(edition: Edition, contest: Contest, found: list[Work]) -> Page:
    """Who won, the highest award first and largest."""
    path = addresses.winners(contest.id)
    root = urls.root_from(path)
    title = f"{contest.title}获奖作品"
    winners = [work for work in found if work.award]
    body = edition.render(
        "contest/winners.html.jinja",
        root,
        title=title,
        contest=card(edition, contest, found),
        count=len(winners),
        groups=list(_groups(edition, contest, winners)),
    )
    return Page(
        path=path,
        shell=SHELL,
        title=title,
        description=f"{contest.title}于 {contest.result_published} 揭晓，{len(winners)} 幅获奖。",
        body=body,
        source=edition.site.origin(contest).path,
        cover=winners[0].photo["id"],
        modified=_modified(edition, contest),
    )


def _groups(edition: Edition, contest: Contest, winners: list[Work]) -> Iterator[View]:
    """The winners by award; an award that nobody won is left out."""
    given = [award for award in ranked(contest) if any(w.award == award for w in winners)]
    for place, award in enumerate(given):
        rank = min(place, len(SIZES) - 1)
        group = [_winner(edition, contest, work) for work in winners if work.award == award]
        yield {"name": award.name, "rank": rank, "sizes": SIZES[rank], "works": group}


def _winner(edition: Edition, contest: Contest, work: Work) -> View:
    """A work that won: its photo, its category, and the community it came from."""
    community = work.entry.community or ""
    is_linked = community in edition.site.of(Community)
    return {
        "photo": work.photo,
        "category": category_of(contest, work.entry),
        "community": names.record_link(edition, "community", community) if is_linked else None,
    }


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

    def card(self, edition: Edition, record: Contest) -> View:
        return card(edition, record, works(edition, record))

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Contest]]
    ) -> Markup:
        cards = sheets.items(pieces, partial(self.card, edition))
        return edition.render("contest/list.html.jinja", root, contests=cards)

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
