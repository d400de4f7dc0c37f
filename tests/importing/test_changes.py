"""Changes of characters are told in words that a clerk understands."""

from __future__ import annotations

import pytest

from campaign.importing.changes import told


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("甲,乙,丙", "甲，乙，丙", ["“,” → “，”：2 处，如“甲,乙,丙”"]),
        ("共３５户", "共35户", ["全角数字和字母 → 半角：1 处，如“共３５户”"]),
        ("　　甲", "甲", ["2 个全角空格 → 删去：1 处，如“甲”"]),
        ("甲\u200b乙", "甲乙", ["看不见的字符 → 删去：1 处，如“甲\u200b乙”"]),
        ('"甲"', "“甲”", ['“"” → “：1 处，如“"甲"”', '“"” → ”：1 处，如“"甲"”']),
        ("一、看路", "## 一、看路", ["小标题加上记号：1 处，如“一、看路”"]),
        ("甲  乙", "甲 乙", ["空格 → 删去：1 处，如“甲  乙”"]),
        ("甲\n乙,丙", "甲\n乙，丙", ["“,” → “，”：1 处，如“乙,丙”"]),
        ("# 甲\n乙", "乙", ["“# 甲” → 删去：1 处，如“# 甲”"]),
        ("甲", "甲", []),
    ],
)
def test_each_sort_of_change_is_told_once(old: str, new: str, words: list[str]) -> None:
    assert [line.strip() for line in told(old, new)] == words
