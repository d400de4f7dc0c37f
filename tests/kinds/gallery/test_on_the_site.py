"""Photos on a whole site: style, sizes, and the picture for shared links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from albums import Tags, asked, row, rules, tiny
from PIL import Image

from conftest import NewProject
from sites import ROOT, make_site, tree_of

SITE_URL = "https://example.org/repo/"
OG_IMAGE = re.compile(r'<meta property="og:image" content="([^"]*)"')


def own_style(html: str) -> str:
    """The page's rules for its own photos, without the one for paper that follows them."""
    found = re.findall(r"<style>(.*?)</style>", html)
    assert len(found) <= 1
    return found[0].partition("@page")[0] if found else ""


def test_every_page_of_the_site_has_the_rules_that_it_needs_and_no_other(
    pages: dict[str, str],
) -> None:
    kinds = set()
    for path, html in pages.items():
        found = rules(own_style(html))
        assert set(found) == asked(html), path
        kinds |= {kind for kind, _ in found}
    assert kinds == {"p", "ph"}
    assert {kind for kind, _ in rules(own_style(pages["communities/index.html"]))} == {"p"}


def test_no_element_of_the_site_has_a_style_of_its_own(pages: dict[str, str]) -> None:
    """But for cells of tables that people align in Markdown."""
    for path, html in pages.items():
        styled = [
            (tag, attributes["style"])
            for tag, attributes in Tags(html).found
            if "style" in attributes
        ]
        assert {tag for tag, _ in styled} <= {"td", "th"}, path
        assert {style.split(":")[0] for _, style in styled} <= {"text-align"}, path


def test_every_picture_of_the_site_has_its_size_and_a_text(pages: dict[str, str]) -> None:
    """But for the theme's logo, whose size is in its stylesheet."""
    count = 0
    for path, html in pages.items():
        for image in Tags(html).of("img"):
            if image["src"].endswith("assets/logo.svg"):
                continue
            count += 1
            assert int(image["width"]) > 0, path
            assert int(image["height"]) > 0, path
            assert image["alt"], path
    assert count > 10


def shared(site: Path) -> Iterator[tuple[str, str]]:
    """Each page that can be shared, and the picture that stands for it."""
    for path, data in tree_of(site).items():
        html = data.decode() if path.endswith(".html") else ""
        if 'property="og:title"' in html:
            (address,) = OG_IMAGE.findall(html)
            assert address.startswith(SITE_URL), path
            yield path, unquote(address.removeprefix(SITE_URL))


def test_the_picture_for_shared_links_is_there_on_every_page(built: Path) -> None:
    found = dict(shared(built / "site"))
    assert len(found) > 40
    for path, picture in found.items():
        assert (built / "site" / picture).is_file(), path
    assert found["galleries/fair/index.html"] == "photos/fair/dance/960.jpg"


def test_a_page_without_a_picture_is_no_page_to_share(pages: dict[str, str]) -> None:
    without = {path for path, html in pages.items() if "og:image" not in html}
    assert without == {
        "404.html",
        "communities/alpha-old/index.html",
        "contests/lens-old/index.html",
        "embed/roll/index.html",
    }


@pytest.fixture(scope="module")
def with_cards(
    new_project: NewProject, tmp_path_factory: pytest.TempPathFactory, font: Path
) -> Path:
    """The tiny project with the font, a gallery of two pages, and a name that is long."""
    folder = new_project(tmp_path_factory.mktemp("cards") / "project")
    modules = font.relative_to(ROOT).parts[0]
    (folder / modules).symlink_to(ROOT / modules)
    gallery = folder / "showcases/galleries/many"
    gallery.mkdir()
    names = [f"p{at:02}" for at in range(61)]
    rows = "".join(row(name) for name in names)
    head = "title: 六十一张\ndate: 2025-10-19\nphotos:\n"
    (gallery / "gallery.yml").write_text(head + rows, encoding="utf-8")
    for at, name in enumerate(names):
        (gallery / f"{name}.png").write_bytes(tiny(at))
    prose = folder / "docs/about" / f"{'关于本站的说明' * 5}.md"
    prose.write_text("---\ntitle: 关于本站的说明\n---\n\n正文。\n", encoding="utf-8")
    return make_site(folder)


def test_with_the_font_every_page_has_a_card_of_its_own(with_cards: Path) -> None:
    found = dict(shared(with_cards))
    assert len(found) > 40
    assert len(set(found.values())) == len(found)
    for path, picture in found.items():
        data = (with_cards / picture).read_bytes()
        assert len(data) <= 150_000, path
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.size) == ("JPEG", (1200, 630)), path


def test_both_pages_of_a_gallery_are_published_and_shown_to_the_world(with_cards: Path) -> None:
    found = dict(shared(with_cards))
    sitemap = (with_cards / "sitemap.xml").read_text(encoding="utf-8")
    for address, count in (("galleries/many/", 60), ("galleries/many_2/", 1)):
        html = (with_cards / address / "index.html").read_text(encoding="utf-8")
        assert html.count('class="photos__item') == count
        assert f"<loc>{SITE_URL}{address}</loc>" in sitemap
        assert found[f"{address}index.html"].startswith("photos/many/p00/card-")
        assert set(rules(own_style(html))) == asked(html)
