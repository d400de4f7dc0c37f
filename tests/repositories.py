"""Real git repositories for tests, with nothing of the machine's own settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from campaign.checks import append_only
from campaign.problems import Problem
from campaign.reading import records
from projects import write

WHO = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org"}
WHO |= {"GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org"}
QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(root: Path, *arguments: str, on: str = "2026-04-01") -> str:
    """Run git at noon of a day."""
    when = {"GIT_AUTHOR_DATE": f"{on}T12:00:00Z", "GIT_COMMITTER_DATE": f"{on}T12:00:00Z"}
    done = subprocess.run(
        ["git", *arguments],
        cwd=root,
        env={**os.environ, **WHO, **when, **QUIET},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def commit(root: Path, on: str = "2026-04-01") -> str:
    """Commit everything; the new commit."""
    git(root, "add", "--all", on=on)
    git(root, "commit", "--quiet", "--allow-empty", "--message", "change", on=on)
    return git(root, "rev-parse", "HEAD")


def repository(root: Path) -> Path:
    """Make a folder with files a repository whose only commit is on `main`."""
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


def branch(root: Path, name: str = "work") -> None:
    """Go on, on a branch of one's own."""
    git(root, "checkout", "--quiet", "-b", name)


def altered(
    root: Path, files: dict[str, str | bytes | None] | None = None, base: str = "main"
) -> list[Problem]:
    """What is told of published records after files have changed, against a base."""
    write(root, files or {})
    site, _ = records.load(root)
    assert site is not None
    return append_only.since_branching(site, base)
