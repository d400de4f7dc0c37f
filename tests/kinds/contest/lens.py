"""A contest with its works, and its pages on some day."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

from PIL import Image, ImageDraw

from campaign.kinds import BY_NAME
from campaign.kinds.contest import Contest, jury
from campaign.kinds.contest.facts import shuffled, veiled
from campaign.photos import published
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.site import Site
from projects import INTRO, project

TAG = re.compile(r"<[^>]+>")
BEFORE, RESULT = date(2026, 4, 9), date(2026, 4, 10)
WORKS = {
    "spring-fair/dance": ("舞者甲", "跳舞的图注"),
    "spring-fair/lunch": ("吃客乙", "吃饭的图注"),
    "spring-fair/walls": ("画匠丙", "刷墙的图注"),
    "autumn-walk/leaves": ("路人丁", "落叶的图注"),
    "autumn-walk/river": ("船家戊", "河边的图注"),
    "autumn-walk/night": ("夜猫己", "夜里的图注"),
}
"""Author and caption of each photo in the galleries."""
CONTEST = """\
title: 示例摄影大赛
period: {from: 2026-01-05, to: 2026-03-20}
intro: 拍身边的事。
rules: 手机拍的也收，见[](community:alpha)。
categories:
  - {id: people, name: 人们, description: 人和人}
  - {id: places, name: 地方}
  - {id: empty, name: 空着}
jury_roles: [美术教师, 居民代表]
awards:
  - {id: merit, name: 优秀奖, order: 3}
  - {id: first, name: 一等奖, order: 1}
  - {id: second, name: 二等奖, order: 2}
entries:
  - photo: spring-fair/dance
    category: people
    author_display: 舞队
    community: alpha
    award: merit
  - {photo: spring-fair/lunch, category: people, award: first, community: beta}
  - {photo: spring-fair/walls, category: places, author_display: "=画社", award: second}
  - {photo: autumn-walk/leaves, category: places, award: merit}
  - {photo: autumn-walk/river, category: places}
  - {photo: autumn-walk/night, category: people, community: beta}
result_published: 2026-04-10
"""
BETA = f"name: 乙社区\ndistrict: west\ntype: old\nest: 2024-05\nintro: {INTRO}\n"


def picture(colour: str) -> bytes:
    """A photo as a telephone stores it: sideways, and with its place and its camera."""
    image = Image.new("RGB", (1200, 900), colour)
    ImageDraw.Draw(image).rectangle((0, 0, 300, 900), fill="white")
    exif = image.getexif()
    exif[0x0112] = 6
    exif[0x010F] = "示例相机"
    exif.get_ifd(0x8825)[2] = (31.0, 14.0, 30.0)
    store = io.BytesIO()
    image.save(store, "JPEG", quality=80, exif=exif, comment=b"spring-fair")
    return store.getvalue()


def gallery(name: str, **extra: str) -> str:
    """A gallery's record; `extra` is what a photo says beside what every one says."""
    rows = [f"title: {name}\ndate: 2026-03-01\nphotos:\n"]
    for id, (author, caption) in WORKS.items():
        folder, stem = id.split("/")
        if folder == name:
            more = extra.get(stem, f"author: {{name: {author}}}")
            rows.append(
                f"  - {{file: {stem}.jpg, alt: 画面里有一些东西, caption: {caption}, "
                f"licence: own, people: crowd, {more}}}\n"
            )
    return "".join(rows)


FILES: dict[str, str | bytes | None] = {
    "showcases/vocab/licences.yml": "title: 授权\nitems:\n  - {id: own, label: 自有}\n",
    "showcases/communities/beta.yml": BETA,
    "showcases/galleries/spring-fair/gallery.yml": gallery("spring-fair"),
    "showcases/galleries/autumn-walk/gallery.yml": gallery("autumn-walk"),
    "showcases/contests/lens.yml": CONTEST,
    **{
        f"showcases/galleries/{id}.jpg": picture(colour)
        for id, colour in zip(WORKS, ("red", "blue", "green", "navy", "teal", "gray"), strict=True)
    },
}


def laid_out(root: Path, **files: str | bytes | None) -> Path:
    """A project with the contest of `FILES`, some of them changed."""
    changed = {f"showcases/{name.replace('__', '/')}.yml": text for name, text in files.items()}
    return project(root, {**FILES, **changed})


def edition_of(root: Path, today: date = RESULT, **files: str | bytes | None) -> Edition:
    """What pages are made with."""
    written, problems = records.load(laid_out(root, **files), today=today)
    assert [found.message() for found in problems] == []
    assert written is not None
    site = veiled(written.published())
    return Edition(site, published.pictures(site))


def written_by(root: Path) -> Site:
    """What people wrote, before anything of it is hidden from readers."""
    site, problems = records.load(root, today=BEFORE)
    assert problems == []
    assert site is not None
    return site


def with_contest(root: Path, text: str, today: date = RESULT) -> Edition:
    return edition_of(root, today, contests__lens=text)


def pages_of(edition: Edition) -> dict[str, Page]:
    return {path: make() for path, make in BY_NAME["contest"].presenter.pages(edition).items()}


def order(found: Contest) -> list[str]:
    return [entry.photo for entry in shuffled(found)]


def words(html: str) -> str:
    """What a reader reads."""
    return " ".join(TAG.sub(" ", html).split())


def key_of(written: jury.Sheet) -> list[list[str]]:
    """The rows of the key, without their heading."""
    assert isinstance(written.key.data, bytes)
    return list(csv.reader(io.StringIO(written.key.data.decode("utf-8-sig"))))[1:]
