"""The command takes a photo out of everything, whatever else is wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from campaign import clock
from campaign.kinds.gallery import Gallery
from campaign.photos.withdrawal import withdraw
from campaign.reading import records
from projects import project as base_project
from sites import CommandResult, tree_of
from withdrawal.office import (
    BY_HAND,
    CANARY,
    CAPTION,
    CONSENT,
    DANCE,
    DRAFT,
    FOLDER,
    HEAD,
    LIST,
    REST,
    REVIEW,
    Office,
    copied,
    gallery,
    is_grey,
    pictures_of,
)


@dataclass(frozen=True)
class Story:
    """What was there in turn: with the photo, after it was withdrawn, and after a build.

    In the end it is withdrawn once more.
    """

    before: Mapping[str, bytes]
    stored: set[bytes]
    told: CommandResult
    after: Mapping[str, bytes]
    kept: set[bytes]
    listed: str
    dance: Mapping[str, Any]
    had_file: bool
    built: CommandResult
    anew: Mapping[str, bytes]
    stored_anew: set[bytes]
    again: CommandResult
    is_changed_again: bool


@pytest.fixture(scope="module")
def story(with_photo: Office, tmp_path_factory: pytest.TempPathFactory) -> Story:
    office = copied(with_photo, tmp_path_factory.mktemp("story") / "project")
    before, stored = office.site(), office.stored()
    told = office.run("photos", "withdraw", "fair/dance")
    after, kept, listed = office.site(), office.stored(), office.text()
    dance, had_file = office.dance, office.has_file
    (office.root / "node_modules").unlink(missing_ok=True)  # to draw the cards takes a while
    built = office.run("build")
    anew, stored_anew = office.site(), office.stored()
    again = office.run("photos", "withdraw", "fair/dance")
    is_changed = (office.site(), office.text()) != (anew, listed)
    return Story(
        *(before, stored, told, after, kept, listed, dance, had_file),
        *(built, anew, stored_anew, again, is_changed),
    )


def traces(tree: Mapping[str, bytes], words: Iterable[str]) -> set[str]:
    """The files of a site that tell of something, by their names or by what they hold."""
    return {
        path
        for path, data in tree.items()
        for word in words
        if word.encode() in data or word in path
    }


def test_the_site_shows_the_photo_as_long_as_people_agree(story: Story) -> None:
    pages = {path for path in traces(story.before, [CANARY]) if path.endswith(".html")}
    assert pages >= {
        "index.html",
        "about/index.html",
        "communities/alpha/index.html",
        "galleries/fair/index.html",
        "galleries/index.html",
    }
    assert "galleries/fair/index.html" in traces(story.before, [CAPTION])
    assert len(pictures_of(story.before)) >= 5
    assert not any(map(is_grey, pictures_of(story.before).values()))


def test_withdrawing_removes_the_file_and_keeps_the_entry(story: Story) -> None:
    assert story.told.returncode == 0, story.told.stderr
    assert "已撤回 fair/dance" in story.told.stderr
    assert "已从现有网站抹去" in story.told.stderr
    assert not story.had_file
    consent = story.dance["consent"]
    assert consent.keys() == {"state", "date", "ref"}
    assert (consent["state"], consent["ref"]) == ("withdrawn", "台2025-001")
    assert 0 <= (clock.today() - date.fromisoformat(consent["date"])).days <= 1


def test_withdrawing_leaves_the_rest_of_the_list_as_it_was_written(story: Story) -> None:
    head, _, rest = story.listed.partition("    consent: ")
    assert head == HEAD + DANCE
    assert rest.partition("\n")[2] == REST
    assert rest.partition("\n")[0].endswith("} # 二")


def test_withdrawing_makes_the_site_in_place_grey_and_changes_nothing_else(story: Story) -> None:
    assert all(map(is_grey, pictures_of(story.after).values()))
    assert story.after.keys() == story.before.keys()
    changed = {path for path, data in story.after.items() if data != story.before[path]}
    assert changed == set(pictures_of(story.before))


def test_a_picture_that_was_made_grey_is_of_its_own_format(story: Story) -> None:
    formats = {".jpg": "JPEG", ".webp": "WEBP"}
    found = {Path(path).suffix for path in pictures_of(story.after)}
    assert found == set(formats)
    for path, data in pictures_of(story.after).items():
        with Image.open(io.BytesIO(data)) as image:
            assert image.format == formats[Path(path).suffix]


@pytest.mark.usefixtures("font")
def test_the_cards_with_the_photo_become_grey_too(story: Story) -> None:
    page = story.before["communities/alpha/index.html"].decode()
    card = re.search(rf"og:image[^>]*({FOLDER}card-[^\"]+)", page)
    assert card
    assert not is_grey(story.before[card[1]])
    assert is_grey(story.after[card[1]])


def test_the_store_forgets_what_was_made_from_the_photo(story: Story) -> None:
    made = set(pictures_of(story.before).values())
    assert made <= story.stored
    assert made.isdisjoint(story.kept)
    others = {
        data
        for path, data in story.before.items()
        if path.startswith("photos/fair/after/") and "/card-" not in path
    }
    assert others <= story.kept


def test_the_next_build_has_no_trace_of_the_photo(story: Story) -> None:
    assert story.built.returncode == 0, story.built.stderr
    assert "V11a" not in story.built.stderr
    words = (CANARY, CAPTION, "fair/dance", "dance.jpg", "dance", "台2025-001")
    assert traces(story.anew, words) == set()
    made = set(pictures_of(story.before).values())
    assert made.isdisjoint(story.anew.values())
    assert made.isdisjoint(story.stored_anew)


def test_the_next_build_says_where_the_photo_is_missed(story: Story) -> None:
    told = [line for line in story.built.stderr.splitlines() if "[V11b]" in line]
    where = {line.split(":")[0] for line in told}
    assert where >= {
        "showcases/communities/alpha.yml",
        "showcases/site.yml",
        "docs/about/index.md",
        "docs/news/2026-04-01-first.md",
    }
    assert all("fair/dance" in line for line in told)
    assert "communities/alpha/index.html" in story.anew
    assert "galleries/fair/index.html" in story.anew


def test_a_photo_of_a_draft_gallery_is_in_no_site(story: Story) -> None:
    for tree in (story.before, story.after, story.anew):
        assert traces(tree, [DRAFT, "secret/song", "photos/secret"]) == set()


def test_withdrawing_again_is_no_error_and_changes_nothing(story: Story) -> None:
    assert story.again.returncode == 0
    assert "抹去" not in story.again.stderr
    assert not story.is_changed_again


def test_an_unknown_photo_is_told_and_nothing_changes(with_photo: Office) -> None:
    before = tree_of(with_photo.root)
    done = with_photo.run("photos", "withdraw", "fair/dnace")
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["没有照片“fair/dnace”。There is no such photo."]
    assert tree_of(with_photo.root) == before


@pytest.mark.parametrize("id", ["fiar/dance", "fair", "", "fair/", "fair/dance.jpg", "../x", "/"])
def test_only_a_listed_photo_can_be_withdrawn(id: str, with_photo: Office) -> None:
    with pytest.raises(KeyError):
        withdraw(with_photo.root, id, date(2026, 4, 1))
    assert with_photo.has_file


def test_what_pages_are_made_from_holds_no_withdrawn_photo(tmp_path: Path) -> None:
    licences = "title: 授权\nitems: [{id: own, label: 自有}]\n"
    root = base_project(
        tmp_path, {"showcases/vocab/licences.yml": licences, LIST: gallery(BY_HAND)}
    )
    site, _ = records.load(root)
    assert site is not None
    seen = site.published()
    assert [photo.stem for photo in seen.of(Gallery)["fair"].photos] == ["before", "after"]
    assert set(seen.photos) == {"fair/before", "fair/after"}


@pytest.mark.parametrize("wrong", ["list", "settings"])
def test_other_mistakes_do_not_delay_a_withdrawal(wrong: str, office: Office) -> None:
    if wrong == "list":
        office.write(gallery(CONSENT, "  - {file: before.jpg, alt: , people: none}\n" + REVIEW))
    else:
        office.write("name: [\n", "showcases/site.yml")
    done = office.run("photos", "withdraw", "fair/dance")
    assert done.returncode == 0, done.stderr
    assert not office.has_file
    assert office.dance["consent"]["state"] == "withdrawn"
    assert all(map(is_grey, pictures_of(office.site()).values()))


def test_a_list_that_needs_a_person_stays_and_the_site_in_place_is_erased(office: Office) -> None:
    text = gallery(CONSENT) + "place: [\n"
    office.write(text)
    done = office.run("photos", "withdraw", "fair/dance")
    assert done.returncode == 1
    assert LIST in done.stderr
    assert (office.text(), office.has_file) == (text, True)
    assert all(map(is_grey, pictures_of(office.site()).values()))


def test_a_file_outside_the_gallery_is_not_removed(office: Office) -> None:
    path = "showcases/galleries/secret/song.jpg"
    office.write(gallery(BY_HAND).replace("file: dance.jpg", "file: ../secret/song.jpg"))
    assert office.run("photos", "withdraw", "fair/song").returncode == 0
    assert (office.root / path).exists()
