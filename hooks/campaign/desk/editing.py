"""A record while somebody edits it: what its file says, and the file as it would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from campaign.desk import openable
from campaign.kinds import is_column_page
from campaign.kinds.kind import Kind
from campaign.model.controls import Control, Sort, controls
from campaign.model.fields import RESERVED, UNFILLED
from campaign.model.walk import Loc
from campaign.reading import characters, frontmatter, yamltext
from campaign.site import Site
from campaign.writing import ids, splicing
from campaign.writing.changes import Change, Insert, applied, under
from campaign.writing.differences import changes_between
from campaign.writing.files import Rewrite, present
from campaign.writing.records import (
    filled,
    in_empty_matter,
    new_text,
    ordered,
    path_of,
    with_matter,
)

BODY = "body"
"""The field of a form that holds the text of an article."""
CALLED = ("name", "title", "subject")
"""The fields that say what a record is called, or whom it is about."""
EXAMPLES = {False: "xingfuli", True: "2026-03-05-ludeng"}
"""Ids as they may be: of a record, and of an article."""
DRAFTED = ("draft", "review")


class Unreadable(Exception):
    """The file cannot be shown in a form: it has to be put right by hand first."""


class BadName(Exception):
    """The id cannot be used; the text says why."""


@dataclass(frozen=True)
class Edited:
    """A record as its file says it; of a new one, nothing yet."""

    kind: Kind[Any]
    id: str
    path: str
    data: Mapping[str, Any]
    body: str = ""
    raw: bytes | None = None
    """The file's bytes; none where there is no file."""
    prefix: Loc = ()

    @property
    def is_new(self) -> bool:
        return not self.id

    @property
    def controls(self) -> tuple[Control, ...]:
        asked = controls(self.kind.model)
        return tuple(
            replace(item, is_required=True) if item.key == self._folder_key else item
            for item in asked
            if openable.asks_of(self.kind, item.key)
        )

    @property
    def _folder_key(self) -> str:
        """The field of a record that is not written yet that says in which folder it will be."""
        return self.kind.parent_field if self.raw is None else ""


def begun(kind: Kind[Any]) -> Edited:
    """A record that is not written yet: a draft, where its kind is reviewed."""
    return Edited(kind, "", "", {"status": "draft"} if kind.is_reviewed else {})


def opened(site: Site, name: str, id: str) -> Edited:
    """A record as its file says it now. Raises KeyError where there is none, and Unreadable."""
    kind = openable.OPENABLE[name]
    path = openable.path_of(site, kind, id)
    return of_bytes(kind, id, path, present(site.root / path))


def of_bytes(kind: Kind[Any], id: str, path: str, raw: bytes | None) -> Edited:
    """A record as a file with these bytes says it. Raises KeyError and Unreadable."""
    if raw is None:
        raise KeyError(id)
    text, faults = characters.decode(path, raw)
    if faults:
        raise Unreadable(path)
    if kind.is_entry:
        matter = frontmatter.split(path, text, required=kind is not openable.PAGES)
        if matter.data is None:
            raise Unreadable(path)
        return Edited(kind, id, path, matter.data, matter.body, raw)
    document = yamltext.read(path, text)
    if not document.is_sure or not isinstance(document.data, dict):
        raise Unreadable(path)
    if not kind.list_key:
        return Edited(kind, id, path, document.data, "", raw)
    for index, item in enumerate(document.data.get(kind.list_key) or []):
        if isinstance(item, dict) and item.get("id") == id:
            return Edited(kind, id, path, item, "", raw, (kind.list_key, index))
    raise KeyError(id)


# What is to be written


def rewrite(root: Path, old: Edited, data: Mapping[str, Any], body: str) -> Rewrite:
    """The file with the changes from what a record said.

    Raises splicing.Unreadable and Unsafe where that needs a person.
    """
    place = root / old.path
    if old.raw is None:
        return Rewrite(place, None, new_text(old.kind, data, body).encode())
    text = old.raw.decode()
    if old.kind.is_entry:
        changes = changes_between(dict(old.data), dict(data))
        changed_body = None if body == old.body else body
        return Rewrite(place, old.raw, entry_text(old, text, changes, changed_body).encode())
    if old.prefix and not old.data:
        item = Insert(old.prefix, filled(ordered(old.kind.model, dict(data))))
        return Rewrite(place, old.raw, splicing.spliced(text, [item]).encode())
    changes = under(old.prefix, changes_between(dict(old.data), dict(data)))
    return Rewrite(place, old.raw, splicing.spliced(text, changes).encode())


def entry_text(old: Edited, text: str, changes: Sequence[Change], body: str | None) -> str:
    """The file of an article or a page with changes, and with another text if one is given.

    A page without front matter gets some when there is something to say in it, and one with
    empty front matter has it filled. Raises as `rewrite` does.
    """
    if splicing.is_matter_empty(text) and changes:
        made = in_empty_matter(old.kind, text, applied({}, changes))
        return splicing.spliced_entry(made, [], body)
    if splicing.has_matter(text):
        return splicing.spliced_entry(text, changes, body)
    made = text if body is None else _in_its_breaks(text, body)
    data = applied({}, changes)
    return with_matter(old.kind, made, data) if data else made


