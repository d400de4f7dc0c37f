"""The blocks on honours that pages ask for."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from campaign import urls
from campaign.kinds.community import Community
from campaign.kinds.community.views import community_card
from campaign.kinds.honour import addresses, figures, plaques, roll
from campaign.kinds.honour.facts import year_ends
from campaign.kinds.presenter import Options
from campaign.render.edition import Edition


def whole_roll(edition: Edition, root: str, options: Options) -> Markup:
    whole = roll.roll(edition, options.get("by", roll.FIRST))
    return edition.render(
        "honour/list.html.jinja",
        root,
        levels=figures.levels(edition.facts.standings),
        on=str(edition.site.today),
        sheet=roll.sheet(edition, whole, 1, root, roll.form(edition)),
    )


def levels(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("honour/levels.html.jinja", root, chart=figures.level_chart(edition))


def coverage(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render(
        "honour/coverage.html.jinja",
        root,
        figure=figures.coverage_view(edition, edition.site.today),
        goal=figures.coverage_progress(edition),
        chart=figures.coverage_chart(edition),
    )


def changes(edition: Edition, root: str, _: Options) -> Markup:
    changes = [plaques.change(edition, item) for item in edition.facts.changes]
    years = [
        {"year": year, "changes": list(items)}
        for year, items in groupby(changes, key=lambda item: item["year"])
    ]
    return edition.render("honour/changes.html.jinja", root, years=years)


def years(edition: Edition, root: str, _: Options) -> Markup:
    years = [{"year": year, "url": addresses.roll(year)} for year in year_ends(edition.site)]
    return edition.render("honour/years.html.jinja", root, years=years)


def sites(edition: Edition, root: str, _: Options) -> Markup:
    items = [item for item in edition.facts.standings if item.kind.is_site]
    rows = []
    for item in items:
        community = edition.site.of(Community).get(item.honour.subject.ref or "")
        if community is None:
            continue
        visit = community.reception
        rows.append(
            community_card(edition, community)
            | {
                "plaque": plaques.plaque(edition, item),
                "open": bool(visit and visit.open),
                "booking": (visit.booking or "") if visit else "",
                "minutes": visit.duration_min if visit else None,
                "group": visit.group_max if visit else None,
                "stops": "—".join(stop.stop for stop in visit.route) if visit else "",
                "features": community.features,
            }
        )
    kind = items[0].kind if items else None
    return edition.render(
        "honour/sites.html.jinja",
        root,
        sites=rows,
        kind={"name": kind.name, "url": urls.url(kind)} if kind else None,
    )


def embed(edition: Edition, root: str, _: Options) -> Markup:
    """The code by which other sites show the roll, to copy."""
    path = addresses.EMBEDDED_ROLL
    address = edition.site.profile.base_url + path
    return edition.render("honour/embed.html.jinja", root, address=address, path=path)
