"""What git knows: revisions, their files, and when a file came in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from campaign.checks import append_only, check
from campaign.problems import catalogue, ordered
from campaign.reading import history, records
from campaign.reading.history import NoHistory
from projects import project, write
from repositories import branch, commit, git, repository

PLACE = "showcases/honours/example/alpha.yml"
PATTERNS = ("showcases/honours/*/*.yml",)
ENTRY = "---\ntitle: 标题\npublished: {day} 09:00\nsource: 示例办\n---\n\n正文。\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(project(tmp_path, {PLACE: "a: 1\n"}))


@pytest.fixture
def shallow(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone without the first of two commits, on a branch of its own."""
    write(root, {"docs/news/new.md": ENTRY.format(day="2026-04-09")})
    commit(root, "2026-04-09")
    clone = tmp_path_factory.mktemp("clone") / "clone"
    git(root, "clone", "--quiet", "--depth", "1", f"file://{root}", str(clone))
    return clone


def earlier(root: Path, revision: str = "main") -> dict[str, bytes]:
    return history.altered_files(root, revision, PATTERNS)


# Files of a revision


def test_a_file_as_it_was_is_not_handed_over(root: Path) -> None:
    assert earlier(root) == {}


def test_a_file_of_another_name_is_not_read(root: Path) -> None:
    """Such as the pictures beside a gallery, which may be many and large."""
    picture = "showcases/honours/example/alpha.jpg"
    write(root, {picture: "x"})
    commit(root)
    write(root, {picture: "y"})
    assert earlier(root) == {}


@pytest.mark.parametrize("now", ["a: 2\n", "", None])
def test_an_altered_file_is_handed_over_as_it_was(root: Path, now: str | None) -> None:
    write(root, {PLACE: now})
    assert earlier(root) == {PLACE: b"a: 1\n"}


def test_a_name_in_chinese_and_an_empty_file_are_files(root: Path) -> None:
    names = ("showcases/honours/example/甲 乙.yml", "showcases/honours/example/b.yml")
    write(root, {names[0]: "", names[1]: "x"})
    commit(root)
    write(root, dict.fromkeys((*names, PLACE)))
    assert earlier(root) == {names[0]: b"", names[1]: b"x", PLACE: b"a: 1\n"}


def test_what_an_archive_would_leave_out_is_handed_over(root: Path) -> None:
    write(root, {".gitattributes": "showcases/honours/** export-ignore\n"})
    commit(root)
    write(root, {PLACE: None})
    assert earlier(root) == {PLACE: b"a: 1\n"}


def test_what_a_replacement_hides_is_handed_over(root: Path) -> None:
    blob = git(root, "rev-parse", f"main:{PLACE}")
    write(root, {"other": "other\n"})
    git(root, "replace", blob, git(root, "hash-object", "-w", "other"))
    write(root, {PLACE: None})
    assert earlier(root) == {PLACE: b"a: 1\n"}


def test_a_symbolic_link_has_no_text(root: Path) -> None:
    (root / "showcases/honours/example/link.yml").symlink_to("alpha.yml")
    commit(root)
    (root / "showcases/honours/example/link.yml").unlink()
    assert earlier(root) == {}


def test_a_project_inside_a_larger_repository_is_compared(tmp_path: Path) -> None:
    project(tmp_path / "city", {PLACE: "a: 1\n"})
    repository(tmp_path)
    write(tmp_path / "city", {PLACE: None})
    assert earlier(tmp_path / "city") == {PLACE: b"a: 1\n"}


def test_a_repository_with_longer_hashes_is_compared(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "--initial-branch", "main")
    write(tmp_path, {PLACE: "a: 1\n"})
    commit(tmp_path)
    assert earlier(tmp_path) == {}
    write(tmp_path, {PLACE: None})
    assert earlier(tmp_path) == {PLACE: b"a: 1\n"}


# Where a branch began


def test_what_happened_on_the_base_since_is_not_the_branchs(root: Path) -> None:
    start = git(root, "rev-parse", "main")
    branch(root)
    commit(root)
    git(root, "checkout", "--quiet", "main")
    commit(root, "2026-04-02")
    git(root, "checkout", "--quiet", "work")
    assert history.merge_base(root, "main") == start


def test_a_base_that_shares_no_commit_is_compared_with_itself(root: Path) -> None:
    tip = git(root, "rev-parse", "main")
    git(root, "checkout", "--quiet", "--orphan", "rewritten")
    commit(root)
    assert history.merge_base(root, "main") == tip


