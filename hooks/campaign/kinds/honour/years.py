"""The roll as it stood at the end of each year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TypedDict

from campaign import urls
from campaign.kinds.honour import addresses, figures, lists, plaques, roll
from campaign.kinds.honour.columns import ON_PAGES, Column
from campaign.kinds.honour.facts import Standing, changes, standings_at, year_ends
from campaign.kinds.honour.figures import LevelCount
from campaign.kinds.honour.plaques import ChangeView
from campaign.kinds.indicator.views import FigureView
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.names import Rest
from campaign.render.outputs import Page
from campaign.render.sheets import Beginning, Pager
from campaign.render.template import Template


class YearLink(TypedDict):
    """The roll of a year."""

    year: int
    url: str


class Year(YearLink):
    """One of the years that a reader may choose."""

    current: bool


class YearPage(TypedDict):
    """A sheet of the roll at the end of a year."""

    title: str
    year: int
    on: str
    number: int
    levels: list[LevelCount]
    coverage: FigureView | None
    contents: list[Beginning]
    pieces: list[roll.Part]
    columns: list[Column]
    pager: Pager | None
    changes: list[ChangeView]
    more: Rest | None
    years: list[Year]


PAGE = Template("honour/roll-year.html.jinja", YearPage)


def pages(edition: Edition, year: int) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The roll at the end of a year on as many sheets as it takes: what makes each."""
    items = standings_at(edition.site, date(year, 12, 31))
    cut = sheets.cut(roll.groups(edition, items, "level"))
    further = (addresses.roll_sheet(str(year), number) for number in range(2, len(cut) + 1))
    places = [addresses.roll(year), *further]
    for number in range(1, len(cut) + 1):
        make = partial(_page, edition, year, items, cut, places, number)
        yield places[number - 1], make


CHANGES_SHOWN = 2 * sheets.PER_SHEET
"""Up to how many of a year's changes stand below its roll; the list of changes has all."""


def _rest(edition: Edition, year: int, count: int) -> Rest | None:
    """Where all changes of a year stand, when its page has no room for them."""
    if count <= CHANGES_SHOWN:
        return None
    places = lists.CHANGES.contents(edition, {})
    return {"count": count, "url": places.get(lists.year_id(year), "")}


def _page(
    edition: Edition,
    year: int,
    items: list[Standing],
    cut: list[list[sheets.Piece[Standing]]],
    places: list[str],
    number: int,
) -> Page:
    on = date(year, 12, 31)
    path = places[number - 1]
    root = urls.root_from(path)
    happened = [c for c in changes(edition.facts) if c.event.on.year == year] if number == 1 else []
    title = f"{year} 年末荣誉榜" + (f"（第 {number} 页）" if number > 1 else "")
    values = YearPage(
        title=title,
        year=year,
        on=str(on),
        number=number,
        levels=figures.levels(edition, on),
        coverage=figures.coverage_view(edition, on) if number == 1 else None,
        contents=sheets.contents(cut, places),
        pieces=roll.pieces(edition, cut[number - 1]),
        columns=ON_PAGES,
        pager=sheets.pager(places, number),
        changes=[plaques.change(edition, item) for item in happened[:CHANGES_SHOWN]],
        more=_rest(edition, year, len(happened)),
        years=[
            {"year": y, "url": addresses.roll(y), "current": y == year}
            for y in year_ends(edition.site)
        ],
    )
    return Page(
        path=path,
        shell=roll.SHELL,
        title=title,
        description=f"截至 {on} 的荣誉名单、各级数量和覆盖率，以及 {year} 年的荣誉变动。",
        body=edition.render(PAGE, root, values),
        source="showcases/honours/",
        is_listing=number > 1,
    )
