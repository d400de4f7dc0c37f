"""Records that are not written yet, and the way to those that share a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.reading.characters import LINE_BREAK
from campaign.reading.refusals import submodel
from campaign.writing import values
from campaign.writing.splicing import BOM, FENCE, Unreadable, Unsafe, data_of, matter


def path_of(kind: Kind[Any], id: str) -> str:
    """Where the file of a record is, relative to the project."""
    names = iter(id.split("/"))
    parts = kind.pattern.split("/")
    return "/".join(part.replace("*", next(names)) if "*" in part else part for part in parts)


def heading(kind: Kind[Any]) -> str:
    """The line by which editors' programs know the fields of a YAML file."""
    up = "../" * (kind.pattern.count("/") - 1)
    name = kind.list_key or kind.name
    return f"# yaml-language-server: $schema={up}schema/{name}.schema.json\n"


def new_text(kind: Kind[Any], data: Mapping[str, Any], body: str = "") -> str:
    """The text of a file with one new record: its fields stand in the order of the model.

    Of a kind of article, `body` is its Markdown. Raises Unsafe for what no file can say.
    """
    wanted = ordered(kind.model, filled(data))
    if kind.list_key:
        wanted = {kind.list_key: [wanted]}
    lines = values.fields(wanted, "")
    text = "".join(f"{line}\n" for line in lines)
    _confirm(text, wanted)
    if kind.is_entry:
        return f"{FENCE}\n{text}{FENCE}\n\n{body.strip()}\n"
    return heading(kind) + text


def with_matter(kind: Kind[Any], text: str, data: Mapping[str, Any]) -> str:
    """The text of a file of Markdown with front matter before it; all of it stays behind that.

    Raises Unsafe for what no file can say.
    """
    told = _told(kind, data)
    bom = BOM if text.startswith(BOM) else ""
    rest = text.removeprefix(bom)
    first = LINE_BREAK.search(rest)
    line_break = first[0] if first else "\n"
    return bom + LINE_BREAK.sub(line_break, f"{FENCE}\n{told}{FENCE}\n") + rest


def in_empty_matter(kind: Kind[Any], text: str, data: Mapping[str, Any]) -> str:
    """The text of a file of Markdown whose front matter says nothing, with data in it.

    What stands between the fences, such as comments, stays before them. Raises as `with_matter`.
    """
    start, until = matter(text)
    line_break = LINE_BREAK.search(text)
    assert line_break is not None  # behind the opening fence
    made = text[:until] + LINE_BREAK.sub(line_break[0], _told(kind, data)) + text[until:]
    _confirm(made[start : matter(made)[1]], ordered(kind.model, filled(data)))
    return made


def _told(kind: Kind[Any], data: Mapping[str, Any]) -> str:
    """Data as front matter tells them. Raises Unsafe for what no file can say."""
    wanted = ordered(kind.model, filled(data))
    told = "".join(f"{line}\n" for line in values.fields(wanted, ""))
    _confirm(told, wanted)
    return told


def _confirm(text: str, wanted: Mapping[str, Any]) -> None:
    try:
        found = data_of(text)
    except Unreadable as error:
        raise Unsafe from error
    if found != wanted:
        raise Unsafe


def filled(value: Any) -> Any:
    """The data as the reader would give them, without what has no value."""
    value = values.plain(value)
    if isinstance(value, dict):
        return {key: filled(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [filled(item) for item in value if item is not None]
    return value


def ordered(model: type[BaseModel], data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields in the order of the model, those of its parts too; unknown ones come last.

    What all records share stands behind what only this kind has, as people write it.
    """
    known = {field.alias or name: field for name, field in own_first(model)}
    keys = [key for key in known if key in data] + [key for key in data if key not in known]
    return {
        key: _ordered(submodel(known[key].annotation) if key in known else None, data[key])
        for key in keys
    }


def own_first(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """The fields of a model: its id, its own, and those that all records share."""
    fields = list(model.model_fields.items())
    return sorted(fields, key=lambda item: item[0] in Record.model_fields and item[0] != "id")


def _ordered(model: type[BaseModel] | None, value: Any) -> Any:
    if model is None:
        return value
    if isinstance(value, Mapping):
        return ordered(model, value)
    if isinstance(value, list):
        return [_ordered(model, item) for item in value]
    return value
