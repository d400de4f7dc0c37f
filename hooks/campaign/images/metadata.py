"""What a picture file carries beside its pixels, found by walking its own segments.

Read from the bytes and not through a decoder: what a decoder leaves aside (a second
picture behind the first, text behind the end) is published with the file all the same.
Formats: JPEG by ITU-T T.81 annex B and Exif 3.0; PNG by its specification, 3rd edition;
WebP by RFC 9649.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from PIL import ExifTags, Image

from campaign.images.decoding import format_of, opened, quiet

GPS, MAKER, MODEL, EXIF = 0x8825, 0x010F, 0x0110, 0x8769
TAKEN, DIGITISED, CHANGED = 0x9003, 0x9004, 0x0132
SERIALS = (0xA431, 0xA435, 0xC62F)
"""Serial numbers of the camera's body, of the lens, and of the camera in a DNG."""
XMP = b"http://ns.adobe.com/xap/1.0/"
EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/"
STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG markers without a length: TEM, the restarts, and the beginning."""
PNG_TEXT = {b"tEXt": "注释", b"zTXt": "注释", b"iTXt": "注释", b"tIME": "修改时间"}
PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP"}
    | {b"pHYs", b"sBIT", b"bKGD"}
)
WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
PLACE, TIME = "拍摄位置", "拍摄时间"
OTHER = "其他附加信息"
BEHIND = "图片末尾之后的数据"


def carried(data: bytes, format: str) -> list[str]:
    """Names of what stands beside the pixels, gravest first; empty for a clean file."""
    return _ordered({"JPEG": _jpeg, "PNG": _png, "WEBP": _webp}[format](data))


def left_behind(data: bytes) -> list[str]:
    """Names of what does not come along when a master is made of a photo, gravest first.

    Raises Unreadable for what is no photo.
    """
    format = format_of(data) or ""
    if format in ("JPEG", "PNG", "WEBP"):
        return carried(data, format)
    told = opened(data).info
    found = [*_exif(told["exif"])] if told.get("exif") else []
    return _ordered([*found, *(["XMP"] if told.get("xmp") else [])])


ORDER = (PLACE, "设备序列号", "相机型号", TIME, "XMP", "IPTC", "缩略图", "注释")


def _ordered(found: Iterable[str]) -> list[str]:
    known = dict.fromkeys(found)
    return sorted(known, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


def _exif(block: bytes) -> Iterator[str]:
    """What an Exif block tells; the block itself when it tells nothing that we name."""
    exif = Image.Exif()
    try:
        with quiet():
            exif.load(block)
            named = list(_named(exif, exif.get_ifd(EXIF)))
    except Exception:  # any bytes can stand there, and Pillow's parser trusts them
        named = []
    yield from named or ["EXIF"]


def _named(exif: Image.Exif, inner: dict[int, object]) -> Iterator[str]:
    if exif.get_ifd(GPS) or GPS in exif:
        yield PLACE
    if any(tag in exif or tag in inner for tag in SERIALS):
        yield "设备序列号"
    if MAKER in exif or MODEL in exif:
        yield "相机型号"
    if any(exif.get(tag) or inner.get(tag) for tag in (TAKEN, DIGITISED, CHANGED)):
        yield TIME
    if exif.get_ifd(ExifTags.IFD.IFD1):
        yield "缩略图"


def _jpeg(data: bytes) -> Iterator[str]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in STANDALONE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == 0xD9:
            break
        length = int.from_bytes(data[at + 2 : at + 4])
        yield from _jpeg_segment(marker, data[at + 4 : at + 2 + length])
        at += 2 + length
        if marker == 0xDA:
            at = _after_scan(data, at)
    if at + 2 < len(data):
        yield BEHIND


def _after_scan(data: bytes, at: int) -> int:
    """Where the marker stands that ends the compressed pixels."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] not in (0x00, *range(0xD0, 0xD8)):
            return at
        at += 2
    return len(data)


def _jpeg_segment(marker: int, body: bytes) -> Iterator[str]:
    if marker == 0xFE:
        yield "注释"
    elif marker == 0xE1 and body.startswith(b"Exif\0\0"):
        yield from _exif(body)
    elif marker == 0xE1 and body.startswith((XMP, EXTENDED_XMP)):
        yield "XMP"
    elif marker == 0xED:
        yield "IPTC"
    elif marker == 0xE0 and (body.startswith(b"JFXX") or _has_thumbnail(body)):
        yield "缩略图"
    elif 0xE0 <= marker <= 0xEF and not body.startswith((b"JFIF\0", b"Adobe", b"ICC_PROFILE\0")):
        yield OTHER


def _has_thumbnail(jfif: bytes) -> bool:
    """The last two bytes of a JFIF header are the sides of a picture behind it."""
    return jfif.startswith(b"JFIF\0") and any(jfif[12:14])


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        at += 12 + length
        if name == b"eXIf":
            yield from _exif(body)
        elif name == b"iTXt" and body.startswith(b"XML:com.adobe.xmp"):
            yield "XMP"
        elif name not in PNG_KEPT:
            yield PNG_TEXT.get(name, OTHER)
        if name == b"IEND":
            break
    if at < len(data):
        yield BEHIND


def _webp(data: bytes) -> Iterator[str]:
    end = 8 + int.from_bytes(data[4:8], "little")
    at = 12
    while at + 8 <= min(end, len(data)):
        name, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
        if name == b"EXIF":
            yield from _exif(body)
        elif name == b"XMP ":
            yield "XMP"
        elif name not in WEBP_KEPT:
            yield OTHER
    if end + end % 2 < len(data):
        yield BEHIND
