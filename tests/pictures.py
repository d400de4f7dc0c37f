"""Pictures for tests, made from code, and what cameras and attackers put into their files."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Sequence

from PIL import Image

Colour = tuple[int, int, int]
PATCHES: tuple[Colour, ...] = (
    (200, 40, 40),
    (40, 160, 170),
    (210, 70, 150),
    (40, 170, 60),
    (180, 30, 60),
    (60, 190, 90),
    (230, 120, 40),
    (120, 40, 170),
    (50, 60, 200),
    (190, 60, 40),
    (30, 140, 60),
    (220, 190, 40),
)
"""Saturated colours of the drawing, row by row: another one in each corner."""
COLUMNS = 4
SMALL, WIDE = (192, 96), (768, 384)
"""Sizes of the drawing; its patches end where blocks of a JPEG do."""


# Pictures


def drawing(
    colours: Sequence[Colour | int] = PATCHES, size: tuple[int, int] = SMALL, mode: str = "RGB"
) -> Image.Image:
    """Four columns and three rows of patches."""
    rows = len(colours) // COLUMNS
    image = Image.new(mode, size)
    width, height = size[0] // COLUMNS, size[1] // rows
    for at, colour in enumerate(colours):
        left, top = at % COLUMNS * width, at // COLUMNS * height
        image.paste(colour, (left, top, left + width, top + height))
    return image


def wide() -> Image.Image:
    return drawing(size=WIDE)


def gray() -> Image.Image:
    return drawing().convert("L").convert("RGB")


def noise(width: int, height: int, seed: int = 1) -> Image.Image:
    return Image.frombytes(
        "RGB", (width, height), random.Random(seed).randbytes(width * height * 3)
    )


def alphas() -> Image.Image:
    """How opaque the drawing is: not at all in the last column, half in the one before."""
    return drawing((255, 255, 128, 0) * 3, mode="L")


def on_white(image: Image.Image) -> Image.Image:
    return Image.composite(image, Image.new("RGB", image.size, "white"), alphas())


# Files


def encoded(image: Image.Image, format: str = "JPEG", **options: object) -> bytes:
    store = io.BytesIO()
    fine: dict[str, object] = {"quality": 95, "subsampling": 0} if format == "JPEG" else {}
    image.save(store, format, **{**fine, **options})
    return store.getvalue()


def heic(image: Image.Image, **options: object) -> bytes:
    import pillow_heif

    store = io.BytesIO()
    size, pixels = image.size, image.tobytes()
    pillow_heif.encode(image.mode, size, pixels, store, quality=95, chroma=444, **options)
    return store.getvalue()


def said_to_be(data: bytes, size: tuple[int, int]) -> bytes:
    """A HEIC file whose header tells of another size, as a bomb's does."""
    place = data.index(b"ispe") + 8
    return data[:place] + struct.pack(">II", *size) + data[place + 8 :]


def exif(**tags: object) -> bytes:
    """What a camera writes: `orientation`, `maker`, `serial`, `taken`, `gps`."""
    data = Image.Exif()
    if "orientation" in tags:
        data[0x0112] = tags["orientation"]
    if "maker" in tags:
        data[0x010F], data[0x0110] = tags["maker"], "SecretModel"
    if "serial" in tags:
        data.get_ifd(0x8769)[0xA431] = tags["serial"]
    if "taken" in tags:
        data.get_ifd(0x8769)[0x9003] = tags["taken"]
    if "gps" in tags:
        place = {1: "N", 2: (31.0, 14.0, 5.0), 3: "E", 4: (121.0, 28.0, 5.0)}
        data.get_ifd(0x8825).update(place)
    return data.tobytes()


def exif_with_thumbnail() -> bytes:
    """A block whose second directory points to a small JPEG."""
    thumbnail = encoded(drawing(), quality=30)
    return b"".join(
        (
            b"Exif\0\0",
            struct.pack(">2sHI", b"MM", 42, 8),
            struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, 1, 0, 26),
            struct.pack(">HHHIHH", 3, 0x0103, 3, 1, 6, 0),
            struct.pack(">HHII", 0x0201, 4, 1, 68),
            struct.pack(">HHIII", 0x0202, 4, 1, len(thumbnail), 0),
            thumbnail,
        )
    )


