"""Reading aloud: by a voice of the device alone, piece by piece, or an editor's recording."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from campaign.html import offline
from conftest import NewProject
from projects import REVIEW, write
from sites import make_site, served, tree_of

SPEECH = "speeches/2026-04-09-meeting/"
LOCAL = {"name": "小晓", "lang": "zh-CN", "localService": True}
REMOTE = {"name": "云上小晓", "lang": "zh-CN", "localService": False}
ENGLISH = {"name": "Alex", "lang": "en-US", "localService": True}
TAIWAN = {"name": "美佳", "lang": "zh_TW", "localService": True}
CANTONESE = {"name": "善怡", "lang": "yue-HK", "localService": True}
STUB = """
(() => {
  window.voices = %s;
  window.spoken = [];
  let current = null;
  const speech = new EventTarget();
  speech.getVoices = () => window.voices;
  speech.speak = (utterance) => {
    current = utterance;
    window.spoken.push([utterance.text, utterance.voice.name, utterance.lang, utterance.rate]);
  };
  speech.cancel = () => {
    const gone = current;
    current = null;
    if (gone) setTimeout(() => gone.onerror({ error: 'canceled' }), 0);
  };
  window.finish = () => { const done = current; current = null; done.onend(); };
  window.isSpeaking = () => !!current;
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})()
"""
SECOND = bytes.fromhex("fffb9000") + bytes(413)
"""A frame of an MP3 file, 26 ms of silence: 128 kbit/s, 44.1 kHz, no side information."""
NEWS = """\
---
title: {title}
published: 2026-04-05 09:00
source: 示例办
audio: {audio}
status: {status}
{review}---

