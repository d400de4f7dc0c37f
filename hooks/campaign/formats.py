"""Which files are what, by the ending of their name: the one list, which every part asks.

What an ending promises is looked at in the bytes: `fits` says whether they begin as they must.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

PHOTOS: Mapping[str, str] = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""What may lie in a gallery, with the decoder's name for it."""
TELEPHONE = frozenset({".heic", ".heif"})
"""Photos that are taken in, and kept as another format."""
DRAWINGS = frozenset({".svg"})
"""Pictures that can hold scripts: never taken, never published."""
PICTURES = frozenset(
    {*PHOTOS, *TELEPHONE, *DRAWINGS, ".gif", ".avif", ".tif", ".tiff", ".bmp", ".jfif"}
)
"""What is plainly meant as a picture; the checks of photos say which may stay."""
DERIVED = frozenset({".webp", ".jpg", ".avif"})
"""What is published of photos."""

RECORDINGS = frozenset({".mp3", ".m4a"})
"""What browsers play everywhere."""
DOCUMENT, WORKBOOK = ".docx", ".xlsx"
OFFICE = frozenset({DOCUMENT, WORKBOOK, ".pptx"})
"""ISO/IEC 29500, which Word, Excel, PowerPoint and WPS write."""
ATTACHMENTS = frozenset({*OFFICE, ".pdf", ".ofd"})
"""What an entry may offer to take away; OFD is GB/T 33190."""
SAVE_AS: Mapping[str, str] = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".dot", ".wpt", ".odt"), ".docx、.pdf"),
    **dict.fromkeys((".xls", ".et", ".csv", ".ods", ".xlsm"), ".xlsx"),
    **dict.fromkeys((".ppt", ".dps", ".pps", ".odp"), ".pptx、.pdf"),
    ".docm": ".docx",
    ".ceb": ".pdf、.ofd",
}
"""What offices send, besides, and as what it can be saved: in an old format nobody can see who
wrote it and whose numbers are in it."""

PACKED = (*PHOTOS, *OFFICE, *RECORDINGS, ".avif", ".ofd", ".woff2", ".gz")
"""What another compression would not make smaller."""

LFS = b"version https://git-lfs.github.com/spec/"
BEGINNING = 64
"""Bytes that tell the type of a file."""


def is_lfs_pointer(head: bytes) -> bool:
    """Whether this is not the file, but where Git LFS keeps it."""
    return head.startswith(LFS)


def fits(ending: str, head: bytes) -> bool:
    """Whether a file with this ending begins as it must."""
    return ending in BEGINS and BEGINS[ending](head)


BEGINS: Mapping[str, Callable[[bytes], bool]] = {
    **dict.fromkeys((*OFFICE, ".ofd"), lambda head: head[:4] == b"PK\3\4"),
    ".pdf": lambda head: head[:5] == b"%PDF-",
    ".mp3": lambda head: head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"),
    ".m4a": lambda head: head[4:8] == b"ftyp",
}
