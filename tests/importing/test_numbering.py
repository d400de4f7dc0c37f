"""Automatic numbers are written as the document shows them."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from campaign.importing.word import numerals
from campaign.importing.word.numbering import Numbering


@pytest.mark.parametrize(
    ("form", "numbers", "written"),
    [
        ("decimal", (1, 10), "1 10"),
        ("decimalZero", (1, 10), "01 10"),
        (
            "chineseCountingThousand",
            (1, 10, 11, 20, 101, 110, 1005),
            "一 十 十一 二十 一百零一 一百一十 一千零五",
        ),
        ("chineseCounting", (1, 10, 12, 99, 101), "一 十 十二 九十九 一〇一"),
        ("japaneseCounting", (1, 11, 100, 101, 1200), "一 十一 百 百一 千二百"),
        ("ideographDigital", (1, 10, 26), "一 一〇 二六"),
        ("chineseLegalSimplified", (1, 10, 21), "壹 壹拾 贰拾壹"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiac", (1, 12), "子 亥"),
        ("ideographZodiacTraditional", (1, 13, 60), "甲子 丙子 癸亥"),
        ("decimalEnclosedCircleChinese", (1, 20, 21), "① ⑳ 21"),
        ("decimalEnclosedParen", (2,), "⑵"),
        ("decimalEnclosedFullstop", (2,), "⒉"),
        ("ideographEnclosedCircle", (2,), "㊁"),
        ("decimalFullWidth", (12,), "１２"),
        ("upperRoman", (4, 9, 14), "IV IX XIV"),
        ("lowerRoman", (3,), "iii"),
        ("upperLetter", (1, 26, 27), "A Z AA"),
        ("lowerLetter", (2,), "b"),
        ("bullet", (1,), ""),
        ("none", (1,), ""),
        ("unheardOf", (7,), "7"),
        ("chineseCountingThousand", (0, 10_000), "0 10000"),
    ],
)
def test_numbers_in_every_form(form: str, numbers: tuple[int, ...], written: str) -> None:
    assert " ".join(numerals.written(number, form) for number in numbers) == written


LEVEL = '<lvl ilvl="{0}"><start val="{1}"/><numFmt val="{2}"/>{4}<lvlText val="{3}"/></lvl>'


def lists(*levels: tuple[int, str, str, str], more: str = "", head: str = "") -> Numbering:
    """The list `1` with levels of a start, a form, a text and more."""
    inner = "".join(
        LEVEL.format(depth, start, form, text, extra)
        for depth, (start, form, text, extra) in enumerate(levels)
    )
    return Numbering(
        ElementTree.fromstring(
            f'<numbering><abstractNum abstractNumId="0">{head}{inner}</abstractNum>'
            f'<num numId="1"><abstractNumId val="0"/></num>{more}</numbering>'
        )
    )


def labels(numbering: Numbering, *wanted: tuple[str, int | None]) -> str:
    found = (numbering.label(list, level, "") for list, level in wanted)
    return " ".join(label.text if label else "-" for label in found)


CHINESE = ((1, "chineseCountingThousand", "%1、", ""), (1, "chineseCountingThousand", "（%2）", ""))


def test_deeper_numbers_begin_anew_below_each_higher_one() -> None:
    wanted = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]
    assert labels(lists(*CHINESE), *wanted) == "一、 （一） （二） 二、 （一）"


def test_numbers_that_never_begin_anew_go_on() -> None:
    articles = (1, "chineseCountingThousand", "第%2条", '<lvlRestart val="0"/>')
    numbering = lists((1, "chineseCountingThousand", "第%1章", ""), articles)
    wanted = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]
    assert labels(numbering, *wanted) == "第一章 第一条 第二条 第二章 第三条"


def test_numbers_of_several_levels() -> None:
    numbering = lists((1, "decimal", "%1", ""), (1, "decimal", "%1.%2", ""))
    assert labels(numbering, ("1", 0), ("1", 1), ("1", 1)) == "1 1.1 1.2"


def test_digits_where_a_level_asks_for_them() -> None:
    legal = (1, "decimal", "%1.%2", "<isLgl/>")
    numbering = lists((1, "chineseCounting", "%1、", ""), legal)
    assert labels(numbering, ("1", 0), ("1", 1)) == "一、 1.1"


def test_a_level_above_that_was_never_used_counts_as_its_first() -> None:
    numbering = lists((1, "decimal", "%1", ""), (1, "decimal", "%1.%2", ""))
    assert labels(numbering, ("1", 1)) == "1.1"


def test_a_list_may_begin_elsewhere() -> None:
    assert labels(lists((5, "decimal", "%1.", "")), ("1", 0), ("1", 0)) == "5. 6."


def test_lists_of_one_form_count_on_unless_one_begins_anew() -> None:
    again = '<num numId="2"><abstractNumId val="0"/></num>'
    anew = (
        '<num numId="3"><abstractNumId val="0"/>'
        '<lvlOverride ilvl="0"><startOverride val="1"/></lvlOverride></num>'
    )
    numbering = lists(*CHINESE, more=again + anew)
    wanted = [("1", 0), ("2", 0), ("3", 0), ("3", 0)]
    assert labels(numbering, *wanted) == "一、 二、 一、 二、"


def test_a_list_may_change_a_level() -> None:
    other = '<lvl ilvl="0"><numFmt val="decimal"/><start val="3"/><lvlText val="(%1)"/></lvl>'
    changed = (
        f'<num numId="2"><abstractNumId val="0"/><lvlOverride ilvl="0">{other}</lvlOverride></num>'
    )
    assert labels(lists(*CHINESE, more=changed), ("2", 0)) == "(3)"


def test_a_list_of_a_style_is_that_style_s() -> None:
    linked = (
        '<abstractNum abstractNumId="1"><numStyleLink val="S"/></abstractNum>'
        '<num numId="2"><abstractNumId val="1"/></num>'
    )
    assert labels(lists(*CHINESE, more=linked, head='<styleLink val="S"/>'), ("2", 0)) == "一、"


def test_a_style_says_which_level_is_meant() -> None:
    second = (1, "decimal", "%2.", '<pStyle val="Heading2"/>')
    numbering = lists((1, "decimal", "%1", ""), second)
    found = numbering.label("1", None, "Heading2")
    assert found is not None
    assert (found.text, found.depth) == ("1.", 1)


def test_what_is_in_no_list_has_no_number() -> None:
    assert labels(lists(*CHINESE), ("7", 0), ("1", 8)) == "- -"
    assert Numbering(None).label("1", 0, "") is None
