from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from campaign import photos
from campaign.outputs import Output
from campaign.photos import MAX_PIXELS, open_image, outputs, pictures
from campaign.site import Site
from projects import load

GALLERY = "title: 节日\ndate: 2025-10-18\nphotos:\n"
PHOTO = "  - {{file: {file}, alt: 居民们围坐在长桌旁吃饭, licence: own, people: crowd}}\n"
FOLDER = "showcases/galleries/day"
ORIENTATION, GPS, MAKE, COMMENT = 0x0112, 0x8825, 0x010F, 0x9286
RED, BLUE = (200, 30, 30), (30, 30, 200)


def drawn(width: int, height: int) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), RED)
    ImageDraw.Draw(image).rectangle((width // 2, 0, width, height), fill=BLUE)
    return image


def encoded(image: Image.Image, format: str = "JPEG", **options: object) -> bytes:
    store = io.BytesIO()
    image.save(store, format, **options)
    return store.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: which way is up, who made it, where it was."""
    data = Image.Exif()
    data[ORIENTATION] = orientation
    data[MAKE] = "SecretPhone"
    data.get_ifd(GPS).update({1: "N", 2: (31.0, 14.0, 5.0)})
    data.get_ifd(0x8769)[COMMENT] = b"SecretComment"
    return data


def png_of(width: int, height: int) -> bytes:
    """The beginning of a picture of any size, without its pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        rest = name + data
        return struct.pack(">I", len(data)) + rest + struct.pack(">I", zlib.crc32(rest))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0"))


def site_with(root: Path, **files: bytes) -> Site:
    """A site whose one gallery holds these pictures; `a_jpg` is the file a.jpg."""
    named = {name.replace("_", "."): data for name, data in files.items()}
    rows = "".join(PHOTO.format(file=name) for name in named)
    written = {f"{FOLDER}/{name}": data for name, data in named.items()}
    site, _ = load(root, {f"{FOLDER}/gallery.yml": GALLERY + rows, **written})
    return site


def data_of(found: Output) -> bytes:
    return found.data.read_bytes() if isinstance(found.data, Path) else found.data


def made(site: Site) -> dict[str, bytes]:
    return {found.path: data_of(found) for found in outputs(site)}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(colour: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(a - b) < 40 for a, b in zip(colour, wanted, strict=True))


# Sizes


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (300, [300]),
        (480, [480]),
        (959, [480]),
        (960, [480, 960]),
        (1600, [480, 960, 1600]),
        (2000, [480, 960, 1600]),
    ],
)
def test_derivatives_are_never_wider_than_the_original(
    tmp_path: Path, width: int, widths: list[int]
) -> None:
    found = made(site_with(tmp_path, a_jpg=encoded(drawn(width, width // 2))))
    paths = ["photos/day/a.jpg", *(f"photos/day/a-{each}.webp" for each in widths)]
    assert list(found) == paths
    assert opened(found["photos/day/a.jpg"]).width == min(width, 960)
    for each in widths:
        assert opened(found[f"photos/day/a-{each}.webp"]).size == (each, each // 2)


def test_derivatives_are_webp_and_one_jpeg_of_the_same_picture(tmp_path: Path) -> None:
    found = made(site_with(tmp_path, a_png=encoded(drawn(600, 300), "PNG")))
    assert {path: opened(data).format for path, data in found.items()} == {
        "photos/day/a.jpg": "JPEG",
        "photos/day/a-480.webp": "WEBP",
    }
    for data in found.values():
        image = opened(data).convert("RGB")
        assert near(image.getpixel((10, 10)), RED)
        assert near(image.getpixel((image.width - 10, 10)), BLUE)


def test_a_very_wide_picture_keeps_a_line_of_height(tmp_path: Path) -> None:
    found = made(site_with(tmp_path, a_png=encoded(drawn(2000, 1), "PNG")))
    assert opened(found["photos/day/a-480.webp"]).size == (480, 1)


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK"])
def test_pictures_of_every_kind_of_colour_are_made(tmp_path: Path, mode: str) -> None:
    format = "JPEG" if mode in ("L", "CMYK") else "PNG"
    found = made(site_with(tmp_path, a_jpg=encoded(drawn(500, 250).convert(mode), format)))
    assert opened(found["photos/day/a.jpg"]).mode == "RGB"


# Which way is up

# Where the red half of the drawing goes: x and y of a point in it, as shares.
TURNED = {
    1: (0.25, 0.5),
    2: (0.75, 0.5),
    3: (0.75, 0.5),
    4: (0.25, 0.5),
    5: (0.5, 0.25),
    6: (0.5, 0.25),
    7: (0.5, 0.75),
    8: (0.5, 0.75),
}


@pytest.mark.parametrize("orientation", TURNED)
def test_a_turned_picture_is_set_upright(tmp_path: Path, orientation: int) -> None:
    data = encoded(drawn(800, 400), exif=exif(orientation))
    site = site_with(tmp_path, a_jpg=data)
    size = (800, 400) if orientation < 5 else (400, 800)
    picture = pictures(site)["day/a"]
    assert (picture.width, picture.height) == size
    image = opened(made(site)["photos/day/a.jpg"])
    assert image.size == size
    x, y = TURNED[orientation]
    red, blue = (x, y), (1 - x, 1 - y)
    assert near(image.getpixel((int(size[0] * red[0]), int(size[1] * red[1]))), RED)
    assert near(image.getpixel((int(size[0] * blue[0]), int(size[1] * blue[1]))), BLUE)


def test_the_widths_of_a_turned_picture_are_those_that_it_has_upright(tmp_path: Path) -> None:
    site = site_with(tmp_path, a_jpg=encoded(drawn(1600, 500), exif=exif(6)))
    assert pictures(site)["day/a"].widths == [480]


# Nothing but pixels


def test_no_metadata_reaches_a_derivative(tmp_path: Path) -> None:
    profile = b"SecretProfile" * 20
    data = encoded(
        drawn(1000, 500), exif=exif(), comment=b"SecretNote", icc_profile=profile, xmp=b"SecretXmp"
    )
    assert data.count(b"Secret") >= 5
    found = made(site_with(tmp_path, a_jpg=data))
    for derivative in found.values():
        assert b"Secret" not in derivative
        assert b"Exif" not in derivative
        image = opened(derivative)
        assert not image.getexif()
        assert not {"comment", "icc_profile", "exif", "xmp"} & set(image.info)


def test_text_in_a_png_does_not_reach_a_derivative(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    note = PngInfo()
    note.add_text("Comment", "SecretNote")
    data = encoded(drawn(600, 300), "PNG", pnginfo=note)
    assert b"SecretNote" in data
    assert all(b"Secret" not in found for found in made(site_with(tmp_path, a_png=data)).values())


# Once


class Counted:
    """How many pictures were encoded: every one passes `_make`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        make = photos._make

        def counting(picture: photos.Picture, folder: Path) -> None:
            self.count += 1
            make(picture, folder)

        monkeypatch.setattr(photos, "_make", counting)


@pytest.fixture
def encoding(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def test_an_unchanged_picture_is_not_encoded_again(tmp_path: Path, encoding: Counted) -> None:
    site = site_with(tmp_path, a_jpg=encoded(drawn(600, 300)), b_jpg=encoded(drawn(500, 250)))
    first = made(site)
    assert encoding.count == 2
    assert made(site) == first
    assert encoding.count == 2


def test_a_changed_picture_is_encoded_again_and_no_other(tmp_path: Path, encoding: Counted) -> None:
    site = site_with(tmp_path, a_jpg=encoded(drawn(600, 300)), b_jpg=encoded(drawn(500, 250)))
    before = made(site)
    (tmp_path / FOLDER / "a.jpg").write_bytes(encoded(drawn(300, 600)))
    after = made(site)
    assert encoding.count == 3
    assert opened(after["photos/day/a.jpg"]).size == (300, 600)
    assert after["photos/day/b.jpg"] == before["photos/day/b.jpg"]


def test_a_renamed_picture_is_not_encoded_again(tmp_path: Path, encoding: Counted) -> None:
    data = encoded(drawn(600, 300))
    first = made(site_with(tmp_path, a_jpg=data))
    (tmp_path / FOLDER / "a.jpg").unlink()
    renamed = made(site_with(tmp_path, b_jpg=data))
    assert encoding.count == 1
    assert renamed["photos/day/b.jpg"] == first["photos/day/a.jpg"]


def test_another_recipe_encodes_again(
    tmp_path: Path, encoding: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_with(tmp_path, a_jpg=encoded(drawn(600, 300)))
    made(site)
    monkeypatch.setattr(photos, "RECIPE", "another")
    made(site)
    assert encoding.count == 2


def test_a_cache_that_is_gone_is_made_again_with_the_same_bytes(
    tmp_path: Path, encoding: Counted
) -> None:
    site = site_with(tmp_path, a_jpg=encoded(drawn(1000, 500), exif=exif(6)))
    first = made(site)
    (tmp_path / ".cache").rename(tmp_path / "elsewhere")
    assert made(site) == first
    assert encoding.count == 2


def test_what_a_killed_run_left_half_made_is_not_taken_for_done(
    tmp_path: Path, encoding: Counted
) -> None:
    site = site_with(tmp_path, a_jpg=encoded(drawn(600, 300)))
    first = made(site)
    (marker,) = tmp_path.glob(".cache/photos/*/*/done")
    left = marker.parent.rename(marker.parent.with_name("tmp-left"))
    (left / "done").unlink()
    assert made(site) == first
    assert encoding.count == 2


def test_one_picture_in_two_places_is_published_at_both(tmp_path: Path) -> None:
    data = encoded(drawn(600, 300))
    found = made(site_with(tmp_path, a_jpg=data, b_jpg=data))
    assert found["photos/day/a.jpg"] == found["photos/day/b.jpg"]


def test_many_pictures_are_made_side_by_side_with_the_same_bytes(tmp_path: Path) -> None:
    many = {f"{name}_jpg": encoded(drawn(500 + 10 * i, 300)) for i, name in enumerate("abcde")}
    together = made(site_with(tmp_path / "many", **many))
    for name, data in many.items():
        alone = made(site_with(tmp_path / name, **{name: data}))
        assert alone.items() <= together.items()


def test_progress_is_told_up_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    site = site_with(tmp_path, a_jpg=encoded(drawn(60, 30)), b_jpg=encoded(drawn(50, 30)))
    list(outputs(site, lambda done, total: told.append((done, total))))
    assert told == [(1, 2), (2, 2)]
    list(outputs(site, lambda done, total: told.append((done, total))))
    assert len(told) == 2


def test_an_original_is_left_as_it_is_and_never_published(tmp_path: Path) -> None:
    data = encoded(drawn(600, 300), exif=exif())
    found = made(site_with(tmp_path, a_jpg=data))
    assert (tmp_path / FOLDER / "a.jpg").read_bytes() == data
    assert data not in found.values()


# What cannot be opened


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        encoded(drawn(60, 30), "GIF"),
        encoded(drawn(60, 30), "BMP"),
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        png_of(10_000, MAX_PIXELS // 10_000 + 1),
        png_of(30_000, 30_000),
    ],
    ids=["empty", "text", "gif", "bmp", "svg", "too-many-pixels", "far-too-many-pixels"],
)
def test_what_is_no_picture_of_ours_is_refused_and_left_out(tmp_path: Path, data: bytes) -> None:
    site = site_with(tmp_path, a_jpg=data, b_jpg=encoded(drawn(60, 30)))
    with pytest.raises(OSError, match=r"."):
        open_image(tmp_path / FOLDER / "a.jpg")
    assert list(pictures(site)) == ["day/b"]
    assert list(made(site)) == ["photos/day/b.jpg", "photos/day/b-60.webp"]


def test_a_picture_of_just_the_largest_size_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png_of(10_000, MAX_PIXELS // 10_000))
    with open_image(path) as image:
        assert image.width * image.height == MAX_PIXELS


def test_a_picture_that_breaks_off_is_left_out(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(200 * 100 * 3)
    whole = encoded(Image.frombytes("RGB", (200, 100), noise))
    site = site_with(tmp_path, a_jpg=whole[: len(whole) // 2], b_jpg=whole)
    assert list(made(site)) == ["photos/day/b.jpg", "photos/day/b-200.webp"]


def test_a_picture_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    site = site_with(tmp_path, a_jpg=encoded(drawn(60, 30)))
    (tmp_path / FOLDER / "a.jpg").unlink()
    assert made(site) == {}
