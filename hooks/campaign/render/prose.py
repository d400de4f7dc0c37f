"""Prose: Markdown that people wrote, to HTML that is safe to publish.

`articles` converts entries and pages; the prose fields of records are converted here with
the same extensions. Both go through `sanitised`, because whoever can edit a text must not be
able to run a script on every reader's machine.
"""

from __future__ import annotations

import re

import markdown
from markupsafe import Markup

from campaign import urls
from campaign.derive import stated
from campaign.html.sanitising import sanitised
from campaign.keeping import Kept, made
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.reading import markup
from campaign.reading.dialect import EXTENSIONS, Paragraphs
from campaign.render import masks
from campaign.site import Site

REFUSED_BLOCK = "\n\n> 这里的内容块写错了，见检查报告。\n\n"
SLOT = "zqblock{}zq"
"""A paragraph that stands for a block while Markdown is converted."""


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
    if link.field:
        value = stated.stated(record, link.field)
        return link.text or (stated.words(value) if value is not None else "")
    text = link.text or _escaped(record.heading)
    return f"[{text}]({root}{urls.url(record)})"


def _escaped(text: str) -> str:
    """Text that Markdown takes as text: every ASCII mark as a character reference."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda found: f"&#{ord(found[0])};", text)


def converter() -> markdown.Markdown:
    """A Markdown converter for the prose fields of records: no anchors of their own."""
    names = [name for name in EXTENSIONS if name != "toc"]
    return markdown.Markdown(extensions=[*names, Paragraphs()], extension_configs=EXTENSIONS)


def render(
    site: Site, text: str, root: str, convert: markdown.Markdown, kept: Kept | None = None
) -> Markup:
    """A prose field as safe HTML for a page whose root is `root`."""
    expanded_text, _ = expanded(site, text, root, may_hold_blocks=False)
    return made(kept, lambda: sanitised(convert.reset().convert(expanded_text)), expanded_text)
