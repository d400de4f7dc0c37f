"""A commented, valid draft of a record or an entry, made from its model.

Required fields get the answer of a person, or say that they are still to
be filled in, which keeps the draft off the site; optional ones stand as comments, so that an
editor sees what else can be said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from campaign import atomic
from campaign.kinds import BY_NAME, KINDS, is_column_page
from campaign.kinds.community import Community
from campaign.kinds.honour import Honour
from campaign.kinds.honour.record import SubjectType
from campaign.kinds.kind import Kind
from campaign.model.base import referred_kind
from campaign.model.fields import ENTRY_ID, ID, UNFILLED, Moment
from campaign.model.marks import Items
from campaign.model.partial_date import PartialDate
from campaign.model.walk import mark
from campaign.problems import problem
from campaign.reading.refusals import submodel
from campaign.site import Site
from campaign.writing import new_item
from campaign.writing.values import quoted

CHOICES = tuple(kind.name for kind in KINDS if kind.can_be_begun)
"""What can be begun with a draft."""
Ask = Callable[[str, FieldInfo], str]
"""Asks a person for a field's value and returns an answer that the field accepts."""
Lines = Mapping[str, Sequence[str]]
"""By field, the lines of YAML that say what is known of it already."""

EXAMPLES = {
    "intro": f"{UNFILLED}：社区在哪里、住着谁、遇到过什么难处、现在有什么变化。六十到四百字，"
    "像对来访的人介绍自己的社区那样写，数字要有出处，不写个人姓名。）",
}
"""What is asked for where the length is ruled; every draft must pass its checks."""
SHOWN_IDS = 3
"""How many ids a draft names as examples."""
COMMON = frozenset({"id", "status", "visibility", "review", "aliases", "tags"})
OWN_LINES = 12
"""How many optional fields a draft suggests at most, beyond the required ones."""


ENDING = (
    "# 写好后改为 published",
    "status: draft",
    "# 三审记录，审完一道写一条",
    "# review:",
    "#   - {role: first, by: 初审单位, at: 2026-01-01}",
)


class Refused(Exception):
    """The draft cannot be written. The text says why, in both languages."""


def new(root: Path, site: Site | None, kind: str, id: str, ask: Ask | None = None) -> Path:
    """Write the draft and return its path relative to `root`.

    Raises Refused when the id cannot be used, or when the file is there already.
    """
    place = BY_NAME[kind]
    if place.list_key:
        return _append(root, place, id, site, ask)
    path = free_path(root, kind, id)
    atomic.replace_text(root / path, draft(place, id, site, ask))
    return path


def free_path(root: Path, kind: str, id: str) -> Path:
    """Where a draft with this id will stand, relative to `root`. Raises Refused, as `new` does."""
    path = _path(BY_NAME[kind], id)
    _refuse_bad_id(root, BY_NAME[kind], id, path)
    return Path(path)


def _append(root: Path, place: Kind[Any], id: str, site: Site | None, ask: Ask | None) -> Path:
    """Write the draft behind the other records of its kind, which share a file."""
    path = root / place.pattern
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if not ID.fullmatch(id):
        found = problem(place.pattern, 1, "V01a", id=id)
        raise Refused(f"{found.message()} → {found.remedy()}")
    if id in new_item.ids(place, text):
        raise Refused(f"{place.pattern} 里已经有 {id}，没有改动。It is there already.")
    lines = [_head(place), *_fields(place, {}, site, ask, {}), *ENDING]
    try:
        made = new_item.with_item(place, text, id, lines)
    except new_item.Unfit:
        raise Refused(
            f"{place.pattern} 的末尾不能再加一条，没有改动：先按 check 说的改好。"
            "Its end cannot take another item: mend what check says first."
        ) from None
    atomic.replace_text(path, made)
    return Path(place.pattern)


def _path(place: Kind[Any], id: str) -> str:
    return "/".join(
        part.replace("*", name) for part, name in zip(*_aligned(place.pattern, id), strict=True)
    )


def _aligned(pattern: str, id: str) -> tuple[list[str], list[str]]:
    """The parts of a pattern, and for each the part of the id that fills its star."""
    parts, names = pattern.split("/"), iter(id.split("/"))
    return parts, [next(names, "") if "*" in part else "" for part in parts]


def _refuse_bad_id(root: Path, place: Kind[Any], id: str, path: str) -> None:
    form = ENTRY_ID if place.is_entry else ID
    stars = place.pattern.count("*")
    parts = id.split("/")
    taken = place.is_entry and is_column_page(f"{id}.md")
    is_formed = all(form.fullmatch(part) for part in parts)
    if taken or len(parts) != stars or not is_formed:
        found = problem(path, 1, "V01a", id=id)
        has_parts_to_come = is_formed and len(parts) < stars
        words = (place.id_words,) if has_parts_to_come else (found.remedy(), place.id_words)
        raise Refused(f"{found.message()} → {'；'.join(filter(None, words))}")
    if (root / path).exists():
        raise Refused(f"{path} 已经存在，没有改动。It exists already and was left as it is.")


