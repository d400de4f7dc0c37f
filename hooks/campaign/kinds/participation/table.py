"""What committees have reported, as open data: a row for each committee and period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.exchange.table import Column, Table, Type
from campaign.kinds import columns
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.indicator import Indicator
from campaign.kinds.participation import Participation
from campaign.kinds.participation.facts import asked
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Cell:
    """A committee in a table: its numbers, or that it has not reported."""

    edition: Edition
    record: Participation
    place: Community

    @property
    def numbers(self) -> tuple[int | None, int | None]:
        found = (row for row in self.record.rows if row.community == self.place.id)
        row = next(found, None)
        return (row.count, row.of) if row else (None, None)

    @property
    def town(self) -> str:
        return self.place.district_on(self.record.period.last())


def cells(edition: Edition) -> Iterator[Cell]:
    """Those that were asked, by table and by id; who has not reported has no numbers."""
    site = edition.site
    for record in sorted(site.of(Participation).values(), key=lambda r: r.id):
        if indicator := site.of(Indicator).get(record.indicator):
            for place in sorted(asked(site, indicator, record.period.last()), key=lambda p: p.id):
                yield Cell(edition, record, place)


TABLE = Table(
    "participation",
    "参评数据",
    "每期每个居委一行；没有填报的，参加数和总数空着。",
    (
        Column("id", "表编号", Type.TEXT, "参评表的编号，不变", lambda c: c.record.id),
        Column("indicator_id", "指标编号", Type.TEXT, "指标编号", lambda c: c.record.indicator),
        Column(
            "period", "时期", Type.DATE, "2026、2026-03 或 2026-03-31", lambda c: c.record.period
        ),
        Column("published", "公布日期", Type.DATE, "从哪天起公布", lambda c: c.record.date),
        Column("community_id", "社区编号", Type.TEXT, "社区编号，不变", lambda c: c.place.id),
        Column("community", "社区", Type.TEXT, "社区名", lambda c: c.place.name),
        columns.named("district", "镇街", "当时所属的镇街", District, lambda c: c.town),
        Column("count", "参加数", Type.NUMBER, "未填报的空着", lambda c: c.numbers[0]),
        Column("of", "总数", Type.NUMBER, "未填报的空着", lambda c: c.numbers[1]),
        Column("unit", "计数单位", Type.TEXT, "户、个楼院、份、人", lambda c: c.record.unit),
        columns.URL,
    ),
    cells,
)
