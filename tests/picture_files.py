"""Picture files for tests: good ones, careless ones and hostile ones.

`FIXTURES` says of each what happens to it when it is added (it is made into a master, or
refused) and which rule stops it in the repository (`code`, or none).
"""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from PIL import Image
from PIL.Image import Transpose

from colour_profiles import p3_profile, profile
from pictures import (
    PATCHES,
    SMALL,
    alphas,
    black_png,
    drawing,
    encoded,
    exif,
    exif_with_thumbnail,
    frames,
    gray,
    half,
    heic,
    iptc,
    noise,
    on_white,
    said_to_be,
    sixteen_bits,
    squeezed_zeros,
    wide,
    with_chunk,
    with_height,
    with_jfif_thumbnail,
    with_late_comment,
    with_segment,
    with_sides,
)

STORED = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
"""How a camera that was held so stores an upright picture, by the value of its orientation."""
TAKEN = "2025:10:18 09:30:00"
PROFILES = ("none", "srgb", "p3")
XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="31,14.5N"
 exif:GPSLongitude="121,28.5E"/></rdf:RDF></x:xmpmeta>"""
HTML = b"<!doctype html><script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@dataclass(frozen=True)
class Fixture:
    """A file, what is to become of it, and why."""

    name: str
    make: Callable[[], bytes]
    code: str | None = None
    """The rule that stops this file in the repository."""
    add: Literal["accept", "refuse"] = "accept"
    what: str = ""
    """What the message of V13f must name."""
    truth: Callable[[], Image.Image] | None = None
    """The picture as it should look, where colours are tested."""
    needs: str | None = None
    """The module without which this file cannot be made."""

    @cached_property
    def data(self) -> bytes:
        return self.make()

    @property
    def check(self) -> Literal["accept", "mend", "refuse"]:
        """What becomes of the file once it lies in the repository."""
        if self.code is None:
            return "accept"
        return "mend" if self.add == "accept" else "refuse"


def turned(orientation: int, colours: str) -> bytes:
    """The wide drawing as a camera stores it when it is held in one of eight ways."""
    stored = wide().transpose(STORED[orientation]) if orientation in STORED else wide()
    return encoded(stored, exif=exif(orientation=orientation), icc_profile=profile(colours))


def profiled(format: str, colours: str) -> bytes:
    """The drawing with a colour profile and nothing else beside its pixels."""
    image = wide() if format == "JPEG" else drawing()
    fine = {"lossless": True} if format == "WEBP" else {}
    return encoded(image, format, icc_profile=profile(colours) or b"", **fine)


def _turned() -> Iterator[Fixture]:
    for orientation in range(1, 9):
        for colours in PROFILES:
            name = f"turned-{orientation}-{colours}.jpg"
            make = partial(turned, orientation, colours)
            yield Fixture(name, make, "V13f", what="EXIF", truth=wide)


def _good() -> Iterator[Fixture]:
    for colours in PROFILES:
        yield Fixture(f"plain-{colours}.jpg", partial(profiled, "JPEG", colours), truth=wide)
        yield Fixture(f"plain-{colours}.png", partial(profiled, "PNG", colours), truth=drawing)
        yield Fixture(f"plain-{colours}.webp", partial(profiled, "WEBP", colours), truth=drawing)
    yield Fixture("lossy.webp", lambda: encoded(drawing(), "WEBP", quality=95), truth=drawing)
    yield Fixture("progressive.jpg", lambda: encoded(drawing(), progressive=True), truth=drawing)
    yield Fixture("gray.jpg", lambda: encoded(drawing().convert("L")), truth=gray)
    yield Fixture("cmyk.jpg", lambda: encoded(drawing().convert("CMYK")), truth=drawing)
    yield Fixture("suffix.JPEG", lambda: encoded(drawing()), truth=drawing)
    yield Fixture("gray-16.png", lambda: sixteen_bits(drawing().convert("L")), truth=gray)
    yield Fixture("rgb-16.png", lambda: sixteen_bits(drawing()), truth=drawing)
    yield Fixture("bilevel.png", lambda: encoded(drawing().convert("1"), "PNG"))
    yield Fixture("large.jpg", lambda: encoded(drawing(size=(3200, 1600)), quality=70))
    yield Fixture("tall.jpg", lambda: encoded(drawing(size=(64, 960))))
    yield Fixture("one-pixel.png", lambda: encoded(Image.new("RGB", (1, 1)), "PNG"))
    yield Fixture("noise.jpg", lambda: encoded(noise(320, 240)))


def _see_through() -> Iterator[Fixture]:
    def rgba() -> Image.Image:
        image = drawing()
        image.putalpha(alphas())
        return image

    def palette(transparency: int | bytes) -> bytes:
        image = drawing(range(12), mode="P")
        image.putpalette([part for colour in PATCHES for part in colour])
        return encoded(image, "PNG", transparency=transparency)

    def without_last() -> Image.Image:
        return drawing((*PATCHES[:-1], (255, 255, 255)))

    def gray_without_last(bits: int) -> bytes:
        """A gray PNG that names one value as transparent: that of the last patch."""
        image = drawing().convert("L")
        value = image.getpixel((SMALL[0] - 1, SMALL[1] - 1))
        assert isinstance(value, int)
        plain = sixteen_bits(image) if bits == 16 else encoded(image, "PNG")
        return with_chunk(plain, b"tRNS", struct.pack(">H", value * 257 if bits == 16 else value))

    def gray_truth() -> Image.Image:
        image = gray()
        image.paste((255, 255, 255), (144, 64, *SMALL))
        return image

    yield Fixture("rgba.png", lambda: encoded(rgba(), "PNG"), truth=lambda: on_white(drawing()))
    yield Fixture(
        "la.png", lambda: encoded(rgba().convert("LA"), "PNG"), truth=lambda: on_white(gray())
    )
    yield Fixture(
        "rgba.webp",
        lambda: encoded(rgba(), "WEBP", lossless=True),
        truth=lambda: on_white(drawing()),
    )
    yield Fixture("palette.png", lambda: palette(11), truth=without_last)
    yield Fixture(
        "palette-alphas.png", lambda: palette(bytes([255] * 11 + [0])), truth=without_last
    )
    for bits in (8, 16):
        yield Fixture(f"see-through-{bits}.png", partial(gray_without_last, bits), truth=gray_truth)


def _heic() -> Iterator[Fixture]:
    need = partial(Fixture, code="V13h", needs="pillow_heif", truth=wide)
    secrets = {"taken": TAKEN, "gps": True, "maker": "SecretMaker"}
    yield need("plain.heic", lambda: heic(wide()))
    yield need("p3.heic", lambda: heic(wide(), icc_profile=p3_profile(), icc_profile_type="prof"))
    yield need("secrets.heic", lambda: heic(wide(), exif=exif(**secrets)))
    yield need("turned.heic", lambda: heic(wide().transpose(STORED[6]), exif=exif(orientation=6)))
    yield need("named.jpg", lambda: heic(wide()))
    refuse = partial(Fixture, code="V13h", needs="pillow_heif", add="refuse")
    yield refuse("cut.heic", lambda: half(heic(noise(200, 100))))
    yield refuse(
        "90-megapixels.heic",
        lambda: said_to_be(heic(wide()), (10_000, 9_000)),
    )


def _carriers() -> Iterator[Fixture]:
    def jpeg(name: str, what: str, make: Callable[[bytes], bytes]) -> Fixture:
        return Fixture(
            f"{name}.jpg", lambda: make(encoded(drawing())), "V13f", what=what, truth=drawing
        )

    def other(name: str, what: str, make: Callable[[], bytes]) -> Fixture:
        return Fixture(name, make, "V13f", what=what, truth=drawing)

    def with_exif(**tags: object) -> Callable[[bytes], bytes]:
        return lambda data: with_segment(data, 0xE1, exif(**tags))

    def with_body(marker: int, body: bytes) -> Callable[[bytes], bytes]:
        return lambda data: with_segment(data, marker, body)

    yield jpeg("gps", "位置", with_exif(gps=True))
    yield jpeg("maker", "相机", with_exif(maker="SecretMaker"))
    yield jpeg("serial", "序列号", with_exif(serial="SECRET123"))
    yield jpeg("taken", "拍摄时间", with_exif(taken=TAKEN))
    yield jpeg("xmp", "XMP", with_body(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP))
    yield jpeg("iptc", "IPTC", with_body(0xED, iptc()))
    yield jpeg("comment", "注释", with_body(0xFE, b"SecretComment"))
    yield jpeg("late-comment", "注释", with_late_comment)
    yield jpeg("html-comment", "注释", with_body(0xFE, HTML))
    yield jpeg("html-behind", "末尾", lambda data: data + HTML)
    yield jpeg("second-picture", "末尾", lambda data: data + encoded(noise(64, 48)))
    yield jpeg("thumbnail", "缩略图", with_body(0xE1, exif_with_thumbnail()))
    yield jpeg("jfif-thumbnail", "缩略图", with_jfif_thumbnail)
    yield jpeg("jfxx-thumbnail", "缩略图", with_body(0xE0, b"JFXX\0\x10" + encoded(noise(32, 24))))
    yield jpeg("application", "", with_body(0xE5, b"SecretThing"))
    yield other("broken-exif.jpg", "EXIF", lambda: encoded(drawing(), exif=b"Exif\0\0MM\0*\xff"))
    yield other("mpo.jpg", "末尾", lambda: frames("MPO"))

    def png_of(name: bytes, body: bytes) -> Callable[[], bytes]:
        return lambda: with_chunk(encoded(drawing(), "PNG"), name, body)

    packet = b"XML:com.adobe.xmp\0\0\0\0\0" + XMP
    yield other("text.png", "注释", png_of(b"tEXt", b"Comment\0SecretNote"))
    yield other("packed-text.png", "注释", png_of(b"zTXt", b"Comment\0\0" + zlib.compress(b"S")))
    yield other("xmp.png", "XMP", png_of(b"iTXt", packet))
    yield other("gps.png", "位置", png_of(b"eXIf", exif(gps=True)[6:]))
    yield other("maker.png", "相机", png_of(b"eXIf", exif(maker="SecretMaker")[6:]))
    yield other("private.png", "", png_of(b"prVt", b"SecretThing"))
    yield other("behind.png", "末尾", lambda: encoded(drawing(), "PNG") + HTML)
    yield other(
        "gps.webp", "位置", lambda: encoded(drawing(), "WEBP", lossless=True, exif=exif(gps=True))
    )
    yield other("xmp.webp", "XMP", lambda: encoded(drawing(), "WEBP", lossless=True, xmp=XMP))
    yield other("behind.webp", "末尾", lambda: encoded(drawing(), "WEBP", lossless=True) + HTML)


def _careless() -> Iterator[Fixture]:
    yield Fixture("png.jpg", lambda: encoded(drawing(), "PNG"), "V13b", truth=drawing)
    yield Fixture("jpeg.png", lambda: encoded(drawing()), "V13b", truth=drawing)
    yield Fixture("webp.jpg", lambda: encoded(drawing(), "WEBP", lossless=True), "V13b")
    yield Fixture("heavy.jpg", lambda: encoded(noise(1400, 900)), "V13e")


def _refused() -> Iterator[Fixture]:
    refuse = partial(Fixture, add="refuse")
    yield refuse("empty.jpg", bytes, "V13a")
    yield refuse("text.jpg", lambda: "这不是照片。\n".encode(), "V13a")
    yield refuse("bytes.png", lambda: random.Random(2).randbytes(5000), "V13a")
    yield refuse("page.jpg", lambda: HTML, "V13a")
    yield refuse("header.jpg", lambda: encoded(drawing())[:20], "V13g")
    yield refuse("header.png", lambda: encoded(drawing(), "PNG")[:33], "V13g")
    yield refuse("header.webp", lambda: encoded(drawing(), "WEBP")[:12], "V13g")
    yield refuse("cut.jpg", lambda: half(encoded(noise(200, 100))), "V13g")
    yield refuse(
        "cut-progressive.jpg", lambda: half(encoded(noise(200, 100), progressive=True)), "V13g"
    )
    yield refuse("cut.png", lambda: half(encoded(noise(200, 100), "PNG")), "V13g")
    yield refuse("cut.webp", lambda: half(encoded(noise(200, 100), "WEBP")), "V13g")
    yield refuse("animated.webp", lambda: frames("WEBP"), "V13c")
    yield refuse("animated.png", lambda: frames("PNG"), "V13c")
    yield refuse("animated.gif", lambda: frames("GIF"), "V13h")
    yield refuse("gif.jpg", lambda: encoded(drawing(), "GIF"), "V13h")
    yield refuse("script.svg", lambda: SVG, "V13h")
    yield refuse("svg.jpg", lambda: b'<?xml version="1.0"?>\n' + SVG, "V13h")
    yield refuse("picture.bmp", lambda: encoded(drawing(), "BMP"), "V13h")
    yield refuse("picture.tiff", lambda: encoded(drawing(), "TIFF"), "V13h")
    yield refuse("tiff.jpg", lambda: encoded(drawing(), "TIFF"), "V13h")
    yield refuse("picture.avif", lambda: encoded(drawing(), "AVIF", speed=10), "V13h")
    yield refuse("bomb.png", lambda: black_png(60_000, 60_000, 1, 0), "V13d")
    yield refuse("colour-bomb.png", lambda: black_png(16_000, 16_000, 8, 2), "V13d")
    yield refuse("61-megapixels.png", lambda: black_png(10_000, 6_100, 1, 0), "V13d")
    yield refuse(
        "61-megapixels.jpg",
        lambda: with_height(encoded(Image.new("L", (10_000, 8))), 6_100),
        "V13d",
    )
    for side in (9_000, 16_383):
        yield refuse(
            f"square-{side}.webp", partial(with_sides, encoded(drawing(), "WEBP"), side), "V13d"
        )
    yield refuse(
        "text-bomb.png",
        lambda: with_chunk(
            encoded(drawing(), "PNG"), b"zTXt", b"Comment\0\0" + squeezed_zeros(300_000_000)
        ),
        "V13g",
    )


FIXTURES: tuple[Fixture, ...] = (
    *_turned(),
    *_good(),
    *_see_through(),
    *_heic(),
    *_carriers(),
    *_careless(),
    *_refused(),
)
BY_NAME = {fixture.name: fixture for fixture in FIXTURES}
