"""News."""

from __future__ import annotations

from markupsafe import Markup

from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.kinds.articles import EntryPresenter, entry_item
from campaign.kinds.news import News
from campaign.kinds.presenter import Options
from campaign.render import names, pictures
from campaign.render.edition import Edition
from campaign.render.names import View


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

    def list_block(self, edition: Edition, root: str, options: Options) -> Markup:
        kind = options.get("kind")
        found = [item for item in self.records(edition) if kind in (None, item.type.value)]
        limit = int(options.get("limit", len(found)))
        views = [entry_item(edition, item) for item in found[:limit]]
        return edition.render("blocks/entries.html.jinja", root, entries=views)

    def about(self, edition: Edition, entry: News) -> list[Node]:
        return [nodes.about(edition, "community", id) for id in entry.communities]


PRESENTER = NewsPresenter
