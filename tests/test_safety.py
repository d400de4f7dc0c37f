"""What a built page must not hold: strangers, code unannounced, styles and scripts of elements."""

from __future__ import annotations

import pytest

from campaign.html import content_security, safety
from campaign.html.tags import tags

PAGE = content_security.sealed(
    '<!doctype html><html><head><meta charset="utf-8"><style>a{}</style></head>'
    '<body><script>one()</script><script type="application/ld+json">{"a":1}</script>'
    '<a rel="external" href="https://elsewhere.example/">一</a></body></html>'
)


def found(html: str) -> list[str]:
    return [f"{code} {value}" for code, value in safety.faults(html, list(tags(html)))]


def with_more(body: str) -> list[str]:
    """Faults of the page with more in its body, announced or not."""
    return found(content_security.sealed(PAGE.replace("</body>", f"{body}</body>")))


def test_a_page_of_the_site_alone_has_no_faults() -> None:
    assert found(PAGE) == []


# Policy


def test_a_page_without_a_policy_is_refused() -> None:
    assert found("<html><head></head><p>一</p></html>") == ["V25c —"]


def test_a_policy_behind_a_script_does_not_count() -> None:
    html = PAGE.replace(
        '<meta charset="utf-8">', '<meta charset="utf-8"><script src="a.js"></script>'
    )
    assert [fault.split()[0] for fault in found(html)] == ["V25c"]


@pytest.mark.parametrize("more", ["'unsafe-inline'", "https:", "'sha256-AAAA'"])
def test_a_policy_that_allows_more_than_the_page_needs_is_refused(more: str) -> None:
    html = PAGE.replace("script-src 'self'", f"script-src 'self' {more}")
    assert [fault.split()[0] for fault in found(html)] == ["V25c"]


@pytest.mark.parametrize("code", ["<script>two()</script>", "<style>b{}</style>"])
def test_code_whose_hash_the_policy_lacks_is_refused(code: str) -> None:
    assert found(PAGE.replace("</body>", f"{code}</body>")) == [f"V25d {code.split('</')[0]}"]


def test_code_that_was_changed_is_refused() -> None:
    assert found(PAGE.replace("one()", "one( )")) == ["V25d <script>one( )"]


# Elements


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ('<p style="color:red">一</p>', "<p style>"),
        ("<td STYLE='text-align:left'>一</td>", "<td style>"),
        ("<img alt='' src=a.jpg onerror=alert(1)>", "<img onerror>"),
        ('<body\nonload="x()">', "<body onload>"),
    ],
)
def test_a_style_or_a_handler_of_an_element_is_refused(element: str, value: str) -> None:
    assert with_more(element) == [f"V25e {value}"]


def test_words_about_styles_and_handlers_are_text() -> None:
    assert with_more('<p title="a onclick=x style=y">&lt;p style="a"&gt; onload=x()</p>') == []


# Strangers


@pytest.mark.parametrize(
    "element",
    [
        '<video poster="{}"></video>',
        "<object data={}></object>",
        '<svg><image href="{}"/><use xlink:href="{}"></use></svg>',
        '<base href="{}">',
        '<link rel="preload" imagesrcset="{} 2x">',
        '<link rel="alternate" type="application/atom+xml" href="{}">',
        "<link rel=alternate hreflang=zh-Hant href={}>",
        "<!-- --><img alt='' src='{}'>",
    ],
)
@pytest.mark.parametrize("address", ["https://cdn.example/a", "//cdn.example/a", "/\\cdn.example"])
def test_what_loads_from_another_host_is_refused(element: str, address: str) -> None:
    assert set(with_more(element.format(address, address))) == {f"V25a {address}"}


@pytest.mark.parametrize(
    "element",
    [
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="alternate " hreflang="zh-Hant" href="https://example.org/zh-hant/">',
        "<!-- <img src='https://cdn.example/a'> -->",
        '<script>"<img src=https://cdn.example/a>"</script>',
        "<form action='https://cdn.example/a'></form>",
    ],
)
def test_what_only_names_another_page_loads_nothing(element: str) -> None:
    assert with_more(element) == []
