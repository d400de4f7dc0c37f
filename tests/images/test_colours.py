"""Colours stay what they were when a profile is dropped."""

from __future__ import annotations

import pytest

from campaign.images.master import master
from colour_profiles import p3_profile, srgb_profile
from images.looking import (
    CLOSE,
    FAR,
    P3,
    derived,
    difference,
    each,
    mastered,
    opened,
    srgb_of,
    truth_of,
)
from picture_files import Fixture
from pictures import drawing, encoded

pytestmark = pytest.mark.filterwarnings("error")


def test_the_reference_knows_display_p3() -> None:
    assert srgb_of((255, 255, 255)) == (255, 255, 255)
    assert srgb_of((128, 128, 128)) == (128, 128, 128)
    assert srgb_of((255, 0, 0)) == (255, 0, 0)


@each(P3)
def test_the_red_of_a_telephone_stays_red(fixture: Fixture) -> None:
    truth = truth_of(fixture)
    files = derived(fixture.name).files
    largest = max(files, key=lambda name: (name.endswith(".webp"), int(name.split(".")[0])))
    smaller = f"{min(640, truth.width)}.webp"
    for data in (mastered(fixture.name).data, files[largest], files[smaller]):
        assert difference(opened(data), truth) <= CLOSE


@each(P3)
def test_a_profile_that_is_dropped_would_be_noticed(fixture: Fixture) -> None:
    assert fixture.truth
    assert difference(fixture.truth(), truth_of(fixture)) > FAR


def test_a_profile_that_is_none_is_left_aside() -> None:
    gray = encoded(drawing().convert("L"), icc_profile=srgb_profile())
    for data in (
        encoded(drawing(), icc_profile=b"no profile"),
        encoded(drawing(), icc_profile=p3_profile()[:200]),
        encoded(drawing(), icc_profile=p3_profile().replace(b"RGB ", b"\xff\xfe\xfd\xfc")),
    ):
        assert difference(opened(master(data).data), drawing()) <= CLOSE
    assert difference(opened(master(gray).data), drawing().convert("L").convert("RGB")) <= CLOSE
