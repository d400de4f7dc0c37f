"""Gallery pages: sixty photos each, in their order and series, and what is told of each photo."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from campaign.blocks import blocks
from campaign.kinds.gallery import Gallery
from campaign.kinds.gallery import page as galleries
from campaign.photos import published
from campaign.reading import records
from campaign.render import pictures
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from conftest import NewProject
from pictures import encoded
from projects import project
from sites import ROOT, make_site, tree_of

LICENCES = "title: 授权\nitems:\n  - {id: own, label: 自有版权}\n  - {id: cc, label: 知识共享}\n"
ALT = "居民们围坐在长桌旁吃饭"
SERIES = (("", 10), ("上午", 30), ("下午 <b>晴</b>", 40), ("晚上", 45), ("上午", 4))
"""The series of the photos of the large gallery, as they follow each other."""
SITE_URL = "https://example.org/repo/"
BLOCK = re.compile(r"<figure.*?</figure>", re.DOTALL)
OG_IMAGE = re.compile(r'<meta property="og:image" content="([^"]*)"')
RULE = re.compile(r"\.(p|ph)-([0-9a-f]{8})\{([^}]*)\}")


class Tags(HTMLParser):
    """Every opening tag of a page with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.found if tag == name]

    @cached_property
    def classes(self) -> set[str]:
        return {name for _, tag in self.found for name in tag.get("class", "").split()}


def tiny(at: int, size: tuple[int, int] = (600, 400)) -> bytes:
    """A photo of one colour; another number gives another one."""
    return encoded(Image.new("RGB", size, (at * 7 % 256, at * 3 % 256, 90)), "PNG")


def row(name: str, **fields: str) -> str:
    """A photo in a gallery's list; fields are written as they are."""
    basic = {"file": f"{name}.png", "alt": ALT, "licence": "own", "people": "crowd"}
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in (basic | fields).items())}}}\n"


@dataclass
class Album:
    """The pages of a gallery, and what they were made with."""

    edition: Edition
    pages: list[Page]

    @property
    def body(self) -> str:
        """The only page."""
        (page,) = self.pages
        return str(page.body)

    def figure(self, name: str) -> str:
        """All that is printed of a photo."""
        found = [
            block
            for page in self.pages
            for block in BLOCK.findall(str(page.body))
            if f' id="{name}"' in block
        ]
        assert len(found) == 1
        return str(found[0])

    def text(self, name: str) -> str:
        """The words below a photo."""
        return unescape(re.sub(r"<[^>]+>", " ", self.figure(name).split("<figcaption>")[1]))


def album(root: Path, rows: str, names: Sequence[str], head: str = "", **more: str) -> Album:
    """The pages of a gallery `day` with these photos; `more` is a gallery's or contest's file."""
    folder = "showcases/galleries/day"
    files: dict[str, str | bytes | None] = {
        "showcases/vocab/licences.yml": LICENCES,
        f"{folder}/gallery.yml": f"title: 节日 & 你\ndate: 2025-10-18\n{head}photos:\n{rows}",
        **{f"{folder}/{name}.png": tiny(at) for at, name in enumerate(names)},
        **{f"showcases/{kind}s/{kind}.yml": text for kind, text in more.items()},
    }
    site, problems = records.load(project(root, files))
    assert site is not None, [found.message() for found in problems]
    site = site.published()
    edition = Edition(site, published.pictures(site))
    pages = galleries.gallery_pages(edition, site.of(Gallery)["day"])
    return Album(edition, [make() for _, make in pages])


def ids(page: Page) -> list[str]:
    """The photos that a page shows, in its order."""
    return [tag["id"] for tag in Tags(str(page.body)).of("figure")]


# Pages


