"""What people call the things of a site that references name, and which of them a name means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from campaign.model.base import Record, referred_kind
from campaign.model.fields import is_unfilled
from campaign.site import Site


def begun(site: Site, kind: str) -> Mapping[str, Record]:
    """Records that somebody has begun, with gaps: they can be named by what they say."""
    refused, known = site.refused.items(), site.kind(kind)
    return {id: item for (name, id), item in refused if name == kind and id not in known}


def names_of(record: Record) -> tuple[str, ...]:
    """What people may call a record; a gap is no name."""
    return tuple(name for name in record.names if not is_unfilled(name))


def ids_of(site: Site, kind: str, name: str) -> tuple[str, ...]:
    """The ids of all that is called so: by a name, a short name or a label."""
    return called(site, kind).get(name.strip(), ())


def id_of(site: Site, kind: str, name: str) -> str:
    """The id of what is called so; empty where nothing is, or more than one."""
    found = ids_of(site, kind, name)
    return found[0] if len(found) == 1 else ""


def called(site: Site, kind: str) -> Mapping[str, tuple[str, ...]]:
    """The ids of the things of a kind or a vocabulary, by what people call them."""
    return site.remembered(_called, kind)


def _called(site: Site, kind: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, id in _pairs(site, kind):
        found.setdefault(name, {})[id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _pairs(site: Site, kind: str) -> Iterator[tuple[str, str]]:
    """Each name with an id that has it."""
    if labels := site.labels(kind):
        yield from ((label, id) for id, label in labels.items())
        return
    for record in (*site.kind(kind).values(), *begun(site, kind).values()):
        yield from ((name, record.id) for name in names_of(record))


def choices(site: Site, kind: str, ids: Iterable[str]) -> str:
    """Ids for whoever has to choose one, each with what tells it apart from its namesakes."""
    found = ((id, _place(site, kind, id)) for id in sorted(ids))
    return "、".join(f"{id}（{place}）" if place else id for id, place in found)


def _place(site: Site, kind: str, id: str) -> str:
    """What a record says beside its name."""
    record = site.kind(kind).get(id) or site.refused.get((kind, id))
    fields = type(record).model_fields if record else {}
    said: list[str] = []
    for field in record.beside_name if record else ():
        value, refers = getattr(record, field), referred_kind(fields[field])
        if value and not is_unfilled(value):
            other = site.kind(refers).get(value) if refers else None
            said.append(other.heading if other else str(value))
    return "，".join(said)
