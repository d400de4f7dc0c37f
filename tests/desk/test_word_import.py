"""Documents that are brought to the desk: shown, confirmed, and written as drafts."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

import documents
from campaign.desk.desk import PREFIX
from campaign.desk.documents import parcels
from campaign.desk.documents.parcels import KEPT, Parcels
from campaign.images.metadata import carried
from desks import Answer, Office, words
from offices import archive
from repositories import git

SPEECH = documents.speech("fonts")
P = documents.paragraph


def opened(desk: Office, data: bytes = SPEECH, name: str = "讲话稿.docx") -> str:
    """Where a file is looked at that was brought."""
    answer = desk.hand_over(name, data)
    assert answer.status == 303, words(answer.text)
    return answer.headers["location"].removeprefix(PREFIX)


def sent(desk: Office, path: str, do: str, **typed: str) -> Answer:
    answers = {name.replace("__", "."): text for name, text in typed.items()}
    return desk.post(path, desk.form(path, answers), do)


def test_what_is_recognised_is_shown_and_nothing_written(here: Office) -> None:
    page = here.get(opened(here))
    fields = dict(page.form())
    assert fields["kind"] == "speech"
    assert fields["field.title"] == documents.TITLE
    assert fields["field.delivered"] == "2026-04-15"
    assert fields["field.occasion"] == "全市社区环境整治现场会"
    assert "修订痕迹 2 处" in words(page.text)
    assert "Tracked changes" not in page.text
    assert git(here.root, "status", "--porcelain") == ""


def test_a_confirmed_document_becomes_a_draft_and_opens_its_form(here: Office) -> None:
    path = opened(here)
    answer = sent(
        here,
        path,
        "write",
        tidy="yes",
        id="2026-04-15-cleaning",
        field__title="在现场会上的讲话",
        field__delivered="2026-04-16",
    )
    assert answer.headers["location"] == f"{PREFIX}edit/speech/2026-04-15-cleaning"
    text = here.text("docs/speeches/2026-04-15-cleaning.md")
    assert "title: 在现场会上的讲话" in text
    assert "delivered: 2026-04-16" in text
    assert "status: draft" in text
    assert "## 一、看清差距" in text
    assert git(here.root, "log", "-1", "--format=%an %s").startswith("王芳 讲话 在现场会上的讲话")
    assert git(here.root, "status", "--porcelain") == ""
    form = here.ask(answer.headers["location"])
    assert "已从“讲话稿.docx”写成草稿" in words(form.text)
    assert here.get(path).status == 404


def test_pictures_come_clean_into_a_gallery_of_the_same_change(here: Office) -> None:
    assert sent(here, opened(here), "write", tidy="no", id="pictured").status == 303
    assert carried(documents.photo(), "JPEG")
    files = git(here.root, "show", "--name-only", "--format=", "HEAD").splitlines()
    [picture] = [path for path in files if path.endswith(".jpg")]
    assert not carried((here.root / picture).read_bytes(), "JPEG")
    id = picture.removeprefix("showcases/galleries/").removesuffix(".jpg")
    assert f"[[photo id={id}]]" in here.text("docs/speeches/pictured.md")
    assert git(here.root, "status", "--porcelain") == ""
    assert "待填写" in here.text(f"{picture.rpartition('/')[0]}/gallery.yml")


def test_the_body_that_issued_it_is_shown_by_its_name(here: Office) -> None:
    data = documents.raw(
        P("示例办公室文件", align="center", size=36)
        + P("示办〔2026〕3号", align="center")
        + P("关于整修背街小巷的通知", align="center", size=22)
        + P("各镇街：")
        + P("请于六月底以前修完。")
        + P("示例办公室", align="right")
        + P("2026年4月8日", align="right")
    )
    path = opened(here, data, "通知.docx")
    assert dict(here.form(path))["field.issuer"] == "示例办公室（office）"
    assert sent(here, path, "write", id="lanes", tidy="no").status == 303
    text = here.text("docs/policies/lanes.md")
    assert "issuer: office" in text
    assert "示办〔2026〕3号" in text


def test_what_is_not_taken_stays_in_the_text(here: Office) -> None:
    answer = sent(here, opened(here), "write", tidy="no", id="other", field__delivered="")
    assert answer.status == 303
    text = here.text("docs/speeches/other.md")
    assert "2026年4月15日" in text.partition("\n---\n")[2]


def test_slips_are_put_right_only_when_somebody_says_so(here: Office) -> None:
    data = documents.raw(P("关于路灯的通知", align="center", size=22) + P("路灯,坏了３盏,要修"))
    path = opened(here, data)
    assert "收了什么" not in words(here.get(path).text)
    page = sent(here, path, "show", kind="news")
    assert "1 处" in words(page.text)
    undecided = sent(here, path, "write", kind="news", id="lamps")
    assert "请选要不要整理" in words(undecided.text)
    assert sent(here, path, "write", kind="news", id="lamps", tidy="no").status == 303
    assert "路灯,坏了３盏" in here.text("docs/news/lamps.md")
    again = sent(here, opened(here, data), "write", kind="news", id="lamps-2", tidy="yes")
    assert again.status == 303
    assert "路灯，坏了3盏，要修" in here.text("docs/news/lamps-2.md")


def test_another_kind_has_other_fields(here: Office) -> None:
    path = opened(here)
    page = sent(here, path, "show", kind="news")
    names = dict(page.form())
    assert "field.occasion" not in names
    assert names["shown"] == "news"


def test_an_id_that_is_taken_or_none_is_told(here: Office) -> None:
    path = opened(here)
    for id, told in (("2026-04-09-meeting", "已经存在"), ("../x", "编号"), ("A b", "编号")):
        page = sent(here, path, "write", id=id, tidy="no")
        assert page.status == 200
        assert told in words(page.text), id
    assert git(here.root, "status", "--porcelain") == ""


def test_pasted_text_is_taken_too(here: Office) -> None:
    text = "关于路灯的通知\n各社区：\n请于六月底以前修好路灯。\n"
    path = opened(here, text.encode("gb18030"), "通知.txt")
    page = sent(here, path, "show", kind="news")
    assert "请于六月底以前修好路灯。" in page.text


def test_nothing_is_left_of_a_file_that_nobody_wants(
    here: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(here.desk, "parcels", Parcels())
    path = opened(here)
    assert [folder.name[:5] for folder in tmp_path.iterdir()] == ["desk-"]
    assert sent(here, path, "drop").headers["location"] == f"{PREFIX}import"
    assert list(tmp_path.iterdir()) == []
    here.hand_over("a.docx", b"MZ")
    assert list(tmp_path.iterdir()) == []
    for _ in range(KEPT + 2):
        opened(here)
    assert len(list(tmp_path.iterdir())) == KEPT


# Numbers of people

PRIVATE = documents.raw(
    P("关于路灯的通知", align="center", size=22)
    + P("路灯坏了，联系电话13812345678。")
    + P("或者13912345678。")
)


def test_a_number_of_a_person_is_told_before_anything_is_written(here: Office) -> None:
    path = opened(here, PRIVATE)
    here.post(path, here.form(path, {"kind": "news"}), "show")
    page = sent(here, path, "write", kind="news", tidy="no", id="lamps")
    assert page.status == 200
    assert "还没有写成草稿" in words(page.text)
    assert "手机号 138****5678" in words(page.text)
    assert "联系电话138****5678。" in words(page.text)
    assert git(here.root, "status", "--porcelain") == ""
    assert "13812345678" not in git(here.root, "log", "-p")


def test_each_number_is_hidden_or_public_for_a_reason(here: Office) -> None:
    path = opened(here, PRIVATE)
    page = here.post(path, here.form(path, {"kind": "news"}), "show")
    first, second = (n.removeprefix("reason.") for n, _ in page.form() if n.startswith("reason."))
    said = {"kind": "news", "tidy": "no", "id": "lamps", f"number__{first}": "hide"}
    said[f"number__{second}"] = "allow"
    refused = sent(here, path, "write", **said)
    assert "请写明 139****5678 为什么可以公开" in words(refused.text)
    assert sent(here, path, "write", **said, **{f"reason__{second}": "值班手机"}).status == 303
    text = here.text("docs/news/lamps.md")
    assert r"联系电话138\*\*\*\*5678。" in text
    assert "或者13912345678。 <!-- 可公开：值班手机 -->" in text
    assert "13812345678" not in git(here.root, "log", "-p")


def test_no_title_brings_a_number_into_the_history(here: Office) -> None:
    data = documents.raw(P("值班电话13812345678", align="center", size=22) + P("路灯坏了。"))
    path = opened(here, data)
    page = here.post(path, here.form(path, {"kind": "news"}), "show")
    [key] = [n.removeprefix("reason.") for n, _ in page.form() if n.startswith("reason.")]
    said = {"kind": "news", "tidy": "no", f"number__{key}": "hide"}
    named = sent(here, path, "write", id="tel-13812345678", **said)
    assert "编号里有个人号码" in words(named.text)
    assert sent(here, path, "write", id="lamps", **said).status == 303
    assert "值班电话138****5678" in git(here.root, "log", "-1", "--format=%s")
    assert "13812345678" not in git(here.root, "log", "-p")


HOSTILE = {
    "a program": ("a.docm", SPEECH, "另存为 .docx"),
    "an old format": ("讲话.doc", b"\xd0\xcf\x11\xe0" * 99, "另存为 .docx"),
    "a password": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, "去掉密码"),
    "another file": ("a.docx", b"MZ" * 400, "不是 .docx 文件"),
    "no document": ("a.docx", archive({"x.xml": b"<a/>"}), "不是 Word 文档"),
    "no text": ("a.txt", b"\0\1\2" * 99, "不是文字"),
    "another ending": ("a.exe", b"MZ", "不能导入"),
    "no ending": ("..", b"x", "请选一个"),
    "nothing": ("", b"", "请选一个"),
    "nothing in it": ("a.txt", b"   ", "没有文字"),
    "a secret": ("a.txt", "机密\n关于某事的通知\n正文。".encode(), "标有密级"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_may_not_be_opened_is_refused_in_words(here: Office, name: str) -> None:
    file, data, told = HOSTILE[name]
    answer = here.hand_over(file, data)
    page = here.ask(answer.headers["location"]) if answer.status == 303 else answer
    assert told in words(page.text)
    assert git(here.root, "status", "--porcelain") == ""


def test_what_is_too_large_is_not_even_kept(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "LARGEST_FILE", len(SPEECH) - 1)
    assert "太大" in words(here.hand_over("a.docx", SPEECH).text)


@pytest.mark.parametrize("name", ["../../evil.docx", "..\\..\\evil.docx", "a/b/c.docx", "con.docx"])
def test_a_name_leads_nowhere(
    here: Office, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "far" / "inside"
    inner.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(inner))
    opened(here, SPEECH, name.replace("\\", "\\\\"))
    [kept] = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept.parent.parent == inner
    assert git(here.root, "status", "--porcelain") == ""


def test_a_foreign_page_brings_nothing(here: Office) -> None:
    assert here.hand_over("a.docx", SPEECH, "别的").status == 403
    path = opened(here)
    pairs = [*here.form(path), ("do", "write"), ("tidy", "no")]
    assert here.ask(f"{PREFIX}{path}", pairs, {"origin": "https://example.org"}).status == 403
    assert git(here.root, "status", "--porcelain") == ""
