"""Texts and changes that tests of splicing share."""

from __future__ import annotations

import difflib
from typing import Any

from campaign.model.walk import Loc

TEXTS = [
    *("8:30", "yes", "no", "on", "off", "null", "~", "", "1_000", "0523", "1e3", "2024-05-01"),
    *("=", "<<", "- a", "# 一", "a: b", "a #b", "[a", "{a}", "a, b", "'", '"', "''", '\\"', "\\"),
    *(
        " 前面有空格",
        "后面有空格 ",
        "一\n二",
        "一\n\n二\n",
        "\n一",
        "一\n  二",
        "一\t二",
        "一\r\n二",
    ),
    *(
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        ">",
        "?",
        "-",
        "---",
        "...",
        "：",
        "一：二",
        "一，二",
    ),
    *(
        "零宽\u200b字",
        "\u202e反",
        "\ufeff",
        "\x85",
        "😀",
        "𠮷",
        "e\u0301",
        "«»",
        "a" * 300,
        "长" * 300,
    ),
    *("第1 #2", "key:", ":", "一:二", "x" * 90 + " # y", "- 一\n- 二", "# 一\n二", "--- \n一"),
]
"""What people, and other programs, put into a field of a form."""
TEXT = """\
# 说明
name: 幸福里 # 名称
est: '1998-06'
intro: >-
  一二三，
  四五六

committee: {address: 甲, phone: 0000-1} # 居委会
list:
  # 一
  - {a: 1, b: 2} # 甲

  # 二
  - a: 3
    b: |
      x
      y
  # 后面
tags: [一, 二]
group:
  # 里面
  x: 1 # 值
  y:
    - m
    - n
empty:
last: "q"
"""


def diff(old: str, new: str) -> str:
    """The lines that differ, without heads."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return "".join(f"{line}\n" for line in list(lines)[2:] if line[0] in "+-")


def value_at(data: Any, loc: Loc) -> Any:
    for step in loc:
        data = data[step]
    return data
