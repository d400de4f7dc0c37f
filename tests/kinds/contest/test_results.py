"""A contest after its result, and the list of contests."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lens import CONTEST, RESULT, edition_of, gallery, pages_of, with_contest, words

from campaign.blocks import blocks

# After it


def test_after_the_result_each_work_has_its_author_and_its_award(tmp_path: Path) -> None:
    body = str(pages_of(edition_of(tmp_path))["contests/lens/"].body)
    text = words(body)
    for word in ("舞队", "吃客乙", "=画社", "路人丁", "船家戊", "跳舞的图注"):
        assert word in text
    assert "舞者甲" not in text, "the contest names another author"
    assert 'href="../../contests/lens_winners/"' in body
    assert "看全部 4 幅获奖作品" in text


def test_places_are_counted_and_not_typed(tmp_path: Path) -> None:
    text = words(str(pages_of(edition_of(tmp_path))["contests/lens/"].body))
    assert "一等奖 1 幅 二等奖 1 幅 优秀奖 2 幅" in text
    assert "人们 3 幅：人和人 地方 3 幅 空着 0 幅" in text
    none = CONTEST.replace(", award: second", "")
    vacant = words(str(pages_of(with_contest(tmp_path, none))["contests/lens/"].body))
    assert "二等奖 空缺" in vacant


def test_an_author_who_is_not_to_be_shown_is_not(tmp_path: Path) -> None:
    shy = gallery("spring-fair", lunch="author: {name: 吃客乙, display: no}")
    for page in pages_of(edition_of(tmp_path, **{"galleries__spring-fair__gallery": shy})).values():
        assert "吃客乙" not in page.body


def test_the_winners_stand_by_rank_the_first_largest(tmp_path: Path) -> None:
    page = pages_of(edition_of(tmp_path))["contests/lens_winners/"]
    body = str(page.body)
    assert (page.title, page.shell) == ("示例摄影大赛获奖作品", "contests/shell.md")
    assert page.cover == "spring-fair/lunch"
    assert re.findall(r"winner-row--(\d)", body) == ["0", "1", "2"]
    headings = re.findall(r"<h2[^>]*>([^<]+)<", body)
    assert headings == ["一等奖", "二等奖", "优秀奖"]
    widths = [int(width) for width in re.findall(r'sizes="\(min-width: 60em\) (\d+)px', body)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > widths[-1]


def test_a_winner_is_told_in_words_with_its_community(tmp_path: Path) -> None:
    body = str(pages_of(edition_of(tmp_path))["contests/lens_winners/"].body)
    first = body[body.index("<figure") : body.index("</figure>")]
    assert words(first) == "一等奖 ： 吃饭的图注 吃客乙，自有 人们， 乙社区"
    assert 'href="../../communities/beta/"' in first
    assert "船家戊" not in body, "won nothing"


def test_a_contest_that_nobody_won_has_no_page_of_winners(tmp_path: Path) -> None:
    found = pages_of(with_contest(tmp_path, re.sub(r"(, |\n    )award: \w+", "", CONTEST)))
    assert list(found) == ["contests/lens/"]
    assert "_winners" not in found["contests/lens/"].body


# The list of contests


def test_the_list_begins_with_the_newest_and_says_how_far_each_is(tmp_path: Path) -> None:
    later = CONTEST.replace("2026-01-05, to: 2026-03-20", "2026-05-01, to: 2026-06-30")
    later = later.replace("示例", "下一届").split("entries:")[0]
    edition = edition_of(tmp_path, contests__next=later)
    text = words(str(blocks.render(edition, "contests", "../", {})))
    assert text.index("下一届摄影大赛 即将开始 0 幅") < text.index("示例摄影大赛 已揭晓 6 幅")
    assert "征稿 2026-01-05 至 2026-03-20" in text


def test_a_contest_without_works_says_so(tmp_path: Path) -> None:
    page = pages_of(with_contest(tmp_path, CONTEST.split("entries:")[0], date(2026, 1, 10)))
    assert "还没有作品" in page["contests/lens/"].body


def test_without_contests_the_list_says_so(tmp_path: Path) -> None:
    assert "还没有摄影大赛" in blocks.render(
        edition_of(tmp_path, contests__lens=None), "contests", "../", {}
    )


@pytest.mark.parametrize(
    ("today", "updated", "expected"),
    [
        (date(2026, 1, 1), "", ""),
        (date(2026, 2, 1), "", "2026-01-05"),
        (RESULT, "", "2026-04-10"),
        (RESULT, "updated: 2026-04-08\n", "2026-04-10"),
        (date(2026, 5, 1), "updated: 2026-04-20\n", "2026-04-20"),
    ],
)
def test_a_contests_last_change_is_never_to_come(
    today: date, updated: str, expected: str, tmp_path: Path
) -> None:
    page = pages_of(with_contest(tmp_path, CONTEST + updated, today))["contests/lens/"]
    assert page.modified == expected


# On a whole site


def test_a_contest_is_published_like_any_record(built: Path, pages: dict[str, str]) -> None:
    for address in ("contests/lens/", "contests/lens_winners/"):
        html = pages[f"{address}index.html"]
        assert html.count("<h1") == 1
        assert f"https://example.org/repo/{address}" in (built / "site/sitemap.xml").read_text()
    assert "url=../../contests/lens/" in pages["contests/lens-old/index.html"]
    assert "contests/lens/" in pages["contests/index.html"]
    assert "contests/lens/" in pages["about/index.html"], "a link in Markdown"


def test_the_page_of_the_winners_names_the_sources_of_the_contest(tmp_path: Path) -> None:
    stated = f"{CONTEST}sources: [{{title: 评选结果公告}}]\n"
    text = words(str(pages_of(with_contest(tmp_path, stated))["contests/lens_winners/"].body))
    assert "来源：评选结果公告" in text
