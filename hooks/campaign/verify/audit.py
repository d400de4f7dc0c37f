"""Built pages as an inspector reads them: labels, structure, and nothing internal.

`verify` asks whether the pages are whole and lead on; this asks whether they are what a
public site must show.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from campaign import trees
from campaign.every_page.labels import Labels
from campaign.html.tags import Tag, tags
from campaign.problems import Problem
from campaign.site import Site
from campaign.verify.seen import Fault, Seen, leaks
from campaign.verify.soundness import once, page_faults

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d")
READ = (".html", ".json", ".xml", ".csv", ".txt", ".js", ".ics")
HEADINGS = "h1, h2, h3, h4, h5, h6"


def faults(root: Path, site: Site, secrets: Iterable[str]) -> list[Problem]:
    """Everything that an inspector would object to in the tree below `root`.

    `secrets` are stretches of internal records, of which none may be found.
    """
    return list(once(_of_disk(root, site, tuple(secrets))))


def _of_disk(root: Path, site: Site, secrets: Iterable[str]) -> Iterator[Problem]:
    labels = Labels(site)
    for name in sorted(trees.files(root)):
        if name.endswith(READ):
            text = (root / name).read_text(encoding="utf-8")
            yield from page_faults(name, Seen(faults=tuple(leaks(text, secrets))))
            if name.endswith(".html") and 'http-equiv="refresh"' not in text:
                seen = of_page(text, labels.required(name.removesuffix("index.html")))
                yield from page_faults(name, Seen(faults=tuple(seen)))


def of_page(html: str, required: Iterable[str]) -> Iterator[Fault]:
    """What an inspector would object to in a whole page."""
    parsed = LexborHTMLParser(html)
    yield from of_labels(labels_of(tags(html)), required)
    if not (parsed.root and parsed.root.attributes.get("lang")):
        yield "V29a", ""
    yield from of_body(parsed)


def of_labels(found: Mapping[str, list[str]], required: Iterable[str]) -> Iterator[Fault]:
    """V26: a label that is not there, stands twice, is empty or has no moment."""
    for name in required:
        contents = found.get(name, [])
        if len(contents) != 1 or not contents[0].strip():
            yield "V26", name
        elif name == "PubDate" and not MOMENT.fullmatch(contents[0]):
            yield "V26", f"{name} {contents[0]}"


def labels_of(found: Iterable[Tag]) -> dict[str, list[str]]:
    """The contents of the labels among some tags, by their names."""
    labels: dict[str, list[str]] = {}
    for tag in found:
        if tag.name == "meta" and (name := tag.attributes.get("name")):
            labels.setdefault(name, []).append(tag.attributes.get("content", ""))
    return labels


def of_body(parsed: LexborHTMLParser) -> Iterator[Fault]:
    """V29b to V29e: headings, pictures and tables that not every reader can follow."""
    headings = parsed.css(HEADINGS)
    count = Counter(str(heading.tag) for heading in headings)["h1"]
    if count != 1:
        yield "V29b", str(count)
    for above, below in pairwise(headings):
        if int(str(below.tag)[1]) > int(str(above.tag)[1]) + 1:
            yield "V29c", below.text().strip() or f"<{below.tag}>"
    for image in parsed.css("img:not([alt])"):
        yield "V29d", image.attributes.get("src") or "<img>"
    for table in parsed.css("table"):
        if table.css_first("th") is None:
            yield "V29e", table.text(separator=" ").strip() or "<table>"
