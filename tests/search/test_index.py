"""What the search is made from: marks, words, spellings, variants, and which index there is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from campaign import search
from campaign.build import publish
from campaign.build.content import Content
from campaign.build.documents import Documents
from campaign.render.edition import Edition
from campaign.search import documents as reading
from campaign.search import pagefind, plain, settings, variants
from campaign.search.facets import Facets, Finder
from campaign.search.marks import marks
from campaign.search.spelling import all_spelled, spelled
from campaign.verify.sizes import measured
from sites import build_site, run, tree_of
from values import community, honour, honour_kind, site


def document(body: str, head: str = "") -> reading.Document:
    html = f"<html><head>{head}</head><body><article data-pagefind-body>{body}</article></body>"
    return reading.document("communities/alpha/", html)


# Words of a page


def test_words_of_neighbouring_blocks_do_not_run_together() -> None:
    assert document("<table><tr><td>一</td><td>二</td></tr></table>").text == "一 二"
    assert document("<p>粗<b>体</b>字</p><ul><li>一</li><li>二</li></ul>").text == "粗体字 一 二"


def test_what_pagefind_leaves_out_is_left_out_here_too() -> None:
    html = "一<nav>路</nav><svg><title>图</title></svg><form>表</form><footer>脚</footer>二"
    assert document(f"{html}<p data-pagefind-ignore>略</p><script>x()</script>").text == "一二"


def test_the_sign_of_a_permanent_link_is_no_part_of_a_title() -> None:
    assert document('<h1>题<a class="headerlink" href="#t">¶</a></h1>').title == "题"


def test_escaped_text_is_read_as_text() -> None:
    assert document("<h1>&lt;b&gt; &amp; 甲</h1>").title == "<b> & 甲"


def test_only_pages_with_a_text_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<article><h1>甲</h1></article>")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text("<article data-pagefind-body><h1>乙</h1></article>")
    assert [(d.path, d.title) for d in reading.documents(tmp_path)] == [("b/", "乙")]


def test_a_mark_is_read_as_it_was_written() -> None:
    facets = Facets({"区域": ['"东"镇', "西镇"]}, {"date": "20260409"}, "dongzhen dz", "2026-04-09")
    found = document("<h1>甲</h1>", str(marks(facets)))
    assert found.filters == {"区域": ['"东"镇', "西镇"]}
    assert found.sorts == {"date": "20260409"}
    assert (found.spelling, found.date) == ("dongzhen dz", "2026-04-09")


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
        document("", str(marks(Facets({"年份": [year], "级别": [level]}, {}))))
        for year, level in (("2019", "市级"), ("2026", "国家级"), ("2024", "市级"))
    ]
    orders = {"级别": ["国家级", "省级", "市级"], "年份": [], "任务": ["道路"]}
    assert settings.choices(documents, orders) == {
        "级别": ["国家级", "市级"],
        "年份": ["2026", "2024", "2019"],
    }


def test_a_word_that_finds_nothing_is_not_suggested() -> None:
    output = settings.output([document("道路整修")], {}, ["道路", "夜校", "道路"], settings.PLAIN)
    assert isinstance(output.data, bytes)
    assert '"terms":["道路"]' in output.data.decode()


def test_the_plain_texts_are_a_script_that_a_disk_can_load() -> None:
    output = plain.output([document("<h1>甲</h1>一")])
    assert isinstance(output.data, bytes)
    written = output.data.decode().removeprefix("campaignSearch.pages=").removesuffix(";\n")
    assert json.loads(written) == [["communities/alpha/", "甲", "甲 一", "", "", {}, {}]]


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
    assert "<p hidden data-pagefind-body>社区。" in column.body
    assert "data-pagefind-body" not in pages["communities/by-type/"]().body


# Which index


def program(folder: Path, version: str, status: int = 0) -> str:
    path = folder / "pagefind"
    path.write_text(f"#!/bin/sh\necho pagefind {version}\nexit {status}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("version", ["1.5.2", "1.5.99", "0.12.0", "unknown"])
def test_a_release_that_cannot_index_chinese_counts_as_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setenv("PAGEFIND_BIN", program(tmp_path, version))
    with pytest.raises(pagefind.Missing, match=r"1\.6\.0"):
        pagefind.command(tmp_path)


def test_the_named_program_goes_before_the_installed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "node_modules/.bin"
    installed.mkdir(parents=True)
    own = program(installed, "1.6.1")
    monkeypatch.delenv("PAGEFIND_BIN", raising=False)
    assert pagefind.command(tmp_path) == own
    (tmp_path / "other").mkdir()
    named = program(tmp_path / "other", "2.0.0")
    monkeypatch.setenv("PAGEFIND_BIN", named)
    assert pagefind.command(tmp_path) == named


def test_a_program_that_fails_is_told_from_one_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BIN", str(tmp_path / "nothing"))
    with pytest.raises(pagefind.Missing, match="无法运行"):
        pagefind.command(tmp_path)
    monkeypatch.setenv("PAGEFIND_BIN", program(tmp_path, "1.6.0", status=3))
    with pytest.raises(pagefind.Missing, match="没有建成"):
        pagefind.command(tmp_path)
    monkeypatch.delenv("PAGEFIND_BIN")
    with pytest.raises(pagefind.Missing, match="npm"):
        pagefind.command(tmp_path)


def test_an_old_pagefind_is_refused_once_and_the_site_is_built_with_plain_texts(
    built: Path, tmp_path: Path
) -> None:
    old = program(tmp_path, "1.5.2")
    tree = tmp_path / "site"
    done = build_site(built, "build", "--site-dir", str(tree), PAGEFIND_BIN=old)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("pagefind 1.5.2") == 1
    assert not (tree / "pagefind").exists()
    assert '"engine":"plain"' in (tree / "search/settings.js").read_text()
    assert "贝塔社区" in (tree / "search/pages.js").read_text()


def test_with_pagefind_two_builds_give_the_same_bytes(
    built: Path, tmp_path: Path, binary: str
) -> None:
    trees = []
    for seed in ("1", "2"):
        tree = tmp_path / seed
        command = ("-m", "mkdocs", "build", "--quiet", "--site-dir", str(tree))
        done = run(built, *command, PAGEFIND_BIN=binary, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        trees.append(tree_of(tree))
    assert trees[0] == trees[1]
    names = {name for name in trees[0] if name.startswith("pagefind/")}
    assert "pagefind/pagefind.js" in names
    assert not [name for name in names if "ui" in name.split("/")[-1] or "highlight" in name]
    assert "search/pages.js" not in trees[0]
    rows = {row.name: row for row in measured(tmp_path / "1")}
    assert rows["搜索 search"].files == len(names) + 1


def test_the_offline_edition_takes_the_plain_texts(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    output = settings.output([], {}, [], settings.PAGEFIND)
    publish.write(tmp_path, output)
    publish.pour(tmp_path, search.offline(tmp_path))
    assert '"engine":"plain"' in (tmp_path / "search/settings.js").read_text()
    assert (tmp_path / "search/pages.js").read_text() == "campaignSearch.pages=[];\n"
