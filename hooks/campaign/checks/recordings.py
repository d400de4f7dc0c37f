"""Recordings of articles: the named file is there, and every browser can play it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from campaign import urls
from campaign.problems import Problem, nearest, problem
from campaign.site import Site

BEGINNING = 12
"""Bytes that tell the type of a file."""
TYPES: Mapping[str, Callable[[bytes], bool]] = {
    ".mp3": lambda head: head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"),
    ".m4a": lambda head: head[4:8] == b"ftyp",
}
"""What browsers play everywhere, by file name ending, with how such a file begins."""


def unplayable(site: Site) -> Iterator[Problem]:
    """V45a and V45b: an article names a recording that is not there, or is no recording."""
    present = {path.name: path for path in _files(site)}
    for entry in site.entries():
        if entry.audio is None:
            continue
        if entry.audio not in present:
            near = nearest(entry.audio, present)
            yield site.problem(entry, "V45a", "audio", file=entry.audio, nearest=near)
        elif not _is_recording(present[entry.audio]):
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


def _is_recording(path: Path) -> bool:
    fits = TYPES.get(path.suffix.lower())
    with path.open("rb") as file:
        return fits is not None and fits(file.read(BEGINNING))
