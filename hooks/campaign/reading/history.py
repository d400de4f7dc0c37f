"""What git knows of the content: when a file came in, and what it said at a revision."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from campaign.problems import Problem, problem
from campaign.reading.listing import content

PLACE = ".git"
"""Where a problem with the history itself is said to be."""
SPOKEN: Mapping[str, str] = MappingProxyType(
    {"LC_ALL": "C", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0"}
)
"""Git speaks a language that is known here, shows what was committed, and locks nothing."""
REFUSALS = {"dubious ownership": "Y24c", "not a git repository": "Y24b"}
"""What git says where it reads nothing at all, and the rule that says so in plain words."""
REGULAR = ("100644", "100755")
"""The modes of files that hold their own bytes; a symbolic link is no text."""


class NoHistory(Exception):
    """Git cannot tell; the problem says why and what to do."""

    def __init__(self, code: str, **values: object) -> None:
        self.problem: Problem = problem(PLACE, 1, code, **values)
        super().__init__(self.problem.message())


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            env={**os.environ, **SPOKEN},
            input=given,
            capture_output=True,
            check=True,
        )
    except OSError:  # no git, or one that may not be run
        raise NoHistory("Y24a") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace")
        code = next((code for words, code in REFUSALS.items() if words in said), "Y24f")
        raise NoHistory(code) from None
    return done.stdout


def _text(root: Path, *arguments: str) -> str:
    return _git(root, *arguments).decode("utf-8", "replace").strip()


def is_shallow(root: Path) -> bool:
    """Whether only the latest commits are here. Raises `NoHistory`."""
    return _text(root, "rev-parse", "--is-shallow-repository") == "true"


def first_commits(root: Path) -> dict[str, date]:
    """The day on which each file was first committed. Raises `NoHistory`.

    A shallow clone cannot tell: its oldest commit seems to bring in every file.
    """
    if is_shallow(root):
        raise NoHistory("Y24d")
    if head(root) is None:
        return {}
    log = _git(root, "log", "--diff-filter=A", "--format=%x00%cs", "--name-only", "--relative")
    found: dict[str, date] = {}
    for commit in log.decode("utf-8", "replace").split("\0")[1:]:
        day, *paths = commit.strip().split("\n")
        found.update({path: date.fromisoformat(day) for path in paths if path})
    return found


# Revisions


def head(root: Path) -> str | None:
    """The commit that is checked out; none before the first. Raises `NoHistory`."""
    _git(root, "rev-parse", "--git-dir")
    try:
        return _text(root, "rev-parse", "--verify", "--quiet", "HEAD")
    except NoHistory:
        return None


def commit(root: Path, revision: str) -> str:
    """The commit that a revision names. Raises `NoHistory`."""
    _git(root, "rev-parse", "--git-dir")
    name = f"{revision}^{{commit}}"
    try:
        return _text(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    except NoHistory:
        raise NoHistory("Y24e", value=revision) from None


def merge_base(root: Path, base: str) -> str:
    """Where what is checked out went its own way; the base itself if they share no commit.

    Raises `NoHistory`, in a shallow clone, too: there the common commit may be cut off.
    """
    tip = commit(root, base)
    try:
        return _text(root, "merge-base", tip, "HEAD")
    except NoHistory:
        if is_shallow(root):
            raise NoHistory("Y24d") from None
        return tip


# Files


class _Blob(NamedTuple):
    """A file of a revision."""

    path: str
    id: str


def altered_files(root: Path, revision: str, patterns: Iterable[str]) -> dict[str, bytes]:
    """What each file of these names held at a revision, of those that hold other bytes now.

    From the store of objects: what is archived or checked out depends on attributes that
    a change may bring along. Raises `NoHistory`.
    """
    blobs = [blob for blob in _blobs(root, revision, patterns) if not _is_as_it_was(root, blob)]
    asked = "".join(f"{blob.id}\n" for blob in blobs)
    held = _git(root, "cat-file", "--batch", given=asked.encode()) if blobs else b""
    said = zip(blobs, objects(held), strict=True)
    return {blob.path: data for blob, data in said if data is not None}


def objects(told: bytes) -> Iterator[bytes | None]:
    """What `git cat-file --batch` tells of each object; nothing for one that is not there."""
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        size = told[at:end].rpartition(b" ")[2]
        at = end + 1
        if size.isdigit():
            yield told[at : at + int(size)]
            at += int(size) + 1
        else:
            yield None


def _blobs(root: Path, revision: str, patterns: Iterable[str]) -> Iterator[_Blob]:
    wanted = list(patterns)
    folders = sorted({pattern.partition("/*")[0] for pattern in wanted})
    listed = _git(root, "ls-tree", "-r", "-z", revision, "--", *folders)
    for line in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        description, _, path = line.partition("\t")
        mode, _, id = description.split(" ")
        if mode in REGULAR and any(fnmatchcase(path, pattern) for pattern in wanted):
            yield _Blob(path, id)


def _is_as_it_was(root: Path, blob: _Blob) -> bool:
    """Whether the file of today has the bytes of the blob; by its hash, as git names it."""
    try:
        data = content(f"{root}/{blob.path}")
    except OSError:
        return False
    made = hashlib.sha1 if len(blob.id) == 40 else hashlib.sha256
    return made(b"blob %d\0" % len(data) + data).hexdigest() == blob.id


def uncommitted(root: Path, *folders: str) -> list[str]:
    """Files below the folders that git has not recorded as they are.

    Raises `NoHistory` when git cannot tell.
    """
    listed = _git(root, "status", "--porcelain", "--", *folders)
    return listed.decode("utf-8", "replace").splitlines()
