"""The campaign calendar: which days it holds, and that programs can read it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from icalendar import Calendar, Component

from campaign.derive.facts import Facts
from campaign.every_page import subscribe
from campaign.exchange import calendars
from campaign.kinds.honour import occasions
from editions import HOSTILE, edition, quoted
from sites import tree_of
from values import community, honour, honour_kind, site

BASE = "https://example.org/repo/"


def events(path: Path) -> list[Component]:
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_the_campaign_calendar_holds_every_date(built: Path) -> None:
    found = {str(e["SUMMARY"]): e.decoded("DTSTART") for e in events(built / "site/calendar.ics")}
    assert found == {
        "示例称号检查验收": date(2026, 7, 10),
        "卫生<b>城市</b> & 更多检查：示例办公室": date(2026, 9, 15),
        "截止：征求<b>意见</b>": date(2026, 4, 25),
        "道路：完成期限": date(2026, 6, 30),
        "市级荣誉复查：甲<b>社区</b> & “乙”": date(2027, 12, 12),
        "示例<b>摄影</b>大赛征稿": date(2025, 10, 20),
        "示例<b>邻里</b>节 & 长桌": datetime(2026, 3, 14, 7, tzinfo=UTC),
        "共建期限：示例办与甲<b>社区</b>": date(2026, 3, 31),
    }


def test_a_column_has_its_own_dates(built: Path) -> None:
    files = [path for path in tree_of(built / "site") if path.endswith(".ics")]
    assert files == [
        "calendar.ics",
        "calls/calendar.ics",
        "campaigns/calendar.ics",
        *(f"communities/{id}/calendar.ics" for id in ("alpha", "beta")),
        "contests/calendar.ics",
        "events/calendar.ics",
        "events/series_fair/calendar.ics",
        *(f"{f}/calendar.ics" for f in ("honours", "pairings", "tasks")),
    ]
    [task] = events(built / "site/tasks/calendar.ics")
    assert str(task["URL"]) == f"{BASE}tasks/roads/"
    assert str(task["UID"]) == "task-roads@example.org"
    assert "示例办" in str(task["DESCRIPTION"])


def test_days_are_whole_and_the_last_one_counts(built: Path) -> None:
    [contest] = events(built / "site/contests/calendar.ics")
    assert contest.decoded("DTSTART") == date(2025, 10, 20)
    assert contest.decoded("DTEND") == date(2025, 12, 11)


def test_a_calendar_tells_nothing_of_when_it_was_built(built: Path) -> None:
    for event in events(built / "site/calendar.ics"):
        assert event.decoded("DTSTAMP").year < 2027
        assert "LAST-MODIFIED" not in event


def test_a_hostile_title_stays_in_its_line(tmp_path: Path) -> None:
    title = "a\\nBEGIN:VALARM " + HOSTILE[:8]
    fields = f"id: one, order: 1, title: {quoted(title)}, summary: s, lead: office, due: 2026-06-30"
    tasks = f"tasks:\n  - {{{fields}}}\n"
    made = edition(tmp_path, {"showcases/tasks.yml": tasks})
    [output] = [o for o in calendars.outputs(made) if o.path == "tasks/calendar.ics"]
    assert isinstance(output.data, bytes)
    [event] = Calendar.from_ical(output.data).walk("VEVENT")
    assert str(event["SUMMARY"]).startswith(title)
    assert not Calendar.from_ical(output.data).walk("VALARM")


def test_an_empty_calendar_is_not_offered(tmp_path: Path) -> None:
    assert subscribe.calendars(edition(tmp_path)) == [""]


def test_reviews_of_a_kind_on_a_day_are_one_occasion() -> None:
    kind = honour_kind(valid_years=3)
    held = [honour("2024-05-01 named", to=id) for id in ("alpha", "beta", "gamma")]
    places = [community(id) for id in ("alpha", "beta", "gamma")]
    [review] = occasions.reviews(Facts(site(kind, *held, *places)))
    assert review.start == date(2027, 5, 1)
    assert review.title == "city复查：alpha、beta等 3 个社区"
    assert review.text == "alpha、beta、gamma"
    assert review.written == date(2024, 5, 1)


def test_an_honour_that_is_lost_needs_no_review() -> None:
    kind = honour_kind(valid_years=3)
    lost = honour("2024-05-01 named, 2025-05-01 revoked")
    assert not list(occasions.reviews(Facts(site(kind, lost, community("alpha")))))


def test_a_persons_honour_is_in_no_calendar() -> None:
    kind = honour_kind(valid_years=3, subjects=["person"])
    person = honour("2024-05-01 named", subject="person")
    assert not list(occasions.reviews(Facts(site(kind, person, community("alpha")))))
