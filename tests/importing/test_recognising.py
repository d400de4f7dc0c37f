"""What the layout of a document says: found where it is written, and sure only there."""

from __future__ import annotations

import io
from datetime import date

import pytest

import documents
from campaign.importing.word import dates, naming, reading
from campaign.importing.word.recognising import (
    UNKNOWN_ISSUER,
    Found,
    Recognised,
    fitting,
    recognised,
)

P = documents.paragraph
TITLE = P("关于整修背街小巷的通知", align="center", font="方正小标宋简体", size=22)
TEXT = P("请于六月底以前修完背街小巷，逐条验收，逐条销号，不留尾巴，不搞突击。") * 3
ORGS = {"示例办公室": "office", "示例办": "office"}


def said(inner: str) -> Recognised:
    return recognised(reading.read("a.docx", io.BytesIO(documents.raw(inner))).blocks, ORGS)


def values(inner: str) -> dict[str, tuple[str, bool]]:
    return {item.field: (item.value, item.sure) for item in said(inner).found}


# Titles


@pytest.mark.parametrize(
    ("inner", "title"),
    [
        (TITLE + TEXT, ("关于整修背街小巷的通知", True)),
        (
            P("在全市背街小巷整修", align="center", size=22)
            + P("现场会上的讲话", align="center", size=22)
            + TEXT,
            ("在全市背街小巷整修现场会上的讲话", True),
        ),
        (P("通　　知", align="center", size=22) + TEXT, ("通知", True)),
        (P("通知", bold=True, align="center") + TEXT, ("通知", True)),
        (P("关于停水的通知") + TEXT, ("关于停水的通知", False)),
    ],
)
def test_titles(inner: str, title: tuple[str, bool]) -> None:
    assert values(inner)["title"] == title


@pytest.mark.parametrize("inner", [TEXT, P("同志们：") + TEXT, P("一、看路") + TEXT])
def test_a_text_without_a_title_has_none(inner: str) -> None:
    assert "title" not in values(inner)


@pytest.mark.parametrize(
    ("title", "occasion"),
    [
        ("在全市动员大会上的讲话", "全市动员大会"),
        ("把扫帚声留在平日里——在全市现场推进会上的讲话", "全市现场推进会"),
        ("在社区邻里节上的致辞", "社区邻里节"),
    ],
)
def test_occasions(title: str, occasion: str) -> None:
    found = said(P(title, align="center", size=22) + TEXT)
    assert found.kind == "speech"
    assert {item.field: item.value for item in found.found}["occasion"] == occasion


# Who spoke, and when


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("市创建指挥部总指挥", ("市创建指挥部总指挥", True)),
        ("（市文明办主任）", ("市文明办主任", True)),
        ("市创建指挥部总指挥　王某", ("市创建指挥部总指挥", False)),
    ],
)
def test_roles(line: str, role: tuple[str, bool]) -> None:
    assert values(TITLE + P(line, align="center") + TEXT)["speaker_role"] == role


def test_a_line_below_the_title_that_is_no_office_is_none() -> None:
    assert "speaker_role" not in values(TITLE + P("王某", align="center") + TEXT)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2026年4月8日", date(2026, 4, 8)),
        ("（2026年4月8日）", date(2026, 4, 8)),
        ("(2026 年 4 月 8 日)", date(2026, 4, 8)),
        ("２０２６年４月８日", date(2026, 4, 8)),
        ("二〇二六年四月八日", date(2026, 4, 8)),
        ("二○二六年十二月三十一日", date(2026, 12, 31)),
        ("二零二六年十月二十日", date(2026, 10, 20)),
        ("2026年2月30日", None),
        ("2026年4月8日上午", None),
        ("4月8日", None),
    ],
)
def test_days(line: str, day: date | None) -> None:
    assert dates.alone(line) == day


def test_a_day_among_other_words_is_not_sure_and_its_line_stays() -> None:
    found = said(TITLE + P("（2026年4月8日，市工人文化宫）", align="center") + TEXT).found
    (day,) = [item for item in found if item.field == "delivered"]
    assert (day.value, day.sure, day.lines) == ("2026-04-08", False, frozenset())


