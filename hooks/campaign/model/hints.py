"""What a form says beside a field: the model's description, without what is for files."""

from __future__ import annotations

import re
from collections.abc import Iterable

from campaign.model.controls import OPTION, Control, Option, Sort

FOR_FILES = re.compile(
    r"；?确实没有的写 \[\]，不写的显示“未填报”|^yes[^；。]*[；。]?|[^，；。]*编号$"
    r"|；文件里可不写[^；。]*"
    r"|格式 \d{4}-\d\d-\d\d(?: \d\d:\d\d)?[，；]?"
)
"""What a description says to those who write the file by hand."""
WORD = re.compile(r"\b[a-z][a-z_]*\b", re.ASCII)
"""A word of a choice, as files write it."""


def help_of(control: Control) -> str:
    """What a description says to those who fill in a form."""
    text = FOR_FILES.sub("", control.description)
    options = control.options or (control.inside[0].options if control.inside else ())
    if options:
        text = _in_labels(OPTION.sub(r"\2", text), options)
    if control.sort is Sort.REFERENCE and not text.strip():
        return ""
    text = text.strip("；，")
    return "" if text == control.title else text


def _in_labels(text: str, options: Iterable[Option]) -> str:
    """A text in which words of a choice are called as the form calls them."""
    labels = {option.value: option.label for option in options}
    return WORD.sub(lambda found: labels.get(found[0], found[0]), text).replace("、等", "等")