PAIRS = ("hall-before", "hall-after", "yard-before", "yard-after", "wall-before")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Album:
    """Photos in five series, two pairs scattered among them, and half a pair: 130 but for pairs."""
    series = [title for title, count in SERIES for _ in range(count)]
    singles = [f"p{at:03}" for at in range(len(series))]
    rows = [
        row(name, series=f'"{title}"') if title else row(name)
        for name, title in zip(singles, series, strict=True)
    ]
    for at, name in enumerate(PAIRS):
        key, role = name.split("-")
        rows.insert(125 - 25 * at, row(name, pair=f"{{role: {role}, key: {key}}}", series="上午"))
    return album(tmp_path_factory.mktemp("large"), "".join(rows), [*singles, *PAIRS])


def shown_singly(large: Album) -> list[str]:
    """The photos of the large gallery in order, but for those in pairs."""
    listed = [photo.stem for photo in large.edition.site.of(Gallery)["day"].photos]
    return [name for name in listed if name not in PAIRS[:4]]


def test_a_page_has_sixty_photos_at_most_and_an_address_of_its_own(large: Album) -> None:
    assert [page.path for page in large.pages] == [
        "galleries/day/",
        "galleries/day_2/",
        "galleries/day_3/",
    ]
    counts = [str(page.body).count('class="photos__item') for page in large.pages]
    assert counts == [60, 60, 10]


def test_every_photo_is_shown_once_and_in_order(large: Album) -> None:
    shown = [name for page in large.pages for name in ids(page)]
    assert shown[:4] == ["yard-before", "yard-after", "hall-before", "hall-after"]
    assert shown[4:] == shown_singly(large)
    assert len(shown) == 134


def test_pairs_stand_on_the_first_page_only_before_left_of_after(large: Album) -> None:
    first, *others = (str(page.body) for page in large.pages)
    assert first.count("data-compare") == 2
    assert all("data-compare" not in body for body in others)
    for part in first.split("data-compare")[1:]:
        halves = re.findall(r"compare__half--(\w+)", part)
        assert halves == ["before", "after"]
        assert part.index("整治前") < part.index("整治后")


def test_half_a_pair_is_shown_like_any_photo(large: Album) -> None:
    assert "compare" not in large.figure("wall-before")


def test_pages_say_which_they_are(large: Album) -> None:
    titles = ["节日 & 你", "节日 & 你（第 2 页）", "节日 & 你（第 3 页）"]
    assert [page.title for page in large.pages] == titles
    for page, title in zip(large.pages, titles, strict=True):
        (heading,) = re.findall(r"<h1>(.*?)</h1>", page.body)
        assert unescape(heading) == title
        assert "134 张" in page.body


@pytest.mark.parametrize("at", range(3))
def test_every_page_leads_to_every_other(large: Album, at: int) -> None:
    page = large.pages[at]
    pager = str(page.body).split('class="pager"')[1]
    assert re.findall(r'href="([^"]*)"', pager) == [
        f"../../{other.path}" for other in large.pages if other is not page
    ]
    assert re.findall(r'aria-current="page">(\d+)<', pager) == [str(at + 1)]


def test_series_have_headings_in_order_and_go_on_over_the_page(large: Album) -> None:
    found = [re.findall(r'<h2 id="series-\d+">(.*?)</h2>', page.body) for page in large.pages]
    sunny = "下午 &lt;b&gt;晴&lt;/b&gt;"
    assert found == [["照片", "上午", sunny], [sunny, "晚上"], ["晚上", "上午"]]
    counts = [
        len(Tags(part).of("figure"))
        for page in large.pages
        for part in str(page.body).split('<h2 id="series-')[1:]
    ]
    assert counts == [10, 31, 19, 21, 39, 6, 4]


def test_the_headings_of_a_page_have_ids_of_their_own(large: Album) -> None:
    for page in large.pages:
        found = re.findall(r'\sid="([^"]*)"', page.body)
        assert len(found) == len(set(found))


