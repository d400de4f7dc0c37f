"""Records in the words of schema.org."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from campaign import urls
from campaign.exchange.feeds import LANGUAGE, at
from campaign.exchange.subscriptions import entry_item
from campaign.kinds.community import Community
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.news import News
from campaign.kinds.policy import Policy
from campaign.kinds.policy.record import PolicyStatus
from campaign.model.entry import Entry
from campaign.render import names, pictures
from campaign.render.edition import Edition

Node = dict[str, Any]
"""A thing with its properties."""

FORCE = {
    PolicyStatus.IN_FORCE: "InForce",
    PolicyStatus.AMENDED: "PartiallyInForce",
    PolicyStatus.ABOLISHED: "NotInForce",
    PolicyStatus.DRAFT: "NotInForce",
}


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


def _about(edition: Edition, kind: str, id: str) -> Node:
    """A thing that another page describes."""
    link = names.record_link(edition, kind, id)
    return {"@id": f"{edition.site.profile.base_url}{link['url']}#subject", "name": link["name"]}


def _subject(edition: Edition, page: str, type: str | list[str], /, **properties: Any) -> Node:
    """What a page is about, by its address; empty properties are left out."""
    url = edition.site.profile.base_url + page
    filled = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"@type": type, "@id": f"{url}#subject", "url": url, **filled}


# Places


def community(edition: Edition, item: Community) -> Node:
    """A place, and the self-governing body of those who live there."""
    office = item.committee
    held = [s for s in edition.facts.honours_of.get(item.id, []) if s.state.is_active]
    district = names.district_name(edition, item)
    address = {
        "@type": "PostalAddress",
        "addressCountry": "CN",
        "addressLocality": edition.site.settings.city,
        "streetAddress": office.address if office else "",
    }
    return _subject(
        edition,
        urls.url(item),
        ["Place", "Organization"],
        name=item.name,
        alternateName=[used.name for used in item.name_history],
        description=edition.prose(item.intro, edition.site.profile.base_url).striptags(),
        slogan=item.slogan,
        foundingDate=str(item.est),
        dissolutionDate=str(item.dissolved.date) if item.dissolved else "",
        containedInPlace={"@type": "AdministrativeArea", "name": district} if district else None,
        address={name: value for name, value in address.items() if value},
        telephone=office.phone if office else "",
        award=[s.kind.name for s in held],
        image=_photo(edition, item.cover),
    )


# Articles


def entry(edition: Edition, item: Entry) -> Node:
    """A speech, an interpretation or news."""
    about = []
    if isinstance(item, News):
        about = [_about(edition, "community", id) for id in item.communities]
    if isinstance(item, Interpretation):
        about = [_about(edition, "policy", item.interprets)]
    found = entry_item(edition, item)
    return _subject(
        edition,
        urls.url(item),
        "NewsArticle" if isinstance(item, News) else "Article",
        headline=item.title,
        description=found.summary,
        datePublished=found.published.isoformat(),
        dateModified=found.updated.isoformat(),
        author=organisation(item.source),
        publisher=publisher(edition),
        inLanguage=LANGUAGE,
        about=about,
        image=_photo(edition, getattr(item, "cover", None)),
    )


def policy(edition: Edition, item: Policy) -> Node:
    issuer = names.org_name(edition, item.issuer)
    found = entry_item(edition, item)
    return _subject(
        edition,
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
        legislationChanges=[_about(edition, "policy", id) for id in item.supersedes],
        publisher=publisher(edition),
        inLanguage=LANGUAGE,
    )


def experience(edition: Edition, item: Experience) -> Node:
    return _subject(
        edition,
        urls.url(item),
        "Article",
        headline=item.title,
        description=item.summary,
        dateModified=at(item.updated).isoformat() if item.updated else "",
        author=organisation(item.author_unit),
        publisher=publisher(edition),
        inLanguage=LANGUAGE,
        about=[_about(edition, "community", id) for id in item.communities],
        image=_photo(edition, item.photos[0] if item.photos else None),
    )


# Pictures


def gallery(edition: Edition, item: Gallery, ids: list[str]) -> Node:
    """The photos of a gallery that one of its pages shows."""
    shown = (_photo(edition, id) for id in ids)
    return _subject(
        edition,
        urls.url(item),
        "ImageGallery",
        name=item.title,
        description=item.intro,
        dateCreated=str(item.date),
        contentLocation={"@type": "Place", "name": item.place} if item.place else None,
        publisher=publisher(edition),
        inLanguage=LANGUAGE,
        image=[found for found in shown if found],
    )


def _photo(edition: Edition, id: str | None) -> Node | None:
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
        "license": _licence(edition, record.licence),
    }
    return {name: value for name, value in node.items() if value}


def _licence(edition: Edition, id: str) -> Node:
    return {"@type": "CreativeWork", "name": edition.site.label("licences", id)}


DESCRIPTIONS: Mapping[str, Callable[[Edition, Any], Node]] = {
    "community": community,
    "experience": experience,
    "speech": entry,
    "interpretation": entry,
    "news": entry,
    "policy": policy,
}
"""What describes the subject of each kind of page with one, galleries aside."""
