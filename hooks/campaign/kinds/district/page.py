"""Where it happens: the districts as tiles, and a map only where its review is on record."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from markupsafe import Markup

from campaign.derive.coverage import Share, by_district, existing
from campaign.derive.figures import Figure
from campaign.derive.standards import Answer
from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.honour import figures, roll
from campaign.kinds.indicator import Indicator, views
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.render import pictures
from campaign.render.edition import Edition
from campaign.render.names import View

FIRST = "district"
"""How the list of communities is grouped to which the tiles lead."""
LIST = BY_NAME[Community.kind].presenter.list_block("communities")


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
    """The communities of each district that there are today."""
    found: dict[str, list[Community]] = {}
    for community in existing(edition.site, edition.site.today):
        found.setdefault(community.district, []).append(community)
    return found


def _links(edition: Edition, members: dict[str, list[Community]]) -> dict[str, str]:
    """Where each district's communities are listed: the groups of that list in its order."""
    places = LIST.contents(edition, {"by": FIRST})
    ordered = sorted(edition.site.of(District).values(), key=lambda item: item.order)
    listed = (district.id for district in ordered if district.id in members)
    return dict(zip(listed, places.values(), strict=False))


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
        return {"rate": "", "verdict": ""}
    counted = Decimal(share.numerator), Decimal(share.denominator)
    found = Figure(indicator, share.percent, share.on, *counted)
    verdict = views.verdict(Answer(indicator, "", found).verdict)
    return verdict | {"rate": found.text, "fraction": found.fraction, "bar": views.bar(found)}


def _map(edition: Edition) -> View | None:
    """The city's map with its review number; a rule refuses one without."""
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
        return edition.render("district/list.html.jinja", root, **view(edition))


PRESENTER = DistrictPresenter
