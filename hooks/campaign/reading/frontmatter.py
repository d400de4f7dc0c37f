"""Front matter of Markdown files, through the same strict loader as every record.

The site builder would print broken front matter as text and read good front matter with a
loader that changes values; so it is read here, and never there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from campaign.model.walk import Loc
from campaign.problems import Problem, problem
from campaign.reading import yamltext
from campaign.reading.refusals import not_a_mapping

FENCE = "---"


@dataclass
class Matter:
    """A Markdown file taken apart. `data` is nothing when it cannot be used."""

    path: str
    data: Mapping[str, Any] | None = None
    lines: Mapping[Loc, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: list[Problem] = field(default_factory=list)


def split(path: str, text: str, required: bool = True) -> Matter:
    """Take front matter and body apart; an entry must have front matter, a page may."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        found = [problem(path, 1, "Y17")] if required else []
        return Matter(path, None if required else {}, {}, text, 1, found)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return Matter(path, problems=[problem(path, 1, "Y18")])
    document = yamltext.read(path, "\n".join(lines[1:end]) + "\n", first_line=2)
    body = "\n".join(lines[end + 1 :])
    matter = Matter(path, None, document.lines, body, end + 2, document.problems)
    if document.is_sure and isinstance(document.data or {}, dict):
        matter.data = document.data or {}
    elif document.is_sure:
        matter.problems.append(not_a_mapping(path, document.data, 2))
    return matter
