"""The bar above a community's page: each of its links leads to a part that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.build.kind_pages import page
from editions import edition
from projects import BASE

PLACE = "showcases/communities/alpha.yml"
STANDARD = """\
name: 市民学校
definition: 居委有市民学校
kind: computed
scope: community
unit: 所
formula: {name: facility_count, kinds: [citizen_school]}
target: {value: "1"}
source: 示例办
"""


@pytest.mark.parametrize("more", ["", "dissolved: {date: 2026-03-01}\n"], ids=["is", "was"])
def test_the_links_of_the_bar_lead_to_parts_of_the_page(tmp_path: Path, more: str) -> None:
    files = {PLACE: BASE[PLACE] + more, "showcases/indicators/school.yml": STANDARD}
    made = page(edition(tmp_path, files), "communities/alpha/")
    assert made
    body = LexborHTMLParser(made().body)
    links = [link.attributes["href"] or "" for link in body.css(".section-bar a")]
    assert [link for link in links if not body.css_first(link)] == []
    assert ("#standards" in links) is not more
