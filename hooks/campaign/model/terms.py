"""Terms that changed on a day: what a record said until then is kept beside what it says now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import Field

from campaign.model.base import Part
from campaign.model.fields import Day


class FormerTerms(Part):
    """What held until a day; what is not written is as it was after it."""

    until: Day = Field(title="用到哪天", description="旧规定适用的最后一天")

    @property
    def written(self) -> dict[str, Any]:
        """The terms that it states, by the names of the record's own fields."""
        values = {name: getattr(self, name) for name in type(self).model_fields if name != "until"}
        return {name: value for name, value in values.items() if value is not None}


def held(history: Iterable[FormerTerms], on: date) -> dict[str, Any]:
    """The former terms that held on a day: of those that go on to it, the first to end."""
    known = sorted((item for item in history if on <= item.until), key=lambda item: item.until)
    return {name: value for item in reversed(known) for name, value in item.written.items()}
