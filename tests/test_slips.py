"""A clerk's slip on any line of a record is one problem, and stands on that line."""

from __future__ import annotations

import re

import pytest

from campaign.kinds import BY_NAME
from campaign.reading import file
from projects import INTRO, REVIEW

PATH = "showcases/communities/alpha.yml"
LINES = f"""\
name: 甲社区
district: east
type: old
est: 2001-09
intro: {INTRO}
population: 2310
services:
  - name: 问候
    kind: welfare
{REVIEW}""".splitlines()
PAIR = r"^(\s*(?:- )?[a-z_]\w*): (?=\S)"
SLIPS = {
    "no space behind the colon": (PAIR, r"\1:"),
    "a full-width colon": (PAIR, r"\1："),
    "a full-width space": (PAIR, r"\1:　"),
    "a no-break space": (PAIR, "\\1:\u00a0"),
    "one space too many": (r"^(?=\s*[a-z_]\w*: \S)", " "),
    "a quotation mark that is not closed": (PAIR, r'\1: "'),
    "a colon in the value": (r"^(\s*[a-z_]\w*: [甲这].*)$", r"\1: 后"),
    "no colon": (r"^(\s*[a-z_]\w*): (?=\S)", r"\1 "),
    "a tab": (r"^  (?=\S)", "\t"),
    "a full-width comma": (r"^(\s*- \{.*?), (?=by)", r"\1，"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_one_problem_on_its_line(slip: str) -> None:
    pattern, written = SLIPS[slip]
    spoilt = [re.sub(pattern, written, line) for line in LINES]
    tried = [number for number, line in enumerate(LINES) if spoilt[number] != line]
    assert tried
    for number in tried:
        text = "\n".join([*LINES[:number], spoilt[number], *LINES[number + 1 :], ""])
        reading = file.read(BY_NAME["community"], PATH, text.encode())
        found = [*reading.problems, *(p for item in reading.records for p in item.problems)]
        assert [p.line for p in found] == [number + 1], (spoilt[number], found)
