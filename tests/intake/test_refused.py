"""What is not taken in, and what is left as it is."""

from __future__ import annotations

import pytest

from campaign.site import GALLERIES
from intake.office import FAIR, HEAD, REFUSED, Office, photo
from picture_files import BY_NAME


def test_what_is_no_photo_is_refused_in_one_line_and_the_others_are_added(office: Office) -> None:
    bad = [office.put(fixture.name, fixture.data) for fixture in REFUSED]
    good = [office.put("first.jpg", photo(1)), office.put("last.jpg", photo(2))]
    missing = office.outside / "missing.jpg"
    given = [good[0], *bad, missing, good[1]]
    told = office.run("add", "fair", *map(str, given))
    assert told.status == 1
    assert office.names() == ["first.jpg", "last.jpg"]
    for path in given:
        assert len(told.of(path.name)) == 1, path.name
    assert len(told.lines) == len(given)
    for path in (*bad, missing):
        (words,) = told.of(path.name)
        assert words.rstrip().endswith("."), words
        assert "Error" not in words
    assert all(path.read_bytes() for path in bad if path.name != "empty.jpg")


def test_what_is_refused_in_the_gallery_stays_there(office: Office) -> None:
    office.put(f"{FAIR}/cut.jpg", BY_NAME["cut.jpg"].data)
    before = office.files("")
    assert office.run("add", "fair").status == 1
    assert (office.files(""), office.names()) == (before, [])


@pytest.mark.parametrize("files", [(), ("party.jpg",)])
def test_a_gallery_must_be_begun_first(files: tuple[str, ...], office: Office) -> None:
    sources = [str(office.put(name, photo())) for name in files]
    told = office.run("add", "party", *sources)
    assert told.status == 1
    assert "python3 build_site.py new gallery party" in told.lines[0]
    assert not (office.root / GALLERIES / "party").exists()


@pytest.mark.parametrize("files", [(), ("party.jpg",)])
@pytest.mark.parametrize(
    "text", [HEAD + "photos: [\n", "title: 节\n\tdate: 1\n", "photos: [{file: a.jpg}]\n"]
)
def test_a_gallery_that_cannot_be_changed_is_left_alone(
    text: str, files: tuple[str, ...], office: Office
) -> None:
    path = office.root / FAIR / "gallery.yml"
    path.write_text(text, encoding="utf-8")
    office.put(f"{FAIR}/dance.jpg", photo(2))
    sources = [str(office.put(name, photo())) for name in files]
    before = office.files("")
    told = office.run("add", "fair", *sources)
    assert told.status == 1
    assert "gallery.yml" in told.lines[0]
    assert (path.read_text(encoding="utf-8"), office.files("")) == (text, before)
