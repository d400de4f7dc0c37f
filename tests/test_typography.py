"""Chinese type as Chromium sets it: measure, indents, line breaks, numbers that are text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

SPEECH = "speeches/2026-04-09-meeting/"
POLICY = "policies/2026-01-10-rules/"
SENTENCE = "社区靠近河边，住着一千多户人家，楼道整洁，邻里和睦，门口有一座小小的花园。"
LINES = """(element) => {
  const range = document.createRange();
  const lines = new Map();
  const text = element.firstChild;
  for (let at = 0; at < text.data.length; at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const line = Math.round(range.getBoundingClientRect().top);
    lines.set(line, (lines.get(line) ?? '') + text.data[at]);
  }
  return [...lines.values()];
}"""
"""The lines of an element that holds one text."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def style(page: Page, selector: str, name: str) -> str:
    found = page.locator(selector).first.evaluate(f"e => getComputedStyle(e)['{name}']")
    return str(found)


def pixels(page: Page, selector: str, name: str) -> float:
    return float(style(page, selector, name).removesuffix("px"))


def set_paragraphs(page: Page, html: str) -> None:
    page.locator(".prose").first.evaluate("(e, html) => { e.innerHTML = html }", html)


# Text


def test_text_is_18_pixels_at_one_and_eight_tenths(page: Page, address: str) -> None:
    page.goto(address + SPEECH)
    size = pixels(page, ".prose p", "fontSize")
    assert 17 <= size <= 18.5
    assert pixels(page, ".prose p", "lineHeight") == pytest.approx(1.8 * size, abs=0.1)
    assert style(page, ".prose p", "fontFamily").startswith('"PingFang SC", "HarmonyOS Sans SC"')
    assert style(page, ".prose p", "fontVariantNumeric") == "tabular-nums"


@pytest.mark.parametrize("width", [768, 1280, 1920])
@pytest.mark.parametrize("path", [SPEECH, POLICY, "news/2026-04-01-first/"])
def test_a_line_holds_no_more_than_forty_characters(
    page: Page, address: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    set_paragraphs(page, f"<p>{SENTENCE * 9}</p>")
    lines: list[str] = page.locator(".prose p").evaluate(LINES)
    assert len(lines) > 3
    assert max(map(len, lines)) <= 40


def test_chinese_is_spaced_and_broken_by_its_rules(page: Page, address: str) -> None:
    page.goto(address + SPEECH)
    expected = {
        "textAutospace": "normal",
        "textSpacingTrim": "trim-start",
        "lineBreak": "strict",
        "textWrapStyle": "pretty",
    }
    assert {name: style(page, ".prose p", name) for name in expected} == expected
    assert style(page, "h1", "textWrapStyle") == "balance"


@pytest.mark.parametrize("width", [360, 390, 768])
def test_no_line_begins_with_a_mark_or_ends_with_an_opening_one(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + SPEECH)
    set_paragraphs(page, f"<p>{'他说：“办好了（这是第一次），请来看《清单》。”' * 12}</p>")
    lines: list[str] = page.locator(".prose p").evaluate(LINES)
    assert len(lines) > 3
    assert [line for line in lines if line[0] in "，。：”）》" or line[-1] in "“（《"] == []


def test_only_paragraphs_of_a_speech_begin_two_characters_in(page: Page, address: str) -> None:
    page.goto(address + SPEECH)
    size = pixels(page, ".prose p", "fontSize")
    assert page.locator(".prose .salutation").inner_text() == "同志们："
    assert pixels(page, ".prose .salutation", "textIndent") == 0
    assert pixels(page, ".prose > p:last-child", "textIndent") == 2 * size
    page.locator(".prose").evaluate(
        "e => e.insertAdjacentHTML('beforeend', '<ul><li>甲</li></ul>')"
    )
    for path, selector in ((SPEECH, ".prose li"), (SPEECH, ".demands li"), (POLICY, ".prose p")):
        if not page.url.endswith(path):
            page.goto(address + path)
        assert pixels(page, selector, "textIndent") == 0, selector


# Titles


@pytest.mark.parametrize("width", [360, 390, 600])
def test_no_title_leaves_one_character_on_its_last_line(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + SPEECH)
    found: list[Any] = page.locator("h1").evaluate(
        f"""(title) => [...Array(40).keys()].map((more) => {{
          title.textContent = '{SENTENCE}'.replace(/[，。]/g, '').repeat(2).slice(0, 8 + more);
          return ({LINES})(title);
        }})"""
    )
    assert max(map(len, found)) > 2
    assert [lines for lines in found if len(lines[-1]) < 2] == []


# Numbers


def test_numbers_of_headings_are_text_in_page_outline_and_copy(page: Page, address: str) -> None:
    page.goto(address + SPEECH)
    headings = page.locator(".prose :is(h2, h3)")
    assert [text.removesuffix("¶") for text in headings.all_inner_texts()] == [
        "一、形势 & 任务",
        "（一）道路",
    ]
    outline = page.locator(".columns__left .outline a").all_inner_texts()
    assert outline == ["一、形势 & 任务", "（一）道路"]
    copied: str = page.evaluate(
        "(getSelection().selectAllChildren(document.body), `${getSelection()}`)"
    )
    assert "一、形势 & 任务" in copied


# The page of a speech


def test_a_wide_screen_has_outline_text_and_figures_side_by_side(page: Page, address: str) -> None:
    page.goto(address + SPEECH)
    left, middle, right = (
        page.locator(f".columns__{part}").bounding_box() for part in ("left", "main", "right")
    )
    assert left
    assert middle
    assert right
    assert left["x"] + left["width"] <= middle["x"] < middle["x"] + middle["width"] <= right["x"]
    assert page.locator(".outline-fold").is_hidden()
    assert style(page, "h1", "textAlign") == "center"
    assert style(page, "h1", "fontFamily").startswith('"Songti SC"')


def test_a_phone_has_the_outline_folded_then_the_text_then_the_figures(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + SPEECH)
    fold = page.locator(".outline-fold")
    places = [fold, page.locator(".columns__main"), page.locator(".columns__right")]
    boxes = [place.bounding_box() for place in places]
    assert [box and box["y"] for box in boxes] == sorted(box["y"] for box in boxes if box)
    link = fold.get_by_role("link", name="（一）道路")
    assert link.is_hidden()
    fold.locator("summary").click()
    link.click()
    assert "#" in page.url
    assert page.locator(".columns__left").is_hidden()


def test_traditional_characters_have_their_own_fonts(page: Page, address: str) -> None:
    page.goto(address + SPEECH)
    page.evaluate("document.documentElement.lang = 'zh-Hant'")
    assert style(page, ".prose p", "fontFamily").startswith('"PingFang TC"')
    assert style(page, "h1", "fontFamily").startswith('"Songti TC"')
