"""Pictures of a gallery that are others than the published ones: turned, blurred, new or gone.

A form says nothing of what is in a picture, so that a review shows the pictures themselves.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypedDict

from campaign.desk.desk import Desk
from campaign.desk.editing import Edited
from campaign.desk.photos import beside
from campaign.desk.photos.thumbnails import small
from campaign.desk.versions.commits import Held, files_of, top
from campaign.writing import withdrawals

LONGEST = 640
"""Longest side in pixels of what a review shows: faces and number plates can be told."""
MOST = 12
"""How many a review shows; the page beside it has all that are listed."""


@dataclass(frozen=True)
class ChangedPicture:
    """A picture in two states: its words, and where it lay; nothing where it was not there."""

    path: str
    alt: str
    was: bool
    now: bool


class PictureView(TypedDict):
    """A picture as a review shows it: each side as the address of an image, or nothing."""

    title: str
    was: str
    now: str


class PicturesView(TypedDict):
    """The pictures that changed, and how many more there are."""

    shown: list[PictureView]
    more: int


def view(desk: Desk, commit: str, was: Edited | None, now: Edited) -> PicturesView:
    """What changed since a commit in the pictures of a record."""
    found = list(changed(desk, commit, was, now))
    shown = [_view(desk, commit, item) for item in found[:MOST]]
    return {"shown": shown, "more": len(found) - len(shown)}


def changed(desk: Desk, commit: str, was: Edited | None, now: Edited) -> Iterator[ChangedPicture]:
    """The pictures that differ, in the order of the list; of what is withdrawn, none."""
    if not beside.has_pictures(now.kind):
        return
    up, prefix = top(desk.ledger.git)
    before: Mapping[str, Held] = files_of(up, commit) if commit and was else {}
    after = files_of(up, "HEAD")
    one, two = (_listed(state) for state in (was, now))
    for path in dict.fromkeys((*two, *one)):
        items = [listed[path] for listed in (two, one) if path in listed]
        pair = [
            state[prefix + path].blob if path in listed and prefix + path in state else ""
            for state, listed in ((before, one), (after, two))
        ]
        if pair[0] != pair[1] and not any(map(withdrawals.is_withdrawn, items)):
            yield ChangedPicture(path, str(items[0].get("alt") or ""), *map(bool, pair))


def _listed(state: Edited | None) -> dict[str, Mapping[str, Any]]:
    """The photos of a record by the places of their files."""
    if state is None:
        return {}
    found = {beside.place(state.path, item): item for item in withdrawals.photos(state.data)}
    return {path: item for path, item in found.items() if path}


def _view(desk: Desk, commit: str, item: ChangedPicture) -> PictureView:
    name = PurePosixPath(item.path).name
    return {
        "title": f"{item.alt}（{name}）" if item.alt else name,
        "was": image(desk.ledger.bytes_at(commit, item.path)) if item.was else "",
        "now": image(desk.ledger.bytes_at("HEAD", item.path)) if item.now else "",
    }


def image(data: bytes | None) -> str:
    """A small picture as an address of itself; nothing for what is no picture."""
    made = small(data, LONGEST) if data else None
    return f"data:image/jpeg;base64,{b64encode(made).decode()}" if made else ""
