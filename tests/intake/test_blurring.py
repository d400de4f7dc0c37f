"""Faces and numbers are blurred as photos are taken in."""

from __future__ import annotations

import os

import pytest

from intake.office import FAIR, WHOLE, Office, photo, spread
from pictures import encoded, noise


def test_what_is_blurred_cannot_be_seen_any_more(office: Office) -> None:
    source = office.put("party.jpg", encoded(noise(800, 400)))
    told = office.run("add", "fair", str(source), "--blur", "0,0,25,50", "--blur", "75,50,30,50")
    data = office.files()[f"{FAIR}/party.jpg"]
    assert told.status == 0
    assert spread(data, (0, 0, 200, 200)) < 50 < 150 < spread(data, (220, 0, 800, 180))
    assert spread(data, (600, 200, 800, 400)) < 50 < 150 < spread(data, (0, 220, 580, 400))


@pytest.mark.parametrize("option", [("--alt", WHOLE[1]), ("--blur", "0,0,10,10")])
def test_what_is_said_of_one_photo_is_not_said_of_two(
    option: tuple[str, str], office: Office
) -> None:
    sources = [str(office.put(f"{number}.jpg", photo(number))) for number in range(2)]
    told = office.run("add", "fair", *sources, *option)
    assert (told.status, office.files()) == (1, {})
    assert option[0] in told.lines[0]


@pytest.mark.parametrize(
    "value",
    [
        *("", "40", "40,10,20", "40,10,20,25,5", "40，10，20，25", "a,b,c,d", "40,10,0,25"),
        *("-1,0,5,5", "101,0,5,5", "0,101,5,5", "0,0,5,101", "nan,0,5,5", "0,0,inf,5"),
    ],
)
@pytest.mark.parametrize("verb", [("add", "fair"), ("mend",)])
def test_a_rectangle_that_makes_no_sense_is_explained(
    verb: tuple[str, ...], value: str, office: Office
) -> None:
    name = f"{FAIR}/party.jpg"
    office.put(name, photo(gps=True))
    told = office.run(*verb, name, "--blur", value)
    assert told.status == 2
    assert "40,10,20,25" in "".join(told.lines)
    assert office.files("") == {**office.files(""), name: photo(gps=True)}
    assert "originals" not in os.listdir(office.root)
