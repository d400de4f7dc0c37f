"""The policy of every page: that it lets the page work, and nothing else, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from campaign.html import content_security
from campaign.html.tags import tags
from content_security.watched import Reader
from pagekinds import chosen
from sites import run, tree_of

HEAD = '<!doctype html><html><head>\n<meta charset="utf-8">{}</head><body>{}</body></html>'
EMPTY_HASH = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
"""Of no characters, as W3C's own examples and every tool of the kind compute it."""


# The policy as a value


def directives(html: str) -> dict[str, str]:
    parts = content_security.of(tags(html)).split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_a_page_that_holds_no_code_may_run_what_the_site_serves() -> None:
    found = directives(HEAD.format("", '<script src="a.js"></script>'))
    assert found["default-src"] == found["base-uri"] == "'none'"
    assert found["script-src"] == found["style-src"] == found["connect-src"] == "'self'"
    assert found["img-src"] == "'self' data:"


def test_code_is_allowed_by_its_hash_each_once() -> None:
    found = directives(HEAD.format("<style></style>", "<script></script><script></script>"))
    assert found["script-src"] == found["style-src"] == f"'self' {EMPTY_HASH}"


def test_a_script_may_run_as_a_script_alone_and_a_style_as_a_style() -> None:
    found = directives(HEAD.format("<style>a{}</style>", "<script>x()</script>"))
    assert found["script-src"] == f"'self' {content_security.digest('x()')}"
    assert found["style-src"] == f"'self' {content_security.digest('a{}')}"


def test_data_and_code_from_files_need_no_hash() -> None:
    body = (
        '<script type="application/ld+json">{"a":1}</script><script src=a.js>x()</script>'
        "<script type='application/json' id=__config>{}</script><!-- <script>x()</script> -->"
        '<p title="<script>x()</script>">&lt;script>x()&lt;/script></p>'
    )
    assert directives(HEAD.format("", body))["script-src"] == "'self'"


@pytest.mark.parametrize(
    "kind", ["", ' type="module"', ' type="text/javascript"', " type=importmap"]
)
def test_whatever_a_browser_would_run_needs_one(kind: str) -> None:
    found = directives(HEAD.format("", f"<script{kind}></script>"))
    assert found["script-src"] == f"'self' {EMPTY_HASH}"


def test_no_page_may_make_code_of_data_or_start_a_worker() -> None:
    found = directives(HEAD.format("", "<a data-search-open>搜索</a>"))
    assert found["script-src"] == "'self'"
    assert found["worker-src"] == "'none'"


def test_line_breaks_count_as_browsers_read_them() -> None:
    assert content_security.digest("a\r\nb\rc") == content_security.digest("a\nb\nc")


def test_the_policy_stands_behind_the_charset_and_takes_an_earlier_ones_place() -> None:
    page = HEAD.format("<style>a{}</style>", "")
    sealed = content_security.sealed(page)
    start = '<!doctype html><html><head>\n<meta charset="utf-8"><meta http-equiv="Content-Security-'
    assert sealed.startswith(start)
    assert content_security.stated(sealed) == content_security.of(tags(page))
    assert content_security.sealed(sealed) == sealed
    assert content_security.sealed(sealed.replace("a{}", "b{}")) == content_security.sealed(
        page.replace("a{}", "b{}")
    )
    assert content_security.sealed("<html><head><title>一</title>").startswith(
        "<html><head><meta http-equiv"
    )


def test_a_page_without_a_head_is_refused() -> None:
    with pytest.raises(content_security.NoHead):
        content_security.sealed("<p>一</p>")


# The built site


def test_every_page_has_its_policy_before_anything_that_it_could_hold_up(project: Path) -> None:
    pages = {n: d.decode() for n, d in tree_of(project / "site").items() if n.endswith(".html")}
    kinds = (
        "404",
        "search/",
        "embed/roll/",
        "communities/alpha-old/",
        "zh-hant/communities/alpha/",
    )
    for kind in kinds:
        assert any(name.startswith(kind) for name in pages), kind
    for name, html in pages.items():
        assert html.count('http-equiv="Content-Security-Policy"') == 1, name
        before = html[: html.index('http-equiv="Content-Security-Policy"')]
        assert not re.search("<(script|style|link|base)", before), name
        assert "unsafe-inline" not in html, name


