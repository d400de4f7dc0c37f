"""Which HTML of people's texts is published, and which is taken away.

A rule (`checks/taken.py`) says everything that goes, at its line, before it does.
"""

from __future__ import annotations

import re

from markupsafe import Markup

CLASSES = re.compile(
    r"^(admonition|admonition-title|note|tip|warning|info|danger|example|quote|question|abstract|"
    r"success|failure|bug|footnote|footnote-ref|footnote-backref|headerlink|task-list|"
    r"task-list-item|task-list-control|task-list-indicator|align-center|align-right)$"
)
SAFE_ID = re.compile(r"^(?!__)[\w\-:.()·]+$")
TAGS = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr acronym area article aside b bdi bdo blockquote br caption center cite code col
        colgroup data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6
        header hgroup hr i img input ins kbd label li map mark nav ol p pre q rp rt rtc ruby s
        samp section small span strike strong sub summary sup table tbody td th thead time tr tt
        u ul var wbr
        """,
    )
)
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "class", "title", "lang"},
    "a": {"href", "hreflang", "title"},
    "input": {"type", "checked", "disabled"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "details": {"open"},
    "ol": {"start", "type"},
    "label": {"for"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
NOWHERE = re.compile(r"https?:(?!//[^/?#\s])|(?:mailto|tel):\s*$", re.IGNORECASE)
"""An address that does not say to whom it leads: `http:/host` is one below the page."""
FOREIGN = re.compile(r"^\s*(?:[A-Za-z][\w+.-]*:|//|\\)")
"""A picture from another host, or with the picture itself in its address."""
OUTWARD = re.compile(r'<a ([^>]*?href="https?://)')
"""A link to another site, as the sanitiser writes it; the theme marks it for readers."""
ALIGNED = re.compile(r'<(t[dh])(?: class="([^"]*)")? style="text-align: (center|right);"')
"""A cell of a column with an alignment, as Markdown writes it: here, a class says it."""


def is_of_nowhere(href: str) -> bool:
    """Whether an address has a scheme that is allowed and leads to nobody."""
    return NOWHERE.match(href) is not None


def is_address(href: str) -> bool:
    """Whether an address with a scheme may stand in a link."""
    return href.split(":")[0].lower() in SCHEMES and not is_of_nowhere(href)


def attribute(tag: str, name: str, value: str) -> str | None:
    """What is left of an attribute that its tag may have; nothing where it goes."""
    if name == "id":
        return value if SAFE_ID.match(value) else None
    if name == "class":
        return " ".join(word for word in value.split() if CLASSES.match(word)) or None
    if tag == "img" and name == "src" and FOREIGN.match(value):
        return None
    return value


def sanitised(html: str) -> Markup:
    """The HTML without anything that could run, load from elsewhere or cover the page."""
    import nh3  # a check needs the lists above alone

    clean = nh3.clean(
        ALIGNED.sub(r'<\1 class="\2 align-\3"', html),
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=SCHEMES,
        link_rel=None,
        set_tag_attribute_values={"input": {"type": "checkbox"}},
    )
    return Markup(OUTWARD.sub(r'<a rel="external" \1', clean))  # sanitised above


def keeps(tag: str, name: str, value: str) -> bool:
    """Whether a tag that stays keeps an attribute as it is."""
    if name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()):
        return False
    return attribute(tag, name, value) == (" ".join(value.split()) if name == "class" else value)