def test_the_address_of_a_photo_leads_to_the_page_that_shows_it(large: Album) -> None:
    gallery = large.edition.site.of(Gallery)["day"]
    pages = {page.path: ids(page) for page in large.pages}
    listed = [photo.stem for photo in gallery.photos]
    sample = {*listed[::9], *listed[55:66], *listed[-11:], *PAIRS}
    for name in sample:
        path, anchor = galleries.photo_url(large.edition, gallery, f"day/{name}").split("#")
        assert anchor == name
        assert name in pages[path]


@pytest.mark.parametrize(
    ("count", "lengths"), [(0, [0]), (60, [60]), (61, [60, 1]), (120, [60, 60])]
)
def test_photos_are_dealt_out_to_as_few_pages_as_they_need(count: int, lengths: list[int]) -> None:
    shots = [{"id": f"day/{at}", "pair": "", "pair_key": ""} for at in range(count)]
    found = galleries.sheets(shots)
    assert [len(sheet) for sheet in found] == lengths
    assert [shot for sheet in found for shot in sheet] == shots


def test_a_gallery_without_photos_has_a_page_without_a_pager(tmp_path: Path) -> None:
    made = album(tmp_path, "", [])
    assert "0 张" in made.body
    assert "pager" not in made.body
    assert "<h2" not in made.body


def test_photos_may_be_ordered_by_their_days(tmp_path: Path) -> None:
    days = {"a": "2025-10-20", "b": "", "c": "2025-10-18", "d": "2025-10-20", "e": "2024-12-31"}
    rows = "".join(row(name, **({"taken": day} if day else {})) for name, day in days.items())
    assert ids(album(tmp_path, rows, list(days)).pages[0]) == list("abcde")
    by_day = album(tmp_path, rows, list(days), "order: date\n")
    assert ids(by_day.pages[0]) == list("becad")


def test_a_photo_that_cannot_be_read_is_left_out_and_not_counted(tmp_path: Path) -> None:
    made = album(tmp_path, row("a") + row("gone") + row("b"), ["a", "b"])
    assert ids(made.pages[0]) == ["a", "b"]
    assert "2 张" in made.body


def test_the_cover_stands_for_the_pages(tmp_path: Path) -> None:
    assert album(tmp_path, row("a") + row("b"), ["a", "b"]).pages[0].cover == "day/a"
    chosen = album(tmp_path, row("a") + row("b"), ["a", "b"], "cover: b\n")
    assert chosen.pages[0].cover == "day/b"


# What is told of a photo


def test_a_photo_has_its_caption_author_day_and_licence(tmp_path: Path) -> None:
    fields = {"caption": '"长桌宴 <i>开席</i>"', "taken": "2025-10-18", "licence": "cc"}
    made = album(tmp_path, row("a", **fields, author="{name: 王某}"), ["a"])
    assert made.text("a").split() == ["长桌宴", "<i>开席</i>", "王某，2025-10-18，知识共享"]
    assert "<i>" not in made.figure("a")
    (image,) = Tags(made.figure("a")).of("img")
    assert image["alt"] == ALT


def test_a_photo_without_a_caption_has_its_alternative_text_below(tmp_path: Path) -> None:
    assert album(tmp_path, row("a"), ["a"]).text("a").split() == [ALT, "自有版权"]


def test_an_author_who_does_not_want_to_be_named_is_not(tmp_path: Path) -> None:
    rows = row("a", author="{name: 王某, display: no}") + row("b", author="{name: 李某}")
    made = album(tmp_path, rows, ["a", "b"])
    assert "王某" not in made.body
    assert "李某" in made.text("b")


CONTEST = """\
title: 镜头大赛
period: {from: 2025-10-20, to: 2025-12-10}
intro: 拍身边的事。
rules: 只收原片。
categories: [{id: street, name: 街巷}]
jury_roles: [居民代表]
awards: [{id: first, name: 一等奖, order: 1}]
entries:
  - {photo: day/a, category: street, award: first}
  - {photo: day/b, category: street}
"""


