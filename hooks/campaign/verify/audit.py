"""Built pages as an inspector reads them: labels, structure, and nothing internal.

`verify` asks whether the pages are whole and lead on; this asks whether they are what a
public site must show.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from campaign.frame.labels import Labels
from campaign.problems import Problem, problem
from campaign.site import Site
from campaign.verify.soundness import once

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d")
INTERNAL = re.compile(r"^\s*visibility:\s*internal\s*$|\"visibility\"\s*:\s*\"internal\"", re.M)
"""A record that was written out as it is."""
READ = frozenset({".html", ".json", ".xml", ".csv", ".txt", ".js", ".ics"})
HEADINGS = "h1, h2, h3, h4, h5, h6"


def faults(root: Path, site: Site, secrets: Iterable[str]) -> list[Problem]:
    """Everything that an inspector would object to in the tree below `root`.

    `secrets` are stretches of internal records, of which none may be found.
    """
    return list(once(_faults(root, site, secrets)))


def _faults(root: Path, site: Site, secrets: Iterable[str]) -> Iterator[Problem]:
    labels = Labels(site)
    hidden = tuple(secrets)
    for path in sorted(root.rglob("*")):
        if path.suffix in READ and path.is_file():
            name = path.relative_to(root).as_posix()
            text = path.read_text(encoding="utf-8")
            yield from _leaks(name, text, hidden)
            if path.suffix == ".html" and 'http-equiv="refresh"' not in text:
                yield from _page(name, LexborHTMLParser(text), labels)


def _leaks(name: str, text: str, secrets: Iterable[str]) -> Iterator[Problem]:
    """V27."""
    if found := INTERNAL.search(text):
        yield problem(name, 1, "V27", value=found[0].strip())
    for secret in secrets:
        if secret in text:
            yield problem(name, 1, "V27", value=secret)


def _page(name: str, page: LexborHTMLParser, labels: Labels) -> Iterator[Problem]:
    for value in _label_faults(page, labels.required(name.removesuffix("index.html"))):
        yield problem(name, 1, "V26", value=value)
    if not (page.root and page.root.attributes.get("lang")):
        yield problem(name, 1, "V29a")
    yield from _headings(name, page)
    for image in page.css("img:not([alt])"):
        yield problem(name, 1, "V29d", value=image.attributes.get("src") or "")
    for table in page.css("table"):
        if table.css_first("th") is None:
            yield problem(name, 1, "V29e", value=table.text(separator=" "))


def _label_faults(page: LexborHTMLParser, required: Iterable[str]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for mark in page.css("meta[name]"):
        name = mark.attributes.get("name") or ""
        found.setdefault(name, []).append(mark.attributes.get("content") or "")
    for name in required:
        contents = found.get(name, [])
        if len(contents) != 1 or not contents[0].strip():
            yield name
        elif name == "PubDate" and not MOMENT.fullmatch(contents[0]):
            yield f"{name} {contents[0]}"


def _headings(name: str, page: LexborHTMLParser) -> Iterator[Problem]:
    """V29b and V29c."""
    headings = page.css(HEADINGS)
    count = Counter(str(heading.tag) for heading in headings)["h1"]
    if count != 1:
        yield problem(name, 1, "V29b", value=count)
    for above, below in pairwise(headings):
        if int(str(below.tag)[1]) > int(str(above.tag)[1]) + 1:
            yield problem(name, 1, "V29c", value=below.text())