def _in_its_breaks(text: str, body: str) -> str:
    """Another text for a file, with its mark and its line breaks."""
    bom = splicing.BOM if text.startswith(splicing.BOM) else ""
    return bom + (body.replace("\n", "\r\n") if "\r\n" in text else body)


def named(root: Path, site: Site, kind: Kind[Any], id: str, data: Mapping[str, Any]) -> Edited:
    """A new record under an id, and its place. Raises BadName where the id cannot be used."""
    wanted = in_its_folder(kind, id.strip(), data) or suggested(site, kind, data)
    if not wanted or (kind.parent_field and "/" not in wanted):
        raise BadName(_unnamed(kind, data))
    _refuse(site, kind, wanted)
    path = kind.pattern if kind.list_key else path_of(kind, wanted)
    raw = present(root / path)
    if raw is not None and not kind.list_key:
        raise BadName(f"“{wanted}”已经有人用了，请换一个编号。")
    if raw is None or not kind.list_key:
        return Edited(kind, wanted, path, {}, "", None)
    listed = yamltext.read(path, characters.decode(path, raw)[0]).data
    count = len(listed.get(kind.list_key) or []) if isinstance(listed, dict) else 0
    return Edited(kind, wanted, path, {}, "", raw, (kind.list_key, count))


def _refuse(site: Site, kind: Kind[Any], id: str) -> None:
    parts = id.split("/")
    fits = len(parts) == max(1, kind.pattern.count("*")) and all(map(kind.id_form.fullmatch, parts))
    if not fits or RESERVED.intersection(parts) or (kind.is_entry and is_column_page(f"{id}.md")):
        raise BadName(f"“{id}”不能作编号：{kind.spelt}，如 {EXAMPLES[kind.is_entry]}。")
    if (kind.name, id) in site.origins:
        raise BadName(f"“{id}”已经有人用了，请换一个编号。")


def in_its_folder(kind: Kind[Any], id: str, data: Mapping[str, Any]) -> str:
    """An id as somebody typed it, behind the folder that a field of the record names."""
    folder = data.get(kind.parent_field) if kind.parent_field else None
    return f"{folder}/{id}" if folder and id and "/" not in id else id


def _unnamed(kind: Kind[Any], data: Mapping[str, Any]) -> str:
    """What has to be filled in before a record has an id."""
    titles = {control.key: control.title for control in controls(kind.model)}
    if kind.parent_field and not data.get(kind.parent_field):
        return f"请先选“{titles[kind.parent_field]}”。"
    called = next((titles[key] for key in CALLED if key in titles), "")
    if called and not data.get("name") and not data.get("title"):
        return f"请填写“{called}”：编号按它的拼音取，也可以自己填写。"
    return f"请填写编号：{kind.spelt}，如 {EXAMPLES[kind.is_entry]}。"


def suggested(site: Site, kind: Kind[Any], data: Mapping[str, Any]) -> str:
    """An id that is free, from what the record is called; nothing where that tells none."""
    return ids.proposed(kind, data, {id for name, id in site.origins if name == kind.name})


def complete(base: Edited, id: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data as they are written: a draft says which gaps it has, an id stands where it must.

    What a draft's file left out before stays left out.
    """
    kind, made = base.kind, dict(data)
    if kind.parent_field and base.raw is None:
        made.pop(kind.parent_field, None)
    if kind.list_key:
        made = {"id": id, **made}
    if made.get("status") not in DRAFTED:
        return made
    was_draft = base.raw is not None and base.data.get("status") in DRAFTED
    return _with_gaps(controls(kind.model), made, base.data if was_draft else None)


def _with_gaps(
    asked: tuple[Control, ...], data: Mapping[str, Any], was: Mapping[str, Any] | None
) -> dict[str, Any]:
    """What must be said and is not, as a gap that keeps nobody from going on.

    `was` is what a draft said before: where it had no word of a field either, none is needed.
    """
    made = dict(data)
    for control in asked:
        now, before = made.get(control.key), was.get(control.key) if was else None
        if was is not None and now == before:
            continue
        if control.sort is Sort.GROUP and (control.is_required or now):
            group = before if isinstance(before, dict) else None
            made[control.key] = _with_gaps(control.inside, now or {}, group)
        elif control.sort is Sort.LIST and now:
            made[control.key] = _items_with_gaps(control, now, before)
        elif control.is_required and now is None:
            made[control.key] = _gap(control)
    return made


def _items_with_gaps(control: Control, items: Any, before: Any) -> Any:
    if control.item.sort is not Sort.GROUP or not isinstance(items, list):
        return items
    known = before if isinstance(before, list) else []
    inside = control.item.inside
    return [
        item if item in known or not isinstance(item, dict) else _with_gaps(inside, item, None)
        for item in items
    ]


def _gap(control: Control) -> Any:
    words = f"{UNFILLED}：{control.title}）"
    if control.sort is not Sort.LIST:
        return words
    count = (control.items.low if control.items else None) or 1
    if control.item.sort is Sort.GROUP:
        return [_with_gaps(control.item.inside, {}, None) for _ in range(count)]
    return [words] * count