全文。
"""
Open = Callable[..., Page]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 700})
    yield context
    context.close()


@pytest.fixture
def open_page(context: BrowserContext, address: str) -> Open:
    """Opens a page in a browser with these voices."""

    def opened(*voices: dict[str, Any], path: str = SPEECH) -> Page:
        page = context.new_page()
        page.add_init_script(STUB % json.dumps(voices))
        page.goto(address + path)
        return page

    return opened


def spoken(page: Page) -> list[str]:
    return [text for text, *_ in page.evaluate("window.spoken")]


def highlighted(page: Page) -> list[str]:
    return page.locator(".read-aloud").all_inner_texts()


def begin(page: Page) -> None:
    page.locator(".reading-bar [data-read-aloud]").click()
    page.wait_for_function("() => window.isSpeaking()")


def read_to_the_end(page: Page) -> list[list[str]]:
    """What is highlighted at each piece."""
    seen = []
    for _ in range(60):
        if not page.evaluate("window.isSpeaking()"):
            return seen
        seen.append(highlighted(page))
        page.evaluate("window.finish()")
    raise AssertionError("it never ends")


# Which voice


@pytest.mark.parametrize("voices", [[], [REMOTE], [ENGLISH], [REMOTE, ENGLISH, CANTONESE]])
def test_without_a_chinese_voice_of_the_device_there_is_no_button(
    open_page: Open, voices: list[dict[str, Any]]
) -> None:
    page = open_page(*voices)
    for button in page.locator("[data-read-aloud]").all():
        expect(button).to_be_hidden()


def test_a_browser_that_cannot_speak_has_no_button(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script("delete window.speechSynthesis; delete window.SpeechSynthesisUtterance")
    page.goto(address + SPEECH)
    expect(page.locator("[data-read-aloud]").first).to_be_hidden()


def test_a_voice_that_comes_late_brings_the_button(open_page: Open) -> None:
    page = open_page()
    page.evaluate(
        "v => { window.voices = [v]; speechSynthesis.dispatchEvent(new Event('voiceschanged')) }",
        LOCAL,
    )
    expect(page.locator("[data-read-aloud]").first).to_be_visible()


def test_a_voice_over_the_network_is_never_used(open_page: Open) -> None:
    page = open_page(REMOTE, ENGLISH, TAIWAN, LOCAL)
    begin(page)
    read_to_the_end(page)
    assert {name for _, name, _, _ in page.evaluate("window.spoken")} == {"小晓"}


def test_a_voice_that_is_lost_is_not_replaced_by_one_over_the_network(open_page: Open) -> None:
    page = open_page(LOCAL)
    begin(page)
    page.evaluate("v => { window.voices = [v]; window.finish() }", REMOTE)
    assert len(spoken(page)) == 1
    assert highlighted(page) == []


# What is read


def test_the_pieces_of_the_article_are_spoken_in_order_each_highlighted(open_page: Open) -> None:
    page = open_page(LOCAL)
    begin(page)
    seen = read_to_the_end(page)
    texts = spoken(page)
    assert len(seen) == len(texts)
    for marked, text in zip(seen, texts, strict=True):
        assert len(marked) == 1
        assert text[:3] in marked[0]
    wanted = ["在会议上的讲话", "同志们：", "一、形势 & 任务", "看新办法", "（一）道路", "修路。"]
    places = [next(i for i, text in enumerate(texts) if text.startswith(w)) for w in wanted]
    assert places == sorted(places)


def test_navigation_tables_links_to_sections_and_buttons_are_not_read(open_page: Open) -> None:
    page = open_page(LOCAL)
    begin(page)
    read_to_the_end(page)
    everything = "".join(spoken(page))
    for chrome in ("¶", "首页", "讲话提纲", "打印本页", "纠错", "朗读"):
        assert chrome not in everything, chrome


def test_a_list_within_a_list_and_a_quotation_are_read_once(open_page: Open) -> None:
    page = open_page(LOCAL)
    page.locator(".prose").evaluate(
        """e => e.innerHTML = '<ul><li>外一<ul><li>里一</li></ul></li><li><p>外二</p></li></ul>'
            + '<blockquote><p>引文</p></blockquote><table><tr><td><p>格子</p></td></tr></table>'
            + '<details><summary>折叠</summary><p>藏着</p></details><p>……</p>'"""
    )
    begin(page)
    read_to_the_end(page)
    ours = ("外一", "里一", "外二", "引文", "格子", "藏着", "……")
    found = [text for text in spoken(page) if text in ours]
    assert found == ["外一", "里一", "外二", "引文"]


def test_the_piece_that_is_read_comes_into_sight(open_page: Open) -> None:
    page = open_page(LOCAL)
    page.locator(".prose").evaluate("e => e.innerHTML = '<p>一段</p>'.repeat(60)")
    begin(page)
    for _ in range(40):
        page.evaluate("window.finish()")
    expect(page.locator(".read-aloud")).to_be_in_viewport()
    covered = page.evaluate(
        """document.querySelector('.read-aloud').getBoundingClientRect().bottom
            > document.querySelector('.reader').getBoundingClientRect().top"""
    )
    assert not covered


# How it is steered


def test_the_keyboard_pauses_goes_on_and_stops(open_page: Open) -> None:
    page = open_page(LOCAL)
    opener = page.locator(".reading-bar [data-read-aloud]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-pressed", "true")
    page.evaluate("window.finish()")
    expect(page.locator(":focus")).to_have_text("暂停")
    page.keyboard.press("Space")
    assert page.evaluate("window.isSpeaking()") is False
    assert len(highlighted(page)) == 1  # where it will go on
    expect(page.locator(":focus")).to_have_text("继续")
    page.keyboard.press("Space")
    second, again = spoken(page)[1:]
    assert second == again
    page.keyboard.press("Escape")
    assert page.evaluate("window.isSpeaking()") is False
    assert highlighted(page) == []
    expect(page.locator(".reader")).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-pressed", "false")


def test_buttons_go_a_paragraph_forth_and_back(open_page: Open) -> None:
    page = open_page(LOCAL)
    begin(page)
    for name in ("下一段", "下一段", "上一段", "上一段", "上一段"):
        page.get_by_role("button", name=name).click()
    texts = spoken(page)
    assert texts == [texts[0], texts[1], texts[2], texts[1], texts[0], texts[0]]
    assert len(set(texts)) == 3
    page.get_by_role("button", name="停止").click()
    expect(page.locator(".reader")).to_be_hidden()


def test_the_pace_is_chosen_and_remembered(open_page: Open) -> None:
    page = open_page(LOCAL)
    begin(page)
    page.get_by_label("语速").select_option(label="慢")
    rates = [rate for *_, rate in page.evaluate("window.spoken")]
    assert rates == [1, 0.7]
    assert page.evaluate("localStorage.getItem('campaign-aloud')") == "0.7"
    page.reload()
    begin(page)
    assert page.evaluate("window.spoken[0][3]") == 0.7


def test_leaving_the_page_ends_it(open_page: Open) -> None:
    page = open_page(LOCAL)
    begin(page)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("window.isSpeaking()") is False


def test_controls_are_large_in_large_print_and_fit_a_phone(open_page: Open) -> None:
    page = open_page(LOCAL, path=f"{SPEECH}?elder=1")
    page.set_viewport_size({"width": 390, "height": 844})
    begin(page)
    for control in page.locator(".reader button, .reader select").all():
        box = control.bounding_box()
        assert box
        assert box["height"] >= 60
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    bar = page.locator(".reader").bounding_box()
    assert bar
    assert bar["height"] <= 844 / 3


# Recordings


@pytest.fixture(scope="module")
def recorded(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site with a recording of a published article and one of a draft."""
    root = new_project(tmp_path_factory.mktemp("recorded") / "project")
    write(
        root,
        {
            "docs/news/2026-04-05-heard.md": NEWS.format(
                title="听得到", audio="heard.mp3", status="published", review=REVIEW
            ),
            "docs/news/2026-04-06-draft.md": NEWS.format(
                title="还不能听", audio="draft.mp3", status="draft", review=REVIEW
            ),
            "docs/assets/audio/heard.mp3": SECOND * 40,
            "docs/assets/audio/draft.mp3": SECOND * 41,
        },
    )
    return make_site(root)


