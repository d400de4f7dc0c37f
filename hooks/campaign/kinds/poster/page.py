"""A page for each poster with the sheet to print; the list, and what hangs where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.kinds.community import Community
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.standards import answer
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.poster import Poster
from campaign.kinds.poster.facts import State, posters, spots, state
from campaign.kinds.poster.record import Hanging
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin
from campaign.render.qr import picture
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template


class PosterCard(TypedDict):
    """A poster in a list, and at the head of its page."""

    title: str
    url: str
    headline: str
    size: str
    start: str
    end: str
    state: str
    state_label: str
    count: int
    draft: str


class FigureLine(TypedDict):
    """A figure on the sheet: as the site has it on the day of the build."""

    label: str
    value: str
    note: str


class PlaceView(TypedDict):
    """A place where it hangs."""

    place: str
    kind: str
    community: Link | None


class PosterPage(TypedDict):
    """All that the page of a poster tells, and its sheet."""

    poster: PosterCard
    format: str
    density: str
    city: str
    lines: list[str]
    figures: list[FigureLine]
    issuer: Link
    task: Link | None
    places: list[PlaceView]
    removed: str
    code: Markup
    origin: Origin


class PosterList(TypedDict):
    """A sheet of the list of posters."""

    groups: list[Section[PosterCard]]


class SpotView(PlaceView):
    """A place with what hangs there, or hung there last."""

    poster: PosterCard


class SpotGroup(TypedDict):
    """The places of one kind."""

    id: str
    label: str
    spots: list[SpotView]


class Spots(TypedDict):
    """What hangs where."""

    kinds: list[SpotGroup]
    on: str


ROW, HEADLINE_ROW = 19, 8
"""Characters that one row of a sheet holds, at the largest size."""
DENSITIES = {"plain": 10, "dense": 15, "packed": 1000}
"""Up to how many rows each is for: a headline's and a figure's count twice."""
PAGE = Template("poster/page.html.jinja", PosterPage)
LIST = Template("poster/list.html.jinja", PosterList)
SPOTS = Template("poster/spots.html.jinja", Spots)


def card(edition: Edition, poster: Poster) -> PosterCard:
    at = state(poster, edition.site.today)
    return {
        "title": poster.title,
        "url": urls.url(poster),
        "headline": poster.headline,
        "size": poster.size.label,
        "start": str(poster.period.start),
        "end": str(poster.period.end),
        "state": at.value,
        "state_label": at.label,
        "count": len(poster.places),
        "draft": names.draft_label(edition, poster),
    }


def figures(edition: Edition, poster: Poster) -> list[FigureLine]:
    """The city's figures; what nobody has reported is printed as that."""
    known = edition.site.of(Indicator)
    answers = [answer(edition.site, known[id]) for id in poster.indicators if id in known]
    return [
        {
            "label": item.indicator.name,
            "value": item.words,
            "note": item.figure.when if item.figure else "",
        }
        for item in answers
    ]


def density(poster: Poster) -> str:
    """How small the words are set, so that all stand on one sheet."""
    rows = sum(-(-len(line) // ROW) for line in poster.lines)
    weight = rows + 2 * -(-len(poster.headline) // HEADLINE_ROW) + 2 * len(poster.indicators)
    return next(name for name, most in DENSITIES.items() if weight <= most)


def place_view(edition: Edition, place: Hanging) -> PlaceView:
    lies = names.record_link(edition, Community.kind, place.community) if place.community else None
    kind = edition.site.label("publicity-places", place.kind)
    return {"place": place.place, "kind": kind, "community": lies}


def what_hangs_where(edition: Edition) -> Spots:
    """The places by kind, in the order of the vocabulary, then by community."""
    site, found = edition.site, spots(edition.facts)
    kinds: list[SpotGroup] = []
    for kind, label in site.labels("publicity-places").items():
        own = sorted(spot for spot in found if spot[0] == kind)
        if own:
            rows = [_spot(edition, kind, lies, place, found) for _, lies, place in own]
            kinds.append({"id": f"place-{kind}", "label": label, "spots": rows})
    return {"kinds": kinds, "on": str(site.today)}


def _spot(
    edition: Edition,
    kind: str,
    community: str,
    place: str,
    found: Mapping[tuple[str, str, str], Sequence[Poster]],
) -> SpotView:
    hanging = Hanging(place=place, kind=kind, community=community or None)
    first = found[kind, community, place][0]
    return {**place_view(edition, hanging), "poster": card(edition, first)}


class PosterPresenter(Presenter[Poster]):
    """How posters appear."""

    states = tuple(item.label for item in State)

    def records(self, edition: Edition) -> list[Poster]:
        return posters(edition.facts)

    def body(self, edition: Edition, record: Poster, root: str) -> Markup:
        address = edition.site.profile.base_url + urls.url(record)
        values = PosterPage(
            poster=card(edition, record),
            format=record.size.value.lower(),
            density=density(record),
            city=edition.site.settings.city,
            lines=record.lines,
            figures=figures(edition, record),
            issuer=names.record_link(edition, Org.kind, record.issuer),
            task=names.record_link(edition, "task", record.task) if record.task else None,
            places=[place_view(edition, place) for place in record.places],
            removed=str(record.removed or ""),
            code=picture(address, "本宣传品网页的二维码"),
            origin=names.origin(edition, record),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Poster) -> str:
        label, period = state(record, edition.site.today).label, record.period
        return f"{record.size.label}，{label}，{period.start} 至 {period.end}。{record.headline}"

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"posters": self.list_block("posters"), "publicity-places": _places}

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Poster]]:
        def heading(poster: Poster) -> str:
            return state(poster, edition.site.today).label

        return sheets.under("posters", posters(edition.facts), heading, unit="件")

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Poster]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(card, edition))
        return edition.render(LIST, root, PosterList(groups=groups))

    def traits(self, edition: Edition, record: Poster) -> Traits:
        return Traits(
            communities=[p.community for p in record.places if p.community],
            years=[record.period.start.year],
            tasks=[record.task] if record.task else [],
            states=[state(record, edition.site.today).label],
        )


def _places(edition: Edition, root: str, options: Options) -> Markup:
    return edition.render(SPOTS, root, what_hangs_where(edition))


PRESENTER = PosterPresenter
