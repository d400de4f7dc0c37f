"""What a photo that is taken in is called, and that none is there twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.model.fields import ID
from campaign.photos import intake
from intake.office import FAIR, HEAD, Office, photo
from picture_files import TAKEN

# Names


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("邻里节", "linlijie"),
        ("剪纸 2", "jianzhi-2"),
        ("20251018邻里节", "linlijie"),
        ("绿色出行", "lvsechuxing"),
        ("Long Table (1)", "long-table-1"),
        ("party", "party"),
        ("photo-wall", "photo-wall"),
        ("IMG_1234 剪纸", "img-1234-jianzhi"),
        ("微信图片 剪纸", "weixintupian-jianzhi"),
        ("../../etc", "etc"),
        ("a" * 50, "a" * 32),
        ("a" * 31 + " bc", "a" * 31),
        ("x", ""),
        ("１２３", ""),
        ("😀", ""),
    ],
)
def test_a_name_becomes_ascii_words(name: str, slug: str) -> None:
    assert intake.slug(name) == slug


@pytest.mark.parametrize(
    "name",
    [
        "IMG_20251018_093000",
        "IMG-20251018-WA0001",
        "IMG_1234(1)",
        "img 0001",
        "DSC01234",
        "DSCN0001",
        "DSCF0001-2",
        "P1010001",
        "PXL_20251018_093000123.MP",
        "MVIMG_20251018_093000",
        "mmexport1697593800000",
        "wx_camera_1697593800000",
        "微信图片_20251018093000",
        "微信图片",
        "Screenshot_2025-10-18-09-30-00_com.tencent.mm",
        "photo",
        "image1",
        "2025-10-18 09.30.00",
        "20251018_093000",
        "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
        "___",
    ],
)
def test_a_name_that_a_camera_gave_tells_nothing(name: str) -> None:
    assert intake.slug(name) == ""


@given(st.text())
def test_a_name_is_none_or_has_the_form_of_an_id(name: str) -> None:
    slug = intake.slug(name)
    assert slug == "" or (ID.fullmatch(slug) and len(slug) <= intake.LONGEST_NAME)


def test_photos_are_named_for_their_files_else_for_their_day(office: Office) -> None:
    sources = {"邻里节.JPG": photo(1), "IMG_1.jpg": photo(2, taken=TAKEN)}
    sources |= {"IMG_2.jpeg": photo(3), "😀.jpg": photo(4)}
    for name, data in sources.items():
        office.run("add", "fair", str(office.put(name, data)))
    own, of_a_day, *others = office.names()
    assert own == "linlijie.jpg"
    assert re.fullmatch(r"p20251018-[0-9a-f]{4}\.jpg", of_a_day)
    assert all(re.fullmatch(r"photo-[0-9a-f]{4}\.jpg", name) for name in others)
    assert len(others) == 2
    assert set(office.files()) == {f"{FAIR}/{name}" for name in office.names()}


def test_a_name_that_is_taken_gets_a_number(office: Office) -> None:
    for number in range(3):
        office.run("add", "fair", str(office.put(f"{number}/Party.jpg", photo(number))))
    office.run("add", "other", str(office.put("3/party.jpg", photo(3))))
    assert office.names() == ["party.jpg", "party-2.jpg", "party-3.jpg"]
    assert office.names("other") == ["party.jpg"]


@pytest.mark.parametrize("there", ["PARTY.png", "party.txt"])
def test_a_file_that_nobody_lists_is_not_overwritten(there: str, office: Office) -> None:
    office.put(f"{FAIR}/{there}", b"mine")
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    assert office.names() == ["party-2.jpg"]
    assert office.files()[f"{FAIR}/{there}"] == b"mine"


def test_the_name_of_a_withdrawn_photo_is_never_given_again(office: Office) -> None:
    gone = "photos:\n  - {file: party.jpg, alt: 人, consent: {state: withdrawn}}\n"
    (office.root / FAIR / "gallery.yml").write_text(HEAD + gone, encoding="utf-8")
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    assert office.names() == ["party.jpg", "party-2.jpg"]


# The same photo again


@pytest.mark.parametrize("gallery", ["fair", "other"])
def test_the_same_photo_is_there_once(gallery: str, office: Office) -> None:
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    before = office.files()
    told = office.run("add", gallery, str(office.put("IMG_1.jpg", photo())))
    assert (told.status, office.files()) == (0, before)
    assert (office.names(), office.names("other")) == (["party.jpg"], [])
    assert "fair/party" in told.of("IMG_1.jpg")[0]


def test_the_same_photo_is_found_behind_another_gallery_that_only_mentions_it(
    office: Office,
) -> None:
    office.run("add", "other", str(office.put("party.jpg", photo())))
    mention = f"# {office.photos('other')[0]['hash']}\n"
    (office.root / FAIR / "gallery.yml").write_text(HEAD + mention, encoding="utf-8")
    assert "other/party" in office.run("add", "fair", str(office.outside / "party.jpg")).lines[0]
    assert office.names() == []


def test_a_withdrawn_photo_does_not_come_back(office: Office) -> None:
    source = office.put("party.jpg", photo())
    office.run("add", "fair", str(source))
    path = office.root / FAIR / "gallery.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}    consent: {{state: withdrawn}}\n", encoding="utf-8")
    (office.root / FAIR / "party.jpg").unlink()
    office.run("add", "other", str(source))
    assert office.files() == {}


@pytest.mark.parametrize("gallery", ["fair", "other"])
def test_a_listed_file_stays_where_its_gallery_has_it(gallery: str, office: Office) -> None:
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    before = office.files("")
    told = office.run("add", gallery, f"{FAIR}/party.jpg")
    assert (told.status, office.files("")) == (0, before)
    assert "fair/party" in told.of("party.jpg")[0]
    assert office.names("other") == []
