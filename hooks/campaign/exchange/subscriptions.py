"""What can be followed: the whole site, a column, a community; and what is new in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from campaign import markup, urls
from campaign.derive.facts import newest
from campaign.derive.honours import Change
from campaign.exchange.feeds import LATEST, Feed, Item, at
from campaign.model import Community, Entry, Experience, Gallery, Policy, Record
from campaign.pages import pictures, plaques, subscribe, views
from campaign.pages.desk import Desk, cut

SUMMARY = 160
"""Characters of an article that stand for it where it has no summary."""


def feeds(desk: Desk) -> Iterator[Feed]:
    """Every feed, that of the whole site first."""
    for address in subscribe.followed(desk):
        title, description = subscribe.names(desk, address)
        yield _feed(desk, address, title, description, SOURCES[address](desk))
    for community in desk.site.communities.values():
        address = urls.url(community)
        words = f"{community.name}的动态、荣誉、经验和影像。"
        yield _feed(desk, address, community.name, words, _of_community(desk, community))


def _feed(desk: Desk, address: str, title: str, description: str, items: Iterable[Item]) -> Feed:
    settings, profile = desk.site.settings, desk.site.profile
    latest = sorted(items, key=lambda item: (item.published, item.id), reverse=True)[:LATEST]
    return Feed(
        address,
        profile.base_url,
        title if not address else f"{title}｜{settings.short_name}",
        description,
        profile.sponsor,
        tuple(latest),
        settings.campaign.start,
    )


# Sources


def _everything(desk: Desk) -> Iterator[Item]:
    for address in subscribe.followed(desk):
        if address:
            yield from SOURCES[address](desk)


def _of_kinds(*kinds: str) -> Callable[[Desk], Iterator[Item]]:
    def items(desk: Desk) -> Iterator[Item]:
        for kind in kinds:
            entries = newest(desk.site.of(kind).values())[:LATEST]
            yield from (entry_item(desk, entry) for entry in entries)

    return items


def _galleries(desk: Desk) -> Iterator[Item]:
    return (gallery_item(desk, gallery) for gallery in desk.site.galleries.values())


def _experiences(desk: Desk) -> Iterator[Item]:
    return (experience_item(desk, item) for item in desk.site.experiences.values())


def _honours(desk: Desk) -> Iterator[Item]:
    return (change_item(desk, change) for change in desk.facts.changes[:LATEST])


SOURCES: dict[str, Callable[[Desk], Iterable[Item]]] = {
    "": _everything,
    "news/": _of_kinds("news"),
    "speeches/": _of_kinds("speech"),
    "policies/": _of_kinds("policy"),
    "interpretations/": _of_kinds("interpretation"),
    "experiences/": _experiences,
    "honours/": _honours,
    "galleries/": _galleries,
}
"""One for each address of `subscribe.FOLLOWED`; a test holds the two together."""


def _of_community(desk: Desk, community: Community) -> Iterator[Item]:
    facts, id = desk.facts, community.id
    yield from (entry_item(desk, entry) for entry in facts.news_of.get(id, [])[:LATEST])
    yield from (gallery_item(desk, gallery) for gallery in facts.galleries_of.get(id, []))
    yield from (experience_item(desk, item) for item in facts.experiences_of.get(id, []))
    yield from (change_item(desk, change) for change in facts.changes_of.get(id, []))


# Items


def entry_item(desk: Desk, entry: Entry) -> Item:
    view = views.entry_item(desk, entry)
    published = at(entry.published)
    image = _image(desk, getattr(entry, "cover", None))
    summary = entry.summary or _beginning(desk, entry)
    return _item(desk, entry, entry.source, published, view["tag"], summary, image)


def _beginning(desk: Desk, entry: Entry) -> str:
    """How an article begins, in words; for a policy, what it means for residents."""
    if isinstance(entry, Policy) and entry.digest:
        return cut(entry.digest, SUMMARY)
    lines = desk.site.origin(entry).body.split("\n")
    text = "\n".join(line for line in lines if not markup.BLOCK_LIKE.match(line))
    return cut(desk.prose(text, desk.site.profile.base_url).striptags(), SUMMARY)


def gallery_item(desk: Desk, gallery: Gallery) -> Item:
    card = pictures.gallery_card(desk, gallery)
    image = _image(desk, card["cover"]["id"] if card["cover"] else None)
    words = gallery.intro or f"{card['count']} 张照片。"
    author = desk.site.profile.sponsor
    return _item(desk, gallery, author, at(gallery.date), "影像", words, image)


def experience_item(desk: Desk, item: Experience) -> Item:
    period = item.period
    begun = period.start.first() if period.end is None else period.end.last()
    day = min(item.updated or begun, desk.site.today)
    cover = item.photos[0] if item.photos else None
    image = _image(desk, cover)
    return _item(desk, item, item.author_unit, at(day), "典型经验", item.summary, image)


def _item(
    desk: Desk,
    record: Record,
    author: str,
    published: datetime,
    label: str,
    summary: str,
    image: str,
) -> Item:
    base = desk.site.profile.base_url
    # A record that was renamed keeps the id by which readers' programs know it.
    first = record.aliases[0] if record.aliases else record.id
    updated = max(published, at(record.updated)) if record.updated else published
    return Item(
        id=base + urls.of(record.kind, first),
        url=base + urls.url(record),
        title=record.heading,
        summary=summary,
        author=author,
        published=published,
        updated=updated,
        label=label,
        image=image,
    )


def change_item(desk: Desk, change: Change) -> Item:
    """An event of an honour. Events are only appended, so its number is its name."""
    view = plaques.change(desk, change)
    base = desk.site.profile.base_url
    number = change.honour.events.index(change.event) + 1
    parts = (
        ("原因", view["reason"]),
        ("期限", view["due"]),
        ("文件", view["doc"]),
        ("单位", view["by"]),
    )
    words = "；".join(f"{name}：{value}" for name, value in parts if value)
    moment = at(change.event.on)
    return Item(
        id=f"{base}{urls.url(change.honour)}-{number}",
        url=base + urls.url(change.honour),
        title=f"{view['subject']}：{view['honour']}{view['label']}",
        summary=words,
        author=view["by"] or desk.site.profile.sponsor,
        published=moment,
        updated=moment,
        label=view["label"],
    )


def _image(desk: Desk, id: str | None) -> str:
    picture = desk.pictures.get(id or "")
    return desk.site.profile.base_url + picture.fallback if picture else ""
