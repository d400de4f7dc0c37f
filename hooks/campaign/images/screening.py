"""Whether a picture file may lie in a public repository, and what is wrong if not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from campaign.formats import PHOTOS, is_lfs_pointer
from campaign.images import decoding, generated, metadata, store
from campaign.images.decoding import MAX_BYTES, MAX_PIXELS, SMALLEST, THINNEST, Unreadable
from campaign.images.store import Store
from campaign.workers import HERE, Workers

REASONS = {
    "unknown": "V13a",
    "animated": "V13c",
    "pixels": "V13d",
    "broken": "V13g",
    "format": "V13h",
    "heic": "V13h",
    "small": "V13j",
    "thin": "V13k",
}
LIMITS = {"small": SMALLEST, "thin": THINNEST}
RULES = "inspection 6"
"""Raise the number when the rules below change: every file is then looked at again."""
GENERATED = "AI 生成标识"
PROBE = 64
"""Side in pixels to which a picture is decoded, only to see that it can be."""


@dataclass(frozen=True)
class Fault:
    """A rule's code, and the values of its message."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


def fault(name: str, data: bytes) -> Fault | None:
    """The gravest thing wrong with a file called `name`; nothing when it may stay."""
    if is_lfs_pointer(data):
        return Fault("V49g")
    suffix = PurePath(name).suffix.lower()
    format = decoding.format_of(data)
    if suffix not in PHOTOS or format not in (*decoding.DECODERS, None):
        return Fault("V13h", {"value": format or suffix or name})
    if format is None:
        return Fault("V13a")
    if format != PHOTOS[suffix]:
        return Fault("V13b", {"value": format})
    return _fault_of_bytes(data, format)


def _fault_of_bytes(data: bytes, format: str) -> Fault | None:
    try:
        image = decoding.opened(data)
        if found := _too_heavy(data):
            return found
        image.draft(None, (PROBE, PROBE))
        decoding.loaded(image)
    except Unreadable as error:
        limit = str(MAX_PIXELS // 1_000_000)
        return Fault(REASONS[error.reason], {"value": error.detail, "limit": limit})
    return _too_talkative(data, format)


def unfit(data: bytes) -> Fault | None:
    """What keeps a sound picture off a page: too few pixels, or a strip."""
    width, height = decoding.opened(data).size
    reason = decoding.unfit((width, height))
    values = {"value": f"{width} × {height}"}
    return Fault(REASONS[reason], {**values, "limit": str(LIMITS[reason])}) if reason else None


def _too_heavy(data: bytes) -> Fault | None:
    values = {"value": f"{len(data) / 1e6:.1f}", "limit": f"{MAX_BYTES / 1e6}"}
    return Fault("V13e", values) if len(data) > MAX_BYTES else None


def _too_talkative(data: bytes, format: str) -> Fault | None:
    what = metadata.carried(data, format)
    if what and generated.is_marked(data):
        what = [GENERATED, *what]
    return Fault("V13f", {"what": "、".join(what)}) if what else None


def key_of(path: str, source: str) -> str:
    """The store's key for what was found in a file with the hash `source`."""
    return store.key(RULES, PurePath(path).suffix.lower(), source)


@dataclass(frozen=True)
class _Job:
    root: Path
    path: str


def faults(root: Path, files: Mapping[str, str], workers: Workers = HERE) -> Mapping[str, Fault]:
    """What is wrong with files below the project `root`, given with their hashes.

    Every file is looked at once; the store remembers what was found in the same bytes.
    """
    shelf = Store(root / store.PLACE)
    found = {path: shelf.get(key_of(path, source)) for path, source in files.items()}
    jobs = [_Job(root, path) for path, entry in found.items() if not entry]
    made = dict(zip((job.path for job in jobs), workers.each(_inspect, jobs), strict=True))
    notes = {path: entry.notes if entry else made[path] for path, entry in found.items()}
    return {
        path: Fault(note["code"], {name: text for name, text in note.items() if name != "code"})
        for path, note in notes.items()
        if note
    }


def _inspect(job: _Job) -> Mapping[str, str]:
    """Look at a file, and remember it under the bytes that were read: it may have changed."""
    data = (job.root / job.path).read_bytes()
    found = fault(job.path, data) or unfit(data)
    notes = {"code": found.code, **found.values} if found else {}
    key = key_of(job.path, hashlib.sha256(data).hexdigest())
    Store(job.root / store.PLACE).put(key, {}, notes)
    return notes
