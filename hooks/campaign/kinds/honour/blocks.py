"""The blocks on honours that pages ask for."""

from __future__ import annotations

from typing import TypedDict

from markupsafe import Markup

from campaign.kinds.honour import addresses, figures, roll, roll_filter
from campaign.kinds.honour.facts import year_ends
from campaign.kinds.honour.figures import LevelCount, StackedChart, Trend
from campaign.kinds.honour.years import YearLink
from campaign.kinds.indicator.charts import BarChart
from campaign.kinds.indicator.views import FigureView
from campaign.kinds.listing import Options
from campaign.render.edition import Edition
from campaign.render.template import Template


class WholeRoll(TypedDict):
    """The roll on the page that asks for it."""

    levels: list[LevelCount]
    coverage: FigureView | None
    on: str
    sheet: Markup


class Levels(TypedDict):
    """How many communities of each level there were and are."""

    chart: StackedChart | None


class Coverage(TypedDict):
    """How many communities are covered: now, against the target, and over the years."""

    figure: FigureView | None
    goal: BarChart | None
    chart: Trend | None


class Years(TypedDict):
    """The rolls of past years."""

    years: list[YearLink]


class Embed(TypedDict):
    """The code for other sites: the address in it, and the page of this site."""

    address: str
    path: str


ROLL = Template("honour/list.html.jinja", WholeRoll)
LEVELS = Template("honour/levels.html.jinja", Levels)
COVERAGE = Template("honour/coverage.html.jinja", Coverage)
YEARS = Template("honour/years.html.jinja", Years)
EMBED = Template("honour/embed.html.jinja", Embed)


def whole_roll(edition: Edition, root: str, options: Options) -> Markup:
    whole = roll.roll(edition, options.get("by", roll.FIRST))
    values = WholeRoll(
        levels=figures.levels(edition, edition.site.today),
        coverage=figures.coverage_view(edition, edition.site.today),
        on=str(edition.site.today),
        sheet=roll.sheet(edition, whole, 1, root, roll_filter.form(edition)),
    )
    return edition.render(ROLL, root, values)


def levels(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render(LEVELS, root, Levels(chart=figures.level_chart(edition)))


def coverage(edition: Edition, root: str, _: Options) -> Markup:
    values = Coverage(
        figure=figures.coverage_view(edition, edition.site.today),
        goal=figures.coverage_progress(edition),
        chart=figures.coverage_chart(edition),
    )
    return edition.render(COVERAGE, root, values)


def years(edition: Edition, root: str, _: Options) -> Markup:
    ends = year_ends(edition.site)
    values = Years(years=[{"year": year, "url": addresses.roll(year)} for year in ends])
    return edition.render(YEARS, root, values)


def embed(edition: Edition, root: str, _: Options) -> Markup:
    """The code by which other sites show the roll, to copy."""
    path = addresses.EMBEDDED_ROLL
    address = edition.site.profile.base_url + path
    return edition.render(EMBED, root, Embed(address=address, path=path))
