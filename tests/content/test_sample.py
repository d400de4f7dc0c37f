"""The figures of the sample city; `start` removes this file with the sample."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from campaign.checks import check
from campaign.checks.tidying import tidied
from campaign.kinds.community import Community
from campaign.kinds.contest import Contest
from campaign.kinds.district import District
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.kinds.honour.facts import standings_at
from campaign.kinds.honour.lifecycle import State
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import coverage
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.news import News
from campaign.kinds.policy import Policy
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.model.level import Level
from campaign.problems import Severity
from campaign.reading import records
from campaign.site import Site
from campaign.verbs.reports import line, told

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(
    r"^##+ [^\n]+\n\n`((?:showcases|docs)/[^`]+)`.*?^```(?:yaml|markdown)\n(.*?)^```", re.M | re.S
)
"""An example of the editors' guide: where it goes, and what it says."""


@pytest.fixture(scope="module")
def site() -> Site:
    site, _ = records.load(ROOT, "demo")
    assert site is not None
    return site


LATE = frozenset({"V32a", "V41a", "V64c"})
"""What is told of what is late: a sample of success alone would not be believed."""


def test_the_sample_has_no_warnings_but_of_what_is_late(site: Site) -> None:
    found = [p for p in check(site) if p.severity() is not Severity.NOTE and p.code not in LATE]
    assert [line(p, site, "en") for p in told(found)] == []


@pytest.mark.parametrize("name", ["sitemap", "statement", "privacy", "accessibility"])
def test_a_standing_page_holds_for_every_city_that_starts_from_here(site: Site, name: str) -> None:
    text = (ROOT / f"docs/about/{name}.md").read_text(encoding="utf-8")
    assert site.settings.city.removesuffix("市") not in text
    assert site.profile.sponsor not in text


@pytest.mark.parametrize(
    ("on", "fraction"), [(date(2024, 12, 31), (22, 44)), (date(2026, 4, 20), (34, 45))]
)
def test_coverage_is_computed_from_the_roll(
    site: Site, on: date, fraction: tuple[int, int]
) -> None:
    share = coverage(site, site.of(Indicator)["coverage"], on)
    assert (share.numerator, share.denominator) == fraction


def test_the_sample_is_as_large_as_promised(site: Site) -> None:
    focus = {id for id, district in site.of(District).items() if district.focus}
    assert len(site.of(District)) == 4
    assert len(site.of(Community)) == 45
    assert sum(c.district in focus for c in site.of(Community).values()) == 35
    assert len(site.of(Experience)) >= 12
    assert len(site.of(Speech)) >= 6
    assert len(site.of(Policy)) >= 8
    assert len(site.of(Interpretation)) >= 2
    assert len(site.of(News)) >= 12
    assert len(site.of(Gallery)) >= 6
    assert len(site.of(Contest)) >= 1
    assert len(site.of(Task)) == 7


def test_fifteen_sites_eight_provincial_one_national(site: Site) -> None:
    held = [item for item in standings_at(site, site.today) if item.state.is_active]
    sites = {item.honour.subject.ref for item in held if item.kind.is_site}
    ladder = [item for item in held if item.kind.ladder and item.honour.subject.ref in sites]
    assert len(sites) == 15
    assert sum(item.level is Level.PROVINCE for item in ladder) == 8
    assert sum(item.level is Level.NATIONAL for item in ladder) == 1
    assert all(site.of(Community)[id or ""].reception for id in sites)


def test_one_delisted_and_one_under_rectification(site: Site) -> None:
    states = [item.state for item in standings_at(site, site.today)]
    assert states.count(State.REVOKED) == 1
    assert states.count(State.RECTIFYING) == 1


@pytest.mark.parametrize("id", ["2026-04-09-work-conference", "2026-02-26-demonstration-forum"])
def test_the_two_meetings_are_told_at_length(site: Site, id: str) -> None:
    assert len(site.origin(site.of(Speech)[id]).body) >= 1500


def test_every_record_names_its_schema() -> None:
    for path in ROOT.glob("showcases/**/*.yml"):
        first = path.read_text(encoding="utf-8-sig").split("\n")[0]
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / schema).is_file(), path


def test_the_guides_own_examples_pass_everything_when_they_are_copied(tmp_path: Path) -> None:
    for folder in ("docs", "showcases"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    pages = sorted((ROOT / "docs/guide").glob("*.md"))
    guide = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    examples = dict(EXAMPLE.findall(guide))
    assert len(examples) >= 9
    for path, text in examples.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    photo = next((ROOT / "showcases/galleries").glob("*/*.jpg"))
    shutil.copy(photo, tmp_path / "showcases/galleries/one-way-lane/lane-after.jpg")
    site, problems = records.load(tmp_path, "demo")
    assert site is not None
    of_examples = (p for p in [*problems, *check(site)] if p.path in examples)
    found = [p for p in of_examples if p.severity() is not Severity.NOTE]
    assert [line(item, site, "en") for item in told(found)] == []


def test_there_is_nothing_to_tidy_in_it() -> None:
    texts = [*ROOT.glob("docs/*/*.md"), *ROOT.glob("showcases/**/*.yml")]
    assert len(texts) > 100
    for path in texts:
        name, text = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        assert name.startswith("docs/dev/") or tidied(name, text) == text, name


def test_every_step_that_is_over_says_when_it_was_reached(site: Site) -> None:
    """News and events of the sample tell of them: the board may not say that nobody knows."""
    past = [step for task in site.of(Task).values() for step in task.milestones]
    assert [step.text for step in past if step.on < site.today and step.done is None] == []
