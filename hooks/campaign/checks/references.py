"""References by id: each must name something that exists and is published."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.derive.references import references
from campaign.kinds import LABELS
from campaign.kinds.gallery import PHOTO, Gallery
from campaign.kinds.vocab import Vocab
from campaign.model.base import Record
from campaign.problems import Problem, nearest
from campaign.site import Site


def label(site: Site, kind: str) -> str:
    """What a kind or a vocabulary is called in a message."""
    if kind in site.of(Vocab):
        return f"词条（{site.of(Vocab)[kind].title}）"
    return LABELS.get(kind, kind)


def dangling(site: Site) -> Iterator[Problem]:
    """V03a: a reference to something that is not there."""
    for record in site.written():
        for loc, kind, target in references(site, record):
            known = site.known(kind)
            if target in known or site.is_faulty(kind, target):
                continue
            words = {"kind": label(site, kind), "value": target}
            if id := site.id_of(kind, target):
                yield site.problem(record, "V03c", *loc, **words, id=id)
            else:
                near = nearest(target, known)
                yield site.problem(record, "V03a", *loc, **words, nearest=near)


def unpublished(site: Site) -> Iterator[Problem]:
    """V03b: a published record leads to one that readers cannot see."""
    for record in site.everything():
        if not site.is_out(record):
            continue
        for loc, kind, target in references(site, record):
            other = site.kind(kind).get(target) if kind != PHOTO else _gallery(site, target)
            if other is not None and not site.is_out(other) and not site.is_later(other):
                yield site.problem(record, "V03b", *loc, kind=other.label, value=target)


def _gallery(site: Site, photo: str) -> Record | None:
    return site.of(Gallery).get(photo.split("/")[0])
