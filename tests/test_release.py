"""What a release is made of agrees: locks, version, tags, CHANGELOG and the ends of lines."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from campaign.reading import sample
from sites import ROOT

PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)
RELEASE = re.compile(r"^## (\d+\.\d+\.\d+)$", re.MULTILINE)
LOCKS = ("requirements.txt", "requirements-test.txt", "requirements-heic.txt")
ORIGINAL = pytest.mark.skipif(not (ROOT / sample.LAST).exists(), reason="a city's own tags")


def pins(lock: str) -> dict[tuple[str, str], str]:
    """The version of each package of a lock, by its name and the Python that it is for."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {(name, marker): version for name, version, marker in PIN.findall(text)}


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_a_lock_adds_to_the_environment_and_changes_nothing_in_it(lock: str) -> None:
    assert pins(lock).items() >= pins(LOCKS[0]).items()


def test_locks_pin_what_they_share_alike() -> None:
    test, heic = (pins(lock) for lock in LOCKS[1:])
    assert {key: test[key] for key in test.keys() & heic.keys()} == heic


# The version


def changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def version() -> str:
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(read["project"]["version"])


def test_the_changelog_tells_of_this_version_first() -> None:
    assert RELEASE.findall(changelog())[0] == version()


@ORIGINAL
def test_every_tag_of_a_release_is_in_the_changelog() -> None:
    done = subprocess.run(["git", "tag", "--list", "v*"], cwd=ROOT, capture_output=True, text=True)
    tags = {tag.removeprefix("v") for tag in done.stdout.split()}
    assert tags <= set(RELEASE.findall(changelog()))


# Ends of lines


@pytest.mark.parametrize(
    ("name", "expected"),
    [("build_site.py", "lf"), (".ci/run", "lf"), ("a/b.sh", "lf"), ("a/b.cmd", "crlf")],
)
def test_scripts_keep_their_ends_of_lines(tmp_path: Path, name: str, expected: str) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    command = ["git", "check-attr", "eol", "--", name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"{name}: eol: {expected}"
