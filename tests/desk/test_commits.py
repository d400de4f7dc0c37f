"""Commits beside the files, in a project that is the whole repository or a folder of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.desk.handing_in import bundles, sharing
from campaign.desk.versions.commits import changed_between, step, with_files
from campaign.desk.versions.ledger import Ledger, message
from projects import project
from repositories import git, repository

ALPHA = "showcases/communities/alpha.yml"


@pytest.fixture(params=["", "网站 一"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project at the top of its repository, and one in a folder with a name that needs care."""
    top = tmp_path / "one"
    project(top / request.param)
    repository(top)
    return top / request.param


def other(root: Path) -> Path:
    """A copy of the repository on another machine, without a remote."""
    top = Path(git(root, "rev-parse", "--show-toplevel"))
    copy = top.with_name("two")
    git(top, "clone", "--quiet", "--no-local", str(top), str(copy))
    git(copy, "remote", "remove", "origin")
    return copy / root.relative_to(top)


def test_a_commit_changes_no_file_before_the_step_to_it(root: Path) -> None:
    ledger, before = Ledger(root), (root / ALPHA).read_bytes()
    git(root, "config", "user.name", "王芳")
    git(root, "config", "user.email", "a@example.org")
    changed = {ALPHA: before + "slogan: 好\n".encode()}
    made = with_files(ledger.git, ledger.git.tip("HEAD"), changed, message("改"))
    assert (root / ALPHA).read_bytes() == before
    assert git(root, "status", "--porcelain") == ""
    assert step(ledger.git, made) == [ALPHA]
    assert (root / ALPHA).read_bytes() == before + "slogan: 好\n".encode()
    assert git(root, "status", "--porcelain") == ""
    (name,) = changed_between(ledger.git, "HEAD^", "HEAD")
    assert name.endswith(ALPHA)


def test_work_goes_from_one_machine_to_another(root: Path) -> None:
    two = other(root)
    for place, text in ((root, "slogan: 好\n"), (two, "households: 12\n")):
        git(place, "config", "user.name", "王芳")
        git(place, "config", "user.email", "a@example.org")
        with (place / ALPHA).open("a", encoding="utf-8") as file:
            file.write(text)
        assert Ledger(place).commit([ALPHA], "改")
    file = root.parent / "out.bundle"
    bundles.send_out(Ledger(root), file)
    (tip,) = bundles.take(Ledger(two), file)
    taken = sharing.take_in(Ledger(two), tip, {})
    assert (taken.fault, taken.paths) == ("", [ALPHA])
    assert {"slogan: 好", "households: 12"} < set((two / ALPHA).read_text("utf-8").splitlines())


def test_a_file_beside_the_project_is_none_of_its_content(tmp_path: Path) -> None:
    root = tmp_path / "one/site"
    project(root)
    repository(tmp_path / "one")
    two = other(root)
    (tmp_path / "one/docs").mkdir()
    (tmp_path / "one/docs/a.md").write_text("a\n", encoding="utf-8")
    git(tmp_path / "one", "add", "--all")
    git(tmp_path / "one", "commit", "--quiet", "--message", "change")
    file = tmp_path / "out.bundle"
    bundles.send_out(Ledger(root), file)
    with pytest.raises(sharing.NotDone, match=r"docs/a\.md"):
        bundles.take(Ledger(two), file)


def test_the_text_of_a_commit_tells_record_and_note(root: Path) -> None:
    git(root, "config", "user.name", "王芳")
    git(root, "config", "user.email", "a@example.org")
    with (root / ALPHA).open("a", encoding="utf-8") as file:
        file.write("slogan: 好\n")
    note = "第一行：看看\n\n  Record: org/other\n#第三行"
    assert Ledger(root).commit([ALPHA], "社区 退回", "口号：（空） → 好", "community/alpha", note)
    (entry,) = Ledger(root).sent_back()
    assert (entry.by, entry.subject, entry.record) == ("王芳", "社区 退回", "community/alpha")
    assert entry.note == "第一行：看看 Record: org/other #第三行"
