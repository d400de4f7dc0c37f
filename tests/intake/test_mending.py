"""Pictures that lie in a gallery are cleaned in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.images import screening
from campaign.site import GALLERIES
from intake.office import FAIR, OTHER, Office, photo, spread
from picture_files import BY_NAME
from pictures import encoded, noise


def test_a_telling_picture_is_cleaned_in_its_place_and_its_original_kept(office: Office) -> None:
    name = f"{FAIR}/party.jpg"
    original = photo(gps=True)
    office.put(name, original)
    told = office.run("mend", name)
    assert told.status == 0
    assert screening.fault(name, office.files()[name]) is None
    assert office.files("originals") == {f"originals/{name}": original}
    assert f"originals/{name}" in told.of("party.jpg")[0]


def test_a_clean_picture_is_left_alone(office: Office) -> None:
    name = f"{FAIR}/party.jpg"
    office.put(name, photo())
    told = office.run("mend", name)
    assert (told.status, office.files()) == (0, {name: photo()})
    assert office.files("originals") == {}
    assert len(told.of("party.jpg")) == 1


def test_a_clean_picture_is_blurred_when_that_is_asked(office: Office) -> None:
    name = f"{FAIR}/party.png"
    original = encoded(noise(400, 200), "PNG")
    office.put(name, original)
    assert office.run("mend", name, "--blur", "0,0,25,50").status == 0
    data = office.files()[name]
    assert screening.fault(name, data) is None
    assert spread(data, (0, 0, 100, 100)) < 50 < 150 < spread(data, (110, 0, 400, 200))
    assert office.files("originals") == {f"originals/{name}": original}


@pytest.mark.parametrize("fixture", ["gps.jpg", "xmp.png", "gps.webp", "png.jpg", "jpeg.png"])
def test_every_format_keeps_its_name(fixture: str, office: Office) -> None:
    name = f"{FAIR}/{fixture}"
    office.put(name, BY_NAME[fixture].data)
    assert office.run("mend", name).status == 0
    assert set(office.files()) == {name}
    assert screening.fault(name, office.files()[name]) is None


def test_without_a_name_everything_faulty_is_mended(office: Office) -> None:
    clean, cut = f"{FAIR}/clean.jpg", f"{OTHER}/cut.jpg"
    faulty = [f"{FAIR}/gps.jpg", f"{OTHER}/png.jpg"]
    office.put(clean, photo())
    for name in (*faulty, cut):
        office.put(name, BY_NAME[Path(name).name].data)
    told = office.run("mend")
    assert told.status == 1
    assert [len(told.of(Path(name).name)) for name in (*faulty, cut, clean)] == [1, 1, 1, 0]
    files = office.files()
    assert files[clean] == photo()
    assert files[cut] == BY_NAME["cut.jpg"].data
    assert [screening.fault(name, files[name]) for name in faulty] == [None, None]
    assert set(office.files("originals")) == {f"originals/{name}" for name in faulty}


def test_an_original_that_was_kept_before_stays(office: Office) -> None:
    name = f"{FAIR}/party.jpg"
    for seed in range(2):
        office.put(name, photo(seed, gps=True))
        office.run("mend", name)
    wanted = sorted(photo(seed, gps=True) for seed in range(2))
    assert sorted(office.files("originals").values()) == wanted


def test_a_picture_that_stays_too_large_is_not_called_clean(office: Office) -> None:
    name = f"{FAIR}/party.png"
    original = encoded(noise(1000, 900), "PNG")
    office.put(name, original)
    told = office.run("mend", name)
    assert (told.status, office.files()) == (1, {name: original})
    assert "JPEG" in told.of("party.png")[0]
    assert office.files("originals") == {}


@pytest.mark.parametrize("name", ["missing.jpg", "gallery.yml", "."])
def test_what_is_no_picture_is_not_mended(name: str, office: Office) -> None:
    before = (office.root / FAIR / "gallery.yml").read_bytes()
    told = office.run("mend", f"{FAIR}/{name}")
    assert told.status == 1
    assert len(told.lines) == 1
    assert (office.root / FAIR / "gallery.yml").read_bytes() == before


@pytest.mark.parametrize(
    "place", ["../telephone/party.jpg", "docs/party.jpg", f"{GALLERIES}/../party.jpg"]
)
def test_only_pictures_of_galleries_are_mended(place: str, office: Office) -> None:
    path = office.root / place
    path.write_bytes(photo(gps=True))
    good = office.put(f"{FAIR}/party.jpg", photo(gps=True))
    told = office.run("mend", str(good), str(path))
    assert told.status == 2
    assert path.read_bytes() == good.read_bytes() == photo(gps=True)


@pytest.mark.parametrize("names", [[], [f"{FAIR}/one.jpg", f"{FAIR}/two.jpg"]])
def test_a_rectangle_is_blurred_in_the_one_picture_that_is_named(
    names: list[str], office: Office
) -> None:
    before = {
        f"{FAIR}/{name}.jpg": photo(seed, gps=True) for seed, name in enumerate(("one", "two"))
    }
    for name, data in before.items():
        office.put(name, data)
    assert office.run("mend", *names, "--blur", "0,0,25,50").status == 2
    assert office.files() == before
