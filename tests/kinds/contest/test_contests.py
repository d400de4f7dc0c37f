"""Photo contests: what is told when, an order that tells nothing, and judging blind."""

from __future__ import annotations

import base64
import csv
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from campaign.blocks import blocks
from campaign.images.metadata import carried
from campaign.kinds import BY_NAME
from campaign.kinds.contest import Contest, jury
from campaign.kinds.contest import page as contests
from campaign.kinds.contest.facts import Stage, is_decided, shuffled, stage, veiled
from campaign.photos import published
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.site import Site
from projects import INTRO, project
from sites import build_site, tree_of

TAG = re.compile(r"<[^>]+>")
DATA = re.compile(r"data:image/jpeg;base64,([A-Za-z0-9+/=]+)")
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
SECRETS = (
    *(word for pair in WORKS.values() for word in pair),
    *("舞队", "=画社", "甲社区", "乙社区", "spring-fair", "autumn-walk", "dance", "leaves"),
)
"""What would tell a jury whose photo it is."""


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


def contest(**fields: Any) -> Contest:
    base = {
        "id": "lens",
        "title": "大赛",
        "period": {"from": "2026-01-05", "to": "2026-03-20"},
        "rules": "规则",
        "categories": [{"id": "a", "name": "甲"}],
    }
    return Contest.model_validate({**base, **fields})


def entered(*photos: str, **fields: str) -> Contest:
    return contest(entries=[{"photo": photo, "category": "a", **fields} for photo in photos])


def order(found: Contest) -> list[str]:
    return [entry.photo for entry in shuffled(found)]


def words(html: str) -> str:
    """What a reader reads."""
    return " ".join(TAG.sub(" ", html).split())


# How far it has come


@pytest.mark.parametrize(
    ("today", "result", "expected"),
    [
        (date(2026, 1, 4), None, Stage.AHEAD),
        (date(2026, 1, 5), None, Stage.OPEN),
        (date(2026, 3, 20), None, Stage.OPEN),
        (date(2026, 3, 21), None, Stage.JUDGING),
        (date(2030, 1, 1), None, Stage.JUDGING),
        (date(2026, 4, 9), "2026-04-10", Stage.JUDGING),
        (date(2026, 4, 10), "2026-04-10", Stage.DECIDED),
        (date(2026, 4, 11), "2026-04-10", Stage.DECIDED),
    ],
)
def test_a_contest_goes_from_call_to_result(
    today: date, result: str | None, expected: Stage
) -> None:
    found = contest(result_published=result)
    assert stage(found, today) is expected
    assert is_decided(found, today) is (expected is Stage.DECIDED)


def test_every_stage_has_a_name_of_its_own() -> None:
    assert [each.label for each in Stage] == ["即将开始", "征集中", "评选中", "已揭晓"]


# An order that tells nothing

PHOTOS = [f"g{number % 3}/p{number}" for number in range(30)]


def test_the_order_does_not_follow_from_the_order_of_the_file() -> None:
    assert order(entered(*PHOTOS)) == order(entered(*reversed(PHOTOS)))
    assert order(entered(*PHOTOS)) not in (PHOTOS, sorted(PHOTOS), sorted(PHOTOS, reverse=True))


def test_the_order_does_not_change_with_what_is_known_of_a_work() -> None:
    more = {"author_display": "某人", "community": "alpha", "award": "first"}
    assert order(entered(*PHOTOS, **more)) == order(entered(*PHOTOS))


def test_another_contest_has_another_order() -> None:
    other = entered(*PHOTOS).model_copy(update={"id": "other"})
    assert order(other) != order(entered(*PHOTOS))


def test_a_work_more_leaves_the_others_in_their_order() -> None:
    more = order(entered("g9/new", *PHOTOS))
    assert [photo for photo in more if photo != "g9/new"] == order(entered(*PHOTOS))


# Before the result

UNDECIDED = {
    "a result that is still to come": (CONTEST, BEFORE),
    "no result": (CONTEST.replace("result_published: 2026-04-10\n", ""), RESULT),
    "photos are still taken in": (CONTEST, date(2026, 3, 1)),
}


