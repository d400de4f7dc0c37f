"""What can be followed: the whole site, a column, a community; and what is new in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from campaign import urls
from campaign.derive.facts import newest
from campaign.derive.honours import Change
from campaign.exchange.feeds import LATEST, Feed, Item, at
from campaign.frame import subscribe
from campaign.kinds.community import Community
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.kinds.honour import plaques
from campaign.kinds.policy import Policy
from campaign.model.base import Record
from campaign.model.entry import Entry
from campaign.reading import markup
from campaign.render import pictures, views
from campaign.render.edition import Edition, cut

SUMMARY = 160
"""Characters of an article that stand for it where it has no summary."""


def feeds(edition: Edition) -> Iterator[Feed]:
    """Every feed, that of the whole site first."""
    for address in subscribe.followed(edition):
        title, description = subscribe.names(edition, address)
        yield _feed(edition, address, title, description, SOURCES[address](edition))
    for community in edition.site.of(Community).values():
        address = urls.url(community)
        words = f"{community.name}的动态、荣誉、经验和影像。"
        yield _feed(edition, address, community.name, words, _of_community(edition, community))


def _feed(
    edition: Edition, address: str, title: str, description: str, items: Iterable[Item]
) -> Feed:
    settings, profile = edition.site.settings, edition.site.profile
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


def _everything(edition: Edition) -> Iterator[Item]:
    for address in subscribe.followed(edition):
        if address:
            yield from SOURCES[address](edition)


def _of_kinds(*kinds: str) -> Callable[[Edition], Iterator[Item]]:
    def items(edition: Edition) -> Iterator[Item]:
        for kind in kinds:
            entries = newest(edition.site.kind(kind).values())[:LATEST]
            yield from (entry_item(edition, entry) for entry in entries)

    return items


def _galleries(edition: Edition) -> Iterator[Item]:
    return (gallery_item(edition, gallery) for gallery in edition.site.of(Gallery).values())


def _experiences(edition: Edition) -> Iterator[Item]:
    return (experience_item(edition, item) for item in edition.site.of(Experience).values())


def _honours(edition: Edition) -> Iterator[Item]:
    return (change_item(edition, change) for change in edition.facts.changes[:LATEST])


SOURCES: dict[str, Callable[[Edition], Iterable[Item]]] = {
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


def _of_community(edition: Edition, community: Community) -> Iterator[Item]:
    facts, id = edition.facts, community.id
    yield from (entry_item(edition, entry) for entry in facts.news_of.get(id, [])[:LATEST])
    yield from (gallery_item(edition, gallery) for gallery in facts.galleries_of.get(id, []))
    yield from (experience_item(edition, item) for item in facts.experiences_of.get(id, []))
    yield from (change_item(edition, change) for change in facts.changes_of.get(id, []))


# Items


def entry_item(edition: Edition, entry: Entry) -> Item:
    view = views.entry_item(edition, entry)
    published = at(entry.published)
    image = _image(edition, getattr(entry, "cover", None))
    summary = entry.summary or _beginning(edition, entry)
    return _item(edition, entry, entry.source, published, view["tag"], summary, image)


def _beginning(edition: Edition, entry: Entry) -> str:
    """How an article begins, in words; for a policy, what it means for residents."""
    if isinstance(entry, Policy) and entry.digest:
        return cut(entry.digest, SUMMARY)
    lines = edition.site.origin(entry).body.split("\n")
    text = "\n".join(line for line in lines if not markup.BLOCK_LIKE.match(line))
    return cut(edition.prose(text, edition.site.profile.base_url).striptags(), SUMMARY)


def gallery_item(edition: Edition, gallery: Gallery) -> Item:
    card = pictures.gallery_card(edition, gallery)
    image = _image(edition, card["cover"]["id"] if card["cover"] else None)
    words = gallery.intro or f"{card['count']} 张照片。"
    author = edition.site.profile.sponsor
    return _item(edition, gallery, author, at(gallery.date), "影像", words, image)


def experience_item(edition: Edition, item: Experience) -> Item:
    period = item.period
    begun = period.start.first() if period.end is None else period.end.last()
    day = min(item.updated or begun, edition.site.today)
    cover = item.photos[0] if item.photos else None
    image = _image(edition, cover)
    return _item(edition, item, item.author_unit, at(day), "典型经验", item.summary, image)


def _item(
    edition: Edition,
    record: Record,
    author: str,
    published: datetime,
    label: str,
    summary: str,
    image: str,
) -> Item:
    base = edition.site.profile.base_url
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


def change_item(edition: Edition, change: Change) -> Item:
    """An event of an honour. Events are only appended, so its number is its name."""
    view = plaques.change(edition, change)
    base = edition.site.profile.base_url
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
        author=view["by"] or edition.site.profile.sponsor,
        published=moment,
        updated=moment,
        label=view["label"],
    )


def _image(edition: Edition, id: str | None) -> str:
    picture = edition.pictures.get(id or "")
    return edition.site.profile.base_url + picture.fallback if picture else ""
