"""What the history gets: no raw picture; and whoever changes something hears when git refuses."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from desk.galleries import FOLDER, FORM, photo
from desk.test_excel_import import altered, exported, opened, put
from desks import BETA, Office, words
from repositories import git

DANCE = f"{FOLDER}/dance.jpg"
UNNOTED = "没有记进修改记录"
BETA_FORM = "edit/community/beta"


@pytest.mark.parametrize("do", ["save", "draft", "hand-in"])
def test_a_raw_picture_in_the_folder_is_not_written_down(here: Office, do: str) -> None:
    raw, head = photo(9, gps=True), git(here.root, "rev-parse", "HEAD")
    (here.root / DANCE).write_bytes(raw)
    here.desk.changed([DANCE])
    saved = here.save(FORM, {"title": "邻里节影像", "status": "draft"}, do)
    assert "有人直接在文件夹里换过照片：“dance.jpg”带着拍摄位置" in words(saved.text)
    assert "用“加照片”加进来" in words(saved.text)
    assert git(here.root, "rev-parse", "HEAD") == head
    assert (here.root / DANCE).read_bytes() == raw


def test_taking_a_change_back_writes_no_raw_picture_down(here: Office) -> None:
    assert here.save(FORM, {"title": "邻里节影像"}).status == 303
    head = git(here.root, "rev-parse", "HEAD")
    (here.root / DANCE).write_bytes(photo(9, gps=True))
    back = [("token", here.desk.token), ("back", head)]
    assert "直接在文件夹里换过" in words(here.post("history/gallery/fair", back).text)
    assert git(here.root, "rev-parse", "HEAD") == head


def test_a_clean_picture_that_was_changed_is_written_down(here: Office) -> None:
    (here.root / DANCE).write_bytes(photo(9))
    here.desk.changed([DANCE])
    assert here.save(FORM, {}).status == 303
    assert DANCE in git(here.root, "show", "--name-only", "--format=", "HEAD")


@pytest.fixture
def lock(here: Office) -> Iterator[Path]:
    """Makes git refuse, once it lies there."""
    place = here.root / ".git/index.lock"
    yield place
    place.unlink(missing_ok=True)


def test_taking_a_change_back_tells_when_git_refused(here: Office, lock: Path) -> None:
    assert here.save(BETA_FORM, {"slogan": "新的口号"}).status == 303
    back = [("token", here.desk.token), ("back", git(here.root, "rev-parse", "HEAD"))]
    lock.touch()
    assert here.post("history/community/beta", back).status == 303
    assert UNNOTED in words(here.get("history/community/beta").text)
    assert "新的口号" not in here.text(BETA)


def test_deleting_tells_when_git_refused(here: Office, lock: Path) -> None:
    assert here.save("new/community", {"name": "新社区", "id": "newone"}, "draft").status == 303
    lock.touch()
    sure = [("token", here.desk.token), ("sure", "yes")]
    answer = here.post("remove/community/newone", sure)
    assert UNNOTED in words(here.ask(answer.headers["location"]).text)


def test_a_workbook_tells_when_git_refused(here: Office, lock: Path) -> None:
    path = opened(here, altered(exported(here), put("beta", "名称", "贝塔新社区")))
    form = here.form(path)
    lock.touch()
    assert UNNOTED in words(here.post(path, form, "write").text)
    assert "贝塔新社区" in here.text(BETA)


def test_a_document_tells_when_git_refused(here: Office, lock: Path) -> None:
    document, file = Document(), io.BytesIO()
    document.add_paragraph("在全市文明社区建设推进会上的讲话")
    document.add_paragraph("社区里的事，大家商量着办。")
    document.save(file)
    path = _opened(here, file.getvalue())
    page = here.get(path)
    form = page.form({"kind": "speech", "tidy": "no"})
    lock.touch()
    answer = here.post(path, form, "write")
    assert answer.status == 303, words(answer.text)
    assert UNNOTED in words(here.ask(answer.headers["location"]).text)


def _opened(here: Office, data: bytes) -> str:
    answer = here.hand_over("讲话.docx", data)
    assert answer.status == 303, words(answer.text)
    return answer.headers["location"].removeprefix("/-/desk/")
