"""Paragraphs as they come from a word processor: headings without marks, a title that is said
twice, sentences that were cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.checks.lookalikes import LOOKALIKE, meant
from campaign.checks.texts import published_texts
from campaign.problems import Problem, problem
from campaign.reading import markup
from campaign.site import Site

LEVELS = (
    (re.compile(r"[一二三四五六七八九十]{1,3}、"), 2),
    (re.compile(r"（[一二三四五六七八九十]{1,3}）"), 3),
)
"""How headings of official texts are numbered, and their levels."""
LONGEST = 40
"""Characters of a heading; a longer line is a paragraph."""
ENDS = "。！？；：，、…"
BEGINS_CUT = re.compile(r"^[，。、；：！？）》”]")
ENDS_CUT = re.compile(r"[，、（《“]$")


def level_of(lines: list[str], number: int) -> int:
    """The level of the heading that a line is without saying so; 0 for other lines."""
    line = lines[number].strip()
    around = (lines[number - 1 : number] or [""])[0], (lines[number + 1 : number + 2] or [""])[0]
    if any(other.strip() for other in around) or len(line) > LONGEST or line[-1:] in ENDS:
        return 0
    return next((level for form, level in LEVELS if form.match(line)), 0)


def notes(site: Site) -> Iterator[Problem]:
    """V24g to V24i: what an article keeps of the paper that it was pasted from."""
    for entry in site.written():
        origin = site.origin(entry)
        if not origin.body or not site.is_out(entry):
            continue
        lines = origin.body.split("\n")
        for number, line, is_prose in markup.prose_lines(origin.body):
            at = (origin.path, number + origin.body_line)
            if is_prose and level_of(lines, number):
                yield problem(*at, "V24h", value=line.strip())
            if is_prose and (cut := _cut(lines, number)):
                yield problem(*at, "V24g", value=cut)
        first = next((n for n, line in enumerate(lines) if line.strip()), None)
        if first is not None and lines[first].strip(" #*\u3000") == entry.heading:
            yield problem(origin.path, first + origin.body_line, "V24i", value=entry.heading)


def _cut(lines: list[str], number: int) -> str:
    """The stretch at which a paragraph begins or ends in the middle of a sentence."""
    line = lines[number].strip()
    if BEGINS_CUT.match(line):
        return line[:12]
    is_last = number + 1 == len(lines) or not lines[number + 1].strip()
    return line[-12:] if is_last and ENDS_CUT.search(line) else ""


def look_alikes(site: Site) -> Iterator[Problem]:
    """V24f: a character that only looks like the right one."""
    for line in site.remembered(published_texts):
        for found in LOOKALIKE.finditer(line.text):
            character = found[0]
            value = f"{character}（U+{ord(character):04X}）"
            column = found.start() + 1
            yield line.problem("V24f", value=value, use=meant(character), column=column)