def test_a_recording_is_published_and_a_drafts_is_not(recorded: Path) -> None:
    files = tree_of(recorded)
    assert files["assets/audio/heard.mp3"] == SECOND * 40
    assert [path for path in files if "draft" in path] == []


def test_a_recording_stands_above_its_text_and_loads_when_it_is_asked_for(recorded: Path) -> None:
    html = (recorded / "news/2026-04-05-heard/index.html").read_text()
    player = html.split("<audio")[1].split(">")[0]
    assert 'preload="none"' in player
    assert "controls" in player
    assert 'src="../../assets/audio/heard.mp3"' in player
    assert html.index("<audio") < html.rindex("全文。")


def test_a_recording_is_preferred_to_the_voice_and_needs_none(
    recorded: Path, context: BrowserContext
) -> None:
    with served(recorded) as address:
        for voices in ([], [LOCAL]):
            page = context.new_page()
            page.add_init_script(STUB % json.dumps(voices))
            page.goto(address + "news/2026-04-05-heard/")
            button = page.locator(".reading-bar [data-read-aloud]")
            button.click()
            expect(button).to_have_attribute("aria-pressed", "true")
            expect(page.locator("audio")).to_have_js_property("ended", True)
            expect(button).to_have_attribute("aria-pressed", "false")
            assert spoken(page) == []
            page.close()


def test_the_offline_edition_has_the_recording_beside_its_page(
    recorded: Path, tmp_path: Path
) -> None:
    offline.pack(recorded, tmp_path / "site.zip")
    with ZipFile(tmp_path / "site.zip") as archive:
        assert archive.read("site/assets/audio/heard.mp3") == SECOND * 40
        page = archive.read("site/news/2026-04-05-heard/index.html").decode()
    assert 'href="../../assets/audio/heard.mp3"' in page
