"""Photos: the file is there, and says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from campaign.problems import Problem, nearest
from campaign.site import Site

NO_DESCRIPTION = re.compile(r"^(图片|照片|图|相片|image|photo|img|dsc)?[\s\d_.-]*$", re.IGNORECASE)
HAN = re.compile(r"[\u3400-\u9fff]")
ALT_LENGTH = range(6, 81)


def files(site: Site) -> Iterator[Problem]:
    """V08a and V08d: listed and missing, or listed twice."""
    for gallery in site.galleries.values():
        folder = (site.root / site.origin(gallery).path).parent
        present = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
        seen: set[str] = set()
        for index, photo in enumerate(gallery.photos):
            at = ("photos", index, "file")
            if photo.file not in present:
                near = nearest(photo.file, present - {"gallery.yml"})
                yield site.problem(gallery, "V08a", *at, file=photo.file, nearest=near)
            stem = Path(photo.file).stem
            if stem in seen:
                yield site.problem(gallery, "V08d", *at, file=photo.file)
            seen.add(stem)


def descriptions(site: Site) -> Iterator[Problem]:
    """V08b: an alternative text that describes nothing."""
    for gallery in site.galleries.values():
        for index, photo in enumerate(gallery.photos):
            text = photo.alt.strip()
            is_name = text in (photo.file, Path(photo.file).stem) or NO_DESCRIPTION.match(text)
            if is_name or len(text) not in ALT_LENGTH or not HAN.search(text):
                yield site.problem(gallery, "V08b", "photos", index, "alt", value=photo.alt)


def empty_galleries(site: Site) -> Iterator[Problem]:
    """V08e: a published gallery without photos."""
    for gallery in site.galleries.values():
        if not gallery.photos and site.is_out(gallery):
            yield site.problem(gallery, "V08e")


def covers(site: Site) -> Iterator[Problem]:
    """V08c: a published community without a picture."""
    for community in site.communities.values():
        if community.cover is None and site.is_out(community):
            yield site.problem(community, "V08c")
