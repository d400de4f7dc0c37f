"""What work of others must not bring along: other than content, links, and names that lead away.

A clerk's work changes what people write, in `docs/` and `showcases/`, and never the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from campaign.desk.versions.commits import Held, files_of, top
from campaign.desk.versions.git import Git
from campaign.reading.history import REGULAR

WRITTEN = ("docs/", "showcases/")
MOST = 64 * 2**20
"""Bytes that one file may have."""
BAD = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]')
"""What no file name of the content has: some systems read it as a way, or as nothing."""
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def strange(git: Git, published: str, tip: str) -> list[str]:
    """The files of a commit that it must not bring in, by their paths. Raises Failed.

    A program file may be as it is here, as it is published, or as it was when both states went
    their own ways.
    """
    up, prefix = top(git)
    known = ("HEAD", up.says_if("merge-base", "HEAD", tip), published)
    before = [files_of(up, commit) for commit in known if commit]
    now = files_of(up, tip)
    return sorted({*_foreign(prefix, now, before), *_unfit(prefix, now, before)})


def _foreign(prefix: str, now: Mapping[str, Held], before: list[dict[str, Held]]) -> Iterator[str]:
    """Files besides the content that say something else than anybody here knows."""
    for path in {path for state in (now, *before) for path in state}:
        if not _is_content(prefix, path) and not any(
            now.get(path) == state.get(path) for state in before
        ):
            yield path


def _unfit(prefix: str, now: Mapping[str, Held], before: list[dict[str, Held]]) -> Iterator[str]:
    """New files of the content that are none, or could not be on every machine."""
    for path, held in now.items():
        is_known = any(held == state.get(path) for state in before)
        if is_known or not _is_content(prefix, path):
            continue
        if held.mode not in REGULAR or held.size > MOST or not all(map(_is_name, path.split("/"))):
            yield path.encode("utf-8", "backslashreplace").decode()


def _is_content(prefix: str, path: str) -> bool:
    return path.startswith(tuple(prefix + place for place in WRITTEN))


def _is_name(name: str) -> bool:
    """Whether a part of a path is one on every system."""
    if name != name.strip() or name.endswith(".") or name.lower().startswith(".git"):
        return False
    return bool(name) and not BAD.search(name) and not DEVICES.fullmatch(name)
