"""What a picture carries is told by the place where it stands, byte by byte."""

from __future__ import annotations

import struct

import pytest
from PIL import Image

from campaign.images import metadata
from pictures import drawing, encoded, exif, heic, iptc, with_chunk, with_segment


def webp_with(name: bytes, body: bytes) -> bytes:
    """A WebP with one more chunk, which its header counts."""
    data = encoded(drawing(), "WEBP", lossless=True) + name + struct.pack("<I", len(body)) + body
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]


@pytest.mark.parametrize(
    ("marker", "body", "found"),
    [
        (0xE0, b"JFXX\0\x10" + bytes(20), "缩略图"),
        (0xE5, b"JFXX\0\x10" + bytes(20), metadata.OTHER),
        (0xE0, b"SomethingElse" * 2, metadata.OTHER),
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\x08", "缩略图"),
        (0xE2, exif(gps=True), metadata.OTHER),
        (0xE1, exif(gps=True), "拍摄位置"),
        (0xE1, metadata.XMP + b"\0<x/>", "XMP"),
        (0xE1, metadata.EXTENDED_XMP + b"\0<x/>", "XMP"),
        (0xED, iptc(), "IPTC"),
        (0xFE, b"words", "注释"),
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0", None),
        (0xE2, b"ICC_PROFILE\0\1\1", None),
        (0xEE, b"Adobe\0d\0\0\0\0\1", None),
    ],
)
def test_a_segment_is_named_for_what_it_is_where_it_stands(
    marker: int, body: bytes, found: str | None
) -> None:
    data = with_segment(encoded(drawing()), marker, body)
    assert metadata.carried(data, "JPEG") == ([found] if found else [])


@pytest.mark.parametrize("marker", [0x01, 0xD0, 0xD7, 0xD8, 0xFF])
def test_a_marker_without_a_length_hides_nothing_behind_it(marker: int) -> None:
    data = with_segment(encoded(drawing()), 0xE1, exif(gps=True))
    for start in (2, data.index(b"\xff\xe1")):
        hidden = data[:start] + bytes((0xFF, marker)) + data[start:]
        assert metadata.carried(hidden, "JPEG") == ["拍摄位置"]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_number_of_fill_bytes_may_stand_before_a_marker(count: int) -> None:
    data = with_segment(encoded(drawing()), 0xE1, exif(gps=True))
    filled = data.replace(b"\xff\xe1", b"\xff" * count + b"\xff\xe1", 1)
    assert metadata.carried(filled, "JPEG") == ["拍摄位置"]


def test_a_byte_of_the_pixels_that_looks_like_a_marker_is_none() -> None:
    data = encoded(Image.effect_noise((64, 64), 90).convert("RGB"))
    assert b"\xff\x00" in data
    assert metadata.carried(data, "JPEG") == []


@pytest.mark.parametrize(
    ("name", "body", "found"),
    [
        (b"iTXt", b"Comment\0\0\0\0\0words", "注释"),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>", "XMP"),
        (b"tEXt", b"XML:com.adobe.xmp\0<x/>", "注释"),
        (b"tIME", bytes(7), "修改时间"),
        (b"prVt", b"x", metadata.OTHER),
    ],
)
def test_a_chunk_of_a_png_is_named_for_what_it_is(name: bytes, body: bytes, found: str) -> None:
    assert metadata.carried(with_chunk(encoded(drawing(), "PNG"), name, body), "PNG") == [found]


def test_the_gravest_is_named_first() -> None:
    data = with_segment(encoded(drawing()), 0xFE, b"words")
    data = with_segment(data, 0xE0, b"JFXX\0\x10" + bytes(20))
    data = with_segment(data, 0xE1, metadata.XMP + b"\0<x/>")
    data = with_segment(data, 0xED, iptc())
    data = with_segment(data, 0xE5, b"x")
    data = with_segment(data, 0xE1, exif(gps=True, maker="m", serial="s"))
    names = ["拍摄位置", "设备序列号", "相机型号", "XMP", "IPTC", "缩略图", "注释", metadata.OTHER]
    assert metadata.carried(data, "JPEG") == names


@pytest.mark.parametrize("tag", [0xA431, 0xA435, 0xC62F])  # body, lens; camera in a DNG
@pytest.mark.parametrize("inner", [False, True])
def test_a_serial_number_is_found_in_either_directory(tag: int, inner: bool) -> None:
    block = Image.Exif()
    (block.get_ifd(metadata.EXIF) if inner else block)[tag] = "SECRET123"
    data = with_segment(encoded(drawing()), 0xE1, block.tobytes())
    assert metadata.carried(data, "JPEG") == ["设备序列号"]


@pytest.mark.parametrize("tag", [0x010F, 0x0110])  # Make, Model in Exif 3.0
def test_a_camera_is_found_by_its_maker_and_by_its_model(tag: int) -> None:
    block = Image.Exif()
    block[tag] = "Secret"
    data = with_segment(encoded(drawing()), 0xE1, block.tobytes())
    assert metadata.carried(data, "JPEG") == ["相机型号"]


def test_whatever_else_a_webp_holds_is_found() -> None:
    assert metadata.carried(webp_with(b"prVt", b"secret"), "WEBP") == [metadata.OTHER]
    assert metadata.carried(webp_with(b"prVt", b""), "WEBP") == [metadata.OTHER]
    assert metadata.carried(webp_with(b"ICCP", b"colour"), "WEBP") == []
    assert metadata.carried(webp_with(b"prVt", b"secret") + b"more", "WEBP") == [
        metadata.OTHER,
        metadata.BEHIND,
    ]


def test_what_lies_behind_the_end_of_a_webp_is_not_taken_for_a_part() -> None:
    data = encoded(drawing(), "WEBP", lossless=True)
    behind = data + b"prVt" + struct.pack("<I", 4) + b"text"
    assert metadata.carried(behind, "WEBP") == [metadata.BEHIND]


def test_a_webp_that_is_cut_off_is_walked_to_its_end() -> None:
    data = webp_with(b"EXIF", exif(gps=True)[6:])
    assert metadata.carried(data, "WEBP") == ["拍摄位置"]
    assert metadata.carried(data[:30], "WEBP") == []


@pytest.mark.parametrize("tag", [0x9003, 0x9004, 0x0132])  # original, digitised, changed
def test_the_moment_is_found_in_each_field_that_tells_it(tag: int) -> None:
    block = Image.Exif()
    (block if tag == 0x0132 else block.get_ifd(metadata.EXIF))[tag] = "2025:10:18 09:30:00"
    data = with_segment(encoded(drawing()), 0xE1, block.tobytes())
    assert metadata.carried(data, "JPEG") == [metadata.TIME]


def test_what_a_master_leaves_behind_is_named_for_every_format() -> None:
    block = exif(gps=True, maker="m")
    for format in ("JPEG", "PNG", "WEBP"):
        assert metadata.left_behind(encoded(drawing(), format, exif=block)) == [
            "拍摄位置",
            "相机型号",
        ]
        assert metadata.left_behind(encoded(drawing(), format)) == []


def test_what_a_master_of_heic_leaves_behind_is_named() -> None:
    pytest.importorskip("pillow_heif")
    block = exif(gps=True, taken="2025:10:18 09:30:00")
    assert metadata.left_behind(heic(drawing(), exif=block)) == ["拍摄位置", metadata.TIME]
