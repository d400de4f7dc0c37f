"""What day and minute it is: the campaign's own, wherever the site is built.

Taken once, at the edge of a command, and passed on. `SOURCE_DATE_EPOCH` takes the clock's
place, so that a build can be repeated: https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import os
from datetime import date, datetime, time, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))


def now() -> datetime:
    """The minute at +08:00, as people write it: without seconds or a zone."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    is_set = epoch.isascii() and epoch.isdigit()
    found = datetime.fromtimestamp(int(epoch), BEIJING) if is_set else datetime.now(BEIJING)
    return found.replace(second=0, microsecond=0, tzinfo=None)


def today() -> date:
    """The day at +08:00."""
    return now().date()


def told(seconds: int) -> str:
    """The minute of a second since 1970 at +08:00, in whatever zone it was written down."""
    return f"{datetime.fromtimestamp(seconds, BEIJING):%Y-%m-%d %H:%M}"


def moment(day: date | None = None) -> datetime:
    """As of when a site is shown: this minute of today, the end of any other day."""
    at = now()
    return at if day is None or day == at.date() else end_of(day)


def end_of(day: date) -> datetime:
    """The last moment of a day: all that is timed for it has come."""
    return datetime.combine(day, time.max)
