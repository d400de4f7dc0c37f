"""The sheet of a poster as Chromium prints it: one sheet of its size, with a code to scan."""

from __future__ import annotations

import io
from unicodedata import normalize

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser
from pypdf import PdfReader

MILLIMETRES = 25.4 / 72
"""In a point."""


@pytest.mark.parametrize(
    ("path", "size", "words"), [("lanes", (297, 420), "验一条"), ("full", (210, 297), "公示牌")]
)
def test_a_poster_is_one_sheet_of_its_size_and_nothing_else(
    browser: Browser, address: str, path: str, size: tuple[int, int], words: str
) -> None:
    context = browser.new_context(locale="zh-CN", color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}posters/{path}/")
    (sheet,) = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    context.close()
    box = sheet.mediabox
    assert (round(box.width * MILLIMETRES), round(box.height * MILLIMETRES)) == size
    text = normalize("NFKC", "".join(sheet.extract_text().split()))
    assert words in text
    assert "扫码看数字的出处" in text
    assert "挂在哪里" not in text
    assert "成果展" not in text


def test_its_code_leads_to_its_page(browser: Browser, address: str) -> None:
    page = browser.new_page(device_scale_factor=3)
    page.goto(f"{address}posters/lanes/")
    shot = page.locator(".poster-sheet .qr").screenshot()
    page.close()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))
    assert code.text.endswith("/posters/lanes/")
