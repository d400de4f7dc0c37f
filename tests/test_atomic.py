"""A file that people wrote is replaced in one step, whatever comes between."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from campaign import atomic
from killing import killed_at_each_step
from projects import write
from sites import tree_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "folder", {"a.yml": "old"})


def test_a_file_is_replaced_and_nothing_else_is_left(folder: Path) -> None:
    atomic.replace(folder / "a.yml", b"new")
    assert tree_of(folder) == {"a.yml": b"new"}


def test_a_file_in_a_new_folder_is_written(folder: Path) -> None:
    atomic.replace_text(folder / "b/c/d.yml", "新\r\n")
    assert (folder / "b/c/d.yml").read_bytes() == "新\r\n".encode()


@pytest.mark.parametrize("name", ["a.yml", "b/new.yml"])
def test_killed_at_any_step_the_file_is_the_old_or_the_new_one(folder: Path, name: str) -> None:
    allowed = [tree_of(folder), {"a.yml": b"old", name: b"new"}]
    found = []
    for copy in killed_at_each_step(folder, lambda at: atomic.replace(at / name, b"new")):
        files = tree_of(copy)
        found.append({n: data for n, data in files.items() if ".new" not in n})
        atomic.replace(copy / name, b"new")
        assert tree_of(copy) == allowed[1]
    assert len(found) > 2
    assert all(files in allowed for files in found)


def test_a_kill_would_find_a_file_that_is_written_in_place(folder: Path) -> None:
    copies = killed_at_each_step(folder, lambda at: (at / "a.yml").write_bytes(b"new"))
    assert b"" in [(copy / "a.yml").read_bytes() for copy in copies]


def test_a_full_disk_leaves_the_old_file_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:1])
        raise OSError(errno.ENOSPC, "full", str(path))

    monkeypatch.setattr(atomic, "_write", full)
    with pytest.raises(OSError, match="full"):
        atomic.replace(folder / "a.yml", b"new")
    assert tree_of(folder) == {"a.yml": b"old"}


def test_what_a_link_leads_to_is_replaced_and_the_link_stays(folder: Path) -> None:
    (folder / "b.yml").symlink_to("a.yml")
    atomic.replace(folder / "b.yml", b"new")
    assert (folder / "b.yml").is_symlink()
    assert (folder / "a.yml").read_bytes() == b"new"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_the_mode_of_a_file_stays(folder: Path, mode: int) -> None:
    (folder / "a.yml").chmod(mode)
    atomic.replace(folder / "a.yml", b"new")
    assert (folder / "a.yml").stat().st_mode & 0o777 == mode


def test_a_new_file_has_the_mode_that_the_umask_allows(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic.replace(folder / "new.yml", b"new")
    finally:
        os.umask(before)
    assert (folder / "new.yml").stat().st_mode & 0o777 == 0o640
