"""The verbs, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import NewProject
from projects import STANDING, write
from sites import build_site, run, tree_of

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
    write(project, STANDING)
    as_sample(project)
    said = ["--contact", "0000-6200000，office@example.org", "--since", "2025-11-01", "--yes"]
    done = build_site(project, "start", "--city", "新示例市", "--url", "https://x.org/y", *said)
    assert done.returncode == 0, done.stderr
    built = build_site(project)
    assert built.returncode == 0, built.stderr
    assert "新示例市" in (project / "site/index.html").read_text()
    assert "https://x.org/y/" in (project / "site/sitemap.xml").read_text()
    assert not [
        path for path, data in tree_of(project / "site").items() if "待填写".encode() in data
    ]
    again = build_site(project, "start", "--city", "乙市", "--url", "https://x.org/", "--yes")
    assert again.returncode == 1
    assert "新示例市" in (project / "showcases/site.yml").read_text()


def as_sample(project: Path) -> None:
    """Let a project's content be the sample that its engine was given with."""
    hooks = str(project / "hooks")
    assert run(project, "-m", "campaign.verbs.sample", PYTHONPATH=hooks).returncode == 0


def test_start_with_an_answer_that_cannot_be_used_touches_nothing(project: Path) -> None:
    as_sample(project)
    before = content_of(project)
    done = build_site(project, "start", "--city", "甲\n市", "--url", "https://x.org/", "--yes")
    assert done.returncode == 2
    assert content_of(project) == before


def test_start_without_the_sample_as_it_was_given_deletes_nothing(project: Path) -> None:
    before = content_of(project)
    done = build_site(project, "start", "--city", "新示例市", "--yes")
    assert done.returncode == 0
    assert "保留原样" in done.stderr
    assert before.items() - content_of(project).items() == set()


@pytest.mark.parametrize(
    ("verb", "option"),
    [
        (["build"], ["--site-dir", "docs"]),
        (["build"], ["--site-dir", "."]),
        (["build"], ["--site-dir", ".."]),
        (["check"], ["--output", "showcases/site.yml"]),
        (["report"], ["--output", "docs/index.md"]),
        (["photos", "withdraw", "fair/nobody"], ["--site-dir", "docs"]),
    ],
)
def test_no_verb_puts_anything_in_place_of_what_people_wrote(
    project: Path, verb: list[str], option: list[str]
) -> None:
    before = content_of(project)
    done = build_site(project, *verb, *option)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert content_of(project) == before


def content_of(project: Path) -> dict[str, bytes]:
    """Everything in a project but its caches."""
    files = tree_of(project)
    return {path: data for path, data in files.items() if not path.startswith(".cache/")}


@pytest.mark.parametrize("verb", [["report"], ["zip"], ["check", "--format", "html"]])
def test_what_a_verb_wrote_it_may_write_again(project: Path, verb: list[str]) -> None:
    first, second = build_site(project, *verb), build_site(project, *verb)
    assert (first.returncode, second.returncode) == (0, 0), second.stderr


def test_a_photo_is_withdrawn_from_no_folder_that_is_no_site(project: Path) -> None:
    album = project / "album/photos/fair/dance/1.jpg"
    album.parent.mkdir(parents=True)
    album.write_bytes(b"mine")
    done = build_site(project, "photos", "withdraw", "fair/dance", "--site-dir", "album")
    assert done.returncode == 1
    assert "不是本程序建的网站" in done.stderr
    assert album.read_bytes() == b"mine"
    assert not (project / "showcases/galleries/fair/dance.jpg").exists()


def test_unknown_profiles_and_days_are_explained(built: Path) -> None:
    profile = build_site(built, "check", "--profile", "nowhere")
    assert "nowhere" in profile.stdout
    assert "demo" in profile.stdout
    day = build_site(built, "check", "--today", "昨天")
    assert day.returncode == 2
    assert "2026-04-20" in day.stderr
    bare = build_site(built, "--today", "昨天")
    assert bare.stderr == build_site(built, "build", "--today", "昨天").stderr


def test_schema_writes_what_the_models_say(project: Path) -> None:
    assert build_site(project, "schema").returncode == 0
    schema = json.loads((project / "showcases/schema/community.schema.json").read_text())
    assert schema["properties"]["district"]["title"] == "所属镇街"


def test_the_command_works_from_any_folder(built: Path, tmp_path: Path) -> None:
    done = run(tmp_path, str(built / "build_site.py"), "--no-bootstrap", "check")
    assert done.returncode == 0, done.stderr
