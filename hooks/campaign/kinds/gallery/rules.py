"""Galleries: every photo is described and there, every file is listed and may be public."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from campaign import formats
from campaign.kinds import LABELS
from campaign.kinds.gallery import PHOTO, Gallery, consent
from campaign.model.settings import Profile
from campaign.problems import Problem, nearest, problem
from campaign.site import ASSETS, GALLERIES, Site

if TYPE_CHECKING:
    from campaign.images.screening import Fault

NO_DESCRIPTION = re.compile(r"^(图片|照片|图|相片|image|photo|img|dsc)?[\s\d_.-]*$", re.IGNORECASE)
HAN = re.compile(r"[\u3400-\u9fff]")
ALT_LENGTH = range(6, 81)
ADD = "python3 build_site.py photos add {gallery} {path}"
MEND = "python3 build_site.py photos mend {path}"


def files(site: Site) -> Iterator[Problem]:
    """V08a and V08d: listed and missing, or listed twice."""
    for gallery in site.of(Gallery).values():
        folder = f"{GALLERIES}/{gallery.id}"
        present = {path.removeprefix(f"{folder}/") for path in site.picture_files}
        seen: set[str] = set()
        for index, photo in enumerate(gallery.photos):
            at = ("photos", index, "file")
            if f"{folder}/{photo.file}" not in site.picture_files and not photo.is_withdrawn:
                near = nearest(photo.file, (name for name in present if "/" not in name))
                yield site.problem(gallery, "V08a", *at, file=photo.file, nearest=near)
            if photo.stem in seen:
                yield site.problem(gallery, "V08d", *at, file=photo.file)
            seen.add(photo.stem)


def descriptions(site: Site) -> Iterator[Problem]:
    """V08b: an alternative text that describes nothing."""
    for gallery in site.of(Gallery).values():
        for index, photo in enumerate(gallery.photos):
            text = photo.alt.strip()
            is_name = text in (photo.file, photo.stem) or NO_DESCRIPTION.match(text)
            if is_name or len(text) not in ALT_LENGTH or not HAN.search(text):
                yield site.problem(gallery, "V08b", "photos", index, "alt", value=photo.alt)


def empty_galleries(site: Site) -> Iterator[Problem]:
    """V08e: a published gallery without photos that may be seen."""
    for gallery in site.of(Gallery).values():
        if all(photo.is_withdrawn for photo in gallery.photos) and site.is_out(gallery):
            yield site.problem(gallery, "V08e")


def authors(site: Site) -> Iterator[Problem]:
    """V08f: nobody is named as the author (Copyright Law article 10: the right of authorship)."""
    for gallery in site.of(Gallery).values():
        for index, photo in enumerate(gallery.photos):
            if photo.author is None and not photo.is_withdrawn:
                yield site.problem(gallery, "V08f", "photos", index, file=photo.file)


def stray(site: Site) -> Iterator[Problem]:
    """V12 and V13a–h: files that no gallery lists, or that must not be public as they are."""
    listed = {
        f"{GALLERIES}/{gallery.id}/{photo.file}"
        for gallery in site.of(Gallery).values()
        for photo in gallery.photos
    }
    found = _faults(site)
    for path in site.picture_files:
        commands = _commands(path)
        if fault := found.get(path):
            yield problem(path, 1, fault.code, file=PurePath(path).name, **fault.values, **commands)
        elif path not in listed and _has_readable_list(site, path):
            yield problem(path, 1, "V12", file=PurePath(path).name, **commands)


def _faults(site: Site) -> Mapping[str, Fault]:
    if not site.picture_files:
        return {}
    from campaign.images import screening  # with Pillow, for those who have pictures

    return screening.faults(site.root, site.picture_files)


def _commands(path: str) -> dict[str, str]:
    gallery = path.removeprefix(f"{GALLERIES}/").split("/")[0]
    return {"add": ADD.format(gallery=gallery, path=path), "mend": MEND.format(path=path)}


def _has_readable_list(site: Site, path: str) -> bool:
    """Whether the file's gallery was read; one with a mistake lists nothing that we know."""
    gallery = path.removeprefix(f"{GALLERIES}/").split("/")[0]
    written = site.root / GALLERIES / gallery / "gallery.yml"
    return gallery in site.of(Gallery) or not written.exists()


def in_docs(site: Site) -> Iterator[Problem]:
    """V13i: a picture beside the entries, where nobody cleans it; the party mark may."""
    marks = {p.party_mark.image for p in site.of(Profile).values() if p.party_mark}
    allowed = {f"{ASSETS}/{image}" for image in marks}
    for path in sorted(site.root.glob("docs/**/*")):
        where = path.relative_to(site.root).as_posix()
        is_picture = path.suffix.lower() in formats.PICTURES - formats.DRAWINGS
        if is_picture and path.is_file() and where not in allowed:
            yield problem(where, 1, "V13i", file=path.name, where=where)


Halves = dict[tuple[str, str], list[int]]
"""The photos that are half of a pair, by its key and their role, as places in the gallery."""
OTHER = {"before": "after", "after": "before"}


def pairs(site: Site) -> Iterator[Problem]:
    """V14a and V14b: half of a before/after pair is missing, or two photos are the same half."""
    for gallery in site.of(Gallery).values():
        halves = _halves(gallery)
        for (key, role), places in halves.items():
            if len(places) > 1:
                words = {"key": key, "role": role, "count": len(places)}
                yield site.problem(gallery, "V14b", "photos", places[1], "pair", **words)
        for place, key, role, near in _lonely(halves):
            words = {"key": key, "role": role, "other": OTHER[role], "nearest": near}
            yield site.problem(gallery, "V14a", "photos", place, "pair", **words)


def _halves(gallery: Gallery) -> Halves:
    found: Halves = {}
    for index, photo in enumerate(gallery.photos):
        if photo.pair and not photo.is_withdrawn:
            found.setdefault((photo.pair.key, photo.pair.role.value), []).append(index)
    return found


def _lonely(halves: Halves) -> Iterator[tuple[int, str, str, str]]:
    """Place, key and role of each half alone, and the key that was meant.

    Two that fit but for a slip in the key of one are told once, at the second.
    """
    alone = {
        half: places[0]
        for half, places in halves.items()
        if len(places) == 1 and (half[0], OTHER[half[1]]) not in halves
    }
    while alone:
        (key, role), place = alone.popitem()
        near = nearest(key, [other for other, half in alone if half == OTHER[role]])
        alone.pop((near, OTHER[role]), None)
        yield place, key, role, near


def covers(site: Site) -> Iterator[Problem]:
    """V03a: a gallery's cover is none of its own photos, which it names without the gallery."""
    for gallery in site.of(Gallery).values():
        names = [photo.stem for photo in gallery.photos]
        if gallery.cover is not None and gallery.cover not in names:
            words = {"kind": LABELS[PHOTO], "value": gallery.cover}
            near = nearest(gallery.cover, names)
            yield site.problem(gallery, "V03a", "cover", **words, nearest=near)


CHECKS = (
    files,
    descriptions,
    empty_galleries,
    authors,
    stray,
    in_docs,
    pairs,
    covers,
    consent.missing,
    consent.out_of_scope,
    consent.withdrawn,
    consent.still_used,
)
