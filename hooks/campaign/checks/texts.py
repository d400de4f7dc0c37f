"""The text itself: length, stray spaces, emoji, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from campaign.checks.alone import of_each
from campaign.checks.lines import Line, of_each_line
from campaign.model.fields import is_unfilled
from campaign.model.look import Look
from campaign.model.marks import Items, Length
from campaign.model.origin import Origin
from campaign.model.walk import mark
from campaign.problems import Problem, problem
from campaign.reading import markup
from campaign.site import Site

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\ufe0f]")
PLACEHOLDER = re.compile(
    r"(?=[XT×2待某Ll])"  # few places are worth a trial
    r"(?:(?<![A-Za-z])(?:X{2,}|TODO)(?![A-Za-z])|×{2,}|(?<!\d)20[xX×]{2}"
    r"|待补充|待填写|待完善|待定稿|某某|(?i:lorem ipsum))"
)
MARK = re.compile(r"[-*+](?=\s|$)|\d{1,9}[.)](?=\s)|>")
LEAD = re.compile(rf"(?:\s|{MARK.pattern})*")
"""Where a line begins lists and quotations, and how."""
DEEPEST = 20
"""How deep lists and quotations may lie in one another."""
UNEDITED = re.compile(rf"{PLACEHOLDER.pattern}|请填写|请把这段话换成")
"""What a new site's settings ask for, besides."""


@of_each
def item_counts(look: Look) -> Iterator[Problem]:
    """V06m and V06p: a list with too few or too many items."""
    for loc, field, value in look.fields:
        limits = mark(field, Items)
        code, limit = _breach(limits, len(value), "V06m", "V06p") if limits else ("", None)
        if code:
            words = {"field": loc[-1], "count": len(value), "limit": limit}
            yield look.problem(code, *loc, **words)


@of_each
def lengths(look: Look) -> Iterator[Problem]:
    """V07a and V07g: a text longer or shorter than its field asks for."""
    for loc, field, text in look.texts:
        limits = mark(field, Length)
        if limits is None:
            continue
        count = len(markup.as_read(text).strip())
        code, limit = _breach(limits, count, "V07g", "V07a")
        if code and not is_unfilled(text):
            words = {"field": loc[-1], "count": count, "limit": limit}
            yield look.problem(code, *loc, **words)


def _breach(limits: Length, count: int, few: str, many: str) -> tuple[str, int | None]:
    """The rule that a count breaks, with the limit; no rule when it breaks none."""
    if limits.lacks(count):
        return few, limits.low
    return (many, limits.high) if limits.exceeds(count) else ("", None)


@of_each
def spaces_and_emoji(look: Look) -> Iterator[Problem]:
    """V07b and V07c."""
    for loc, _, text in look.texts:
        name = next(part for part in reversed(loc) if isinstance(part, str))
        if text.rstrip("\n") != text.strip():
            yield look.problem("V07b", *loc, field=name, value=f"“{text}”")
        if EMOJI.search(text):
            yield look.problem("V07c", *loc, field=name, value=text)


def nested(site: Site) -> Iterator[Problem]:
    """Y09: lists and quotations in one another, deeper than a page can be laid out."""
    records = (site.look(record).once(_deep_texts) for record in site.everything())
    pages = (_deep(Line(page.origin, *_body(page.origin))) for page in site.prose.values())
    told: set[str] = set()
    for found in chain(*records, *pages):
        if found.path not in told:
            told.add(found.path)
            yield found


def _deep_texts(look: Look) -> list[Problem]:
    fields = (Line(look.origin, text, loc) for loc, _, text in look.texts)
    lines = (*fields, Line(look.origin, *_body(look.origin)))
    return [found for line in lines for found in _deep(line)]


def _body(origin: Origin) -> tuple[str, int]:
    return origin.body, origin.body_line


def _deep(line: Line) -> Iterator[Problem]:
    rows = enumerate(line.text.split("\n"))
    deep = next((number for number, row in rows if _depth(row) > DEEPEST), None)
    if deep is not None:
        yield line.problem("Y09", deep, limit=DEEPEST)


def _depth(row: str) -> int:
    """How many lists and quotations a line lies in, by its indentation and its marks."""
    lead = LEAD.match(row)
    if not lead or not lead[0]:
        return 0
    marks = MARK.findall(lead[0]) if lead[0] != row else ()
    indent = len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip(" "))
    return len(marks) + indent // 4


def empty(site: Site) -> Iterator[Problem]:
    """V07d: a published article without a text."""
    for entry in site.entries():
        origin = site.origin(entry)
        if site.is_out(entry) and not origin.body.strip():
            yield problem(origin.path, origin.body_line, "V07d")


@of_each_line
def placeholders(line: Line) -> Iterator[Problem]:
    """V23: words that stand for content still to come."""
    if found := PLACEHOLDER.search(line.text):
        yield line.problem("V23", value=found[0])


def unedited_settings(site: Site) -> Iterator[Problem]:
    """V23b: the settings still hold what a new site begins with, for all to read."""
    for record in (site.settings, site.profile):
        for loc, _, text in site.look(record).texts:
            found = UNEDITED.search(text)
            if found and loc[0] != "terms":
                yield site.problem(record, "V23b", *loc, value=found[0])
