"""The traditional reading: what changes in a page and what must not, and both readings in use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page, expect

from campaign.html import offline, traditional
from campaign.html.rewording import Rewording
from campaign.model.settings import Profile
from conftest import NewProject
from sites import make_site, served, tree_of
from values import PROFILE

BASE = "https://example.org/repo/"
TWINS = frozenset(
    {"index.html", "a/index.html", "a/b/index.html", "honours/roll.json", "assets/roll.js"}
)
NAME = "a/b/index.html"
SETTINGS = "traditional: yes\ntraditional_words: [{term: 甲, use: 乙甲}]\n"
ORIGINAL = f"""\
<!doctype html>
<html lang="zh" class="no-js"><head><meta charset="utf-8">
<meta name="description" content="台湾">
<meta name="ArticleTitle" content="台湾"><meta name="台湾" content="台湾">
<meta name="Url" content="{BASE}a/b/"><link rel="canonical" href="{BASE}a/b/">
<style>.a{{content:"台湾"}}</style>
<script>var 台湾="台湾"</script>
<script type="application/ld+json">{{"name":"台湾","inLanguage":"zh-CN"}}</script>
<script src="../../assets/print.js"></script><script src='../../assets/roll.js'></script></head>
<body><!-- 台湾 --><article class="台湾" id="台湾">
<p title="台湾 &gt; x" data-id="台湾">台湾<b>台</b>湾&amp;<code>台湾<i>台湾</i></code>台湾</p>
<a href="../">上</a><a href="../../" rel="x">首</a><a href="./#台湾">此</a><a href="?x=1">问</a>
<a href="/repo/a/">绝</a><a href="https://example.org/">外</a><a href="mailto:a@b">信</a>
<a href="feed.xml?a=1&amp;b=2#c">订</a><a href="../../data/">数</a><a href="../c%20d.pdf">件</a>
<img alt="台湾" src="../../photos/1.jpg" srcset="../../photos/1.webp 1w, ../../photos/2.webp 2w">
<div data-roll="../../honours/roll.json" data-root="../../"></div>
<textarea>台湾</textarea><input placeholder=台湾 value="台湾"><optgroup label="台湾"></optgroup>
<td data-label="台湾">台湾</td></article></body></html>
"""
UNCHANGED = re.compile(
    r"lang=\"zh\"|(?<=Url\" content=\")[^\"]*|"
    r"\"zh-CN\"|(?<=href=\")(?:feed|\.\./\.\./data|\.\./c)[^\"]*|"
    r"(?<=[\"'])\.\./\.\./(?:assets/print|photos)[^\"]*"
)
"""What the reading changes beside words."""


def page(html: str, profile: Profile = PROFILE) -> str:
    convert = traditional.converter(profile)
    return Rewording(convert, TWINS, BASE, "zh-hant/", "zh-Hant").page(html, NAME)


def profile(**fields: object) -> Profile:
    return Profile.model_validate(PROFILE.model_dump() | {"traditional": True} | fields)


# One page


def test_without_a_change_of_words_only_the_declared_places_change() -> None:
    same = Rewording(str, TWINS, BASE, "zh-hant/", "zh-Hant").page(ORIGINAL, NAME)
    assert same != ORIGINAL
    kept = UNCHANGED.split(ORIGINAL)
    assert re.fullmatch("(?s:.*)".join(map(re.escape, kept)), same)
    for line, was in zip(same.splitlines(), ORIGINAL.splitlines(), strict=True):
        if not UNCHANGED.search(was):
            assert line == was


def test_a_page_says_its_language_and_address() -> None:
    html = page(ORIGINAL)
    assert '<html lang="zh-Hant" class="no-js">' in html
    assert f'<meta name="Url" content="{BASE}zh-hant/a/b/">' in html


def test_words_change_wherever_people_read_them() -> None:
    html = page(ORIGINAL)
    for words in (
        '<meta name="description" content="臺灣">',
        '<meta name="ArticleTitle" content="臺灣">',
        '.a{content:"臺灣"}',
        '{"name":"臺灣","inLanguage":"zh-Hant"}',
        '<p title="臺灣 &gt; x" data-id="台湾">臺灣<b>',
        "</code>臺灣</p>",
        '<img alt="臺灣"',
        "<input placeholder=臺灣",
        '<optgroup label="臺灣">',
        '<td data-label="臺灣">臺灣</td>',
    ):
        assert words in html, words


def test_code_scripts_names_and_comments_stay() -> None:
    html = page(ORIGINAL)
    for kept in (
        '<meta name="台湾" content="台湾">',
        'var 台湾="台湾"</script>',
        "<!-- 台湾 -->",
        'class="台湾" id="台湾"',
        "<code>台湾<i>台湾</i></code>",
        "<textarea>台湾</textarea>",
        'value="台湾"',
        'href="./#台湾"',
    ):
        assert kept in html, kept


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("../", "../"),
        ("../../", "../../"),
        ("../..", "../.."),
        ("./", "./"),
        ("#x", "#x"),
        ("?elder=1", "?elder=1"),
        ("../../honours/roll.json", "../../honours/roll.json"),
        ("/repo/a/", "/repo/a/"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("feed.xml?a=1&amp;b=2#c", "../../../a/b/feed.xml?a=1&amp;b=2#c"),
        ("../../data/", "../../../data/"),
        ("../c%20d.pdf", "../../../a/c%20d.pdf"),
        ("../../photos/1.jpg", "../../../photos/1.jpg"),
    ],
)
def test_a_link_stays_among_the_pages_or_leads_to_what_both_readings_share(
    value: str, expected: str
) -> None:
    rewording = Rewording(str, TWINS, BASE, "zh-hant/", "zh-Hant")
    assert rewording.address(value, NAME) == expected


def test_from_the_home_page_what_is_shared_is_one_step_up() -> None:
    rewording = Rewording(str, TWINS, BASE, "zh-hant/", "zh-Hant")
    assert rewording.address("assets/x.css", "index.html") == "../assets/x.css"
    assert rewording.address(".", "index.html") == "."


# Words


@pytest.mark.parametrize(
    ("form", "expected"), [("s2t", "裏面"), ("s2hk", "裏面"), ("s2tw", "裡面"), ("s2twp", "裡面")]
)
def test_the_profile_says_which_characters(form: str, expected: str) -> None:
    assert traditional.converter(profile(traditional_form=form))("里面") == expected


@pytest.mark.parametrize(
    ("form", "title", "expected"),
    [
        ("s2t", "社区理<wbr>发师", "社區理<wbr>髮師"),
        ("s2t", "上门为老人理<wbr>发", "上門爲老人理<wbr>髮"),
        ("s2t", "楼道<wbr>里程<wbr>碑", "樓道<wbr>里程<wbr>碑"),
        ("s2tw", "一碗面<wbr>条", "一碗麵<wbr>條"),
        ("s2twp", "打印<wbr>机<wbr>开放", "印表<wbr>機<wbr>開放"),
        ("s2twp", "网<wbr>吧<wbr>整治", "網<wbr>咖<wbr>整治"),
        ("s2twp", "智能<wbr>手机<wbr>课", "智慧<wbr>手機<wbr>課"),
    ],
)
def test_words_are_converted_across_the_places_where_a_title_may_break(
    form: str, title: str, expected: str
) -> None:
    html = page(f"<h1 id=a>{title}</h1><p>后</p>", profile(traditional_form=form))
    assert html == f"<h1 id=a>{expected}</h1><p>後</p>"


def test_where_words_grow_or_shrink_the_places_beside_them_stay() -> None:
    convert = {"便民": "便民", "便民U盘": "便民隨身碟", "便民U盘借用": "便民隨身碟借用"}
    rewording = Rewording(lambda text: convert.get(text, text), TWINS, BASE, "zh-hant/", "zh-Hant")
    assert rewording.page("便民<wbr>U盘<wbr>借用", NAME) == "便民<wbr>隨身碟<wbr>借用"
    assert rewording.page("便民U<wbr>盘<wbr>借用", NAME) == "便民隨身碟<wbr>借用"


def test_a_name_is_spelled_as_the_office_says() -> None:
    words = [{"term": "万里", "use": "万里"}, {"term": "万里桥", "use": "萬里橋"}]
    convert = traditional.converter(profile(traditional_words=words))
    assert convert("万里会万里桥，万个") == "万里會萬里橋，萬個"


def test_an_address_in_chinese_has_its_other_reading() -> None:
    quoted = "about/%E8%81%94%E7%B3%BB/"
    head = traditional.CANONICAL.format(BASE + quoted)
    html = traditional.linked(head, "about/联系/index.html", base_url=BASE, is_traditional=True)
    assert f'rel="canonical" href="{BASE}zh-hant/{quoted}"' in html
    assert f'hreflang="zh-Hans" href="{BASE}{quoted}"' in html


# The sitemap


def test_the_sitemap_names_both_readings_of_each_page() -> None:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    entry = f"<url>\n <loc>{BASE}a/</loc>\n <lastmod>2026-04-01</lastmod></url>"
    xml = traditional.sitemap(f'<urlset xmlns="{space}">{entry}</urlset>', BASE)
    entries = list(ET.fromstring(xml))
    assert [e[0].text for e in entries] == [f"{BASE}a/", f"{BASE}zh-hant/a/"]
    for found in entries:
        assert found[1].text == "2026-04-01"
        assert {e.get("hreflang"): e.get("href") for e in found[2:]} == {
            "zh-Hans": f"{BASE}a/",
            "zh-Hant": f"{BASE}zh-hant/a/",
            "x-default": f"{BASE}a/",
        }


# A whole site


@pytest.fixture(scope="module")
def both(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site with both readings, by a build, which verifies every link."""
    root = new_project(tmp_path_factory.mktemp("both") / "project")
    with (root / "showcases/deploy/demo.yml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    return make_site(root)


def test_a_site_without_it_says_nothing_of_it(built: Path) -> None:
    for path, data in tree_of(built / "site").items():
        assert not path.startswith("zh-hant/")
        if path.endswith((".html", ".xml")):
            assert not re.search(rb"hreflang|data-reading-switch", data), path


def test_every_page_is_there_twice_and_each_names_the_other(both: Path) -> None:
    pages = {path: data.decode() for path, data in tree_of(both).items() if path.endswith(".html")}
    once = {path for path in pages if not path.startswith(traditional.NO_PAGES)}
    assert {path for path in pages if path.startswith("zh-hant/")} == {f"zh-hant/{p}" for p in once}
    for path in once:
        address = path.removesuffix("index.html")
        for folder, language, other in (("", "zh", "zh-hant/"), ("zh-hant/", "zh-Hant", "")):
            html = pages[folder + path]
            if "data-reading-switch" not in html:
                assert 'http-equiv="refresh"' in html, path
                continue
            assert f'<html lang="{language}"' in html
            assert f'<link rel="canonical" href="{BASE}{folder}{address}">' in html
            named = re.findall(r'<link rel="alternate " hreflang="([^"]*)" href="([^"]*)">', html)
            assert named == [
                ("zh-Hans", BASE + address),
                ("zh-Hant", f"{BASE}zh-hant/{address}"),
                ("x-default", BASE + address),
            ]
            [href] = re.findall(r'data-reading-switch[^>]*href="([^"]*)"', html)
            place = (both / folder / path).parent / href / "index.html"
            assert place.resolve() == (both / other / path).resolve(), path


def test_the_simplified_pages_are_what_they_were(built: Path, both: Path) -> None:
    marks = re.compile(
        rb'<link rel="alternate " hreflang[^>]*>|<a data-reading-switch.*?</a>\n?|\s'
    )
    without, with_both = tree_of(built / "site"), tree_of(both)
    for path, data in without.items():
        if path.endswith(".html"):
            assert marks.sub(b"", data) == marks.sub(b"", with_both[path]), path
        elif not path.startswith(("sitemap.xml", "built-files.txt")):  # name every page
            assert data == with_both[path], path


def test_the_search_knows_every_page_once(built: Path, both: Path) -> None:
    assert search_of(both) == search_of(built / "site")
    assert not (both / "zh-hant/search/settings.js").exists()


def search_of(tree: Path) -> dict[str, bytes]:
    files = tree_of(tree / "search")
    return {path: data for path, data in files.items() if path.endswith(".js")}


def test_the_data_of_scripts_are_reworded_and_whole(both: Path) -> None:
    simplified = json.loads((both / "honours/roll.json").read_text("utf-8"))
    other = json.loads((both / "zh-hant/honours/roll.json").read_text("utf-8"))
    assert simplified.keys() == other.keys()
    assert simplified["rows"] == other["rows"]
    assert "社區" in str(other["subjects"])
    assert "获得者" not in (both / "zh-hant/assets/roll.js").read_text("utf-8")


def test_the_offline_edition_holds_both(both: Path, tmp_path: Path) -> None:
    offline.pack(both, tmp_path / "x.zip")  # raises when a link leads nowhere


# In a browser


@pytest.fixture(scope="module")
def address(both: Path) -> Iterator[str]:
    with served(both) as address:
        yield address


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails its test when it asks another host or reports an error."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    strangers: list[str] = []
    faults: list[str] = []
    page.on(
        "request",
        lambda r: None if r.url.startswith((address, "data:")) else strangers.append(r.url),
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("response", lambda r: faults.append(r.url) if r.status >= 400 else None)
    yield page
    context.close()
    assert strangers == []
    assert faults == []


def test_a_reader_changes_to_traditional_characters_and_back(tab: Page, address: str) -> None:
    tab.goto(f"{address}communities/beta/")
    tab.get_by_role("link", name="繁體").click()
    expect(tab.locator("h1")).to_contain_text("社區")
    assert tab.url == f"{address}zh-hant/communities/beta/"
    assert tab.evaluate("document.documentElement.lang") == "zh-Hant"
    tab.locator(".md-tabs__link").nth(1).click()
    expect(tab).to_have_url(re.compile(f"^{address}zh-hant/(?!communities/beta/)"))
    tab.get_by_role("link", name="简体").click()
    expect(tab).to_have_url(re.compile("^(?!.*/zh-hant/)"))


def test_a_choice_of_colours_holds_in_both(tab: Page, address: str) -> None:
    tab.goto(f"{address}communities/beta/")
    tab.locator("label[for^=__palette]:visible").click()
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    tab.goto(f"{address}zh-hant/communities/beta/", wait_until="commit")
    tab.wait_for_selector("main", state="attached")
    assert tab.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_roll_is_a_tool_in_traditional_characters_too(tab: Page, address: str) -> None:
    tab.goto(f"{address}zh-hant/honours/")
    tab.locator(".roll-tool form select").first.focus()
    table = tab.locator(".roll--found")
    expect(table).to_contain_text("榮譽")
    expect(table).not_to_contain_text("荣誉")
    table.locator("tbody a").first.click()
    expect(tab).to_have_url(re.compile(f"^{address}zh-hant/communities/"))


def test_a_search_begun_in_traditional_characters_leads_to_them(tab: Page, address: str) -> None:
    tab.goto(f"{address}zh-hant/")
    tab.locator("[data-search-open]").click()
    tab.locator("dialog input[type=search]").fill("貝塔社區")
    tab.locator(".search__title").first.click()
    expect(tab.locator("h1")).to_contain_text("貝塔社區")
    assert tab.url.startswith(f"{address}zh-hant/communities/beta/")
    tab.wait_for_function("() => CSS.highlights.has('search')")
    tab.reload()
    tab.wait_for_load_state("networkidle")
    assert not tab.evaluate("CSS.highlights.has('search')"), "it was asked for once"


def test_no_page_of_either_reading_asks_another_host(tab: Page, address: str) -> None:
    for path in ("", "honours/", "communities/alpha/", "search/", "galleries/fair/", "about/"):
        for folder in ("", "zh-hant/"):
            tab.goto(address + folder + path, wait_until="networkidle")
