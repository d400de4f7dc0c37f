"""Word lists: no list of a campaign is in the code."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from campaign.model.base import Part, Record
from campaign.model.fields import Count, Day, Text


class VocabItem(Part):
    """One word of a list."""

    id: Text = Field(title="编号", description="记录里填写的编号")
    label: Text = Field(title="名称", description="网站上显示的名称")
    order: Count = Field(0, title="排序", description="数字小的排在前面")
    until: Day | None = Field(
        None, title="停用日期", description="从这一天起的内容不再用；以前的照旧显示"
    )


class Vocab(Record):
    """A word list: `showcases/vocab/<id>.yml`. No list of a campaign is in the code."""

    kind: ClassVar[str] = "vocab"
    label: ClassVar[str] = "词表"
    is_article: ClassVar[bool] = False

    title: Text = Field(title="词表名称", description="这张表列的是什么")
    items: list[VocabItem] = Field(title="词条", description="编号和名称")

    def labels(self) -> dict[str, str]:
        """Label by item id, in the list's order."""
        return {item.id: item.label for item in sorted(self.items, key=lambda item: item.order)}

    def offered(self, on: date) -> dict[str, str]:
        """The same for whoever chooses one: what was given up says so."""
        used = self.in_use(on)
        return {id: used.get(id, f"{label}（已停用）") for id, label in self.labels().items()}

    def in_use(self, on: date) -> dict[str, str]:
        """The labels of the words that were not given up by then."""
        gone = {item.id for item in self.items if item.until and item.until <= on}
        return {id: label for id, label in self.labels().items() if id not in gone}
