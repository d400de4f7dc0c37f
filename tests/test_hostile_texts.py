"""Hostile texts in every place that people write in, in a browser, with the policy taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from campaign.build.content import Content
from campaign.build.publish import publish
from campaign.build.site_map import site_map
from campaign.kinds import KINDS
from campaign.model.settings import Profile, Settings
from campaign.reading import records
from conftest import NewProject
from hostile import control, corpus, site
from pictures import drawing, encoded
from poisoned import poisoned, text_fields
from projects import write
from sites import served

TEXTS = corpus()
POLICY = re.compile(rb'<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>')
WATCH = """
window.ran = () => { window.hits = (window.hits || 0) + 1; };
window.alert = window.prompt = window.confirm = window.ran;
"""
PROVOKE = """
() => {
  const faults = [];
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name);
      if (/^on/i.test(name)) faults.push(`${element.localName} ${name}`);
      if (/^(href|src|action|formaction|data|xlink:href)$/i.test(name)
        && /^[\\s\\x00-\\x20]*(javascript|vbscript|data:text)/i.test(value)) faults.push(value);
    }
    if (/^(iframe|object|embed|frame|applet|marquee)$/.test(element.localName)
      || element.matches('base[href]')) {
      faults.push(element.localName);
    }
    for (const type of ['focus', 'mouseover', 'pointerenter', 'toggle', 'error', 'load']) {
      element.dispatchEvent(new Event(type));
    }
  }
  return faults;
}
"""


FRAME = """
() => ['head > title', 'body .md-header', '.md-container > main', 'main h1', 'footer[class]']
  .map((place) => Math.min(1, document.querySelectorAll(place).length))
  .concat(document.querySelectorAll('main footer[class], main .md-header, h1 h1, h1 p').length)
  .join(' ')
"""
"""What a text that closes more than it has opened would change."""
ROUNDS = 4


@dataclass
class Victim:
    """A reader without any policy: what ran, and whom the pages asked."""

    page: Page
    address: str
    strangers: list[str] = field(default_factory=list)

    def ask(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.strangers.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def harmed(self) -> list[str]:
        """What is wrong with the page in sight."""
        try:
            faults: list[str] = self.page.evaluate(PROVOKE)
            ran = self.page.evaluate("window.hits || 0")
        except Error:
            return ["it led elsewhere"]
        return [*faults, *(["it ran"] if ran else [])]


@pytest.fixture(scope="module")
def tree(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site full of hostile texts, its pages without their policy."""
    folder = new_project(tmp_path_factory.mktemp("hostile") / "project")
    write(folder, site(TEXTS, encoded(drawing())))
    return without_policy(Content.open(folder), folder / "site")


@pytest.fixture(scope="module")
def everywhere(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a hostile text in every field of every kind, its pages without their policy."""
    folder = new_project(tmp_path_factory.mktemp("everywhere") / "project")
    site, _ = records.load(folder)
    assert site is not None
    changed, poison = poisoned(site, TEXTS, ROUNDS)
    models = [*(kind.model for kind in KINDS), Settings, Profile]
    wanted = {place for model in models for place in text_fields(model, model.kind)}
    assert len(wanted) > 200
    assert wanted - poison.places == set()
    plain = changed.profile.model_copy(
        update={"admin": None}
    )  # a program of others fills that page
    return without_policy(Content.of(replace(changed, profile=plain), []), folder / "site")


def without_policy(content: Content, built: Path) -> Path:
    """The published site, whatever is said of its texts."""
    publish(site_map(content), built)
    for path in built.rglob("*.html"):
        path.write_bytes(POLICY.sub(b"", path.read_bytes()))
    return built


@pytest.fixture
def victim(browser: Browser, tree: Path) -> Iterator[Victim]:
    yield from reading(browser, tree)


def reading(browser: Browser, tree: Path) -> Iterator[Victim]:
    with served(tree) as address:
        context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
        context.add_init_script(WATCH)
        victim = Victim(context.new_page(), address)
        context.on("request", lambda request: victim.ask(request.url))
        yield victim
        context.close()


def paths(tree: Path, *folders: str) -> list[str]:
    """The pages below some folders of the site, but those that only lead on."""
    found = (path for folder in folders for path in sorted((tree / folder).rglob("index.html")))
    shown = (path for path in found if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return [path.parent.relative_to(tree).as_posix() + "/" for path in shown]


def test_the_corpus_would_harm_whoever_publishes_it_as_it_is(victim: Victim, tree: Path) -> None:
    harmed, context = 0, victim.page.context
    some = TEXTS[::5]
    for path in control(some, tree):
        victim.page = context.new_page()
        try:
            harmed += bool(victim.open(path) and victim.harmed())
        except Error:  # it leads elsewhere before it has loaded
            harmed += 1
        victim.page.close()
    assert len(TEXTS) >= 400
    assert harmed > len(some) / 2


@pytest.mark.parametrize(
    "folders", [("news",), ("communities",), ("galleries", "honours", "districts", "about")]
)
def test_no_text_runs_on_the_page_that_shows_it(
    victim: Victim, tree: Path, folders: tuple[str, ...]
) -> None:
    wanted = paths(tree, *folders)
    assert wanted
    harmed = {path: faults for path in wanted if victim.open(path) and (faults := victim.harmed())}
    assert harmed == {}
    assert victim.strangers == []


def test_no_text_runs_where_scripts_build_the_page(victim: Victim) -> None:
    page = victim.open("honours/")
    page.locator('[name="find"]').fill("毒文")
    expect(page.locator(".roll--found tbody tr").first).to_be_visible()
    assert victim.harmed() == []
    page = victim.open("communities/compare/?c=c0,c1,c2,c3")
    expect(page.locator(".side-by-side thead th").first).to_be_visible()
    assert victim.harmed() == []
    for query in ("毒文", "毒文1", "script", "onerror", "ran()"):
        page = victim.open(f"search/?q={query}")
        expect(page.locator(".search__title").first).to_be_visible()
        assert victim.harmed() == []
    assert victim.strangers == []


def test_no_caption_runs_in_the_viewer(victim: Victim) -> None:
    page = victim.open("galleries/hostile/")
    page.locator("[data-photo]").first.click()
    for _ in range(50):
        page.keyboard.press("ArrowRight")
    assert victim.harmed() == []
    assert victim.strangers == []


def test_no_text_in_any_field_runs_or_breaks_the_frame(browser: Browser, everywhere: Path) -> None:
    for victim in reading(browser, everywhere):
        harmed: dict[str, list[str]] = {}
        frames: dict[str, str] = {}
        for path in paths(everywhere, "."):
            page = victim.open(path)
            frames[path] = page.evaluate(FRAME)
            if faults := victim.harmed():
                harmed[path] = faults
        assert harmed == {}
        assert victim.strangers == []
        within = {path: frame for path, frame in frames.items() if not path.startswith("embed/")}
        assert {path: frame for path, frame in within.items() if frame != "1 1 1 1 1 0"} == {}
