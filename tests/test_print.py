"""Pages on paper, as Chromium prints them: read back from the PDF, and the code decoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext
from pypdf import PdfReader

from campaign.every_page.paper import quoted
from campaign.render import qr
from sites import served

SPEECH = "speeches/2026-04-09-meeting/"
PLAIN = (SPEECH, "communities/alpha/", "honours/", "", "policies/2026-01-10-rules/")
A4 = (595, 842)
"""In points."""
RADICAL = re.compile("[\u2f00-\u2fdf]")
SHORT = str.maketrans("⻚⻓⻔⻅⻋⻛⻜⻢⻥⻬⻰", "页长门见车风飞马鱼齐龙")
"""Simplified radicals, for which Unicode states no character."""
NUMBER = re.compile(r"第\s*(\d+)\s*页，共\s*(\d+)\s*页")
Printed = Callable[[str], list[str]]


def pdf(context: BrowserContext, url: str) -> PdfReader:
    page = context.new_page()
    page.goto(url)
    data = page.pdf(prefer_css_page_size=True)
    page.close()
    return PdfReader(BytesIO(data))


def texts(found: PdfReader) -> list[str]:
    """The text of each sheet, without the spaces that a PDF puts between characters.

    Where a font draws a radical and a character alike, a PDF names the radical.
    """
    sheets = ["".join(sheet.extract_text().split()) for sheet in found.pages]
    return [RADICAL.sub(lambda c: normalize("NFKC", c[0]), s).translate(SHORT) for s in sheets]


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str) -> Iterator[Printed]:
    """The sheets of a page of the tiny site, as texts; each page is printed once."""
    context = browser.new_context(locale="zh-CN")
    yield cache(lambda path: texts(pdf(context, address + path)))
    context.close()


# Sheets


@pytest.mark.parametrize("path", PLAIN)
def test_every_sheet_holds_something_and_says_which_it_is(printed: Printed, path: str) -> None:
    sheets = printed(path)
    numbers = [NUMBER.search(sheet) for sheet in sheets]
    assert [found and found.groups() for found in numbers] == [
        (str(place), str(len(sheets))) for place in range(1, len(sheets) + 1)
    ]
    for sheet in sheets:
        assert len(NUMBER.sub("", sheet)) > 60, sheet


@pytest.mark.parametrize("path", PLAIN)
def test_every_sheet_says_of_which_site_it_is(printed: Printed, path: str) -> None:
    for sheet in printed(path):
        assert "示例市文明社区创建成果展示网" in sheet


def test_the_title_runs_above_every_sheet(
    browser: Browser, address: str, built: Path, tmp_path: Path
) -> None:
    long = "".join(f"<p>第{n}段，说明一件事。</p>" for n in range(200))
    html = (built / "site" / SPEECH / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(html.replace("<p>修路。</p>", long), encoding="utf-8")
    with served(tmp_path) as long_address:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        page.route(
            "**/assets/**", lambda route: route.fulfill(path=_asset(built, route.request.url))
        )
        page.goto(long_address)
        sheets = texts(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))))
        context.close()
    title = "在会议上的讲话<script>window.__pwn=1</script>"
    assert len(sheets) > 3
    assert [title in sheet for sheet in sheets] == [True] * len(sheets)


def _asset(built: Path, url: str) -> Path:
    return built / "site/assets" / url.partition("/assets/")[2]


def test_paper_is_a4(browser: Browser, address: str) -> None:
    context = browser.new_context()
    for sheet in pdf(context, address + SPEECH).pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    context.close()


# What is on them


def test_a_speech_is_printed_with_its_numbers_figures_and_demands(printed: Printed) -> None:
    text = "".join(printed(SPEECH))
    for words in ("一、形势&任务", "（一）道路", "同志们：", "关键数字", "工作要求", "修完道路"):
        assert words in text, words


def test_what_only_a_screen_needs_stays_away(printed: Printed) -> None:
    for path in PLAIN:
        text = "".join(printed(path))
        for words in (
            "打印本页",
            "本页有误",
            "讲话提纲",
            "切换到深色",
            "高对比",
            "大字",
            "跳到正文",
            "订阅",
        ):
            assert words not in text, f"{path}: {words}"


@pytest.mark.parametrize("path", PLAIN)
def test_a_print_says_that_it_is_one_and_of_what(printed: Printed, path: str) -> None:
    text = "".join(printed(path))
    assert text.count("网页打印件") == 1
    assert f"网址：https://example.org/repo/{path}" in text
    assert "来源：" in text
    assert "打印时间：" in text


def test_links_away_are_followed_by_their_address_and_others_are_not(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}about/")
    page.evaluate(
        """document.querySelector('article p').innerHTML =
        '<a rel="external" href="https://example.com/x">别处</a>和<a href="../honours/">本站</a>'"""
    )
    [text, *_] = texts(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))))
    context.close()
    assert "别处（https://example.com/x）和本站" in text
    assert "本站（" not in text


def test_folded_answers_are_printed(browser: Browser, address: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}about/")
    page.evaluate(
        """document.querySelector('article p').outerHTML =
        '<details><summary>问</summary><p>折起来的答案</p></details>'"""
    )
    assert "折起来的答案" in "".join(texts(PdfReader(BytesIO(page.pdf()))))
    context.close()


# However the screen was


def test_large_print_and_a_dark_screen_print_as_others_do(
    browser: Browser, address: str, printed: Printed
) -> None:
    context = browser.new_context(locale="zh-CN", color_scheme="dark")
    for path in (SPEECH, "communities/alpha/"):
        page = context.new_page()
        page.goto(f"{address}{path}?elder=1")
        sheets = texts(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))))
        assert len(sheets) == len(printed(path)), path
        page.emulate_media(media="print", color_scheme="dark")
        colours = (
            "[getComputedStyle(document.body), getComputedStyle(document.querySelector('h1'))]"
        )
        found = page.evaluate(
            f"(([body, title]) => [body.backgroundColor, title.color])({colours})"
        )
        assert found == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
        large = []
        for event in ("beforeprint", "afterprint"):
            page.evaluate(f"dispatchEvent(new Event('{event}'))")
            large.append(page.locator("html[data-elder]").count())
        assert large == [0, 1]
        page.close()
    context.close()


# The code


@pytest.mark.parametrize("path", PLAIN)
def test_the_code_leads_back_to_the_page(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(device_scale_factor=3)
    page = context.new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    picture = Image.open(BytesIO(page.locator(".qr").screenshot()))
    context.close()
    [found] = zxingcpp.read_barcodes(picture)
    assert found.text == f"https://example.org/repo/{path}"


@pytest.mark.parametrize("length", [1, 40, 80, 200, 400])
def test_every_length_of_address_can_be_read(length: int) -> None:
    text = "https://example.org/" + "a" * length
    rows = [
        bytes(0 if dark else 255 for dark in row) for row in qr.code(text).matrix_iter(border=4)
    ]
    small = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows))
    picture = small.resize((4 * len(rows), 4 * len(rows)), Image.Resampling.NEAREST)
    [found] = zxingcpp.read_barcodes(picture)
    assert (found.text, found.ec_level in "MQH") == (text, True)


def test_the_picture_says_what_it_is_and_has_no_style_of_its_own() -> None:
    picture = qr.picture("https://example.org/", "甲 & <乙>")
    assert 'alt="甲 &amp; &lt;乙&gt;"' in picture
    assert "style" not in picture
    assert len(picture) < 500


# Strings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("幸福里：“社区”（一）", '"幸福里：“社区”（一）"'),
        ('a"b\\c', '"a\\22 b\\5c c"'),
        ("</style>", '"\\3c \\2f style\\3e "'),
        ("两\n行", '"两 行"'),
    ],
)
def test_a_title_cannot_leave_its_string(text: str, expected: str) -> None:
    assert quoted(text) == expected


# Without paper, and without script


def test_the_button_prints_and_is_not_there_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto(address + SPEECH)
    page.get_by_role("button", name="打印本页").click()
    page.wait_for_function("() => window.printed")
    assert page.locator(".paper-note").is_hidden()
    context.close()
    silent = browser.new_context(java_script_enabled=False)
    page = silent.new_page()
    page.goto(address + SPEECH)
    assert page.get_by_role("button", name="打印本页").count() == 0
    silent.close()
