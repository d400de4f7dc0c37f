"""Events of honours in feeds."""

from __future__ import annotations

from campaign import urls
from campaign.exchange.feeds import Item, at
from campaign.kinds.honour import plaques
from campaign.kinds.honour.facts import Change
from campaign.render.edition import Edition


def change_item(edition: Edition, change: Change) -> Item:
    """An event of an honour. Events are only appended, so its number is its name."""
    view = plaques.change(edition, change)
    base = edition.site.profile.base_url
    number = change.honour.events.index(change.event) + 1
    parts = (
        ("更正", view["corrects"]),
        ("原因", view["reason"]),
        ("期限", view["due"]),
        ("文件", view["doc"]),
        ("单位", view["by"]),
        ("说明", view["note"] if view["corrects"] else ""),
    )
    words = "；".join(f"{name}：{value}" for name, value in parts if value)
    moment = at(change.event.on)
    return Item(
        id=f"{base}{urls.url(change.honour)}-{number}",
        url=base + plaques.address(edition, change.honour),
        title=f"{view['subject']}：{view['honour']}{view['label']}",
        summary=words,
        author=view["by"] or edition.site.profile.sponsor,
        published=moment,
        updated=moment,
        label=view["label"],
    )
