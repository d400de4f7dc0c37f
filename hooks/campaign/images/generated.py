"""Whether a picture file says that a machine made the picture.

GB 45438-2025 has makers write `AIGC` with a `Label` into the metadata: XMP, Exif's comment,
or a text chunk of PNG. IPTC and C2PA name the digital source type.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

MARK = re.compile(rb"AIGC.{0,60}?Label|(?:compositeWith)?trainedAlgorithmicMedia", re.S | re.I)
PNG = b"\x89PNG\r\n\x1a\n"
SQUEEZED = frozenset({b"zTXt", b"iTXt"})
LARGEST = 1 << 20
"""Bytes of a text that are unpacked: marks stand at its beginning."""


def is_marked(data: bytes) -> bool:
    """Whether the file carries such a mark, in whatever part and encoding."""
    return any(MARK.search(text) for text in (data, data.replace(b"\0", b""), *_unpacked(data)))


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The compressed texts of a PNG."""
    at = len(PNG) if data.startswith(PNG) else len(data)
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if name in SQUEEZED:
            keyword, _, rest = body.partition(b"\0")
            yield keyword + b" " + _inflated(rest[rest.find(b"\x78") :])
        at += 12 + length


def _inflated(squeezed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(squeezed, LARGEST)
    except zlib.error:
        return b""
