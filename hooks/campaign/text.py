"""Texts cut to a length, and made safe for spreadsheets: one definition of each."""

from __future__ import annotations

import re

FORMULA = re.compile(r"^[\s\x00]*[=+\-@\t\r＝＋－＠]")
"""Text that a spreadsheet would run (OWASP, "CSV Injection"), its full-width forms included."""


def flat(text: object) -> str:
    """The text as one line."""
    return " ".join(str(text).split())


def cut(text: object, length: int, unfinished: str = "，、；：") -> str:
    """The beginning of a text; Jinja's own `truncate` breaks at spaces, which Chinese lacks.

    Marks of `unfinished` do not stand before the dots.
    """
    line = flat(text)
    return line if len(line) <= length else line[: length - 1].rstrip(unfinished) + "…"


def safe_in_spreadsheets(text: str) -> str:
    """The text for a cell; one that looks like a formula begins with an apostrophe."""
    return f"'{text}" if FORMULA.match(text) else text
