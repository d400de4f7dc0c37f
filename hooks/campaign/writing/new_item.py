"""Drafts of records that share a file: one stands behind the items that are there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import indent
from typing import Any

from campaign.kinds.kind import Kind
from campaign.reading import yamltext

ITEM = re.compile(r"^( *)- ", re.MULTILINE)
USUAL = "  "


class Unfit(Exception):
    """The file cannot take another item at its end."""


def ids(place: Kind[Any], text: str) -> list[str]:
    """The ids of the items of a file."""
    data = yamltext.read(place.pattern, text).data
    items = data.get(place.list_key) if isinstance(data, dict) else None
    return [str(item.get("id")) for item in items or () if isinstance(item, dict)]


def with_item(place: Kind[Any], text: str, id: str, lines: Iterable[str]) -> str:
    """The text of the file with one more item, every character before it as it was.

    Raises Unfit when its end is not the end of its list.
    """
    before = ids(place, text)
    found = ITEM.search(text)
    lead = found[1] if found else USUAL
    item = indent("\n".join(lines), f"{lead}  ")
    head = text if text else f"{_schema(place)}{place.list_key}:\n"
    break_ = "" if head.endswith("\n") else "\n"
    made = f"{head}{break_}{lead}- id: {id}\n{item}\n"
    document = yamltext.read(place.pattern, made)
    if document.problems or ids(place, made) != [*before, id]:
        raise Unfit
    return made


def _schema(place: Kind[Any]) -> str:
    return f"# yaml-language-server: $schema=schema/{place.list_key}.schema.json\n"
