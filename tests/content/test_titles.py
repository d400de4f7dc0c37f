"""Titles of the whole sample as Chromium sets them, on a phone and on a desk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from laying_out import bare_page, lay_out
from pagekinds import chosen
from sites import served
from undrawn import Undrawn

TITLES = ":is(h1, h2, h3, h4):not(.sr-only), .title, .card__title, .plaque__name"
SPLIT = """(selector) => {
  const range = document.createRange();
  const found = [];
  for (const title of document.querySelectorAll(`.md-content :is(${selector})`)) {
    if (!title.checkVisibility() || title.closest('.prose')) continue;
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    const lines = [];
    let top = null, node, before = null;
    while ((node = walker.nextNode())) {
      if (node.parentElement.closest('.headerlink, .count, .tag, .state, .draft-mark')) continue;
      for (let at = 0; at < node.data.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width || !node.data[at].trim()) continue;
        const middle = (box.top + box.bottom) / 2;
        if (top === null || middle > top + box.height / 2) {
          lines.push('');
          if (before === node && at && /[\\u3400-\\u9fff]/.test(node.data[at - 1])
              && /[\\u3400-\\u9fff]/.test(node.data[at])) {
            found.push(`within a word: ${title.textContent.trim()} at ${node.data.slice(at)}`);
          }
          top = middle;
        }
        lines[lines.length - 1] += node.data[at];
        before = node;
      }
    }
    const last = (lines.at(-1) ?? '').replace(/[^\\p{L}\\p{N}]/gu, '');
    if (lines.length > 1 && last.length < 2) found.push(`alone: ${lines.join(' / ')}`);
  }
  return found;
}"""
"""Text nodes end where words do: a line that ends inside one ends inside a word."""

PLACES = """(selector) => [...document.querySelectorAll(`.md-content :is(${selector})`)]
  .map((title) => [title.textContent, title.getBoundingClientRect().toJSON()])"""
WIDTHS = (390, 1280)
HEIGHT = 844


@dataclass(frozen=True)
class Looked:
    """Which pages were looked at, and what is wrong with their titles at which width."""

    opened: list[str]
    laid_out: list[str]
    wrong: dict[tuple[str, int], list[str]]


@pytest.fixture(scope="module")
def looked(undrawing: Browser, showcase: Path) -> Looked:
    """One page of every kind is opened with its scripts; its siblings, which have the same ones,
    are laid out without."""
    site = showcase / "site"
    paths = {f"{page.relative_to(site).parent.as_posix()}/" for page in site.rglob("index.html")}
    readable = {path for path in paths if not path.startswith(("zh-hant", "embed"))}
    kinds = {name or "./" for name in chosen(showcase)}
    looked = Looked(sorted(readable & kinds), sorted(readable - kinds), {})
    with served(site) as address, bare_page(undrawing, address) as page:
        shown = Undrawn(page)
        for path in looked.opened:
            shown.goto(address + path)
            for width in WIDTHS:
                shown.resize(width, HEIGHT)
                look(page, path, width, looked)
        for width in WIDTHS:
            shown.resize(width, HEIGHT)
            for path in looked.laid_out:
                lay_out(page, address + path)
                look(page, path, width, looked)
    return looked


def look(page: Page, path: str, width: int, looked: Looked) -> None:
    """Note what is wrong with the titles in sight."""
    if found := page.evaluate(SPLIT, TITLES):
        looked.wrong[path, width] = found


@pytest.mark.parametrize("width", WIDTHS)
def test_no_title_splits_a_word_or_leaves_a_character_alone(looked: Looked, width: int) -> None:
    assert len(looked.opened) > 20
    assert len(looked.opened) + len(looked.laid_out) > 50
    assert {path: found for (path, at), found in looked.wrong.items() if at == width} == {}


def test_a_page_that_is_laid_out_has_its_titles_where_an_opened_one_has_them(
    undrawing: Browser, showcase: Path, looked: Looked
) -> None:
    with served(showcase / "site") as address, bare_page(undrawing, address) as page:
        for path in looked.laid_out[::40]:
            lay_out(page, address + path)
            laid_out = page.evaluate(PLACES, TITLES)
            Undrawn(page).goto(address + path)
            assert laid_out == page.evaluate(PLACES, TITLES), path
