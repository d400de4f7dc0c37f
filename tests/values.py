"""Sites as values, for tests of what is derived from them: records made without files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from campaign.kinds.community import Community
from campaign.kinds.honour import Honour
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.indicator import Indicator
from campaign.kinds.news import News
from campaign.model.base import Record
from campaign.model.settings import Profile, Settings
from campaign.site import Site
from projects import INTRO

TODAY = date(2026, 4, 20)
SETTINGS = Settings.model_validate(
    {
        "id": "site",
        "name": "示例网",
        "short_name": "示例",
        "city": "示例市",
        "motto": "口号",
        "description": "网站",
        "campaign": {"title": "称号", "summary": "说明", "start": "2025-03-05"},
    }
)
PROFILE = Profile.model_validate(
    {
        "id": "demo",
        "base_url": "https://example.org/",
        "compliance": "demo",
        "sponsor": "示例办",
        "contact": "0000-6200000",
    }
)


def site(*records: Record, today: date = TODAY, settings: Settings = SETTINGS) -> Site:
    """A site of nothing but these records."""
    kinds: dict[str, dict[str, Record]] = {}
    for record in records:
        kinds.setdefault(record.kind, {})[record.id] = record
    return Site(Path("/nowhere"), today, settings, PROFILE, kinds, {})


def community(id: str = "alpha", **fields: Any) -> Community:
    base = {"name": id, "district": "east", "type": "old", "est": "2001", "intro": INTRO}
    return Community.model_validate({"id": id, **base, **fields})


def news(id: str, **fields: Any) -> News:
    base = {"title": id, "source": "示例办"}
    return News.model_validate({"id": id, **base, **fields})


def honour_kind(id: str = "city", **fields: Any) -> HonourKind:
    base = {"name": id, "level": "city", "issuer": "示例办", "subjects": ["community"]}
    return HonourKind.model_validate({"id": id, **base, **fields})


def honour(
    events: str | Iterable[tuple[Any, Any]],
    *,
    kind: str = "city",
    to: str = "alpha",
    subject: str = "community",
) -> Honour:
    """An honour by its events: `2024-05-01 named, 2025-05-01 retained`, or pairs."""
    pairs = (item.split() for item in events.split(",")) if isinstance(events, str) else events
    return Honour.model_validate(
        {
            "id": f"{kind}/{to}",
            "kind": kind,
            "subject": {"type": subject, "ref": to},
            "events": [{"on": on, "type": type} for on, type in pairs],
        }
    )


def indicator(id: str = "coverage", **fields: Any) -> Indicator:
    base = {"name": id, "unit": "%", "scope": "city", "kind": "measured"}
    return Indicator.model_validate({"id": id, **base, **fields})
