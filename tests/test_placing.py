"""Which pages ask for which block."""

from __future__ import annotations

from dataclasses import replace

import pytest

import values
from campaign.derive.facts import Facts
from campaign.derive.placing import places
from campaign.model.origin import Origin, Prose
from campaign.site import Site


def with_pages(pages: dict[str, tuple[str, bool]]) -> Site:
    prose = {
        uri: Prose(Origin(f"docs/{uri}", body=body), "", released)
        for uri, (body, released) in pages.items()
    }
    return replace(values.site(), prose=prose)


def test_a_block_is_found_on_the_pages_that_ask_for_it() -> None:
    site = with_pages(
        {
            "index.md": ("[[compare]]", True),
            "honours/index.md": ("文字\n\n[[honours by=kind]]\n", True),
            "a/b.md": ("[[honours]]", True),
            "code.md": ("```\n[[honours]]\n```", True),
            "draft.md": ("[[honours]]", False),
        }
    )
    found = places(Facts(site))
    assert [place[:2] for place in found["honours"]] == [
        ("a/b/", {}),
        ("honours/", {"by": "kind"}),
    ]
    assert [place[:2] for place in found["compare"]] == [("", {})]


@pytest.mark.parametrize(
    ("line", "is_placed"),
    [
        ("[[news]]", True),
        ("[[news kind=notice limit=6]]", True),
        ("[[news limit=six]]", False),
        ("[[news kind=other]]", False),
        ("[[news by=year]]", False),
        ("[[new]]", False),
        ("[[photo id=a/b]]", True),
    ],
)
def test_a_block_that_cannot_be_made_has_no_place(line: str, is_placed: bool) -> None:
    assert bool(places(Facts(with_pages({"index.md": (line, True)})))) == is_placed
