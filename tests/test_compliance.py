"""What each kind of deployment owes: the table of `model/compliance.py`, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from campaign.checks import check
from campaign.every_page import footer
from campaign.every_page.labels import Labels
from campaign.model.compliance import DUTIES, Compliance
from campaign.model.settings import Profile
from campaign.problems import Severity, catalogue
from campaign.reading import records
from campaign.site import Site
from projects import project, write

ALL = tuple(Compliance)
HELD = """\
site_id_code: "0000000001"
party_mark: {image: mark.png, url: "https://bszs.example.org/"}
"""
PLACEHOLDER = "请填写单位座机"


def site(root: Path, compliance: Compliance, more: str = "", contact: str = "0000-6200000") -> Site:
    """A small site under a profile."""
    base = f"base_url: https://example.org/\ncompliance: {compliance.value}\nhost: domestic\n"
    said = f"{base}sponsor: 示例办\ncontact: {contact}\n{more}"
    write(project(root / compliance.value), {"showcases/deploy/demo.yml": said})
    found, _ = records.load(root / compliance.value, "demo")
    assert found is not None
    return found


def severities(here: Site, code: str) -> set[Severity]:
    """How grave a rule's findings are on this site."""
    return {p.severity(here.profile.stopping) for p in check(here) if p.code == code}


STOPS, TOLD, NOTHING = {Severity.ERROR}, {Severity.WARNING}, set[Severity]()


@pytest.mark.parametrize(
    ("compliance", "found"),
    [
        (Compliance.GOV, STOPS),
        (Compliance.PARTY, TOLD),
        (Compliance.COMMUNITY, TOLD),
        (Compliance.DEMO, NOTHING),
    ],
)
def test_a_site_without_a_way_to_report_errors(
    compliance: Compliance, found: set[Severity], tmp_path: Path
) -> None:
    assert severities(site(tmp_path, compliance), "V28d") == found


@pytest.mark.parametrize("compliance", ALL)
@pytest.mark.parametrize(
    ("contact", "more"),
    [
        ("0000-6200000，office@example.org", ""),
        ("0000-6200000", "jiucuo: https://example.org/form\n"),
        ("0000-6200000", "repository: https://example.org/repo\n"),
    ],
)
def test_a_mailbox_a_form_or_a_repository_takes_reports_of_errors(
    compliance: Compliance, contact: str, more: str, tmp_path: Path
) -> None:
    assert severities(site(tmp_path, compliance, more, contact), "V28d") == NOTHING


@pytest.mark.parametrize("compliance", ALL)
def test_a_place_that_is_to_be_filled_in_goes_live_nowhere(
    compliance: Compliance, tmp_path: Path
) -> None:
    found = severities(site(tmp_path, compliance, contact=PLACEHOLDER), "V23b")
    assert found == STOPS


@pytest.mark.parametrize("compliance", ALL)
def test_a_day_stands_still_on_a_demonstration_alone(
    compliance: Compliance, tmp_path: Path
) -> None:
    found = severities(site(tmp_path, compliance, "today: 2026-04-20\n"), "V28f")
    assert found == (NOTHING if compliance is Compliance.DEMO else STOPS)


@pytest.mark.parametrize(
    ("compliance", "missing"),
    [(Compliance.GOV, 4), (Compliance.PARTY, 4), (Compliance.COMMUNITY, 2), (Compliance.DEMO, 0)],
)
def test_standing_pages_that_are_owed(compliance: Compliance, missing: int, tmp_path: Path) -> None:
    here = site(tmp_path, compliance)
    assert sum(problem.code == "V28e" for problem in check(here)) == missing


@pytest.mark.parametrize(
    ("compliance", "code", "severity"),
    [
        (Compliance.GOV, "V35", Severity.ERROR),
        (Compliance.GOV, "H16", Severity.ERROR),
        (Compliance.GOV, "V28e", Severity.ERROR),
        (Compliance.PARTY, "V35", Severity.ERROR),
        (Compliance.PARTY, "H16", Severity.WARNING),
        (Compliance.PARTY, "V28e", Severity.WARNING),
        (Compliance.COMMUNITY, "V35", Severity.WARNING),
        (Compliance.COMMUNITY, "V23b", Severity.ERROR),
        (Compliance.DEMO, "V35", Severity.WARNING),
        (Compliance.DEMO, "V23b", Severity.ERROR),
    ],
)
def test_what_stops_a_build(compliance: Compliance, code: str, severity: Severity) -> None:
    raised = DUTIES[compliance].raised
    assert (Severity.ERROR if code in raised else catalogue()[code].severity) is severity


def test_only_warnings_are_raised() -> None:
    raised = {code for duties in DUTIES.values() for code in duties.raised}
    assert {catalogue()[code].severity for code in raised} == {Severity.WARNING}


@pytest.mark.parametrize("compliance", ALL)
def test_marks_of_public_bodies_are_shown_by_all_but_communities(
    compliance: Compliance, tmp_path: Path
) -> None:
    here = site(tmp_path, compliance, HELD)
    is_community = compliance is Compliance.COMMUNITY
    lines = [line["label"] for line in footer.identity(here.profile)]
    assert ("网站标识码：" not in lines) is is_community
    assert (footer.party_mark(here.profile) is None) is is_community
    assert ("SiteIDCode" not in dict(Labels(here).of_site)) is is_community
    assert severities(here, "V28g") == (TOLD if is_community else NOTHING)


@pytest.mark.parametrize("compliance", ALL)
def test_labels_of_articles_are_on_all_but_the_sites_of_communities(
    compliance: Compliance, tmp_path: Path
) -> None:
    labels = Labels(site(tmp_path, compliance))
    names = {name for name, _ in labels.of_page("communities/alpha/")}
    is_community = compliance is Compliance.COMMUNITY
    assert ("ArticleTitle" in names) is not is_community
    assert ("ArticleTitle" in labels.required("communities/alpha/")) is not is_community


@pytest.mark.parametrize(
    ("compliance", "wanted"),
    [
        (Compliance.GOV, {"单位地址", "网站标识码", "ICP 备案号", "公安备案号", "党政机关标识"}),
        (Compliance.PARTY, {"单位地址", "ICP 备案号", "公安备案号", "党政机关标识"}),
        (Compliance.COMMUNITY, {"ICP 备案号", "公安备案号"}),
        (Compliance.DEMO, set[str]()),
    ],
)
def test_what_inspectors_look_for_in_the_footer(
    compliance: Compliance, wanted: set[str], tmp_path: Path
) -> None:
    notes = [p for p in check(site(tmp_path, compliance)) if p.code == "V28h"]
    named: set[str] = {name for note in notes for name in note.values["names"].split("、")}
    assert named == wanted


@pytest.mark.parametrize("compliance", ALL)
def test_every_field_of_the_table_is_one_of_the_profile(compliance: Compliance) -> None:
    duties: Any = DUTIES[compliance]
    assert {*duties.inspected, *duties.hidden} <= Profile.model_fields.keys()
