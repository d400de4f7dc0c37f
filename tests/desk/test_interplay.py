"""Photos, branches and reviews together: what none of them would see alone."""

from __future__ import annotations

from pathlib import Path

from desk.exchanges import Exchange, at, heads, press, sits
from desk.galleries import FAIR, FOLDER, FORM, filled, listed, photo
from desks import BETA, Office, words
from repositories import git

ALT = "长桌宴上端菜的居民和等着上菜的孩子"
GAMMA_FORM = "edit/community/gamma"


def work(place: Path) -> str:
    """The branch of the office in a repository."""
    return next(name for name in heads(place) if name.startswith("refs/heads/work/"))


def test_only_what_went_through_the_intake_is_handed_in(between: Exchange) -> None:
    one, place = between.one, len(listed(between.one))
    (one.root / FOLDER / "IMG_9.JPG").write_bytes(photo(9, gps=True))
    (one.root / FOLDER / "同意书-张三.docx").write_bytes(b"PK")
    page = one.bring(FORM, one.form(FORM), [("桥.jpg", photo())])
    assert "1 个照片文件还没有保存" in words(page.text)
    assert one.post(FORM, page.form(filled(place)), "hand-in").status == 303
    known = git(between.bare, "ls-tree", "-r", "--name-only", work(between.bare), f"{FOLDER}/")
    assert "IMG_9" not in known
    assert "docx" not in known
    assert listed(one)[-1]["file"] in known


def test_two_people_change_different_photos_and_a_withdrawal_stands(between: Exchange) -> None:
    one, two, place = between.one, between.two, len(listed(between.one))
    page = one.bring(FORM, one.form(FORM), [("桥.jpg", photo())])
    assert one.post(FORM, page.form(filled(place)), "save").status == 303
    press(one, "send")
    press(two, "fetch")
    consent = f"photos.{place}.consent"
    withdrawn = {f"{consent}.state": "withdrawn", f"{consent}.date": "2026-04-01"}
    assert one.save(FORM, withdrawn).status == 303
    press(one, "send")
    assert two.save(FORM, {"photos.1.alt": ALT}).status == 303
    assert "已经收进来" in press(two, "fetch")
    photos = listed(two)
    assert photos[place]["consent"]["state"] == "withdrawn"
    assert photos[1]["alt"] == ALT
    assert not (two.root / FOLDER / photos[place]["file"]).exists()


def test_nothing_is_published_while_a_photo_here_looks_otherwise(between: Exchange) -> None:
    two = between.two
    sits(two, "孙立", "市文明办", "final")
    assert two.save("edit/community/beta", {"slogan": "新的口号"}).status == 303
    file = two.root / FOLDER / listed(two)[0]["file"]
    file.write_bytes(photo(8))
    before = heads(between.bare)["refs/heads/main"]
    told = press(two, "publish", ("sure", "yes"))
    assert "还没有保存" in told
    assert heads(between.bare)["refs/heads/main"] == before


def test_a_save_that_git_refused_says_so_and_can_be_made_again(here: Office) -> None:
    lock = here.root / ".git/index.lock"
    lock.touch()
    assert here.save("edit/community/beta", {"slogan": "新的口号"}).status == 303
    assert "没有记进修改记录" in words(here.get("edit/community/beta?saved=1").text)
    lock.unlink()
    assert here.save("edit/community/beta", {}).status == 303
    assert "新的口号" in at(here.root, "HEAD", BETA)


def test_a_change_of_many_words_is_written_down(here: Office) -> None:
    (here.root / BETA).write_text(here.text(BETA) + "slogan: 好\n", encoding="utf-8")
    assert here.desk.ledger.commit([BETA], "改", "长\0" * 100_000)
    assert git(here.root, "status", "--porcelain") == ""


def test_an_editor_does_not_approve(between: Exchange) -> None:
    one, before = between.one, heads(between.bare)["refs/heads/main"]
    answer = one.save("edit/community/beta", {"slogan": "新的口号", "status": "published"}, "pass")
    assert "审核由初审、复审、终审来做" in words(answer.text)
    assert heads(between.bare)["refs/heads/main"] == before


def test_what_shows_an_unsaved_photo_is_not_handed_in(between: Exchange) -> None:
    one = between.one
    one.bring(FORM, one.form(FORM), [("桥.jpg", photo())])
    answer = one.save(
        GAMMA_FORM, {"cover": f"fair/{Path(listed(one)[-1]['file']).stem}"}, "hand-in"
    )
    assert "用到的照片所在的相册还没有保存：fair" in words(answer.text)


def test_what_waits_in_a_gallery_is_named_when_others_work_is_fetched(between: Exchange) -> None:
    one, two = between.one, between.two
    assert one.save(FORM, {"title": "邻里节影像"}).status == 303
    press(one, "send")
    two.bring(FORM, two.form(FORM), [("桥.jpg", photo())])
    told = press(two, "fetch")
    assert "请先打开相册按“保存”" in told
    assert "邻里节影像" not in two.text(FAIR)


def test_a_removed_photo_does_not_come_back_beside_another_picture(here: Office) -> None:
    place = len(listed(here))
    for seed in (1, 2):
        page = here.bring(FORM, here.form(FORM), [("桥.jpg", photo(seed))])
        assert here.post(FORM, page.form(filled(place)), "save").status == 303
        if seed == 1:
            page = here.post(FORM, here.form(FORM), f"remove photos.{place}")
            assert here.post(FORM, page.form(), "save").status == 303
    shown = here.text(FAIR)
    removal = git(here.root, "rev-parse", "HEAD~1")
    told = here.post("history/gallery/fair", [("token", here.desk.token), ("back", removal)])
    assert "现在是另一张照片" in words(told.text)
    assert here.text(FAIR) == shown


def test_a_long_text_is_pasted(here: Office) -> None:
    html = "<p class=MsoNormal>社区里的事大家商量着办。</p>" * 20_000
    answer = here.post("paste", [("token", here.desk.token), ("html", html)])
    assert answer.status == 200
    assert "商量着办" in answer.text
