"""Many photos at once, and where they and their originals lie."""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

from campaign.images import screening
from campaign.photos import intake
from conftest import needed
from intake.office import FAIR, Office, photo
from picture_files import BY_NAME
from pictures import encoded, noise


@pytest.mark.parametrize("name", ["a.jfif", "b.jpe", "c.jpg_large"])
def test_other_endings_of_jpeg_are_taken_out_of_a_folder(name: str, office: Office) -> None:
    office.put(f"in/{name}", photo(1))
    assert office.run("add", "fair", str(office.outside / "in")).status == 0
    assert [item["file"].rpartition(".")[2] for item in office.photos()] == ["jpg"]


def test_what_a_folder_holds_besides_is_named(office: Office) -> None:
    office.put("in/a.jpg", photo(1))
    office.put("in/d.tif", b"II*")
    office.put("in/Thumbs.db", b"what Windows writes")
    told = office.run("add", "fair", str(office.outside / "in"))
    said = "\n".join(told.lines)
    assert "d.tif 不是照片" in said
    assert "Thumbs.db" not in said


@pytest.mark.parametrize("name", ["aux", "con", "nul", "com1"])
def test_no_photo_gets_a_name_that_windows_keeps_for_itself(name: str) -> None:
    assert intake.slug(name) == ""


def test_a_folder_gives_all_its_pictures_in_the_order_of_their_names(office: Office) -> None:
    for number, name in enumerate(["in/b.JPG", "in/deep/a.png", "in/a1.jpg", "in/c.webp"]):
        data = photo(number) if name.lower().endswith("jpg") else noise_as(name, number)
        office.put(name, data)
    office.put("in/notes.txt", b"text")
    office.put("in/._b.JPG", b"what a Mac writes")
    told = office.run("add", "fair", str(office.outside / "in"))
    assert told.status == 0
    assert [item["hash"] for item in office.photos()] == [
        digest_of(office.outside / name)
        for name in ("in/a1.jpg", "in/b.JPG", "in/c.webp", "in/deep/a.png")
    ]


def noise_as(name: str, seed: int) -> bytes:
    return encoded(
        noise(64, 48, seed).resize((640, 480)), {"png": "PNG", "webp": "WEBP"}[name.split(".")[-1]]
    )


def digest_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[: intake.LONGEST_HASH]


def test_photos_outside_the_project_stay_where_they_are(office: Office) -> None:
    source = office.put("party.jpg", photo())
    office.run("add", "fair", str(source))
    assert source.read_bytes() == photo()
    assert office.files("originals") == {}


def test_a_folder_without_pictures_says_so(office: Office) -> None:
    told = office.run("add", "fair", str(office.outside))
    assert (told.status, told.lines) == (1, ["没有要加的照片。There is no photo to add."])


def test_what_lies_unlisted_in_the_gallery_is_taken_and_its_original_kept(office: Office) -> None:
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    originals = {
        f"{FAIR}/IMG_1.jpg": photo(1, gps=True),
        f"{FAIR}/dance.JPG": photo(2, gps=True),
        f"{FAIR}/sub/party.jpg": photo(3, gps=True),
    }
    for name, data in originals.items():
        office.put(name, data)
    told = office.run("add", "fair")
    assert told.status == 0
    first, unnamed, *others = office.names()
    assert (first, others) == ("party.jpg", ["dance.jpg", "party-2.jpg"])
    assert unnamed.startswith("photo-")
    assert set(office.files()) == {f"{FAIR}/{name}" for name in office.names()}
    assert office.files("originals") == {f"originals/{n}": data for n, data in originals.items()}
    assert {p.code for p in office.problems()} == {"V06c"}


def test_a_file_in_the_gallery_keeps_its_name_as_the_remedy_says(office: Office) -> None:
    office.put(f"{FAIR}/party.jpg", photo(gps=True))
    office.run("add", "fair", f"{FAIR}/party.jpg")
    assert office.names() == ["party.jpg"]
    assert office.files("originals") == {f"originals/{FAIR}/party.jpg": photo(gps=True)}


def test_an_original_does_not_overwrite_another_of_its_name(office: Office) -> None:
    for number in range(3):
        office.put(f"{FAIR}/IMG_1.jpg", photo(number))
        office.run("add", "fair")
    kept = office.files("originals")
    assert sorted(kept.values()) == sorted(map(photo, range(3)))
    assert set(kept) == {f"originals/{FAIR}/IMG_1{n}.jpg" for n in ("", "-2", "-3")}


def test_a_photo_elsewhere_in_the_project_goes_to_the_originals(office: Office) -> None:
    office.put("showcases/communities/party.jpg", photo())
    office.run("add", "fair", "showcases/communities/party.jpg")
    assert set(office.files("")) >= {
        f"{FAIR}/party.jpg",
        "originals/showcases/communities/party.jpg",
    }
    assert "showcases/communities/party.jpg" not in office.files("showcases")


def test_photos_of_a_telephone_in_heic_are_taken(office: Office) -> None:
    needed(find_spec("pillow_heif"), "pillow_heif")
    office.put(f"{FAIR}/IMG_1.HEIC", BY_NAME["secrets.heic"].data)
    told = office.run("add", "fair")
    (name,) = office.names()
    assert told.status == 0
    assert name.startswith("p20251018-")
    assert screening.fault(name, office.files()[f"{FAIR}/{name}"]) is None
    assert list(office.files("originals")) == [f"originals/{FAIR}/IMG_1.HEIC"]
