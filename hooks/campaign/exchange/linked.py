"""What a page is about, for machines: JSON-LD with the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cached_property

from markupsafe import Markup

from campaign import urls
from campaign.every_page import subscribe
from campaign.exchange import nodes, tables
from campaign.exchange.feeds import LANGUAGE
from campaign.exchange.nodes import Node
from campaign.kinds import KINDS
from campaign.render.edition import Edition

CONTEXT = "https://schema.org"
BREAKING = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
"""What could end the script that holds the JSON, or begin another."""


def script(nodes: list[Node]) -> Markup:
    """The nodes as one script of data, from which no text can break out."""
    graph = {"@context": CONTEXT, "@graph": nodes}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(BREAKING)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))


class Linked:
    """Describes the pages of one build."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def describe(self, address: str, title: str) -> list[Node]:
        """The page at an address: where it stands in the site, and what it shows."""
        if not address:
            return [nodes.website(self.edition)]
        describe = self._subjects.get(address)
        subject = describe() if describe else None
        return [self._breadcrumb(address, title), *([subject] if subject else [])]

    @cached_property
    def _subjects(self) -> Mapping[str, Callable[[], Node | None]]:
        """What describes the subject of each page that has one, by its address."""
        found: dict[str, Callable[[], Node | None]] = {}
        for kind in KINDS:
            found.update(kind.presenter.nodes(self.edition))
        return {**found, urls.DATA: self._catalogue}

    def _breadcrumb(self, address: str, title: str) -> Node:
        """From the home page by the column to the page."""
        column = f"{address.split('/')[0]}/"
        steps = [("", "首页")]
        if column != address and subscribe.has_page(self.edition, column):
            steps.append((column, subscribe.names(self.edition, column)[0]))
        steps.append((address, title))
        base = self.edition.site.profile.base_url
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": n, "name": name, "item": base + place}
                for n, (place, name) in enumerate(steps, start=1)
            ],
        }

    def _catalogue(self) -> Node:
        base, site = self.edition.site.profile.base_url, self.edition.site
        licence = site.settings.data_licence
        terms = {"license": licence.url or licence.name} if licence else {}
        return {
            "@type": "DataCatalog",
            "@id": f"{base}{urls.DATA}#catalogue",
            "name": f"{site.settings.short_name}开放数据",
            "url": base + urls.DATA,
            "dataset": [
                {
                    "@type": "Dataset",
                    "name": f"{site.settings.city}{table.title}",
                    "description": table.description,
                    "url": f"{base}{urls.DATA}#{table.name}",
                    "inLanguage": LANGUAGE,
                    "isAccessibleForFree": True,
                    "dateModified": str(site.today),
                    "creator": nodes.publisher(self.edition),
                    "distribution": [
                        {
                            "@type": "DataDownload",
                            "encodingFormat": media_type,
                            "contentUrl": base + urls.table(table.name, ending),
                        }
                        for ending, media_type in tables.FORMATS
                    ],
                    **terms,
                }
                for table in tables.tables()
                if not tables.is_empty(self.edition, table)
            ],
        }
