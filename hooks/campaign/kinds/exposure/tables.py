"""What was reported in public, as open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.exchange.table import Column, Table, Type
from campaign.kinds import columns
from campaign.kinds.community import Community
from campaign.kinds.exposure import Exposure, facts
from campaign.kinds.exposure.facts import Reported
from campaign.render import promises
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Row:
    """One as it stands today."""

    edition: Edition
    item: Reported

    @property
    def record(self) -> Exposure:
        return self.item.exposure


def rows(edition: Edition) -> Iterator[Row]:
    found = facts.reported(edition.facts)
    for item in sorted(found, key=lambda item: (item.reported, item.exposure.id)):
        yield Row(edition, item)


TABLE = Table(
    "exposures",
    "舆论监督",
    "每件监督事项一行，状态截至数据日期，由事件推算；没有回应、没有整改的天数空着。",
    (
        columns.ID,
        Column("title", "事项", Type.TEXT, "哪里的什么问题", lambda r: r.record.title),
        columns.named("community", "社区", "社区名称", Community, lambda r: r.record.community),
        Column("place", "地点", Type.TEXT, "写到街巷为止", lambda r: r.record.place),
        Column(
            "channel",
            "渠道",
            Type.TEXT,
            "通过什么渠道",
            lambda r: r.edition.site.label("exposure-channels", r.record.channel),
        ),
        Column("reported", "反映日期", Type.DATE, "第一次反映", lambda r: r.item.reported),
        Column("due", "整改期限", Type.DATE, "现行期限", lambda r: r.item.standing.due),
        Column(
            "state_label",
            "状态",
            Type.TEXT,
            "现在的状态",
            lambda r: promises.mark(r.item.standing)[1],
        ),
        Column("since", "状态起始", Type.DATE, "从哪天起", lambda r: r.item.standing.since),
        Column(
            "days_to_answer",
            "回应天数",
            Type.NUMBER,
            "从反映到第一次回应",
            lambda r: r.item.days_to_answer,
        ),
        Column(
            "days_to_rectify",
            "整改天数",
            Type.NUMBER,
            "从反映到整改完成",
            lambda r: r.item.days_to_rectify,
        ),
        columns.URL,
    ),
    rows,
)
