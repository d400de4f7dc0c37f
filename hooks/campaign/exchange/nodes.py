"""Records in the words of schema.org."""

from __future__ import annotations

from typing import Any

from campaign.exchange.feeds import LANGUAGE
from campaign.render import names, pictures
from campaign.render.edition import Edition

Node = dict[str, Any]
"""A thing with its properties."""


def website(edition: Edition) -> Node:
    site = edition.site
    return {
        "@type": "WebSite",
        "@id": f"{site.profile.base_url}#website",
        "url": site.profile.base_url,
        "name": site.settings.name,
        "alternateName": site.settings.short_name,
        "description": site.settings.description,
        "inLanguage": LANGUAGE,
        "publisher": publisher(edition),
    }


def publisher(edition: Edition) -> Node:
    return organisation(edition.site.profile.sponsor)


def organisation(name: str) -> Node:
    return {"@type": "Organization", "name": name}


def about(edition: Edition, kind: str, id: str) -> Node:
    """A thing that another page describes."""
    link = names.record_link(edition, kind, id)
    return {"@id": f"{edition.site.profile.base_url}{link['url']}#subject", "name": link["name"]}


def subject(edition: Edition, page: str, type: str | list[str], /, **properties: Any) -> Node:
    """What a page is about, by its address; empty properties are left out."""
    url = edition.site.profile.base_url + page
    filled = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"@type": type, "@id": f"{url}#subject", "url": url, **filled}


GENERATED = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def photo(edition: Edition, id: str | None) -> Node | None:
    """A photo with its licence; whoever does not want to be named is not."""
    picture, view = edition.pictures.get(id or ""), pictures.photo(edition, id)
    if picture is None or view is None:
        return None
    record = edition.site.photos[picture.id]
    base = edition.site.profile.base_url
    author = record.author.name if record.author and record.author.display else ""
    node = {
        "@type": "ImageObject",
        "contentUrl": base + picture.fallback,
        "caption": view["caption"],
        "dateCreated": str(record.taken or ""),
        "creditText": author,
        "digitalSourceType": GENERATED if record.generated else "",
        "license": _licence(edition, record.licence),
    }
    return {name: value for name, value in node.items() if value}


def _licence(edition: Edition, id: str) -> Node:
    return {"@type": "CreativeWork", "name": edition.site.label("licences", id)}
