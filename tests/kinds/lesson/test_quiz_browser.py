"""The quiz as a reader uses it: with script, without it, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

STAIRS = "lessons/stairs/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


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
