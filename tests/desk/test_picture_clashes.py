"""Two people who changed one picture: both are shown, one is picked, and both hide in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.handing_in import bundles
from campaign.verbs import bundle
from desk.exchanges import Exchange, copied, press
from desk.galleries import FAIR, FOLDER, FORM, listed, photo, pixels
from desk.test_retouching import box, difference
from desks import Answer, Office, words
from repositories import git

QIAO = f"{FOLDER}/qiao.jpg"
PICK = f"pick!{QIAO}|fair|picture"
LEFT_EYE, RIGHT_EYE = (64, 96, 128, 192), (448, 288, 512, 384)
"""Inside of what one and the other blur, in pixels."""
SIDES = {"one": ("5", "15", "20", "30"), "two": ("65", "55", "20", "30")}


@pytest.fixture
def between(exchange_with_one_more: Exchange, tmp_path: Path) -> Exchange:
    """Two desks that both have one photo more."""
    return copied(exchange_with_one_more, tmp_path)


def blur(desk: Office, side: str) -> None:
    name = f"photos.{len(listed(desk)) - 1}"
    page = desk.post(FORM, desk.form(FORM, box(name, *SIDES[side])), f"blur-sure {name}")
    assert desk.post(FORM, page.form(), "save").status == 303


def asked(between: Exchange) -> Answer:
    """Both have blurred, and the second one fetches."""
    blur(between.one, "one")
    press(between.one, "send")
    blur(between.two, "two")
    return between.two.post("fetch", [("token", between.two.desk.token)])


@pytest.mark.parametrize("pick", ["ours", "theirs"])
def test_whichever_picture_is_picked_both_hide_in_it(between: Exchange, pick: str) -> None:
    two = between.two
    was = pixels(two, "qiao.jpg")
    page = asked(between)
    assert "相册 邻里节：qiao.jpg" in words(page.text)
    assert re.search(r"用这台电脑上的：遮住了 \d 处", words(page.text))
    assert re.search(r"用对方的（王芳交的稿）：遮住了 \d 处", words(page.text))
    shown = LexborHTMLParser(page.text).css(".clashes img")
    assert len({item.attributes["src"] for item in shown}) == 2
    assert "收进来" in words(two.post("fetch", page.form({PICK: pick})).text)
    now = pixels(two, "qiao.jpg")
    assert min(difference(was, now, edges) for edges in (LEFT_EYE, RIGHT_EYE)) > 5
    assert git(two.root, "status", "--porcelain") == ""


def test_nothing_changes_before_somebody_has_picked(between: Exchange) -> None:
    two = between.two
    page = asked(between)
    head, data = git(two.root, "rev-parse", "HEAD"), (two.root / QIAO).read_bytes()
    again = two.post("fetch", page.form())
    assert "请选一边" in words(again.text)
    assert (git(two.root, "rev-parse", "HEAD"), (two.root / QIAO).read_bytes()) == (head, data)


def test_a_withdrawal_stands_over_a_blur(between: Exchange) -> None:
    one, two = between.one, between.two
    place = len(listed(one)) - 1
    blur(one, "one")
    gone = {f"photos.{place}.consent.state": "withdrawn"}
    assert one.save(FORM, {**gone, f"photos.{place}.consent.date": "2026-04-01"}).status == 303
    press(one, "send")
    blur(two, "two")
    press(two, "fetch")
    assert listed(two)[place]["consent"]["state"] == "withdrawn"
    assert not (two.root / QIAO).exists()


def test_another_picture_in_its_place_is_for_a_technician(between: Exchange) -> None:
    """Nobody can tell what is hidden where."""
    one, two = between.one, between.two
    blur(two, "two")
    (one.root / QIAO).write_bytes(photo(9))
    git(one.root, "commit", "-qam", "x")
    press(one, "send")
    head = git(two.root, "rev-parse", "HEAD")
    assert "请技术员处理" in press(two, "fetch")
    assert git(two.root, "rev-parse", "HEAD") == head


def test_the_command_leaves_the_question_to_the_desk(between: Exchange, tmp_path: Path) -> None:
    one, two = between.one, between.two
    blur(one, "one")
    blur(two, "two")
    head = git(two.root, "rev-parse", "HEAD")
    bundles.send_out(one.desk.ledger, tmp_path / "out.bundle")
    assert bundle.run_in(two.root, tmp_path / "out.bundle") == 1
    assert git(two.root, "rev-parse", "HEAD") == head
    assert FAIR in git(two.root, "ls-files").split()
