"""The same content gives the same site, bytes and modes, wherever and however it is built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import make_project
from sites import PATIENCE, build_site, tree_of

REVERSED = '''
import os

class Reversed:
    """A folder's entries in the other order, as another disk may give them."""

    def __init__(self, path="."):
        with scandir(path) as found:
            self.entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        self.entries = iter(())

scandir, listdir = os.scandir, os.listdir
os.scandir = Reversed
os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
'''
"""Loaded by every Python of a build, as its `sitecustomize`."""
ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "America/St_Johns",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}
"""Another machine: its hashes, its clock, and a locale whose encoding is plain ASCII."""


def modes(folder: Path) -> dict[str, int]:
    """The mode of every file and folder below a folder."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {name: path.stat().st_mode & 0o7777 for name, path in found.items()}


def test_another_machine_builds_the_same_site(built: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "another place/of another length")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(REVERSED)
    done = subprocess.run(
        [sys.executable, "build_site.py", "--no-bootstrap", "build", "--jobs", "3"],
        cwd=project,
        env={**os.environ, **ELSEWHERE, "PYTHONPATH": str(tmp_path / "site")},
        umask=0o077,
        capture_output=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    ours, theirs = tree_of(built / "site"), tree_of(project / "site")
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert modes(project / "site") == modes(built / "site")


def test_what_is_published_again_has_the_same_modes(project: Path) -> None:
    assert build_site(project).returncode == 0
    first = modes(project / "site")
    command = [sys.executable, "build_site.py", "--no-bootstrap"]
    done = subprocess.run(command, cwd=project, umask=0o077, capture_output=True, text=True)
    assert "Nothing has changed" in done.stderr
    assert modes(project / "site") == first
    assert set(first.values()) == {0o644, 0o755}
