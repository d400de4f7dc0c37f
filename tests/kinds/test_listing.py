"""A list on sheets: which page has the first, where the others stand, what they are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

import values
from campaign.blocks import blocks
from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.listing import ListBlock
from campaign.model.origin import Origin, Prose
from campaign.render.edition import Edition
from campaign.render.sheets import CARDS

MANY = 2 * CARDS + 1


def edition(pages: dict[str, str], count: int = MANY) -> Edition:
    """A city of `count` communities with these pages: Markdown by the file below `docs/`."""
    found = values.site(*(values.community(f"c{n}") for n in range(count)))
    prose = {u: Prose(Origin(f"docs/{u}", body=b), f"标题{u}", True) for u, b in pages.items()}
    return Edition(replace(found, prose=prose), {})


def further(found: Edition) -> list[str]:
    return [address for address, _ in blocks.further_pages(found)]


def block() -> ListBlock[Community]:
    return BY_NAME["community"].presenter.list_block("communities")


@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (CARDS, 1), (CARDS + 1, 2), (MANY, 3)])
def test_a_list_has_as_many_sheets_as_it_takes(count: int, sheets: int) -> None:
    found = edition({"communities/index.md": "[[communities]]"}, count)
    assert further(found) == [f"communities/by-district_{n}/" for n in range(2, sheets + 1)]
    first = str(block()(found, "../", {}))
    assert ('class="pager"' in first) == (sheets > 1)
    assert first.count('class="card community-card"') == min(count, CARDS)


def test_each_order_is_a_list_of_its_own_and_one_asked_for_twice_is_not() -> None:
    found = edition(
        {
            "about/list.md": "[[communities by=district]]",
            "communities/by-type.md": "[[communities by=type]]",
            "communities/index.md": "[[communities]]",
        }
    )
    assert further(found) == [
        f"communities/by-{by}_{n}/" for by in ("district", "type") for n in (2, 3)
    ]


def test_the_kinds_own_page_has_the_first_sheet_whoever_else_asks() -> None:
    pages = {"about/list.md": "[[communities]]", "communities/index.md": "[[communities]]"}
    assert block().contents(edition(pages), {}) == {"group-1": "communities/#group-1"}
    del pages["communities/index.md"]
    assert block().contents(edition(pages), {}) == {"group-1": "about/list/#group-1"}


def test_a_list_that_no_page_asks_for_has_no_sheets() -> None:
    found = edition({"communities/by-type.md": "[[communities by=type]]"})
    assert block().contents(found, {"by": "pinyin"}) == {}
    assert "communities/by-pinyin_2/" not in further(found)


def test_a_further_sheet_is_called_as_the_page_of_the_first_and_leads_back_to_it() -> None:
    found = edition({"communities/index.md": "[[communities]]"})
    page = dict(blocks.further_pages(found))["communities/by-district_2/"]()
    assert page.title == "标题communities/index.md（第 2 页）"
    assert 'rel="prev" href="../../communities/"' in page.body
    assert 'rel="next" href="../../communities/by-district_3/"' in page.body
    assert page.source == "showcases/communities/"


def test_an_option_is_in_the_address_and_a_limit_needs_no_sheet() -> None:
    found = edition({"index.md": "[[communities by=level]]\n\n[[news limit=6]]"})
    assert further(found) == [f"communities/by-level_{n}/" for n in (2, 3)]
    news = BY_NAME["news"].presenter.list_block("news")
    assert news._label({"kind": "notice", "limit": "6"}) == "news-notice-6"
