"""Records in the words of schema.org."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from campaign import urls
from campaign.exchange.feeds import LANGUAGE, at
from campaign.exchange.subscriptions import entry_item
from campaign.model import (
    Community,
    Entry,
    Experience,
    Gallery,
    Interpretation,
    News,
    Policy,
)
from campaign.model.entries import PolicyStatus
from campaign.pages import names, pictures
from campaign.pages.desk import Desk

Node = dict[str, Any]
"""A thing with its properties."""

FORCE = {
    PolicyStatus.IN_FORCE: "InForce",
    PolicyStatus.AMENDED: "PartiallyInForce",
    PolicyStatus.ABOLISHED: "NotInForce",
    PolicyStatus.DRAFT: "NotInForce",
}


def website(desk: Desk) -> Node:
    site = desk.site
    return {
        "@type": "WebSite",
        "@id": f"{site.profile.base_url}#website",
        "url": site.profile.base_url,
        "name": site.settings.name,
        "alternateName": site.settings.short_name,
        "description": site.settings.description,
        "inLanguage": LANGUAGE,
        "publisher": publisher(desk),
    }


def publisher(desk: Desk) -> Node:
    return organisation(desk.site.profile.sponsor)


def organisation(name: str) -> Node:
    return {"@type": "Organization", "name": name}


def _about(desk: Desk, kind: str, id: str) -> Node:
    """A thing that another page describes."""
    link = names.record_link(desk, kind, id)
    return {"@id": f"{desk.site.profile.base_url}{link['url']}#subject", "name": link["name"]}


def _subject(desk: Desk, page: str, type: str | list[str], /, **properties: Any) -> Node:
    """What a page is about, by its address; empty properties are left out."""
    url = desk.site.profile.base_url + page
    filled = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"@type": type, "@id": f"{url}#subject", "url": url, **filled}


# Places


def community(desk: Desk, item: Community) -> Node:
    """A place, and the self-governing body of those who live there."""
    office = item.committee
    held = [s for s in desk.facts.honours_of.get(item.id, []) if s.state.is_active]
    district = names.district_name(desk, item)
    address = {
        "@type": "PostalAddress",
        "addressCountry": "CN",
        "addressLocality": desk.site.settings.city,
        "streetAddress": office.address if office else "",
    }
    return _subject(
        desk,
        urls.url(item),
        ["Place", "Organization"],
        name=item.name,
        alternateName=[used.name for used in item.name_history],
        description=desk.prose(item.intro, desk.site.profile.base_url).striptags(),
        slogan=item.slogan,
        foundingDate=str(item.est),
        dissolutionDate=str(item.dissolved.date) if item.dissolved else "",
        containedInPlace={"@type": "AdministrativeArea", "name": district} if district else None,
        address={name: value for name, value in address.items() if value},
        telephone=office.phone if office else "",
        award=[s.kind.name for s in held],
        image=_photo(desk, item.cover),
    )


# Articles


def entry(desk: Desk, item: Entry) -> Node:
    """A speech, an interpretation or news."""
    about = []
    if isinstance(item, News):
        about = [_about(desk, "community", id) for id in item.communities]
    if isinstance(item, Interpretation):
        about = [_about(desk, "policy", item.interprets)]
    found = entry_item(desk, item)
    return _subject(
        desk,
        urls.url(item),
        "NewsArticle" if isinstance(item, News) else "Article",
        headline=item.title,
        description=found.summary,
        datePublished=found.published.isoformat(),
        dateModified=found.updated.isoformat(),
        author=organisation(item.source),
        publisher=publisher(desk),
        inLanguage=LANGUAGE,
        about=about,
        image=_photo(desk, getattr(item, "cover", None)),
    )


def policy(desk: Desk, item: Policy) -> Node:
    issuer = names.org_name(desk, item.issuer)
    found = entry_item(desk, item)
    return _subject(
        desk,
        urls.url(item),
        "Legislation",
        name=item.title,
        abstract=found.summary,
        legislationIdentifier=item.doc_no,
        legislationDate=str(item.made),
        datePublished=str(item.issued),
        dateModified=found.updated.isoformat(),
        temporalCoverage=f"{item.effective}/.." if item.effective else "",
        legislationPassedBy=organisation(issuer) if issuer else None,
        legislationLegalForce=f"https://schema.org/{FORCE[item.status_in_force]}",
        legislationChanges=[_about(desk, "policy", id) for id in item.supersedes],
        publisher=publisher(desk),
        inLanguage=LANGUAGE,
    )


def experience(desk: Desk, item: Experience) -> Node:
    return _subject(
        desk,
        urls.url(item),
        "Article",
        headline=item.title,
        description=item.summary,
        dateModified=at(item.updated).isoformat() if item.updated else "",
        author=organisation(item.author_unit),
        publisher=publisher(desk),
        inLanguage=LANGUAGE,
        about=[_about(desk, "community", id) for id in item.communities],
        image=_photo(desk, item.photos[0] if item.photos else None),
    )


# Pictures


def gallery(desk: Desk, item: Gallery, ids: list[str]) -> Node:
    """The photos of a gallery that one of its pages shows."""
    shown = (_photo(desk, id) for id in ids)
    return _subject(
        desk,
        urls.url(item),
        "ImageGallery",
        name=item.title,
        description=item.intro,
        dateCreated=str(item.date),
        contentLocation={"@type": "Place", "name": item.place} if item.place else None,
        publisher=publisher(desk),
        inLanguage=LANGUAGE,
        image=[found for found in shown if found],
    )


def _photo(desk: Desk, id: str | None) -> Node | None:
    """A photo with its licence; whoever does not want to be named is not."""
    picture, view = desk.pictures.get(id or ""), pictures.photo(desk, id)
    if picture is None or view is None:
        return None
    record = desk.site.photos[picture.id]
    base = desk.site.profile.base_url
    author = record.author.name if record.author and record.author.display else ""
    node = {
        "@type": "ImageObject",
        "contentUrl": base + picture.fallback,
        "caption": view["caption"],
        "dateCreated": str(record.taken or ""),
        "creditText": author,
        "license": _licence(desk, record.licence),
    }
    return {name: value for name, value in node.items() if value}


def _licence(desk: Desk, id: str) -> Node:
    return {"@type": "CreativeWork", "name": desk.site.label("licences", id)}


DESCRIPTIONS: Mapping[str, Callable[[Desk, Any], Node]] = {
    "community": community,
    "experience": experience,
    "speech": entry,
    "interpretation": entry,
    "news": entry,
    "policy": policy,
}
"""What describes the subject of each kind of page with one, galleries aside."""
