"""A withdrawn consent stands: whatever is picked, saved, fetched, carried, taken back, imported."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from campaign.desk.handing_in import bundles
from campaign.verbs import bundle
from campaign.writing.files import Rewrite
from campaign.writing.withdrawals import Revived
from desk.conftest import as_at_first
from desk.exchanges import Exchange, copied, exchange, press
from desk.galleries import FAIR, FOLDER, FORM, filled, listed, photo
from desks import Office, words
from repositories import commit, git

PLACE = 3
"""Where the photo is in the list that the tests are about."""
FIRST = ["dance.jpg", "before.jpg", "after.jpg"]
QIAO = f"{FOLDER}/qiao.jpg"
CONSENT = f"photos.{PLACE}.consent"
GONE = {f"{CONSENT}.state": "withdrawn", f"{CONSENT}.date": "2026-04-01"}
GIVEN = {f"{CONSENT}.state": "obtained", f"{CONSENT}.ref": "2026-1"}
ALT = f"photos.{PLACE}.alt"


def one_more(desk: Office) -> None:
    """A fourth photo and a fifth, written down."""
    page = desk.bring(FORM, desk.form(FORM), [("桥.jpg", photo()), ("河.jpg", photo(2))])
    typed = filled(PLACE) | filled(PLACE + 1) | GIVEN
    assert desk.post(FORM, page.form(typed), "save").status == 303


@pytest.fixture
def gallery(here: Office) -> Office:
    one_more(here)
    return here


@pytest.fixture(scope="module")
def with_photos(first_desk: Office, tmp_path_factory: pytest.TempPathFactory) -> Exchange:
    """Two desks that both have the fourth photo. Not to be changed."""
    made = exchange(as_at_first(first_desk).root, tmp_path_factory.mktemp("exchange"))
    one_more(made.one)
    press(made.one, "send")
    press(made.two, "fetch")
    return made


@pytest.fixture
def between(with_photos: Exchange, tmp_path: Path) -> Exchange:
    """Two such desks for a test that changes them."""
    return copied(with_photos, tmp_path)


def state(desk: Office, place: int = PLACE) -> str:
    consent: dict[str, Any] = listed(desk)[place]["consent"]
    return str(consent["state"])


def stands(desk: Office) -> None:
    """The photo is withdrawn in the file, and nowhere in the folder or in the last commit."""
    (found,) = (item for item in listed(desk) if item["file"] == "qiao.jpg")
    assert found["consent"]["state"] == "withdrawn"
    assert not (desk.root / QIAO).exists()
    assert QIAO not in git(desk.root, "ls-tree", "-r", "--name-only", "HEAD").split()
    assert git(desk.root, "status", "--porcelain") == ""


def pressed(desk: Office, do: str) -> None:
    """Do one thing in the form of the gallery, and save."""
    page = desk.post(FORM, desk.form(FORM), do)
    assert desk.post(FORM, page.form(), "save").status == 303


# Two machines


@pytest.mark.parametrize("pick", ["ours", "theirs"])
@pytest.mark.parametrize("more", ["nothing", "moved", "removed"])
def test_whatever_is_picked_a_withdrawal_of_others_stands(
    between: Exchange, more: str, pick: str
) -> None:
    one, two = between.one, between.two
    assert one.save(FORM, GONE | {"photos.0.alt": "王芳改的替代文字"}).status == 303
    if more != "nothing":
        pressed(one, "down photos.1" if more == "moved" else "remove photos.4")
    press(one, "send")
    changed = {ALT: "李明改的替代文字", f"{CONSENT}.ref": "2026-7", "photos.0.alt": "李明写的文字"}
    assert two.save(FORM, changed).status == 303
    asked = two.post("fetch", [("token", two.desk.token)])
    assert "照片：dance的替代文字" in words(asked.text)
    name = f"pick!{FAIR}|fair|photos/dance.jpg/alt"
    told = words(two.post("fetch", asked.form({name: pick})).text)
    assert "这些照片的同意已经撤回" in told
    assert "fair/qiao" in told
    stands(two)
    texts = [item["alt"] for item in listed(two)]
    assert ("李明写的文字" in texts) is (pick == "ours")
    assert "李明改的替代文字" in texts
    assert len(texts) == (4 if more == "removed" else 5)


@pytest.mark.parametrize("pick", ["ours", "theirs"])
def test_a_withdrawal_of_ones_own_stands_whatever_is_picked(between: Exchange, pick: str) -> None:
    one, two = between.one, between.two
    assert one.save(FORM, {"photos.0.alt": "王芳改的替代文字", f"{CONSENT}.ref": "7"}).status == 303
    press(one, "send")
    assert two.save(FORM, GONE | {"photos.0.alt": "李明改的替代文字"}).status == 303
    asked = two.post("fetch", [("token", two.desk.token)])
    two.post("fetch", asked.form({f"pick!{FAIR}|fair|photos/dance.jpg/alt": pick}))
    stands(two)


def test_a_photo_that_was_taken_out_does_not_come_back_with_a_change_of_it(
    between: Exchange,
) -> None:
    one, two = between.one, between.two
    pressed(one, f"remove photos.{PLACE}")
    press(one, "send")
    assert two.save(FORM, {ALT: "李明改的替代文字"}).status == 303
    (two.root / QIAO).write_bytes(photo(5))
    assert two.save(FORM, {}).status == 303
    told = press(two, "fetch")
    assert "已经有人从相册里拿掉：fair/qiao" in told
    assert [item["file"] for item in listed(two)] == [*FIRST, "he.jpg"]
    assert not (two.root / QIAO).exists()


def test_two_orders_of_photos_are_asked_about_and_lose_none(between: Exchange) -> None:
    one, two = between.one, between.two
    pressed(one, "down photos.0")
    press(one, "send")
    pressed(two, "down photos.1")
    asked = two.post("fetch", [("token", two.desk.token)])
    assert "照片：先后次序" in words(asked.text)
    two.post("fetch", asked.form({f"pick!{FAIR}|fair|photos/": "theirs"}))
    assert listed(two) == listed(one)


def revive(desk: Office) -> None:
    """Make the photo seen again by hand, past the desk, and write that down."""
    (desk.root / QIAO).write_bytes(photo())
    text = desk.text(FAIR).replace("state: withdrawn", "state: obtained")
    (desk.root / FAIR).write_text(text, encoding="utf-8")
    commit(desk.root)


def test_what_somebody_revived_by_hand_is_fetched_without_it(between: Exchange) -> None:
    one, two = between.one, between.two
    assert one.save(FORM, GONE).status == 303
    press(one, "send")
    press(two, "fetch")
    stands(two)
    revive(one)
    press(one, "send")
    assert "这些照片的同意已经撤回" in press(two, "fetch")
    stands(two)


def test_a_gallery_that_nobody_can_read_is_not_fetched_over_a_withdrawal(between: Exchange) -> None:
    one, two = between.one, between.two
    assert one.save(FORM, GONE).status == 303
    press(one, "send")
    press(two, "fetch")
    (one.root / FAIR).write_text("photos: [\n", encoding="utf-8")
    commit(one.root)
    git(one.root, "push", "--quiet", "origin", "HEAD")
    assert "请技术员处理" in press(two, "fetch")
    stands(two)


def test_what_comes_on_a_stick_revives_nothing(between: Exchange, tmp_path: Path) -> None:
    one, two = between.one, between.two
    assert one.save(FORM, GONE).status == 303
    press(one, "send")
    press(two, "fetch")
    revive(one)
    bundles.send_out(one.desk.ledger, tmp_path / "out.bundle")
    assert bundle.run_in(two.root, tmp_path / "out.bundle") == 0
    stands(two)


def delete(desk: Office) -> None:
    """Take the whole gallery away by hand, past the desk, and write that down."""
    shutil.rmtree(desk.root / FOLDER)
    commit(desk.root)


def test_a_gallery_that_was_deleted_elsewhere_leaves_its_record(between: Exchange) -> None:
    one, two = between.one, between.two
    assert two.save(FORM, GONE).status == 303
    delete(one)
    press(one, "send")
    asked = two.post("fetch", [("token", two.desk.token)])
    told = words(two.post("fetch", asked.form({f"pick!{FAIR}|fair|": "theirs"})).text)
    assert "这些相册已经有人删去：邻里节。撤回的记录还留着" in told
    stands(two)
    assert [item["file"] for item in listed(two)] == ["qiao.jpg"]
    assert "visibility: internal" in two.text(FAIR)
    press(two, "send")
    press(one, "fetch")
    stands(one)


# Forms


def test_an_older_form_does_not_bring_a_withdrawn_photo_back(gallery: Office) -> None:
    older = gallery.form(FORM, {f"{CONSENT}.ref": "2026-7", ALT: "改过的替代文字"})
    assert gallery.save(FORM, GONE).status == 303
    assert gallery.post(FORM, older, "save").status == 303
    stands(gallery)
    assert listed(gallery)[PLACE]["alt"] == "改过的替代文字"
    assert "这些照片的同意已经撤回" in words(gallery.get(FORM).text)


@pytest.mark.parametrize("pick", ["ours", "theirs"])
def test_a_form_with_a_withdrawal_keeps_it_whatever_is_picked(gallery: Office, pick: str) -> None:
    older = gallery.form(FORM, {**GONE, "title": "邻里节甲", "photos.0.alt": "第一个人写的文字"})
    other = {"title": "邻里节乙", "photos.0.alt": "第二个人写的文字", f"{CONSENT}.ref": "2026-7"}
    assert gallery.save(FORM, other).status == 303
    asked = gallery.post(FORM, older, "save")
    assert "照片：dance的替代文字" in words(asked.text)
    answers = {"pick!title": pick, "pick!photos/dance.jpg/alt": pick}
    assert gallery.post(FORM, asked.form(answers), "save").status == 303
    stands(gallery)
    kept = "第一个人写的文字" if pick == "ours" else "第二个人写的文字"
    assert listed(gallery)[0]["alt"] == kept


def test_an_older_form_does_not_bring_back_what_was_taken_out(gallery: Office) -> None:
    older = gallery.form(FORM, {ALT: "改过的替代文字"})
    pressed(gallery, f"remove photos.{PLACE}")
    assert gallery.post(FORM, older, "save").status == 303
    assert [item["file"] for item in listed(gallery)] == [*FIRST, "he.jpg"]
    assert "已经有人从相册里拿掉：fair/qiao" in words(gallery.get(FORM).text)


@pytest.mark.parametrize("do", ["save", "draft"])
def test_a_form_cannot_say_that_a_withdrawn_photo_is_agreed_to(gallery: Office, do: str) -> None:
    assert gallery.save(FORM, GONE).status == 303
    assert gallery.save(FORM, {f"{CONSENT}.state": "obtained"}, do).status == 303
    assert state(gallery) == "withdrawn"
    assert "不能再放回来：fair/qiao" in words(gallery.get(FORM).text)


def test_the_entry_of_a_withdrawn_photo_stays(gallery: Office) -> None:
    assert gallery.save(FORM, GONE).status == 303
    pressed(gallery, f"remove photos.{PLACE}")
    stands(gallery)


def test_a_gallery_with_a_withdrawal_is_not_deleted(gallery: Office) -> None:
    assert gallery.save(FORM, GONE).status == 303
    answer = gallery.post("remove/gallery/fair", [("token", gallery.desk.token), ("sure", "yes")])
    assert "“可见范围”选“内部”" in words(answer.text)
    stands(gallery)


def test_a_gallery_without_one_is_deleted(gallery: Office) -> None:
    place = "showcases/galleries/fete/gallery.yml"
    (gallery.root / place).parent.mkdir()
    text = "title: 花会\ndate: 2026-03-01\nstatus: draft\nphotos: []\n"
    (gallery.root / place).write_text(text, encoding="utf-8")
    gallery.desk.changed([place])
    gallery.post("remove/gallery/fete", [("token", gallery.desk.token), ("sure", "yes")])
    assert not (gallery.root / place).exists()


# What was


def test_a_withdrawal_stands_after_its_entry_was_cut_out_by_hand(gallery: Office) -> None:
    assert gallery.save(FORM, GONE).status == 303
    withdrawal = git(gallery.root, "rev-parse", "HEAD")
    was = git(gallery.root, "show", f"first:{FAIR}")
    (gallery.root / FAIR).write_text(f"{was}\n", encoding="utf-8")
    commit(gallery.root)
    gallery.desk.changed([FAIR])
    back = [("token", gallery.desk.token), ("back", withdrawal)]
    assert "不能再放回来" in words(gallery.post("history/gallery/fair", back).text)
    assert not (gallery.root / QIAO).exists()


def said(book: bytes, change: Callable[[Any], None]) -> bytes:
    found = load_workbook(io.BytesIO(book))
    change(found)
    file = io.BytesIO()
    found.save(file)
    return file.getvalue()


def agree(book: Any) -> None:
    """Say of every withdrawn photo of a workbook that people have agreed."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    withdrawn = [cell for cell in cells if str(cell.value).startswith("已撤回")]
    assert withdrawn
    for cell in withdrawn:
        cell.value = str(cell.value).replace("已撤回", "已同意").replace("withdrawn", "obtained")


def test_a_workbook_does_not_bring_a_withdrawn_photo_back(gallery: Office) -> None:
    assert gallery.save(FORM, GONE).status == 303
    before = gallery.text(FAIR)
    data = said(gallery.get("table/gallery").data, agree)
    place = gallery.hand_over("相册.xlsx", data).headers["location"]
    page = gallery.ask(place)
    assert "照片“qiao.jpg”的同意已经撤回" in words(page.text)
    gallery.ask(place, [*page.form(), ("do", "write")])
    assert gallery.text(FAIR) == before


# Whatever writes


@pytest.mark.parametrize(
    "after",
    [
        b"photos:\n  - {file: a.jpg, consent: {state: obtained}}\n",
        b"photos: []\n",
        b"photos:\n  - {file: b.jpg}\n",
    ],
)
def test_no_program_writes_a_gallery_that_takes_a_withdrawal_back(after: bytes) -> None:
    before = b"photos:\n  - {file: a.jpg, consent: {state: withdrawn}}\n"
    with pytest.raises(Revived, match=r"a\.jpg"):
        Rewrite(Path("gallery.yml"), before, after)
    assert Rewrite(Path("gallery.yml"), before, before + b"title: x\n").after
