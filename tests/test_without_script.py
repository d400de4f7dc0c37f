"""Without JavaScript: every record is reached by links, once, and nothing offers what it cannot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect
from selectolax.lexbor import LexborHTMLParser

from campaign import urls
from campaign.kinds.contest.facts import veiled
from campaign.kinds.honour import Honour, plaques
from campaign.kinds.news import News
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.site import Site
from laying_out import bare_page, lay_out
from pagekinds import addresses, chosen, written
from sites import served

SITE = "https://example.org/repo/"
CONTROLS = "button, input, select, textarea, [role=button], header label"
VISIBLE = """
(nodes) => nodes
  .filter((node) => node.checkVisibility() && !node.closest('[for="__drawer"]'))
  .map((node) => node.outerHTML.slice(0, 80))
"""
"""What a reader sees of them; the drawer is a box to tick, and works."""
REDIRECTS = re.compile(rb'http-equiv="refresh"')


class Tree:
    """A built site as somebody sees it who follows links, and the records it is made from."""

    def __init__(self, project: Path, profile: str) -> None:
        site, _ = records.load(project, profile)
        assert site is not None
        self.project = project
        self.site: Site = veiled(site.published())
        self.pages = {
            name: LexborHTMLParser(path.read_bytes())
            for name, path in addresses(project / "site").items()
            if not REDIRECTS.search(path.read_bytes())
        }

    def links(self, name: str, where: str = "a[href]") -> list[str]:
        """Where a page's links lead, below the site's root, fragments included."""
        found = (node.attributes["href"] or "" for node in self.pages[name].css(where))
        full = (unquote(urljoin(SITE + name, link)) for link in found)
        return [link.removeprefix(SITE) for link in full if link.startswith(SITE)]

    def reached(self) -> set[str]:
        """Every page that links lead to from the home page."""
        seen, waiting = {""}, [""]
        while waiting:
            steps = {urlsplit(link).path for link in self.links(waiting.pop())}
            new = (steps & self.pages.keys()) - seen
            seen |= new
            waiting += new
        return seen

    def sheets(self, name: str) -> list[str]:
        """A list with the sheets on which it goes on."""
        found = [name]
        while following := self.links(found[-1], ".pager a[rel=next]"):
            found.append(following[0])
        return found

    def lists(self, column: str, where: str) -> dict[str, Counter[str]]:
        """How often each list of a column, with all of its sheets, links to what."""
        pages = (name for name in written(self.project / "docs") if name in self.pages)
        return {
            name: Counter(link for sheet in self.sheets(name) for link in self.links(sheet, where))
            for name in pages
            if name.startswith(f"{column}/")
        }


@pytest.fixture(scope="module")
def content(showcase: Path) -> Tree:
    return Tree(showcase, "checked")


@pytest.fixture(scope="module", params=["tiny", "content"])
def tree(request: pytest.FixtureRequest, built: Path, content: Tree) -> Tree:
    return content if request.param == "content" else Tree(built, "demo")


# By links


def test_every_record_has_one_page_and_links_lead_there(tree: Tree) -> None:
    canonical = Counter(
        page.css_first('link[rel="canonical"]').attributes["href"]
        for name, page in tree.pages.items()
        if page.css_first('link[rel="canonical"]')
    )
    reached = tree.reached()
    found = [urls.url(r) for kind in urls.FOLDERS for r in tree.site.kind(kind).values()]
    assert found
    assert [name for name in found if name not in reached] == []
    assert [name for name in found if canonical[SITE + name] != 1] == []


def test_no_page_can_be_reached_by_the_search_alone(tree: Tree) -> None:
    assert tree.pages.keys() - tree.reached() <= {"404.html"}


@pytest.mark.parametrize("kind", [kind for kind in urls.FOLDERS if kind != "honour-kind"])
def test_a_list_of_the_column_shows_each_record_once(content: Tree, kind: str) -> None:
    records, today = content.site.kind(kind).values(), content.site.today
    listed = (item for item in records if not (isinstance(item, News) and item.is_expired(today)))
    wanted = Counter(map(urls.url, listed))
    shown = content.lists(urls.FOLDERS[kind], "article a[href]")
    linked = [Counter({name: count[name] for name in wanted}) for count in shown.values()]
    assert wanted in linked or not wanted


def test_the_sheets_of_the_roll_show_each_honour_once(content: Tree) -> None:
    found = Edition(content.site, {})
    wanted = Counter(plaques.address(found, item) for item in content.site.of(Honour).values())
    shown = content.lists("honours", '.roll td[data-label="荣誉"] a[href]')
    orders = [name for name, count in shown.items() if count == wanted]
    assert len(orders) == 4 or not wanted


def test_an_honour_s_address_is_a_place_on_a_page(tree: Tree) -> None:
    edition = Edition(tree.site, {})
    for honour in tree.site.of(Honour).values():
        name, _, place = plaques.address(edition, honour).partition("#")
        assert tree.pages[name].css_first(f'[id="{place}"]'), honour.id


# In a browser


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    yield context
    context.close()


def test_nothing_offers_what_needs_a_script(browser: Browser, showcase: Path) -> None:
    """Nothing runs here in either way: a page that is laid out is the one that is opened."""
    offered = {}
    with served(showcase / "site") as address, bare_page(browser, address, False) as page:
        page.set_viewport_size({"width": 1280, "height": 720})
        for name in chosen(showcase):
            lay_out(page, address + name)
            offered[name] = page.locator(CONTROLS).evaluate_all(VISIBLE)
    assert {name: found for name, found in offered.items() if found} == {}


@pytest.mark.parametrize(
    "broken", ["**/assets/**", "**/assets/search/panel.js", "**/assets/campaign.js"]
)
def test_a_search_whose_scripts_do_not_run_says_what_to_do(
    browser: Browser, showcase: Path, broken: str
) -> None:
    """As on a phone that is too old for them, or on a bad net."""
    with served(showcase / "site") as address, browser.new_context() as context:
        page = context.new_page()
        page.route(broken, _unreadable)
        page.goto(f"{address}search/")
        expect(page.locator(".search-page .notice")).to_be_visible()


def test_a_phone_that_cannot_run_the_scripts_is_offered_no_filter(
    browser: Browser, showcase: Path
) -> None:
    with served(showcase / "site") as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}honours/")
        expect(page.locator("form.filter")).to_be_visible()
        page.route("**/assets/**", _unreadable)
        page.reload()
        expect(page.get_by_role("table").first).to_be_visible()
        expect(page.locator("form.filter")).to_be_hidden()


def _unreadable(route: Route) -> None:
    """Let a script be one that the browser cannot read; all else arrives."""
    if route.request.resource_type == "script":
        route.fulfill(body="a ?.?. b", content_type="text/javascript")
    else:
        route.continue_()


def test_the_search_link_leads_to_a_page_that_says_what_to_do(
    plain: BrowserContext, showcase: Path
) -> None:
    page = plain.new_page()
    with served(showcase / "site") as address:
        page.goto(address)
        page.locator("[data-search-open]").click()
        expect(page).to_have_url(f"{address}search/")
        expect(page.locator(".search-page .notice")).to_contain_text("从栏目里找")
        page.locator(".search-page a", has_text=re.compile("^社区$")).click()
        expect(page.locator("h1")).to_contain_text("社区")
    page.close()
