"""Photos that are in a gallery: turned, blurred, put in order, taken out and withdrawn."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageStat

from campaign.images import store
from campaign.photos import published
from desk.galleries import FAIR, FOLDER, FORM, filled, listed, photo, pixels
from desks import Office, words
from repositories import git

DANCE = f"{FOLDER}/dance.jpg"


def box(name: str, *sides: str) -> dict[str, str]:
    """What says where to blur a photo, in per cent."""
    keys = ("left", "top", "width", "height")
    return {f"blur!{name}.{key}": side for key, side in zip(keys, sides, strict=True)}


def difference(one: Image.Image, other: Image.Image, edges: tuple[int, int, int, int]) -> float:
    """How far the pixels of a part of two pictures are from each other."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other).crop(edges)).mean)


# Turning


@pytest.mark.parametrize(
    ("do", "quarter", "spot"),
    [
        ("turn-left", Image.Transpose.ROTATE_90, ("0.8", "0.75")),
        ("turn-right", Image.Transpose.ROTATE_270, ("0.2", "0.25")),
    ],
)
def test_a_photo_is_turned_and_what_cropping_keeps_turns_with_it(
    here: Office, do: str, quarter: Image.Transpose, spot: tuple[str, str]
) -> None:
    before = pixels(here, "dance.jpg")
    typed = {"photos.0.focus.x": "0.25", "photos.0.focus.y": "0.8", "title": "还没存"}
    page = here.post(FORM, here.form(FORM, typed), f"{do} photos.0")
    form = dict(page.form())
    assert (form["photos.0.focus.x"], form["photos.0.focus.y"]) == spot
    assert form["title"] == "还没存"
    after = pixels(here, "dance.jpg")
    assert after.size == (before.height, before.width)
    assert difference(after, before.transpose(quarter), (0, 0, *after.size)) < 3
    assert here.post(FORM, page.form(), "save").status == 303
    assert git(here.root, "show", "--name-only", "--format=", "HEAD").split() == [DANCE, FAIR]
    assert listed(here)[0]["focus"] == {"x": spot[0], "y": spot[1]}


def test_a_photo_that_was_only_turned_is_written_down_by_a_save(here: Office) -> None:
    page = here.post(FORM, here.form(FORM), "turn-left photos.1")
    assert "1 个照片文件还没有保存" in words(page.text)
    assert here.post(FORM, page.form(), "save").status == 303
    assert git(here.root, "show", "--name-only", "--format=", "HEAD") == f"{FOLDER}/before.jpg"
    assert git(here.root, "status", "--porcelain") == ""


def test_a_spot_is_kept_by_cropping(here: Office) -> None:
    typed = {"photos.0.focus.x": "0.3", "photos.0.focus.y": "0.7"}
    assert here.save(FORM, typed).status == 303
    assert "focus: {x: 0.3, y: 0.7}" in here.text(FAIR)


# Blurring


def test_what_is_blurred_is_gone_after_it_was_confirmed(here: Office) -> None:
    before = pixels(here, "dance.jpg")
    typed = box("photos.0", "20", "20", "20", "25")
    asked = here.post(FORM, here.form(FORM, typed), "blur photos.0")
    assert "恢复不了。确定吗？" in words(asked.text)
    assert 'x="20" y="20" width="20" height="25"' in asked.text
    assert difference(before, pixels(here, "dance.jpg"), (0, 0, 1200, 800)) == 0
    page = here.post(FORM, asked.form(), "blur-sure photos.0")
    assert "认不回来" in words(page.text)
    after = pixels(here, "dance.jpg")
    assert difference(before, after, (260, 180, 460, 340)) > 20
    assert difference(before, after, (700, 500, 1100, 700)) < 3
    assert here.post(FORM, page.form(), "save").status == 303
    assert git(here.root, "show", "--name-only", "--format=", "HEAD") == DANCE


def test_a_face_that_is_blurred_before_the_save_never_was_in_git(here: Office) -> None:
    page = here.bring(FORM, here.form(FORM), [("桥.jpg", photo())])
    first = (here.root / FOLDER / "qiao.jpg").read_bytes()
    typed = {**filled(3), **box("photos.3", "0", "0", "50", "100")}
    page = here.post(FORM, page.form(typed), "blur-sure photos.3")
    assert here.post(FORM, page.form(), "save").status == 303
    known = git(here.root, "log", "--all", "--format=%H", "--", f"{FOLDER}/qiao.jpg").split()
    assert len(known) == 1
    assert (here.root / FOLDER / "qiao.jpg").read_bytes() != first
    assert git(here.root, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("sides", "why"),
    [
        (("", "", "", ""), "请先在照片上拖出"),
        (("20", "20", "约30", "10"), "“宽”要填 0 到 100 的数，如 25；填的是：约30"),
        (("20", "20", "", "10"), "填的是：空"),
        (("20", "20", "0", "10"), "“宽”要填"),
        (("20", "nan", "5", "10"), "“上”要填"),
        (("90", "20", "20", "10"), "在照片外面"),
    ],
)
def test_a_rectangle_that_is_none_blurs_nothing(
    here: Office, sides: tuple[str, str, str, str], why: str
) -> None:
    before = (here.root / DANCE).read_bytes()
    for do in ("blur", "blur-sure"):
        typed = box("photos.0", *sides)
        assert why in words(here.post(FORM, here.form(FORM, typed), f"{do} photos.0").text)
    assert (here.root / DANCE).read_bytes() == before


