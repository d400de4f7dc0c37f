"""A number means the same on every page, in every filter and in every file of the built site."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

LEVELS = ("国家级", "省级", "市级", "区级", "街道级")
OPTION = re.compile(r"^(?P<label>.+)（(?:有效 )?(?P<count>\d+) 项）$")


class Built:
    """The built sample, read as a visitor reads it."""

    def __init__(self, site: Path) -> None:
        self.site = site

    def page(self, address: str) -> LexborHTMLParser:
        return LexborHTMLParser((self.site / address / "index.html").read_text("utf-8"))

    def rows(self, name: str) -> list[dict[str, Any]]:
        data = json.loads((self.site / f"data/{name}.json").read_text("utf-8"))
        return list(data["rows"])

    @property
    def held(self) -> list[dict[str, Any]]:
        """The honours in force, of the open data."""
        return [row for row in self.rows("honours") if row["active"]]


def text(node: LexborNode | None) -> str:
    assert node is not None
    return re.sub(r"\s+", " ", node.text()).strip()


def number(words: str, label: str = "") -> int:
    """The number behind a label; 0 for what is not said."""
    found = re.search(rf"{label} ?(\d+)", words)
    return int(found[1]) if found else 0


def plaques(page: LexborHTMLParser) -> dict[str, int]:
    """How many communities of each level a page shows."""
    shown = page.css(".levels .level")
    items = [(text(n.css_first("span:last-child")), number(text(n.css_first("b")))) for n in shown]
    return {label.removesuffix("社区"): count for label, count in items}


def sections(page: LexborHTMLParser) -> dict[str, str]:
    """The headings of a list with the words of their count."""
    found = {}
    for heading in page.css("h2"):
        count = heading.css_first(".count")
        if count is not None:
            found[text(heading).removesuffix(text(count)).strip()] = text(count)
    return found


def options(page: LexborHTMLParser, name: str) -> dict[str, int]:
    found = (OPTION.match(text(item)) for item in page.css(f"select[name={name}] option"))
    return {item["label"]: int(item["count"]) for item in found if item}


@pytest.fixture(scope="module")
def built(showcase: Path) -> Built:
    return Built(showcase / "site")


@pytest.fixture(scope="module")
def levels(built: Built) -> dict[str, int]:
    """How many communities are of each level, of the open data."""
    gone = {row["id"] for row in built.rows("communities") if row["dissolved"]}
    rows = [row for row in built.rows("communities") if row["id"] not in gone]
    counts = Counter(row["level_label"] for row in rows)
    return {label: counts[label] for label in LEVELS if counts[label]}


@pytest.mark.parametrize("address", ["", "honours/", "embed/roll/"])
def test_level_plaques_count_communities_at_their_highest_level(
    built: Built, levels: dict[str, int], address: str
) -> None:
    assert plaques(built.page(address)) == levels


def test_communities_by_level_are_as_many_as_the_plaques_say(
    built: Built, levels: dict[str, int]
) -> None:
    found = sections(built.page("communities/by-level/"))
    assert {label: found[label] for label in levels} == {
        label: f"{count} 个社区" for label, count in levels.items()
    }


def test_the_chart_of_levels_ends_with_what_the_plaques_say(
    built: Built, levels: dict[str, int]
) -> None:
    chart = built.page("honours/").css_first(".chart--stacked")
    assert chart is not None
    headings = [text(cell) for cell in chart.css("thead th")][1:-1]
    last = [int(text(cell)) for cell in chart.css("tbody tr:last-child td")][:-1]
    assert dict(zip(headings, last, strict=True)) == levels


def test_every_list_of_communities_has_all_that_there_are(built: Built) -> None:
    total = sum(not row["dissolved"] for row in built.rows("communities"))
    home = text(built.page("").css_first(".stats .stat__value b"))
    tiles = [number(text(node)) for node in built.page("communities/").css(".tile__count b")]
    assert (int(home), sum(tiles)) == (total, total)
    for way in ("", "by-type/", "by-level/", "by-pinyin/"):
        counts = sections(built.page(f"communities/{way}")).values()
        assert sum(number(words) for words in counts) == total, way


def test_the_roll_says_how_many_honours_are_in_force(built: Built) -> None:
    words = text(built.page("honours/").css_first(".filter__count"))
    states = Counter(row["state"] for row in built.rows("honours"))
    assert number(words, "有效") == len(built.held)
    assert number(words, "推荐和公示中") == sum(
        states[state] for state in ("recommended", "publicised", "objected")
    )
    assert sum(int(n) for n in re.findall(r"(\d+) 项", words)) == states.total()


@pytest.mark.parametrize("order", ["", "by-kind/", "by-year/", "by-district/"])
def test_the_sections_of_the_roll_add_up_to_the_honours_in_force(built: Built, order: str) -> None:
    first = built.page(f"honours/{order}")
    further = [
        built.page(f"honours/{path.name}/")
        for path in (built.site / "honours").glob(f"{(order or 'by-level/')[:-1]}_*")
    ]
    found: dict[str, str] = {}
    for page in (first, *further):
        found |= {label.removesuffix("（续）"): words for label, words in sections(page).items()}
    assert sum(number(words, "有效") for words in found.values()) == len(built.held)


@pytest.mark.parametrize(("field", "column"), [("level", "level_label"), ("district", "district")])
def test_the_choices_of_a_filter_count_the_honours_in_force(
    built: Built, field: str, column: str
) -> None:
    known = Counter(row[column] or "全市" for row in built.held)
    found = options(built.page("honours/"), field)
    assert {label: count for label, count in found.items() if count} == dict(known)


def test_the_choices_of_kinds_count_the_honours_in_force(built: Built) -> None:
    known = Counter(row["id"].partition("/")[0] for row in built.held)
    choices = built.page("honours/").css("select[name=kind] option")
    found = {
        item.attributes["value"]: int(words["count"])
        for item in choices
        if (words := OPTION.match(text(item)))
    }
    assert {kind: count for kind, count in found.items() if count} == dict(known)


def test_the_kinds_of_honour_add_up_to_the_honours_in_force(built: Built) -> None:
    counts = [text(node) for node in built.page("honours/kinds/").css(".kind__count")]
    assert sum(number(words, "有效") for words in counts) == len(built.held)


def test_the_embedded_roll_counts_the_honours_in_force_of_all_but_persons(built: Built) -> None:
    persons = {"person", "household", "courtyard"}
    public = Counter(row["level_label"] for row in built.held if row["subject_type"] not in persons)
    page = built.page("embed/roll/")
    assert "不含个人荣誉" in text(page.css_first("main"))
    assert {label: number(words, "有效") for label, words in sections(page).items()} == dict(public)


def test_a_communitys_honours_are_those_in_force(built: Built) -> None:
    held = Counter(row["subject_id"] for row in built.held if row["subject_type"] == "community")
    rows = {row["id"]: row["honours"] for row in built.rows("communities")}
    assert {id: count for id, count in rows.items() if count} == dict(held)
    assert {
        id: len(built.page(f"communities/{id}/").css(".record > .plaques > .plaque"))
        for id in list(held)[:12]
    } == {id: held[id] for id in list(held)[:12]}


def test_the_sites_that_are_shown_are_the_sites_in_force(built: Built) -> None:
    shown = len(built.page("honours/sites/").css(".site-card"))
    assert shown == sum(row["demonstration_site"] for row in built.rows("communities"))
