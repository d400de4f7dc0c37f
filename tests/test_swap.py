from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from campaign import targets
from campaign.build import swap
from campaign.build.swap import Busy, NewTree
from projects import write

HOOKS = Path(swap.__file__).parents[2]


@pytest.fixture
def site_dir(tmp_path: Path) -> Path:
    """Yesterday's site."""
    site_dir = tmp_path / "out/site"
    marked(write(site_dir, {"index.html": "old", "gone.html": "old"}))
    return site_dir


@contextmanager
def building(site_dir: Path) -> Iterator[NewTree]:
    """A new tree for a site of a project elsewhere."""
    with swap.new_tree(HOOKS.parent, site_dir) as tree:
        yield tree


def marked(tree: Path) -> Path:
    """The tree with the mark of a site that this program built."""
    names = [path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()]
    write(tree, {targets.MARK: targets.mark(names)})
    return tree


def content(folder: Path) -> dict[str, str]:
    """What every file of a site says, but for the mark."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != targets.MARK
    }


def names(site_dir: Path) -> list[str]:
    """What stands beside the site, but for the lock."""
    return sorted(p.name for p in site_dir.parent.iterdir() if not p.name.endswith(".lock"))


def build(site_dir: Path) -> None:
    with building(site_dir) as tree:
        marked(write(tree.path, {"index.html": "new"}))
        tree.put_in_place()


def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchanged", lambda first, second: False)


# In place


def test_the_new_site_replaces_the_old_one_as_a_whole(site_dir: Path) -> None:
    build(site_dir)
    assert content(site_dir) == {"index.html": "new"}
    assert names(site_dir) == ["site"]


def test_a_first_site_is_put_where_there_was_none(tmp_path: Path) -> None:
    build(tmp_path / "deep/er/site")
    assert content(tmp_path / "deep/er/site") == {"index.html": "new"}


def test_other_users_may_read_the_site(tmp_path: Path) -> None:
    build(tmp_path / "site")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two names")
def test_at_no_moment_is_the_site_missing(site_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two names can be exchanged, nothing is renamed."""

    def refuse(self: Path, target: Path) -> Path:
        raise AssertionError(f"{self} renamed")

    with building(site_dir) as tree:
        write(tree.path, {"index.html": "new"})
        monkeypatch.setattr(Path, "rename", refuse)
        tree.put_in_place()
    assert content(site_dir) == {"index.html": "new"}


# The old site survives


def test_an_exception_leaves_the_old_site_and_nothing_else(site_dir: Path) -> None:
    before = content(site_dir)
    with pytest.raises(FileExistsError), building(site_dir) as tree:
        (write(tree.path, {"index.html": "half"}) / "index.html").mkdir()
    assert content(site_dir) == before
    assert names(site_dir) == ["site"]


def test_a_build_that_puts_nothing_in_place_leaves_the_old_site(site_dir: Path) -> None:
    before = content(site_dir)
    with building(site_dir) as tree:
        write(tree.path, {"index.html": "new"})
    assert content(site_dir) == before
    assert names(site_dir) == ["site"]


def test_a_new_tree_is_empty_and_on_the_same_file_system(site_dir: Path) -> None:
    with building(site_dir) as tree:
        assert list(tree.path.iterdir()) == []
        assert tree.path.name.startswith(".site-")  # git is told to leave these alone
        assert tree.path.parent == site_dir.parent


# One at a time


def test_a_second_build_is_busy_and_disturbs_nothing(site_dir: Path) -> None:
    with building(site_dir) as tree:
        write(tree.path, {"index.html": "new"})
        with pytest.raises(Busy), building(site_dir):
            raise AssertionError("two builds at once")
        assert content(tree.path) == {"index.html": "new"}
        tree.put_in_place()
    assert content(site_dir) == {"index.html": "new"}


def test_builds_of_different_sites_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with building(tmp_path / "one") as first, building(tmp_path / "two") as second:
        assert first != second


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_after_a_build_the_next_one_may_begin(site_dir: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), building(site_dir):
        raise error
    build(site_dir)
    build(site_dir)
    assert content(site_dir) == {"index.html": "new"}