def test_what_a_photo_has_won_is_told_once_it_is_decided(tmp_path: Path) -> None:
    names, rows = ["a", "b"], row("a") + row("b")
    decided = f"{CONTEST}result_published: 2026-01-20\n"
    made = album(tmp_path, rows, names, contest=decided)
    assert made.text("a").split()[0] == "镜头大赛一等奖"
    assert ALT in made.text("a")
    assert "一等奖" not in made.text("b")
    assert "一等奖" not in album(tmp_path, rows, names, contest=CONTEST).body
    later = f"{CONTEST}result_published: 2026-04-21\n"
    assert "一等奖" not in album(tmp_path, rows, names, contest=later).body


def test_a_photo_links_to_its_jpeg_and_offers_every_width(tmp_path: Path) -> None:
    made = album(tmp_path, row("a"), ["a"])
    tags = Tags(made.figure("a"))
    assert [(tag["href"], "data-photo" in tag) for tag in tags.of("a")] == [
        ("../../photos/day/a/6.jpg", True)
    ]
    (source,) = tags.of("source")
    assert source["type"] == "image/webp"
    assert source["srcset"] == "../../photos/day/a/6.webp 6w"
    (image,) = tags.of("img")
    assert (image["src"], image["width"], image["height"]) == ("../../photos/day/a/6.jpg", "6", "4")


def test_only_the_first_photos_of_the_first_series_load_at_once(large: Album) -> None:
    for page in large.pages:
        rows = str(page.body).split('class="photos"')
        eager = [
            [at for at, tag in enumerate(Tags(part).of("img")) if "loading" not in tag]
            for part in rows[1:]
        ]
        assert eager == [[0, 1], *([[]] * (len(eager) - 1))]


# Looks


def rules(style: str) -> dict[tuple[str, str], str]:
    """CSS declarations by kind and mark. Every rule must be of these kinds, and there once."""
    found = RULE.findall(style)
    assert RULE.sub("", style) == ""
    assert len({(kind, mark) for kind, mark, _ in found}) == len(found)
    return {(kind, mark): declarations for kind, mark, declarations in found}


def asked(html: str) -> set[tuple[str, str]]:
    """The looks for which classes in a page ask."""
    names = (re.fullmatch(r"(p|ph)-([0-9a-f]{8})", name) for name in Tags(html).classes)
    return {(name[1], name[2]) for name in names if name}


def test_a_page_has_a_rule_for_each_photo_that_it_shows(large: Album) -> None:
    for page in large.pages:
        found = rules(pictures.style(large.edition, str(page.body)))
        marks = {large.edition.pictures[f"day/{name}"].mark for name in ids(page)}
        assert set(found) == {(kind, mark) for kind in ("p", "ph") for mark in marks}


def test_a_rule_says_the_ratio_the_colour_and_the_focus(tmp_path: Path) -> None:
    rows = row("a") + row("b", focus="{x: 0.3, y: 0.75}")
    made = album(tmp_path, rows, ["a", "b"])
    found = rules(pictures.style(made.edition, made.body))
    plain, focused = (made.edition.pictures[id] for id in ("day/a", "day/b"))
    assert found["p", plain.mark] == f"--ar:1.5;--dom:{plain.colour}"
    assert found["p", focused.mark] == f"--ar:1.5;--dom:{focused.colour};--focus:30% 75%"
    assert found["ph", plain.mark] == f"--ph:url({plain.placeholder})"
    assert all(re.fullmatch("#[0-9a-f]{6}", each.colour) for each in (plain, focused))


def test_a_placeholder_is_written_only_where_it_is_asked_for(large: Album) -> None:
    cards = str(blocks.render(large.edition, "galleries", "../", {}))
    cover = large.edition.pictures["day/p000"].mark
    assert asked(cards) == {("p", cover)}
    assert set(rules(pictures.style(large.edition, cards))) == {("p", cover)}


def test_what_only_looks_like_a_mark_has_no_rule(large: Album) -> None:
    assert pictures.style(large.edition, '<i class="p-00000000 ph-00000000 p-short">') == ""


# The whole site


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
