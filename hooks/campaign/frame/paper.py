"""What a page carries for paper: whose sheet it is, and how to get from it back to the page.

A web copy has no red head and no seal (those of GB/T 9704-2012): it says that it is a
print of a web page, from whom, and at what address.
"""

from __future__ import annotations

import re
from typing import TypedDict

from markupsafe import Markup

from campaign.derive import provenance
from campaign.frame.labels import Labels
from campaign.render import qr
from campaign.render.edition import Edition
from campaign.render.template import Template

ABSOLUTE = re.compile(r"https?://")
NOT_PLAIN = re.compile(r"[^\w　-〿＀-￯ ·—“”‘’…-]|_")
"""What a CSS string in a `<style>` must not hold as it is; the rest is letters and marks."""


class Note(TypedDict):
    """Whose sheet it is, and how to get from it back to the page."""

    url: str
    code: Markup
    source: str
    published: str


NOTE = Template("paper.html.jinja", Note)


class Paper:
    """The print's own parts, by page."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.site = edition.site
        self.labels = Labels(edition.site)

    def note(self, address: str) -> Markup:
        """What stands at the end of a printed page, and nowhere on the screen."""
        base = self.site.profile.base_url
        if not ABSOLUTE.match(base):
            return Markup()
        url = base + address
        record = self.labels.record(address)
        moment = provenance.published(self.site, record) if record else None
        values = Note(
            url=url,
            code=qr.picture(url, "本页网址的二维码"),
            source=provenance.source(self.site, record) if record else self.site.profile.sponsor,
            published=f"{moment:%Y-%m-%d}" if moment else "",
        )
        return self.edition.render(NOTE, "", values)

    def style(self, title: str) -> str:
        """The rule that puts the site's name and the page's title above every sheet."""
        name = self.site.settings.name
        running = f"@top-left{{content:{quoted(name)}}}"
        if title and title != name:
            running += f"@top-right{{content:{quoted(title)}}}"
        return f"@page{{{running}}}"


def quoted(text: str) -> str:
    """A CSS string, safe within a `<style>`: https://www.w3.org/TR/css-syntax-3/#escaping."""
    flat = " ".join(text.split())
    return '"' + NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", flat) + '"'
