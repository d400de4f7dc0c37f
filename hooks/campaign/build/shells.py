"""Shells: one theme render for a kind of record, cut at its slots and filled per record.

A shell is a Markdown page whose text is slots (`zqslottitlezq`); the builder lays it
out like any page, and every record of the kind takes that HTML with its own values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from campaign.render.outputs import Page

LEFTOVER = re.compile(r"zq(?:slot|block)[a-z0-9]+zq", re.IGNORECASE)
NAME = "shell.md"


class ShellError(Exception):
    """A shell does not have the slots that it must have. The text names them."""


@dataclass(frozen=True)
class Slot:
    """A place in a shell: what marks it, and how many times it must be there."""

    pattern: str
    hits: int


def slots(path: str, editable: bool, reportable: bool = False) -> dict[str, Slot]:
    """The slots of a shell whose own address is `path`.

    `editable` is whether pages carry a link to the file that people edit, `reportable`
    whether they carry one to report an error, below the text and in the footer.

    Big regions come first: a pattern must not eat another's mark. Quotes are optional
    because minifiers drop them.
    """
    return {
        "body": Slot(r"<p>zqslotbodyzq(?:</p>)?", 1),
        "head": Slot(r"<meta name=\"?zqslotheadzq\"?\s*/?>", 1),
        "title": Slot("zqslottitlezq", 3),
        "description": Slot("zqslotdescriptionzq", 1),
        "source": Slot("zqslotsourcezq", int(editable)),
        "report": Slot("zqslotreportzq", 2 * int(reportable)),
        "search": Slot(' data-zqslotsearchzq(?:="")?', 1),
        "url": Slot(re.escape(path), 1),
    }


@dataclass(frozen=True)
class Shell:
    """A shell cut at its slots: text, slot name, text, …, text."""

    parts: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """The page. Values are joined, never searched, so no value can break a fill."""
        filled = list(self.parts)
        filled[1::2] = [values[name] for name in self.parts[1::2]]
        return "".join(filled)


def cut(html: str, source: str, editable: bool, reportable: bool = False) -> Shell:
    """Cut the built shell of `docs/<source>`.

    Raises ShellError when a slot is missing, stands too often, or is left over.
    """
    path = source.replace(NAME, "shell/")
    for name, slot in slots(path, editable, reportable).items():
        html, hits = re.subn(slot.pattern, f"\0{name}\0", html)
        if hits != slot.hits:
            raise ShellError(f"{source}: slot {name!r} found {hits} times, expected {slot.hits}")
    if left := LEFTOVER.search(html):
        raise ShellError(f"{source}: slot left over: {left[0]}")
    return Shell(tuple(html.split("\0")))


def page_values(
    page: Page,
    site_url: str,
    image: str = "",
    style: str = "",
    labels: Iterable[Markup] = (),
    report: str = "",
) -> dict[str, str]:
    """What a record's page puts into its shell's slots.

    `image` is the address of its picture for shared links; `style` holds CSS rules, which
    the library computed; `labels` are more of the head, and `report` is the address at
    which an error on the page is reported.
    """
    return {
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "head": str(Markup("\n").join([_head(page, site_url, image, style), *labels])),
        "source": str(escape(page.source)),
        "report": str(escape(report)),
        "search": "" if page.is_listing else " data-pagefind-body",
        "url": str(escape(page.path)),
        "body": str(page.body),
    }


def _head(page: Page, site_url: str, image: str, style: str) -> Markup:
    """Open Graph, for links shared in chats, and the rules of the page's own photos."""
    properties = {
        "og:type": "article",
        "og:title": page.title,
        "og:description": page.description,
        "og:url": site_url + page.path,
        "og:image": site_url + image if image else "",
    }
    sheet = Markup("\n<style>{}</style>").format(Markup(style)) if style else Markup()
    properties_written = Markup("\n").join(
        Markup('<meta property="{}" content="{}">').format(name, value)
        for name, value in properties.items()
        if value
    )
    return properties_written + sheet
