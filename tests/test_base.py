"""Honours against what was published, with real repositories: `append_only` and `history`."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from campaign import cli
from campaign.checks import check
from campaign.kinds.honour.append_only import altered
from campaign.reading import history, records
from campaign.reading.history import NoHistory
from projects import codes, project, write

KIND = "name: 示例荣誉\nlevel: city\nissuer: 示例办\nsubjects: [community]\npublicity_days: 0\n"
PLACE = "showcases/honours/example/alpha.yml"
HONOUR = """\
subject: {type: community, ref: alpha}
events:
  - {on: 2024-06-01, type: named, doc: 示文〔2024〕1号}
  - {on: 2025-03-10, type: rectify, due: 2025-06-10, reason: environment}
"""
NAMED, RECTIFY = HONOUR.splitlines(keepends=True)[2:]
CORRECTION = (
    "  - {on: 2025-05-01, type: corrected, corrects: {on: 2025-03-10, type: rectify}, note: 录错}\n"
)
ENTRY = "---\ntitle: 标题\npublished: {day} 09:00\nsource: 示例办\n---\n\n正文。\n"


def git(root: Path, *arguments: str, on: str = "2026-04-01") -> str:
    """Run git with nothing of the machine's own settings, at noon of a day."""
    who = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org"}
    who |= {"GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org"}
    when = {"GIT_AUTHOR_DATE": f"{on}T12:00:00Z", "GIT_COMMITTER_DATE": f"{on}T12:00:00Z"}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *arguments],
        cwd=root,
        env={**os.environ, **who, **when, **quiet},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def commit(root: Path, on: str = "2026-04-01") -> None:
    git(root, "add", "--all", on=on)
    git(root, "commit", "--quiet", "--message", "change", on=on)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose one honour is published on `main`."""
    project(tmp_path, {"showcases/honour-kinds/example.yml": KIND, PLACE: HONOUR})
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    return tmp_path


def found(root: Path, text: str | None = None, base: str = "main") -> list[str]:
    """Codes after the honour's file says `text` (None: as it is)."""
    if text is not None:
        write(root, {PLACE: text})
    site, _ = records.load(root)
    assert site is not None
    return codes(list(altered(site, history.honours_at(root, base))))


# What may change


def test_nothing_changed(root: Path) -> None:
    assert found(root) == []


def test_an_appended_event_is_fine(root: Path) -> None:
    assert found(root, f"{HONOUR}  - {{on: 2025-06-01, type: rectified}}\n") == []


def test_a_new_honour_is_fine(root: Path) -> None:
    write(root, {"showcases/honours/example/beta.yml": HONOUR})
    assert found(root) == []


def test_notes_and_plates_may_change(root: Path) -> None:
    assert found(root, f"batch: 第一批\nplate_no: A1\nnote: 备注\n{HONOUR}") == []


REFORMATTED = """\
# 说明
events:
  - type: "named"
    doc: "示文〔2024〕1号"
    on: '2024-06-01'   # 日期
    note:
  - reason: environment
    due: "2025-06-10"
    type: rectify
    on: 2025-03-10
subject:
  ref: alpha
  type: "community"
kind: example
"""


def test_reformatting_is_no_alteration(root: Path) -> None:
    assert found(root, REFORMATTED) == []


def test_what_was_published_may_have_been_written_on_windows(root: Path) -> None:
    (root / PLACE).write_bytes(b"\xef\xbb\xbf" + HONOUR.replace("\n", "\r\n").encode())
    commit(root)
    assert found(root, HONOUR) == []


def test_saying_the_default_is_no_alteration(root: Path) -> None:
    assert found(root, HONOUR.replace("ref: alpha", "ref: alpha, display: full")) == []


@pytest.mark.parametrize("text", ["events: [", "一段文字\n", ""])
def test_what_could_not_be_read_at_the_base_may_be_mended(root: Path, text: str) -> None:
    (root / PLACE).write_text(text, encoding="utf-8")
    commit(root)
    assert found(root, HONOUR) == []


# What may not


