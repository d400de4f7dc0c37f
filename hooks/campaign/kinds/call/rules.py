"""Calls: days in order, care for personal data, and a result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from campaign.kinds.call import Call
from campaign.kinds.call.facts import State, state
from campaign.kinds.call.record import FieldKind
from campaign.problems import Problem
from campaign.site import Site

PERSONAL = re.compile(
    r"姓名|(?:您|你|本人|孩子)的?名字|电话|手机|手机号|微信|QQ|邮箱|身份证|证件号|住址|门牌|楼号|房号|家庭地址|联系(?:方式|地址)"
    r"|出生(?:年月|日期)|生日|车牌"
)
"""What a form asks for when it wants to know who somebody is."""
LONGEST = timedelta(days=2 * 366)
OWED = timedelta(days=60)
"""How long after its end a call may be without a result."""


def days_in_order(site: Site) -> Iterator[Problem]:
    """V51a: a call that ends before it begins."""
    for call in site.of(Call).values():
        if call.period.end < call.period.start:
            words = {"end": call.period.end, "start": call.period.start}
            yield site.problem(call, "V51a", "period", "to", **words)


def too_long(site: Site) -> Iterator[Problem]:
    """V51h: a call that goes on for years has a wrong digit in one of its days."""
    for call in site.of(Call).values():
        days = call.period.end - call.period.start
        if days > LONGEST:
            words = {"start": call.period.start, "end": call.period.end}
            yield site.problem(call, "V51h", "period", "to", **words)


def result_owed(site: Site) -> Iterator[Problem]:
    """V51b: those who answered were never told what came of it."""
    for call in site.of(Call).values():
        since = site.today - call.period.end
        is_ordered = timedelta(0) <= call.period.end - call.period.start <= LONGEST
        if is_ordered and state(call, site.today) is State.CLOSED and since > OWED:
            yield site.problem(call, "V51b", "period", "to", days=since.days)


def without_privacy(site: Site) -> Iterator[Problem]:
    """V51c: a form asks for personal things, and nobody says what becomes of them."""
    for call in site.of(Call).values():
        for index, field in enumerate(call.fields):
            if field.personal and not call.privacy:
                yield site.problem(call, "V51c", "fields", index, value=field.label)
                break


def unmarked(site: Site) -> Iterator[Problem]:
    """V51g: a line of the form asks who somebody is, and is not marked as personal."""
    for call in site.of(Call).values():
        for index, field in enumerate(call.fields):
            is_written = field.kind is not FieldKind.CHOICE and not field.personal
            found = PERSONAL.search(field.label) if is_written else None
            if found:
                yield site.problem(call, "V51g", "fields", index, value=found[0])


def result_too_early(site: Site) -> Iterator[Problem]:
    """V51d: a result of a day to come, or from before the call closed."""
    for call in site.of(Call).values():
        end = max(call.period.start, call.period.end)
        if call.outcome and (site.is_future(call.outcome.on) or call.outcome.on <= end):
            words = {"day": call.outcome.on, "end": end}
            yield site.problem(call, "V51d", "outcome", "on", **words)


def no_options(site: Site) -> Iterator[Problem]:
    """V51e: something to tick, with nothing to choose from; or options that are never shown."""
    for call in site.of(Call).values():
        for index, field in enumerate(call.fields):
            least = 2 if field.kind is FieldKind.CHOICE else 0
            most = len(set(field.options)) if least else 0
            if not least <= len(field.options) <= most:
                yield site.problem(call, "V51e", "fields", index, value=field.label)


def more_taken_than_received(site: Site) -> Iterator[Problem]:
    """V51f: more was taken up than came in."""
    for call in site.of(Call).values():
        found = call.outcome
        if found and found.received is not None and (found.taken or 0) > found.received:
            words = {"taken": found.taken, "received": found.received}
            yield site.problem(call, "V51f", "outcome", "taken", **words)


CHECKS = (
    days_in_order,
    too_long,
    result_owed,
    without_privacy,
    unmarked,
    result_too_early,
    no_options,
    more_taken_than_received,
)
