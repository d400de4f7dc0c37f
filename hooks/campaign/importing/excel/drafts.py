"""Records as tables would have them: what is written now, and what a cell changes of it."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from campaign.importing.excel.columns import Keys
from campaign.importing.excel.rows import Item
from campaign.kinds.kind import Kind
from campaign.model.walk import Loc
from campaign.reading import characters, frontmatter, yamltext
from campaign.site import Key, Site
from campaign.writing.files import present


@dataclass(frozen=True)
class Spot:
    """A cell: where it is, and what its column is called."""

    sheet: str
    coordinate: str
    title: str = ""


@dataclass
class Draft:
    """A record, as it is written and as the tables would have it."""

    kind: Kind[Any]
    id: str
    path: str
    prefix: Loc
    old: Mapping[str, Any] | None
    """What is written; none for a new record."""
    old_body: str
    data: dict[str, Any]
    body: str
    spots: dict[Loc, Spot] = field(default_factory=dict)
    """The cell of each value, and of each row."""
    going: list[Loc] = field(default_factory=list)
    """Items that are to be removed when all rows are read: places count them until then."""

    @property
    def key(self) -> Key:
        return self.kind.name, self.id

    @property
    def is_new(self) -> bool:
        return self.old is None

    def spot(self, loc: Loc = ()) -> Spot:
        """The cell of a value, or the nearest one around it."""
        while loc and loc not in self.spots:
            loc = loc[:-1]
        return self.spots.get(loc) or next(iter(self.spots.values()))

    def group(self, loc: Loc, keys: Keys = ()) -> dict[str, Any]:
        """The group at a place, made where none is written."""
        found: Any = self.data
        for step in (*loc, *keys):
            if isinstance(found, dict) and found.get(str(step)) is None:
                found[str(step)] = {}
            found = found[step]
        assert isinstance(found, dict)  # the model has a group there
        return found

    def items(self, loc: Loc, keys: Keys) -> list[Any]:
        """The list at a place, made where none is written."""
        holder = self.group(loc, keys[:-1])
        if not isinstance(holder.get(keys[-1]), list):
            holder[keys[-1]] = []
        found: list[Any] = holder[keys[-1]]
        return found

    def remove_what_goes(self) -> None:
        """Take out the items that were marked, the last ones first."""
        for loc in sorted(set(self.going), key=lambda loc: loc[-1], reverse=True):
            *way, place = loc
            holder: Any = self.data
            for step in way:
                holder = holder[step]
            del holder[place]
            self.spots = {
                moved: spot
                for old, spot in self.spots.items()
                if (moved := _without(old, tuple(way), int(place))) is not None
            }
        self.going = []


def _without(loc: Loc, way: Loc, place: int) -> Loc | None:
    """Where something stands when an item of a list is gone; nowhere if it was in that item."""
    depth = len(way)
    if loc[:depth] != way or len(loc) == depth:
        return loc
    step = loc[depth]
    if not isinstance(step, int) or step < place:
        return loc
    return None if step == place else (*way, step - 1, *loc[depth + 1 :])


class Written:
    """The records of a site as their files have them, read when they are wanted."""

    def __init__(self, root: Path, site: Site) -> None:
        self._root = root
        self._site = site
        self._files: dict[str, tuple[bytes | None, Any, str]] = {}

    def raw(self, path: str) -> bytes | None:
        """The bytes of a file; none where there is none."""
        return self._file(path, path.endswith(".md"))[0]

    def draft(self, kind: Kind[Any], id: str) -> Draft | None:
        """A record as it is written; none for one that cannot be read."""
        origin = self._site.origins.get((kind.name, id))
        if origin is None:
            return None
        _, data, body = self._file(origin.path, kind.is_entry)
        for step in origin.prefix:
            data = data[step] if data is not None else None
        if not isinstance(data, dict):
            return None
        return Draft(kind, id, origin.path, origin.prefix, data, body, copy.deepcopy(data), body)

    def items(self, kind: Kind[Any]) -> list[Item]:
        """Every record of a kind, as it is written."""
        found = (self.draft(kind, id) for other, id in self._site.origins if other == kind.name)
        return [Item(item.id, item.data, item.body) for item in found if item]

    def _file(self, path: str, is_entry: bool) -> tuple[bytes | None, Any, str]:
        if path not in self._files:
            raw = present(self._root / path)
            text, _ = characters.decode(path, raw or b"")
            if raw is None or not text:
                self._files[path] = raw, None, ""
            elif is_entry:
                matter = frontmatter.split(path, text)
                self._files[path] = raw, matter.data, matter.body
            else:
                document = yamltext.read(path, text)
                self._files[path] = raw, document.data if document.is_sure else None, ""
        return self._files[path]
