"""What git knows of the content: when a file came in, and what it said on a branch."""

from __future__ import annotations

import io
import subprocess
import tarfile
from datetime import date
from pathlib import Path


class NoHistory(Exception):
    """Git is missing, this is no repository, or the base is unknown. The text says which."""


HONOURS = "showcases/honours"


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            capture_output=True,
            check=True,
        )
    except OSError:  # no git, or one that may not be run
        raise NoHistory("git") from None
    except subprocess.CalledProcessError as error:
        raise NoHistory(error.stderr.decode("utf-8", "replace").strip()) from None
    return done.stdout


def first_commits(root: Path) -> dict[str, date]:
    """The day on which each file was first committed; empty where git cannot tell.

    A shallow clone cannot: its oldest commit seems to bring in every file.
    """
    try:
        if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return {}
        log = _git(root, "log", "--diff-filter=A", "--format=%x00%cs", "--name-only", "--relative")
    except NoHistory:
        return {}
    found: dict[str, date] = {}
    for commit in log.decode("utf-8", "replace").split("\0")[1:]:
        day, *paths = commit.strip().split("\n")
        found.update({path: date.fromisoformat(day) for path in paths if path})
    return found


def honours_at(root: Path, base: str) -> dict[str, str]:
    """Path and text of every honour at the revision `base`.

    Raises `NoHistory` when git cannot tell.
    """
    if not _git(root, "ls-tree", "--name-only", base, "--", f"{HONOURS}/").strip():
        return {}
    archive = _git(root, "archive", "--format=tar", base, "--", HONOURS)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        files = [(member.name, tar.extractfile(member)) for member in tar if member.isfile()]
        return {
            name: file.read().decode("utf-8", "replace")
            for name, file in files
            if file and name.endswith(".yml")
        }
