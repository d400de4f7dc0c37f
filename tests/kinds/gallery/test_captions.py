"""What is told of a photo."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from albums import ALT, Tags, album, row


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
        ("../../photos/day/a/600.jpg", True)
    ]
    (source,) = tags.of("source")
    assert source["type"] == "image/webp"
    assert source["srcset"] == (
        "../../photos/day/a/320.webp 320w, ../../photos/day/a/600.webp 600w"
    )
    (image,) = tags.of("img")
    assert (image["src"], image["width"], image["height"]) == (
        "../../photos/day/a/600.jpg",
        "600",
        "400",
    )


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2025-10-20", None, "2025-10-18"], "拍摄时间：2025-10-18 至 2025-10-20"),
        (["2025-10-19"], "拍摄时间：2025-10-19"),
        ([None], "日期：2025-10-18"),
    ],
)
def test_its_head_says_when_its_photos_were_taken(
    tmp_path: Path, days: list[str | None], told: str
) -> None:
    names = [f"p{at}" for at in range(len(days))]
    rows = [
        row(name, **({"taken": day} if day else {})) for name, day in zip(names, days, strict=True)
    ]
    sources = "sources: [{title: 拍摄登记}]\n"
    (head,) = re.findall(
        r'<p class="source-line">.*?</p>', album(tmp_path, "".join(rows), names, sources).body
    )
    assert re.sub(r"<[^>]+>", "", head) == f"{told}来源：拍摄登记"
