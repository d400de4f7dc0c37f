"""The files that list photos, as a state of the content has them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from campaign.desk import editing
from campaign.desk.editing import Edited
from campaign.desk.versions import states
from campaign.desk.versions.commits import Held
from campaign.desk.versions.git import Git
from campaign.site import GALLERIES
from campaign.writing import splicing
from campaign.writing.differences import changes_between
from campaign.writing.splicing import Unreadable, Unsafe
from campaign.writing.withdrawals import NAME

Files = Mapping[str, Held]
"""Every file of a state, by its path from the top."""


class NotUpheld(Exception):
    """A gallery cannot be read or changed by a program, and somebody has withdrawn consent."""


def is_gallery(prefix: str, path: str) -> bool:
    """Whether a file lists photos."""
    return path.startswith(f"{prefix}{GALLERIES}/") and PurePosixPath(path).name == NAME


def is_picture(prefix: str, path: str) -> bool:
    """Whether a file lies beside one that lists photos, and is none itself."""
    return path.startswith(f"{prefix}{GALLERIES}/") and PurePosixPath(path).name != NAME


def read(up: Git, prefix: str, path: str, state: Files) -> Edited | None:
    """What a state says of a gallery; nothing where it says nothing that can be read."""
    return read_blob(up, prefix, path, state[path].blob) if path in state else None


def read_blob(up: Git, prefix: str, path: str, blob: str) -> Edited | None:
    """What these bytes say of a gallery; nothing where they cannot be read."""
    try:
        found = states.records(path.removeprefix(prefix), up.gives("cat-file", "blob", blob))
    except editing.Unreadable:
        return None
    return next(iter(found.values()), None)


def write(up: Git, found: Edited, data: Mapping[str, Any]) -> str:
    """Keep a gallery's file with other data; its name in git. Raises NotUpheld and Failed."""
    try:
        changes = changes_between(dict(found.data), dict(data))
        text = splicing.spliced((found.raw or b"").decode(), changes)
    except (Unsafe, Unreadable) as error:
        raise NotUpheld(found.path) from error
    return up.says("hash-object", "-w", "--stdin", given=text.encode())
