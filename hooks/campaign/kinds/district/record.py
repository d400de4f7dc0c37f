"""A town, sub-district office or district of the city."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.model.base import Record, refers
from campaign.model.fields import (
    Count,
    Ref,
    Text,
    YesNo,
)


class District(Record):
    """A town, sub-district office or district of the city."""

    kind: ClassVar[str] = "district"
    label: ClassVar[str] = "镇街"

    name: Text = Field(title="名称", description="规范全称")
    type: Text = Field(
        "district",
        alias="kind",
        title="类别",
        description="town 镇、office 街道办事处、district 区",
    )
    lead_org: Ref | None = refers("org", title="责任单位", description="单位编号", default=None)
    focus: YesNo = Field(False, title="责任主体", description="是否为本轮创建的责任主体")
    order: Count = Field(0, title="排序", description="数字小的排在前面")

    @property
    def only_name(self) -> tuple[str, ...]:
        return (self.name,)
