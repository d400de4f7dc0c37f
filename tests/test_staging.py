"""Many files change as one: whatever was written meanwhile stays, and a kill loses nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from campaign import staging, targets
from campaign.staging import Change, digest
from killing import killed_at_each_step
from projects import write
from sites import tree_of

OLD = {"a.py": "old a", "hooks/b.py": "old b", "gone/deep/c.py": "old c", "docs/own.md": "mine"}
CHANGES = [
    Change("a.py", digest(b"old a"), b"new a"),
    Change("hooks/b.py", digest(b"old b"), b"new b"),
    Change("gone/deep/c.py", digest(b"old c"), None),
    Change("fresh/d.py", None, b"new d"),
]
NEW = {"a.py": b"new a", "hooks/b.py": b"new b", "fresh/d.py": b"new d", "docs/own.md": b"mine"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "project", dict(OLD))


def test_files_come_change_and_go(root: Path) -> None:
    staging.put(root, CHANGES)
    assert tree_of(root) == NEW
    assert not (root / "gone").exists()


def test_killed_at_any_step_it_is_done_wholly_or_not_begun(root: Path) -> None:
    count = 0
    for copy in killed_at_each_step(root, lambda copy: staging.put(copy, CHANGES)):
        count += 1
        if staging.is_unfinished(copy):
            staging.finish(copy)
        else:
            here = {k: v for k, v in tree_of(copy).items() if not k.startswith(".upgrade/")}
            assert here in ({name: text.encode() for name, text in OLD.items()}, NEW)
            staging.put(copy, CHANGES)
        assert tree_of(copy) == NEW
    assert count > 20


def test_what_was_written_after_a_kill_is_not_lost(root: Path) -> None:
    rows = [{"name": c.name, "before": c.before, "data": c.data is not None} for c in CHANGES]
    write(root, {f".upgrade/new/{c.name}": c.data for c in CHANGES if c.data})
    write(root, {".upgrade/journal.json": json.dumps(rows)})
    write(root, {"a.py": "mine a", "gone/deep/c.py": "mine c", "fresh/d.py": "mine d"})
    staging.finish(root)
    mine = {"a.py": b"mine a", "gone/deep/c.py": b"mine c", "fresh/d.py": b"mine d"}
    beside = {"a.py.upgrade": b"new a", "fresh/d.py.upgrade": b"new d"}
    assert tree_of(root) == {**NEW, **mine, **beside}


def test_where_a_link_leads_nothing_is_changed(root: Path, tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/b.py": "old b"})
    (root / "hooks/b.py").unlink()
    (root / "hooks/b.py").symlink_to(tmp_path / "elsewhere/b.py")
    staging.put(root, CHANGES)
    assert (tmp_path / "elsewhere/b.py").read_text() == "old b"
    assert (root / "hooks/b.py.upgrade").read_text() == "new b"


def test_line_breaks_of_another_system_are_no_change(root: Path) -> None:
    (root / "a.py").write_bytes(b"one\r\ntwo\r\n")
    staging.put(root, [Change("a.py", digest(b"one\ntwo\n"), b"three\n")])
    assert (root / "a.py").read_bytes() == b"three\n"


@pytest.mark.skipif(os.name == "nt", reason="a disk without modes")
def test_a_script_can_be_run_by_its_name(root: Path) -> None:
    staging.put(root, [Change(".ci/new", None, b"#!/bin/sh\n")])
    assert os.access(root / ".ci/new", os.X_OK)


def test_a_folder_of_that_name_that_somebody_else_made_stays(root: Path) -> None:
    write(root, {".upgrade/letter.txt": "mine"})
    with pytest.raises(targets.Refused):
        staging.put(root, CHANGES)
    assert (root / ".upgrade/letter.txt").read_text() == "mine"
    assert (root / "a.py").read_text() == "old a"
