"""What `start` leaves behind of the real sample: nothing that it says of a city, and no blame."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from campaign.build.content import Content
from campaign.checks import append_only, check
from campaign.kinds import KINDS
from campaign.problems import errors
from campaign.reading import records, sample
from campaign.verbs import start
from projects import codes
from repositories import commit, repository
from sites import ROOT
from test_starter import ANSWERS

pytestmark = pytest.mark.skipif(not (ROOT / sample.LAST).exists(), reason="the sample is gone")
OF_OTHERS = ("docs/guide/", "docs/dev/")
"""Pages about writing and building, whose examples are the sample's."""
LINK = re.compile(rf"\]\((?:{'|'.join(kind.name for kind in KINDS)}):|/\d{{4}}-\d\d-\d\d-")
FIGURE = re.compile(r"0000-\d|\d+ ?(?:个|条|万元|元|户|所)")
CHANGED = "showcases/communities/xingfuli.yml"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in a repository, with a community that an office has changed; then a start."""
    root = tmp_path_factory.mktemp("city")
    for name in ("docs", "showcases"):
        shutil.copytree(ROOT / name, root / name)
    (root / CHANGED).write_bytes((ROOT / CHANGED).read_bytes() + b"# ours\n")
    repository(root)
    done = start.start(root, ANSWERS)
    assert done.kept == [CHANGED]
    return root


def test_a_city_that_has_begun_is_without_errors(city: Path) -> None:
    """Pages of columns stay: what they link to must not be the sample's."""
    (city / CHANGED).rename(city / "kept")
    site, problems = records.load(city)
    (city / "kept").rename(city / CHANGED)
    assert site is not None
    assert [f"{p.path}:{p.line} {p.message()}" for p in errors(problems + check(site))] == []


def test_pages_that_stay_say_nothing_of_the_samples_city(city: Path) -> None:
    found = Content.open(ROOT).site
    assert found is not None
    names = [
        found.settings.city.removesuffix("市"),
        *(r.heading for r in found.kind("community").values()),
    ]
    told = [
        f"{path.relative_to(city)}: {words}"
        for path in sorted(city.glob("docs/**/*.md"))
        if not path.relative_to(city).as_posix().startswith(OF_OTHERS)
        for text in [path.read_text(encoding="utf-8")]
        for words in [*(n for n in names if n in text), *LINK.findall(text), *FIGURE.findall(text)]
    ]
    assert told == []


def test_nobody_is_blamed_for_leaving_the_sample(city: Path) -> None:
    """A start would be hundreds of errors about published records, until it is published."""
    site, _ = records.load(city)
    assert site is not None
    assert append_only.uncommitted(site) == []
    assert append_only.since_branching(site, "main") == []


def test_what_an_office_has_written_is_its_own(city: Path) -> None:
    commit(city)
    (city / CHANGED).rename(city / "away")
    site, _ = records.load(city)
    assert site is not None
    told = codes(append_only.since_branching(site, "main"))
    (city / "away").rename(city / CHANGED)
    assert told == ["H21b"]
