"""The blocks on honours that pages ask for."""

from __future__ import annotations

from markupsafe import Markup

from campaign.kinds.honour import addresses, figures, roll
from campaign.kinds.honour.facts import year_ends
from campaign.kinds.listing import Options
from campaign.render.edition import Edition


def whole_roll(edition: Edition, root: str, options: Options) -> Markup:
    whole = roll.roll(edition, options.get("by", roll.FIRST))
    return edition.render(
        "honour/list.html.jinja",
        root,
        levels=figures.levels(edition, edition.facts.standings, edition.site.today),
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


def years(edition: Edition, root: str, _: Options) -> Markup:
    years = [{"year": year, "url": addresses.roll(year)} for year in year_ends(edition.site)]
    return edition.render("honour/years.html.jinja", root, years=years)


def embed(edition: Edition, root: str, _: Options) -> Markup:
    """The code by which other sites show the roll, to copy."""
    path = addresses.EMBEDDED_ROLL
    address = edition.site.profile.base_url + path
    return edition.render("honour/embed.html.jinja", root, address=address, path=path)
