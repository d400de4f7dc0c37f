"""What day it is: the campaign's own, wherever the site is built.

Taken once, at the edge of a command, and passed on. `SOURCE_DATE_EPOCH` takes the clock's
place, so that a build can be repeated: https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))


def today() -> date:
    """The day at +08:00."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), BEIJING).date()
    return datetime.now(BEIJING).date()
