"""The jury's sheet and its key, and the verb that writes them."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from lens import RESULT, WORKS, gallery, key_of, laid_out, order, written_by
from PIL import Image

from campaign.images.metadata import carried
from campaign.kinds.contest import Contest, jury
from campaign.site import Site
from sites import build_site, tree_of

DATA = re.compile(r"data:image/jpeg;base64,([A-Za-z0-9+/=]+)")
SECRETS = (
    *(word for pair in WORKS.values() for word in pair),
    *("舞队", "=画社", "甲社区", "乙社区", "spring-fair", "autumn-walk", "dance", "leaves"),
)
"""What would tell a jury whose photo it is."""


# The jury's sheet


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
