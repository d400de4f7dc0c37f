"""A record's past, taking a change back, and taking a record away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from markupsafe import Markup

from campaign.derive.references import references
from campaign.desk import editing, finding, openable
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.editing import BODY, Edited
from campaign.desk.names import SiteNames, called
from campaign.desk.page_views import (
    HISTORY,
    REMOVAL,
    CardView,
    ChangeView,
    FieldChangeView,
    HistoryView,
    RemovalView,
)
from campaign.desk.photos import beside
from campaign.desk.rendering import render
from campaign.desk.saving import UNNOTED_REMOVAL, unclean
from campaign.desk.sheet import Pairs, said_of, titles
from campaign.desk.versions.ledger import Entry
from campaign.kinds.kind import Kind
from campaign.site import Site
from campaign.writing import files, splicing, withdrawals
from campaign.writing.changes import Remove
from campaign.writing.splicing import Unreadable, Unsafe

KEPT = "{}只增不删：写错了的，添一条“更正”。"
NEEDED = "网站离不开它，这里不能删。确实不要了，请技术员处理。"
ON_RECORD = (
    "这个相册里记着有人撤回了同意，这条记录要一直留着，所以不能整个删去。"
    "不想再让人看到这个相册：把其余照片“拿掉”，“可见范围”选“内部”，再保存。"
)
LAST_OF_LIST = "这个文件里只剩这一条，请技术员处理。"
NOT_TAKEN_BACK = "这一次改动收不回来：那时的写法现在读不懂。请打开表单手工改。"
WITHDRAWN = "照片里的人撤回了同意，不能再放回来。"
OTHER_PICTURE = "那个文件名现在是另一张照片，收不回来。请打开表单，把照片重新加进来。"
TAKEN_BACK = "已经改回去了，这也是一条新的修改记录。"
"""What is said of the two ends of a record's life."""
SHOWN, MOST = 100, 2000
"""How many changes of a record are shown, of how many of its file."""


def state(desk: Desk, kind: Kind[Any], id: str, path: str, raw: bytes | None) -> Edited | None:
    """What a file said of a record; nothing where it said nothing that can be read."""
    try:
        return editing.of_bytes(kind, id, path, raw)
    except (KeyError, editing.Unreadable):
        return None


def history(desk: Desk, kind: Kind[Any], id: str, pairs: Pairs) -> Markup | str:
    """The changes of a record; or where to go when one has been taken back.

    Raises KeyError where there is no such record.
    """
    now = editing.opened(desk.site, kind.name, id)
    fault = ""
    back = next((text for name, text in pairs if name == "back"), "")
    if back:
        fault = _take_back(desk, now, back)
        if not fault:
            return f"{PREFIX}history/{kind.name}/{id}"
    view: HistoryView = {
        "name": sheet_name(desk.site, now),
        "token": desk.token,
        "fault": fault,
        "notice": " ".join(desk.told(kind.name, id)),
        "changes": list(_changes(desk, now)),
    }
    return render(HISTORY, view)


def sheet_name(site: Site, base: Edited) -> str:
    """What a record is called, be it one that cannot be read yet."""
    record = site.kind(base.kind.name).get(base.id)
    written = base.data.get("name") or base.data.get("title")
    if own := openable.name_of(site, base.kind.name, base.id):
        return own
    return called(site, record) if record else str(written or base.id)


def _record(found: Edited) -> str:
    return f"{found.kind.name}/{found.id}"


def _changes(desk: Desk, now: Edited) -> Iterator[ChangeView]:
    """Each change of the file that changed this record, the latest first."""
    is_latest, own = True, _record(now)
    told = (item for item in desk.ledger.of(now.path, MOST) if item.record in ("", own))
    for entry, fields in islice(_with_fields(desk, now, told), SHOWN):
        yield {
            "commit": entry.commit,
            "when": entry.when,
            "by": entry.by,
            "subject": entry.subject,
            "fields": fields,
            "is_latest": is_latest,
        }
        is_latest = False


def _with_fields(
    desk: Desk, now: Edited, entries: Iterable[Entry]
) -> Iterator[tuple[Entry, list[FieldChangeView]]]:
    """The changes that changed this record, of those that changed its file."""
    for entry in entries:
        if fields := _fields(desk, now, entry):
            yield entry, fields


def _fields(desk: Desk, now: Edited, entry: Entry) -> list[FieldChangeView]:
    """What each field said before a change and after it."""
    ledger, called = desk.ledger, titles(now)
    after = state(desk, now.kind, now.id, now.path, ledger.bytes_at(entry.commit, now.path))
    before = state(desk, now.kind, now.id, now.path, ledger.before(entry.commit, now.path))
    one, two, names = _values(before), _values(after), SiteNames(desk.site)
    return [
        {
            "title": called.get(key, key),
            "theirs": said_of(now, key, two.get(key), names),
            "ours": said_of(now, key, one.get(key), names),
        }
        for key in dict.fromkeys((*one, *two))
        if one.get(key) != two.get(key)
    ]


