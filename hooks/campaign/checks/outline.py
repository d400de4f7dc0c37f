"""Headings of a text, and the places in it that links name: as the built page will have them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from campaign.checks.links import Passage, passages
from campaign.problems import Problem, nearest, problem
from campaign.reading import markup
from campaign.site import Site

HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?P<space>[ \t]*)(?P<text>.*?)[ \t]*#*[ \t]*$")
NUMBERS = (
    re.compile(r"([一二三四五六七八九十]{1,3})、"),
    re.compile(r"（([一二三四五六七八九十]{1,3})）"),
    re.compile(r"(\d{1,2})[.．、]"),
)
DIGITS = "〇一二三四五六七八九"
UNDERLINE = re.compile(r"^(?:=+|-+)[ \t]*$")
ANCHOR = re.compile(r'\b(?:id|name)="([^"]+)"')


def headings(site: Site) -> Iterator[Problem]:
    """V29b and V29c: a main heading in a text whose page has one, a heading that skips a level."""
    entries = {site.origin(entry).path for entry in site.entries()}
    for passage in passages(site):
        if not passage.is_page:
            continue
        last, main = 1, 0
        for line, level, text in _headings(passage):
            main += level == 1
            if level == 1 and (passage.path in entries or main > 1):
                code = "V29f" if text.endswith("#") or text.startswith("#") else "V29b"
                yield problem(passage.path, line, code, value=2 if code == "V29b" else text)
            elif level > last + 1:
                yield problem(passage.path, line, "V29c", value=text)
            last = level


def numbers(site: Site) -> Iterator[Problem]:
    """V24j: numbered headings of an article that are out of order."""
    entries = {site.origin(entry).path for entry in site.entries()}
    for passage in passages(site):
        found = list(_headings(passage)) if passage.path in entries and passage.is_out else []
        counts: Counter[int] = Counter()
        for line, level, text in found if passage.is_page else ():
            for below in [other for other in counts if other > level]:
                del counts[below]
            written = next((form.match(text) for form in NUMBERS if form.match(text)), None)
            if written is None:
                continue
            counts[level] += 1
            due = written[0].replace(written[1], _numeral(counts[level], written[1]))
            if written[0] != due:
                yield problem(passage.path, line, "V24j", value=text, due=due)


def _numeral(number: int, like: str) -> str:
    """A number below a hundred as digits, or as Chinese writes it: 一, 十, 十二, 二十."""
    if like.isdigit():
        return str(number)
    tens, ones = divmod(number, 10)
    written = (DIGITS[tens] if tens > 1 else "") + "十" if tens else ""
    return written + (DIGITS[ones] if ones else "")


def _headings(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Line, level and words of each heading. `#words#` keeps its marks, as a topic has them."""
    above = ""
    for number, line, is_prose in markup.prose_lines(passage.text):
        found = HEADING.match(line) if is_prose else None
        if found and found["text"]:
            words = found["text"] if found["space"] else line.strip()
            yield number + passage.line, len(found["marks"]), words
        elif is_prose and UNDERLINE.match(line) and above.strip() and not above.startswith("|"):
            yield number + passage.line - 1, 1 if "=" in line else 2, above.strip()
        above = line if is_prose and not found else ""


def anchors(site: Site) -> Iterator[Problem]:
    """V30b: a link to a place that its page does not have."""
    texts = {passage.path: passage.text for passage in passages(site) if passage.is_page}

    @cache
    def places(path: str) -> frozenset[str]:
        from campaign.reading import dialect  # slow to import, and few texts need it

        return frozenset(ANCHOR.findall(dialect.converter().convert(texts[path])))

    for passage in passages(site):
        for line, href in passage.plain_links if passage.is_page else ():
            target, _, place = href.partition("#")
            path = posixpath.normpath(
                posixpath.join(posixpath.dirname(passage.path), unquote(target))
            )
            path = path if target else passage.path
            if not place or path not in texts or "[[" in texts[path]:
                continue  # elsewhere, or on a page that the data fill
            if unquote(place) not in places(path):
                near = nearest(unquote(place), places(path))
                yield problem(passage.path, line, "V30b", value=href, nearest=near)
