"""Whether a file of an office may be published, and what is wrong if not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePath

from campaign import formats
from campaign.attachments import office
from campaign.attachments.content import Content, Unreadable
from campaign.keeping import Kept
from campaign.privacy import personal
from campaign.privacy.finding import Finding

PLACE = ".cache/attachments"
"""Where findings are kept, relative to the project."""
ENGINE = ("attachments/*.py", "privacy/*.py", "formats.py", "images/metadata.py")


@dataclass(frozen=True)
class Look:
    """What was found in a file."""

    code: str = ""
    """The rule that it breaks; empty for a file that may be published as it is."""
    values: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    """The numbers of people in its text."""


def look(name: str, data: bytes) -> Look:
    """The gravest thing that is wrong with a file, and whose numbers are in it."""
    ending = PurePath(name).suffix.lower()
    if formats.is_lfs_pointer(data):
        return Look("V49g")
    if not formats.fits(ending, data[: formats.BEGINNING]):
        return Look("V49c", {"format": ending})
    if ending not in formats.ATTACHMENTS:
        return Look()
    try:
        content = _content(ending, data)
    except Unreadable:
        return Look("V49f")
    findings = tuple(found for line in content.lines for found in personal.found(line))
    if content.told:
        return Look("V49d", {"what": "、".join(content.told)}, findings)
    return Look("", {}, findings)


def _content(ending: str, data: bytes) -> Content:
    if ending != ".pdf":
        return office.read(data)
    from campaign.attachments import pdf  # its parser is for those who have such files

    return pdf.read(data)


def looks(root: Path, paths: Iterable[str]) -> Mapping[str, Look]:
    """What is found in files below the project `root`, by their paths there.

    Each is looked at once; what was found in the same bytes is remembered.
    """
    kept = Kept(root / PLACE, engine_key())
    found = {path: _look(root, path, kept) for path in paths}
    kept.write()
    return found


def _look(root: Path, path: str, kept: Kept) -> Look:
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        return Look("Y12", {"reason": str(error.strerror or error)})
    key = f"{path} {hashlib.sha256(data).hexdigest()}"
    found: Look | None = kept.get(key)
    if found is None:
        found = look(path, data)
        kept.put(key, found)
    return found


@cache
def engine_key() -> str:
    """A hash of all that a look depends on, but for the file."""
    campaign = Path(__file__).parents[1]
    made = hashlib.sha256(version("pypdf").encode())
    for path in sorted(path for pattern in ENGINE for path in campaign.glob(pattern)):
        made.update(path.name.encode() + path.read_bytes())
    return made.hexdigest()[:32]
