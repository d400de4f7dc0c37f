"""What stands in every state that comes in: withdrawn consents, and that their pictures are gone.

People and programs may bring in whatever they like, by whatever way: a photo that is withdrawn
on either side is withdrawn in the state that is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from campaign.desk.versions import kept_records, photo_lists
from campaign.desk.versions.commits import files_of, index, put, top
from campaign.desk.versions.galleries import (
    Files,
    NotUpheld,
    is_gallery,
    read,
    read_blob,
    write,
)
from campaign.desk.versions.git import Git
from campaign.writing import withdrawals
from campaign.writing.withdrawals import FILE


def upheld(up: Git, prefix: str, tree: str, sides: Sequence[str]) -> str:
    """The tree in which every withdrawal of these states stands. Raises NotUpheld and Failed."""
    now, before = files_of(up, tree), [files_of(up, side) for side in sides]
    gone = list(_withdrawn(up, prefix, before))
    kept = kept_records.kept(up, prefix, now, before)
    blobs: dict[str, str | None] = {path: held.blob for path, held in kept.items()}
    now |= kept
    for path in (path for path in now if gone and is_gallery(prefix, path)):
        known = {state[path].blob for state in before if path in state}
        blobs |= _corrected(up, prefix, path, now, known, gone)
    if not blobs:
        return tree
    with index(up) as aside:
        aside.gives("read-tree", tree)
        put(aside, blobs, {path: held.mode for path, held in now.items() if path in blobs})
        return aside.says("write-tree")


def _withdrawn(up: Git, prefix: str, states: Iterable[Files]) -> Iterator[Mapping[str, Any]]:
    """Every photo that is withdrawn in one of these states, in whatever gallery."""
    every = {(path, held.blob) for state in states for path, held in state.items()}
    for path, blob in sorted(item for item in every if is_gallery(prefix, item[0])):
        found = read_blob(up, prefix, path, blob)
        yield from withdrawals.withdrawn(found.data) if found else ()


def _corrected(
    up: Git,
    prefix: str,
    path: str,
    now: Files,
    known: set[str],
    gone: Iterable[Mapping[str, Any]],
) -> Mapping[str, str | None]:
    """What has to be another file, for one gallery; `gone` are withdrawn in some gallery."""
    others = [found for blob in known if (found := read_blob(up, prefix, path, blob))]
    found = read(up, prefix, path, now)
    if found is None:
        if any(any(withdrawals.withdrawn(other.data)) for other in others):
            raise NotUpheld(path.removeprefix(prefix))
        return {}
    data = withdrawals.upheld(found.data, *(other.data for other in others))
    data = withdrawals.hidden_too(data, gone)
    folder = PurePosixPath(path).parent
    shown = {p.get(FILE) for p in withdrawals.photos(data) if not withdrawals.is_withdrawn(p)}
    files = (photo.get(FILE) for photo in withdrawals.withdrawn(data))
    pictures = (str(folder / str(file)) for file in files if file not in shown)
    blobs: dict[str, str | None] = dict.fromkeys(name for name in pictures if name in now)
    if data != found.data:
        blobs[path] = write(up, found, data)
    return blobs


# What people are told

WITHDRAWN = "这些照片的同意已经撤回，各处都不再显示，也不能再放回来：{}。"
ON_RECORD = "这些相册已经有人删去：{}。撤回的记录还留着，网站上不显示。"
TAKEN_OUT = "这些照片已经有人从相册里拿掉：{}。要用，请重新加进相册。"


def told(git: Git, before: str, tip: str, after: str) -> list[str]:
    """What a step does to photos that could be seen here, or there."""
    up, prefix = top(git)
    now, here, there = (files_of(up, commit) for commit in (after, before, tip))
    gone: dict[str, None] = {}
    out: dict[str, None] = {}
    deleted: list[str] = []
    for path in (path for path in now if is_gallery(prefix, path)):
        if here.get(path) == there.get(path) == now[path]:
            continue
        one, two, new = (_data(up, prefix, path, state) for state in (here, there, now))
        if not (one and two) and kept_records.is_record_only(new):
            deleted.append(str(new.get("title") or PurePosixPath(path).parent.name))
            continue
        folder = PurePosixPath(path).parent.name
        hidden = [*withdrawals.shown_again(one, new), *withdrawals.shown_again(two, new)]
        left_out = photo_lists.gone(withdrawals.photos(one), withdrawals.photos(new))
        gone |= dict.fromkeys(f"{folder}/{PurePosixPath(file).stem}" for file in hidden)
        out |= dict.fromkeys(f"{folder}/{PurePosixPath(file).stem}" for file in left_out)
    return in_words(gone, out, deleted)


def _data(up: Git, prefix: str, path: str, state: Files) -> Mapping[str, Any]:
    found = read(up, prefix, path, state)
    return found.data if found else {}


def in_words(gone: Iterable[str], out: Iterable[str], deleted: Iterable[str] = ()) -> list[str]:
    """What is said of photos that are withdrawn or taken out, and of galleries that went."""
    found = ((WITHDRAWN, gone), (TAKEN_OUT, out), (ON_RECORD, deleted))
    return [words.format(ids) for words, names in found if (ids := "、".join(names))]
