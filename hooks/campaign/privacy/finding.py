"""What is found in a text that tells who somebody is, and how it is shown without telling."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trace(StrEnum):
    """What a stretch of text is."""

    MOBILE = "手机号"
    IDENTITY = "身份证号"
    BANK = "银行卡号"
    PASSPORT = "护照或通行证号"
    MAIL = "个人邮箱"
    HOME = "住址门牌"
    PLATE = "车牌号"


SHOWN = {
    Trace.MOBILE: (3, 4),
    Trace.IDENTITY: (3, 2),
    Trace.BANK: (4, 4),
    Trace.PASSPORT: (1, 2),
    Trace.MAIL: (1, 0),
    Trace.HOME: (0, 0),
    Trace.PLATE: (2, 1),
}
"""How many letters and digits stay in sight, at the beginning and at the end."""


@dataclass(frozen=True, order=True)
class Finding:
    """A stretch of a text: its place, what it is, and the stretch as it is written."""

    start: int
    end: int
    trace: Trace
    written: str

    @property
    def masked(self) -> str:
        """The stretch with what would tell the number as asterisks."""
        first, last = SHOWN[self.trace]
        hidden, at, domain = self.written, "", ""
        if self.trace is Trace.MAIL:
            hidden, at, domain = self.written.partition("@")
        marks = [place for place, mark in enumerate(hidden) if _tells(mark, self.trace)]
        away = set(marks[first : len(marks) - last])
        kept = "".join("*" if place in away else mark for place, mark in enumerate(hidden))
        return kept + at + domain


def _tells(mark: str, trace: Trace) -> bool:
    """Whether a character is a part of the number; in an address only the digits are."""
    if trace is Trace.HOME:
        return mark.isdigit() or mark in "一二三四五六七八九十"
    return mark.isalnum()
