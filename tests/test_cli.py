"""The verbs, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import NewProject
from sites import build_site, run

KINDS = {
    "community": "epsilon",
    "experience": "story",
    "honour": "city-honour/epsilon",
    "gallery": "album",
    "contest": "snaps",
    "speech": "2026-04-18-talk",
    "policy": "2026-04-18-paper",
    "interpretation": "2026-04-18-why",
    "news": "2026-04-18-item",
}


def _spoil(project: Path) -> None:
    record = project / "showcases/communities/beta.yml"
    record.write_text(record.read_text().replace("district: west", "district: wset"))


def test_help_speaks_chinese_and_english(built: Path) -> None:
    text = build_site(built, "--help").stdout
    assert "构建网站" in text
    assert "Build the site" in text


def test_check_reports_in_both_languages(project: Path) -> None:
    _spoil(project)
    chinese = build_site(project, "check")
    english = build_site(project, "check", "--lang", "en")
    assert chinese.returncode == english.returncode == 1
    assert "找不到镇街“wset”" in chinese.stdout
    assert "Did you mean 'west'?" in english.stdout


def test_check_prints_annotations_json_and_a_report(project: Path) -> None:
    _spoil(project)
    annotations = build_site(project, "check", "--format", "github").stdout
    assert "::error file=showcases/communities/beta.yml,line=2,title=V03a::" in annotations
    found = json.loads(build_site(project, "check", "--format", "json").stdout)
    assert {"path", "line", "code", "severity", "message", "remedy"} <= set(found[0])
    build_site(project, "check", "--format", "html")
    report = (project / "report.html").read_text()
    assert "showcases/communities/beta.yml" in report
    assert "第 2 行" in report


def test_check_is_quiet_on_a_clean_site(built: Path) -> None:
    done = build_site(built, "check")
    assert done.returncode == 0
    assert "错误" not in done.stdout


@pytest.fixture(scope="module")
def drafted(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a draft of every kind. Not to be changed."""
    project = new_project(tmp_path_factory.mktemp("drafted") / "project")
    for kind, id in KINDS.items():
        done = build_site(project, "new", kind, id)
        assert done.returncode == 0, done.stderr
    return project


def test_the_drafts_that_new_writes_pass_the_checks(drafted: Path) -> None:
    checked = build_site(drafted, "check")
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_new_writes_over_nothing(drafted: Path, kind: str) -> None:
    again = build_site(drafted, "new", kind, KINDS[kind])
    assert again.returncode == 1
    assert "已经存在" in again.stderr


def test_new_refuses_a_bad_id(project: Path) -> None:
    done = build_site(project, "new", "community", "幸福里")
    assert done.returncode == 1
    assert "V01a" not in done.stderr
    assert "小写字母" in done.stderr


def test_start_leaves_a_small_valid_site_of_its_own(project: Path) -> None:
    done = build_site(project, "start", "--city", "新示例市", "--url", "https://x.org/y", "--yes")
    assert done.returncode == 0, done.stderr
    built = build_site(project)
    assert built.returncode == 0, built.stderr
    assert "新示例市" in (project / "site/index.html").read_text()
    assert "https://x.org/y/" in (project / "site/sitemap.xml").read_text()
    again = build_site(project, "start", "--city", "乙市", "--url", "https://x.org/", "--yes")
    assert again.returncode == 1
    assert "新示例市" in (project / "showcases/site.yml").read_text()


def test_unknown_profiles_and_days_are_explained(built: Path) -> None:
    profile = build_site(built, "check", "--profile", "nowhere")
    assert "nowhere" in profile.stdout
    assert "demo" in profile.stdout
    day = build_site(built, "check", "--today", "昨天")
    assert day.returncode == 2
    assert "2026-04-20" in day.stderr


def test_schema_writes_what_the_models_say(project: Path) -> None:
    assert build_site(project, "schema").returncode == 0
    schema = json.loads((project / "showcases/schema/community.schema.json").read_text())
    assert schema["properties"]["district"]["title"] == "所属镇街"


def test_the_command_works_from_any_folder(built: Path, tmp_path: Path) -> None:
    done = run(tmp_path, str(built / "build_site.py"), "--no-bootstrap", "check")
    assert done.returncode == 0, done.stderr
