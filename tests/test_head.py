from __future__ import annotations

from markupsafe import Markup

from campaign.every_page.head import head
from campaign.render.outputs import Page

BASE = "https://example.org/"


def page(**fields: object) -> Page:
    base = {
        "path": "communities/alpha/",
        "shell": "communities/shell.md",
        "title": "甲社区",
        "description": "说明",
        "body": Markup("<p>正文</p>"),
        "source": "showcases/communities/alpha.yml",
    }
    return Page(**{**base, **fields})  # type: ignore[arg-type]


def test_the_head_describes_the_page_to_inspectors_and_chats() -> None:
    found = head(
        page(title='"甲"'), "示例", BASE, "photos/a.jpg", [("SiteName", "甲 & 乙")], [], ""
    )
    assert found.splitlines() == [
        '<meta name="SiteName" content="甲 &amp; 乙">',
        '<meta property="og:type" content="article">',
        '<meta property="og:title" content="&#34;甲&#34;">',
        '<meta property="og:site_name" content="示例">',
        '<meta property="og:description" content="说明">',
        '<meta property="og:url" content="https://example.org/communities/alpha/">',
        '<meta property="og:image" content="https://example.org/photos/a.jpg">',
    ]


def test_the_head_holds_the_rules_of_the_pages_photos() -> None:
    found = head(page(), "", BASE, "", [], [], ".p-1{--ar:1.5}")
    assert found.splitlines()[-1] == "<style>.p-1{--ar:1.5}</style>"
    assert "<style>" not in head(page(), "", BASE, "", [], [], "")


def test_a_page_without_picture_names_none() -> None:
    assert "og:image" not in head(page(), "", BASE, "", [], [], "")


def test_a_list_is_no_article() -> None:
    assert 'content="website"' in head(page(is_listing=True), "", BASE, "", [], [], "")
