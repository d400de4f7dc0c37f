"""Texts that were pasted are put right: characters and marks, and no word."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given

from campaign.checks.tidying import tidied
from campaign.reading import yamltext
from campaign.verbs import tidy
from projects import project
from test_yamltext import thorough, yaml_like

HEAD = "---\ntitle: 讲话\npublished: 2026-04-01 09:00\n---\n"
NAME = "docs/speeches/2026-04-01-talk.md"


def body(text: str) -> str:
    """The body of an article, put right."""
    return tidied(NAME, HEAD + text).removeprefix(HEAD)


@pytest.mark.parametrize(
    ("pasted", "right"),
    [
        ("各镇,各街道:要抓紧!", "各镇，各街道：要抓紧！"),
        ("同志们:", "同志们："),
        ("附件:1.登记表", "附件：1.登记表"),
        ("东镇(含新区)先办(见下).", "东镇（含新区）先办（见下）。"),
        ("东镇  西镇", "东镇 西镇"),
        ("　　同志们：", "同志们："),
        ("零\u200b宽\u00ad", "零宽"),
        ("今天\u00a0 ，下雨", "今天，下雨"),
        ("⽂明、⻔前", "文明、门前"),
        ("二○二六年", "二〇二六年"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("共１２户，Ａ座", "共12户，A座"),
        ('开展"三优"活动', "开展“三优”活动"),
        ("##小标题", "## 小标题"),
        ("一行\n\n一、先看路\n\n看路要细。", "一行\n\n## 一、先看路\n\n看路要细。"),
        ("一行\n\n（一）看灯\n\n看灯要亮。", "一行\n\n### （一）看灯\n\n看灯要亮。"),
        ("# 讲话\n\n话。", "\n\n话。"),
        ("# 别的\n\n话。", "## 别的\n\n话。"),
        ("话。   ", "话。  "),
    ],
)
def test_what_a_program_can_put_right_it_does(pasted: str, right: str) -> None:
    assert body(pasted) == right


@pytest.mark.parametrize(
    "text",
    [
        "见[附件](../assets/甲,乙.pdf)和 https://example.org/甲,乙 。"[:24],
        "`甲,乙`",
        "```\n甲,乙  \n　　丙\n```",
        "[[photo id=fair/dance]]",
        '<a href="x">甲</a>',
        "上午 9:00—11:30，比分3:2，共 3.5 公里，GB/T 15834",
        "#话题# 与 *强调*",
        "[](community:alpha)的路",
        "| 甲  | 乙  |",
        "| “甲” | （乙） |",
        "1. （必）居民议事",
        "- “三优”",
        "> （注）",
        "### （一）看路",
        "f(x) 与 [甲](../乙(1).docx)",
    ],
)
def test_what_is_right_or_no_words_stays(text: str) -> None:
    assert body(text) == text


def test_a_record_is_read_as_it_was_meant() -> None:
    pasted = "name：甲社区\ntype:　old\npopulation:2310\nintro: 路,灯:都好\ntags: [a, b]\n"
    right = "name: 甲社区\ntype: old\npopulation: 2310\nintro: 路，灯：都好\ntags: [a, b]\n"
    assert tidied("showcases/communities/a.yml", pasted) == right


def test_a_record_that_nobody_understands_is_left_alone() -> None:
    text = "name: 甲\nitems: [\nnext：乙\n"
    assert tidied("showcases/communities/a.yml", text) == text


@thorough
@given(yaml_like)
def test_nothing_reads_worse_than_before(text: str) -> None:
    after = tidied("showcases/communities/a.yml", text)
    assert len(yamltext.read("x", after).problems) <= len(yamltext.read("x", text).problems)


@thorough
@given(yaml_like)
def test_what_was_put_right_stays(text: str) -> None:
    assert body(body(text)) == body(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path, {NAME: f"{HEAD}各镇,各街道\n"})


def test_a_file_is_written_when_its_editor_agrees(root: Path) -> None:
    path = root / NAME
    path.chmod(0o640)
    assert tidy.run(root, [path], agreed=True) == 0
    assert path.read_text(encoding="utf-8").endswith("各镇，各街道\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [other.name for other in path.parent.iterdir()] == [path.name]


def test_a_file_is_left_alone_when_nobody_agrees(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / NAME).read_bytes()
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)
    assert tidy.run(root, [root / NAME], agreed=False) == 0
    assert (root / NAME).read_bytes() == before
    assert "+各镇，各街道" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["README.md", "docs/none.md", "docs/plan.pdf", "../outside.md"])
def test_nothing_but_texts_of_the_content_is_touched(root: Path, name: str) -> None:
    path = root / name
    if name != "docs/none.md":
        path.write_bytes("各镇,各街道\n".encode())
    assert tidy.run(root, [path], agreed=True) == 1
    assert not path.exists() or path.read_bytes() == "各镇,各街道\n".encode()


def test_a_link_is_not_followed(root: Path) -> None:
    (root / "docs/link.md").symlink_to(root / NAME)
    assert tidy.run(root, [root / "docs/link.md"], agreed=True) == 1


def test_a_file_that_changes_meanwhile_is_left_to_who_changed_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(*_: object, **__: object) -> bool:
        (root / NAME).write_text("别人写的", encoding="utf-8")
        return True

    monkeypatch.setattr("typer.confirm", changing)
    assert tidy.run(root, [root / NAME], agreed=False) == 1
    assert (root / NAME).read_text(encoding="utf-8") == "别人写的"


def test_line_breaks_stay_as_they_were(root: Path) -> None:
    path = root / NAME
    path.write_bytes(f"\ufeff{HEAD}各镇,各街道\n".replace("\n", "\r\n").encode())
    assert tidy.run(root, [path], agreed=True) == 0
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n") == 5
