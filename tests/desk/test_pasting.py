"""What is pasted at the desk: Markdown that goes on from what is there, and what became of it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from campaign.attachments import untrusted
from campaign.desk.speaking import in_chinese
from campaign.importing.word import remarks
from campaign.photos.intake import REASONS
from desks import Office
from sites import ROOT

COPIED = ROOT / "tests/importing/clipboard"


def pasted(desk: Office, html: str, **place: int) -> Any:
    pairs = [("token", desk.desk.token), ("html", html)]
    pairs += [(name, str(value)) for name, value in {"top": 2, **place}.items()]
    answer = desk.post("paste", pairs)
    assert answer.status == 200
    return answer.json()


def test_a_copied_document_goes_on_from_the_text(here: Office) -> None:
    html = (COPIED / "word.html").read_text(encoding="utf-8")
    found = pasted(here, html, above=2, notes=2)
    assert found["text"].startswith("## 一、看清差距\n\n")
    assert "[^3]: 市创建办2026年4月通知。" in found["text"]
    assert "图片 1 张：没有收，请先加进相册，再用“照片”放到这里。" in found["remarks"]


@pytest.mark.parametrize("html", ["<p>值班</p><p>电话13812345678</p>", "电话<i>138</i>12345678"])
def test_a_number_of_a_person_is_told_at_once(here: Office, html: str) -> None:
    [told] = pasted(here, html)["remarks"]
    assert told.startswith(
        "粘贴的文字里有个人号码，请先删去或遮住中间几位，再保存：手机号 138****5678"
    )


def test_slips_are_put_right_apart_and_told(here: Office) -> None:
    found = pasted(here, "<p>路灯,坏了３盏.</p><p>要<b>马上</b>修</p>")
    assert found["text"] == "路灯,坏了３盏.\n\n要**马上**修"
    assert found["tidied"] == "路灯，坏了3盏。\n\n要**马上**修"
    assert any("，" in words and "1 处" in words for words in found["mends"])


@pytest.mark.parametrize(
    ("html", "mended"),
    [
        ("<b>高度重视</b>,落实责任", "**高度重视**，落实责任"),
        ("要落实责任,<b>高度重视</b>", "要落实责任，**高度重视**"),
        ("<b>高度重视</b>,<b>落实责任</b>;再查", "**高度重视**，**落实责任**；再查"),
        ("要<b>高度重视</b>.", "要**高度重视**。"),
        ("<b>abc</b>,def，<b>3</b>:1", "**abc**,def，**3**:1"),
    ],
)
def test_a_mark_beside_bold_words_is_put_right(here: Office, html: str, mended: str) -> None:
    assert pasted(here, f"<p>{html}</p>")["tidied"] == mended


@pytest.mark.parametrize("html", ["<span>一句话</span>", "<p>一段话</p>", "<meta charset=utf-8>"])
def test_plain_words_stay_as_they_are(here: Office, html: str) -> None:
    assert pasted(here, html)["text"] == ""


def test_too_much_at_once_is_refused_in_words(here: Office) -> None:
    found = pasted(here, "<div>" * 1000)
    assert found["text"] == ""
    assert found["remarks"] == ["复制的内容太多，或者套得太深：请分几次粘贴。"]


def test_another_page_can_paste_nothing(here: Office) -> None:
    pairs = [("token", "别的"), ("html", "<b>甲</b>")]
    assert here.post("paste", pairs).status == 403
    own = [("token", here.desk.token), ("html", "<b>甲</b>")]
    assert here.post("paste", own, origin="https://example.org").status == 403


@pytest.mark.parametrize(
    "words",
    [*remarks.WORDS.values(), remarks.COMMENT, remarks.TEXT_BOX, *map("".join, REASONS.values())],
)
def test_the_desk_speaks_chinese(words: str) -> None:
    said = in_chinese(words)
    assert words.startswith(said)
    assert said[-1] in "。）}"
    assert len(said) >= 8
    assert not re.search(r"[A-Z][a-z]+( [a-z]+){2}", said)


def test_what_a_file_says_itself_stays() -> None:
    said = "批注没有收：See page A."
    assert in_chinese(f"{said}（A comment was left out.）") == said
    assert in_chinese(str(untrusted.Refused("Only English."))) == "Only English."
