"""The text itself: length, stray spaces, emoji, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from campaign.model.fields import is_unfilled
from campaign.model.marks import Items, Length
from campaign.model.origin import Origin
from campaign.model.walk import Loc, mark
from campaign.problems import Problem, problem
from campaign.reading import markup
from campaign.site import Site

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\ufe0f]")
PLACEHOLDER = re.compile(
    r"(?<![A-Za-z])(?:X{2,}|TODO)(?![A-Za-z])|×{2,}|(?<!\d)20[xX×]{2}"
    r"|待补充|待填写|待完善|待定稿|某某|(?i:lorem ipsum)"
)
MARK = re.compile(r"[-*+](?=\s|$)|\d{1,9}[.)](?=\s)|>")
LEAD = re.compile(rf"(?:\s|{MARK.pattern})*")
"""Where a line begins lists and quotations, and how."""
DEEPEST = 20
"""How deep lists and quotations may lie in one another."""
UNEDITED = re.compile(rf"{PLACEHOLDER.pattern}|请填写|请把这段话换成")
"""What a new site's settings ask for, besides."""


def item_counts(site: Site) -> Iterator[Problem]:
    """V06m and V06p: a list with too few or too many items."""
    for record in site.written():
        for loc, field, value in site.walk(record):
            limits = mark(field, Items)
            code, limit = _breach(limits, len(value), "V06m", "V06p") if limits else ("", None)
            if code:
                words = {"field": loc[-1], "count": len(value), "limit": limit}
                yield site.problem(record, code, *loc, **words)


def lengths(site: Site) -> Iterator[Problem]:
    """V07a and V07g: a text longer or shorter than its field asks for."""
    for record in site.written():
        for loc, field, text in site.texts(record):
            limits = mark(field, Length)
            count = len(markup.as_read(text).strip())
            code, limit = _breach(limits, count, "V07g", "V07a") if limits else ("", None)
            if code and not is_unfilled(text):
                words = {"field": loc[-1], "count": count, "limit": limit}
                yield site.problem(record, code, *loc, **words)


def _breach(limits: Length, count: int, few: str, many: str) -> tuple[str, int | None]:
    """The rule that a count breaks, with the limit; no rule when it breaks none."""
    if limits.lacks(count):
        return few, limits.low
    return (many, limits.high) if limits.exceeds(count) else ("", None)


def spaces_and_emoji(site: Site) -> Iterator[Problem]:
    """V07b and V07c."""
    for record in site.written():
        for loc, _, text in site.texts(record):
            name = next(part for part in reversed(loc) if isinstance(part, str))
            if text.rstrip("\n") != text.strip():
                yield site.problem(record, "V07b", *loc, field=name, value=f"“{text}”")
            if EMOJI.search(text):
                yield site.problem(record, "V07c", *loc, field=name, value=text)


@dataclass(frozen=True)
class Line:
    """A text of a field, or a line of a body; which line of the file it is, few ask."""

    origin: Origin
    text: str
    place: Loc | int
    """Its field, or its line in the file."""

    @property
    def number(self) -> int:
        return self.place if isinstance(self.place, int) else self.origin.line(self.place)

    def problem(self, code: str, ahead: int = 0, **values: object) -> Problem:
        """A problem in this line, or some lines `ahead` in the same text."""
        return problem(self.origin.path, self.number + ahead, code, **values)


def published_texts(site: Site) -> list[Line]:
    """Every text that readers see, line by line, code left out."""
    return list(_published(site))


def _published(site: Site) -> Iterator[Line]:
    for record in site.written():
        if not record.is_article or not site.is_out(record):
            continue
        origin = site.origin(record)
        for loc, _, text in site.texts(record):
            yield Line(origin, text, loc)
        yield from _body(origin)
    for page in site.prose.values():
        if page.is_released:
            yield Line(page.origin, page.title, ("title",))
            yield from _body(page.origin)


def _body(origin: Origin) -> Iterator[Line]:
    for number, line, is_prose in markup.prose_lines(origin.body):
        if is_prose:
            yield Line(origin, markup.without_code(line), number + origin.body_line)


def nested(site: Site) -> Iterator[Problem]:
    """Y09: lists and quotations in one another, deeper than a page can be laid out."""
    told: set[str] = set()
    for line in all_texts(site):
        rows = enumerate(line.text.split("\n"))
        deep = next((number for number, row in rows if _depth(row) > DEEPEST), None)
        if deep is not None and line.origin.path not in told:
            told.add(line.origin.path)
            yield line.problem("Y09", deep, limit=DEEPEST)


def _depth(row: str) -> int:
    """How many lists and quotations a line lies in, by its indentation and its marks."""
    lead = LEAD.match(row)
    marks = MARK.findall(lead[0]) if lead and lead[0] != row else ()
    indent = len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip(" "))
    return len(marks) + indent // 4


def all_texts(site: Site) -> Iterator[Line]:
    """The texts of all records, and of the pages."""
    for record in site.everything():
        origin = site.origin(record)
        for loc, _, text in site.texts(record):
            yield Line(origin, text, loc)
        yield Line(origin, origin.body, origin.body_line)
    for page in site.prose.values():
        yield Line(page.origin, page.origin.body, page.origin.body_line)


def empty(site: Site) -> Iterator[Problem]:
    """V07d: a published article without a text."""
    for entry in site.entries():
        origin = site.origin(entry)
        if site.is_out(entry) and not origin.body.strip():
            yield problem(origin.path, origin.body_line, "V07d")


def placeholders(site: Site) -> Iterator[Problem]:
    """V23: words that stand for content still to come."""
    for line in site.remembered(published_texts):
        if found := PLACEHOLDER.search(line.text):
            yield line.problem("V23", value=found[0])


def unedited_settings(site: Site) -> Iterator[Problem]:
    """V23b: the settings still hold what a new site begins with, for all to read."""
    for record in (site.settings, site.profile):
        for loc, _, text in site.texts(record):
            found = UNEDITED.search(text)
            if found and loc[0] != "terms":
                yield site.problem(record, "V23b", *loc, value=found[0])
