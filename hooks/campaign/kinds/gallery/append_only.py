"""A withdrawn consent is on record for good: by it the picture is known when it comes again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from campaign.kinds.gallery import KIND, Gallery
from campaign.problems import Problem, problem
from campaign.reading import characters, yamltext
from campaign.site import Site
from campaign.writing import withdrawals


def altered(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """V11c, where files recorded a withdrawal before that no gallery records now."""
    every = (photo for gallery in site.of(Gallery).values() for photo in gallery.photos)
    marks = {photo.hash for photo in every if photo.is_withdrawn and photo.hash}
    for path, raw in files.items():
        id = KIND.id_of(PurePosixPath(path))
        now = site.of(Gallery).get(id)
        if now is None and (site.root / path).exists():
            continue  # what cannot be read has its own problem
        known = {photo.file for photo in now.photos if photo.is_withdrawn} if now else set()
        for photo in withdrawals.withdrawn(_data(path, raw)):
            file, mark = photo.get(withdrawals.FILE), photo.get(withdrawals.HASH)
            if not (mark in marks if mark else file in known):
                words = {"file": str(file), "gallery": id}
                yield (
                    site.problem(now, "V11c", withdrawals.LIST, **words)
                    if now
                    else problem(path, 1, "V11c", **words)
                )


def _data(path: str, raw: bytes) -> Mapping[str, Any]:
    found = yamltext.read(path, characters.decode(path, raw)[0]).data
    return found if isinstance(found, dict) else {}
