"""Changing a picture that is in a gallery already, under its own name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from campaign import atomic
from campaign.formats import PHOTOS
from campaign.images import generated, screening
from campaign.images.decoding import Unreadable
from campaign.images.master import Box, cleaned, turned
from campaign.photos.gallery_file import GalleryFile
from campaign.photos.intake import REASONS, SAID, Outcome
from campaign.photos.originals import set_aside


def mend(root: Path, path: Path, blur: Sequence[Box] = ()) -> Outcome:
    """Clean a picture that is in a gallery already, under its own name.

    Its original is moved aside. A clean picture is left alone unless something is to be
    blurred in it.
    """
    suffix = path.suffix.lower()
    if not path.is_file():
        return Outcome(path, "", "没有这个文件。There is no such file.")
    if suffix not in PHOTOS:
        words = "请用 photos add 加入相册。Add it to the gallery with photos add."
        return Outcome(path, "", words)
    data = path.read_bytes()
    if not blur and screening.fault(path.name, data) is None:
        return Outcome(path, path.stem, "本来就是干净的，没有改动。It is clean already.")
    try:
        clean = cleaned(data, PHOTOS[suffix], blur)
    except Unreadable as error:
        return Outcome(path, "", "".join(REASONS[error.reason]), error.reason)
    if screening.fault(path.name, clean):
        words = "清理后仍然太大，请另存为 JPEG 再加。It is too large still: save it as JPEG."
        return Outcome(path, "", words)
    is_marked = generated.is_marked(data)
    if is_marked:
        _keep_mark(path)
    aside = set_aside(root, path, data)
    atomic.replace(path, clean)
    words = f"已清理，原图移到 {aside.relative_to(root)}。Cleaned; the original is there."
    return Outcome(path, path.stem, f"{words}{SAID if is_marked else ''}")


def _keep_mark(path: Path) -> None:
    """Write into the gallery what cleaning takes out of the file. Raises Refused."""
    listed = GalleryFile(path.parent / "gallery.yml")
    if listed.mark_generated(path.name):
        listed.write()


def turn(path: Path, quarter: Image.Transpose) -> None:
    """Turn a clean picture. Raises Unreadable and OSError, and then it is as it was."""
    data = path.read_bytes()
    atomic.replace(path, turned(data, PHOTOS[path.suffix.lower()], quarter))
