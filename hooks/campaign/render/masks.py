"""Asterisks that hide a part of a name, a number or an address: 张**, 138****5678, 3*5*6米.

Chinese offices write them as text, and Markdown would read them as bold: the mask would go,
and half a line change its looks. They are told from marks by what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.privacy.names import BEFORE_A_NAME, HAN, SURNAME
from campaign.reading import markup

RUN = re.compile(r"(?<!\\)\*+")
RULE = re.compile(r"\s*(?:\*\s*){3,}")
"""A line that Markdown draws as a rule."""
TARGET = re.compile(r"\]\([^()\s]*")
ASTERISK = "&#42;"
ENDS = "、，。；：！？）》」』”’】…—,.;:!?)]"
"""What no bold words begin with."""
BEHIND_A_NAME = f"[{re.escape(ENDS)}（(\\s和与及跟同等先女老的获在为被家住说]|$"
NAME = re.compile(f"{BEFORE_A_NAME}{SURNAME}$")
WHOLE_NAME = re.compile(rf"[{HAN}]?(?:{BEHIND_A_NAME})")
LONGEST_MARK = 3
"""Markdown knows no mark of more asterisks."""


def kept(text: str) -> str:
    """The Markdown text with each asterisk of a mask as a character reference; code stays."""
    if "*" not in text:
        return text
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    opened: set[int] = set()
    """Lengths of the marks that were opened in this paragraph."""
    for _, line, is_prose in markup.prose_lines(text):
        if not line.strip():
            opened.clear()
        is_marked = is_prose and "*" in line and not RULE.fullmatch(line)
        yield _kept_in(line, opened) if is_marked else line


def _kept_in(line: str, opened: set[int]) -> str:
    seen = TARGET.sub(lambda found: " " * len(found[0]), markup.without_code(line))
    runs = list(RUN.finditer(seen))
    masks = []
    for number, run in enumerate(runs):
        before, after, length = seen[: run.start()], seen[run.end() :], len(run[0])
        if length in opened and before[-1:].strip():
            opened.remove(length)
        elif _is_mask(before, after, length) or _is_one_of_two(seen, runs[number : number + 2]):
            masks.append(run)
        elif after[:1].strip():
            opened.add(length)
    for run in reversed(masks):
        line = line[: run.start()] + ASTERISK * len(run[0]) + line[run.end() :]
    return line


def _is_mask(before: str, after: str, length: int) -> bool:
    """Whether a run of asterisks that closes nothing hides something."""
    left, right = before[-1:], after[:1]
    is_in_word = left.isalnum() and left.isascii()
    if length > LONGEST_MARK or (is_in_word and length == LONGEST_MARK):
        return True
    if is_in_word and right.isalnum() and right.isascii():
        return left.isdigit() or right.isdigit()
    if left.isalnum() and (not right.strip() or right in ENDS):
        return True
    return bool(NAME.search(before) and _ends_a_name(after, length))


def _ends_a_name(after: str, length: int) -> bool:
    """Whether what stands behind the asterisks comes after a name, or ends it: 张*明."""
    found = WHOLE_NAME.match(after)
    return found is not None and (length == 1 or re.match(BEHIND_A_NAME, after) is not None)


def _is_one_of_two(line: str, runs: list[re.Match[str]]) -> bool:
    """Whether this run and the next, which would close it, both stand behind a surname."""
    if len({len(run[0]) for run in runs}) != 1 or len(runs) != 2:
        return False
    return all(NAME.search(line[: run.start()]) for run in runs)
