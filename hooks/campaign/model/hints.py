"""What a form says beside a field: the model's description, without what is for files."""

from __future__ import annotations

import re

from campaign.model.controls import OPTION, Control, Sort

FOR_FILES = re.compile(
    r"；?确实没有的写 \[\]，不写的显示“未填报”|^yes[^；。]*[；。]?|[^，；。]*编号$"
    r"|格式 \d{4}-\d\d-\d\d(?: \d\d:\d\d)?[，；]?"
)
"""What a description says to those who write the file by hand."""


def help_of(control: Control) -> str:
    """What a description says to those who fill in a form."""
    text = FOR_FILES.sub("", control.description)
    options = control.options or (control.inside and control.item.options)
    if options:
        text = OPTION.sub(r"\2", text)
    if control.sort is Sort.REFERENCE and not text.strip():
        return ""
    text = text.strip("；，")
    return "" if text == control.title else text
