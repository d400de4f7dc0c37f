"""What a picture carries beside its pixels is found and named."""

from __future__ import annotations

import pytest
from PIL import ImageOps

from campaign.images import screening
from campaign.images.decoding import MAX_PIXELS
from images.looking import CARRIERS, data_of, difference, each, opened
from picture_files import BY_NAME, FIXTURES, Fixture
from pictures import WIDE, black_png, drawing, encoded, exif, wide

pytestmark = pytest.mark.filterwarnings("error")
TURNED = [fixture for fixture in FIXTURES if fixture.name.startswith("turned-")]


# The fixtures themselves


def test_fixtures_have_names_of_their_own() -> None:
    assert len(BY_NAME) == len(FIXTURES)
    assert {fixture.check for fixture in FIXTURES} == {"accept", "mend", "refuse"}


@each(TURNED)
def test_a_turned_fixture_shows_the_drawing_when_it_is_set_upright(fixture: Fixture) -> None:
    upright = ImageOps.exif_transpose(opened(fixture.data))
    assert upright.size == WIDE
    assert difference(upright, wide()) < 1


# Inspection


@each(FIXTURES)
def test_a_committed_picture_has_the_one_fault_that_it_has(fixture: Fixture) -> None:
    found = screening.fault(fixture.name, data_of(fixture))
    assert (found.code if found else None) == fixture.code


@each(CARRIERS)
def test_what_a_picture_carries_is_named(fixture: Fixture) -> None:
    found = screening.fault(fixture.name, fixture.data)
    assert found
    assert fixture.what in found.values["what"]
    assert found.values["what"]
    assert "Secret" not in found.values["what"]


def test_everything_that_a_picture_carries_is_named_at_once() -> None:
    data = encoded(
        drawing(),
        exif=exif(gps=True, maker="SecretMaker", serial="SECRET1"),
        comment=b"SecretComment",
        xmp=b"SecretXmp",
    )
    found = screening.fault("a.jpg", data + b"SecretTail")
    assert found
    named = ("位置", "序列号", "相机", "XMP", "注释", "末尾")
    assert [what for what in named if what not in found.values["what"]] == []


def test_a_picture_of_just_the_largest_size_may_stay() -> None:
    assert screening.fault("a.png", black_png(10_000, MAX_PIXELS // 10_000, 1, 0)) is None


@pytest.mark.parametrize("name", ["A.JPG", "a.b.jpeg", "照片.Jpg"])
def test_the_name_may_be_written_in_any_way(name: str) -> None:
    assert screening.fault(name, encoded(drawing())) is None
