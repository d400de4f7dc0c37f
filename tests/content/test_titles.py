"""Titles of the whole sample as Chromium sets them, on a phone and on a desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sites import served

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


@pytest.mark.parametrize("width", [390, 1280])
def test_no_title_splits_a_word_or_leaves_a_character_alone(
    browser: Browser, showcase: Path, width: int
) -> None:
    site = showcase / "site"
    paths = [page.relative_to(site).parent.as_posix() for page in site.rglob("index.html")]
    readable = [path for path in paths if not path.startswith(("zh-hant", "embed"))]
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    wrong: dict[str, list[str]] = {}
    with served(site) as address:
        for path in readable:
            page.goto(f"{address}{path}/", wait_until="domcontentloaded")
            if found := page.evaluate(SPLIT, TITLES):
                wrong[path] = found
    context.close()
    assert len(readable) > 50
    assert wrong == {}
