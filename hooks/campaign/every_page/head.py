"""The head of a page: what programs, chats and inspectors read of it, and its own styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from campaign.every_page.labels import Label
from campaign.render.outputs import Page

ELEMENT = '<meta {}="{}" content="{}">'


def head(
    page: Page,
    site_name: str,
    base: str,
    image: str,
    labels: Iterable[Label],
    more: Iterable[Markup],
    style: str,
) -> Markup:
    """Everything that stands in a page's head beside what the frame of all pages has.

    `base` is the site's own address, `image` that of the picture for shared links relative
    to it; `style` holds CSS rules that the library computed.
    """
    sheet = f"<style>{style}</style>" if style else ""
    marks = (ELEMENT.format("name", name, escape(value)) for name, value in labels)
    shared = _shared(page, site_name, base, image)
    told = (ELEMENT.format("property", name, escape(value)) for name, value in shared)
    return Markup("\n".join([*marks, *told, *filter(None, more), sheet]))


def _shared(page: Page, site_name: str, base: str, image: str) -> Iterator[tuple[str, str]]:
    """Open Graph (https://ogp.me), for links shared in chats."""
    values = {
        "og:type": "website" if page.is_listing else "article",
        "og:title": page.title,
        "og:site_name": site_name,
        "og:description": page.description,
        "og:url": base + page.path,
        "og:image": base + image if image else "",
    }
    return ((name, value) for name, value in values.items() if value)
