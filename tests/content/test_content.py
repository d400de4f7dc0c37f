"""Rules over the real records and entries of this repository, whatever city they are of."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.checks import check
from campaign.kinds.schema import schemas
from campaign.problems import Problem, Severity, ordered
from campaign.reading import records
from campaign.site import Site
from campaign.verbs.reports import line, told

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def loaded() -> tuple[Site, list[Problem]]:
    site, problems = records.load(ROOT)
    assert site is not None, [found.message() for found in problems]
    return site, ordered(problems + check(site), site.profile.stopping)


def test_the_content_has_no_errors(loaded: tuple[Site, list[Problem]]) -> None:
    site, problems = loaded
    grave = [p for p in problems if p.severity(site.profile.stopping) is Severity.ERROR]
    assert [line(p, site, "en") for p in told(grave)] == []


def test_the_schemas_are_fresh() -> None:
    stale = [o.path for o in schemas() if (ROOT / o.path).read_bytes() != o.data]
    assert stale == [], "run: python3 build_site.py schema"