@pytest.mark.parametrize("file", ["../../site.yml", "..", "gallery.yml", "none.jpg", ""])
def test_no_file_but_a_photo_of_the_gallery_is_changed(here: Office, file: str) -> None:
    typed = {"photos.0.file": file, **box("photos.0", "0", "0", "9", "9")}
    for do in ("turn-left", "blur-sure"):
        answer = here.post(FORM, here.form(FORM, typed), f"{do} photos.0")
        assert "找不到这张照片的文件" in words(answer.text)
    assert git(here.root, "status", "--porcelain") == ""


def test_a_foreign_page_turns_nothing(here: Office) -> None:
    pairs = [*here.form(FORM)]
    answer = here.post(FORM, pairs, "turn-left photos.0", origin="https://example.org")
    assert answer.status == 403
    assert git(here.root, "status", "--porcelain") == ""


# Order, and what goes


def test_photos_are_put_in_order_by_buttons(here: Office) -> None:
    page = here.post(FORM, here.form(FORM), "down photos.0")
    page = here.post(FORM, page.form(), "down photos.0")
    assert here.post(FORM, page.form(), "save").status == 303
    assert [item["file"] for item in listed(here)] == ["before.jpg", "after.jpg", "dance.jpg"]


def with_one_more(office: Office) -> str:
    """The gallery with a photo that nobody names, written down; where its file is."""
    page = office.bring(FORM, office.form(FORM), [("桥.jpg", photo())])
    assert office.post(FORM, page.form(filled(3)), "save").status == 303
    return f"{FOLDER}/qiao.jpg"


def test_a_photo_that_is_taken_out_is_kept_beside_the_project(here: Office) -> None:
    path = with_one_more(here)
    data = (here.root / path).read_bytes()
    page = here.post(FORM, here.form(FORM), "remove photos.3")
    saved = here.post(FORM, page.form(), "save")
    assert saved.status == 303, words(saved.text)
    assert [item["file"] for item in listed(here)] == ["dance.jpg", "before.jpg", "after.jpg"]
    assert not (here.root / path).exists()
    assert (here.root / "originals" / path).read_bytes() == data
    assert git(here.root, "show", "--name-only", "--format=", "HEAD").split() == [FAIR, path]
    back = [("token", here.desk.token), ("back", git(here.root, "rev-parse", "HEAD"))]
    assert here.post("history/gallery/fair", back).status == 303
    assert (here.root / path).read_bytes() == data
    assert git(here.root, "status", "--porcelain") == ""


def test_a_withdrawn_photo_is_gone_with_the_save_and_seen_nowhere(here: Office) -> None:
    source = here.desk.site.picture_files[DANCE]
    shelf = store.Store(here.root / store.PLACE)
    keys = [published.key_of(recipe, source) for recipe in published.RECIPES]
    assert any(shelf.get(key) for key in keys)
    typed = {"photos.0.consent.state": "withdrawn", "photos.0.consent.date": "2026-04-01"}
    asked = here.post(FORM, here.form(FORM, typed), "save")
    assert "“fair/dance”已撤回，页面上不再显示" in words(asked.text)
    saved = here.post(FORM, asked.form(), "save")
    assert saved.status == 303, words(saved.text)
    assert not (here.root / DANCE).exists()
    assert not any(shelf.get(key) for key in keys)
    assert git(here.root, "show", "--name-only", "--format=", "HEAD").split() == [DANCE, FAIR]
    assert here.get("photo/240/fair/dance").status == 404
    page = here.get(FORM).text
    assert "已撤回同意，不再显示" in page
    assert "/fair/dance?" not in page
    head = git(here.root, "rev-parse", "HEAD")
    back = [("token", here.desk.token), ("back", head)]
    answer = here.post("history/gallery/fair", back)
    assert "不能再放回来" in words(answer.text)
    assert listed(here)[0]["consent"]["state"] == "withdrawn"


def test_a_withdrawal_that_is_not_saved_yet_shows_the_photo_no_more(here: Office) -> None:
    typed = {"photos.0.consent.state": "withdrawn"}
    page = here.post(FORM, here.form(FORM, typed), "check")
    assert "/fair/dance?" not in page.text
    assert (here.root / DANCE).is_file()


def test_a_gallery_that_is_deleted_takes_its_photos_along(here: Office) -> None:
    typed = {"title": "新相册", "id": "party", "date": "2026-03-01"}
    assert here.save("new/gallery", typed, "draft").status == 303
    page = here.bring("edit/gallery/party", here.form("edit/gallery/party"), [("桥.jpg", photo())])
    assert here.post("edit/gallery/party", page.form(filled(0)), "draft").status == 303
    sure = [("token", here.desk.token), ("sure", "yes")]
    assert here.post("remove/gallery/party", sure).status == 303
    assert not list((here.root / FOLDER).with_name("party").glob("*.*"))
    assert git(here.root, "status", "--porcelain") == ""
    assert list((here.root / "originals").rglob("party/*.jpg"))


def test_a_gallery_whose_photos_are_shown_elsewhere_is_not_deleted(here: Office) -> None:
    answer = here.post("remove/gallery/fair", [("token", here.desk.token), ("sure", "yes")])
    assert "条内容提到它" in words(answer.text)
    assert (here.root / DANCE).is_file()


def test_the_cover_is_one_of_the_photos(here: Office) -> None:
    page = here.get(FORM).text
    assert '<option value="after">整治后的墙角种上了花</option>' in page
    assert here.save(FORM, {"cover": "after"}).status == 303
    assert "cover: after" in here.text(FAIR)
