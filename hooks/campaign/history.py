"""What git knows of the content: when a file came in, and what it said on a branch."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path


class NoHistory(Exception):
    """Git is missing, this is no repository, or the base is unknown. The text says which."""


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="replace",
        )
    except FileNotFoundError:
        raise NoHistory("git") from None
    except subprocess.CalledProcessError as error:
        raise NoHistory(error.stderr.strip()) from None
    return done.stdout


def first_commits(root: Path) -> dict[str, date]:
    """The day on which each file was first committed; empty where git cannot tell."""
    try:
        log = _git(root, "log", "--diff-filter=A", "--format=%x00%cs", "--name-only", "--relative")
    except NoHistory:
        return {}
    found: dict[str, date] = {}
    for commit in log.split("\0")[1:]:
        day, *paths = commit.strip().split("\n")
        found.update({path: date.fromisoformat(day) for path in paths if path})
    return found


def files_at(root: Path, base: str, folder: str) -> dict[str, str]:
    """Path and text of every YAML file below `folder` at the revision `base`.

    Raises `NoHistory` when git cannot tell.
    """
    listed = _git(root, "ls-tree", "-r", "--name-only", base, "--", folder)
    paths = [path for path in listed.split("\n") if path.endswith(".yml")]
    return {path: _git(root, "show", f"{base}:./{path}") for path in paths}
