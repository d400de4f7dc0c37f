"""Prose: Markdown that people wrote, to HTML that is safe to publish.

`articles` converts entries and pages; the prose fields of records are converted here with
the same extensions. Both go through `sanitised`, because whoever can edit a text must not be
able to run a script on every reader's machine.
"""

from __future__ import annotations

import re
from typing import Any

import markdown
import nh3
from markupsafe import Markup
from pymdownx.slugs import slugify

from campaign import urls
from campaign.keeping import Kept, made
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.reading import markup
from campaign.render import masks
from campaign.site import Site

EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"slugify": slugify(case="lower"), "permalink": "¶", "permalink_title": "本节链接"},
    "pymdownx.details": {},
    "pymdownx.tasklist": {"custom_checkbox": True},
}
"""The Markdown of the site; a test holds `mkdocs.yml` to the same list."""

CLASSES = re.compile(
    r"^(admonition|admonition-title|note|tip|warning|info|danger|example|quote|question|abstract|"
    r"success|failure|bug|footnote|footnote-ref|footnote-backref|headerlink|task-list|"
    r"task-list-item|task-list-control|task-list-indicator|align-center|align-right)$"
)
SAFE_ID = re.compile(r"^(?!__)[\w\-:.()·]+$")
TAGS = nh3.ALLOWED_TAGS | {"section", "input", "label"}
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
REFUSED_BLOCK = "\n\n> 这里的内容块写错了，见检查报告。\n\n"
FOREIGN = re.compile(r"^\s*(?:[A-Za-z][\w+.-]*:|//|\\)")
"""A picture from another host, or with the picture itself in its address."""
OUTWARD = re.compile(r'<a ([^>]*?href="https?://)')
"""A link to another site, as the sanitiser writes it; the theme marks it for readers."""
ALIGNED = re.compile(r'<(t[dh])(?: class="([^"]*)")? style="text-align: (center|right);"')
"""A cell of a column with an alignment, as Markdown writes it: here, a class says it."""
SLOT = "zqblock{}zq"
"""A paragraph that stands for a block while Markdown is converted."""


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return value if SAFE_ID.match(value) else None
    if name == "class":
        return " ".join(word for word in value.split() if CLASSES.match(word)) or None
    if tag == "img" and name == "src" and FOREIGN.match(value):
        return None
    return value


def sanitised(html: str) -> Markup:
    """The HTML without anything that could run, load from elsewhere or cover the page."""
    clean = nh3.clean(
        ALIGNED.sub(r'<\1 class="\2 align-\3"', html),
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel=None,
        set_tag_attribute_values={"input": {"type": "checkbox"}},
    )
    return Markup(OUTWARD.sub(r'<a rel="external" \1', clean))  # sanitised above


def expanded(
    site: Site, text: str, root: str, may_hold_blocks: bool = True
) -> tuple[str, list[markup.Block]]:
    """The text with record links and figures filled in; blocks stand as slots, in order."""
    found: list[markup.Block] = []

    def block(item: markup.Block) -> str:
        if item.name not in markup.BLOCKS or not may_hold_blocks:
            return REFUSED_BLOCK
        found.append(item)
        return f"\n{SLOT.format(len(found) - 1)}\n"

    return markup.rewrite(masks.kept(text), lambda link: _link(site, link, root), block), found


def _link(site: Site, link: markup.Link, root: str) -> str:
    """Markdown for one link; its bare text when it leads nowhere that readers can go."""
    if link.kind == Indicator.kind:
        name = markup.figure_name(link.target)
        indicator = site.of(Indicator).get(name.indicator) if name else None
        on = (name.on if name else None) or site.today
        found = figure(site, indicator, on, name.subject) if indicator and name else None
        if found is None or indicator is None:
            return link.text
        return f"[{found.with_unit}]({root}{urls.of('indicator', indicator.id)})"
    record = site.kind(link.kind).get(link.target)
    if record is None:
        return link.text
    text = link.text or _escaped(record.heading)
    return f"[{text}]({root}{urls.url(record)})"


def _escaped(text: str) -> str:
    """Text that Markdown takes as text: every ASCII mark as a character reference."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda found: f"&#{ord(found[0])};", text)


def converter() -> markdown.Markdown:
    """A Markdown converter for the prose fields of records: no anchors of their own."""
    names = [name for name in EXTENSIONS if name != "toc"]
    return markdown.Markdown(extensions=names, extension_configs=EXTENSIONS)


def render(
    site: Site, text: str, root: str, convert: markdown.Markdown, kept: Kept | None = None
) -> Markup:
    """A prose field as safe HTML for a page whose root is `root`."""
    expanded_text, _ = expanded(site, text, root, may_hold_blocks=False)
    return made(kept, lambda: sanitised(convert.reset().convert(expanded_text)), expanded_text)
