"""Changes made in a YAML text so that every other line stays as somebody wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from campaign.reading import yamltext
from campaign.reading.characters import LINE_BREAK
from campaign.writing.changes import Change, Insert, Set, applied
from campaign.writing.edits import edited
from campaign.writing.nodes import Unsafe, line_end, next_line
from campaign.writing.values import all_in_quotes

__all__ = [
    "Unreadable",
    "Unsafe",
    "data_of",
    "has_matter",
    "is_matter_empty",
    "matter",
    "spliced",
    "spliced_entry",
]

BOM = "\ufeff"
FENCE = "---"


class Unreadable(Exception):
    """The text is none that the site's reader is sure of: it has to be put right first."""


def spliced(text: str, changes: Iterable[Change]) -> str:
    """A YAML text with changes, made one behind the other; all other lines stay.

    Raises Unreadable when the reader is not sure what the text says, NotThere when a change
    is about what is not in it, and Unsafe when the result would not say what was there and
    the changes; then the text is one for a person.
    """
    wanted = list(changes)
    if not wanted:
        return text
    bom = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(bom)
    before = data_of(text)
    after = applied(before, wanted)
    first = LINE_BREAK.search(text)
    line_break = first[0] if first else "\n"
    try:
        return bom + _made(text, wanted, after, line_break)
    except Unsafe:  # comments further in become a part of a text that has no quotes
        return bom + _made(text, [_in_quotes(change) for change in wanted], after, line_break)


def _made(text: str, changes: Iterable[Change], after: Any, line_break: str) -> str:
    """The text with the changes. Raises Unsafe when it does not say what it should."""
    for change in changes:
        text = edited(text, change, line_break)
    _confirm(text, after)
    return text


def _in_quotes(change: Change) -> Change:
    if isinstance(change, Set | Insert):
        return replace(change, value=all_in_quotes(change.value))
    return change


def spliced_entry(text: str, changes: Iterable[Change], body: str | None = None) -> str:
    """The same for an entry: changes of its front matter, and another body if one is given."""
    start, until = matter(text)
    made = spliced(text[start:until], changes)
    rest = text[until:] if body is None else _with_body(text, until, body)
    return text[:start] + made + rest


def has_matter(text: str) -> bool:
    """Whether a Markdown file begins with front matter, closed or not."""
    bom = len(text) - len(text.removeprefix(BOM))
    return text[bom : next_line(text, bom)].rstrip() == FENCE


def is_matter_empty(text: str) -> bool:
    """Whether a Markdown file has front matter that says nothing: no more than comments."""
    if not has_matter(text):
        return False
    start, until = matter(text)
    return all(not line.strip() or line.startswith("#") for line in text[start:until].splitlines())


def matter(text: str) -> tuple[int, int]:
    """Where the front matter of an entry stands, without its fences. Raises Unreadable."""
    bom = len(text) - len(text.removeprefix(BOM))
    place = start = next_line(text, bom)
    if text[bom:start].rstrip() != FENCE:
        raise Unreadable
    while place < len(text):
        below = next_line(text, place)
        if text[place:below].rstrip() == FENCE:
            return start, place
        place = below
    raise Unreadable


def _with_body(text: str, until: int, body: str) -> str:
    """The closing fence, and a body with the line breaks of the file."""
    below = next_line(text, until)
    first = LINE_BREAK.search(text)
    assert first is not None  # behind the opening fence
    fence = text[until:below] if below > line_end(text, until) else text[until:] + first[0]
    return fence + LINE_BREAK.sub(first[0], body)


def data_of(text: str) -> Any:
    """What a text says, as the site reads it. Raises Unreadable."""
    document = yamltext.read("", LINE_BREAK.sub("\n", text))
    if not document.is_sure or not isinstance(document.data, dict):
        raise Unreadable
    return document.data


def _confirm(text: str, wanted: Any) -> None:
    """Raises Unsafe when a text does not say what it should."""
    try:
        found = data_of(text)
    except Unreadable as error:
        raise Unsafe from error
    if found != wanted:
        raise Unsafe
