"""What is published of photos: their derivatives, made once, and never the photos themselves."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from campaign.checks import check
from campaign.formats import PHOTOS
from campaign.images import derivatives, metadata, screening, store
from campaign.images.derivatives import Derived, Recipe
from campaign.images.store import Store
from campaign.kinds.gallery import Gallery
from campaign.photos import published
from campaign.photos.published import Picture
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.render.pictures import photo
from campaign.site import Site
from campaign.workers import workers
from pictures import BY_NAME, encoded, exif, half, noise
from projects import project

Files = Mapping[str, str | bytes | None]
FOLDER = "showcases/galleries/day"
GALLERY = "title: 节日\ndate: 2025-10-18\nphotos:\n"
ROW = "  - {{file: {file}, alt: 居民们围坐在长桌旁吃饭, licence: own, people: crowd{more}}}\n"
PROFILE = """\
base_url: https://example.org/repo/
compliance: demo
today: 2026-04-20
sponsor: 示例办
contact: 0000-6200000
"""
SECRETS = (
    *("gps.jpg", "serial.jpg", "xmp.jpg", "iptc.jpg", "comment.jpg", "html-behind.jpg"),
    *("thumbnail.jpg", "text.png", "gps.png", "xmp.webp", "plain-p3.jpg"),
)


def plain(width: int = 600, height: int = 300, seed: int = 1) -> bytes:
    """A photo with nothing beside its pixels; another seed gives another one."""
    return encoded(noise(8, 4, seed).resize((width, height)), quality=80)


def gallery(*files: str, head: str = GALLERY, more: Mapping[str, str] | None = None) -> str:
    return head + "".join(
        ROW.format(file=file, more=f", {more[file]}" if more and file in more else "")
        for file in files
    )


def site_of(root: Path, files: Files) -> Site:
    """The published site of the base project with these files."""
    site, problems = records.load(project(root, files))
    assert site is not None, [found.message() for found in problems]
    return site.published()


def site_with(root: Path, photos: Mapping[str, bytes]) -> Site:
    """The published site whose one gallery lists these photos."""
    written = {f"{FOLDER}/{name}": data for name, data in photos.items()}
    return site_of(root, {f"{FOLDER}/gallery.yml": gallery(*photos), **written})


def outputs(found: Mapping[str, Picture]) -> dict[str, bytes]:
    return {
        output.path: output.data.read_bytes() if isinstance(output.data, Path) else output.data
        for output in published.outputs(found)
    }


def made(site: Site) -> dict[str, bytes]:
    """Every file that is published of the photos."""
    return outputs(published.pictures(site))


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


class Counted:
    """How many photos were encoded."""

    def __init__(self, derive: Callable[[bytes, Recipe], Derived]) -> None:
        self.count = 0
        self.derive = derive

    def __call__(self, data: bytes, recipe: Recipe) -> Derived:
        self.count += 1
        return self.derive(data, recipe)


@pytest.fixture
def encoding(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted(derivatives.derive)
    monkeypatch.setattr(derivatives, "derive", counted)
    return counted


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


# Made once


def test_an_unchanged_picture_is_not_encoded_again(tmp_path: Path, encoding: Counted) -> None:
    photos = {"a.jpg": plain(), "b.jpg": plain(seed=2)}
    first = made(site_with(tmp_path, photos))
    assert encoding.count == 2
    os.utime(tmp_path / FOLDER / "a.jpg", (0, 0))
    assert made(site_with(tmp_path, photos)) == first
    assert encoding.count == 2


def test_a_changed_picture_is_encoded_again_and_no_other(tmp_path: Path, encoding: Counted) -> None:
    before = made(site_with(tmp_path, {"a.jpg": plain(), "b.jpg": plain(seed=2)}))
    after = made(site_with(tmp_path, {"a.jpg": plain(300, 600), "b.jpg": plain(seed=2)}))
    assert encoding.count == 3
    assert opened(after["photos/day/a/300.jpg"]).size == (300, 600)
    assert not {path for path in after if path.startswith("photos/day/a/6")}
    kept = {path for path in before if "/b/" in path}
    assert {path: after[path] for path in kept} == {path: before[path] for path in kept}


def test_a_changed_picture_of_the_same_size_and_time_is_seen(
    tmp_path: Path, encoding: Counted
) -> None:
    photos = [encoded(noise(60, 30, seed), "PNG", compress_level=0) for seed in (1, 2)]
    assert len(photos[0]) == len(photos[1])
    results = []
    for data in photos:
        site = site_with(tmp_path, {"a.png": data})
        os.utime(tmp_path / FOLDER / "a.png", (1, 1))
        results.append(made(site))
    assert results[0] != results[1]
    assert encoding.count == 2


def test_a_renamed_picture_is_not_encoded_again(tmp_path: Path, encoding: Counted) -> None:
    first = made(site_with(tmp_path, {"a.jpg": plain()}))
    (tmp_path / FOLDER / "a.jpg").unlink()
    renamed = made(site_with(tmp_path, {"b.jpg": plain()}))
    assert encoding.count == 1
    assert {path.replace("/a/", "/b/"): data for path, data in first.items()} == renamed


def test_another_recipe_encodes_again(
    tmp_path: Path, encoding: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_with(tmp_path, {"a.jpg": plain()})
    first = made(site)
    another = Recipe(webp_quality=40)
    monkeypatch.setattr(published, "RECIPES", (another, another))
    assert made(site) != first
    assert encoding.count == 2


def test_a_cache_that_is_gone_is_made_again_with_the_same_bytes(
    tmp_path: Path, encoding: Counted
) -> None:
    site = site_with(tmp_path, {"a.jpg": plain(1000, 500), "b.png": BY_NAME["rgba.png"].data})
    first = made(site)
    (tmp_path / ".cache").rename(tmp_path / "elsewhere")
    assert made(site) == first
    assert encoding.count == 4


def test_what_is_damaged_in_the_cache_is_made_again(tmp_path: Path, encoding: Counted) -> None:
    site = site_with(tmp_path, {"a.jpg": plain(), "b.jpg": plain(seed=2)})
    first = published.pictures(site)
    whole = outputs(first)
    first["day/a"].largest.write_bytes(first["day/a"].largest.read_bytes()[:-9])
    assert made(site) == whole
    assert encoding.count == 3


def test_one_picture_in_two_places_is_encoded_once_and_published_at_both(
    tmp_path: Path, encoding: Counted
) -> None:
    found = made(site_with(tmp_path, {"a.jpg": plain(), "b.jpg": plain()}))
    assert encoding.count == 1
    at_a = {path for path in found if "/a/" in path}
    assert len(at_a) == len(found) / 2
    assert all(found[path] == found[path.replace("/a/", "/b/")] for path in at_a)


def test_many_pictures_are_made_side_by_side_with_the_same_bytes(tmp_path: Path) -> None:
    many = {f"{name}.jpg": plain(300 + 40 * at, 200, at) for at, name in enumerate("abcde")}
    together = made(site_with(tmp_path / "many", many))
    alone: dict[str, bytes] = {}
    for name, data in many.items():
        alone |= made(site_with(tmp_path / name, {name: data}))
    assert alone == together


@pytest.mark.parametrize("count", [2, 6])
def test_progress_is_told_up_to_the_end(tmp_path: Path, count: int) -> None:
    told: list[tuple[int, int]] = []
    site = site_with(tmp_path, {f"p{at}.jpg": plain(60, 30, at) for at in range(count)})
    with workers(2, lambda done, total: told.append((done, total))) as hands:
        published.pictures(site, hands)
        assert told == [(done, count) for done in range(1, count + 1)]
        published.pictures(site, hands)
    assert len(told) == count


def test_a_picture_that_changes_during_a_build_does_not_poison_the_cache(tmp_path: Path) -> None:
    site = site_with(tmp_path, {"a.jpg": plain()})
    assert site.picture_files
    (tmp_path / FOLDER / "a.jpg").write_bytes(plain(300, 600))
    published.pictures(site)
    back = published.pictures(site_with(tmp_path, {"a.jpg": plain()}))["day/a"]
    assert (back.width, back.height) == (600, 300)


def test_a_picture_that_goes_during_a_build_is_left_out(tmp_path: Path) -> None:
    site = site_with(tmp_path, {"a.jpg": plain(), "b.jpg": plain(seed=2)})
    assert site.picture_files
    (tmp_path / FOLDER / "a.jpg").unlink()
    assert list(published.pictures(site)) == ["day/b"]


# What is not published


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


# AVIF


def with_avif(root: Path, photos: Mapping[str, bytes], switch: str = "yes") -> Site:
    profile = {"showcases/deploy/demo.yml": f"{PROFILE}avif: {switch}\n"}
    site_with(root, photos)
    return site_of(root, profile)


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


# Sweeping


def test_a_sweep_removes_what_belongs_to_no_file(tmp_path: Path, encoding: Counted) -> None:
    photos = {"a.jpg": plain(), "b.jpg": plain(seed=2)}
    made(site_with(tmp_path, photos))
    (tmp_path / FOLDER / "b.jpg").unlink()
    site = site_with(tmp_path, {"a.jpg": plain()})
    shelf = Store(tmp_path / store.PLACE)
    kept, forgotten = store.key("a card"), store.key("an old card")
    shelf.put(kept, {}, {})
    shelf.put(forgotten, {}, {})
    assert published.sweep(site, [kept]) == 2
    assert shelf.get(kept)
    assert shelf.get(forgotten) is None
    made(site)
    assert encoding.count == 2
    made(site_with(tmp_path, photos))
    assert encoding.count == 3


def test_a_sweep_keeps_what_inspection_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: Files = {
        f"{FOLDER}/gallery.yml": gallery("a.jpg"),
        f"{FOLDER}/a.jpg": BY_NAME["gps.jpg"].data,
    }
    site, _ = records.load(project(tmp_path, files))
    assert site
    first = {problem.code for problem in check(site)}
    assert "V13f" in first
    published.sweep(site.published(), [])
    looked: list[str] = []
    monkeypatch.setattr(screening, "fault", lambda name, data: looked.append(name))
    assert {problem.code for problem in check(site)} == first
    assert looked == []


def test_a_sweep_keeps_the_derivatives_of_drafts(tmp_path: Path) -> None:
    draft = gallery("a.jpg", head=f"status: draft\n{GALLERY}")
    files: Files = {f"{FOLDER}/gallery.yml": draft, f"{FOLDER}/a.jpg": plain()}
    loaded, _ = records.load(project(tmp_path, files), preview=True)
    assert loaded
    assert list(published.pictures(loaded.published())) == ["day/a"]
    assert published.sweep(site_of(tmp_path, {}), []) == 0


def test_a_sweep_keeps_what_another_profile_publishes(tmp_path: Path, encoding: Counted) -> None:
    photos = {"a.jpg": plain()}
    sites = [with_avif(tmp_path, photos, switch) for switch in ("yes", "no")]
    for site in sites * 2:
        made(site)
        published.sweep(site, [])
    assert encoding.count == 2


def test_what_was_found_in_a_file_is_remembered_for_the_bytes_that_were_read(
    tmp_path: Path,
) -> None:
    telling = BY_NAME["gps.jpg"].data
    path = tmp_path / "showcases/galleries/day/a.jpg"
    path.parent.mkdir(parents=True)
    files = {"showcases/galleries/day/a.jpg": hashlib.sha256(telling).hexdigest()}
    path.write_bytes(encoded(Image.new("RGB", (60, 40))))  # changed since it was hashed
    assert screening.faults(tmp_path, files) == {}
    path.write_bytes(telling)
    assert [fault.code for fault in screening.faults(tmp_path, files).values()] == ["V13f"]
