"""Whether a built page keeps to its own site: nothing from elsewhere, no code unannounced.

The policy in the page makes a browser hold it to this; here a page that would need another
policy, or would be held up by the one it has, is found before it is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from campaign.html import content_security
from campaign.html.tags import Tag

MEDIA = ("img", "image", "use", "source", "video", "audio", "track", "input")
LOADING = frozenset({*MEDIA, "script", "link", "iframe", "frame", "embed", "object", "base"})
LOADED = ("src", "srcset", "imagesrcset", "poster", "data", "href", "xlink:href")
FOREIGN = re.compile(r"(?:https?:)?[/\\]{2}", re.IGNORECASE)
NAMING = frozenset({"canonical", "alternate", "next", "prev"})
"""What a `<link>` says of a page that it names without loading it."""


def faults(html: str, tags: list[Tag]) -> Iterator[tuple[str, str]]:
    """The code and the value of everything that `tags`, which are those of the page, break."""
    yield from of_tags(tags)
    yield from _against_policy(html, tags)


def of_tags(tags: Iterable[Tag]) -> Iterator[tuple[str, str]]:
    """What some tags break by themselves, whatever the policy of their page."""
    for tag in tags:
        attributes = tag.attributes
        yield from (("V25a", address) for address in strangers(tag.name, attributes))
        yield from (("V25e", f"<{tag.name} {name}>") for name in attributes if _acts(name))


def strangers(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Addresses on other hosts from which an element loads something by itself."""
    if name in LOADING and not (name == "link" and _only_names(attributes.get("rel", ""))):
        values = " ".join(attributes[key] for key in LOADED if key in attributes)
        yield from (part for part in values.replace(",", " ").split() if FOREIGN.match(part))


def _only_names(relation: str) -> bool:
    """Whether a relation loads nothing. For one that is `alternate` and nothing more, not even
    a space (see `exchange.ALTERNATE`), the theme's script asks the other page's host."""
    return relation.lower() != "alternate" and relation.strip().lower() in NAMING


def _acts(name: str) -> bool:
    """Whether an attribute is a style or a script of its own, which no hash can allow."""
    return name == "style" or name.startswith("on")


def _against_policy(html: str, tags: list[Tag]) -> Iterator[tuple[str, str]]:
    stated, due = content_security.stated(html), content_security.of(tags)
    if stated == due:
        return
    unlisted = [
        tag
        for tag in content_security.inline(tags)
        if content_security.digest(tag.code) not in stated
    ]
    if not stated or not unlisted:
        yield "V25c", stated or "—"
    for tag in unlisted if stated else ():
        yield "V25d", f"<{tag.name}>{tag.code}"