KILLED = """
import os, signal, sys
from pathlib import Path
from campaign.build.swap import new_tree
with new_tree(Path(sys.argv[2]), Path(sys.argv[1])) as tree:
    (tree.path / "index.html").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_build_left_is_cleared_by_the_next(site_dir: Path) -> None:
    before = content(site_dir)
    command = [sys.executable, "-c", KILLED, str(site_dir), str(HOOKS.parent)]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(HOOKS)}, capture_output=True)
    assert len(names(site_dir)) == 2
    assert content(site_dir) == before
    build(site_dir)
    assert names(site_dir) == ["site"]


# Where names cannot be exchanged


def test_without_exchange_the_old_site_is_renamed_away(
    site_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_exchange(monkeypatch)
    build(site_dir)
    assert content(site_dir) == {"index.html": "new"}
    assert names(site_dir) == ["site"]


def test_a_folder_that_only_has_such_a_name_is_not_removed(site_dir: Path) -> None:
    write(site_dir.parent / ".site-new-plans", {"a.txt": "mine"})
    (site_dir.parent / ".site-new-12345678").symlink_to(site_dir.parent / ".site-new-plans")
    build(site_dir)
    assert names(site_dir) == [".site-new-12345678", ".site-new-plans", "site"]


def test_what_people_put_where_the_old_site_goes_stops_the_build(site_dir: Path) -> None:
    write(site_dir.with_name(".site-old"), {"a.txt": "mine"})
    with pytest.raises(targets.Refused, match=r"\.site-old"):
        build(site_dir)
    assert content(site_dir.with_name(".site-old")) == {"a.txt": "mine"}


def test_what_people_put_into_the_site_while_it_is_built_is_not_lost(site_dir: Path) -> None:
    with building(site_dir) as tree:
        write(site_dir, {"mine.txt": "mine"})
        with pytest.raises(targets.Refused, match=r"mine\.txt"):
            tree.put_in_place()
    assert content(site_dir)["mine.txt"] == "mine"


@pytest.mark.parametrize("umask", [0o077, 0o000])
def test_the_modes_of_a_site_are_the_same_under_every_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with building(tmp_path / "site") as tree:
            marked(write(tree.path, {"index.html": "new", "a/b/c.css": "x"}))
            tree.put_in_place()
    finally:
        os.umask(before)
    found = {path.is_dir(): path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*")}
    assert found == {True: 0o755, False: 0o644}


def test_an_old_site_that_cannot_be_removed_does_not_stop_the_new_one(
    site_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_exchange(monkeypatch)

    def refuse(path: Path, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(errno.EACCES, "no", path)

    monkeypatch.setattr(swap.shutil, "rmtree", refuse)
    build(site_dir)
    assert content(site_dir) == {"index.html": "new"}
    assert names(site_dir) == [".site-old", "site"]


def test_a_system_without_the_call_cannot_exchange(
    site_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap.ctypes, "CDLL", lambda *arguments, **options: object())
    build(site_dir)
    assert content(site_dir) == {"index.html": "new"}
    assert names(site_dir) == ["site"]


def test_a_file_system_that_refuses_to_exchange_is_served_by_renames(
    site_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Library:
        def renameat2(self, *arguments: object) -> int:
            swap.ctypes.set_errno(errno.EINVAL)
            return -1

    monkeypatch.setattr(swap.ctypes, "CDLL", lambda *arguments, **options: Library())
    build(site_dir)
    assert content(site_dir) == {"index.html": "new"}


def test_a_kill_between_two_renames_is_repaired_by_the_next_build(site_dir: Path) -> None:
    before = content(site_dir)
    site_dir.rename(site_dir.with_name(".site-old"))
    with building(site_dir):
        assert content(site_dir) == before
    assert names(site_dir) == ["site"]


def test_a_kill_after_two_renames_leaves_the_new_site(site_dir: Path) -> None:
    marked(write(site_dir.with_name(".site-old"), {"index.html": "older"}))
    before = content(site_dir)
    with building(site_dir):
        assert content(site_dir) == before
    assert names(site_dir) == ["site"]


def test_a_failed_second_rename_is_repaired_by_the_next_build(
    site_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(site_dir)
    no_exchange(monkeypatch)
    rename = Path.rename

    def second_fails(self: Path, target: Path) -> Path:
        if self != site_dir:
            raise OSError(errno.EIO, "no")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", second_fails)
        with pytest.raises(OSError, match="no"):
            build(site_dir)
    with building(site_dir):
        assert content(site_dir) == before
