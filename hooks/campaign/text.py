"""Texts cut to a length, and made safe for spreadsheets: one definition of each."""

from __future__ import annotations

import re

FORMULA = re.compile(
    r"^[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]*"
    r"[=+\-@＝＋－＠]|^[\t\r\n]"
)
"""Text that a spreadsheet would run (OWASP, "CSV Injection"), full-width forms and what is not
seen before it included. The script of the roll has the same pattern; a test compares."""


def flat(text: object) -> str:
    """The text as one line."""
    return " ".join(str(text).split())


def cut(text: object, length: int, unfinished: str = "，、；：") -> str:
    """The beginning of a text; Jinja's own `truncate` breaks at spaces, which Chinese lacks.

    Marks of `unfinished` do not stand before the dots.
    """
    line = flat(text)
    return line if len(line) <= length else line[: length - 1].rstrip(unfinished) + "…"


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula."""
    return FORMULA.match(text) is not None


def safe_in_spreadsheets(text: str) -> str:
    """The text for a cell; one that looks like a formula begins with an apostrophe."""
    return f"'{text}" if is_formula(text) else text
