"""The page on which a record is reviewed: as it is published, and as it is to be."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from campaign.desk import editing, finding, openable
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.editing import Edited
from campaign.desk.handing_in import changed_pictures, waiting
from campaign.desk.handing_in.compared import FIRST, compared
from campaign.desk.handing_in.exchange_views import REVIEW, FieldView, ReviewView
from campaign.desk.handing_in.marking import marked
from campaign.desk.handing_in.unpublished import published_state, site_before
from campaign.desk.meanwhile import ON_THE_WAY
from campaign.desk.names import SiteNames
from campaign.desk.page_views import CardView
from campaign.desk.past import sheet_name
from campaign.desk.rendering import render
from campaign.desk.saving import SAID, Outcome, keep, passing_words, whose_turn
from campaign.desk.sheet import Pairs, Sheet, said_of, titles
from campaign.desk.sheet_page import STATUS_WORDS, elsewhere_view, view
from campaign.desk.steps import BACK, PASS
from campaign.desk.versions import states
from campaign.kinds.kind import Kind
from campaign.model.base import ReviewRole
from campaign.problems import Severity
from campaign.site import Site

AS_IF = f"{PREFIX}as-if/"
LABELS = {role.value: role.label for role in ReviewRole}
UNSEEN = "您看的时候，有人改了这一条。下面是新的，请再看一遍。"
FOLLOWING = "下面是等您审核的下一条。"
NO_REASON = "请写明为什么退回，编辑才知道改什么。"


def page(desk: Desk, kind: Kind[Any], id: str, pairs: Pairs) -> Markup | str:
    """The review of a record; or where to go when it is decided. Raises KeyError."""
    base = editing.opened(desk.site, kind.name, id)
    sheet = Sheet(desk, base, pairs)
    outcome, do = Outcome(sheet), sheet.field("do")
    if do in (PASS, BACK):
        outcome = _decided(sheet, do)
        if outcome.kept is not None:
            return _onwards(desk, outcome.said or do)
    return render(REVIEW, _view(desk, base, outcome))


def _onwards(desk: Desk, said: str) -> str:
    """Where a reviewer goes on: to what waits next, or else to the first page."""
    following = waiting.first_to_review(desk)
    if following is None:
        return f"{PREFIX}?said={said}"
    desk.tell(*following, [f"{SAID[said]}{FOLLOWING}"])
    return waiting.review_url(*following)


def _decided(sheet: Sheet, do: str) -> Outcome:
    """Approve, or send back; the fault says why neither is done."""
    if sheet.field("stamp") != sheet.desk.stamp(sheet.base.raw):
        return Outcome(sheet, faults=[UNSEEN])
    note = sheet.field("note").strip()
    if do == BACK and not note:
        return Outcome(sheet, faults=[NO_REASON])
    return keep(sheet, do, sheet.desk.ledger.person(), note)


def _view(desk: Desk, base: Edited, outcome: Outcome) -> ReviewView:
    sheet, person = Sheet(desk, base), desk.ledger.person()
    is_awaited = base.data.get("status") == "review"
    commit, was = published_state(desk, base)
    before, after = _pages(desk, was, base)
    passing = passing_words(person, base.data) if is_awaited else ""
    turn = whose_turn(person, base.data) if is_awaited else ""
    is_last = passing and person is not None and person.role == ReviewRole.FINAL
    return {
        "name": sheet_name(desk.site, base),
        "state": STATUS_WORDS.get(str(base.data.get("status")), "已发布"),
        "notices": desk.told(base.kind.name, base.id),
        "told": [*_told(desk, base), *([turn] if turn else [])],
        "faults": outcome.faults,
        "problems": _problems(outcome) if outcome.faults else [],
        "elsewhere": [elsewhere_view(sheet, item) for item in outcome.sheet.elsewhere()]
        if outcome.must_agree
        else [],
        "is_new": was is None,
        "fields": list(_fields(desk, was, base)),
        "pictures": changed_pictures.view(desk, commit, was, base),
        "before": before,
        "after": after,
        "token": desk.token,
        "stamp": desk.stamp(base.raw),
        "must_agree": outcome.must_agree,
        "passing": passing,
        "note": outcome.sheet.field("note"),
        "along": _along(desk, base) if is_last else [],
        "edit": finding.url_of(base.kind.name, base.id),
    }


def _problems(outcome: Outcome) -> list[Any]:
    """What keeps the record from readers."""
    sheet = outcome.sheet
    found = [item for items in sheet.own().values() for item in items]
    return [view(sheet, item) for item in found if sheet.severity(item) is Severity.ERROR]


def _told(desk: Desk, base: Edited) -> Iterator[str]:
    """Who handed it in, and who has approved."""
    record = f"{base.kind.name}/{base.id}"
    last = next((item for item in desk.ledger.of(base.path) if item.record == record), None)
    if last is not None:
        yield f"最近一次：{last.when} {last.by} {last.subject}"
    for item in base.data.get("review") or []:
        if isinstance(item, dict):
            called = LABELS.get(str(item.get("role")), "审核")
            yield f"{called}已通过：{item.get('by')} {item.get('at')}"


def _fields(desk: Desk, was: Edited | None, now: Edited) -> Iterator[FieldView]:
    """What each field said and says, with what differs marked."""
    names, called = SiteNames(desk.site), titles(now)
    one, two = states.values(was), states.values(now)
    for key in dict.fromkeys((*two, *one)):
        if key not in ON_THE_WAY and one.get(key) != two.get(key):
            old, new = (
                said_of(now, key, data[key], names) if data.get(key) is not None else ""
                for data in (one, two)
            )
            before, after = marked(old, new)
            yield {"title": called.get(key, key), "before": before, "after": after}


def _pages(desk: Desk, was: Edited | None, base: Edited) -> tuple[str, str]:
    """Where the page is as it was and as it is to be, what differs marked on both.

    Nothing for a page that is not there.
    """
    later = _address(desk, desk.site, base)
    earlier = _address(desk, site_before(desk, base, was), base) if was else ""
    if not (earlier and later):
        return earlier, later
    places = [address.partition("#")[0] for address in (earlier, later)]
    texts = compared(*(_html(desk, place) for place in places))
    for place, html in zip(places, texts, strict=True):
        desk.keep_page(place, html)
    before, after = (f"{place}#{FIRST}" for place in places)
    return before, after


def _html(desk: Desk, address: str) -> str:
    key, _, path = address.removeprefix(AS_IF).partition("/")
    site_map = desk.map_of(key)
    data = desk.resident.answer_from(site_map, path).data if site_map else b""
    return data.decode() if isinstance(data, bytes) else ""


def _address(desk: Desk, site: Site, base: Edited) -> str:
    """Where the page of a record stands in the map of a site; nothing where it has none."""
    record = site.kind(base.kind.name).get(base.id)
    if record is None and base.kind.name not in openable.OF_THE_SITE:
        return ""
    place = openable.address(base.kind, base.id, record)
    if place is None:
        return ""
    site_map = desk.resident.map_with(site)
    if site_map is None:
        return ""
    key = secrets.token_urlsafe(8)
    desk.keep_map(key, site_map)
    return f"{AS_IF}{key}/{place}"


def _along(desk: Desk, base: Edited) -> list[CardView]:
    """What else is published with the last approval: everything that is done and not out yet."""
    own = waiting.review_url(base.kind.name, base.id)
    return [card for card in waiting.changed(desk) if card["url"] != own]
