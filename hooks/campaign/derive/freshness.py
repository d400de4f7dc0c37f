"""How fresh columns are, against the limits of the inspection of public sites.

国办秘函〔2019〕19号: the home page 2 weeks; news 2 weeks; notices and policies 6 months. A
column's own `stale_days` takes the place of the limit of its type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from campaign.derive.columns import items, latest
from campaign.model.settings import Column
from campaign.site import Site

TWO_WEEKS, SIX_MONTHS = 14, 183
LIMITS: Mapping[str, int] = {
    "工作动态": TWO_WEEKS,
    "动态": TWO_WEEKS,
    "要闻动态": TWO_WEEKS,
    "新闻": TWO_WEEKS,
    "通知公告": SIX_MONTHS,
    "公示公告": SIX_MONTHS,
    "政策文件": SIX_MONTHS,
    "政策解读": SIX_MONTHS,
}
"""Days without anything new that a column of a type may have."""
STALE_VETO, LONG_STALE_VETO, EMPTY_VETO = 5, 10, 5
"""How many columns that are stale, stale for long, or empty fail a site."""


@dataclass(frozen=True)
class Freshness:
    """The state of a column, or of the home page, on one day."""

    newest: date | None
    days: int | None
    """Since the newest item."""
    limit: int | None
    count: int

    @property
    def is_stale(self) -> bool:
        return self.days is not None and self.limit is not None and self.days > self.limit

    @property
    def is_undated(self) -> bool:
        """Nothing shows a day: the inspection counts that as not updated."""
        return self.newest is None and self.limit is not None and self.count > 0


def freshness(site: Site, column: Column) -> Freshness:
    """How fresh a column is today."""
    limit = LIMITS.get(column.type) if column.stale_days is None else column.stale_days
    return _since(site, latest(site, column), limit, sum(1 for _ in items(site, column)))


def home(site: Site) -> Freshness:
    """How fresh the home page is: it shows the latest of the columns."""
    days = [day for day in (latest(site, c) for c in site.settings.columns) if day]
    return _since(site, max(days, default=None), TWO_WEEKS, len(days))


def _since(site: Site, newest: date | None, limit: int | None, count: int) -> Freshness:
    days = (site.today - newest).days if newest else None
    return Freshness(newest, days, limit, count)