@pytest.mark.parametrize("name", UNDECIDED)
def test_before_the_result_nothing_tells_whose_a_work_is_or_what_it_won(
    name: str, tmp_path: Path
) -> None:
    found = pages_of(with_contest(tmp_path, *UNDECIDED[name]))
    assert list(found) == ["contests/lens/"]
    page = found["contests/lens/"]
    body = str(page.body)
    for secret in ("舞队", "画社", "乙社区", *(w for pair in WORKS.values() for w in pair)):
        assert secret not in body
    assert body.count("data-photo") == len(WORKS)
    assert "_winners" not in body
    for award in ("一等奖", "二等奖", "优秀奖"):
        assert words(body).count(award) == 1, "named among the awards, and nowhere else"


def test_before_the_result_works_stand_in_the_order_that_tells_nothing(tmp_path: Path) -> None:
    edition = with_contest(tmp_path, CONTEST, BEFORE)
    (found,) = edition.site.of(Contest).values()
    assert [work.entry.photo for work in contests.works(edition, found)] == order(found)
    backwards = found.model_copy(update={"entries": found.entries[::-1]})
    assert contests.page(edition, backwards, contests.works(edition, backwards)) == contests.page(
        edition, found, contests.works(edition, found)
    )


def test_the_places_of_works_on_the_page_tell_nothing_and_stay(tmp_path: Path) -> None:
    pattern = re.compile(r'id="(work-[0-9a-f]{8})"')
    before = pattern.findall(str(pages_of(edition_of(tmp_path, BEFORE))["contests/lens/"].body))
    after = pattern.findall(str(pages_of(edition_of(tmp_path))["contests/lens/"].body))
    assert len(set(before)) == len(WORKS)
    assert set(before) == set(after)


def test_before_the_result_no_gallery_tells_it_either(tmp_path: Path) -> None:
    less = CONTEST.split("  - {photo: autumn-walk/night")[0] + "result_published: 2026-04-10\n"
    here = with_contest(tmp_path, less, BEFORE).site
    named = {id: photo.author.name for id, photo in here.photos.items() if photo.author}
    assert named == {"autumn-walk/night": "夜猫己"}, "takes no part"
    there = with_contest(tmp_path, less).site
    assert {photo.author.name for photo in there.photos.values() if photo.author} == {
        author for author, _ in WORKS.values()
    }


# After it


def test_after_the_result_each_work_has_its_author_and_its_award(tmp_path: Path) -> None:
    body = str(pages_of(edition_of(tmp_path))["contests/lens/"].body)
    text = words(body)
    for word in ("舞队", "吃客乙", "=画社", "路人丁", "船家戊", "跳舞的图注"):
        assert word in text
    assert "舞者甲" not in text, "the contest names another author"
    assert 'href="../../contests/lens_winners/"' in body
    assert "看全部 4 幅获奖作品" in text


def test_places_are_counted_and_not_typed(tmp_path: Path) -> None:
    text = words(str(pages_of(edition_of(tmp_path))["contests/lens/"].body))
    assert "一等奖 1 幅 二等奖 1 幅 优秀奖 2 幅" in text
    assert "人们 3 幅：人和人 地方 3 幅 空着 0 幅" in text
    none = CONTEST.replace(", award: second", "")
    vacant = words(str(pages_of(with_contest(tmp_path, none))["contests/lens/"].body))
    assert "二等奖 空缺" in vacant


def test_an_author_who_is_not_to_be_shown_is_not(tmp_path: Path) -> None:
    shy = gallery("spring-fair", lunch="author: {name: 吃客乙, display: no}")
    for page in pages_of(edition_of(tmp_path, **{"galleries__spring-fair__gallery": shy})).values():
        assert "吃客乙" not in page.body


