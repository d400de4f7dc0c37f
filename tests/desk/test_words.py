"""Words of a vocabulary in a form: all of them, and what was given up says so."""

from __future__ import annotations

from pathlib import Path

from campaign.desk.names import SiteNames
from projects import load


def test_a_word_that_was_given_up_says_so_where_one_is_chosen(tmp_path: Path) -> None:
    words = (
        "title: 类别\nitems: [{id: old, label: 旧词, until: 2020-01-01}, {id: new, label: 新词}]\n"
    )
    site, _ = load(tmp_path, {"showcases/vocab/event-kinds.yml": words})
    names = SiteNames(site)
    assert names.labels("event-kinds") == {"old": "旧词（已停用）", "new": "新词"}
    assert names.labels("no-such-list") == {}
    assert site.label("event-kinds", "old") == "旧词"
