"""What everything of a site is called, for fields that name other records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from campaign.derive.called import begun, id_of
from campaign.derive.references import references
from campaign.desk import openable
from campaign.model.base import Record, referred_kind
from campaign.model.fields import is_unfilled
from campaign.model.walk import Loc
from campaign.render.names import pinyin
from campaign.site import Site

DISTRICT = "district"
"""The kind by which places of one name are told apart."""


def called(site: Site, record: Record) -> str:
    """What a record is called; one without a name of its own by what it names."""
    if record.heading != record.id:
        return record.heading
    own = ((kind, id) for loc, kind, id in references(site, record) if not _in_list(loc))
    named = (site.kind(kind).get(id) for kind, id in own if kind in site.records)
    names = dict.fromkeys(item.heading for item in named if item)
    return " · ".join(names) or record.id


def _in_list(loc: Loc) -> bool:
    return any(isinstance(part, int) for part in loc)


class Choice(NamedTuple):
    """Something that a reference may name."""

    id: str
    name: str
    hint: str
    """What tells it apart, and how its name is spelt in letters."""


class SiteNames:
    """The names of the records, vocabularies and photos of a site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._choices: dict[str, list[Choice]] = {}

    def name(self, kind: str, id: str) -> str:
        if kind in openable.OF_THE_SITE:
            return openable.name_of(self.site, kind, id)
        if kind in self.site.records:
            return self._called(kind, id)
        if kind in self._vocabularies:
            return self.site.labels(kind).get(id, "")
        photo = self.site.photos.get(id)
        return photo.alt or id if photo else ""

    def id(self, kind: str, name: str) -> str:
        return id_of(self.site, kind, name)

    def _called(self, kind: str, id: str) -> str:
        record = self.site.kind(kind).get(id)
        if record:
            return called(self.site, record)
        gappy = begun(self.site, kind).get(id)
        return "" if gappy is None else id if is_unfilled(gappy.heading) else gappy.heading

    def labels(self, kind: str) -> Mapping[str, str]:
        """The words of a vocabulary for whoever chooses one: what was given up says so."""
        vocabulary = self.site.kind("vocab").get(kind)
        return vocabulary.offered(self.site.today) if vocabulary else {}

    @cached_property
    def _vocabularies(self) -> frozenset[str]:
        return frozenset(id for kind, id in self.site.origins if kind == "vocab")

    def choices(self, kind: str) -> list[Choice]:
        """Everything that a reference to a kind may name, by its name in letters."""
        if kind not in self._choices:
            self._choices[kind] = sorted(self._found(kind), key=lambda item: pinyin(item.name))
        return self._choices[kind]

    def _found(self, kind: str) -> Iterator[Choice]:
        if kind not in self.site.records:
            for id in self.site.known(kind):
                yield Choice(id, self.name(kind, id), "")
        for record in (*self.site.kind(kind).values(), *begun(self.site, kind).values()):
            name = self._called(kind, record.id)
            words = (self.place(record), pinyin(name).replace(" ", ""))
            yield Choice(record.id, name, " ".join(filter(None, words)))

    def place(self, record: Record) -> str:
        """The district that a record names; nothing where it names none."""
        for name, field in type(record).model_fields.items():
            if referred_kind(field) == DISTRICT and (id := getattr(record, name)):
                return self.name(DISTRICT, id) if isinstance(id, str) else ""
        return ""
