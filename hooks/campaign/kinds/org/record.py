"""A unit with a part in the campaign."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.model.base import Part, Record, refers
from campaign.model.fields import (
    LooseText,
    Ref,
    Text,
)


class Office(Part):
    """Where a unit can be found. Landlines only: a mobile number is personal data."""

    address: Text | None = Field(None, title="地址", description="办公地址")
    phone: LooseText | None = Field(None, title="电话", description="座机，带区号")
    email: Text | None = Field(None, title="邮箱", description="单位邮箱")
    hours: LooseText | None = Field(None, title="办公时间", description="如 周一至周五 8:30—17:30")


class Org(Record):
    """A unit with a part in the campaign."""

    kind: ClassVar[str] = "org"
    label: ClassVar[str] = "单位"

    name: Text = Field(title="名称", description="规范全称")
    short: Text | None = Field(None, title="简称", description="列表里用的短名")
    level: Text = Field(title="级别", description="如 city、district、street、dept")
    parent: Ref | None = refers("org", title="上级单位", description="单位编号", default=None)
    duties: list[Text] = Field([], title="职责", description="在创建工作中的职责，逐条写")
    office: Office | None = Field(None, title="办公信息", description="地址、电话、时间")
    reports_to: Ref | None = refers("org", title="报告对象", description="单位编号", default=None)

    @property
    def only_name(self) -> tuple[str, ...]:
        return (self.name,)
