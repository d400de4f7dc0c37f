"""A piece of news (动态)."""

from campaign.kinds.kind import NUMBER, Kind, Plain
from campaign.kinds.news.record import News, NewsKind

KIND = Kind(
    News,
    "docs/news/*.md",
    folder="news",
    plain=Plain("newspaper-variant-outline", "最近的消息和通知"),
    offers={"news": {"kind": tuple(item.value for item in NewsKind), "limit": NUMBER}},
)

__all__ = ["KIND", "News"]
