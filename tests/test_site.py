"""The site as an index: what it knows, where things stand, and who may see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from campaign.kinds import ENTRY_KINDS, LABELS
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.gallery import Gallery
from campaign.kinds.honour import Honour
from campaign.kinds.indicator import Indicator
from campaign.kinds.news import News
from campaign.kinds.org import Org
from campaign.kinds.speech import Speech
from campaign.kinds.vocab import Vocab
from campaign.model.look import Look
from campaign.model.origin import Origin
from campaign.model.walk import texts, walk
from campaign.site import Site
from values import SETTINGS, TODAY, community, honour, indicator, site

VOCAB = Vocab.model_validate(
    {
        "id": "themes",
        "title": "主题",
        "items": [
            {"id": "later", "label": "二", "order": "2"},
            {"id": "first", "label": "一", "order": "1"},
            {"id": "also", "label": "三", "order": "2"},
        ],
    }
)
GALLERY = Gallery.model_validate(
    {
        "id": "fair",
        "title": "邻里节",
        "date": "2026-03-01",
        "photos": [
            {"file": "dance.jpg", "alt": "跳舞", "licence": "own", "people": "crowd"},
            {"file": "long.table.png", "alt": "长桌", "licence": "own", "people": "crowd"},
        ],
    }
)


def news(id: str, published: str = "2026-04-01 09:00", **fields: str) -> News:
    base = {"title": id, "published": published, "source": "办"}
    return News.model_validate({"id": id, **base, **fields})


def ids(found: Site) -> set[str]:
    return {record.id for record in found.everything()}


def test_records_are_found_by_kind_and_id() -> None:
    here = site(community(), community("beta"), honour("2024-05-01 named"), indicator(), VOCAB)
    assert set(here.of(Community)) == {"alpha", "beta"}
    assert set(here.of(Honour)) == {"city/alpha"}
    assert set(here.of(Indicator)) == {"coverage"}
    assert here.of(Speech) == here.kind("speech") == {}
    assert here.of(District) == {}
    assert ids(here) == {"alpha", "beta", "city/alpha", "coverage", "themes"}


def test_entries_are_articles_of_every_kind() -> None:
    here = site(community(), news("a1"), news("b1"))
    assert [entry.id for entry in here.entries()] == ["a1", "b1"]
    assert set(ENTRY_KINDS) <= LABELS.keys()


def test_a_vocabulary_gives_labels_in_its_order() -> None:
    here = site(VOCAB)
    assert list(here.labels("themes").items()) == [("first", "一"), ("later", "二"), ("also", "三")]
    assert here.label("themes", "first") == "一"
    assert here.label("themes", "unknown") == "unknown"
    assert here.label("unknown", "first") == "first"


def test_a_photo_is_known_by_its_gallery_and_stem() -> None:
    here = site(GALLERY)
    assert list(here.photos) == ["fair/dance", "fair/long.table"]
    assert here.photos["fair/dance"].alt == "跳舞"


def test_a_reference_may_name_a_record_a_word_or_a_photo() -> None:
    here = site(community(), VOCAB, GALLERY)
    assert set(here.known("community")) == {"alpha"}
    assert set(here.known("themes")) == {"first", "later", "also"}
    assert set(here.known("photo")) == {"fair/dance", "fair/long.table"}
    assert set(here.known("nothing")) == set()


def test_a_line_is_that_of_the_field_or_of_what_it_is_part_of() -> None:
    lines = {(): 2, ("a",): 3, ("a", 0): 4, ("a", 0, "b"): 5}
    origin = Origin("x.yml", lines)
    assert [origin.line(loc) for loc in ((), ("a",), ("a", 0, "b"), ("a", 0, "c"), ("z",))] == [
        *(2, 3, 5, 4, 2),
    ]
    assert Origin("x.yml").line(("a",)) == 1


def test_a_record_within_a_list_counts_from_its_item() -> None:
    lines = {(): 1, ("orgs",): 1, ("orgs", 1): 7, ("orgs", 1, "name"): 8}
    origin = Origin("showcases/orgs.yml", lines, ("orgs", 1))
    assert (origin.line(("name",)), origin.line(("level",)), origin.line()) == (8, 7, 7)


def test_a_problem_stands_at_the_field_of_its_record() -> None:
    alpha = community()
    origins = {("community", "alpha"): Origin("x.yml", {(): 1, ("cover",): 6})}
    here = replace(site(alpha), origins=origins)
    found = here.problem(alpha, "V03a", "cover", kind="照片", value="a/b", nearest="")
    assert (found.path, found.line, found.code) == ("x.yml", 6, "V03a")
    assert found.values["value"] == "a/b"
    assert here.origin(community("beta")).path == "showcases"


@pytest.mark.parametrize(
    ("published", "out"),
    [("2026-04-19 23:59", True), ("2026-04-20 23:59", True), ("2026-04-21 00:00", False)],
)
def test_an_entry_is_out_from_its_day_on(published: str, out: bool) -> None:
    assert site().is_out(news("a1", published)) is out


@pytest.mark.parametrize(
    ("fields", "out"),
    [
        ({}, True),
        ({"status": "archived"}, True),
        ({"status": "draft"}, False),
        ({"status": "review"}, False),
        ({"visibility": "internal"}, False),
    ],
)
def test_a_record_is_out_when_it_is_released(fields: dict[str, str], out: bool) -> None:
    assert site().is_out(community(**fields)) is out
    assert site().is_out(news("a1", **fields)) is out


def test_now_is_the_end_of_today() -> None:
    here = site(today=date(2026, 1, 1))
    assert here.now.date() == date(2026, 1, 1)
    assert here.now > datetime(2026, 1, 1, 23, 59, 59)


@pytest.mark.parametrize(("minute", "out"), [(0, False), (29, False), (30, True), (31, True)])
def test_an_entry_is_out_from_its_minute(minute: int, out: bool) -> None:
    here = replace(site(), moment=datetime.combine(TODAY, time(23, minute)))
    assert here.is_out(news("a1", published=f"{TODAY} 23:30")) is out


def test_as_of_another_day_an_entry_of_that_day_is_out() -> None:
    assert site().is_out(news("a1", published=f"{TODAY} 23:30"))


def test_readers_see_what_is_out_and_nothing_else() -> None:
    here = site(
        community(),
        community("draft", status="draft"),
        community("inside", visibility="internal"),
        news("out"),
        news("later", "2026-05-01 09:00"),
        SETTINGS,
    )
    assert ids(here.published()) == {"alpha", "out", "site"}
    assert ids(here) == {"alpha", "draft", "inside", "out", "later", "site"}


def test_a_preview_shows_drafts_and_what_is_to_come_but_nothing_internal() -> None:
    here = site(
        community("draft", status="draft"),
        community("inside", visibility="internal", status="draft"),
        news("later", "2026-05-01 09:00"),
    )
    assert ids(replace(here, preview=True).published()) == {"draft", "later"}


def test_a_preview_of_a_past_day_leaves_out_what_came_later() -> None:
    here = site(news("then", "2026-03-01 09:00"), news("since", "2026-05-01 09:00"))
    past = replace(here, preview=True, present=date(2026, 6, 1))
    assert ids(past.published()) == {"then"}


def test_keeping_leaves_everything_else_as_it_was() -> None:
    here = replace(site(community(), community("beta"), GALLERY), root=Path("/x"))
    kept = here.keeping([("community", "beta"), ("community", "nobody")])
    assert ids(kept) == {"beta"}
    assert kept.photos == {}
    assert (kept.root, kept.today, kept.settings) == (Path("/x"), TODAY, here.settings)
    assert len(here.photos) == 2


def test_a_record_is_walked_once_and_its_texts_are_found_again() -> None:
    alpha, beta = community(features=["一"]), community("beta")
    here = site(alpha, beta)
    assert here.look(alpha).fields == list(walk(alpha))
    assert here.look(alpha).fields is here.look(alpha).fields
    assert here.look(alpha).texts == list(texts(walk(alpha)))
    assert {loc: text for loc, _, text in here.look(beta).texts}["id",] == "beta"


def test_a_look_is_kept_as_long_as_the_record_is_the_same() -> None:
    times: list[str] = []

    def counted(look: Look) -> int:
        times.append(look.record.id)
        return len(times)

    alpha, beta = community(), community("beta")
    before = site(alpha, beta)
    assert [before.look(item).once(counted) for item in (alpha, beta, alpha)] == [1, 2, 1]
    other = community(features=["一"])
    after = replace(site(other, beta), looks=before.looks)
    assert [after.look(item).once(counted) for item in (other, beta)] == [3, 2]
    assert times == ["alpha", "beta", "alpha"]


def test_a_record_in_another_place_is_looked_at_again() -> None:
    alpha = community()
    before = site(alpha)
    moved = replace(before, origins={("community", "alpha"): Origin("showcases/elsewhere.yml")})
    assert before.look(alpha).origin.path != moved.look(alpha).origin.path


def test_what_was_refused_is_not_judged_in_the_place_of_another() -> None:
    refused = community(name="另一个社区")
    here = replace(site(community()), refused={("community", "alpha"): refused})
    assert list(here.written()) == list(here.everything())
    alone = replace(site(), refused={("community", "alpha"): refused})
    assert refused in list(alone.written())


def test_a_heading_is_a_name_or_a_title_or_the_id() -> None:
    org = Org.model_validate({"id": "office", "name": "示例办公室", "level": "city"})
    headings = [item.heading for item in (org, GALLERY, honour("2024-05-01 named"))]
    assert headings == ["示例办公室", "邻里节", "city/alpha"]
