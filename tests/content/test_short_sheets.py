"""Every list of this repository on sheets of two: each heading can be reached."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from campaign.blocks import blocks
from campaign.derive.placing import places
from campaign.kinds.listing import ListBlock
from campaign.photos import published
from campaign.reading import records
from campaign.render.edition import Edition

ROOT = Path(__file__).parents[2]
SIZE = 2


@pytest.fixture(scope="module")
def edition() -> Edition:
    site, problems = records.load(ROOT)
    assert site is not None, problems
    return Edition(site.published(), published.pictures(site))


def lists(edition: Edition) -> dict[str, ListBlock[object]]:
    found = {name: blocks.renderer(name) for name in places(edition.facts)}
    return {name: block for name, block in found.items() if isinstance(block, ListBlock)}


def test_each_heading_of_a_list_that_is_cut_stands_on_its_sheet(edition: Edition) -> None:
    cut = set()
    for name, block in lists(edition).items():
        short = replace(block, size=SIZE)
        pages = {address: str(make().body) for address, make in short.further(edition)}
        for place in places(edition.facts)[name]:
            if (home := short.home(edition, place.options)) is None:
                continue
            bodies = {**pages, home.address: str(short(edition, "../", place.options))}
            labels = [
                p.group.id
                for sheet in short.cut(edition, place.options)
                for p in sheet
                if p.group.label
            ]
            for id, address in short.contents(edition, place.options).items():
                page, _, anchor = address.partition("#")
                if id in labels:
                    cut.add(name)
                    assert f'id="{anchor}"' in bodies[page], f"{name}: {address}"
    assert len(cut) > 10
