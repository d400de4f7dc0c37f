"""Paragraphs as they come from a word processor: headings without marks, a title that is said
twice, sentences that were cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.checks.lines import Line, of_each_line
from campaign.checks.lookalikes import LOOKALIKE, meant
from campaign.model.look import Look
from campaign.model.origin import Origin
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
        if site.origin(entry).body and site.is_out(entry):
            yield from site.look(entry).once(_notes)


def _notes(look: Look) -> list[Problem]:
    return list(_of_paper(look.origin, look.record.heading))


def _of_paper(origin: Origin, title: str) -> Iterator[Problem]:
    lines = origin.body.split("\n")
    for number, line, is_prose in markup.prose_lines(origin.body):
        at = (origin.path, number + origin.body_line)
        if is_prose and level_of(lines, number):
            yield problem(*at, "V24h", value=line.strip())
        if is_prose and (cut := _cut(lines, number)):
            yield problem(*at, "V24g", value=cut)
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is not None and lines[first].strip(" #*\u3000") == title:
        yield problem(origin.path, first + origin.body_line, "V24i", value=title)


def _cut(lines: list[str], number: int) -> str:
    """The stretch at which a paragraph begins or ends in the middle of a sentence."""
    line = lines[number].strip()
    if BEGINS_CUT.match(line):
        return line[:12]
    is_last = number + 1 == len(lines) or not lines[number + 1].strip()
    return line[-12:] if is_last and ENDS_CUT.search(line) else ""


@of_each_line
def look_alikes(line: Line) -> Iterator[Problem]:
    """V24f: a character that only looks like the right one."""
    for found in LOOKALIKE.finditer(line.text):
        character = found[0]
        value = f"{character}（U+{ord(character):04X}）"
        column = found.start() + 1
        yield line.problem("V24f", value=value, use=meant(character), column=column)
