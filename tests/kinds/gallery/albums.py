"""Galleries of tiny photos, and what is in their pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from PIL import Image

from campaign.kinds.gallery import Gallery
from campaign.kinds.gallery import page as galleries
from campaign.photos import published
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from pictures import encoded
from projects import project

LICENCES = "title: 授权\nitems:\n  - {id: own, label: 自有版权}\n  - {id: cc, label: 知识共享}\n"
ALT = "居民们围坐在长桌旁吃饭"
BLOCK = re.compile(r"<figure.*?</figure>", re.DOTALL)
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
