"""Accessibility of whole pages by axe-core: every kind of page, four looks, two widths.

The pages are those of the repository's own content, as a public deployment shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from campaign.build import stylesheet
from campaign.verbs import testing
from conftest import needed
from pagekinds import addresses, chosen, classes, shelves, written
from projects import write
from sites import ROOT, served
from undrawn import Undrawn

LOOKS = {  # the colour scheme; the large print; the contrast
    "light": ("default", False, "normal"),
    "dark": ("slate", False, "normal"),
    "elder": ("default", True, "high"),
    "high contrast": ("default", False, "high"),
}
RECOLOURED = ("dark", "high contrast")
"""Looks in which nothing but colours differs from the light one: only their rules are run."""
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
IN_ORDER = [look for look in LOOKS if look not in RECOLOURED], RECOLOURED
VIEWS = [(look, size) for looks in IN_ORDER for size in SIZES for look in looks]
"""First pages are whole; where colours alone differ they are without what earlier ones showed."""
PUT_ON = """
([scheme, elder, contrast]) => {
  document.body.dataset.mdColorScheme = scheme;
  document.documentElement.toggleAttribute('data-elder', elder);
  document.documentElement.dataset.contrast = contrast;
}
"""
TRIM = r"""
() => {  // of many things made alike, two stand for all
  const look = (node) => node.outerHTML.replace(/>[^<]+/g, '>').replace(/p-[0-9a-f]{8}/g, '')
    .replace(/ (?!class|type|role|open|hidden)[a-z-]+="[^"]*"/g, '');
  for (const parent of document.body.querySelectorAll('*')) {
    const seen = new Map();
    for (const child of [...parent.children]) {
      const count = (seen.get(look(child)) ?? 0) + 1;
      seen.set(look(child), count);
      if (count > 2) child.remove();
    }
  }
}
"""
STYLED = (
    *("class", "type", "role", "open", "hidden", "rel", "for"),
    *("aria-(?:current|pressed|sort|busy|disabled)", "data-(?!novel|words)"),
)
"""Attributes by which styles tell parts apart; a test holds them to the styles."""
OF_PAGES = ("dir", "data-elder", "data-contrast", "data-md-color-scheme")
"""Attributes of a whole page: looks differ by them, and not its parts."""
MARK = r"""
(known) => {  // what stood in the same place of an earlier page, or earlier in this, looks alike
  const plain = / (?!STYLED)[a-z-]+="[^"]*"/g;
  const look = (html) => html.replace(/>\s+(?=<)/g, '>').replace(/>[^<]+/g, '>…')
    .replace(/p-[0-9a-f]{8}/g, '').replace(plain, '');
  const start = (node) => node ? look(node.cloneNode().outerHTML) : '';
  const hashed = (text) => {
    let [one, two] = [0, 0];
    for (let at = 0; at < text.length; at++) {
      one = (Math.imul(one, 31) + text.charCodeAt(at)) | 0;
      two = (Math.imul(two, 1000003) ^ text.charCodeAt(at)) | 0;
    }
    return `${one}${two}`;
  };
  const seen = new Set(known);
  const mark = (node, place) => {
    const key = hashed(`${place} ${start(node.previousElementSibling)} ${look(node.outerHTML)}`);
    if (seen.has(key)) return;
    seen.add(key);
    node.dataset.novel = '';
    for (const child of node.children) mark(child, place + start(node));
  };
  mark(document.body, '');
  return [...seen].slice(known.length);
}
""".replace("STYLED", "|".join(STYLED))
KEEP = """
() => {  // what is new, what that is in, and what is beside it
  const isNew = (node) => node?.hasAttribute('data-novel');
  const rest = [...document.body.querySelectorAll(':not([data-novel])')];
  const old = rest.filter((node) => isNew(node.parentElement)
    && !isNew(node.previousElementSibling) && !isNew(node.nextElementSibling));
  for (const node of old) node.remove();
}
"""
START = r"""
(recoloured) => {
  const all = {rules: {'target-size': {enabled: true}}};
  const colours = {runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}};
  const preload = {assets: ['media']};  // style sheets are for rules in the making, which are off
  const options = {resultTypes: ['violations'], preload, ...(recoloured ? colours : all)};
  const told = (rule) => rule.nodes.map(
    (node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n')[1]}`);
  const broke = (rule) => rule.nodes.some(
    (node) => node.none.some((check) => check.id === 'error-occurred'));
  window.axeFound = axe.run(document, options).then(({violations, incomplete}) =>
    [...violations, ...incomplete.filter(broke)].flatMap(told));
}
"""
MEASURE_ALL = """
addEventListener('DOMContentLoaded', () => axe.configure({
  checks: [{
    id: 'color-contrast',
    options: {
      ignorePseudo: true, ignoreLength: true, ignoreUnicode: true,
      contrastRatio: {normal: {expected: 4.5}, large: {expected: 3}},
      boldValue: 700, boldTextPt: 14, largeTextPt: 18,
      pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03,
    },
  }],
  rules: [
    {id: 'color-contrast', selector: '[data-novel]'},
    {id: 'link-in-text-block', selector: 'a[href][data-novel]'},
  ],
}));
"""
"""axe's own numbers; but it would leave out every text on a ground that a pseudo-element widens,
and every single character. Colours are measured once where the same stands in the same place of
many pages: the markup of all that it is in, and of what is before it, is the same."""
Faults = dict[tuple[str, str], list[str]]


@pytest.fixture(scope="module")
def axe() -> str:
    folder = needed(testing.node_package(ROOT, "axe-core"), "axe-core")
    return (folder / "axe.min.js").read_text(encoding="utf-8")


def axe_in(browser: Browser, axe: str) -> BrowserContext:
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    context.add_init_script(axe + MEASURE_ALL)
    return context


@pytest.fixture(scope="module")
def context(browser: Browser, axe: str) -> Iterator[BrowserContext]:
    """For dialogs, which people open."""
    context = axe_in(browser, axe)
    yield context
    context.close()


@pytest.fixture(scope="module")
def undrawn(undrawing: Browser, axe: str) -> Iterator[BrowserContext]:
    """For whole pages: axe asks for places and styles, and never for what is drawn."""
    context = axe_in(undrawing, axe)
    yield context
    context.close()


@pytest.fixture(scope="module")
def address(showcase: Path) -> Iterator[str]:
    with served(showcase / "site") as address:
        yield address


def seen(pages: dict[str, Undrawn], sizes: list[str], known: list[str] | None = None) -> Faults:
    """What axe finds on open pages in every view; pages are looked at side by side.

    `known` names what was looked at on earlier pages, and grows.
    """
    found: Faults = {}
    known = [] if known is None else known
    for shown in pages.values():
        known += shown.page.evaluate(MARK, known)
    for look, size in (view for view in VIEWS if view[1] in sizes):
        for shown in pages.values():
            if look in RECOLOURED:
                shown.page.evaluate(KEEP)
            shown.resize(*SIZES[size])
            shown.page.evaluate(PUT_ON, LOOKS[look])
            shown.page.evaluate(START, look in RECOLOURED)
        for name, shown in pages.items():
            faults = shown.page.evaluate("window.axeFound")
            found.setdefault((look, size), []).extend(f"{name}: {fault}" for fault in faults)
    return found


# Every kind of page


@pytest.fixture(scope="module")
def faults(undrawn: BrowserContext, address: str, showcase: Path) -> Faults:
    """What axe finds on one page of every kind: two at a time, one for each core."""
    left, right = Undrawn(undrawn.new_page()), Undrawn(undrawn.new_page())
    names = chosen(showcase)
    found: Faults = {view: [] for view in VIEWS}
    known: list[str] = []
    for pair in zip(names[::2], [*names[1::2], ""], strict=False):
        pages = dict(zip(pair, (left, right), strict=True))
        for name, shown in pages.items():
            shown.goto(address + name)
            shown.page.evaluate(TRIM)
        for view, faults in seen(pages, list(SIZES), known).items():
            found[view] += faults
    left.page.close()
    right.page.close()
    return found


@pytest.mark.parametrize(("look", "size"), VIEWS)
def test_every_kind_of_page_is_accessible(faults: Faults, look: str, size: str) -> None:
    assert faults[look, size] == []


def test_no_kind_of_page_is_forgotten(showcase: Path) -> None:
    names = chosen(showcase)
    tree = addresses(showcase / "site")
    assert set(written(showcase / "docs")) & set(tree) <= set(names)
    for shelf in shelves(addresses(showcase / "site")):
        pages = {name for name in tree if name.startswith(f"{shelf}/")}
        records = pages.difference(written(showcase / "docs"))
        assert records & set(names) or not records, shelf
    shown = frozenset().union(*(classes(tree[name]) for name in names))
    assert frozenset().union(*map(classes, tree.values())) <= shown


def test_every_page_of_the_navigation_is_looked_at() -> None:
    settings = (ROOT / "showcases/site.yml").read_text(encoding="utf-8")
    nav = re.findall(r"- (\S+)\.md$", settings, re.MULTILINE)
    assert "communities/compare" in nav
    pages = written(ROOT / "docs")
    missing = [name for name in nav if f"{name}/".removesuffix("index/") not in pages]
    assert missing == []


def test_a_new_kind_of_page_is_looked_at_on_its_first_day(tmp_path: Path) -> None:
    page = '<article><p class="{}">…</p></article>'
    write(
        tmp_path,
        {
            "docs/index.md": "",
            "site/index.html": page.format("a"),
            "site/halls/one/index.html": page.format("a"),
            "site/halls/two/index.html": page.format("a b p-0123abcd"),
            "site/halls/two_2/index.html": page.format("a c"),
        },
    )
    assert chosen(tmp_path) == ["", "halls/two/", "halls/two_2/"]


# Dialogs


def search(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_label("搜索词").fill("社区")
    expect(page.locator(".search__title").first).to_be_visible()


def viewer(page: Page) -> None:
    page.locator("a[data-photo]").first.press("Enter")
    expect(page.get_by_role("dialog", name="照片")).to_be_visible()


def leaving(page: Page) -> None:
    page.evaluate("document.querySelector('.site-footer a').href = 'https://example.com/'")
    page.locator(".site-footer a").first.click()
    expect(page.get_by_role("dialog", name="即将离开本网站")).to_be_visible()


def drawer(page: Page) -> None:
    page.get_by_role("button", name="全部栏目").click()
    expect(page.get_by_role("navigation", name="全部栏目")).to_be_visible()


@pytest.mark.parametrize("opens", [search, viewer, leaving, drawer], ids=lambda f: f.__name__)
def test_what_opens_above_a_page_is_accessible(
    context: BrowserContext, address: str, showcase: Path, opens: Callable[[Page], None]
) -> None:
    page = context.new_page()
    photos = (name for name in chosen(showcase) if name.startswith("galleries/") and name[10:])
    page.goto(address + (next(photos, "") if opens is viewer else ""))
    sizes = ["phone"] if opens is drawer else list(SIZES)
    shown = Undrawn(page)
    shown.resize(*SIZES[sizes[0]])
    opens(page)
    found = seen({opens.__name__: shown}, sizes)
    page.close()
    assert [fault for faults in found.values() for fault in faults] == []


# The check bites


def test_parts_that_a_style_tells_apart_are_not_taken_for_the_same() -> None:
    named = set(re.findall(r"\[([a-z-]+)[\]~^$*|=]", stylesheet.text()))
    assert {"data-label", "aria-current", "data-elder"} <= named
    told = re.compile("|".join(STYLED))
    pictures = {"text-anchor", "aria-labelledby", "href", "inputmode"}
    left = {name for name in named.difference(OF_PAGES, pictures) if not told.match(name)}
    assert left == set()


def test_a_fault_is_found_in_the_look_that_has_it(undrawn: BrowserContext, address: str) -> None:
    page = undrawn.new_page()
    page.goto(address)
    page.evaluate(
        """() => {
          document.querySelector('article').insertAdjacentHTML(
            'beforeend', '<p id="pale">浅</p><a href="#main"></a>');
          const rules = new CSSStyleSheet();
          rules.replaceSync('[data-md-color-scheme="slate"] #pale { color: #333 }');
          document.adoptedStyleSheets = [rules];
        }"""
    )
    found = seen({"home": Undrawn(page)}, ["phone"])
    page.close()
    assert any("link-name" in fault for fault in found["light", "phone"])
    pale = [look for (look, _), faults in found.items() if any("#pale" in f for f in faults)]
    assert pale == ["dark"]
