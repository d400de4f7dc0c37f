"""Built pages as an inspector reads them: labels, structure, nothing internal."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from campaign.build.content import Content
from campaign.every_page.labels import ARTICLE, COLUMN, MOMENT, SITE, Labels
from campaign.site import Site
from campaign.verify import audit
from projects import load, write

COLUMNS = """\
columns:
  - id: news
    title: 动态
    description: 最新动态
    keywords: [动态, 通知]
    type: 工作动态
    path: news/index.md
"""
ENTRY = "---\ntitle: 消息\npublished: 2026-04-01 09:05\nsource: 示例办\n---\n\n正文。\n"
LABELS = {
    "SiteName": "示例网",
    "SiteDomain": "example.org",
    "ColumnName": "动态",
    "ColumnDescription": "最新动态",
    "ColumnKeywords": "动态,通知",
    "ColumnType": "工作动态",
    "ArticleTitle": "消息",
    "PubDate": "2026-04-01 09:05",
    "ContentSource": "示例办",
}
ARTICLE_PAGE = "news/2026-04-01-item/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    base = load(tmp_path / "base")[0].root / "showcases/site.yml"
    files = {
        "showcases/site.yml": base.read_text(encoding="utf-8") + COLUMNS,
        "docs/news/2026-04-01-item.md": ENTRY,
    }
    return load(tmp_path / "site", files)[0]


def html(labels: dict[str, str], body: str = "<h1>一</h1>", lang: str = ' lang="zh"') -> str:
    marks = "".join(f'<meta name="{name}" content="{value}">' for name, value in labels.items())
    return f"<!doctype html><html{lang}><head>{marks}</head><body>{body}</body></html>"


def found(root: Path, site: Site, pages: dict[str, str], *secrets: str) -> list[str]:
    problems = audit.faults(write(root / "tree", pages), site, secrets)
    return [f"{p.path} {p.code} {p.values.get('value', '')}".rstrip() for p in problems]


# Labels


def test_an_article_with_all_its_labels_has_no_faults(tmp_path: Path, site: Site) -> None:
    assert found(tmp_path, site, {ARTICLE_PAGE: html(LABELS)}) == []


@pytest.mark.parametrize("name", LABELS)
def test_each_label_is_missed_when_it_is_not_there_or_empty(
    tmp_path: Path, site: Site, name: str
) -> None:
    without = {key: value for key, value in LABELS.items() if key != name}
    for labels in (without, LABELS | {name: " "}):
        assert found(tmp_path, site, {ARTICLE_PAGE: html(labels)}) == [f"{ARTICLE_PAGE} V26 {name}"]


def test_a_label_that_stands_twice_is_a_fault(tmp_path: Path, site: Site) -> None:
    twice = html(LABELS).replace("</head>", '<meta name="SiteName" content="示例网"></head>')
    assert found(tmp_path, site, {ARTICLE_PAGE: twice}) == [f"{ARTICLE_PAGE} V26 SiteName"]


@pytest.mark.parametrize("moment", ["2026-04-01", "2026-04-01 9:05", "2026-04-01 24:05", "4月1日"])
def test_the_moment_of_publication_has_one_form(tmp_path: Path, site: Site, moment: str) -> None:
    page = html(LABELS | {"PubDate": moment})
    assert found(tmp_path, site, {ARTICLE_PAGE: page}) == [f"{ARTICLE_PAGE} V26 PubDate {moment}"]


def test_pages_of_a_column_and_of_the_site_need_fewer_labels(tmp_path: Path, site: Site) -> None:
    of_site = {name: LABELS[name] for name in SITE if name in LABELS}
    of_column = of_site | {name: LABELS[name] for name in COLUMN}
    pages = {
        "index.html": html(of_site),
        "404.html": html(of_site),
        "about/index.html": html(of_site),
        "news/index.html": html(of_column),
        "news/by-month/index.html": html(of_column),
    }
    assert found(tmp_path, site, pages) == []
    assert found(tmp_path, site, {"news/index.html": html(of_site)}) == [
        f"news/index.html V26 {name}" for name in COLUMN
    ]


def test_a_page_that_only_leads_on_needs_nothing(tmp_path: Path, site: Site) -> None:
    page = '<html><head><meta http-equiv="refresh" content="0; url=a/"></head></html>'
    assert found(tmp_path, site, {"news/old/index.html": page}) == []


# Structure


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>无标题</p>", "V29b 0"),
        ("<h1>一</h1><h1>二</h1>", "V29b 2"),
        ("<h1>一</h1><h2>二</h2><h4>跳到四级</h4>", "V29c 跳到四级"),
        ('<h1>一</h1><img src="a.jpg">', "V29d a.jpg"),
        ("<h1>一</h1><table><tr><td>甲</td><td>乙</td></tr></table>", "V29e 甲 乙"),
        ("<h1>一</h1><h2>二</h2><h4></h4>", "V29c <h4>"),
        ("<h1>一</h1><img>", "V29d <img>"),
        ("<h1>一</h1><table></table>", "V29e <table>"),
    ],
)
def test_structure_that_a_reader_needs_is_missed(
    tmp_path: Path, site: Site, body: str, fault: str
) -> None:
    assert found(tmp_path, site, {ARTICLE_PAGE: html(LABELS, body)}) == [f"{ARTICLE_PAGE} {fault}"]


def test_sound_structure_is_left_alone(tmp_path: Path, site: Site) -> None:
    body = (
        "<h1>一</h1><h2>二</h2><h3>三</h3><h2>四</h2><img alt='' src=a.jpg>"
        "<table><tr><th>甲</th></tr></table><!-- <img src=b.jpg> -->"
    )
    assert found(tmp_path, site, {ARTICLE_PAGE: html(LABELS, body)}) == []


def test_a_page_states_its_language(tmp_path: Path, site: Site) -> None:
    page = html(LABELS, lang="")
    assert found(tmp_path, site, {ARTICLE_PAGE: page}) == [f"{ARTICLE_PAGE} V29a"]


# Nothing internal


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("data/communities.json", '{"name": "内部的社区名称"}'),
        ("news/feed.xml", "<title>内部的社区名称</title>"),
        ("data/communities.csv", "内部的社区名称,1"),
    ],
)
def test_internal_words_are_found_in_every_kind_of_file(
    tmp_path: Path, site: Site, path: str, text: str
) -> None:
    assert found(tmp_path, site, {path: text}, "内部的社区名称") == [f"{path} V27 内部的社区名称"]
    assert found(tmp_path, site, {path: text}, "别的") == []


@pytest.mark.parametrize("text", ['{"visibility": "internal"}', "name: 甲\nvisibility: internal\n"])
def test_a_record_written_out_as_it_is_is_found(tmp_path: Path, site: Site, text: str) -> None:
    (fault,) = found(tmp_path, site, {"data/a.txt": text})
    assert fault.startswith("data/a.txt V27")


def test_a_guide_may_speak_of_internal_records(tmp_path: Path, site: Site) -> None:
    body = "<h1>一</h1><p><code>visibility: internal</code> 不上网。</p>"
    assert found(tmp_path, site, {ARTICLE_PAGE: html(LABELS, body)}) == []


# The tiny site


def test_every_built_page_has_the_labels_of_its_class(built: Path, pages: dict[str, str]) -> None:
    site, _ = _site(built)
    labels, of_column = Labels(site), set(COLUMN) - {"ColumnKeywords"}  # few columns have some
    classes = {"site": 0, "column": 0, "article": 0}
    for path, text in pages.items():
        if 'http-equiv="refresh"' in text or path.startswith("embed/"):
            continue
        marks = dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]+)">', text))
        address = path.removesuffix("index.html")
        assert {"SiteName", "SiteDomain"} <= marks.keys(), path
        if labels.record(address):
            classes["article"] += 1
            assert of_column | {"ArticleTitle", "ContentSource"} <= marks.keys(), path
        elif labels.column(address):
            classes["column"] += 1
            assert of_column <= marks.keys(), path
            assert not set(ARTICLE) & marks.keys(), path
        else:
            classes["site"] += 1
            assert not set(COLUMN) & marks.keys(), path
        if "PubDate" in marks:
            assert audit.MOMENT.fullmatch(marks["PubDate"]), path
    assert min(classes.values()) >= 3


def test_the_labels_of_an_article_are_what_its_file_says(pages: dict[str, str]) -> None:
    text = pages["speeches/2026-04-09-meeting/index.html"]
    marks = dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]+)">', text))
    assert marks["SiteDomain"] == "example.org"
    assert marks["ColumnType"] == "领导讲话"
    assert marks["ColumnKeywords"] == "讲话,会议"
    assert marks["Url"] == "https://example.org/repo/speeches/2026-04-09-meeting/"
    assert re.fullmatch(r"2026-04-\d\d \d\d:\d\d", marks["PubDate"])
    assert "SiteIDCode" not in marks


def test_the_built_site_satisfies_the_audit(built: Path) -> None:
    site, hidden = _site(built)
    assert audit.faults(built / "site", site, hidden) == []


def test_the_canary_would_be_found(built: Path, tmp_path: Path) -> None:
    site, hidden = _site(built)
    assert any("金丝雀" in secret for secret in hidden)
    leak = {"data/a.json": f'["{next(secret for secret in hidden if "金丝雀" in secret)}"]'}
    assert [p.code for p in audit.faults(write(tmp_path, leak), site, hidden)] == ["V27"]


def _site(built: Path) -> tuple[Site, frozenset[str]]:
    content = Content.open(built)
    assert content.site is not None
    return content.site, content.secrets


def test_moments_are_written_as_they_are_read() -> None:
    assert audit.MOMENT.fullmatch(f"{datetime(2026, 4, 1, 0, 5):{MOMENT}}")
