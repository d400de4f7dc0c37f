"""The whole content of a site, indexed: what checks, facts and pages are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple, cast

from campaign import clock
from campaign.kinds import BY_NAME, ENTRY_KINDS, unwanted
from campaign.kinds.gallery import PHOTO, Gallery
from campaign.kinds.gallery.record import Photo
from campaign.kinds.honour import Honour
from campaign.kinds.vocab import Vocab
from campaign.model.base import Record
from campaign.model.entry import Entry
from campaign.model.look import Look
from campaign.model.origin import Origin, Prose
from campaign.model.settings import Profile, Settings
from campaign.model.unseen import named, without
from campaign.problems import Problem, problem

Key = tuple[str, str]
"""A record's kind and id."""

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Args = TypeVarTuple("Args")
GALLERIES = "showcases/galleries"
"""Where the folders of pictures are, relative to the project."""
SOMEWHERE = Origin("showcases")
"""Of a record that was not read from a file."""
ASSETS = "docs/assets"
"""Where files lie that are published as they are."""


@dataclass(frozen=True)
class Site:
    """Settings, records by kind and id, and where each was written."""

    root: Path
    today: date
    settings: Settings
    profile: Profile
    records: Mapping[str, Mapping[str, Record]]
    origins: Mapping[Key, Origin]
    prose: Mapping[str, Prose] = field(default_factory=dict)
    """Pages by path relative to `docs/`."""
    refused: Mapping[Key, Record] = field(default_factory=dict)
    """What reads well of records that were refused, for rules that look at a text by itself."""
    unread: frozenset[str] = frozenset()
    """Kinds of which some records could not be read, and nobody knows which."""
    preview: bool = False
    """Whether drafts and scheduled entries are shown, marked."""
    present: date = date.min
    """What day it is, when `today` is an earlier one: what was written since is no slip."""
    moment: datetime | None = None
    """The minute of today as of which it is shown; nothing for the end of the day."""
    looks: dict[Key, Look] = field(default_factory=dict, repr=False, compare=False)
    """Looks at single records, which sites that follow each other in memory share."""

    def of(self, model: type[R]) -> Mapping[str, R]:
        """The records of one kind by their ids."""
        return cast(Mapping[str, R], self.records.get(model.kind, {}))

    def kind(self, name: str) -> Mapping[str, Any]:
        """The records of the kind that has this name."""
        return self.records.get(name, {})

    @property
    def now(self) -> datetime:
        """As of when entries are out: a minute of today, or the whole day."""
        return self.moment or clock.end_of(self.today)

    @cached_property
    def _listed(self) -> Mapping[str, Photo]:
        return {
            f"{gallery.id}/{photo.stem}": photo
            for gallery in self.of(Gallery).values()
            for photo in gallery.photos
        }

    @cached_property
    def photos(self) -> Mapping[str, Photo]:
        """Every photo that may be shown, by `<gallery>/<file stem>`."""
        return {id: photo for id, photo in self._listed.items() if id not in self.withdrawn}

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Photos of which the consent was taken back: they must not be seen anywhere."""
        return frozenset(
            f"{gallery.id}/{photo.stem}"
            for gallery in self.of(Gallery).values()
            for photo in gallery.photos
            if photo.is_withdrawn
        )

    @cached_property
    def picture_files(self) -> Mapping[str, str]:
        """The hash of each file in the galleries' folders but their YAML, by its path."""
        return {
            path.relative_to(self.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.root.glob(f"{GALLERIES}/**/*"))
            if path.is_file() and path.suffix != ".yml" and not path.name.startswith(".")
        }

    def picture_path(self, id: str) -> str:
        """Where the file of a listed photo should be, relative to the project."""
        return f"{GALLERIES}/{id.split('/')[0]}/{self._listed[id].file}"

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str, str]]:
        return {vocab.id: vocab.labels() for vocab in self.of(Vocab).values()}

    def labels(self, vocabulary: str) -> Mapping[str, str]:
        """Item labels of a vocabulary, in its order; empty when there is none."""
        return self._labels.get(vocabulary, {})

    def label(self, vocabulary: str, item: str) -> str:
        return self.labels(vocabulary).get(item, item)

    def look(self, record: Record) -> Look:
        """What can be said of a record alone: kept for as long as it is the same record."""
        key, origin = (record.kind, record.id), self.origin(record)
        found = self.looks.get(key)
        if found is None or not found.is_of(record, origin):
            found = self.looks[key] = Look(record, origin)
        return found

    def remembered(self, make: Callable[[Site, *Args], T], *args: *Args) -> T:
        """What a function makes of the site, made once. Whoever gets it leaves it as it is."""
        key = (make, args)
        if key not in self._made:
            self._made[key] = make(self, *args)
        return cast(T, self._made[key])

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def entries(self) -> Iterator[Entry]:
        """Every article of every kind."""
        for kind in ENTRY_KINDS:
            yield from self.kind(kind).values()

    def everything(self) -> Iterator[Record]:
        for records in self.records.values():
            yield from records.values()

    def written(self) -> Iterator[Record]:
        """Everything, and what reads well of refused records of which no other has the id."""
        yield from self.everything()
        yield from (item for (kind, id), item in self.refused.items() if id not in self.kind(kind))

    @cached_property
    def shown_prose(self) -> Mapping[str, Prose]:
        """The pages that readers see, by path relative to `docs/`."""
        pages = self.prose.items()
        found = {uri: page for uri, page in pages if page.is_released or self.preview}
        gone = unwanted(self.profile)
        return {uri: page for uri, page in found.items() if uri.split("/")[0] not in gone}

    def shows(self, uri: str) -> bool:
        """Whether there is a page `docs/<uri>` that readers see."""
        return uri in self.shown_prose

    def known(self, kind: str) -> Iterable[str]:
        """Every id that a reference to `kind` may name."""
        if kind == PHOTO:
            return self._listed.keys()
        if kind in self.of(Vocab):
            return self.labels(kind).keys()
        return self.kind(kind).keys()

    def is_faulty(self, kind: str, id: str) -> bool:
        """Whether the record is written but could not be read: its own problems say why."""
        key = self._holder(kind, id)
        is_written = key in self.origins or key[0] in self.unread
        return is_written and key[1] not in self.kind(key[0])

    def _holder(self, kind: str, id: str) -> Key:
        """The record that states what a reference to `kind` names."""
        if kind == PHOTO:
            return Gallery.kind, id.split("/")[0]
        is_vocabulary = (Vocab.kind, kind) in self.origins
        return (Vocab.kind, kind) if is_vocabulary else (kind, id)

    @cached_property
    def is_whole(self) -> bool:
        """Whether every record could be read: else no count of them can be trusted."""
        lost = (key for key in self.origins if key[1] not in self.kind(key[0]))
        return not self.unread and not any(lost)

    def origin(self, record: Record) -> Origin:
        return self.origins.get((record.kind, record.id), SOMEWHERE)

    def problem(self, record: Record, code: str, *loc: str | int, **values: object) -> Problem:
        """A problem at a field of a record."""
        origin = self.origin(record)
        return problem(origin.path, origin.line(loc), code, **values)

    def is_out(self, record: Record) -> bool:
        """Whether readers may see the record now."""
        moment = record.published if isinstance(record, Entry) else None
        due = moment is None or moment <= self.now
        is_due = due and not self.is_later(record)
        return record.is_released and is_due and record.is_wanted(self.profile)

    def _is_previewed(self, record: Record) -> bool:
        """Whether a preview shows the record, marked as what readers do not see yet."""
        is_public = record.visibility == "public" and record.is_wanted(self.profile)
        return self.preview and is_public and not self.is_later(record)

    def is_later(self, record: Record) -> bool:
        """Whether the site is shown as of a past day on which the record was not there yet."""
        if self.today >= self.present or (record.kind, record.id) in self.refused:
            return False
        return record.begins is not None and self.today < record.begins <= self.present

    def is_future(self, day: date) -> bool:
        """Whether nobody can know yet what happens on a day."""
        return day > self.last_known

    @property
    def last_known(self) -> date:
        """The last day of which anybody can know what happened."""
        return max(self.today, self.present)

    def keeping(self, keep: Iterable[Key]) -> Site:
        """The same site with only these records."""
        wanted = frozenset(keep)
        return replace(
            self,
            records={
                kind: {id: record for id, record in records.items() if (kind, id) in wanted}
                for kind, records in self.records.items()
            },
        )

    @cached_property
    def shown(self) -> Site:
        """The site as readers may see it, made once for rules that compare with what they read."""
        return self.published()

    def published(self) -> Site:
        """The site as readers may see it; in a preview drafts stay, internal records do not.

        Withdrawn photos are left out here, so that nothing made from it can show one, and
        so is whatever names what readers do not see: references, and the honours of
        holders, whose ids tell whose they are.
        """
        seen = self.keeping(
            (record.kind, record.id)
            for record in self.everything()
            if self.is_out(record) or self._is_previewed(record)
        )
        unseen = frozenset(self._keys()) - frozenset(seen._keys())
        unseen |= {(PHOTO, id) for id in self.withdrawn}
        known = {
            kind: {id: self._shown(item, unseen) for id, item in records.items()}
            for kind, records in seen.records.items()
        }
        seen = replace(seen, records=known)
        honours = {id: item for id, item in seen.of(Honour).items() if seen.has_holder(item)}
        galleries = {id: gallery.without_withdrawn() for id, gallery in seen.of(Gallery).items()}
        return replace(seen, records={**known, Honour.kind: honours, Gallery.kind: galleries})

    def _shown(self, record: Record, unseen: Set[Key]) -> Record:
        known = record.as_of(self.today).disclosed(self.profile)
        is_whole = unseen.isdisjoint(self.look(known).once(named))
        return known if is_whole else without(known, unseen)

    def _keys(self) -> Iterator[Key]:
        return ((kind, id) for kind, records in self.records.items() for id in records)

    def has_holder(self, honour: Honour) -> bool:
        """Whether the holder of an honour is here, or has no record at all."""
        kind, id = honour.holder or ("", "")
        return kind not in BY_NAME or id in self.kind(kind)