def _values(found: Edited | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {**found.data, BODY: found.body} if found.body else dict(found.data)


def _take_back(desk: Desk, now: Edited, commit: str) -> str:
    """Make a record say what it said before a change; why not, if that cannot be done."""
    was = state(desk, now.kind, now.id, now.path, desk.ledger.before(commit, now.path))
    if was is None:
        return NOT_TAKEN_BACK
    after = state(desk, now.kind, now.id, now.path, desk.ledger.bytes_at(commit, now.path))
    data, undone = dict(now.data), _values(after)
    for key in dict.fromkeys((*was.data, *(after.data if after else {}))):
        if was.data.get(key) != undone.get(key):
            data.pop(key, None)
            if key in was.data:
                data[key] = was.data[key]
    body = was.body if after and after.body != was.body else now.body
    if beside.is_shown_again(desk, now, data):
        return WITHDRAWN
    if beside.has_pictures(now.kind) and beside.mixes(now, data):
        return OTHER_PICTURE
    if raw := unclean(desk, now, data):
        return "".join(raw)
    if refusal := openable.why_not(now.kind, desk.ledger.person()):
        return refusal
    subject = f"{now.kind.label} {sheet_name(desk.site, now)} 收回一次改动"
    try:
        wanted = editing.rewrite(desk.resident.root, now, data, body)
        files.write([wanted])
    except (Unsafe, Unreadable, files.Conflict, OSError):
        return NOT_TAKEN_BACK
    if beside.has_pictures(now.kind):
        beside.bring_back(desk, now, data, commit)
    pictures = beside.settled(desk, now, data)
    told = desk.write_down([now.path, *pictures], subject, record=_record(now))
    desk.tell(now.kind.name, now.id, told)
    desk.changed([now.path, *pictures])
    return ""


# Taking a record away


def removal(desk: Desk, kind: Kind[Any], id: str, pairs: Pairs) -> Markup | str:
    """The question whether a record is to go; or where to go when it has gone.

    Raises KeyError where there is no such record.
    """
    base = editing.opened(desk.site, kind.name, id)
    refusal = _kept_for(base)
    naming = list(_naming(desk.site, kind, id))
    if ("sure", "yes") in pairs and not refusal and not naming:
        refusal = _remove(desk, base)
        if not refusal:
            told = desk.told(kind.name, id)
            return f"{PREFIX}?said={UNNOTED_REMOVAL}" if told else f"{PREFIX}all/{kind.name}"
    view: RemovalView = {
        "name": sheet_name(desk.site, base),
        "token": desk.token,
        "refusal": refusal,
        "naming": naming,
        "back": finding.url_of(kind.name, id),
    }
    return render(REMOVAL, view)


def _kept_for(base: Edited) -> str:
    """Why a record is never taken away; nothing where it may be."""
    if not openable.may_be_removed(base.kind):
        return NEEDED
    if base.kind.is_only_added_to:
        return KEPT.format(base.kind.label)
    is_on_record = beside.has_pictures(base.kind) and any(withdrawals.withdrawn(base.data))
    return ON_RECORD if is_on_record else ""


def _naming(site: Site, kind: Kind[Any], id: str) -> Iterator[CardView]:
    """Every other record that names one, or a part of it."""
    for record in site.everything():
        if (record.kind, record.id) != (kind.name, id) and any(
            (named, target) == (kind.name, id)
            or (named in kind.parts and target.startswith(f"{id}/"))
            for _, named, target in references(site, record)
        ):
            yield finding.card(site, record)


def _remove(desk: Desk, base: Edited) -> str:
    """Take a record out of the content; why not, if that cannot be done."""
    name, place = sheet_name(desk.site, base), desk.resident.root / base.path
    if base.prefix:
        try:
            text = splicing.spliced((base.raw or b"").decode(), [Remove(base.prefix)])
            files.write([files.Rewrite(place, base.raw, text.encode())])
        except (Unsafe, Unreadable, files.Conflict, OSError):
            return LAST_OF_LIST
    else:
        place.unlink()
    pictures = beside.settled(desk, base, {})
    subject = f"{base.kind.label} {name} 删除"
    told = desk.write_down([base.path, *pictures], subject, record=_record(base))
    desk.tell(base.kind.name, base.id, told)
    desk.changed([base.path, *pictures])
    return ""
