"""A visiting route (参观路线): stops in several communities, one after the other."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, Record, refers
from campaign.model.fields import Count, Positive, Ref, Text, choice
from campaign.model.lifecycle import Labelled
from campaign.model.marks import Items, Length


class Travel(Labelled):
    """How visitors get from stop to stop."""

    WALK = "walk", "步行"
    BUS = "bus", "乘车"
    BOAT = "boat", "乘船"


class RouteStop(Part):
    """A stop of a route, and how long it takes to get there from the one before."""

    community: Ref = refers("community", title="社区", description="社区编号，须接待参观")
    stop: Text = Field(title="看哪里", description="社区里走到的地方，如 社区服务站和楼道议事点")
    what: Text | None = Field(None, title="看什么", description="一句话，写看得到的事")
    minutes: Positive = Field(title="停留（分钟）", description="在这一站停多久")
    travel_min: Count | None = Field(
        None, title="路上（分钟）", description="从上一站过来要多久；第一站不写"
    )
    by: Annotated[Travel, BeforeValidator(choice(Travel))] | None = Field(
        None, title="怎么去", description="walk 步行、bus 乘车、boat 乘船；第一站不写"
    )


class Route(Record):
    """A visiting route over several communities."""

    kind: ClassVar[str] = "route"
    label: ClassVar[str] = "参观路线"

    title: Annotated[Text, Length(4, 30)] = Field(title="名称", description="路线名，30 字以内")
    summary: Annotated[Text, Length(20, 160)] = Field(
        title="简介", description="适合谁看、看得到什么，20 到 160 字"
    )
    stops: Annotated[list[RouteStop], Items(2)] = Field(title="站点", description="按先后顺序写")
    season: Text | None = Field(
        None, title="时节", description="哪几个月、星期几、几点出发合适；四季都行的不写"
    )
    group_max: Positive | None = Field(None, title="每批人数上限", description="人数")
    booking: Text = Field(title="预约", description="提前几天、向谁预约、说明哪些情况")
    contact: Ref = refers("org", title="统筹单位", description="整条路线由谁联系，单位编号")

    @property
    def only_name(self) -> tuple[str, ...]:
        return (self.title,)
