"""The site as of any day: what came later is hidden, and nothing is refused for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from campaign.build import kind_pages
from campaign.build.content import Content
from campaign.build.documents import Documents
from campaign.every_page.labels import Labels
from campaign.exchange.linked import Linked
from campaign.exchange.subscriptions import feeds
from campaign.exchange.table import Type
from campaign.exchange.tables import tables
from campaign.kinds import ENTRY_KINDS
from campaign.kinds.experience import Experience
from campaign.kinds.honour.facts import changes_until, standings_at
from campaign.kinds.project import Project
from campaign.kinds.project.lifecycle import EventType
from campaign.kinds.project.record import Nature
from campaign.model.promise import PromisingRecord
from campaign.problems import Severity
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.site import Site
from campaign.verbs.reports import line, told

ROOT = Path(__file__).parents[2]
LONG_AGO = timedelta(days=365)
AHEAD = frozenset({"due", "promised_due", "next_review", "inspection_date"})
"""Columns of tables with days that are meant to lie ahead; those of plans and of what is to come
have them, too."""
OF_PLANS = frozenset({"events", "calls", "posters", "contests"})
TOLD = re.compile(
    r"(?:更新时间|发布时间)：\s*<time[^>]*>(\d{4}-\d\d-\d\d)|到 (\d{4}-\d\d-\d\d) 为止"
)
"""Where a page says when it was updated, or until when something was otherwise."""
EXAMPLES = "about/specimen/"
"""What the parts of pages look like: its figures and days are made up."""


@pytest.fixture(scope="module")
def today() -> date:
    site = Content.open(ROOT).site
    assert site is not None
    return site.today


@cache
def as_of(on: date) -> tuple[Site, list[str]]:
    """The content on a day as readers may see it, and its errors."""
    content = Content.open(ROOT, today=on)
    assert content.site is not None
    grave = [item for item in content.problems if item.severity() is Severity.ERROR]
    return content.site, [line(item, content.site, "en") for item in told(grave)]


@pytest.mark.parametrize("days", [-3650, -365, -110, -1, 0, 71, 365])
def test_no_day_is_refused(today: date, days: int) -> None:
    _, grave = as_of(today + timedelta(days=days))
    assert grave == []


@pytest.mark.parametrize("days", [-365, -110, -1, 0])
def test_nothing_that_came_later_is_there(today: date, days: int) -> None:
    on = today + timedelta(days=days)
    site, _ = as_of(on)
    begun = [record.begins for record in site.everything() if record.begins]
    assert max(begun, default=on) <= on
    confirmed = [record.updated for record in site.everything() if record.updated]
    assert max(confirmed, default=on) <= on


def test_the_roll_of_a_past_day_is_that_of_a_site_as_of_it(today: date) -> None:
    now, _ = as_of(today)
    on = date(today.year - 1, 12, 31)
    then, _ = as_of(on)
    told = {(item.honour.id, item.state) for item in standings_at(now, on)}
    assert {(item.honour.id, item.state) for item in standings_at(then, on)} == told
    assert len(changes_until(then, on)) == len(changes_until(now, on))


def test_a_record_names_nothing_that_came_later(today: date) -> None:
    site, _ = as_of(today - LONG_AGO)
    seen = {(kind, id) for kind in ENTRY_KINDS for id in site.kind(kind)}
    named = {
        ("policy", id)
        for record in site.everything()
        for id in [getattr(record, "policy", None)]
        if id
    }
    assert named <= seen


@cache
def edition_of(on: date) -> Edition:
    return Edition(as_of(on)[0], {})


def year_ended(today: date) -> date:
    return date(today.year - 1, 12, 31)


def pages_of(edition: Edition) -> Iterator[Page]:
    made = {**Documents(edition).pages(), **kind_pages.pages(edition)}
    return (make() for address, make in made.items() if address != EXAMPLES)


def test_no_page_of_a_past_day_was_changed_later(today: date) -> None:
    on = year_ended(today)
    pages = list(pages_of(edition_of(on)))
    told = [(page.path, day) for page in pages for m in TOLD.findall(page.body) for day in m if day]
    changed = [(page.path, page.modified) for page in pages]
    assert [item for item in [*told, *changed] if item[1] > str(on)] == []


def test_no_feed_of_a_past_day_tells_of_a_later_one(today: date) -> None:
    on = year_ended(today)
    found = {address: make() for address, make in feeds(edition_of(on)).items()}
    told = [(feed.address, feed.updated.date()) for feed in found.values()]
    items = [item for feed in found.values() for item in feed.items]
    told += [(item.url, day.date()) for item in items for day in (item.published, item.updated)]
    assert [item for item in told if item[1] > on] == []


def test_no_label_of_a_past_day_names_a_later_one(today: date) -> None:
    on = year_ended(today)
    edition = edition_of(on)
    labels, linked, told = Labels(edition.site), Linked(edition), []
    for page in pages_of(edition):
        told += [(page.path, day) for name, day in labels.of_page(page.path) if name == "PubDate"]
        for node in linked.describe(page.path, page.title):
            told += [
                (page.path, str(node.get(name, ""))) for name in ("dateModified", "datePublished")
            ]
    assert [item for item in told if item[1][:10] > str(on)] == []


def test_no_table_of_a_past_day_tells_of_a_later_one(today: date) -> None:
    on = year_ended(today)
    cells = [
        (table.name, column.name, str(row[column.name]))
        for table in tables()
        if table.name not in OF_PLANS
        for row in table.rows(edition_of(on))
        for column in table.columns
        if column.type is Type.DATE and column.name not in AHEAD and row[column.name]
    ]
    assert [cell for cell in cells if cell[2] > str(on)] == []


def test_what_came_of_a_promise_later_is_not_known(today: date) -> None:
    on = year_ended(today)
    promising = [item for item in as_of(on)[0].everything() if isinstance(item, PromisingRecord)]
    events = [event.on for item in promising for p in item.promises for event in p.events]
    assert max(events, default=on) <= on


FINISHING = (EventType.BUILT, EventType.ACCEPTED)


@pytest.mark.parametrize("finishing", FINISHING)
def test_what_a_project_came_to_is_not_known_before_it_is_accepted(
    today: date, finishing: EventType
) -> None:
    """As of the day before each was built, and the day before it was accepted."""
    told = []
    for project in as_of(today)[0].of(Project).values():
        days = [event.on for event in project.events if event.type is finishing]
        then = project.as_of(min(days) - timedelta(days=1)) if days else project
        if days and (then.cost or then.pairs or then.paid_by or then.finished_m):
            told.append(project.id)
    assert told == []


def test_a_subsidy_is_not_known_before_it_has_come(today: date) -> None:
    later = [
        (project, event.on)
        for project in as_of(today)[0].of(Project).values()
        for event in project.events
        if event.type is EventType.SUBSIDISED
    ]
    then = [(project, project.as_of(on - timedelta(days=1))) for project, on in later]
    assert then
    assert [p.id for p, was in then if any(i.nature is Nature.SUBSIDY for i in was.paid_by)] == []
    assert [p.id for p, was in then if was.cost is not None and was.paid != p.paid] == []


def test_no_recognition_of_a_past_day_was_given_later(today: date) -> None:
    given = [
        (experience, recognition.date)
        for experience in as_of(today)[0].of(Experience).values()
        for recognition in experience.recognition
    ]
    assert given
    for experience, day in given:
        then = experience.as_of(day - timedelta(days=1))
        assert all(recognition.date < day for recognition in then.recognition)
