"""No page grows with the city: lists go over sheets, and everything on them can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import normpath

import pytest

from bench import city
from campaign import urls
from campaign.blocks import blocks
from campaign.build import kind_pages
from campaign.build.documents import Documents
from campaign.kinds import KINDS
from campaign.kinds.community import finder
from campaign.kinds.honour import Honour, addresses, embed, plaques, rolldata
from campaign.kinds.honour.facts import changes, standings
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.render.outputs import Output

SIZES = (200, 800)
BOUND = 230_000
"""Bytes of a page without its frame."""
GROWTH = 1.04
LINK = re.compile(r'href="([^"#?:]*)[^":]*"')
PAGER = re.compile(r'<nav class="pager".*?</nav>', re.DOTALL)
LISTED = {
    "community": ["communities/", "communities/by-type/", "communities/by-pinyin/"],
    "experience": ["experiences/", "experiences/by-theme/"],
    "news": ["news/"],
    "speech": ["speeches/"],
    "policy": ["policies/", "policies/by-year/"],
    "interpretation": ["interpretations/", "policies/"],
}
"""Lists that name every record of a kind."""


@dataclass(frozen=True)
class City:
    """A generated city, its pages made when they are asked for, without their frame."""

    edition: Edition

    @cached_property
    def makes(self) -> Mapping[str, object]:
        return {**Documents(self.edition).pages(), **kind_pages.pages(self.edition)}

    @cached_property
    def records(self) -> frozenset[str]:
        """The addresses of pages that show one thing each."""
        kinds = (kind for kind in KINDS if kind.folder)
        return frozenset(urls.url(r) for k in kinds for r in self.edition.site.of(k.model).values())

    @cached_property
    def bodies(self) -> Mapping[str, str]:
        """Every list, and of the pages of records that are alike one in twenty."""
        alike = sorted(a for a in self.records if not a.startswith(("honours/", "tasks/")))
        left_out = frozenset(a for n, a in enumerate(alike) if n % 20)
        return {a: str(make().body) for a, make in self.makes.items() if a not in left_out}  # type: ignore[operator]

    def sizes(self) -> dict[str, int]:
        embedded = embed.roll(self.edition).data
        assert isinstance(embedded, bytes)
        sizes = {address: len(body.encode()) for address, body in self.bodies.items()}
        return {**sizes, addresses.EMBEDDED_ROLL: len(embedded)}

    def links(self, address: str, html: str) -> Iterator[str]:
        """The addresses to which a page leads, from the site's root."""
        for target in LINK.findall(html):
            found = normpath(address + target)
            yield "" if found == "." else f"{found}/"

    def reached(self, first: str) -> set[str]:
        """Everything that the sheets of a list lead to, turned by their pagers from the first."""
        sheets, waiting = {first}, [first]
        while waiting:
            address = waiting.pop()
            for pager in PAGER.findall(self.bodies[address]):
                more = set(self.links(address, pager)) - sheets
                sheets |= more
                waiting += sorted(more)
        return {link for sheet in sheets for link in self.links(sheet, self.bodies[sheet])}


def made(size: int, folder: Path) -> City:
    city.make(size, folder)
    site, problems = records.load(folder)
    assert site is not None, problems
    return City(Edition(site.published(), {}))


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> list[City]:
    return [made(size, tmp_path_factory.mktemp("city") / str(size)) for size in SIZES]


def test_no_page_is_larger_than_a_bound_and_none_grows_with_the_city(cities: list[City]) -> None:
    small, large = (found.sizes() for found in cities)
    for sizes in (small, large):
        assert {address: size for address, size in sizes.items() if size > BOUND} == {}
    assert max(large.values()) < GROWTH * max(small.values())


@pytest.mark.parametrize(
    ("kind", "first"), [(kind, first) for kind, lists in LISTED.items() for first in lists]
)
def test_every_record_is_reached_from_its_column_by_the_pager(
    cities: list[City], kind: str, first: str
) -> None:
    for found in cities:
        wanted = {urls.url(r) for r in found.edition.site.kind(kind).values()}
        assert wanted
        assert wanted - found.reached(first) == set()


def test_a_long_list_has_sheets_and_a_short_one_has_none(cities: list[City]) -> None:
    further = [set(dict(blocks.further_pages(found.edition))) for found in cities]
    assert "communities/by-district_4/" in further[0]
    assert "communities/by-district_5/" not in further[0]
    assert "communities/by-district_14/" in further[1]
    assert "news/news_2/" not in further[0]
    assert "news/news_2/" in further[1]
    assert not [a for found in further for a in found if "interpretation" in a]


def test_every_honours_address_leads_to_its_element(cities: list[City]) -> None:
    for found in cities:
        sheets = set()
        for honour in found.edition.site.of(Honour).values():
            page, _, anchor = plaques.address(found.edition, honour).partition("#")
            assert found.bodies[page].count(f'id="{anchor}"') == 1
            sheets.add(page)
        assert any(page.endswith("_2/") for page in sheets)


def test_every_change_is_on_the_list_of_changes_once(cities: list[City]) -> None:
    for found in cities:
        sheets = [b for a, b in found.bodies.items() if a.startswith("honours/changes")]
        assert len(sheets) > 1
        listed = sum(sheet.count('<li class="change ') for sheet in sheets)
        assert listed == len(changes(found.edition.facts))


def test_the_data_of_the_roll_name_the_sheet_of_each_honour(cities: list[City]) -> None:
    found = cities[0].edition
    rows = rolldata.data(found)["rows"]
    numbers = [plaques.sheet_of(found, item.honour) for item in standings(found.facts)]
    assert rows["sheet"] == numbers
    assert max(numbers) == 2


def test_further_sheets_are_listings_in_the_shell_of_their_folder(cities: list[City]) -> None:
    for address, make in blocks.further_pages(cities[0].edition):
        page = make()
        assert page.path == address
        assert page.is_listing
        assert page.shell == f"{address.split('/')[0]}/shell.md"
        assert page.title.endswith("页）")


def test_the_home_page_of_a_big_city_leads_to_the_letters(cities: list[City]) -> None:
    for found in cities:
        navs = re.findall(r'<nav class="finder__starts".*?</nav>', found.bodies[""])
        ways = {nav.split('aria-label="')[1].split('"')[0]: nav for nav in navs}
        assert list(ways) == list(finder.WAYS.values())
        for nav in ways.values():
            targets = re.findall(r'href="([^"]+)"', nav)
            assert len(targets) > 1
            for target in targets:
                page, _, anchor = target.partition("#")
                assert f'id="{anchor}"' in found.bodies[page.removeprefix("./")]


def test_the_embedded_roll_shows_the_first_of_each_level_and_says_how_many(
    cities: list[City],
) -> None:
    data = embed.roll(cities[1].edition)
    assert isinstance(data, Output)
    assert isinstance(data.data, bytes)
    html = data.data.decode()
    for count in re.findall(r'<ul class="embed__roll">(.*?)</ul>', html, re.DOTALL):
        assert 0 < count.count("<li>") <= embed.SHOWN
    totals = [int(n) for n in re.findall(r'class="count">有效 (\d+) 项', html)]
    assert sum(totals) == sum(i.state.is_active for i in standings(cities[1].edition.facts))
    assert html.count(">全部名单</a>") == sum(total > embed.SHOWN for total in totals)
