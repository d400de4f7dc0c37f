"""Blocks that no kind of record offers, each with its options; `blocks` renders them."""

from collections.abc import Mapping

from campaign.kinds.kind import PHOTO, Options

OWN: Mapping[str, Options] = {
    "home": {},
    "photo": {"id": PHOTO},
    "data": {},
    "feeds": {},
    "fields": {},
    "admin-limits": {},
    "sitemap": {},
    "specimen": {},
    "search": {},
    "elder": {},
}