def test_before_the_first_commit_nothing_is_checked_out(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert history.head(tmp_path) is None
    assert history.first_commits(tmp_path) == {}


# Where git cannot tell


def no_repository(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / ".git").rename(root / "elsewhere")


def no_git(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def somebody_elses(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")


def damaged(root: Path, _: pytest.MonkeyPatch) -> None:
    for path in (root / ".git/objects").glob("??/*"):
        path.unlink()


Breaking = Callable[[Path, pytest.MonkeyPatch], None]
BROKEN: list[tuple[Breaking, str]] = [
    (no_git, "Y24a"),
    (no_repository, "Y24b"),
    (somebody_elses, "Y24c"),
    (damaged, "Y24f"),
]


@pytest.mark.parametrize(("breaks", "code"), BROKEN)
def test_why_git_cannot_tell_is_said_in_plain_words(
    root: Path, monkeypatch: pytest.MonkeyPatch, breaks: Breaking, code: str
) -> None:
    breaks(root, monkeypatch)
    with pytest.raises(NoHistory) as raised:
        earlier(root)
    assert raised.value.problem.code == code


@pytest.mark.parametrize(("breaks", "code"), BROKEN)
def test_an_unreadable_history_is_told_once_by_a_check(
    root: Path, monkeypatch: pytest.MonkeyPatch, breaks: Breaking, code: str
) -> None:
    settings = (root / "showcases/site.yml").read_text(encoding="utf-8")
    write(root, {"showcases/site.yml": f"{settings}backdate_days: 3\n"})
    breaks(root, monkeypatch)
    site, _ = records.load(root)
    assert site is not None
    found = ordered([*check(site), *append_only.uncommitted(site)])
    assert [item.code for item in found if item.path == history.PLACE] == [code]


def test_a_base_that_is_not_there_is_named(root: Path) -> None:
    with pytest.raises(NoHistory, match="origin/main") as raised:
        history.merge_base(root, "origin/main")
    assert raised.value.problem.code == "Y24e"


def test_an_option_is_no_revision(root: Path) -> None:
    with pytest.raises(NoHistory):
        history.commit(root, "--all")


def test_a_shallow_clone_does_not_know_when_its_oldest_files_came_in(shallow: Path) -> None:
    with pytest.raises(NoHistory) as raised:
        history.first_commits(shallow)
    assert raised.value.problem.code == "Y24d"


def test_a_shallow_clone_is_compared_with_what_it_has(shallow: Path) -> None:
    write(shallow, {PLACE: None})
    assert earlier(shallow, "HEAD") == {PLACE: b"a: 1\n"}


def test_a_shallow_clone_may_lack_the_commit_where_a_branch_began(
    root: Path, shallow: Path
) -> None:
    git(root, "checkout", "--quiet", "--orphan", "other")
    commit(root)
    git(shallow, "fetch", "--quiet", "--depth", "1", "origin", "other")
    with pytest.raises(NoHistory) as raised:
        history.merge_base(shallow, "FETCH_HEAD")
    assert raised.value.problem.code == "Y24d"


def test_why_git_cannot_tell_stops_nothing() -> None:
    grave = [r for code, r in catalogue().items() if code.startswith("Y24")]
    assert {rule.severity.value for rule in grave} == {"note"}


# When a file came in


def test_the_first_commit_of_a_file_is_its_day(root: Path) -> None:
    write(root, {"docs/news/旧闻.md": ENTRY.format(day="2026-04-01")})
    commit(root, "2026-04-02")
    write(root, {"docs/news/旧闻.md": ENTRY.format(day="2026-04-01") + "更多。\n"})
    commit(root, "2026-04-09")
    assert history.first_commits(root)["docs/news/旧闻.md"] == date(2026, 4, 2)
    assert history.first_commits(root)[PLACE] == date(2026, 4, 1)


def backdated(root: Path, limit: str) -> list[str]:
    settings = (root / "showcases/site.yml").read_text(encoding="utf-8")
    write(root, {"showcases/site.yml": settings + limit})
    site, _ = records.load(root)
    assert site is not None
    return [found.path for found in check(site) if found.code in ("V16c", "Y24d")]


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


def test_backdating_that_a_shallow_clone_cannot_see_is_told(shallow: Path) -> None:
    assert backdated(shallow, "backdate_days: 3\n") == [history.PLACE]


# What git has not recorded


def test_changes_that_git_has_not_recorded_are_listed(root: Path) -> None:
    assert history.uncommitted(root, "docs", "showcases") == []
    write(root, {"docs/新页.md": "新", PLACE: "a: 2\n", "other.txt": "x"})
    listed = history.uncommitted(root, "docs", "showcases")
    assert [line[2:].strip() for line in listed] == [PLACE, "docs/新页.md"]