@pytest.mark.parametrize(
    "event",
    [
        "  - {on: 2025-03-11, type: rectify, due: 2025-06-10, reason: environment}\n",
        "  - {on: 2025-03-10, type: rectify, due: 2025-07-10, reason: environment}\n",
        "  - {on: 2025-03-10, type: rectify, due: 2025-06-10}\n",
        "  - {on: 2025-03-10, type: rectify, due: 2025-06-10, reason: environment, note: 加}\n",
        "  - {on: 2025-03-10, type: retained}\n",
    ],
)
def test_an_altered_event_is_reported(root: Path, event: str) -> None:
    assert found(root, HONOUR.replace(RECTIFY, event)) == ["H08"]


def test_a_struck_out_event_is_reported_with_its_date_and_name(root: Path) -> None:
    write(root, {PLACE: HONOUR.replace(RECTIFY, "")})
    site, _ = records.load(root)
    assert site is not None
    (problem,) = altered(site, history.honours_at(root, "main"))
    assert (problem.path, problem.line, problem.code) == (PLACE, 2, "H08")
    assert "2025-03-10 限期整改" in problem.message()


def test_each_struck_out_event_is_reported(root: Path) -> None:
    text = HONOUR.replace(RECTIFY, "").replace(NAMED, "  - {on: 2024-07-01, type: named}\n")
    assert found(root, text) == ["H08", "H08"]


def test_an_event_is_struck_out_together_with_a_correction_of_it(root: Path) -> None:
    assert found(root, HONOUR.replace(RECTIFY, CORRECTION)) == []


def test_an_event_is_mended_together_with_a_correction_of_it(root: Path) -> None:
    mended = RECTIFY.replace("2025-03-10", "2025-03-11")
    assert found(root, HONOUR.replace(RECTIFY, mended + CORRECTION)) == []


def test_a_correction_of_another_event_licenses_nothing(root: Path) -> None:
    other = CORRECTION.replace("corrects: {on: 2025-03-10", "corrects: {on: 2025-03-09")
    assert found(root, HONOUR.replace(RECTIFY, other)) == ["H08"]


def test_an_earlier_correction_licenses_no_later_change(root: Path) -> None:
    mended = RECTIFY.replace("due: 2025-06-10", "due: 2025-07-10")
    write(root, {PLACE: HONOUR.replace(RECTIFY, mended + CORRECTION)})
    commit(root)
    assert found(root, HONOUR.replace(RECTIFY, CORRECTION)) == ["H08"]


def test_a_correction_itself_stays(root: Path) -> None:
    write(root, {PLACE: HONOUR + CORRECTION})
    commit(root)
    assert found(root, HONOUR) == ["H08"]


@pytest.mark.parametrize("subject", ["{type: community, ref: beta}", "{type: org, ref: alpha}"])
def test_another_subject_is_reported(root: Path, subject: str) -> None:
    assert found(root, HONOUR.replace("{type: community, ref: alpha}", subject)) == ["H18"]


def test_a_slip_in_the_subject_is_mended_with_a_correction(root: Path) -> None:
    text = HONOUR.replace("ref: alpha", "ref: beta") + CORRECTION
    assert found(root, text) == []


def test_an_honour_that_vanished_is_reported(root: Path) -> None:
    (root / PLACE).unlink()
    site, _ = records.load(root)
    assert site is not None
    (problem,) = altered(site, history.honours_at(root, "main"))
    assert (problem.path, problem.line, problem.code) == (PLACE, 1, "H09")
    assert "example/alpha" in problem.message()


def test_an_honour_that_moved_is_reported(root: Path) -> None:
    (root / PLACE).rename(root / "showcases/honours/example/beta.yml")
    assert found(root) == ["H09"]


def test_an_honour_that_no_longer_reads_has_not_vanished(root: Path) -> None:
    assert found(root, "events: [") == []


@pytest.mark.parametrize("hidden", ["status: draft", "visibility: internal"])
def test_an_honour_taken_out_of_sight_is_missed_by_the_command(
    root: Path, monkeypatch: pytest.MonkeyPatch, hidden: str
) -> None:
    write(root, {PLACE: f"{hidden}\n{HONOUR.replace(RECTIFY, '')}"})
    monkeypatch.setattr(cli, "ROOT", root)
    done = CliRunner().invoke(cli.app, ["check", "--base", "main", "--format", "json"])
    assert "H09" in [item["code"] for item in json.loads(done.stdout)]


