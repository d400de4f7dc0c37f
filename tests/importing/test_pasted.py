"""What was copied into a plain text becomes the same blocks as a document's."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from campaign.attachments.untrusted import Refused
from campaign.importing.word import pasted
from campaign.importing.word.markdown import Writer
from campaign.verbs import importing
from projects import project

SPEECH = (
    "在全市动员大会上的讲话\n（2026年4月8日）\n\n同志们：\n一、\t看清差距\n路面还有六处没有修好。\n"
    "（一）修路\n六月底以前修完。\n"
)


def text(data: bytes) -> str:
    document = pasted.read("a.txt", io.BytesIO(data))
    return Writer(document, lambda name: "").text(document.blocks)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_texts_of_any_program_are_read(encoding: str, end: str) -> None:
    assert text(f"甲。{end}乙。{end}".encode(encoding)) == "甲。\n\n乙。"


def test_headings_are_known_by_their_numbers() -> None:
    lines = text(SPEECH.encode()).split("\n\n")
    assert [line for line in lines if line.startswith("#")] == ["## 一、看清差距", "### （一）修路"]


def test_lines_of_tabs_are_a_table() -> None:
    assert text("见下表。\n镇街\t条数\n东镇\t4\n西镇\t2\n完。".encode()) == (
        "见下表。\n\n| 镇街 | 条数 |\n| --- | --- |\n| 东镇 | 4 |\n| 西镇 | 2 |\n\n完。"
    )


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"a\0b", "甲".encode() * 400_000], ids=len)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        text(data)


def test_a_pasted_speech_is_a_draft(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, encoding="utf-8")
    assert importing.run(root, path, "speech", agreed=True) == 0
    (draft,) = root.glob("docs/speeches/*.md")
    written = draft.read_text(encoding="utf-8")
    assert "\ndelivered: 2026-04-08\n" in written
    assert 'title: "（待填写' in written  # a first line is no title for sure

    assert "\n## 在全市动员大会上的讲话\n" not in written
    assert "\n在全市动员大会上的讲话\n" in written
