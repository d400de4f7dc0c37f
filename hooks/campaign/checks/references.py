"""References by id: each must name something that exists and is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import chain

from campaign.checks.alone import of_each
from campaign.derive.called import called, choices, id_of, ids_of
from campaign.derive.references import of_each_record, references
from campaign.kinds import BY_NAME, LABELS
from campaign.kinds.gallery import PHOTO, Gallery
from campaign.kinds.vocab import Vocab
from campaign.model.base import Record, referred_kind
from campaign.model.look import Look
from campaign.problems import Problem, nearest
from campaign.site import Site

FEW = 20
"""Words of a vocabulary that a message names all."""


def label(site: Site, kind: str) -> str:
    """What a kind or a vocabulary is called in a message."""
    if kind in site.of(Vocab):
        return f"词条（{site.of(Vocab)[kind].title}）"
    return LABELS.get(kind, kind)


def dangling(site: Site) -> Iterator[Problem]:
    """V03a, V03c, V03g, V03h and V03i: a reference to something that is not there."""
    refused = ((record, references(site, record)) for record in site.refused.values())
    for record, named in chain(of_each_record(site), refused):
        for loc, kind, target in named:
            if target in site.known(kind) or site.is_faulty(kind, target):
                continue
            code, words = unknown(site, kind, target)
            yield site.problem(record, code, *loc, **words)


def unknown(site: Site, kind: str, target: str) -> tuple[str, Mapping[str, str]]:
    """V03a, V03c, V03g, V03h or V03i: what is said of a reference to nothing, and what was meant.

    Where several are called so, none of them is taken to be meant.
    """
    words = {"kind": label(site, kind), "value": target}
    if ids := ids_of(site, kind, target):
        several = {**words, "choices": choices(site, kind, ids)}
        return ("V03i", several) if len(ids) > 1 else ("V03c", {**words, "id": ids[0]})
    if near := nearest(target, site.known(kind)):
        return "V03a", {**words, "nearest": near}
    if name := nearest(target, called(site, kind)):
        if id := id_of(site, kind, name):
            return "V03g", {**words, "name": name, "id": id}
        return "V03h", {**words, "choices": choices(site, kind, ids_of(site, kind, name))}
    if vocabulary := site.of(Vocab).get(kind):
        where = site.origin(vocabulary).path
        return "V03h", {**words, "choices": _choices(site, vocabulary), "where": where}
    return "V03a", {**words, "nearest": ""}


def _choices(site: Site, vocabulary: Vocab) -> str:
    """The words of a vocabulary that are in use, where they are few enough to be read."""
    used = vocabulary.in_use(site.today)
    return "、".join(f"{id}（{word}）" for id, word in used.items()) if len(used) <= FEW else ""


@of_each
def twice(look: Look) -> Iterator[Problem]:
    """V03d: a list that names a record, a word of a vocabulary or a day twice."""
    for loc, field, value in look.fields:
        is_said = referred_kind(field) is not None
        if not isinstance(value, list) or not (is_said or _are_words(value)):
            continue
        for index, item in enumerate(value):
            if item in value[:index]:
                yield look.problem("V03d", *loc, index, value=item)


def _are_words(value: list[object]) -> bool:
    return all(isinstance(item, (StrEnum, date)) for item in value)


def stopped(site: Site) -> Iterator[Problem]:
    """V03e: a word of a vocabulary in content of after the day on which the word was given up."""
    words = {
        (vocab.id, item.id): item
        for vocab in site.of(Vocab).values()
        for item in vocab.items
        if item.until
    }
    for record, named in of_each_record(site) if words else ():
        day = record.begins or record.day
        for loc, kind, target in named:
            item = words.get((kind, target))
            if item and item.until and day and day >= item.until:
                told = {"value": item.label, "until": item.until, "day": day}
                yield site.problem(record, "V03e", *loc, **told)


def unpublished(site: Site) -> Iterator[Problem]:
    """V03b and V03f: a published record leads to one that readers cannot see."""
    for record, named in of_each_record(site):
        if not site.is_out(record):
            continue
        for loc, kind, target in named:
            other = site.kind(kind).get(target) if kind != PHOTO else _gallery(site, target)
            if other is None or site.is_out(other) or site.is_later(other):
                continue
            if _comes_with(record, other):
                yield site.problem(record, "V03f", *loc, kind=other.label)
            else:
                yield site.problem(record, "V03b", *loc, kind=other.label, value=target)


def _comes_with(record: Record, other: Record) -> bool:
    """Whether a record waits with its holder, of which the reviews are still to come."""
    is_holder = record.holder == (other.kind, other.id)
    return is_holder and BY_NAME[other.kind].is_reviewed and other.is_coming


def _gallery(site: Site, photo: str) -> Record | None:
    return site.of(Gallery).get(photo.split("/")[0])
