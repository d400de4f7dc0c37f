"""News."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.kinds.entry_presenter import EntryPresenter
from campaign.kinds.listing import Options
from campaign.kinds.news import News
from campaign.render import names, pictures
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.sheets import Group


class NewsPresenter(EntryPresenter[News]):
    """How news appear."""

    template = "news/page.html.jinja"
    schema_type = "NewsArticle"

    def surroundings(self, edition: Edition, entry: News) -> View:
        return {
            "cover": pictures.photo(edition, entry.cover),
            "communities": [
                names.record_link(edition, "community", id) for id in entry.communities
            ],
        }

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[News]]:
        kind = options.get("kind")
        found = [item for item in self.records(edition) if kind in (None, item.type.value)]
        limit = int(options.get("limit", len(found)))
        return [Group(self.kind.name, "", found[:limit])]

    def about(self, edition: Edition, entry: News) -> list[Node]:
        return [nodes.about(edition, "community", id) for id in entry.communities]


PRESENTER = NewsPresenter
