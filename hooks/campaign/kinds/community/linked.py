"""A community in the words of schema.org."""

from __future__ import annotations

from campaign import urls
from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.kinds.community import Community
from campaign.kinds.community.views import description
from campaign.kinds.district import District
from campaign.kinds.honour.facts import honours_of
from campaign.render import names
from campaign.render.edition import Edition


def node(edition: Edition, item: Community) -> Node:
    """A place, and the self-governing body of those who live there."""
    office = item.committee
    held = [s for s in honours_of(edition.facts, item) if s.state.is_active]
    district = names.name_of(edition, District, item.district)
    address = {
        "@type": "PostalAddress",
        "addressCountry": "CN",
        "addressLocality": edition.site.settings.city,
        "streetAddress": office.address if office else "",
    }
    return nodes.subject(
        edition,
        urls.url(item),
        ["Place", "Organization"],
        name=item.name,
        alternateName=[used.name for used in item.name_history],
        description=description(edition.prose(item.intro, edition.site.profile.base_url)),
        slogan=item.slogan,
        foundingDate=str(item.est),
        dissolutionDate=str(item.dissolved.date) if item.dissolved else "",
        containedInPlace={"@type": "AdministrativeArea", "name": district} if district else None,
        address={name: value for name, value in address.items() if value},
        telephone=office.phone if office else "",
        award=[s.title for s in held],
        image=nodes.photo(edition, item.cover),
    )
