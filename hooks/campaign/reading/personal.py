"""Numbers of people in a file, line by line as it was written, comments and all.

The repository is as public as the site, and its history stays: so drafts, comments and
fields that no page shows are read, too. A line may say why its number can be public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise

from campaign.privacy import personal
from campaign.privacy.finding import Finding
from campaign.problems import Problem, problem

WAIVER = re.compile(r"(?:#|<!--)\s*可公开(?:\s*[：:]\s*(?P<reason>[^\n]*?))?\s*(?:-->\s*)?$")
"""`# 可公开：理由` in YAML, `<!-- 可公开：理由 -->` in a text."""
COMMENT = re.compile(r"\s*(?:#|<!--)")
BLOCK = re.compile(r"^(?P<indent>\s*(?:- )*)[^#]*[|>][+-]?\d?(?:\s+#|\s*$)")
"""The first line of a YAML text of several lines, perhaps with a comment behind it."""
SHORTEST_REASON = 4
MARKUP = re.compile(r"<[^<>]{0,80}>|\\(?=[-.*_ ])")
JOINED_BY = 20
"""Characters on either side of a line break in which a number may go on."""


def in_text(path: str, text: str) -> Iterator[Problem]:
    """V48a to V48d: what tells who somebody is, in the file's name and in its lines."""
    if findings := personal.found(path.rpartition("/")[2]):
        yield problem(path, 1, "V48d", **words(findings))
    lines = text.split("\n")
    for number, findings in in_lines(lines):
        reason = waiver(lines, number)
        if reason is None:
            yield problem(path, number, "V48a", **words(findings))
        elif len(reason) < SHORTEST_REASON:
            yield problem(path, number, "V48b", **words(findings))
        else:
            yield problem(path, number, "V48c", **words(findings), reason=reason)


def in_lines(lines: Sequence[str]) -> Iterator[tuple[int, list[Finding]]]:
    """The number of each line that tells something, with what it tells."""
    for number, (line, following) in enumerate(pairwise([*lines, ""]), 1):
        findings = _in_line(line) or _across(line, following)
        if findings:
            yield number, findings


def _in_line(line: str) -> list[Finding]:
    """What the line tells as it is written; else what it tells when its markup is gone."""
    findings = personal.found(line)
    if not findings and re.search(r"[<&\\]", line):
        findings = personal.found(MARKUP.sub("", unescape(line)))
    return findings


def _across(line: str, following: str) -> list[Finding]:
    """A number that a line break cuts in two."""
    before, after = line.rstrip()[-JOINED_BY:], following.lstrip()[:JOINED_BY]
    if not (before[-1:].isdigit() and after[:1].isdigit()):
        return []
    findings = personal.found(f"{before} {after}")
    return [item for item in findings if item.start < len(before) < item.end]


def unsettled(lines: Sequence[str]) -> Iterator[tuple[int, list[Finding]]]:
    """The lines of which nobody has said in so many words why their numbers may be public."""
    for number, findings in in_lines(lines):
        if len(waiver(lines, number) or "") < SHORTEST_REASON:
            yield number, findings


def waiver(lines: Sequence[str], number: int) -> str | None:
    """Why the numbers on a line may be public: said on it, above it, or where its text begins.

    Nothing where nobody says so; an empty text where the reason is missing.
    """
    places = [lines[number - 1]]
    if number > 1 and COMMENT.match(lines[number - 2]):
        places.append(lines[number - 2])
    if beginning := block_of(lines, number):
        places.append(lines[beginning - 1])
    for line in places:
        if found := WAIVER.search(line):
            return found["reason"] or ""
    return None


def block_of(lines: Sequence[str], number: int) -> int:
    """The line on which the YAML text of several lines begins that this one belongs to, or 0."""
    depth = _depth(lines[number - 1])
    for place in range(number - 1, 0, -1):
        line = lines[place - 1]
        if line.strip() and _depth(line) < depth:
            return place if BLOCK.match(line) else 0
    return 0


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def words(findings: Sequence[Finding]) -> dict[str, str]:
    """What a message says: the kinds, and the numbers with their middle hidden."""
    kinds = dict.fromkeys(finding.trace.value for finding in findings)
    return {"what": "、".join(kinds), "value": "、".join(item.masked for item in findings)}