def test_the_winners_stand_by_rank_the_first_largest(tmp_path: Path) -> None:
    page = pages_of(edition_of(tmp_path))["contests/lens_winners/"]
    body = str(page.body)
    assert (page.title, page.shell) == ("示例摄影大赛获奖作品", "contests/shell.md")
    assert page.cover == "spring-fair/lunch"
    assert re.findall(r"winner-row--(\d)", body) == ["0", "1", "2"]
    headings = re.findall(r"<h2[^>]*>([^<]+)<", body)
    assert headings == ["一等奖", "二等奖", "优秀奖"]
    widths = [int(width) for width in re.findall(r'sizes="\(min-width: 60em\) (\d+)px', body)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > widths[-1]


def test_a_winner_is_told_in_words_with_its_community(tmp_path: Path) -> None:
    body = str(pages_of(edition_of(tmp_path))["contests/lens_winners/"].body)
    first = body[body.index("<figure") : body.index("</figure>")]
    assert words(first) == "一等奖 ： 吃饭的图注 吃客乙，自有 人们， 乙社区"
    assert 'href="../../communities/beta/"' in first
    assert "船家戊" not in body, "won nothing"


def test_a_contest_that_nobody_won_has_no_page_of_winners(tmp_path: Path) -> None:
    found = pages_of(with_contest(tmp_path, re.sub(r"(, |\n    )award: \w+", "", CONTEST)))
    assert list(found) == ["contests/lens/"]
    assert "_winners" not in found["contests/lens/"].body


# What must not be seen


def test_a_withdrawn_photo_is_gone_from_everything(tmp_path: Path) -> None:
    gone = "people: identifiable, consent: {state: withdrawn, ref: 台1}, author: {name: 吃客乙}"
    record = gallery("spring-fair").replace("people: crowd, author: {name: 吃客乙}", gone)
    edition = edition_of(tmp_path, **{"galleries__spring-fair__gallery": record})
    found = pages_of(edition)
    assert all("吃" not in page.body for page in found.values())
    assert "5 幅作品" in words(str(found["contests/lens/"].body))
    assert re.findall(r"<h2[^>]*>([^<]+)<", str(found["contests/lens_winners/"].body)) == [
        *("二等奖", "优秀奖"),
    ]
    site = written_by(tmp_path)
    written = jury.sheet(site, site.of(Contest)["lens"])
    assert written.count == 5
    assert "spring-fair/lunch" not in [row[1] for row in key_of(written)]


def test_a_photo_of_a_gallery_that_is_not_out_is_not_shown(tmp_path: Path) -> None:
    draft = gallery("autumn-walk") + "status: draft\n"
    found = pages_of(edition_of(tmp_path, **{"galleries__autumn-walk__gallery": draft}))
    assert "3 幅作品" in words(str(found["contests/lens/"].body))


def test_a_community_that_is_not_out_is_not_linked(tmp_path: Path) -> None:
    found = pages_of(edition_of(tmp_path, communities__beta=f"{BETA}status: draft\n"))
    assert "乙社区" not in found["contests/lens_winners/"].body


# The list of contests


def test_the_list_begins_with_the_newest_and_says_how_far_each_is(tmp_path: Path) -> None:
    later = CONTEST.replace("2026-01-05, to: 2026-03-20", "2026-05-01, to: 2026-06-30")
    later = later.replace("示例", "下一届").split("entries:")[0]
    edition = edition_of(tmp_path, contests__next=later)
    text = words(str(blocks.render(edition, "contests", "../", {})))
    assert text.index("下一届摄影大赛 即将开始 0 幅") < text.index("示例摄影大赛 已揭晓 6 幅")
    assert "征稿 2026-01-05 至 2026-03-20" in text


def test_a_contest_without_works_says_so(tmp_path: Path) -> None:
    page = pages_of(with_contest(tmp_path, CONTEST.split("entries:")[0], date(2026, 1, 10)))
    assert "还没有作品" in page["contests/lens/"].body


def test_without_contests_the_list_says_so(tmp_path: Path) -> None:
    assert "还没有摄影大赛" in blocks.render(
        edition_of(tmp_path, contests__lens=None), "contests", "../", {}
    )


@pytest.mark.parametrize(
    ("today", "updated", "expected"),
    [
        (date(2026, 1, 1), "", ""),
        (date(2026, 2, 1), "", "2026-01-05"),
        (RESULT, "", "2026-04-10"),
        (RESULT, "updated: 2026-04-08\n", "2026-04-10"),
        (date(2026, 5, 1), "updated: 2026-04-20\n", "2026-04-20"),
    ],
)
def test_a_contests_last_change_is_never_to_come(
    today: date, updated: str, expected: str, tmp_path: Path
) -> None:
    page = pages_of(with_contest(tmp_path, CONTEST + updated, today))["contests/lens/"]
    assert page.modified == expected


# The jury's sheet


def key_of(written: jury.Sheet) -> list[list[str]]:
    """The rows of the key, without their heading."""
    assert isinstance(written.key.data, bytes)
    return list(csv.reader(io.StringIO(written.key.data.decode("utf-8-sig"))))[1:]


def html_of(written: jury.Sheet) -> str:
    assert isinstance(written.html.data, bytes)
    return written.html.data.decode()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The contest of `FILES` before its result."""
    return written_by(laid_out(tmp_path_factory.mktemp("jury")))


@pytest.fixture(scope="module")
def written(site: Site) -> jury.Sheet:
    return jury.sheet(site, site.of(Contest)["lens"])


def pictures_in(html: str) -> Iterable[bytes]:
    return (base64.b64decode(found) for found in DATA.findall(html))


def test_the_sheet_tells_nothing_of_whose_a_work_is(written: jury.Sheet) -> None:
    html = DATA.sub("", html_of(written))
    assert [secret for secret in SECRETS if secret in html] == []
    assert [word for word in ("同意", "licence", "自有", ".jpg", "画面里") if word in html] == []


def test_the_sheet_numbers_the_works_with_category_picture_and_boxes(written: jury.Sheet) -> None:
    html = html_of(written)
    numbers = re.findall(r"<h2>(\d{3})<span>(\w+)</span>", html)
    assert [number for number, _ in numbers] == ["001", "002", "003", "004", "005", "006"]
    assert {category for _, category in numbers} == {"人们", "地方"}
    for box in ("美术教师", "居民代表", "合计"):
        assert html.count(f'<th scope="row">{box}</th><td></td></tr>') >= len(WORKS)
    assert len(set(DATA.findall(html))) == written.count == len(WORKS)


def test_the_sheet_needs_no_other_file(written: jury.Sheet) -> None:
    html = DATA.sub("", html_of(written))
    assert not re.search(r"https?:|url\(|<script|<link|srcset", html)
    assert "size:A4" in html


def test_a_picture_on_the_sheet_is_upright_small_and_nothing_but_pixels(
    written: jury.Sheet,
) -> None:
    for data in pictures_in(html_of(written)):
        assert carried(data, "JPEG") == []
        assert b"spring" not in data
        with Image.open(io.BytesIO(data)) as image:
            assert image.size == (720, 960)
            top, bottom = image.crop((0, 0, 720, 100)), image.crop((0, 300, 720, 960))
            assert top.convert("L").getextrema()[0] > 240, "the white end is on top"
            assert bottom.convert("L").getextrema()[1] < 200


def test_the_key_tells_whose_every_number_is(site: Site, written: jury.Sheet) -> None:
    rows = {row[1]: row for row in key_of(written)}
    assert list(rows) == order(site.of(Contest)["lens"])
    assert [row[0] for row in rows.values()] == [f"{n:03}" for n in range(1, len(WORKS) + 1)]
    assert rows["spring-fair/dance"][2:] == ["舞队", "甲社区"]
    assert rows["spring-fair/lunch"][2:] == ["吃客乙", "乙社区"]
    assert rows["autumn-walk/river"][2:] == ["船家戊", ""]


def test_no_cell_of_the_key_is_a_formula(written: jury.Sheet) -> None:
    assert ["spring-fair/walls", "'=画社"] in [row[1:3] for row in key_of(written)]


def test_the_key_knows_an_author_who_is_not_to_be_shown(tmp_path: Path) -> None:
    shy = gallery("spring-fair", lunch="author: {name: 吃客乙, display: no}")
    site = written_by(laid_out(tmp_path, **{"galleries__spring-fair__gallery": shy}))
    rows = key_of(jury.sheet(site, site.of(Contest)["lens"]))
    assert ["spring-fair/lunch", "吃客乙"] in [row[1:3] for row in rows]


def test_the_numbers_are_those_of_the_pictures(site: Site, written: jury.Sheet) -> None:
    lens = site.of(Contest)["lens"]
    for row, data in zip(key_of(written), pictures_in(html_of(written)), strict=True):
        alone = lens.model_copy(
            update={"entries": [entry for entry in lens.entries if entry.photo == row[1]]}
        )
        assert list(pictures_in(html_of(jury.sheet(site, alone)))) == [data]


def test_the_same_contest_gives_the_same_bytes(site: Site, written: jury.Sheet) -> None:
    lens = site.of(Contest)["lens"]
    assert jury.sheet(site, lens) == written
    backwards = lens.model_copy(update={"entries": lens.entries[::-1]})
    assert jury.sheet(replace(site, today=RESULT), backwards) == written


def test_a_photo_that_cannot_be_read_is_left_out_and_named(tmp_path: Path) -> None:
    site = written_by(laid_out(tmp_path))
    (tmp_path / "showcases/galleries/autumn-walk/night.jpg").write_bytes(b"nothing")
    (tmp_path / "showcases/galleries/autumn-walk/river.jpg").unlink()
    found = jury.sheet(site, site.of(Contest)["lens"])
    assert sorted(found.left_out) == ["autumn-walk/night", "autumn-walk/river"]
    assert found.count == len(key_of(found)) == 4
    assert [row[0] for row in key_of(found)] == ["001", "002", "003", "004"]


# The verb


def test_the_sheet_and_its_key_are_written_outside_the_site(project: Path) -> None:
    done = build_site(project, "contest", "sheet", "lens")
    assert done.returncode == 0, done.stderr
    assert set(tree_of(project / "dist")) == {"contest-lens.html", "contest-lens-key.csv"}
    assert "dist/contest-lens.html" in done.stderr
    assert not (project / "site").exists()
    first = tree_of(project / "dist")
    assert build_site(project, "contest", "sheet", "lens", PYTHONHASHSEED="7").returncode == 0
    assert tree_of(project / "dist") == first


def test_a_contest_that_is_not_there_is_told_in_both_languages(project: Path) -> None:
    done = build_site(project, "contest", "sheet", "lnes")
    assert done.returncode == 1
    assert "没有可评的摄影大赛“lnes”" in done.stderr
    assert "There is no contest 'lnes'" in done.stderr
    assert not (project / "dist").exists()


def test_a_contest_with_errors_is_not_judged(project: Path) -> None:
    path = project / "showcases/contests/lens.yml"
    path.write_text(path.read_text().replace("category: home", "category: hmoe"))
    done = build_site(project, "contest", "sheet", "lens")
    assert done.returncode == 1
    assert "V39a" in done.stderr
    assert not (project / "dist").exists()


def test_a_draft_can_be_judged_before_it_is_published(project: Path) -> None:
    path = project / "showcases/contests/lens.yml"
    path.write_text(path.read_text() + "status: draft\n")
    assert build_site(project, "contest", "sheet", "lens").returncode == 0


# On a whole site


def test_a_contest_is_published_like_any_record(built: Path, pages: dict[str, str]) -> None:
    for address in ("contests/lens/", "contests/lens_winners/"):
        html = pages[f"{address}index.html"]
        assert html.count("<h1") == 1
        assert f"https://example.org/repo/{address}" in (built / "site/sitemap.xml").read_text()
    assert "url=../../contests/lens/" in pages["contests/lens-old/index.html"]
    assert "contests/lens/" in pages["contests/index.html"]
    assert "contests/lens/" in pages["about/index.html"], "a link in Markdown"
