"""`import` as a clerk runs it: what is asked, what is written, and what stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import documents
from campaign.checks import check
from campaign.images.metadata import carried
from campaign.problems import Problem, Severity
from campaign.reading import records
from campaign.site import Site
from campaign.verbs import importing
from projects import REVIEW, project
from sites import tree_of

LICENCES = {
    "showcases/vocab/licences.yml": "title: 授权\nitems:\n  - {id: own, label: 自有}\n",
}
P = documents.paragraph
POLICY = (
    P("示例办公室文件", align="center", font="方正小标宋简体", size=36)
    + P("示办〔2026〕3号", align="center")
    + P("关于整修背街小巷的通知", align="center", font="方正小标宋简体", size=22)
    + P("各镇街：")
    + P("请于六月底以前修完。")
    + P("示例办公室", align="right")
    + P("2026年4月8日", align="right")
    + P("抄送：市委办公室。")
    + P("示例办公室　　　　2026年4月9日印发")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {**LICENCES})


@pytest.fixture
def sent(tmp_path: Path) -> Callable[[bytes], Path]:
    """A document as it came by mail, outside the project."""

    def put(data: bytes, name: str = "讲话稿.docx") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


Sent = Callable[..., Path]


def at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, answers: Iterable[str], agrees: bool
) -> list[str]:
    """Answer as a person; an empty answer takes what is proposed. What was asked is returned."""
    asked: list[str] = []
    given = iter(answers)

    def prompt(words: str, default: str = "", **_: object) -> str:
        asked.append(f"{words} [{default}]")
        return next(given, "") or default

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: agrees)
    return asked


def load(root: Path) -> tuple[Site, list[Problem]]:
    site, problems = records.load(root)
    assert site is not None
    return site, [*problems, *check(site)]


def problems_of(root: Path) -> list[Problem]:
    return load(root)[1]


def written(root: Path) -> dict[str, bytes]:
    """What is in a project, but for its caches."""
    return {name: data for name, data in tree_of(root).items() if not name.startswith(".cache")}


def text_of(root: Path, pattern: str = "docs/speeches/*.md") -> str:
    (path,) = root.glob(pattern)
    return path.read_text(encoding="utf-8")


# A speech, from Word to the site


def test_a_real_speech_goes_in_and_may_be_published(root: Path, sent: Sent) -> None:
    assert importing.run(root, sent(documents.meeting()), "speech", agreed=True) == 0
    (path,) = root.glob("docs/speeches/*.md")
    assert path.name == "2026-04-16-wenmingshequchuangjiangong.md"
    text = path.read_text(encoding="utf-8")
    for waiting, value in (
        ('published: "（待填写：发布时间，如 2026-04-15 09:00）"', "published: 2026-04-17 09:00"),
        ('source: "（待填写：来源）"', "source: 示例办"),
        ("status: draft", f"status: published\n{REVIEW}"),
    ):
        assert waiting in text
        text = text.replace(waiting, value)
    path.write_text(text, encoding="utf-8")
    site, problems = load(root)
    assert site.is_out(site.kind("speech")[path.stem])
    found = [p for p in problems if p.path == path.relative_to(root).as_posix()]
    assert [f"{p.code} {p.message()}" for p in found if p.severity() is not Severity.NOTE] == []
    assert "\nspeaker_role: 市创建指挥部副总指挥\n" in text
    assert "\noccasion: 全市文明社区创建工作会议\n" in text
    assert text.count("\n## ") == 3
    assert text.count("\n### ") == 6
    assert text.count("\n#### ") == 2
    assert "| 小街小巷整修 | 各镇街 | 6月30日 |" in text


def test_slips_stay_when_nobody_agrees(
    root: Path, sent: Sent, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_a_terminal(monkeypatch, [], agrees=False)
    assert importing.run(root, sent(documents.meeting()), "speech") == 0
    assert "全市３５个居委,七项重点工作,件件都有清单" in text_of(root)
    assert "“,” → “，”" in capsys.readouterr().err


def test_what_was_found_is_confirmed_by_a_person(
    root: Path, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_fields = ["", "", "-", "2026-04-16"]
    after = ["2026-04-16-meeting", "2026-04-17 09:00", "", "总指挥"]
    asked = at_a_terminal(monkeypatch, at_the_fields + after, agrees=True)
    assert importing.run(root, sent(documents.speech("fonts"))) == 0
    fields = ("这是", "标题", "会议", "讲话日期", "编号", "发布时间", "来源", "讲话人职务")
    for words, field in zip(asked, fields, strict=True):
        assert words.startswith(field)
    assert f"[{documents.TITLE}]" in asked[1]
    assert "标题下方" in asked[3]
    assert "[2026-04-15]" in asked[3]
    text = (root / "docs/speeches/2026-04-16-meeting.md").read_text(encoding="utf-8")
    for line in (
        f"title: {documents.TITLE}",
        'published: "2026-04-17 09:00"',
        'source: "（待填写：来源）"',
        "speaker_role: 总指挥",
        'occasion: "（待填写：会议）"',
        "delivered: 2026-04-16",
    ):
        assert f"\n{line}\n" in text


def test_an_id_that_is_taken_is_asked_for_again(
    root: Path, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sent(documents.speech("fonts"))
    assert importing.run(root, path, "speech", "2026-04-15-meeting", agreed=True) == 0
    before = (root / "docs/speeches/2026-04-15-meeting.md").read_bytes()
    answers = ["", "", "", "2026-04-15-meeting", "index", "2026-04-15-other"]
    at_a_terminal(monkeypatch, answers, agrees=False)
    assert importing.run(root, path, "speech") == 0
    assert (root / "docs/speeches/2026-04-15-meeting.md").read_bytes() == before
    assert (root / "docs/speeches/2026-04-15-other.md").is_file()


def test_the_note_of_a_title_is_told(
    root: Path, sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    call = '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>有删节</w:t></w:r></w:p></w:footnote>'
    inner = P("会议通知", align="center", size=22).replace("</w:p>", call) + P("请准时到会。")
    assert importing.run(root, sent(documents.raw(inner, footnotes=note)), "news", agreed=True) == 0
    assert "那一行的脚注没有收：有删节" in capsys.readouterr().err


# What nobody is asked


def test_without_a_person_only_what_is_sure_is_taken(root: Path, sent: Sent) -> None:
    inner = (
        P("在全市大会上的讲话", align="center", size=22)
        + P("市创建指挥部总指挥　王某", align="center")
        + P("同志们：")
        + P("要抓紧。")
    )
    assert importing.run(root, sent(documents.raw(inner)), "speech", agreed=True) == 0
    text = text_of(root)
    assert 'speaker_role: "（待填写：讲话人职务）"' in text
    assert "\n市创建指挥部总指挥 王某\n" in text
    assert "occasion: 全市大会\n" in text


def test_a_document_of_unknown_sort_is_asked_for(
    root: Path, sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(root)
    assert importing.run(root, sent(documents.speech("fonts")), agreed=True) == 1
    assert "看起来是讲话" in capsys.readouterr().err
    assert written(root) == before


def test_a_policy_is_known_by_its_number_and_its_issuer(root: Path, sent: Sent) -> None:
    assert importing.run(root, sent(documents.raw(POLICY)), "policy", agreed=True) == 0
    text = text_of(root, "docs/policies/*.md")
    for line in (
        "title: 关于整修背街小巷的通知",
        'doc_no: "示办〔2026〕3号"',
        "issuer: office",
        "made: 2026-04-08",
        "issued: 2026-04-09",
    ):
        assert f"\n{line}\n" in text
    assert text.split("---\n\n")[1] == "各镇街：\n\n请于六月底以前修完。\n"


def test_an_issuer_that_nobody_knows_is_left_to_a_person(
    root: Path, sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = POLICY.replace("示例办公室", "别处办公室")
    assert importing.run(root, sent(documents.raw(inner)), "policy", agreed=True) == 0
    assert "发文机关写的是“别处办公室”" in capsys.readouterr().err
    text = text_of(root, "docs/policies/*.md")
    assert 'issuer: "（待填写' in text
    assert "\n别处办公室\n" in text


def test_a_document_with_a_secret_is_refused(root: Path, sent: Sent) -> None:
    before = written(root)
    inner = P("秘密★1年") + POLICY
    assert importing.run(root, sent(documents.raw(inner)), "policy", agreed=True) == 1
    assert written(root) == before


# What is written


@pytest.mark.parametrize("kind", ["speech", "policy", "news", "experience"])
def test_a_draft_has_no_errors_but_what_a_person_must_fill_in(
    root: Path, sent: Sent, kind: str
) -> None:
    before = {(p.code, p.path) for p in problems_of(root)}
    assert importing.run(root, sent(documents.speech("both")), kind, agreed=True) == 0
    found = [p for p in problems_of(root) if (p.code, p.path) not in before]
    assert {p.code for p in found if p.severity() is Severity.ERROR} == set()
    assert "V23d" in {p.code for p in found}


def test_pictures_are_clean_and_wait_for_words(root: Path, sent: Sent) -> None:
    assert importing.run(root, sent(documents.speech("fonts")), "speech", agreed=True) == 0
    (picture,) = root.glob("showcases/galleries/*/*.jpg")
    id = f"{picture.parent.name}/{picture.stem}"
    assert f"\n[[photo id={id}]]\n" in text_of(root)
    assert carried(documents.photo(), "JPEG")
    assert not carried(picture.read_bytes(), "JPEG")
    asked = {p.message() for p in problems_of(root) if p.path.endswith("gallery.yml")}
    assert "草稿里“替代文字”还没有填写" in asked


def test_a_picture_that_is_refused_leaves_no_gallery(
    root: Path, sent: Sent, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(documents, "photo", documents.small_photo)
    assert importing.run(root, sent(documents.speech("fonts")), "speech", agreed=True) == 0
    assert "第 1 张图片太小" in capsys.readouterr().err
    assert not list(root.glob("showcases/galleries/*"))
    assert "[[photo" not in text_of(root)


def test_an_experience_has_its_parts(root: Path, sent: Sent) -> None:
    inner = "".join(
        P(words, **({"font": "黑体"} if words.startswith(("一", "二", "三", "四")) else {}))
        for words in (
            *("开场的话。", "一、难题", "巷子太窄。", "二、主要做法", "（一）先数车", "数了一周。"),
            *(
                "（二）再定向",
                "商定单行。",
                "（三）常劝导",
                "早晚轮值。",
                "三、成效",
                "堵车少了七成。",
            ),
            *("四、经验启示", "先数再商量。", "先试再表决。"),
        )
    )
    path = sent(documents.raw(P("一条巷子单行走", align="center", size=22) + inner))
    assert importing.run(root, path, "experience", agreed=True) == 0
    text = text_of(root, "showcases/experiences/*.yml")
    for lines in (
        "challenge: |-\n  开场的话。\n\n  巷子太窄。\n",
        "practice:\n  - heading: 先数车\n    text: |-\n      数了一周。\n  - heading: 再定向\n",
        "  - heading: 常劝导\n    text: |-\n      早晚轮值。\n",
        'results:\n  - text: "堵车少了七成。"\n    source: "（待填写：来源',
        'transfer:\n  - "先数再商量。"\n  - "先试再表决。"\n',
    ):
        assert lines in text


PRIVATE = P("关于路灯的通知", align="center", size=22) + P("电话13812345678，或13912345678。")


def test_a_number_of_a_person_stops_what_nobody_is_asked(
    root: Path, sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(root)
    assert importing.run(root, sent(documents.raw(PRIVATE)), "news", "lamps", agreed=True) == 1
    assert "手机号 138****5678，在“电话138****5678" in capsys.readouterr().err
    assert written(root) == before


def test_a_person_hides_a_number_or_says_why_it_may_be_public(
    root: Path, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = ["", "", ""]
    asked = at_a_terminal(monkeypatch, [*fields, "", "值班", "值班手机，本人同意"], agrees=True)
    assert importing.run(root, sent(documents.raw(PRIVATE)), "news", "lamps") == 0
    assert len(asked) == len(fields) + 3, asked
    text = text_of(root, "docs/news/lamps.md")
    line = r"电话138\*\*\*\*5678，或13912345678。 <!-- 可公开：值班手机，本人同意 -->"
    assert f"\n{line}\n" in text


def test_nothing_that_is_there_is_written_over(root: Path, sent: Sent) -> None:
    path = sent(documents.speech("fonts"))
    assert importing.run(root, path, "speech", agreed=True) == 0
    before = written(root)
    assert importing.run(root, path, "speech", agreed=True) == 1
    assert written(root) == before


@pytest.mark.parametrize("id", ["../../README", "A", "index", "a/b"])
def test_an_id_that_is_none_is_refused(root: Path, sent: Sent, id: str) -> None:
    before = written(root)
    assert importing.run(root, sent(documents.speech("fonts")), "speech", id, agreed=True) == 1
    assert written(root) == before


@pytest.mark.parametrize("name", ["稿.doc", "稿.wps", "稿.rtf", "稿.docm", "稿.pdf", "没有.docx"])
def test_other_files_are_refused_in_words(
    root: Path, sent: Sent, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sent(b"\xd0\xcf\x11\xe0", name)
    if name == "没有.docx":
        path.unlink()
    assert importing.run(root, path, "speech", agreed=True) == 1
    said = capsys.readouterr().err
    assert ("另存为 .docx" in said) == (path.suffix in (".doc", ".wps", ".rtf", ".docm"))
    assert name in said


def test_a_document_without_text_is_refused(root: Path, sent: Sent) -> None:
    before = written(root)
    assert importing.run(root, sent(documents.raw("<w:p/>")), "news", agreed=True) == 1
    assert written(root) == before
