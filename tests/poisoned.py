"""A site in which every text field of every kind of record holds a hostile text.

The models are walked, so that a new field or a new kind is tried without anybody's saying so.
What is not written in the small site is made up, as far as the types ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from campaign.model.base import KindBeside, Part, Record, referred_kind
from campaign.model.level import Level
from campaign.model.partial_date import PartialDate
from campaign.model.walk import mark
from campaign.site import Site

NAMES_OF_THINGS = frozenset(
    {
        *("id", "aliases", "file", "hash", "cover", "key", "icon", "kinds"),
        *("pages", "path", "image", "base_url", "domain", "repository", "raised"),
    }
)
"""Fields by which the program finds something: what is not there is refused by a rule."""
VALUES: dict[type[Any], Any] = {
    int: 1,
    Decimal: Decimal(1),
    bool: True,
    date: date(2026, 4, 1),
    datetime: datetime(2026, 4, 1, 9, 0),
    PartialDate: PartialDate(2026, 4),
    Level: Level.CITY,
}


@dataclass
class Poison:
    """Hands out the hostile texts, and keeps where each place was."""

    texts: Sequence[str]
    places: set[str] = field(default_factory=set)
    """`community.intro`, `community.committee.hours`…"""
    given: count[int] = field(default_factory=count)

    def text(self, place: str) -> str:
        self.places.add(place)
        number = next(self.given)
        return f"毒文{number} {self.texts[number % len(self.texts)]}"


def poisoned(site: Site, texts: Sequence[str], rounds: int) -> tuple[Site, Poison]:
    """The site with each text replaced; of each record with a page there are further ones."""
    poison = Poison(texts)
    records: dict[str, dict[str, Record]] = {}
    origins = dict(site.origins)
    for kind, known in site.records.items():
        records[kind] = {}
        for id, record in known.items():
            for number in range(rounds):
                name = f"{id}-p{number}" if number else id
                records[kind][name] = _part(record, kind, poison).model_copy(update={"id": name})
                origin = site.origin(record)
                body = "\n\n".join(
                    poison.text(f"{kind}.body") for _ in range(3 if origin.body else 0)
                )
                origins[kind, name] = replace(origin, body=body)
    settings = _part(site.settings, site.settings.kind, poison)
    profile = _part(site.profile, site.profile.kind, poison)
    prose = {
        uri: replace(page, title=poison.text("page.title")) for uri, page in site.prose.items()
    }
    changed = replace(
        site, records=records, origins=origins, settings=settings, profile=profile, prose=prose
    )
    return changed, poison


def text_fields(model: type[Part], place: str) -> Iterator[str]:
    """Every place of a model where a text of people's own can stand."""
    for name, item in model.model_fields.items():
        if _is_kept(name, item):
            continue
        for inside in _inside(item.annotation):
            if inside is str:
                yield f"{place}.{name}"
            elif isinstance(inside, type) and issubclass(inside, Part):
                yield from text_fields(inside, f"{place}.{name}")


def _is_kept(name: str, item: FieldInfo) -> bool:
    is_reference = referred_kind(item) is not None or mark(item, KindBeside) is not None
    return name in NAMES_OF_THINGS or is_reference


def _inside(annotation: Any) -> Iterator[Any]:
    """The types that a field's value, or an item of it, may have."""
    if get_origin(annotation) is Annotated:
        yield from _inside(get_args(annotation)[0])
    elif get_origin(annotation) in (list, Union, UnionType, dict):
        for inside in get_args(annotation):
            yield from _inside(inside)
    elif annotation is not NoneType:
        yield annotation


def _part(part: Any, place: str, poison: Poison) -> Any:
    """The group of fields with a hostile text in each place for one."""
    changes = {
        name: _value(item.annotation, getattr(part, name), f"{place}.{name}", poison)
        for name, item in type(part).model_fields.items()
        if not _is_kept(name, item)
    }
    return part.model_copy(update=changes)


def _value(annotation: Any, value: Any, place: str, poison: Poison) -> Any:
    if isinstance(value, Part):
        return _part(value, place, poison)
    if isinstance(value, list) and value:
        return [_value(get_args(annotation), item, place, poison) for item in value]
    if type(value) is str:
        return poison.text(place)
    return _made(annotation, place, poison) if value is None or value == [] else value


def _made(annotation: Any, place: str, poison: Poison) -> Any:
    """A value for a place where nothing is written, when a text can stand in it or below."""
    is_list = any(get_origin(part) is list for part in (annotation, *get_args(annotation)))
    for inside in _inside(annotation):
        if inside is str:
            found = poison.text(place)
        elif isinstance(inside, type) and issubclass(inside, Part) and any(text_fields(inside, "")):
            found = _new(inside, place, poison)
        else:
            continue
        return [found] if is_list else found
    return [] if is_list else None


def _new(model: type[Part], place: str, poison: Poison) -> Part:
    """A group of fields as people would write it, but for its texts."""
    values: dict[str, Any] = {}
    for name, item in model.model_fields.items():
        if _is_kept(name, item):
            values[name] = (
                "alpha" if item.is_required() else item.get_default(call_default_factory=True)
            )
            continue
        found = _made(item.annotation, f"{place}.{name}", poison)
        values[name] = found if found or not item.is_required() else _filler(item.annotation)
        if values[name] is None and not item.is_required():
            values[name] = item.get_default(call_default_factory=True)
    return model.model_construct(**values)


def _filler(annotation: Any) -> Any:
    for inside in _inside(annotation):
        if inside in VALUES:
            return VALUES[inside]
        if isinstance(inside, type) and issubclass(inside, Enum):
            return next(iter(inside))
        if isinstance(inside, type) and issubclass(inside, Part):
            return _new(inside, "", Poison(["文"]))
    return []
