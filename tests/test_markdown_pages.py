from __future__ import annotations

import pytest

from campaign import urls
from campaign.render.markdown_pages import Converter, Heading

FILES = {
    "index.md",
    "about/index.md",
    "about/statement.md",
    "news/2026-04-01-a.md",
    "assets/a b.pdf",
}


def converted(text: str, uri: str = "about/statement.md") -> str:
    return Converter(FILES).convert(text, uri).html


@pytest.mark.parametrize(
    ("written", "uri", "address"),
    [
        ("index.md", "about/statement.md", "../"),
        ("../index.md", "about/statement.md", "../../"),
        ("../index.md#top", "about/index.md", "../#top"),
        ("../about/statement.md?a=1", "news/2026-04-01-a.md", "../../about/statement/?a=1"),
        ("statement.md", "about/index.md", "statement/"),
        ("statement.md", "about/statement.md", "./"),
        ("../assets/a%20b.pdf", "about/statement.md", "../../assets/a b.pdf"),
        ("none.md", "about/index.md", "none.md"),
        ("../../communities/alpha/", "about/index.md", "../../communities/alpha/"),
        ("/about/index.md", "about/index.md", "/about/index.md"),
        ("https://example.org/index.md", "about/index.md", "https://example.org/index.md"),
        ("#here", "about/index.md", "#here"),
    ],
)
def test_a_link_to_a_file_is_one_to_its_page(written: str, uri: str, address: str) -> None:
    assert f'<a href="{address}">一</a>' in converted(f"[一](<{written}>)", uri)


def test_a_mail_address_is_left_alone() -> None:
    assert "&#109;" in converted("<a@example.org>")


def test_headings_are_plain_text_with_those_below_them() -> None:
    found = Converter(FILES).convert("# 一 & 二\n\n## <三>\n\n# 四", "index.md")
    below = Heading("三", "<三>", 2) if "三" in found.headings[0].children[0].id else None
    assert [heading.title for heading in found.headings] == ["一 & 二", "四"]
    assert [heading.level for heading in found.headings[0].children] == [2]
    assert below is None or found.headings[0].children == (below,)


def test_one_text_leaves_nothing_for_the_next() -> None:
    converter = Converter(FILES)
    first = converter.convert("# 一\n\n甲[^1]\n\n[^1]: 脚注", "index.md")
    converter.convert("# 二\n\n乙[^1]\n\n[^1]: 别的", "index.md")
    assert converter.convert("# 一\n\n甲[^1]\n\n[^1]: 脚注", "index.md") == first


def test_where_a_page_is_published() -> None:
    assert urls.of_page("index.md") == ""
    assert urls.of_page("about/index.md") == "about/"
    assert urls.of_page("about/reindex.md") == "about/reindex/"
