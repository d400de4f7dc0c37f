"""Where it happens: the districts as tiles, and a map only where its review is on record."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypedDict

from markupsafe import Markup

from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.community.facts import existing
from campaign.kinds.district import District
from campaign.kinds.district.facts import districts_in_order
from campaign.kinds.honour import figures, roll
from campaign.kinds.indicator import Indicator, views
from campaign.kinds.indicator.coverage import Share, by_district
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.indicator.standards import Answer
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.render import pictures
from campaign.render.edition import Edition
from campaign.render.pictures import PhotoView
from campaign.render.template import Template

FIRST = "district"
"""How the list of communities is grouped to which the tiles lead."""
LIST = BY_NAME[Community.kind].presenter.list_block("communities")


class Coverage(TypedDict):
    """The district's rate with its fraction, held against the city's target."""

    rate: str
    fraction: str
    verdict: str
    bar: views.Bar | None


class Tile(Coverage):
    """A district."""

    name: str
    count: int
    url: str
    roll: str


class CityMap(TypedDict):
    """The city's map with its review number."""

    photo: PhotoView
    review_no: str
    source: str


class Districts(TypedDict):
    """The districts as tiles, and the map where there is one."""

    tiles: list[Tile]
    label: str
    on: str
    map: CityMap | None


TILES = Template("district/list.html.jinja", Districts)


def view(edition: Edition) -> Districts:
    """Tiles in the districts' order; a schematic has neither borders nor positions."""
    site = edition.site
    indicator = site.of(Indicator).get(figures.COVERAGE)
    shares = by_district(site, indicator, site.today) if indicator else {}
    members = _members(edition)
    links = _links(edition, members)
    home = roll.homes(edition).get(roll.FIRST)
    ordered = districts_in_order(site)
    return {
        "tiles": [
            {
                **_coverage(indicator, shares.get(district.id)),
                "name": district.name,
                "count": len(members.get(district.id, [])),
                "url": links.get(district.id, ""),
                "roll": f"{home}?district={district.id}" if home is not None else "",
            }
            for district in ordered
        ],
        "label": indicator.name if indicator else "",
        "on": str(site.today),
        "map": _map(edition),
    }


def _members(edition: Edition) -> dict[str, list[Community]]:
    """The communities of each district that there are today."""
    found: dict[str, list[Community]] = {}
    for community in existing(edition.site, edition.site.today):
        found.setdefault(community.district, []).append(community)
    return found


def _links(edition: Edition, members: dict[str, list[Community]]) -> dict[str, str]:
    """Where each district's communities are listed: the groups of that list in its order."""
    places = LIST.contents(edition, {"by": FIRST})
    ordered = districts_in_order(edition.site)
    listed = (district.id for district in ordered if district.id in members)
    return dict(zip(listed, places.values(), strict=False))


def _coverage(indicator: Indicator | None, share: Share | None) -> Coverage:
    if indicator is None or share is None or not share.denominator:
        return {"rate": "", "fraction": "", "verdict": "", "bar": None}
    counted = Decimal(share.numerator), Decimal(share.denominator)
    found = Figure(indicator, share.percent, share.on, *counted)
    return {
        "rate": found.text,
        "fraction": found.fraction,
        "verdict": Answer(indicator, "", found).verdict or "",
        "bar": views.bar(found),
    }


def _map(edition: Edition) -> CityMap | None:
    """The city's map; a rule refuses one without a review number."""
    found = edition.site.settings.map
    photo = pictures.photo(edition, found.photo) if found else None
    if found is None or photo is None:
        return None
    return {"photo": photo, "review_no": found.review_no or "", "source": found.source or ""}


class DistrictPresenter(Presenter[District]):
    """How districts appear."""

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"districts": self._list}

    def _list(self, edition: Edition, root: str, options: Options) -> Markup:
        return edition.render(TILES, root, view(edition))


PRESENTER = DistrictPresenter