@pytest.mark.parametrize("line", ["（根据录音整理）", "（根据会议录音整理，未经本人审阅）"])
def test_a_speech_that_was_written_down_says_so(line: str) -> None:
    assert values(TITLE + P(line, align="center") + TEXT)["doc_status"] == ("根据录音整理", True)


# Numbers and issuers


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("示办〔2026〕3号", ("示办〔2026〕3号", True)),
        ("示办[2026]3号", ("示办〔2026〕3号", False)),
        ("示办（2026）03号", ("示办〔2026〕3号", False)),
        ("示办 〔2026〕 第3号", ("示办〔2026〕3号", False)),
        ("示办〔2026〕3号　　　签发人：王某", ("示办〔2026〕3号", False)),
    ],
)
def test_numbers_of_documents(line: str, number: tuple[str, bool]) -> None:
    found = said(P(line, align="center") + TITLE + TEXT)
    assert found.kind == "policy"
    assert {i.field: (i.value, i.sure) for i in found.found}["doc_no"] == number


def test_a_number_in_the_text_is_not_the_document_s() -> None:
    assert "doc_no" not in values(TITLE + P("根据示办〔2025〕1号文件，请抓紧办理。") + TEXT)


@pytest.mark.parametrize(
    ("head", "foot", "issuer"),
    [
        ("示例办公室文件", "示例办公室", ("issuer", "office", True)),
        ("", "示例办公室", ("issuer", "office", True)),
        ("示例办文件", "", ("issuer", "office", True)),
        ("示例办文件", "别处", ("issuer", "office", False)),
        ("别处办公室文件", "", (UNKNOWN_ISSUER, "别处办公室", False)),
    ],
)
def test_issuers(head: str, foot: str, issuer: tuple[str, str, bool]) -> None:
    above = P(head, align="center", size=36) if head else ""
    below = (P(foot, align="right") if foot else "") + P("2026年4月8日", align="right")
    found = said(above + TITLE + TEXT + below).found
    assert issuer in [(item.field, item.value, item.sure) for item in found]
    assert ("made", "2026-04-08", True) in [(i.field, i.value, i.sure) for i in found]


def test_for_whom_it_was_printed_is_no_text() -> None:
    closing = P("（此件公开发布）") + P("抄送：市委办公室。") + P("示例办公室　　2026年4月9日印发")
    found = said(TITLE + TEXT + P("2026年4月8日", align="right") + closing)
    assert found.closing == {6, 7}
    values = {item.field: item.value for item in found.found}
    assert (values["made"], values["issued"]) == ("2026-04-08", "2026-04-09")
    assert "issuer" not in values


@pytest.mark.parametrize("mark", ["秘密", "机密★3年", "绝 密".replace(" ", "")])
def test_secrets_are_seen(mark: str) -> None:
    assert said(P(mark) + TITLE + TEXT).is_secret
    assert not said(TITLE + P("严守秘密。") + TEXT).is_secret


# What fits a kind


def test_a_day_elsewhere_may_be_meant_and_is_not_sure() -> None:
    made = Found("made", "2026-04-08", True, "落款", frozenset({3}))
    assert fitting("speech", [made]) == [made._replace(field="delivered", sure=False)]
    own = Found("delivered", "2026-04-07", True, "标题下方", frozenset({1}))
    assert fitting("speech", [made, own]) == [own]
    assert fitting("news", [made]) == [made]


@pytest.mark.parametrize(
    ("kind", "known", "id"),
    [
        (
            "speech",
            {"delivered": "2026-04-08", "occasion": "全市动员大会"},
            "2026-04-08-dongyuandahui",
        ),
        (
            "policy",
            {"made": "2026-04-08", "title": "关于印发办法的通知"},
            "2026-04-08-banfadetongzhi",
        ),
        ("experience", {"title": "一条巷子单行走"}, "yitiaoxiangzidanxingzou"),
        ("news", {}, "gaojian"),
        ("news", {"title": "《2026》"}, "gaojian"),
    ],
)
def test_ids(kind: str, known: dict[str, str], id: str) -> None:
    found = {key: Found(key, text, True, "", frozenset()) for key, text in known.items()}
    assert naming.proposed(kind, found, "稿件") == id
