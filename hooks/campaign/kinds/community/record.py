"""A community (社区) and its neighbourhood committee."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.model import terms
from campaign.model.base import Correction, Part, Record, refers
from campaign.model.fields import (
    Amount,
    Count,
    Day,
    LooseText,
    Markdown,
    PartialDay,
    Ref,
    Text,
    YesNo,
    choice,
)
from campaign.model.marks import Items, Length


class NameUsed(Part):
    """A name that a place had until a day."""

    name: Text = Field(title="曾用名", description="当时的名称")
    until: Day = Field(title="用到哪天", description="更名日期")


class Facility(Part):
    """A place in the community where something is done for residents."""

    kind: Ref = refers("facility-kinds", title="类别", description="设施类别词表里的编号")
    name: Text = Field(title="名称", description="门牌上的名称")
    area_m2: Amount | None = Field(None, title="面积（平方米）", description="建筑面积")
    hours: LooseText | None = Field(None, title="开放时间", description="如 每日 8:30—20:00")
    place: Text | None = Field(None, title="位置", description="怎么找到它")
    open_to_minors: YesNo | None = Field(None, title="向未成年人开放", description="yes 是、no 否")
    accessible: YesNo | None = Field(None, title="无障碍", description="轮椅能否到达")
    photo: Ref | None = refers("photo", title="照片", description="相册/照片名", default=None)


class ServiceKind(StrEnum):
    """What a resident pays. Only `welfare` counts towards the welfare share."""

    WELFARE = "welfare"
    LOW_FEE = "low_fee"
    PAID = "paid"

    @property
    def label(self) -> str:
        return SERVICE_LABELS[self]


SERVICE_LABELS = {
    ServiceKind.WELFARE: "福利",
    ServiceKind.LOW_FEE: "低偿",
    ServiceKind.PAID: "有偿",
}


class Service(Part):
    """One item of the community's service list."""

    name: Text = Field(title="服务项目", description="居民看得懂的名称")
    kind: Annotated[ServiceKind, BeforeValidator(choice(ServiceKind))] = Field(
        title="收费性质",
        description="welfare 福利（免费）、low_fee 低偿、paid 有偿；只有福利计入占比",
    )
    audience: list[Ref] = refers(
        "audiences",
        title="服务对象",
        description="服务对象词表里的编号",
        default=[],
        alias="for",
    )
    time: LooseText | None = Field(None, title="时间", description="何时提供")
    place: Text | None = Field(None, title="地点", description="在哪里提供")
    phone: LooseText | None = Field(None, title="电话", description="座机")


class Team(Part):
    """A volunteer or residents' team."""

    name: Text = Field(title="队伍名称", description="队伍名称")
    field: Text | None = Field(None, title="服务领域", description="如 环境、助老、文艺")
    size: Count | None = Field(None, title="人数", description="在册人数")
    contact: Text | None = Field(None, title="联系方式", description="联系岗位，不写个人电话")


class Stop(Part):
    """One stop of a visiting route."""

    stop: Text = Field(title="站点", description="走到哪里")
    what: Text = Field(title="看什么", description="一句话")
    minutes: Count | None = Field(None, title="停留（分钟）", description="建议停留时间")
    photo: Ref | None = refers("photo", title="照片", description="相册/照片名", default=None)


class Reception(Part):
    """How a delegation visits a demonstration site."""

    open: YesNo = Field(title="接受参观", description="yes 是、no 否")
    booking: Text | None = Field(None, title="预约方式", description="怎么预约")
    duration_min: Count | None = Field(None, title="时长（分钟）", description="全程时间")
    group_max: Count | None = Field(None, title="每批人数上限", description="人数")
    route: list[Stop] = Field([], title="参观路线", description="按顺序写站点")


class Committee(Part):
    """The neighbourhood committee's office."""

    address: Text = Field(title="地址", description="居委会办公地址")
    phone: LooseText | None = Field(None, title="电话", description="座机，带区号")
    hours: LooseText | None = Field(None, title="办公时间", description="如 周一至周五 8:30—17:30")


