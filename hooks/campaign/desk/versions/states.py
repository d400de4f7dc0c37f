"""What a file says of each of its records, at whatever time."""

from __future__ import annotations

from typing import Any

from campaign.desk import editing
from campaign.desk.editing import BODY, Edited
from campaign.desk.openable import id_in, kind_at
from campaign.reading import characters, yamltext


def records(path: str, raw: bytes | None) -> dict[str, Edited]:
    """Each record of a file by its id; none where there is no file, or no form for it.

    Raises editing.Unreadable.
    """
    kind = kind_at(path)
    if kind is None or raw is None:
        return {}
    if not kind.list_key:
        id = id_in(kind, path)
        return {id: editing.of_bytes(kind, id, path, raw)}
    return {
        str(item["id"]): Edited(kind, str(item["id"]), path, item, "", raw, (kind.list_key, place))
        for place, item in enumerate(document(path, raw).get(kind.list_key) or [])
        if isinstance(item, dict) and item.get("id")
    }


def document(path: str, raw: bytes) -> dict[str, Any]:
    """A YAML file as a whole. Raises editing.Unreadable."""
    text, faults = characters.decode(path, raw)
    found = yamltext.read(path, text)
    if faults or not found.is_sure or not isinstance(found.data, dict):
        raise editing.Unreadable(path)
    return found.data


def values(found: Edited | None) -> dict[str, Any]:
    """The fields of a record, and of an article its text."""
    if found is None:
        return {}
    return {**found.data, BODY: found.body} if found.kind.is_entry else dict(found.data)
