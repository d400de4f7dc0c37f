"""The picture files beside a gallery's file: they follow what it says when it is saved.

What the desk does to a picture is done at once, and written down with the next save: until
then a face or a number plate can be blurred before git has ever seen it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

from campaign import atomic, targets
from campaign.derive.references import references
from campaign.desk import editing
from campaign.desk.desk import Desk
from campaign.desk.editing import Edited
from campaign.desk.versions import photo_lists, standing
from campaign.images import screening
from campaign.kinds.kind import PHOTO, Kind
from campaign.model.base import Record
from campaign.photos import withdrawal
from campaign.photos.originals import set_aside
from campaign.problems import Problem
from campaign.site import GALLERIES, Site
from campaign.writing import withdrawals
from campaign.writing.withdrawals import FILE, HASH, WITHDRAWN, is_withdrawn, photos

SITE = "site"
WITHDRAWN_BUT_THERE = "V11a"


def has_pictures(kind: Kind[Any]) -> bool:
    """Whether records of a kind list photos whose files lie beside their own."""
    return PHOTO in kind.parts


def place(path: str, item: Mapping[str, Any]) -> str:
    """Where a photo's file is, relative to the project; nothing where its name is no name."""
    name = str(item.get(FILE) or "")
    is_name = name == PurePosixPath(name).name and "\\" not in name
    return f"{PurePosixPath(path).parent}/{name}" if name and is_name else ""


def id_of(path: str, item: Mapping[str, Any]) -> str:
    """The id of a photo."""
    return f"{PurePosixPath(path).parent.name}/{PurePosixPath(str(item.get(FILE))).stem}"


def _shown(path: str, data: Mapping[str, Any]) -> set[str]:
    return {place(path, item) for item in photos(data) if not is_withdrawn(item)}


def leaving(base: Edited, data: Mapping[str, Any]) -> set[str]:
    """The pictures that go when a record is saved: not listed any more, or withdrawn."""
    if not has_pictures(base.kind):
        return set()
    listed = {place(base.path, item) for item in (*photos(base.data), *photos(data))}
    return listed - _shown(base.path, data) - {""}


def remaining(found: Iterable[Problem], base: Edited, data: Mapping[str, Any]) -> list[Problem]:
    """The problems that saving does not settle: pictures that go are in nobody's way."""
    gone = leaving(base, data)
    return [
        item
        for item in found
        if not gone or (item.path not in gone and item.code != WITHDRAWN_BUT_THERE)
    ]


def overruled(path: str, said: Mapping[str, Any], kept: Mapping[str, Any]) -> list[str]:
    """What somebody is told whose form does not say what is kept of photos that are gone."""
    gone = withdrawals.overruled(said, kept)
    out = photo_lists.gone(photos(said), photos(kept))
    return standing.in_words(*([id_of(path, {FILE: file}) for file in it] for it in (gone, out)))


def is_shown_again(desk: Desk, base: Edited, data: Mapping[str, Any]) -> bool:
    """Whether photos would be shown to which the consent was taken back, now or ever."""
    if not has_pictures(base.kind):
        return False
    states = [base.data]
    for raw in desk.ledger.with_words(base.path, WITHDRAWN):
        with suppress(editing.Unreadable):
            states.append(editing.of_bytes(base.kind, base.id, base.path, raw).data)
    return bool(withdrawals.shown_again(data, *states))


def bring_back(desk: Desk, base: Edited, data: Mapping[str, Any], commit: str) -> None:
    """Put pictures where they were before a change that took them away."""
    for path in _shown(base.path, data) - {""}:
        was = desk.ledger.before(commit, path)
        if was is not None and not (desk.resident.root / path).exists():
            atomic.replace(desk.resident.root / path, was)


def waiting(desk: Desk, base: Edited, data: Mapping[str, Any] | None = None) -> list[str]:
    """The pictures that are not written down as they are now, or as they are with `data`.

    What else lies in the folder went through no intake, and is nobody's to write down.
    """
    if not has_pictures(base.kind) or base.raw is None:
        return []
    listed = {place(base.path, item) for item in (*photos(base.data), *photos(data or {}))}
    found = desk.ledger.unwritten(str(PurePosixPath(base.path).parent))
    return [
        path
        for path in found
        if path != base.path and (path in listed or not (desk.resident.root / path).exists())
    ]


def unsaved(desk: Desk) -> list[str]:
    """The galleries of which something changed on this machine that no save has written down."""
    changed = desk.ledger.unsaved(GALLERIES)
    return sorted({PurePosixPath(path).parent.name for path in changed})


def named_by(site: Site, record: Record) -> set[str]:
    """The galleries of which a record shows photos."""
    found = references(site, record)
    return {target.split("/")[0] for _, kind, target in found if kind == PHOTO}


def mixes(base: Edited, data: Mapping[str, Any]) -> bool:
    """Whether a photo's words would stand beside another picture that has its name by now."""
    now = {item.get(FILE): item.get(HASH) for item in photos(base.data)}
    return any(now.get(item.get(FILE), item.get(HASH)) != item.get(HASH) for item in photos(data))


def unfit(desk: Desk, base: Edited, data: Mapping[str, Any]) -> list[str]:
    """Why pictures must not be public that a save would write down."""
    found = []
    for path, raw in coming(desk, base, data).items():
        name = PurePosixPath(path).name
        if raw is not None and (fault := screening.fault(path, raw)):
            found.append(Problem(path, 1, fault.code, {"file": name, **fault.values}).message())
    return found


def coming(desk: Desk, base: Edited, data: Mapping[str, Any]) -> dict[str, bytes | None]:
    """What the pictures will be that a save writes down; nothing for one that goes."""
    if base.raw is None:
        return {}
    gone, root = leaving(base, data), desk.resident.root
    return {
        path: (root / path).read_bytes() if path not in gone and (root / path).is_file() else None
        for path in sorted({*waiting(desk, base, data), *gone})
    }


def settled(desk: Desk, base: Edited, data: Mapping[str, Any]) -> list[str]:
    """Let the pictures follow what was saved; those that are to be written down with it."""
    root = desk.resident.root
    withdrawn = {place(base.path, item): item for item in photos(data) if is_withdrawn(item)}
    for path in leaving(base, data):
        picture = root / path
        if path in withdrawn:
            withdrawal.discard(root, picture)
            with suppress(targets.Refused):
                withdrawal.erase(root / SITE, [id_of(base.path, withdrawn[path])])
        elif picture.is_file():
            set_aside(root, picture, picture.read_bytes())
            picture.unlink()
    return waiting(desk, base, data)
