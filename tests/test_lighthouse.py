"""Lighthouse on a phone: accessibility, best practices, search engines, layout shift, bytes.

Performance depends on the machine: `tests/bench/lighthouse.py` measures and reports it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import DEMO
from lighthouse import KIB, QUALITIES, Verdict, lighthouse
from pagekinds import chosen, written
from search.weighing import weighed

BUDGETS = {"": 155, "honours/": 120, "communities/": 140, "speeches/": 112, "galleries/": 368}
"""KiB at most that the first look at a page takes, packed: a tenth above what was measured.

The home page, the roll, and of each further column the record with the most parts."""
SHIFT = 0.05


def page(project: Path, kind: str) -> str:
    """The page that a budget is about; empty where a city has nothing of the kind."""
    if kind in ("", "honours/"):
        return kind
    texts = written(project / "docs")
    records = (name for name in chosen(project) if name.startswith(kind) and name not in texts)
    return next(records, "")


@pytest.fixture(scope="module")
def verdicts(showcase: Path) -> dict[str, Verdict]:
    """What one run says, by kind of page: nothing here depends on how fast it went."""
    names = {kind: page(showcase, kind) for kind in BUDGETS}
    with weighed(showcase / "site") as (address, _):
        found = lighthouse([address + name for name in dict.fromkeys(names.values())], runs=1)
        return {kind: found[address + name] for kind, name in names.items()}


@pytest.mark.parametrize("kind", BUDGETS)
def test_a_page_is_as_good_as_lighthouse_can_tell(verdicts: dict[str, Verdict], kind: str) -> None:
    verdict = verdicts[kind]
    assert verdict.scores == dict.fromkeys(QUALITIES, 100), verdict.wrong


@pytest.mark.parametrize("kind", BUDGETS)
def test_nothing_jumps_while_a_page_loads(verdicts: dict[str, Verdict], kind: str) -> None:
    assert verdicts[kind].measured["cumulative-layout-shift"] <= SHIFT


@pytest.mark.skipif(not DEMO.exists(), reason="the budgets are those of the sample's pages")
@pytest.mark.parametrize("kind", BUDGETS)
def test_a_page_stays_within_its_bytes(verdicts: dict[str, Verdict], kind: str) -> None:
    assert verdicts[kind].measured["total-byte-weight"] <= BUDGETS[kind] * KIB


def test_a_page_that_is_worse_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<!doctype html><title>页</title><img src="a.png">')
    with weighed(tmp_path) as (address, _):
        verdict = lighthouse([address], runs=1, browsers=1)[address]
    assert all(score < 100 for score in verdict.scores.values()), verdict.scores
    assert "html-has-lang" in verdict.wrong