class Dissolved(Part):
    """The end of a community by merger."""

    date: Day = Field(title="撤并日期", description="批复日期")
    into: Ref | None = refers("community", title="并入社区", description="社区编号", default=None)


class FormerTerms(terms.FormerTerms):
    """In what town a community lay until a day."""

    district: Ref = refers("district", title="镇街", description="当时所属的镇街编号")


class Community(Record):
    """A community (社区) and its neighbourhood committee."""

    kind: ClassVar[str] = "community"
    label: ClassVar[str] = "社区"
    beside_name: ClassVar[tuple[str, ...]] = ("district",)

    name: Text = Field(title="名称", description="规范全称，如 幸福里社区")
    pinyin: Text | None = Field(
        None, title="拼音", description="多音字排序不对时填写，如 chong qing lu"
    )
    name_history: list[NameUsed] = Field([], title="曾用名", description="更名记录")
    district: Ref = refers("district", title="所属镇街", description="镇街编号")
    type: Ref = refers("community-types", title="类型", description="社区类型词表里的编号")
    est: PartialDay = Field(
        title="成立时间", description="2006、2006-05 或 2006-05-12，计算覆盖率要用"
    )
    estates: list[Text] = Field([], title="小区", description="居民平时说的小区、院落名称")
    households: Count | None = Field(None, title="户数", description="户")
    population: Count | None = Field(None, title="人口", description="常住人口，人")
    area_km2: Amount | None = Field(None, title="面积（平方公里）", description="辖区面积")
    slogan: Annotated[Text, Length(high=20)] | None = Field(
        None, title="口号", description="不超过 20 字"
    )
    intro: Annotated[Markdown, Length(60, 400)] = Field(
        title="简介", description="60 到 400 字，可用 Markdown 和站内链接"
    )
    features: Annotated[list[Text], Items(high=6)] = Field(
        [], title="特色", description="最多 6 条短语"
    )
    committee: Committee | None = Field(None, title="居委会", description="办公地址和电话")
    facilities: list[Facility] | None = Field(
        None, title="设施", description="逐项写；确实没有的写 []，不写的显示“未填报”"
    )
    services: list[Service] | None = Field(
        None,
        title="服务",
        description="逐项写，福利服务占比由此算出；确实没有的写 []，不写的显示“未填报”",
    )
    teams: list[Team] | None = Field(
        None, title="队伍", description="志愿服务和文体队伍；确实没有的写 []，不写的显示“未填报”"
    )
    cover: Ref | None = refers(
        "photo",
        title="封面照片",
        description="相册/照片名，如 community-views/xingfuli",
        default=None,
    )
    reception: Reception | None = Field(None, title="参观接待", description="示范点填写")
    contact_office: Ref | None = refers(
        "org", title="联系单位", description="单位编号", default=None
    )
    inspection_point: YesNo = Field(
        False, title="检查点位", description="内部使用，不会出现在网站上"
    )
    dissolved: Dissolved | None = Field(None, title="撤并", description="撤并日期和并入的社区")
    terms_history: list[FormerTerms] = Field(
        [], title="曾属镇街", description="划到别的镇街的，写原来属哪个镇街、到哪天为止"
    )
    corrections: list[Correction] = Field(
        [], title="更正", description="成立、撤并时间和镇街公开以后发现写错的，改正时写一条"
    )

    def exists(self, on: date) -> bool:
        """Set up by then, and not merged away yet."""
        gone = self.dissolved is not None and self.dissolved.date <= on
        return self.est.first() <= on and not gone

    def as_of(self, on: date) -> Self:
        known, then = super().as_of(on), terms.held(self.terms_history, on)
        if self.dissolved is not None and on < self.dissolved.date:
            then["dissolved"] = None
        return known.model_copy(update=then) if then else known

    def district_on(self, on: date) -> str:
        """The town in which it lay on a day."""
        return str(terms.held(self.terms_history, on).get("district", self.district))

    @property
    def begins(self) -> date | None:
        return self.est.first()
