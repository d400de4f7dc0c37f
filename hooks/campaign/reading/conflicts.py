"""The marks that git leaves in a text where two versions of it could not be joined."""

from __future__ import annotations

import re

MARK = re.compile(r"^[ \t]*(?:<{7}|>{7}) \S", re.MULTILINE)
"""One alone is left of a conflict that was half settled; `=======` alone underlines a heading."""
CODE = re.compile(r"^(`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?\1[ \r]*$", re.MULTILINE)
"""Lines of Markdown between fences, which may show such marks to readers."""


def first_mark(text: str, has_fences: bool) -> int | None:
    """The line of the first mark outside of fenced code, counted from 1; nothing without one."""
    if MARK.search(text) is None:
        return None
    prose = CODE.sub(lambda code: "\n" * code[0].count("\n"), text) if has_fences else text
    found = MARK.search(prose)
    return prose.count("\n", 0, found.start()) + 1 if found else None
