"""A withdrawn consent stands, whoever writes a gallery's file and whatever state they began with.

What stays of a withdrawn photo is its entry: it says that there was one, and that it must not
come back. So an entry that says "withdrawn" is neither changed back nor taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from campaign.reading import characters, yamltext

LIST, FILE, HASH, CONSENT = "photos", "file", "hash", "consent"
"""Where a gallery lists its photos, what each says of its file, and who agreed."""
WITHDRAWN = "withdrawn"
NAME = "gallery.yml"
STANDS = "照片“{}”的同意已经撤回：照片不再显示，不能再放回来，撤回的记录也要留着。"
Data = Mapping[str, Any]


class Revived(Exception):
    """A text would show photos again to which the consent was taken back; it was not written."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(STANDS.format("、".join(names)))


def photos(data: Data) -> Iterator[Data]:
    """The photos that a record lists."""
    listed = data.get(LIST)
    yield from (item for item in (listed if isinstance(listed, list) else []) if _is_one(item))


def _is_one(item: Any) -> bool:
    return isinstance(item, Mapping) and bool(item)


def is_withdrawn(photo: Data) -> bool:
    """Whether the consent to a photo was taken back."""
    consent = photo.get(CONSENT)
    return isinstance(consent, Mapping) and consent.get("state") == WITHDRAWN


def withdrawn(data: Data) -> Iterator[Data]:
    """The photos of a record to which the consent was taken back."""
    return (photo for photo in photos(data) if is_withdrawn(photo))


def is_same(one: Data, other: Data) -> bool:
    """Whether two entries are of one photo: made from one original, or else of one name."""
    marks = one.get(HASH), other.get(HASH)
    return marks[0] == marks[1] if all(marks) else one.get(FILE) == other.get(FILE)


def shown_again(data: Data, *known: Data) -> list[str]:
    """The photos that a record would show, to which another state of it says "withdrawn"."""
    gone = [photo for state in known for photo in withdrawn(state)]
    return [
        str(photo.get(FILE) or "")
        for photo in photos(data)
        if not is_withdrawn(photo) and any(is_same(photo, other) for other in gone)
    ]


def upheld(data: Data, *known: Data) -> dict[str, Any]:
    """A record in which every withdrawal of these states stands; all else as it says itself."""
    made = dict(data)
    for state in known:
        for gone in withdrawn(state):
            made = _with(made, gone)
    return made


def _with(data: dict[str, Any], gone: Data) -> dict[str, Any]:
    """A record that lists a photo as withdrawn."""
    listed = data.get(LIST)
    items = list(listed) if isinstance(listed, list) else []
    made = [
        {**item, CONSENT: gone[CONSENT]}
        if _is_one(item) and is_same(item, gone) and not is_withdrawn(item)
        else item
        for item in items
    ]
    is_listed = any(_is_one(item) and is_same(item, gone) for item in items)
    return {**data, LIST: made if is_listed else [*items, dict(gone)]}


def hidden_too(data: Data, gone: Iterable[Data]) -> dict[str, Any]:
    """A record in which every photo that is made from the original of one of these is withdrawn."""
    known = {photo[HASH]: photo for photo in gone if photo.get(HASH)}
    items = [
        {**item, CONSENT: known[item[HASH]][CONSENT]}
        if _is_one(item) and item.get(HASH) in known and not is_withdrawn(item)
        else item
        for item in data.get(LIST) or []
    ]
    return {**data, LIST: items} if items != data.get(LIST) and LIST in data else dict(data)


def overruled(data: Data, *known: Data) -> list[str]:
    """The photos about which a record had to be overruled, by the names of their files."""
    gone = [photo for state in known for photo in withdrawn(state)]
    standing = list(withdrawn(data))
    lost = (p for p in gone if not any(is_same(p, other) for other in standing))
    return list(dict.fromkeys(str(photo.get(FILE) or "") for photo in lost))


def refuse(name: str, before: bytes | None, after: bytes) -> None:
    """Refuse a text for a file that takes a withdrawal back. Raises Revived."""
    if name != NAME or before is None:
        return
    now, was = _read(name, after), _read(name, before)
    if now is None or was is None:
        return  # what cannot be read shows nothing, and its own problems say why
    if names := list(dict.fromkeys((*overruled(now, was), *shown_again(now, was)))):
        raise Revived(names)


def _read(name: str, raw: bytes) -> Data | None:
    found = yamltext.read(name, characters.decode(name, raw)[0])
    return found.data if found.is_sure and isinstance(found.data, Mapping) else None
