"""The kinds of record as Sveltia's collections: where files are, what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from campaign.admin.fields import CALLED, Field, Target, Targets, fields
from campaign.kinds import BY_NAME, KINDS
from campaign.kinds.kind import PHOTO, Kind
from campaign.model.controls import Control, controls
from campaign.model.fields import ENTRY_ID, ID

LISTS, WORDS = "lists", "words"
"""The collections of files that hold many records, and of vocabularies."""
VOCABULARY = "vocab"
SLUG = "编号用小写字母、数字和连字符，如 xingfuli；它是网址的一部分，定了不再改"
ENTRY_SLUG = "编号用日期加短名，如 2026-04-15-linlijie；它是网址的一部分，定了不再改"
IDENTITY: Field = {
    "name": "id",
    "label": "编号",
    "hint": SLUG,
    "widget": "string",
    "pattern": [ID.pattern, SLUG],
}
BODY: Field = {
    "name": "body",
    "label": "正文",
    "hint": "照“文章照着写”里的写法",
    "widget": "text",
    "required": False,
}


def is_edited(kind: Kind[Any]) -> bool:
    """Whether its records can be edited here.

    What tells of what happened is only added to, in an order and with proofs that rules of the
    site know and a form of fields does not: a line that was changed there would be the past.
    """
    return not kind.is_only_added_to


def collections(vocabularies: Sequence[tuple[str, str]]) -> list[Field]:
    """Every collection; vocabularies are given by id and title."""
    aims = targets([id for id, _ in vocabularies])
    own = [kind for kind in KINDS if not kind.list_key and kind.name != VOCABULARY]
    listed = [_listed(kind, aims) for kind in KINDS if kind.list_key]
    asked = (control for kind in edited() for control in controls(kind.model))
    chosen_from = set(_chosen_from(asked))
    words = [_vocabulary(id, title, aims) for id, title in vocabularies]
    return [
        *(_folder(kind, aims) for kind in own if is_edited(kind)),
        {"name": LISTS, "label": "名录", "files": listed},
        *([{"name": WORDS, "label": "词表", "files": words}] if words else []),
        *(_named(kind) for kind in own if not is_edited(kind) and kind.name in chosen_from),
    ]


def _chosen_from(asked: Iterable[Control]) -> Iterator[str]:
    """The kinds and vocabularies that some fields refer to."""
    for control in asked:
        if control.refers:
            yield control.refers
        yield from _chosen_from(control.inside)


def targets(vocabularies: Iterable[str]) -> Targets:
    """What references may choose from, by the kind or the vocabulary that they name.

    Of files in folders of their own Sveltia knows no id, but a path: that has to be typed.
    """
    whole = (kind for kind in KINDS if kind.list_key or kind.pattern.count("/") == 2)
    found = {kind.name: _target(kind) for kind in whole if kind.name != VOCABULARY}
    for id in vocabularies:
        found[id] = Target(WORDS, "items.*.id", ("items.*.label",), id)
    return found


def _target(kind: Kind[Any]) -> Target:
    called = _called(kind)
    if kind.list_key:
        return Target(
            LISTS, f"{kind.list_key}.*.id", (f"{kind.list_key}.*.{called}",), kind.list_key
        )
    return Target(kind.name, "{{slug}}", (called or "{{slug}}",))


def _called(kind: Kind[Any]) -> str:
    """The field by which its records are called."""
    return next((name for name in CALLED if name in kind.model.model_fields), "")


def _folder(kind: Kind[Any], aims: Targets) -> Field:
    """A collection of a file each."""
    called = _called(kind)
    body = [BODY] if kind.is_entry else []
    pattern, words = (ENTRY_ID, ENTRY_SLUG) if kind.is_entry else (ID, SLUG)
    beside = {"media_folder": "", "public_folder": ""} if PHOTO in kind.parts else {}
    return {
        **_files(kind),
        **beside,
        "create": kind.can_be_begun,
        "delete": kind.altered is None,
        # Without a template it has to be typed: of a Chinese name Sveltia makes a random one.
        "slug": {"editable": ["create"], "pattern": [pattern.pattern, words]},
        **({"identifier_field": called, "summary": f"{{{{{called}}}}}"} if called else {}),
        "fields": [*fields(controls(kind.model), aims), *body],
    }


def _named(kind: Kind[Any]) -> Field:
    """A collection that is there to be chosen from and not to be seen."""
    called = _called(kind) or "id"
    return {
        **_files(kind),
        "hide": True,
        "create": False,
        "delete": False,
        "identifier_field": called,
        "fields": [{"name": called, "label": "名称", "widget": "string", "required": False}],
    }


def _files(kind: Kind[Any]) -> Field:
    """Where the files of a kind are and how they are written."""
    place = PurePosixPath(kind.pattern)
    first = next(index for index, part in enumerate(place.parts) if "*" in part)
    inside = "/".join(place.parts[first:]).removesuffix(place.suffix)
    nested = {"path": inside.replace("*", "{{slug}}", 1)} if inside != "*" else {}
    return {
        "name": kind.name,
        "label": kind.label,
        "folder": "/".join(place.parts[:first]),
        **nested,
        "extension": place.suffix.removeprefix("."),
        "format": "article-frontmatter" if kind.is_entry else "record",
        **({"filter": {"field": "published", "pattern": "."}} if kind.is_entry else {}),
    }


def _listed(kind: Kind[Any], aims: Targets) -> Field:
    """A file that holds all records of a kind."""
    return {
        "name": kind.list_key,
        "label": kind.label,
        "file": kind.pattern,
        "format": "record",
        "fields": [
            {
                "name": kind.list_key,
                "label": kind.label,
                "label_singular": kind.label,
                "widget": "list",
                "collapsed": True,
                "summary": f"{{{{fields.{_called(kind)}}}}}",
                "fields": [IDENTITY, *fields(controls(kind.model), aims)],
            }
        ],
    }


def _vocabulary(id: str, title: str, aims: Targets) -> Field:
    kind = BY_NAME[VOCABULARY]
    return {
        "name": id,
        "label": title,
        "file": kind.pattern.replace("*", id),
        "format": "record",
        "fields": fields(controls(kind.model), aims),
    }


def edited() -> Iterator[Kind[Any]]:
    """The kinds that can be edited here."""
    return (kind for kind in KINDS if is_edited(kind))
