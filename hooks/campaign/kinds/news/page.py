"""News."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from campaign.exchange import nodes
from campaign.exchange.feeds import LATEST, Item
from campaign.exchange.nodes import Node
from campaign.kinds.entry_presenter import Article, EntryPresenter
from campaign.kinds.listing import Options
from campaign.kinds.news import News
from campaign.kinds.news.facts import current
from campaign.kinds.news.record import NewsKind
from campaign.kinds.traits import Traits
from campaign.render import names, pictures
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.pictures import PhotoView
from campaign.render.sheets import Group
from campaign.render.template import Template


class NewsPage(Article):
    """News with their photo and the communities that they are about."""

    cover: PhotoView | None
    communities: list[Link]
    expired: str


ANNOUNCING = (NewsKind.NOTICE, NewsKind.SUPERVISION)
"""What gives decisions, so that it is found by their numbers, before the lists that have them."""
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}〔\d{4}〕\d+号")
EXPIRED = "已失效"
PAGE = Template("news/page.html.jinja", NewsPage)


class NewsPresenter(EntryPresenter[News]):
    """How news appear."""

    schema_type = "NewsArticle"
    states = (EXPIRED,)

    def article(self, edition: Edition, entry: News, root: str, article: Article) -> Markup:
        values = NewsPage(
            **article,
            cover=pictures.photo(edition, entry.cover),
            communities=[names.record_link(edition, "community", id) for id in entry.communities],
            expired=str(entry.expires) if entry.is_expired(edition.site.today) else "",
        )
        return edition.render(PAGE, root, values)

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[News]]:
        kind = options.get("kind")
        found = [item for item in current(edition.facts) if kind in (None, item.type.value)]
        limit = int(options.get("limit", len(found)))
        return [Group(self.kind.name, "", found[:limit])]

    def items(self, edition: Edition) -> Iterable[Item]:
        return (self.item(edition, entry) for entry in current(edition.facts)[:LATEST])

    def traits(self, edition: Edition, record: News) -> Traits:
        known = super().traits(edition, record)
        if record.is_expired(edition.site.today):
            known = replace(known, states=[EXPIRED])
        if record.type not in ANNOUNCING:
            return known
        body = edition.site.origin(record).body
        numbers = dict.fromkeys(DOCUMENT_NUMBER.findall(f"{record.summary}\n{body}"))
        return replace(known, spelling=" ".join(numbers))

    def node(self, edition: Edition, record: News) -> Node | None:
        found = super().node(edition, record)
        return {**found, "expires": str(record.expires)} if found and record.expires else found

    def about(self, edition: Edition, entry: News) -> list[Node]:
        return [nodes.about(edition, "community", id) for id in entry.communities]


PRESENTER = NewsPresenter
