"""Pictures are made once: what is kept of them, and when it is swept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from campaign.checks import check
from campaign.images import derivatives, screening, store
from campaign.images.derivatives import Derived, Recipe
from campaign.images.store import Store
from campaign.photos import published
from campaign.reading import records
from campaign.workers import workers
from picture_files import BY_NAME
from pictures import encoded, noise
from projects import project
from published.day import (
    FOLDER,
    GALLERY,
    Files,
    gallery,
    made,
    opened,
    outputs,
    plain,
    site_of,
    site_with,
    with_avif,
)


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
    path.write_bytes(encoded(Image.new("RGB", (600, 400))))  # changed since it was hashed
    assert screening.faults(tmp_path, files) == {}
    path.write_bytes(telling)
    assert [fault.code for fault in screening.faults(tmp_path, files).values()] == ["V13f"]
