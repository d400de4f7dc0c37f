"""What stays of a gallery that somebody deleted: the record of who took a consent back.

By it a picture is known that comes again, under whatever name and in whatever gallery. It is
all that is kept, and readers see nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from campaign.desk.versions.commits import REGULAR, Held
from campaign.desk.versions.galleries import Files, is_gallery, read, read_blob, write
from campaign.desk.versions.git import Git
from campaign.model.base import Visibility
from campaign.writing import withdrawals
from campaign.writing.withdrawals import HASH, LIST

Data = Mapping[str, Any]
VISIBILITY = "visibility"
KEPT = ("title", "date")
"""What a gallery must say; what else it told, and whom it named, goes with it."""


def kept(up: Git, prefix: str, now: Files, before: Sequence[Files]) -> dict[str, Held]:
    """The files of galleries that are gone, as they remain. Raises NotUpheld and Failed."""
    every = {path for state in before for path in state if is_gallery(prefix, path)}
    missing = sorted(every - now.keys())
    known = set(_marks(up, prefix, now)) if missing else set()
    found = ((path, _kept(up, prefix, path, before, known)) for path in missing)
    return {path: Held(REGULAR, blob, 0) for path, blob in found if blob}


def _marks(up: Git, prefix: str, now: Files) -> Iterator[str]:
    """The pictures of which a gallery that is there records the withdrawal."""
    for path in filter(lambda path: is_gallery(prefix, path), now):
        found = read(up, prefix, path, now)
        gone = withdrawals.withdrawn(found.data) if found else iter(())
        yield from (photo[HASH] for photo in gone if photo.get(HASH))


def _kept(up: Git, prefix: str, path: str, before: Sequence[Files], known: set[str]) -> str:
    """What remains of one gallery; nothing where nobody took a consent back."""
    blobs = {state[path].blob for state in before if path in state}
    states = [found for blob in sorted(blobs) if (found := read_blob(up, prefix, path, blob))]
    gone = [
        photo
        for found in states
        for photo in withdrawals.withdrawn(found.data)
        if photo.get(HASH) not in known
    ]
    if not gone:
        return ""
    base = states[0]
    listed = withdrawals.upheld({LIST: []}, {LIST: gone})[LIST]
    data = {key: base.data[key] for key in KEPT if key in base.data}
    data |= {LIST: listed, VISIBILITY: Visibility.INTERNAL.value}
    return write(up, base, data)


def is_record_only(data: Data) -> bool:
    """Whether a gallery is kept for its record alone."""
    is_hidden, listed = data.get(VISIBILITY) == Visibility.INTERNAL, list(withdrawals.photos(data))
    return is_hidden and bool(listed) and all(map(withdrawals.is_withdrawn, listed))
