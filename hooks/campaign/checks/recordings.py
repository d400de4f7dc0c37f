"""Recordings of articles: the named file is there, and every browser can play it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from campaign import formats, urls
from campaign.problems import Problem, nearest, problem
from campaign.site import Site


def unplayable(site: Site) -> Iterator[Problem]:
    """V45a, V45b, V49g: an article names a recording that is not there, or is none."""
    present = {path.name: path for path in _files(site)}
    for entry in site.entries():
        if entry.audio is None:
            continue
        if entry.audio not in present:
            near = nearest(entry.audio, present)
            yield site.problem(entry, "V45a", "audio", file=entry.audio, nearest=near)
        elif formats.is_lfs_pointer(head := _head(present[entry.audio])):
            yield site.problem(entry, "V49g", "audio", file=entry.audio)
        elif not _is_recording(entry.audio, head):
            yield site.problem(entry, "V45b", "audio", file=entry.audio)


def unused(site: Site) -> Iterator[Problem]:
    """V45c: a file that no article names, and that is not published."""
    named = {entry.audio for entry in site.entries()}
    for path in _files(site):
        if path.name not in named:
            yield problem(path.relative_to(site.root).as_posix(), 1, "V45c", file=path.name)


def _files(site: Site) -> list[Path]:
    folder = site.root / "docs" / urls.RECORDINGS
    return sorted(path for path in folder.glob("*") if path.is_file() and path.name[0] != ".")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(formats.BEGINNING)


def _is_recording(name: str, head: bytes) -> bool:
    ending = PurePath(name).suffix.lower()
    return ending in formats.RECORDINGS and formats.fits(ending, head)
