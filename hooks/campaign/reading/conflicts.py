"""The marks that git leaves in a text where two versions of it could not be joined."""

from __future__ import annotations

import re

FORMS = (r"<{7} \S", r"={7}[ \t]*$", r">{7} \S")
MARKS = tuple(re.compile(rf"^[ \t]*{form}", re.MULTILINE) for form in FORMS)
"""One behind the other make a conflict: `=======` alone underlines a heading."""


def first_mark(text: str) -> int | None:
    """The line of the first mark, counted from 1; nothing where there is no whole conflict."""
    ours, between, theirs = MARKS
    first = ours.search(text)
    middle = between.search(text, first.end()) if first else None
    if first is None or middle is None or theirs.search(text, middle.end()) is None:
        return None
    return text.count("\n", 0, first.start()) + 1
