"""Honours of a community whose reviews are still to come: they wait and come out with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.exchanges import GAMMA, Exchange, at, exchange, press, sits
from desks import BETA, Office, told_at, words
from sites import make_site

FORM = "new/honour"
HONOUR = "showcases/honours/city-honour/gamma.yml"
GIVEN = {
    "kind": "city-honour",
    "id": "city-honour/gamma",
    "subject.type": "community",
    "subject.ref": "gamma",
    "events.0.on": "2026-02-02",
    "events.0.type": "named",
}
TEXTS = (".html", ".csv", ".json", ".xml", ".ics")
NAME = "草稿社区金丝雀"


@pytest.fixture
def between(here: Office, tmp_path: Path) -> Exchange:
    return exchange(here.root, tmp_path)


def write_honour(desk: Office) -> None:
    added = desk.post(FORM, desk.form(FORM), "add events")
    assert desk.post(FORM, added.form(GIVEN), "save").status == 303, words(added.text)


def passed(desk: Office, review: str) -> None:
    """Let all three reviewers approve."""
    for name, role in (("李明", "first"), ("赵敏", "second"), ("孙立", "final")):
        sits(desk, name, "市文明办", role)
        answer = desk.post(review, desk.form(review), "pass")
        assert answer.status == 303, words(answer.text)


def test_the_form_says_that_it_waits_and_tells_no_rate_that_readers_will_not_see(
    here: Office,
) -> None:
    added = here.post(FORM, here.form(FORM), "add events")
    said = here.post(FORM, added.form(GIVEN), "check", x_desk_live="1").json()
    assert said["shares"] == []
    page = here.post(FORM, added.form(GIVEN), "check")
    assert "社区还没有发布，这一条先不显示" in told_at(page.text, "subject.ref")
    there = here.text(GAMMA)
    (here.root / GAMMA).write_text(there.replace("status: draft", "status: published"), "utf-8")
    here.desk.changed([GAMMA])
    assert here.post(FORM, added.form(GIVEN), "check", x_desk_live="1").json()["shares"]


def test_it_is_handed_in_with_its_community_and_comes_out_with_it(between: Exchange) -> None:
    one, two = between.one, between.two
    write_honour(one)
    assert one.save("edit/community/beta", {"slogan": "新的口号"}).status == 303
    press(one, "send")
    press(two, "fetch")
    sits(two, "孙立", "市文明办", "final")
    assert "已经发布" in press(two, "publish", ("sure", "yes"))
    assert at(between.bare, "main", HONOUR)
    assert "新的口号" in at(between.bare, "main", BETA)
    site = make_site(two.root)
    pages = [path.read_text("utf-8-sig") for path in site.rglob("*.*") if path.suffix in TEXTS]
    assert [page for page in pages if NAME in page or "city-honour/gamma" in page] == []

    press(one, "fetch")
    assert one.save("edit/community/gamma", {}, "hand-in").status == 303
    press(two, "fetch")
    passed(two, "review/community/gamma")
    assert "status: published" in at(between.bare, "main", GAMMA)
    site = make_site(two.root)
    assert NAME in (site / "honours/index.html").read_text("utf-8")
