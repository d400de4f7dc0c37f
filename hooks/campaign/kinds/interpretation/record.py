"""An article that explains a policy (政策解读)."""

from __future__ import annotations

from typing import ClassVar

from campaign.model.base import refers
from campaign.model.entry import Entry
from campaign.model.fields import Ref


class Interpretation(Entry):
    """An article that explains a policy (政策解读)."""

    kind: ClassVar[str] = "interpretation"
    label: ClassVar[str] = "政策解读"

    interprets: Ref = refers("policy", title="解读文件", description="政策编号")

    @property
    def tag(self) -> str:
        return "解读"