def test_the_builder_alone_writes_the_same_policies(project: Path, tmp_path: Path) -> None:
    done = run(project, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    ours = {n: d for n, d in tree_of(project / "site").items() if n.endswith(".html")}
    assert {n: d for n, d in tree_of(tmp_path / "site").items() if n.endswith(".html")} == ours


@pytest.fixture
def quiet(reader: Reader) -> Iterator[Reader]:
    """A reader who meets no violation, and whose pages ask no other host."""
    yield reader
    reader.page.wait_for_timeout(50)  # what a binding still has to tell
    assert reader.strangers == []
    assert reader.violations == []


def test_a_page_of_every_kind_loads_and_changes_its_colours(quiet: Reader, project: Path) -> None:
    paths = chosen(project)
    more = ("404.html", "embed/roll/", "communities/alpha-old/", "zh-hant/", "zh-hant/honours/")
    for path in (*paths, *(path for path in more if path not in paths)):
        page = quiet.go(path)
        if (palette := page.locator('label[for^="__palette"]:visible')).count():
            palette.first.click()
        expect(page.locator("h1").first).to_be_attached()
    assert len(paths) > 12


def test_links_to_the_other_reading_ask_nobody(quiet: Reader) -> None:
    page = quiet.go("communities/alpha/")
    links = page.locator('link[hreflang="zh-Hant"]')
    expect(links).to_have_count(1)
    assert (links.get_attribute("rel") or "").split() == ["alternate"]
    assert (links.get_attribute("href") or "").startswith("https://example.org/repo/zh-hant/")
    page.wait_for_load_state("networkidle")
    page.locator("[data-reading-switch]").first.click()
    expect(page).to_have_url(f"{quiet.address}zh-hant/communities/alpha/")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("reading", ["", "zh-hant/"])
def test_the_search_and_its_marks_work_under_the_policy(quiet: Reader, reading: str) -> None:
    page = quiet.go(reading)
    page.keyboard.press("/")
    page.get_by_label(re.compile("搜[索尋]")).and_(page.locator("input")).fill("beita")
    page.locator(".search__title").first.click()
    expect(page.locator("h1")).to_contain_text(re.compile("[贝貝]塔"))
    page.wait_for_load_state("networkidle")
    quiet.go(f"{reading}search/?q=beita")
    expect(page.locator(".search__title").first).to_be_visible()


def test_photos_and_their_comparison_work_under_the_policy(quiet: Reader) -> None:
    page = quiet.go("galleries/fair/")
    page.locator(".photos__item [data-photo]").first.click()
    expect(page.locator("dialog[open] img").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[data-compare] input").first.fill("20")
    cut = "document.querySelector('[data-compare]').style.getPropertyValue('--cut')"
    page.wait_for_function(f"() => {cut} === '20%'")


@pytest.mark.parametrize("reading", ["", "zh-hant/"])
def test_the_roll_and_the_comparison_work_under_the_policy(quiet: Reader, reading: str) -> None:
    page = quiet.go(f"{reading}honours/")
    page.locator('[name="find"]').fill("beita")
    expect(page.locator(".roll--found tbody tr")).to_have_count(1)
    with page.expect_download():
        page.locator("[data-csv]").click()
    quiet.go(f"{reading}communities/compare/?c=alpha,beta")
    expect(page.locator(".side-by-side thead th")).to_have_count(2)


def test_large_print_and_leaving_work_under_the_policy(quiet: Reader) -> None:
    page = quiet.go("?elder=1")
    expect(page.locator("html[data-elder]")).to_be_attached()
    page.locator(".elder-switch summary").click()
    page.locator('[data-reading="contrast"]').first.click()
    page.locator('[data-reading="elder"]').first.click()
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML("
        "'beforeend', '<a id=out href=https://elsewhere.example/>外</a>')"
    )
    page.locator("#out").click()
    expect(page.locator("dialog.leaving[open]")).to_be_visible()


def test_another_site_can_show_the_roll_in_a_frame(quiet: Reader) -> None:
    page = quiet.page
    page.set_content(f'<iframe src="{quiet.address}embed/roll/" width="600" height="400"></iframe>')
    expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
