"""The quiz as a reader uses it: with script, without it, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

STAIRS = "lessons/stairs/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def option(page: Page, number: int, key: str) -> Locator:
    return page.locator(f"#q-{number} [data-key={key}]").locator("input, select")


def answer(page: Page, *, choice: str) -> None:
    """All right but for the first, which is what is asked for."""
    option(page, 1, choice).check()
    for key in "AB":
        option(page, 2, key).check()
    option(page, 3, "错").check()
    for key, place in (("B", "1"), ("C", "2"), ("A", "3")):
        option(page, 4, key).select_option(place)


def test_a_reader_is_told_the_score_and_asked_the_wrong_ones_again(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{STAIRS}")
    result, asked = page.locator(".quiz__result"), page.locator(".question:visible")
    expect(page.locator(".question__answer").first).to_be_hidden()
    answer(page, choice="A")
    page.get_by_role("button", name="看得分").press("Enter")
    expect(result).to_have_text("4 题答对 3 题")
    expect(page.locator("#q-1 .question__verdict")).to_have_text("✗ 答错了")
    expect(page.locator("#q-1 .question__answer p").first).to_be_visible()
    again = page.get_by_role("button", name="再做错题")
    expect(again).to_be_focused()
    again.press("Enter")
    expect(asked).to_have_count(1)
    expect(option(page, 1, "A")).to_be_focused()
    option(page, 1, "B").check()
    page.get_by_role("button", name="看得分").press("Enter")
    expect(result).to_have_text("1 题全对")
    page.get_by_role("button", name="全部重做").press("Enter")
    expect(asked).to_have_count(4)
    expect(page.locator(".question input:checked")).to_have_count(0)


def test_what_is_not_answered_is_said(page: Page, address: str) -> None:
    page.goto(f"{address}{STAIRS}")
    page.get_by_role("button", name="看得分").click()
    expect(page.locator(".quiz__result")).to_have_text("4 题答对 0 题，4 题没有答")


def test_without_script_an_answer_unfolds(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{STAIRS}")
    first = page.locator("#q-1")
    expect(first.locator("details p").first).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("details p").first).to_be_visible()
    expect(page.locator(".answers")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("has_script", [True, False])
def test_on_paper_questions_come_first_and_answers_on_a_page_of_their_own(
    browser: Browser, address: str, has_script: bool
) -> None:
    context = browser.new_context(java_script_enabled=has_script)
    page = context.new_page()
    page.goto(f"{address}{STAIRS}")
    sheets = [
        "".join(normalize("NFKC", sheet.extract_text()).split())
        for sheet in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    ]
    context.close()
    last = next(n for n, text in enumerate(sheets) if "着火时先做什么" in text)
    told = next(n for n, text in enumerate(sheets) if "B→C→A" in text)
    assert told == last + 1
    assert not any("疏散" in text for text in sheets[:told])
