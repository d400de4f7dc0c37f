"""What the search is made from: words, spellings, variants, and the index in pieces."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given, strategies

from campaign.build.content import Content
from campaign.build.documents import Documents
from campaign.keeping import Kept
from campaign.render.edition import Edition
from campaign.render.outputs import Output
from campaign.search import (
    choices,
    postings,
    settings,
    shards,
    sounds,
    standing,
    texts,
    tokens,
    variants,
)
from campaign.search.documents import Document
from campaign.search.facets import OTHER, Finder
from campaign.search.spelling import all_spelled, spelled
from campaign.verify.sizes import measured
from sites import run, tree_of
from values import community, honour, honour_kind, site

# Names and characters


def test_a_name_is_spelled_in_full_and_by_its_initials() -> None:
    assert spelled("幸福里社区") == "xingfulishequ xflsq"
    assert spelled("重庆路社区", "chong qing lu she qu") == "chongqinglushequ cqlsq"
    assert spelled("，") == ""
    assert all_spelled(["幸福里", "幸福里"]) == "xingfuli xfl"


def test_only_characters_of_the_site_have_variants() -> None:
    found = variants.pairs(["示范点", "后来"])
    pairs = dict(zip(found[::2], found[1::2], strict=True))
    assert pairs["範"] == "范"
    assert pairs["點"] == "点"
    assert pairs["後"] == "后"
    assert "聯" not in pairs
    assert "後" not in variants.pairs(["后来", "後"])


# Facets


def finder(*records: Any) -> Finder:
    return Finder(Edition(site(*records), {}))


def test_a_community_is_found_by_what_its_honours_say_today() -> None:
    found = finder(
        community(name="甲社区", estates=["锦园"], updated="2026-04-01"),
        honour_kind(level="city", ladder=True),
        honour("2024-05-01 named"),
        honour_kind("street", level="street", ladder=True),
        honour("2020-05-01 named, 2023-05-01 rectify, 2023-09-01 revoked", kind="street"),
    ).facets("communities/alpha/", "甲社区")
    assert found.filters["级别"] == ["市级"]
    assert found.filters["年份"] == ["2020", "2024"]
    assert set(found.filters["状态"]) == {"有效", "已摘牌"}
    assert found.sorts["level"] == "2"
    assert found.spelling == "jiashequ jsq jinyuan jy"
    assert found.date == "2026-04-01"


def test_a_page_of_no_record_has_every_key_to_sort_by() -> None:
    found = finder().facets("about/", "关于本站")
    assert found.filters == {"栏目": ["关于本站"]}
    assert found.sorts == {"date": "0", "level": "5", "name": "guan yu ben zhan"}


def test_filters_list_what_leads_anywhere_in_the_order_of_the_site() -> None:
    documents = [
        Document("", "", "", "", "", {"年份": [year], "级别": [level]}, {})
        for year, level in (("2019", "市级"), ("2026", "国家级"), ("2024", "市级"))
    ]
    orders = {"级别": ["国家级", "省级", "市级"], "年份": [], "任务": ["道路"]}
    assert settings.choices(documents, orders) == {
        "级别": ["国家级", "市级"],
        "年份": ["2026", "2024", "2019"],
    }


def test_a_word_that_finds_nothing_is_not_suggested() -> None:
    output = settings.output(
        [Document("", "", "道路整修", "", "", {}, {})], {}, ["道路", "夜校", "道路"], [["道路 0 1"]]
    )
    assert isinstance(output.data, bytes)
    assert '"terms":["道路"]' in output.data.decode()


def test_a_city_adds_its_own_words_to_the_synonyms() -> None:
    usual = settings.synonyms()
    assert ["小区", "社区"] in usual
    found = settings.synonyms([["家园", "小区"], ["灯会", "灯节"]])
    assert ["小区", "社区", "家园"] in found
    assert ["灯会", "灯节"] in found
    words = [word for group in found for word in group]
    assert len(words) == len(set(words))
    assert settings.synonyms() == usual


def test_a_page_may_stay_out_and_a_list_is_found_by_its_column_alone(project: Path) -> None:
    tools = "---\ntitle: 工具\nsearch: {exclude: true}\n---\n\n一段话。\n"
    (project / "docs/about/tools.md").write_text(tools, encoding="utf-8")
    site = Content.open(project).site
    assert site is not None
    pages = Documents(Edition(site, {})).pages()
    assert not pages["about/"]().is_listing
    assert pages["about/tools/"]().is_listing
    column = pages["communities/"]()
    assert column.is_listing
    assert "<p hidden data-search-text>社区。" in column.body
    by_type = pages["communities/by-type/"]()
    assert f"<p hidden data-search-text>{by_type.title}。" in by_type.body


# What a page is worth


def values(title: str, text: str, spelling: str = "", headings: str = "") -> dict[str, int]:
    found = Document("a/", title, text, spelling, "", {}, {}, headings)
    return postings.of(found)


def test_a_value_tells_the_fields_that_a_token_stands_in() -> None:
    found = values("路灯", "路灯 坏了 夜校", "ludeng ld beita bt", "坏了")
    assert found["路灯"] & postings.TITLE
    assert found["坏了"] & ~postings.HIGHEST == postings.HEADING
    assert found["夜校"] & ~postings.HIGHEST == 0
    assert found["ludeng"] & found["ld"] & postings.NAME
    assert found["beita"] & ~postings.HIGHEST == 0


def test_a_text_that_says_it_often_or_is_short_is_worth_more() -> None:
    once, often = values("", "路灯" + "，" * 2000), values("", "路灯，" * 9 + "，" * 2000)
    short = values("", "路灯")
    assert 0 < once["路灯"] < short["路灯"] < often["路灯"] <= postings.HIGHEST
    assert values("", "路灯，" * 99)["路灯"] == postings.HIGHEST


def test_what_a_page_is_worth_is_kept_as_long_as_it_is_the_same(tmp_path: Path) -> None:
    one = Document("a/", "路灯", "坏了 0000-6202347", "", "", {}, {})
    known = Kept(tmp_path, "e" * 32)
    assert postings.kept(known, one) == postings.of(one) == postings.kept(None, one)
    known.write()
    again = Kept(tmp_path, "e" * 32)
    with patch.object(postings, "of", side_effect=AssertionError("made anew")):
        assert postings.kept(again, one) == postings.kept(known, one)
    other = replace(one, text="修好了")
    assert "坏了" not in postings.kept(again, other)


def test_titles_and_names_are_heard() -> None:
    found = values("幸福里", "路灯", headings="夜校")
    assert found["xing'fu"] == found["fu'li"] == postings.TITLE
    assert found["ye'xiao"] == postings.HEADING
    assert "lu'deng" not in found
    assert list(sounds.pairs("幸福，里")) == ["xing'fu"]


def test_newer_is_worth_more_and_what_is_about_the_site_less() -> None:
    def worth(day: str, column: str) -> int:
        return standing.worth(Document("a/", "", "", "", day, {"栏目": [column]}, {}))

    assert worth("2024-01-01", "动态") < worth("", "动态") < worth("2026-04-01", "动态")
    assert worth("", OTHER) == worth("", "动态") - standing.ASIDE
    assert worth("1990-01-01", OTHER) == 0
    assert worth("2199-01-01", "动态") == standing.MOST


def test_what_offices_keep_stands_behind_what_residents_look_for() -> None:
    def behind(path: str) -> int:
        return standing.behind(Document(path, "", "", "", "", {}, {}))

    assert behind("communities/a/") == behind("news/a/") == behind("about/") == behind("") == 0
    assert 0 < behind("events/a/") < behind("pairings/a/") <= standing.MOST
    assert behind("pairings/") == behind("pairings/a/")
    assert behind("tasks/a/") < behind("tasks/indicators/#a")


def test_each_document_has_three_signs() -> None:
    documents = [Document("pairings/a/", "幸福", "", "", "2026-04-01", {"栏目": ["结对"]}, {})]
    worth, behind, length = standing.of_all(documents)
    assert shards.SIGNS.index(worth) == standing.worth(documents[0])
    assert shards.SIGNS.index(behind) == standing.behind(documents[0])
    assert shards.SIGNS.index(length) == len(tokens.counted("幸福"))


def test_parts_are_counted_behind_their_page_and_by_no_other() -> None:
    paths = ["a/", "a/#b", "a/#c", "a/d/", "e_2/#f", "g/", "g/#h"]
    documents = [Document(path, "", "", "", "", {}, {}) for path in sorted(paths)]
    assert settings.parts(documents) == {0: 2, 5: 1}


# The index in pieces


@given(strategies.lists(strategies.integers(0, 1 << 40)))
def test_numbers_are_read_back_as_they_were_written(numbers: list[int]) -> None:
    assert read("".join(map(shards.number, numbers))) == numbers


def read(written: str) -> list[int]:
    """What the interface reads (`numbers` in `search/index.js`)."""
    found, number = [], 0
    for sign in written:
        value = shards.SIGNS.index(sign)
        number = number * 32 + value % 32
        if value < 32:
            found.append(number)
            number = 0
    return found


@given(strategies.dictionaries(strategies.integers(0, 5000), strategies.integers(0, 63)))
def test_a_line_tells_every_document_with_its_value(given: dict[int, int]) -> None:
    index = shards.put_together({"路灯": given[n]} if n in given else {} for n in range(5001))
    lines = [line for piece in shards.cut(index) for line in piece]
    if not given:
        assert lines == []
        return
    token, steps, marks = lines[0].split(" ")
    place, places = -1, []
    for step in read(steps):
        place += step + 1
        places.append(place)
    assert token == "路灯"
    assert dict(zip(places, map(shards.SIGNS.index, marks), strict=True)) == given


def test_pieces_are_in_order_and_none_is_large() -> None:
    tokens = [f"{chr(0x4E00 + n)}灯" for n in range(3000)] + ["a", "\U00020000灯", "\ufa10灯"]
    pieces = list(shards.cut(shards.put_together([dict.fromkeys(tokens, 1)])))
    found = [line.split(" ")[0] for piece in pieces for line in piece]
    assert found == sorted(tokens, key=lambda token: token.encode("utf-16-be"))
    assert len(pieces) > 3
    assert max(sum(map(len, piece)) for piece in pieces) <= shards.SIZE
    assert shards.directory(pieces).split() == [piece[0].split(" ")[0] for piece in pieces]


def test_what_a_document_is_found_by_does_not_change_with_others() -> None:
    one, other = values("路灯", "坏了"), values("夜校", "开课")
    index = shards.put_together([one, other])
    assert {t: places[0] & 63 for t, places in index.items() if places[0] >> 6 == 0} == one


def test_filters_and_orders_are_told_by_place() -> None:
    years = [("2025", "9"), ("2026", "10"), ("2025", "10")]
    documents = [Document("", "", "", "", "", {"年份": [y]}, {"level": r}) for y, r in years]
    assert told(choices.output(documents)) == {
        "filters": {"年份": {"2025": "01", "2026": "1"}},
        "sorts": {"level": "011"},
    }
    plain = [Document("", "", "", "", "", {}, {"name": name}) for name in ("b", "a10", "a9")]
    assert told(choices.output(plain))["sorts"] == {"name": "201"}


def told(output: Output) -> Any:
    assert isinstance(output.data, bytes)
    return json.loads(output.data.decode().split("=", 1)[1].removesuffix(";\n"))


def test_a_script_holds_what_a_result_shows() -> None:
    (output,) = texts.outputs([Document("communities/alpha/", "甲", "甲 一", "", "", {}, {}, "题")])
    assert output.path == "search/texts/0.js"
    assert told(output) == ["communities/alpha/", "甲", "甲 一", "", "", {}]


def test_two_builds_give_the_same_index(built: Path, tmp_path: Path) -> None:
    tree = tmp_path / "site"
    command = ("-m", "mkdocs", "build", "--quiet", "--site-dir", str(tree))
    done = run(built, *command, PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    scripts = tree_of(tree / "search")
    assert scripts == tree_of(built / "site/search")
    assert {"settings.js", "choices.js", "sounds.js", "index/0.js", "texts/0.js"} <= scripts.keys()
    rows = {row.name: row for row in measured(tree)}
    assert rows["搜索 search"].files == len(scripts) - 1