def with_segment(data: bytes, marker: int, body: bytes) -> bytes:
    """A JPEG with one more segment behind its JFIF header."""
    at = 4 + int.from_bytes(data[4:6])
    return data[:at] + struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body + data[at:]


def with_late_comment(data: bytes) -> bytes:
    """A JPEG with a comment between its pixels and its end."""
    return data[:-2] + struct.pack(">BBH", 0xFF, 0xFE, 14) + b"SecretThing!" + data[-2:]


def with_jfif_thumbnail(data: bytes) -> bytes:
    """A JPEG with 8 × 8 pixels in its JFIF header."""
    rest = data[4 + int.from_bytes(data[4:6]) :]
    body = b"JFIF\0\1\1\0\0\1\0\1\x08\x08" + bytes(8 * 8 * 3)
    return data[:2] + struct.pack(">BBH", 0xFF, 0xE0, len(body) + 2) + body + rest


def with_height(data: bytes, height: int) -> bytes:
    """A JPEG whose header says another height than its pixels have."""
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">H", height) + data[at + 2 :]


def with_sides(data: bytes, side: int) -> bytes:
    """A lossy WebP whose header says that it is a square of this side (RFC 6386, 9.1)."""
    at = data.index(b"\x9d\x01\x2a") + 3
    return data[:at] + struct.pack("<HH", side, side) + data[at + 4 :]


def iptc() -> bytes:
    """The body of a segment as picture agencies write it: the name of the author."""
    record = b"\x1c\x02\x50" + struct.pack(">H", 12) + b"SecretAuthor"
    head = b"Photoshop 3.0\x008BIM\x04\x04\0\0"
    return head + struct.pack(">I", len(record)) + record + bytes(len(record) % 2)


def chunk(name: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + checksum


def with_chunk(data: bytes, name: bytes, body: bytes) -> bytes:
    """A PNG with one more chunk behind its header."""
    return data[:33] + chunk(name, body) + data[33:]


def png(size: tuple[int, int], bits: int, kind: int, squeezed: bytes) -> bytes:
    """A PNG of rows that are compressed already; kinds: 0 gray, 2 RGB."""
    header = struct.pack(">IIBBBBB", *size, bits, kind, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", squeezed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def sixteen_bits(image: Image.Image) -> bytes:
    """An RGB or gray picture as a PNG of 16 bits a channel."""
    kind, width = (2, image.width * 3) if image.mode == "RGB" else (0, image.width)
    deep = bytes(part for value in image.tobytes() for part in (value, value))
    rows = [b"\0" + deep[at : at + 2 * width] for at in range(0, len(deep), 2 * width)]
    return png(image.size, 16, kind, zlib.compress(b"".join(rows)))


def black_png(width: int, height: int, bits: int, kind: int) -> bytes:
    """A whole and valid PNG of any size, made at once."""
    row = 1 + (width * bits * (3 if kind == 2 else 1) + 7) // 8
    return png((width, height), bits, kind, squeezed_zeros(row * height))


def squeezed_zeros(count: int) -> bytes:
    """Zeros in zlib's format. A full flush forgets what went before, so a piece can be repeated."""
    block = 1 << 20
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = squeezer.compress(bytes(block)) + squeezer.flush(zlib.Z_FULL_FLUSH)
    last = zlib.compressobj(9, zlib.DEFLATED, -15)
    rest = last.compress(bytes(count % block)) + last.flush()
    adler = (count % 65521) << 16 | 1
    return b"\x78\xda" + piece * (count // block) + rest + struct.pack(">I", adler)


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def frames(format: str) -> bytes:
    return encoded(drawing(), format, save_all=True, append_images=[noise(*SMALL)])
