"""Numbers of people in what is taken in: each is settled before anything is written."""

from __future__ import annotations

import pytest

from campaign.importing import private
from campaign.reading import personal

MOBILE, OTHER = "13812345678", "139 1234 5678"
REASON = "社区网格员工作手机，本人同意"


def article(body: str, title: str = "某事") -> str:
    return f"---\ntitle: {title}\n---\n\n{body}\n"


def told(text: str) -> list[str]:
    """What the rules say of a text."""
    return [item.code for item in personal.in_text("docs/news/a.md", text)]


def test_a_number_is_named_once_and_never_told() -> None:
    text = article(f"电话{MOBILE}，或 138 1234 5678。")
    [number] = private.found(text)
    assert number.words == "手机号 138****5678，在“电话138****5678，或 138 **** 5678。”"
    assert MOBILE not in number.key


def test_a_number_is_hidden_wherever_it_stands_and_nothing_else_changes() -> None:
    text = article(f"电话{MOBILE}，或{OTHER}。\n\n2026 年 4 月", f"联系{MOBILE}")
    new = private.settled(text, {}, is_article=True)
    assert new == article(
        r"电话138\*\*\*\*5678，或139 \*\*\*\* 5678。" + "\n\n2026 年 4 月", "联系138****5678"
    )
    assert told(new) == []


@pytest.mark.parametrize("written", ["138**1234**5678", "138\\-1234\\-5678", "1381234\n5678"])
def test_no_markup_and_no_line_break_saves_a_number(written: str) -> None:
    new = private.settled(article(f"电话{written}。"), {}, is_article=True)
    assert told(new) == []
    assert "1234" not in new


def test_a_number_that_cannot_be_found_in_the_text_is_refused() -> None:
    with pytest.raises(private.Unsettled, match=r"手机号 138\*\*\*\*5678"):
        private.settled(article("电话&#49;3812345678。"), {}, is_article=True)


def test_a_reason_is_written_as_the_rule_asks_for_it() -> None:
    text = article(f"电话{MOBILE}，或{OTHER}。", f"联系{MOBILE}")
    key = private.found(text)[0].key
    new = private.settled(text, {key: REASON}, is_article=True)
    assert f"title: 联系{MOBILE}  # 可公开：{REASON}\n" in new
    assert rf"电话{MOBILE}，或139 \*\*\*\* 5678。 <!-- 可公开：{REASON} -->" in new
    assert told(new) == ["V48c", "V48c"]


def test_reasons_of_a_text_of_several_lines_stand_where_it_begins() -> None:
    text = f"challenge: |-\n  电话{MOBILE}。\n  电话{OTHER}。\nname: 某事\n"
    keys = [item.key for item in private.found(text)]
    new = private.settled(text, dict(zip(keys, (REASON, "书记同意"), strict=True)), False)
    assert new.startswith(f"challenge: |-  # 可公开：{REASON}；书记同意\n")
    assert told(new) == ["V48c", "V48c"]


def test_a_value_does_not_begin_with_an_asterisk_that_yaml_takes_for_a_name() -> None:
    new = private.settled("results:\n  - 3栋2单元501室的居民\n", {}, is_article=False)
    assert new == 'results:\n  - "*栋*单元***室的居民"\n'


def test_a_reason_cannot_end_the_comment_in_which_it_stands() -> None:
    text = article(f"电话{MOBILE}。")
    key = private.found(text)[0].key
    new = private.settled(text, {key: f"同意 --> {OTHER} <b>"}, is_article=True)
    assert new.count("-->") == 1
    assert OTHER not in new
