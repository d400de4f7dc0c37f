"""Which news are listed as of a day."""

from __future__ import annotations

from campaign.derive.facts import Facts, fact
from campaign.derive.references import naming
from campaign.kinds.community import Community
from campaign.kinds.news import News
from campaign.model.entry import newest


@fact
def current(facts: Facts) -> list[News]:
    """All that has not expired, the latest first."""
    today = facts.site.today
    return newest(item for item in facts.site.of(News).values() if not item.is_expired(today))


def current_of(facts: Facts, community: Community) -> list[News]:
    """What of it names a community."""
    today = facts.site.today
    found = naming(facts, News, community, "communities")
    return newest(item for item in found if not item.is_expired(today))