# The base


def test_the_base_may_be_any_revision(root: Path) -> None:
    write(root, {PLACE: HONOUR + CORRECTION})
    commit(root)
    assert found(root, HONOUR, base="HEAD~1") == []
    assert found(root, HONOUR, base="HEAD") == ["H08"]


def test_a_base_without_honours_knows_of_none(root: Path) -> None:
    git(root, "rm", "--quiet", "-r", "showcases/honours")
    commit(root)
    assert history.honours_at(root, "HEAD") == {}


def test_only_records_are_honours(root: Path) -> None:
    write(root, {"showcases/honours/README.md": "说明"})
    commit(root)
    assert list(history.honours_at(root, "main")) == [PLACE]


def test_a_project_inside_a_larger_repository_is_compared(tmp_path: Path) -> None:
    inner = tmp_path / "city"
    project(inner, {"showcases/honour-kinds/example.yml": KIND, PLACE: HONOUR})
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    assert found(inner, HONOUR.replace(RECTIFY, "")) == ["H08"]


def test_an_unknown_base_is_no_history(root: Path) -> None:
    with pytest.raises(NoHistory, match="origin/main"):
        history.honours_at(root, "origin/main")


def test_a_folder_without_repository_is_no_history(tmp_path: Path) -> None:
    with pytest.raises(NoHistory):
        history.honours_at(tmp_path, "main")


def test_without_git_there_is_no_history(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoHistory, match="git"):
        history.honours_at(root, "main")
    assert history.first_commits(root) == {}


# When a file came in


def test_the_first_commit_of_a_file_is_its_day(root: Path) -> None:
    write(root, {"docs/news/旧闻.md": ENTRY.format(day="2026-04-01")})
    commit(root, "2026-04-02")
    write(root, {"docs/news/旧闻.md": ENTRY.format(day="2026-04-01") + "更多。\n"})
    commit(root, "2026-04-09")
    assert history.first_commits(root)["docs/news/旧闻.md"] == date(2026, 4, 2)
    assert history.first_commits(root)[PLACE] == date(2026, 4, 1)


def test_a_folder_without_repository_has_no_first_commits(tmp_path: Path) -> None:
    assert history.first_commits(tmp_path) == {}


def test_a_shallow_clone_does_not_know_when_its_oldest_files_came_in(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write(root, {"docs/news/new.md": ENTRY.format(day="2026-04-09")})
    commit(root, "2026-04-09")
    clone = tmp_path_factory.mktemp("clone") / "clone"
    git(root, "clone", "--quiet", "--depth", "1", f"file://{root}", str(clone))
    assert PLACE not in history.first_commits(clone)


def backdated(root: Path, limit: str) -> list[str]:
    settings = (root / "showcases/site.yml").read_text(encoding="utf-8")
    write(root, {"showcases/site.yml": settings + limit})
    site, _ = records.load(root)
    assert site is not None
    return [found.path for found in check(site) if found.code == "V16c"]


def test_an_article_dated_long_before_its_first_commit_is_reported(root: Path) -> None:
    days = {"three": "2026-04-07", "four": "2026-04-06", "ahead": "2026-04-12"}
    write(root, {f"docs/news/{name}.md": ENTRY.format(day=day) for name, day in days.items()})
    commit(root, "2026-04-10")
    write(root, {"docs/news/not-committed.md": ENTRY.format(day="2026-01-01")})
    assert backdated(root, "backdate_days: 3\n") == ["docs/news/four.md"]


def test_backdating_is_looked_for_only_where_the_settings_ask(root: Path) -> None:
    write(root, {"docs/news/old.md": ENTRY.format(day="2026-01-01")})
    commit(root, "2026-04-10")
    assert backdated(root, "") == []


@pytest.mark.parametrize("hidden", ["status: draft\n", "visibility: internal\n"])
def test_an_honour_cannot_be_hidden_instead_of_deleted(root: Path, hidden: str) -> None:
    assert found(root, HONOUR + hidden) == ["H09"]
