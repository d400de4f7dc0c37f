"""Saves on a branch of the office, handed in, fetched, reviewed and published between machines."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.desk import sharing
from desk.exchanges import GAMMA, Exchange, at, exchange, heads
from desks import Office
from repositories import git


@pytest.fixture
def between(here: Office, tmp_path: Path) -> Exchange:
    return exchange(here.root, tmp_path)


def test_a_save_goes_to_the_branch_of_the_office(between: Exchange) -> None:
    one = between.one
    files = git(one.root, "status", "--porcelain")
    assert one.save("edit/community/beta", {"name": "贝塔新社区"}).status == 303
    assert git(one.root, "symbolic-ref", "--short", "HEAD") == "work/chengbeijiedaoban"
    assert (
        git(one.root, "log", "-1", "--format=%an %P")
        == f"王芳 {git(one.root, 'rev-parse', 'main')}"
    )
    assert git(one.root, "status", "--porcelain") == files
    assert heads(between.bare).keys() == {"refs/heads/main"}


def test_what_is_handed_in_is_there_for_others(between: Exchange) -> None:
    one, two = between.one, between.two
    assert one.save("edit/community/gamma", {}, "hand-in").status == 303
    assert "status: review" in at(between.bare, "work/chengbeijiedaoban", GAMMA)
    assert "status: draft" in at(between.bare, "main", GAMMA)
    sharing.fetch(two.desk.ledger)
    (tip,) = sharing.coming(two.desk.ledger)
    taken = sharing.take_in(two.desk.ledger, tip, {})
    assert (tip.words, taken.paths, taken.fault) == ("王芳交的稿", [GAMMA], "")
    assert "status: review" in two.text(GAMMA)
