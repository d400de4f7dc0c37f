"""A consent that somebody crosses out by hand, and the next build."""

from __future__ import annotations

import shutil

import pytest

from withdrawal.office import BY_HAND, REVIEW, Office, gallery, is_grey, pictures_of


def test_a_withdrawal_by_hand_stops_the_build_and_erases_the_photo(office: Office) -> None:
    office.write(gallery(BY_HAND))
    before = office.site()
    done = office.run("build")
    assert done.returncode == 1
    assert "[V11a]" in done.stderr
    assert "photos withdraw fair/dance" in done.stderr
    assert "已从现有网站抹去撤回的照片：fair/dance。" in done.stderr
    after = office.site()
    assert all(map(is_grey, pictures_of(after).values()))
    assert after.keys() == before.keys()
    others = set(before) - set(pictures_of(before))
    assert all(after[path] == before[path] for path in others)
    again = office.run("build")
    assert again.returncode == 1
    assert "抹去" not in again.stderr
    assert office.site() == after
    assert office.has_file


def test_the_command_finishes_a_withdrawal_by_hand_and_keeps_its_day(office: Office) -> None:
    text = gallery(BY_HAND)
    office.write(text)
    assert office.run("photos", "withdraw", "fair/dance").returncode == 0
    assert (office.text(), office.has_file) == (text, False)
    assert "V11a" not in office.run("check").stdout


@pytest.mark.parametrize(("place", "code"), [("elsewhere", "[V03a]"), ("in its list", "[V06c]")])
def test_a_build_that_stops_for_another_reason_erases_the_photo(
    place: str, code: str, office: Office
) -> None:
    (office.root / "showcases/galleries/fair/dance.jpg").unlink()
    if place == "elsewhere":
        record = "showcases/communities/beta.yml"
        office.write(gallery(BY_HAND))
        office.write(office.text(record).replace("district: west", "district: wset"), record)
    else:
        office.write(gallery(BY_HAND, "  - {file: before.jpg, alt: , people: none}\n" + REVIEW))
    before = office.site()
    done = office.run("build")
    assert done.returncode == 1
    assert (code in done.stderr, "[V11a]" in done.stderr) == (True, False)
    assert "已从现有网站抹去撤回的照片：fair/dance。" in done.stderr
    after = office.site()
    assert {path for path in before if before[path] != after[path]} == set(pictures_of(before))


def test_a_build_without_a_site_in_place_erases_nothing_and_says_nothing(office: Office) -> None:
    office.write(gallery(BY_HAND))
    shutil.rmtree(office.root / "site")
    done = office.run("build")
    assert done.returncode == 1
    assert "抹去" not in done.stderr
    assert not (office.root / "site").exists()
