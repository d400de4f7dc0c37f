"""The communities as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign import urls
from campaign.exchange.table import Column, Table, Type
from campaign.kinds import columns
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.district.facts import above
from campaign.kinds.honour.facts import Standing, highest_of, honours_of
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Row:
    """A community with what follows from the other records."""

    edition: Edition
    record: Community

    @property
    def honours(self) -> list[Standing]:
        """The honours that it holds."""
        found = honours_of(self.edition.facts, self.record)
        return [item for item in found if item.state.is_active]

    @property
    def level(self) -> str:
        top = highest_of(self.edition.facts, self.record)
        return top.level.value if top else ""

    @property
    def level_label(self) -> str:
        top = highest_of(self.edition.facts, self.record)
        return top.level.label if top else ""


def rows(edition: Edition) -> Iterator[Row]:
    for community in sorted(edition.site.of(Community).values(), key=lambda item: item.id):
        yield Row(edition, community)


TABLE = Table(
    "communities",
    "社区名录",
    "每个社区一行。户数、人口和面积由社区填报，荣誉由荣誉榜推算。",
    (
        Column("id", "编号", Type.TEXT, "社区编号，改名也不变", lambda r: r.record.id),
        Column("name", "名称", Type.TEXT, "规范全称", lambda r: r.record.name),
        columns.named(
            "district", "所属镇街", "镇或街道办事处的全称", District, lambda r: r.record.district
        ),
        columns.named(
            "county",
            "所属区县",
            "镇街所在的区、县；直属本市的空着",
            District,
            lambda r: above(r.edition.site, r.record.district),
        ),
        Column(
            "type",
            "社区类型",
            Type.TEXT,
            "类型词表里的名称",
            lambda r: r.edition.site.label("community-types", r.record.type),
        ),
        Column(
            "established",
            "成立时间",
            Type.DATE,
            "写到年、月或日，如 2006、2006-05",
            lambda r: r.record.est,
        ),
        Column(
            "dissolved",
            "撤并日期",
            Type.DATE,
            "空着表示没有撤并",
            lambda r: r.record.dissolved and r.record.dissolved.date,
        ),
        Column("households", "户数", Type.NUMBER, "单位：户", lambda r: r.record.households),
        Column("population", "常住人口", Type.NUMBER, "单位：人", lambda r: r.record.population),
        Column("area_km2", "面积", Type.NUMBER, "单位：平方公里", lambda r: r.record.area_km2),
        Column(
            "address",
            "居委会地址",
            Type.TEXT,
            "办公地址",
            lambda r: r.record.committee and r.record.committee.address,
        ),
        Column(
            "phone",
            "居委会电话",
            Type.TEXT,
            "座机，带区号",
            lambda r: r.record.committee and r.record.committee.phone,
        ),
        Column(
            "level",
            "级别代码",
            Type.TEXT,
            "现有最高级别：national、province、city、district、street；空着表示没有",
            lambda r: r.level,
        ),
        Column("level_label", "级别", Type.TEXT, "级别代码的名称", lambda r: r.level_label),
        Column(
            "demonstration_site",
            "示范点",
            Type.FLAG,
            "现在是不是文明社区示范点",
            lambda r: any(item.kind.is_site for item in r.honours),
        ),
        Column("honours", "荣誉数", Type.NUMBER, "现在持有几项荣誉", lambda r: len(r.honours)),
        Column("updated", "更新日期", Type.DATE, "资料最近核实的日期", lambda r: r.record.updated),
        Column(
            "url",
            "网页",
            Type.URL,
            "本站的社区页",
            lambda r: r.edition.site.profile.base_url + urls.url(r.record),
        ),
    ),
    rows,
)
