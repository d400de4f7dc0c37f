"""Where it happens: the districts as tiles, and a map only where its review is on record."""

from __future__ import annotations

from markupsafe import Markup

from campaign.derive.coverage import Share, by_district
from campaign.derive.figures import rounded
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.honour import figures, roll
from campaign.kinds.indicator import Indicator
from campaign.kinds.presenter import Options, Presenter
from campaign.render import pictures
from campaign.render.edition import Edition
from campaign.render.names import View

FIRST = "district"
"""How a list of communities is grouped unless its page asks otherwise."""


def view(edition: Edition) -> View:
    """Tiles in the districts' order; a schematic has neither borders nor positions."""
    site = edition.site
    indicator = site.of(Indicator).get(figures.COVERAGE)
    shares = by_district(site, indicator, site.today) if indicator else {}
    members = _members(edition)
    links = _links(edition, members)
    ordered = sorted(site.of(District).values(), key=lambda item: item.order)
    return {
        "tiles": [
            _tile(edition, district, len(members.get(district.id, [])), links.get(district.id, ""))
            | _coverage(indicator, shares.get(district.id))
            for district in ordered
        ],
        "label": indicator.name if indicator else "",
        "on": str(site.today),
        "map": _map(edition),
    }


def _members(edition: Edition) -> dict[str, list[Community]]:
    found: dict[str, list[Community]] = {}
    for community in edition.site.of(Community).values():
        found.setdefault(community.district, []).append(community)
    return found


def _links(edition: Edition, members: dict[str, list[Community]]) -> dict[str, str]:
    """Where each district's communities are listed: the groups of that page in its order."""
    places = edition.facts.places.get("communities", ())
    home = next((p.address for p in places if p.options.get("by", FIRST) == FIRST), None)
    if home is None:
        return {}
    ordered = sorted(edition.site.of(District).values(), key=lambda item: item.order)
    listed = [district.id for district in ordered if district.id in members]
    return {id: f"{home}#group-{number}" for number, id in enumerate(listed, 1)}


def _tile(edition: Edition, district: District, count: int, url: str) -> View:
    home = roll.homes(edition).get(roll.FIRST)
    return {
        "name": district.name,
        "focus": district.focus,
        "count": count,
        "url": url,
        "roll": f"{home}?district={district.id}" if home is not None else "",
    }


def _coverage(indicator: Indicator | None, share: Share | None) -> View:
    """The district's rate with its fraction, held against the city's target."""
    if indicator is None or share is None or not share.denominator:
        return {"rate": "", "fraction": "", "percent": 0, "meets": None}
    target = indicator.target
    return {
        "rate": rounded(share.percent, indicator.precision),
        "fraction": f"{share.numerator}/{share.denominator}",
        "percent": round(share.percent),
        "meets": target.op.holds(share.percent, target.value) if target else None,
    }


def _map(edition: Edition) -> View | None:
    """The city's map with its review number; a rule refuses one without."""
    found = edition.site.settings.map
    photo = pictures.photo(edition, found.photo) if found else None
    if found is None or photo is None:
        return None
    return {"photo": photo, "review_no": found.review_no or "", "source": found.source or ""}


class DistrictPresenter(Presenter[District]):
    """How districts appear."""

    def list_block(self, edition: Edition, root: str, options: Options) -> Markup:
        return edition.render("district/list.html.jinja", root, **view(edition))


PRESENTER = DistrictPresenter
