"""What is not published."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.kinds.gallery import Gallery
from campaign.photos import published
from campaign.reading import records
from picture_files import BY_NAME
from pictures import encoded, half, noise
from projects import project
from published.day import FOLDER, GALLERY, Files, gallery, made, plain, site_of, site_with


@pytest.mark.parametrize(
    "name",
    ["empty.jpg", "text.jpg", "gif.jpg", "svg.jpg", "animated.webp", "61-megapixels.png"],
)
def test_what_is_no_picture_of_ours_is_left_out(tmp_path: Path, name: str) -> None:
    site = site_with(
        tmp_path, {f"a{Path(name).suffix}": BY_NAME[name].data, "b.jpg": plain(60, 30)}
    )
    assert set(made(site)) == {"photos/day/b/60.webp", "photos/day/b/60.jpg"}


def test_a_picture_that_breaks_off_is_left_out(tmp_path: Path) -> None:
    whole = encoded(noise(200, 100))
    found = published.pictures(site_with(tmp_path, {"a.jpg": half(whole), "b.jpg": whole}))
    assert list(found) == ["day/b"]


def test_a_picture_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    site = site_of(tmp_path, {f"{FOLDER}/gallery.yml": gallery("a.jpg")})
    assert made(site) == {}


def test_a_file_that_no_gallery_lists_is_left_out(tmp_path: Path) -> None:
    files: Files = {f"{FOLDER}/gallery.yml": gallery("a.jpg"), f"{FOLDER}/a.jpg": plain()}
    site = site_of(tmp_path, {**files, f"{FOLDER}/stray.jpg": plain(seed=2)})
    assert list(published.pictures(site)) == ["day/a"]


@pytest.mark.parametrize("line", ["status: draft", "visibility: internal"])
def test_photos_of_a_gallery_that_is_not_out_are_left_out(tmp_path: Path, line: str) -> None:
    hidden = "showcases/galleries/hidden"
    site = site_of(
        tmp_path,
        {
            f"{FOLDER}/gallery.yml": gallery("a.jpg"),
            f"{FOLDER}/a.jpg": plain(),
            f"{hidden}/gallery.yml": gallery("a.jpg", head=f"{line}\n{GALLERY}"),
            f"{hidden}/a.jpg": plain(seed=2),
        },
    )
    assert list(published.pictures(site)) == ["day/a"]


def test_a_photo_whose_consent_was_withdrawn_is_left_out(tmp_path: Path) -> None:
    withdrawn = {"a.jpg": "consent: {state: withdrawn, date: 2026-01-01}"}
    files: Files = {
        f"{FOLDER}/gallery.yml": gallery("a.jpg", "b.jpg", more=withdrawn),
        f"{FOLDER}/a.jpg": plain(),
        f"{FOLDER}/b.jpg": plain(seed=2),
    }
    loaded, _ = records.load(project(tmp_path, files))
    assert loaded
    assert list(published.pictures(loaded)) == ["day/b"]
    assert list(published.pictures(loaded.published())) == ["day/b"]
    assert [each.stem for each in loaded.published().of(Gallery)["day"].photos] == ["b"]
