"""How much of a record's page is not its own: every reader's telephone loads it each time."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.kinds import KINDS

RECORD = ".md-content .record"
RAW, PACKED = 20_000, 6_000
"""Bytes as they are, and as a host sends them."""
SHELVES = sorted({kind.folder for kind in KINDS if kind.folder})


def frame(html: str) -> bytes:
    """A page without its record, the looks of its photos, and what tells machines of them."""
    page = LexborHTMLParser(html)
    for node in page.css(f"{RECORD}, style"):
        node.decompose()
    for node in page.css('script[type="application/ld+json"]'):
        told = json.loads(node.text())
        for subject in told["@graph"]:
            subject.pop("image", None)
        node.child.replace_with(json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    assert page.html
    return page.html.encode()


@pytest.mark.parametrize("shelf", SHELVES)
def test_the_frame_of_a_record_is_light(showcase: Path, shelf: str) -> None:
    paths = sorted((showcase / "site" / shelf).glob("*/index.html"))
    texts = {path.parent.name: path.read_text(encoding="utf-8") for path in paths}
    records = {name: html for name, html in texts.items() if LexborHTMLParser(html).css(RECORD)}
    frames = {name: frame(html) for name, html in records.items()}
    sizes = {name: (len(left), len(gzip.compress(left, 9))) for name, left in frames.items()}
    assert {n: size for n, size in sizes.items() if size[0] > RAW or size[1] > PACKED} == {}
