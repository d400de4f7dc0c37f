"""From which time of day to which: as people write it, and as programs need it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import time
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from campaign.model.fields import refuse

HOURS = re.compile(r"^(\d{1,2}):(\d\d)(?:[-–—~](\d{1,2}):(\d\d))?$", re.ASCII)


@dataclass(frozen=True, order=True)
class Hours:
    """A time of day, and when it ends where that is known."""

    begin: time
    end: time | None = None

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}" + (f"–{self.end:%H:%M}" if self.end else "")


def _hours(value: Any) -> Any:
    if isinstance(value, Hours):
        return value
    plain = unicodedata.normalize("NFKC", value).replace(" ", "") if isinstance(value, str) else ""
    found = HOURS.match(plain)
    if found is None:
        raise refuse("V06n", "…" if isinstance(value, (dict, list)) else value)
    try:
        begin = time(int(found[1]), int(found[2]))
        end = time(int(found[3]), int(found[4])) if found[3] else None
    except ValueError:
        raise refuse("V06n", value) from None
    if end is not None and end <= begin:
        raise refuse("V06n", value)
    return Hours(begin, end)


HoursField = Annotated[
    Hours,
    BeforeValidator(_hours),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": HOURS.pattern}),
]
