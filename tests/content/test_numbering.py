"""Headings of speeches are numbered by hand: 一、 then （一） then 1., each in its order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SPEECHES = sorted(
    path
    for path in (Path(__file__).parents[2] / "docs/speeches").glob("*.md")
    if path.stem[0].isdigit()
)
HEADING = re.compile(r"^(#{2,4}) (.+)$", re.MULTILINE)
FORMS = {2: "{}、", 3: "（{}）", 4: "{}."}
DIGITS = "〇一二三四五六七八九"


def numeral(number: int) -> str:
    """1 to 99 as Chinese writes them: 一, 十, 十二, 二十."""
    tens, ones = divmod(number, 10)
    written = (DIGITS[tens] if tens > 1 else "") + "十" if tens else ""
    return written + (DIGITS[ones] if ones else "")


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (31, "三十一")]
)
def test_numerals_are_written_as_people_write_them(number: int, written: str) -> None:
    assert numeral(number) == written


@pytest.mark.parametrize("path", SPEECHES, ids=lambda path: path.stem)
def test_every_heading_of_a_speech_has_its_number(path: Path) -> None:
    counts = {2: 0, 3: 0, 4: 0}
    for marks, text in HEADING.findall(path.read_text(encoding="utf-8")):
        level = len(marks)
        counts |= {below: 0 for below in counts if below > level}
        counts[level] += 1
        due = numeral(counts[level]) if level < 4 else str(counts[level])
        expected = FORMS[level].format(due)
        assert text.startswith(expected), f"{path.name}: “{text}”应以“{expected}”开头"
