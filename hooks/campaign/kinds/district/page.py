"""Where it happens: the districts as tiles, and a map only where its review is on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypedDict

from markupsafe import Markup

from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.community.facts import existing
from campaign.kinds.district import District
from campaign.kinds.district.facts import counties, districts_in_order, line, place_name, top
from campaign.kinds.honour import figures, roll
from campaign.kinds.indicator import Indicator, views
from campaign.kinds.indicator.coverage import Share, by_district, is_recorded
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.indicator.standards import Answer
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.render import names, pictures
from campaign.render.edition import Edition
from campaign.render.names import CorrectionView
from campaign.render.pictures import PhotoView
from campaign.render.template import Template
from campaign.site import Site

LIST = BY_NAME[Community.kind].presenter.list_block("communities")


class Coverage(TypedDict):
    """The district's rate with its fraction, held against the city's target."""

    rate: str
    fraction: str
    verdict: str
    bar: views.Bar | None


class Tile(Coverage):
    """A place; one that others lie in stands above them."""

    name: str
    is_above: bool
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
    is_tree: bool
    moved: list[str]
    corrections: list[CorrectionView]
    label: str
    on: str
    map: CityMap | None


TILES = Template("district/list.html.jinja", Districts)


def view(edition: Edition) -> Districts:
    """Tiles in the districts' order; a schematic has neither borders nor positions."""
    site = edition.site
    indicator = site.of(Indicator).get(figures.COVERAGE)
    is_told = indicator is not None and is_recorded(site, indicator, site.today)
    shares = by_district(site, indicator, site.today) if indicator and is_told else {}
    members = _members(edition)
    links, above = _links(edition, "district"), _links(edition, "county")
    holding = {place.id for place in counties(site)}
    home = roll.homes(edition).get(roll.FIRST)
    ordered = districts_in_order(site)
    return {
        "tiles": [
            {
                **_coverage(indicator, shares.get(district.id)),
                "name": place_name(site, district.id),
                "is_above": district.id in holding,
                "count": members[district.id],
                "url": links.get(district.id) or above.get(district.id, ""),
                "roll": f"{home}?district={district.id}" if home is not None else "",
            }
            for district in ordered
        ],
        "is_tree": bool(holding),
        "moved": [words for place in ordered for words in _moved(site, place)],
        "corrections": [
            item
            for place in ordered
            for item in names.corrections(edition, place, place.corrections)
        ],
        "label": indicator.name if indicator else "",
        "on": str(site.today),
        "map": _map(edition),
    }


def _moved(site: Site, place: District) -> Iterator[str]:
    """In what a place lay before: past figures are counted so."""
    for item in sorted(place.terms_history, key=lambda item: item.until, reverse=True):
        if item.until < site.today:
            above = place.as_of(item.until).parent or ""
            lay = f"属{place_name(site, above)}" if above else "直属本市"
            yield f"{place.name}：到 {item.until} {lay}"


def _members(edition: Edition) -> Counter[str]:
    """How many communities there are today in each place, with all that lie in it."""
    site = edition.site
    return Counter(id for item in existing(site, site.today) for id in line(site, item.district))


def _links(edition: Edition, by: str) -> dict[str, str]:
    """Where the communities of each place are listed: the groups of that list in its order."""
    site = edition.site
    lying = {item.district for item in existing(site, site.today)}
    found = {top(site, id) for id in lying} if by == "county" else lying
    listed = (place.id for place in districts_in_order(site) if place.id in found)
    return dict(zip(listed, LIST.contents(edition, {"by": by}).values(), strict=False))


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