def draft(
    place: Kind[Any],
    id: str,
    site: Site | None,
    ask: Ask | None,
    written: Lines = MappingProxyType({}),
    body: str = f"{UNFILLED}：正文）",
) -> str:
    """The text of a draft; fields that are `written` are neither asked for nor explained."""
    model = place.model
    depth = place.pattern.count("/") - 1
    lines = [_head(place)]
    lines += list(_fields(place, _known(place, id, site), site, ask, written))
    lines += ENDING
    head = "\n".join(lines) + "\n"
    if place.is_entry:
        return f"---\n{head}---\n\n{body}\n"
    schema = f"# yaml-language-server: $schema={'../' * depth}schema/{model.kind}.schema.json\n"
    return schema + head


def _head(place: Kind[Any]) -> str:
    return f"# {place.label}：# 开头的行是说明，需要时去掉 # 再填写。"


def _fields(
    place: Kind[Any], known: Mapping[str, str], site: Site | None, ask: Ask | None, written: Lines
) -> Iterator[str]:
    optional = 0
    for name, field in place.model.model_fields.items():
        key = field.alias or name
        if name in COMMON or key == place.parent_field:
            continue
        if key in written:
            yield from written[key]
            continue
        note = f"# {field.title}{'（必填）' if field.is_required() else ''}：{field.description}"
        if field.is_required():
            yield note
            yield from _required(key, field, known, site, ask)
        elif optional < OWN_LINES:
            optional += 1
            yield note
            yield f"# {key}:"


def _required(
    key: str, field: FieldInfo, known: Mapping[str, str], site: Site | None, ask: Ask | None
) -> Iterator[str]:
    part = submodel(field.annotation)
    is_list = _is_list(field.annotation)
    count = (mark(field, Items) or Items(1)).low or 1
    if part is not None:
        yield f"{key}:"
        for _ in range(count if is_list else 1):
            for index, line in enumerate(_nested(part, key, known, site)):
                lead = ("  - " if index == 0 else "    ") if is_list else "  "
                yield lead + line
    elif is_list:
        yield f"{key}:"
        yield from (f"  - {unfilled(key, field, site)}" for _ in range(count))
    else:
        answer = ask(key, field) if ask else ""
        yield f"{key}: {quoted(answer) if answer else unfilled(key, field, site)}"


def _nested(
    model: type[BaseModel], key: str, known: Mapping[str, str], site: Site | None
) -> Iterator[str]:
    """The required fields of a part and whom it speaks of, one line each; what is known is told."""
    for name, field in model.model_fields.items():
        inner = field.alias or name
        if found := known.get(f"{key}.{inner}"):
            yield f"{inner}: {found}"
        elif field.is_required() or name == "ref":
            yield f"{inner}: {unfilled(inner, field, site)}"


def _known(place: Kind[Any], id: str, site: Site | None) -> dict[str, str]:
    """What the id says already: an honour named like a community is that community's."""
    holder = id.split("/")[-1]
    is_written = site is not None and (Community.kind, holder) in site.origins
    if place.model.kind != Honour.kind or not is_written:
        return {}
    return {"subject.type": SubjectType.COMMUNITY.value, "subject.ref": holder}


def _is_list(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return any(_is_list(part) for part in get_args(annotation))
    return origin is list


def _bare(annotation: Any) -> set[Any]:
    """The plain types inside an annotation."""
    parts = get_args(annotation)
    return {annotation} | {found for part in parts for found in _bare(part)}


def unfilled(key: str, field: FieldInfo, site: Site | None) -> str:
    """What stands for a value that only a person can know: never a made-up one."""
    hint = EXAMPLES.get(key) or f"{UNFILLED}：{field.title}{_form(field, site)}）"
    return f'"{hint}"'


def _form(field: FieldInfo, site: Site | None) -> str:
    """How the value is written, by an example or by its choices."""
    if kind := referred_kind(field):
        ids = [str(id) for id in site.known(kind)][:SHOWN_IDS] if site else []
        return f"，编号，如 {'、'.join(ids)}" if ids else "，编号"
    types = _bare(field.annotation)
    enums = [item for item in types if isinstance(item, type) and issubclass(item, StrEnum)]
    if enums:
        return f"，{'、'.join(enums[0])} 之一"
    if _same(field, Moment):
        return "，如 2026-04-15 09:00"
    if date in types:
        return "，如 2026-04-15"
    if PartialDate in types:
        return "，如 2006 或 2006-05"
    if bool in types:
        return "，yes 或 no"
    is_number = int in types or Decimal in types
    return "，数字" if is_number else ""


def _same(field: FieldInfo, annotated: Any) -> bool:
    """Whether the field is of an annotated type, by the marks that it carries."""
    marks = get_args(annotated)[1:]
    return bool(marks) and marks[0] in field.metadata
