"""JSON-LD: each page says what it is about, and no text breaks out of the script."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from campaign.exchange import Exchange, tables
from campaign.exchange.linked import script
from campaign.kinds import KINDS
from campaign.kinds.contest.facts import veiled
from campaign.photos import published
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.urls import FOLDERS
from editions import HOSTILE, edition, news

BASE = "https://example.org/repo/"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph(html: str) -> list[dict[str, Any]]:
    [text] = SCRIPT.findall(html)
    read = json.loads(text)
    assert read["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = read["@graph"]
    return nodes


def subject(html: str) -> dict[str, Any]:
    return graph(html)[-1]


class _Scripts(HTMLParser):
    """The scripts of a page as a browser finds them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.found.append(dict(attributes).get("type") or "")


# Escaping


@pytest.mark.parametrize(
    "title", [HOSTILE, "<!--<script>", "</SCRIPT >", "]]>", "\u2028\u2029", "&lt;/script&gt;"]
)
def test_no_text_breaks_out_of_the_script(title: str) -> None:
    html = str(script([{"name": title}]))
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inside)
    assert graph(html) == [{"name": title}]


def test_a_hostile_title_reaches_the_head_of_its_page_as_text(tmp_path: Path) -> None:
    made = Exchange(edition(tmp_path, {"docs/news/2026-04-01-x.md": news(HOSTILE)}))
    head = str(made.head("news/2026-04-01-x/", HOSTILE))
    scripts = _Scripts()
    scripts.feed(head)
    assert scripts.found == ["application/ld+json"]
    assert subject(head)["headline"] == HOSTILE


# Pages


def test_every_page_of_the_site_says_where_it_stands_exactly_once(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        if path in ("404.html", "embed/roll/index.html") or 'http-equiv="refresh"' in html:
            continue
        first = graph(html)[0]
        assert first["@type"] == ("WebSite" if path == "index.html" else "BreadcrumbList"), path
        assert html.index("ld+json") < html.index("</head>"), path


def test_the_home_page_is_the_web_site(pages: dict[str, str]) -> None:
    [site] = graph(pages["index.html"])
    assert site["url"] == BASE
    assert site["publisher"] == {"@type": "Organization", "name": "示例办"}


def test_a_breadcrumb_leads_by_the_column_to_the_page(pages: dict[str, str]) -> None:
    steps = graph(pages["news/2026-04-01-first/index.html"])[0]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "首页", BASE),
        (2, "动态", f"{BASE}news/"),
        (3, "第一条动态", f"{BASE}news/2026-04-01-first/"),
    ]
    column = graph(pages["news/index.html"])[0]["itemListElement"]
    assert [step["name"] for step in column] == ["首页", "动态"]


@pytest.mark.parametrize(
    ("address", "type"),
    [
        ("communities/alpha/", ["Place", "Organization"]),
        ("experiences/lane/", "Article"),
        ("speeches/2026-04-09-meeting/", "Article"),
        ("interpretations/2026-01-12-rules/", "Article"),
        ("news/2026-04-01-first/", "NewsArticle"),
        ("policies/2026-01-10-rules/", "Legislation"),
        ("galleries/fair/", "ImageGallery"),
        ("data/", "DataCatalog"),
    ],
)
def test_a_page_names_the_type_of_its_subject(
    pages: dict[str, str], address: str, type: str | list[str]
) -> None:
    assert subject(pages[f"{address}index.html"])["@type"] == type


def test_a_community_is_a_place_with_its_honours(pages: dict[str, str]) -> None:
    found = subject(pages["communities/alpha/index.html"])
    assert found["name"] == "甲<b>社区</b> & “乙”"
    assert found["containedInPlace"] == {"@type": "AdministrativeArea", "name": "东镇"}
    assert found["address"]["streetAddress"] == "东街 1 号"
    assert sorted(found["award"]) == ["市级荣誉", "示范点"]
    assert found["image"]["contentUrl"].startswith(f"{BASE}photos/fair/dance/")
    assert "<script" not in found["description"]
    lost = subject(pages["communities/beta/index.html"])
    assert "award" not in lost


def test_a_policy_is_legislation_with_its_force(pages: dict[str, str]) -> None:
    found = subject(pages["policies/2026-01-10-rules/index.html"])
    assert found["legislationIdentifier"] == "示文〔2026〕1号"
    assert found["legislationDate"] == "2026-01-08"
    assert found["legislationLegalForce"] == "https://schema.org/InForce"
    [replaced] = found["legislationChanges"]
    assert replaced["@id"] == f"{BASE}policies/2025-01-10-old/#subject"
    old = subject(pages["policies/2025-01-10-old/index.html"])
    assert old["legislationLegalForce"] == "https://schema.org/NotInForce"


def test_news_tell_their_moment_and_their_source(pages: dict[str, str]) -> None:
    found = subject(pages["news/2026-04-01-first/index.html"])
    assert found["datePublished"] == "2026-04-01T09:00:00+08:00"
    assert found["author"]["name"] == "示例办"
    assert found["about"][0]["@id"] == f"{BASE}communities/alpha/#subject"


def test_the_open_data_are_a_catalogue_of_files_that_are_there(
    built: Path, pages: dict[str, str]
) -> None:
    sets = subject(pages["data/index.html"])["dataset"]
    assert len(sets) == len(tables.tables())
    for found in sets:
        assert found["license"] == "https://example.org/licence"
        for part in found["distribution"]:
            assert (built / "site" / part["contentUrl"].removeprefix(BASE)).is_file()


def test_only_kinds_with_pages_describe_them(pages: dict[str, str], built: Path) -> None:
    site, _ = records.load(built)
    assert site is not None
    edition = Edition(site.published(), {})
    described = {kind.name for kind in KINDS if kind.presenter.nodes(edition)}
    assert described <= set(FOLDERS)
    assert {"community", "experience", "news", "policy", "gallery"} <= described


# Photos


def test_a_photo_tells_its_licence_and_its_author(pages: dict[str, str]) -> None:
    images = subject(pages["galleries/fair/index.html"])["image"]
    assert len(images) == 3
    credits = [image.get("creditText") for image in images]
    assert credits.count("示例办") == 1
    assert all(image["license"]["@type"] == "CreativeWork" for image in images)
    assert all(image["contentUrl"].endswith(".jpg") for image in images)


@pytest.mark.parametrize("display", ["yes", "no"])
def test_an_author_who_wishes_to_be_hidden_is(project: Path, display: str) -> None:
    gallery = project / "showcases/galleries/fair/gallery.yml"
    text = gallery.read_text().replace("{name: 示例办}", f"{{name: 某摄影者, display: {display}}}")
    gallery.write_text(text)
    site, _ = records.load(project)
    assert site is not None
    made = Edition(veiled(site.published()), published.pictures(site))
    found = json.dumps(Exchange(made).linked.describe("galleries/fair/", "x"), ensure_ascii=False)
    assert ("某摄影者" in found) is (display == "yes")
