"""What must not be seen of a contest: before its result, and at any time."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lens import (
    BEFORE,
    BETA,
    CONTEST,
    RESULT,
    WORKS,
    edition_of,
    gallery,
    key_of,
    order,
    pages_of,
    with_contest,
    words,
    written_by,
)

from campaign.kinds.contest import Contest, jury
from campaign.kinds.contest import page as contests

# Before the result


UNDECIDED = {
    "a result that is still to come": (CONTEST, BEFORE),
    "no result": (CONTEST.replace("result_published: 2026-04-10\n", ""), RESULT),
    "photos are still taken in": (CONTEST, date(2026, 3, 1)),
}


@pytest.mark.parametrize("name", UNDECIDED)
def test_before_the_result_nothing_tells_whose_a_work_is_or_what_it_won(
    name: str, tmp_path: Path
) -> None:
    found = pages_of(with_contest(tmp_path, *UNDECIDED[name]))
    assert list(found) == ["contests/lens/"]
    page = found["contests/lens/"]
    body = str(page.body)
    for secret in ("舞队", "画社", "乙社区", *(w for pair in WORKS.values() for w in pair)):
        assert secret not in body
    assert body.count("data-photo") == len(WORKS)
    assert "_winners" not in body
    for award in ("一等奖", "二等奖", "优秀奖"):
        assert words(body).count(award) == 1, "named among the awards, and nowhere else"


def test_before_the_result_works_stand_in_the_order_that_tells_nothing(tmp_path: Path) -> None:
    edition = with_contest(tmp_path, CONTEST, BEFORE)
    (found,) = edition.site.of(Contest).values()
    assert [work.entry.photo for work in contests.works(edition, found)] == order(found)
    backwards = found.model_copy(update={"entries": found.entries[::-1]})
    assert contests.page(edition, backwards, contests.works(edition, backwards)) == contests.page(
        edition, found, contests.works(edition, found)
    )


def test_the_places_of_works_on_the_page_tell_nothing_and_stay(tmp_path: Path) -> None:
    pattern = re.compile(r'id="(work-[0-9a-f]{8})"')
    before = pattern.findall(str(pages_of(edition_of(tmp_path, BEFORE))["contests/lens/"].body))
    after = pattern.findall(str(pages_of(edition_of(tmp_path))["contests/lens/"].body))
    assert len(set(before)) == len(WORKS)
    assert set(before) == set(after)


def test_before_the_result_no_gallery_tells_it_either(tmp_path: Path) -> None:
    less = CONTEST.split("  - {photo: autumn-walk/night")[0] + "result_published: 2026-04-10\n"
    here = with_contest(tmp_path, less, BEFORE).site
    named = {id: photo.author.name for id, photo in here.photos.items() if photo.author}
    assert named == {"autumn-walk/night": "夜猫己"}, "takes no part"
    there = with_contest(tmp_path, less).site
    assert {photo.author.name for photo in there.photos.values() if photo.author} == {
        author for author, _ in WORKS.values()
    }


# What must not be seen


def test_a_withdrawn_photo_is_gone_from_everything(tmp_path: Path) -> None:
    gone = "people: identifiable, consent: {state: withdrawn, ref: 台1}, author: {name: 吃客乙}"
    record = gallery("spring-fair").replace("people: crowd, author: {name: 吃客乙}", gone)
    edition = edition_of(tmp_path, **{"galleries__spring-fair__gallery": record})
    found = pages_of(edition)
    assert all("吃" not in page.body for page in found.values())
    assert "5 幅作品" in words(str(found["contests/lens/"].body))
    assert re.findall(r"<h2[^>]*>([^<]+)<", str(found["contests/lens_winners/"].body)) == [
        *("二等奖", "优秀奖"),
    ]
    site = written_by(tmp_path)
    written = jury.sheet(site, site.of(Contest)["lens"])
    assert written.count == 5
    assert "spring-fair/lunch" not in [row[1] for row in key_of(written)]


def test_a_photo_of_a_gallery_that_is_not_out_is_not_shown(tmp_path: Path) -> None:
    draft = gallery("autumn-walk") + "status: draft\n"
    found = pages_of(edition_of(tmp_path, **{"galleries__autumn-walk__gallery": draft}))
    assert "3 幅作品" in words(str(found["contests/lens/"].body))


def test_a_community_that_is_not_out_is_not_linked(tmp_path: Path) -> None:
    found = pages_of(edition_of(tmp_path, communities__beta=f"{BETA}status: draft\n"))
    assert "乙社区" not in found["contests/lens_winners/"].body
