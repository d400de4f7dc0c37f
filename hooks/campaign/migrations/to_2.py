"""To form 2: words for the consent to a photo, and the navigation, which was in `mkdocs.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from campaign.migrations.splices import Splice, added, items, renamed, spliced, top, value
from campaign.writing.values import quoted

GALLERY = re.compile(r"showcases/galleries/[^/]+/gallery\.yml")
SETTINGS, BUILDER = "showcases/site.yml", "mkdocs.yml"
SCOPES = {
    **dict.fromkeys(("网站", "网络", "上网", "互联网"), "web"),
    **dict.fromkeys(("印刷", "展板", "画册"), "print"),
    **dict.fromkeys(("参赛", "比赛", "摄影大赛"), "contest"),
    **dict.fromkeys(("境外", "出境"), "abroad"),
}
"""What was written in words of one's own."""
BASIS = re.compile(r"1020\s*条[^0-9一二三四五]{0,6}第?\s*[（(]?([二三四2-4])[）)]?\s*项")
"""An item of article 1020 of the Civil Code, as offices cite it."""
ITEMS = {"二": "2", "三": "3", "四": "4"}


def migrated(files: Mapping[str, str]) -> Mapping[str, str]:
    """The files in form 2."""
    found = {
        path: spliced(text, _consents(path, text))
        for path, text in files.items()
        if GALLERY.fullmatch(path)
    }
    if SETTINGS in files:
        found[SETTINGS] = _with_navigation(files[SETTINGS], files.get(BUILDER, ""))
    return found


def _consents(path: str, text: str) -> Iterator[Splice]:
    for photo in items(value(top(path, text), "photos")):
        consent = value(photo, "consent")
        for scope in items(value(consent, "scope")):
            if word := SCOPES.get(str(scope.value)):
                yield renamed(scope, word)
        basis = value(consent, "basis")
        if basis is not None and (cited := BASIS.search(str(basis.value))):
            yield renamed(basis, f"cc1020-{ITEMS.get(cited[1], cited[1])}")


def _with_navigation(settings: str, builder: str) -> str:
    """The settings with the sections that the site builder was told; its file stays as it is."""
    try:
        written = value(top(BUILDER, builder), "nav") if builder else None
    except Exception:  # the builder's own file may hold anything
        written = None
    if written is None or value(top(SETTINGS, settings), "navigation") is not None:
        return settings
    nav = yaml.SafeLoader("").construct_object(written, deep=True)
    sections = [item for item in nav if isinstance(item, dict)] if isinstance(nav, list) else []
    lines = [line for item in sections for section in item.items() for line in _section(*section)]
    return added(SETTINGS, settings, ["navigation:", *lines]) if lines else settings


def _section(title: str, pages: Any) -> Iterator[str]:
    """A section with its pages; a page with a title of its own keeps its address alone."""
    yield f"  - title: {quoted(str(title))}"
    yield "    pages:"
    for page in pages if isinstance(pages, list) else [pages]:
        address = next(iter(page.values())) if isinstance(page, dict) else page
        yield f"      - {address}"
