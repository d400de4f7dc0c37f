"""The files that are published of photos: their places, sizes, formats, and nothing but pixels."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.formats import PHOTOS
from campaign.images import metadata
from campaign.photos import published
from campaign.render.edition import Edition
from campaign.render.pictures import photo
from picture_files import BY_NAME
from pictures import encoded, exif, noise
from published.day import (
    FOLDER,
    PROFILE,
    gallery,
    made,
    opened,
    outputs,
    plain,
    site_of,
    site_with,
    with_avif,
)

SECRETS = (
    *("gps.jpg", "serial.jpg", "xmp.jpg", "iptc.jpg", "comment.jpg", "html-behind.jpg"),
    *("thumbnail.jpg", "text.png", "gps.png", "xmp.webp", "plain-p3.jpg"),
)


# Files


@pytest.mark.parametrize(
    ("width", "webp", "jpeg"),
    [
        (200, (200,), 200),
        (640, (320, 640), 640),
        (700, (320, 640, 700), 700),
        (1200, (320, 640, 960, 1200), 960),
        (2000, (320, 640, 960, 1600), 960),
    ],
)
def test_a_photo_is_published_in_its_own_folder_and_never_enlarged(
    tmp_path: Path, width: int, webp: tuple[int, ...], jpeg: int
) -> None:
    found = made(site_with(tmp_path, {"a.jpg": plain(width, width // 2)}))
    folder = "photos/day/a"
    assert set(found) == {f"{folder}/{jpeg}.jpg", *(f"{folder}/{each}.webp" for each in webp)}
    for path, data in found.items():
        image = opened(data)
        wanted, ending = Path(path).name.split(".")
        assert image.format == {"webp": "WEBP", "jpg": "JPEG"}[ending]
        assert image.size == (int(wanted), int(wanted) // 2)


def test_a_picture_knows_its_derivatives_and_the_size_of_the_upright_photo(tmp_path: Path) -> None:
    turned = encoded(noise(8, 4).resize((1200, 500)), exif=exif(orientation=6))
    picture = published.pictures(site_with(tmp_path, {"a.jpg": turned}))["day/a"]
    assert (picture.width, picture.height) == (500, 1200)
    assert picture.widths("webp") == [320, 500]
    assert picture.widths("avif") == []
    assert picture.fallback == "photos/day/a/500.jpg"
    assert opened(picture.largest.read_bytes()).size == (500, 1200)
    assert picture.colour[0] == "#"
    assert picture.placeholder.startswith("data:image/webp;base64,")


def test_photos_have_marks_of_their_own(tmp_path: Path) -> None:
    same = plain()
    photos = {"a.jpg": same, "b.jpg": same, "c.jpg": plain(seed=2)}
    marks = {p.mark for p in published.pictures(site_with(tmp_path, photos)).values()}
    assert len(marks) == 3
    assert all(len(mark) == 8 for mark in marks)


def test_an_original_is_left_as_it_is_and_never_published(tmp_path: Path) -> None:
    photos = {"a.jpg": plain(), "b.png": encoded(noise(200, 100), "PNG")}
    found = made(site_with(tmp_path, photos))
    for name, data in photos.items():
        assert (tmp_path / FOLDER / name).read_bytes() == data
        assert data not in found.values()


# Nothing but pixels


def test_no_segment_of_an_original_reaches_an_output(tmp_path: Path) -> None:
    photos = {f"p{at}{Path(name).suffix}": BY_NAME[name].data for at, name in enumerate(SECRETS)}
    site = site_of(
        tmp_path,
        {
            "showcases/deploy/demo.yml": f"{PROFILE}avif: yes\n",
            f"{FOLDER}/gallery.yml": gallery(*photos),
            **{f"{FOLDER}/{name}": data for name, data in photos.items()},
        },
    )
    found = made(site)
    assert {path.split("/")[2] for path in found} == {Path(name).stem for name in photos}
    for path, data in found.items():
        suffix = Path(path).suffix
        if suffix in PHOTOS:
            assert metadata.carried(data, PHOTOS[suffix]) == [], path
        image = opened(data)
        assert not image.getexif(), path
        assert not {"comment", "icc_profile", "exif", "xmp", "photoshop"} & set(image.info), path
        assert not [word for word in (b"Secret", b"SECRET", b"<script") if word in data], path


# AVIF


def test_a_profile_may_ask_for_avif_and_pages_name_it_first(tmp_path: Path) -> None:
    site = with_avif(tmp_path, {"a.jpg": plain(800, 400)})
    found = published.pictures(site)
    assert {path for path in outputs(found) if path.endswith(".avif")} == {
        "photos/day/a/640.avif",
        "photos/day/a/800.avif",
    }
    assert opened(outputs(found)["photos/day/a/640.avif"]).format == "AVIF"
    view = photo(Edition(site, found), "day/a")
    assert view
    assert [f["type"] for f in view["formats"]] == ["image/avif", "image/webp"]
    assert [(f["url"], f["width"]) for f in view["formats"][0]["files"]] == [
        ("photos/day/a/640.avif", 640),
        ("photos/day/a/800.avif", 800),
    ]


def test_without_the_switch_there_is_no_avif(tmp_path: Path) -> None:
    site = with_avif(tmp_path, {"a.jpg": plain()}, "no")
    found = published.pictures(site)
    assert {Path(path).suffix for path in outputs(found)} == {".webp", ".jpg"}
    view = photo(Edition(site, found), "day/a")
    assert view
    assert [f["type"] for f in view["formats"]] == ["image/webp"]
