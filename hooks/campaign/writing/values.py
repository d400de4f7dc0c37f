"""Values as YAML text, so that any reader of YAML gets the same text back.

Short groups and lists stand on one line in brackets, as people write them by hand; texts are
quoted only where they have to be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from campaign.reading.characters import FORBIDDEN
from campaign.reading.yamltext import ABSENT

PLAIN = re.compile(r"[0-9A-Za-z\u3400-\u9fff][0-9A-Za-z\u3400-\u9fff_.-]*")
"""What YAML reads as itself without quotes."""
PROSE = re.compile(r"(?:[A-Za-z\u3400-\u9fff《“（]|\d+ ?[\u3400-\u9fff—])[^\n\r\t]*(?<! )")
"""Words and sentences that read as themselves, where nothing in them looks like YAML."""
LOOKS_LIKE_YAML = re.compile(r":(?=\s|$)|\s#|^\S+[：:]\S*$")
IN_BRACKETS = re.compile(r"[\[\]{},]")
ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})
LONG_TEXT, LONG_LIST, LONG_GROUP, LONG_ITEM = 80, 100, 120, 240
"""Characters: a longer text stands on a line of its own, other values one part a line."""
INDENT = "  "


class InQuotes(str):
    """A text that is written in quotes, whatever it is like."""


def quoted(text: str) -> str:
    """A text: quoted unless it is plainly a word or a number."""
    if PLAIN.fullmatch(text) and text not in ABSENT:
        return text
    return in_quotes(text)


def in_quotes(text: str) -> str:
    """A text in double quotes; what a file may not hold is written by its number."""
    return f'"{FORBIDDEN.sub(_number, text.translate(ESCAPES))}"'


def _number(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"


def all_in_quotes(value: Any) -> Any:
    """A value with all its texts in quotes."""
    if isinstance(value, Mapping):
        return {key: all_in_quotes(item) for key, item in value.items()}
    if isinstance(value, list):
        return [all_in_quotes(item) for item in value]
    return InQuotes(value) if isinstance(value, str) else value


def plain(value: Any) -> Any:
    """A value as the reader gives it: texts, groups, lists, or nothing."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, int | Decimal | date):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    return value if value is None else str(value)


def scalar(text: str | None, in_brackets: bool = False, style: str = "") -> str:
    """A text on one line, in the quotes that were there where it can be."""
    if text is None:
        return ""
    if style == '"' or isinstance(text, InQuotes):
        return in_quotes(text)
    if style == "'" and not re.search(r"[\n\r\t]", text) and not FORBIDDEN.search(text):
        return "'" + text.replace("'", "''") + "'"
    return text if is_plain(text, in_brackets) else in_quotes(text)


def is_plain(text: str, in_brackets: bool = False) -> bool:
    """Whether a text needs no quotes."""
    if text in ABSENT or FORBIDDEN.search(text):
        return False
    if PLAIN.fullmatch(text):
        return True
    if not PROSE.fullmatch(text) or LOOKS_LIKE_YAML.search(text):
        return False
    return not (in_brackets and IN_BRACKETS.search(text))


def flow(value: Any) -> str:
    """A value on one line, as it stands within brackets."""
    if isinstance(value, Mapping):
        fields = (f"{_key(key)}: {flow(item)}".rstrip() for key, item in value.items())
        return "{" + ", ".join(fields) + "}"
    if isinstance(value, list):
        is_one = len(value) == 1 and isinstance(value[0], str)
        if is_one and "，" in value[0]:  # it looks like several
            return f"[{in_quotes(value[0])}]"
        return "[" + ", ".join("~" if item is None else flow(item) for item in value) + "]"
    return scalar(value, in_brackets=True)


def _key(key: str) -> str:
    return scalar(key, in_brackets=True) or '""'


def written(value: Any, indent: str, in_lines: bool = False) -> tuple[str, list[str]]:
    """What stands behind `key:` or `-`, and the lines below it, indented so."""
    if isinstance(value, str):
        return _text(value, indent)
    if isinstance(value, Mapping) and value:
        if not in_lines and _fits(value, LONG_GROUP):
            return flow(value), []
        return "", fields(value, indent)
    if isinstance(value, list) and value:
        if not in_lines and not _has_groups(value) and _fits(value, LONG_LIST):
            return flow(value), []
        return "", [line for item in value for line in item_lines(item, indent, in_lines)]
    return flow(value), []


def fields(group: Mapping[str, Any], indent: str, in_lines: bool = False) -> list[str]:
    """A group, one field a line; `in_lines` is about the groups and lists in it."""
    found: list[str] = []
    for key, value in group.items():
        head, below = written(value, indent + INDENT, in_lines)
        found += [f"{indent}{_key(key)}: {head}".rstrip(), *below]
    return found


def item_lines(value: Any, indent: str, in_lines: bool = False) -> list[str]:
    """An item of a list, with its dash."""
    if isinstance(value, Mapping) and value:
        if not in_lines and _fits(value, LONG_ITEM):
            return [f"{indent}- {flow(value)}"]
        first, *rest = fields(value, indent + INDENT)
        return [f"{indent}- {first.removeprefix(indent + INDENT)}", *rest]
    if isinstance(value, list) and value:
        return [f"{indent}- {flow(value)}"]
    head, below = written(value, indent + INDENT)
    return [f"{indent}- {head}".rstrip(), *below]


def _fits(value: Any, most: int) -> bool:
    return not _has_lines(value) and len(flow(value)) <= most


def _has_groups(value: list[Any]) -> bool:
    return any(isinstance(item, Mapping | list) for item in value)


def _has_lines(value: Any) -> bool:
    """Whether a text of several lines stands in it: that is read best line by line."""
    if isinstance(value, Mapping):
        return any(map(_has_lines, value.values()))
    if isinstance(value, list):
        return any(map(_has_lines, value))
    return isinstance(value, str) and "\n" in value.strip()


def _text(text: str, indent: str) -> tuple[str, list[str]]:
    if can_stand_in_lines(text) and "\n" in text:
        return in_lines_of_its_own(text, indent)
    if can_stand_in_lines(text) and len(text) > LONG_TEXT:
        return ">-", [f"{indent}{text}"]
    return scalar(text), []


def in_lines_of_its_own(text: str, indent: str) -> tuple[str, list[str]]:
    """A text line by line, behind its `|`."""
    lines = text.removesuffix("\n").split("\n")
    return ("|" if text.endswith("\n") else "|-"), [f"{indent}{line}".rstrip() for line in lines]


def can_stand_in_lines(text: str) -> bool:
    """Whether a text can be written without quotes behind a `|`."""
    if isinstance(text, InQuotes):
        return False
    lines = text.removesuffix("\n").split("\n")
    is_even = all(line == line.rstrip() for line in lines) and lines[-1] != ""
    is_clean = not FORBIDDEN.search(text) and not re.search(r"[\r\t]", text)
    return is_clean and is_even and lines[0] == lines[0].lstrip() != ""
