"""Records as templates see them: plain dictionaries, every text ready to print.

Addresses are relative to the site's root; templates put the way to the root before them.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from pypinyin import Style, lazy_pinyin

from campaign import urls
from campaign.derive.figures import Figure
from campaign.derive.honours import Change, Standing
from campaign.derive.lifecycle import EVENT_LABELS, State
from campaign.model import (
    Community,
    Entry,
    Event,
    EventType,
    Experience,
    Gallery,
    Honour,
    Level,
    News,
    Policy,
    Record,
    Speech,
    Status,
    Task,
)
from campaign.model.entries import PolicyStatus
from campaign.model.gallery import Focus
from campaign.model.honour import Display, SubjectType
from campaign.pages.desk import Desk

View = dict[str, Any]
BARS = {level: len(Level) - level.rank for level in Level}
"""How many bars a plaque carries: five for the nation, one for a street."""
PRIVATE = frozenset({SubjectType.PERSON, SubjectType.HOUSEHOLD})
DECLINED = "已按本人意愿不再展示"


@cache
def pinyin(name: str) -> str:
    """The sort key of a Chinese name."""
    return " ".join(lazy_pinyin(name))


def sort_key(community: Community) -> str:
    return community.pinyin or pinyin(community.name)


@cache
def initial(text: str) -> str:
    """The capital under which a name is listed."""
    first = lazy_pinyin(text[:1], style=Style.FIRST_LETTER)
    return first[0][:1].upper() if first else "#"


def chinese_date(day: date | None) -> str:
    """`2026 年 4 月 9 日`."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日" if day else ""


def draft_label(desk: Desk, record: Record) -> str:
    """How a record stands out: archived, or shown only because this is a preview."""
    if desk.site.is_out(record):
        return "已归档" if record.status is Status.ARCHIVED else ""
    return "定时发布" if record.is_released else "草稿"


# Photos


def photo(desk: Desk, id: str | None) -> View | None:
    """A photo with its derivatives; nothing when it is missing."""
    picture = desk.pictures.get(id or "")
    record = desk.site.photos.get(id or "")
    if picture is None or record is None:
        return None
    author = record.author.name if record.author and record.author.display else ""
    return {
        "id": picture.id,
        "anchor": picture.id.split("/")[1],
        "src": picture.fallback,
        "srcset": [{"url": picture.webp(width), "width": width} for width in picture.widths],
        "large": picture.webp(picture.widths[-1]),
        "width": picture.width,
        "height": picture.height,
        "alt": record.alt,
        "caption": record.caption or "",
        "author": author,
        "taken": str(record.taken or ""),
        "licence": desk.site.label("licences", record.licence),
        "focus": focus_class(record.focus),
        "pair": record.pair.role.value if record.pair else "",
        "portrait": picture.height > picture.width,
    }


def focus_class(focus: Focus | None) -> str:
    """Which of nine parts of the picture a crop must keep."""
    if focus is None:
        return "focus-center-middle"
    across = ["left", "center", "right"][min(2, int(focus.x * 3))]
    down = ["top", "middle", "bottom"][min(2, int(focus.y * 3))]
    return f"focus-{across}-{down}"


def photos(desk: Desk, ids: list[str]) -> list[View]:
    return [view for view in (photo(desk, id) for id in ids) if view]


def gallery_photos(desk: Desk, gallery: Gallery) -> list[View]:
    """A gallery's photos in its order."""
    listed = gallery.photos
    if gallery.order == "date":
        listed = sorted(listed, key=lambda item: item.taken or date.min)
    return photos(desk, [f"{gallery.id}/{item.file.rsplit('.', 1)[0]}" for item in listed])


def gallery_card(desk: Desk, gallery: Gallery) -> View:
    shots = gallery_photos(desk, gallery)
    cover = photo(desk, f"{gallery.id}/{gallery.cover}") or (shots[0] if shots else None)
    return {
        "title": gallery.title,
        "url": urls.url(gallery),
        "date": str(gallery.date),
        "count": len(shots),
        "intro": gallery.intro or "",
        "cover": cover,
        "draft": draft_label(desk, gallery),
    }


# Honours


def plaque(desk: Desk, item: Standing) -> View:
    """An honour at a date, as a plaque: level by form, state in words."""
    subject = subject_name(desk, item.honour)
    year = str(item.named.year) if item.named else ""
    return {
        "url": urls.url(item.honour),
        "anchor": item.honour.id.split("/")[1],
        "name": item.kind.name,
        "level": item.level.value,
        "level_label": item.level.label,
        "bars": list(range(BARS[item.level])),
        "batch": item.honour.batch or "",
        "year": year,
        "named": str(item.named or ""),
        "since": str(item.since or ""),
        "state": item.state.value,
        "state_label": state_label(item),
        "active": item.state.is_active,
        "pending": item.state.is_pending,
        "ended": item.state.has_ended,
        "next_review": str(item.next_review or ""),
        "overdue": item.is_overdue,
        "plate_no": item.honour.plate_no or "",
        "subject": subject,
        "subject_url": subject_url(desk, item.honour),
        "district": subject_district(desk, item.honour),
    }


def state_label(item: Standing) -> str:
    """The state in words, with what a reader would ask next."""
    if item.state is State.RECTIFYING and item.due:
        return f"{item.state.label}（至 {item.due}）"
    return "待复查" if item.is_overdue else item.state.label


def subject_name(desk: Desk, honour: Honour) -> str:
    """Who holds it. A private person's name only as far as it may be shown."""
    subject = honour.subject
    if subject.type in PRIVATE and subject.display is Display.NONE:
        return "个人（不公布姓名）" if subject.name is None else DECLINED
    name = subject.name or ""
    if subject.type in PRIVATE and subject.display is Display.MASK:
        return name[:1] + "＊" * (len(name) - 1)
    record = desk.site.of(subject.type.value).get(subject.ref or "")
    return record.heading if record else name


def subject_url(desk: Desk, honour: Honour) -> str:
    ref = honour.subject.ref or ""
    is_community = honour.subject.type is SubjectType.COMMUNITY
    return urls.of("community", ref) if is_community and ref in desk.site.communities else ""


def subject_district(desk: Desk, honour: Honour) -> str:
    community = desk.site.communities.get(honour.subject.ref or "")
    is_community = honour.subject.type is SubjectType.COMMUNITY
    return district_name(desk, community) if community and is_community else ""


def honour_event(desk: Desk, event: Event) -> View:
    """One event of a life-cycle, with its document and the label of its reason."""
    policy = desk.site.policies.get(event.doc or "")
    org = desk.site.orgs.get(event.by or "")
    return {
        "on": str(event.on),
        "year": event.on.year,
        "type": event.type.value,
        "label": EVENT_LABELS[event.type],
        "by": (org.short or org.name) if org else "",
        "doc": policy.title if policy else event.doc or "",
        "doc_url": urls.url(policy) if policy else "",
        "reason": desk.site.label("reasons", event.reason) if event.reason else "",
        "note": event.note or "",
        "due": str(event.due or ""),
        "lost": event.type in (EventType.REVOKED, EventType.SUSPENDED, EventType.LAPSED),
    }


def change(desk: Desk, item: Change) -> View:
    """An event with its honour, for the list of changes."""
    return honour_event(desk, item.event) | {
        "honour": item.kind.name,
        "honour_url": urls.url(item.honour),
        "level_label": item.kind.level.label,
        "subject": subject_name(desk, item.honour),
        "subject_url": subject_url(desk, item.honour),
    }


# Places and practice


def org_name(desk: Desk, id: str | None) -> str:
    """A unit's full name; nothing when it is not given."""
    org = desk.site.orgs.get(id or "")
    return org.name if org else ""


def district_name(desk: Desk, community: Community) -> str:
    district = desk.site.districts.get(community.district)
    return district.name if district else ""


def community_card(desk: Desk, community: Community) -> View:
    top = desk.facts.highest_of(community)
    honours = desk.facts.honours_of.get(community.id, [])
    is_site = any(item.kind.is_site and item.state.is_active for item in honours)
    return {
        "id": community.id,
        "name": community.name,
        "url": urls.url(community),
        "district": district_name(desk, community),
        "type": desk.site.label("community-types", community.type),
        "line": community.slogan or "、".join(community.features[:3]),
        "estates": community.estates,
        "cover": photo(desk, community.cover),
        "plaque": plaque(desk, top) if top else None,
        "site": is_site,
        "initial": initial(community.pinyin or community.name),
        "pinyin": sort_key(community),
        "draft": draft_label(desk, community),
    }


def experience_card(desk: Desk, experience: Experience) -> View:
    best = next((r for r in experience.results if r.value is not None), None)
    cover = photo(desk, experience.photos[0]) if experience.photos else None
    return {
        "title": experience.title,
        "url": urls.url(experience),
        "summary": experience.summary,
        "theme": desk.site.label("themes", experience.theme),
        "communities": [record_link(desk, "community", id) for id in experience.communities],
        "tasks": [record_link(desk, "task", id) for id in experience.tasks],
        "cover": cover,
        "result": result(desk, best) if best else None,
        "draft": draft_label(desk, experience),
    }


def result(desk: Desk, item: Any) -> View:
    """One result of an experience; its figure from the indicator when it names one."""
    return {
        "text": item.text,
        "value": item.value,
        "unit": item.unit or "",
        "before": item.before,
        "after": item.after,
        "source": item.source,
    }


def record_link(desk: Desk, kind: str, id: str) -> View:
    """Name and address of a record."""
    record = desk.site.of(kind).get(id)
    return {"id": id, "name": record.heading if record else id, "url": urls.of(kind, id)}


def task_tile(desk: Desk, task: Task) -> View:
    lead = desk.site.orgs.get(task.lead)
    return {
        "id": task.id,
        "order": task.order,
        "title": task.title,
        "summary": task.summary,
        "url": urls.url(task),
        "icon": task.icon or "checkbox-marked-circle-outline",
        "lead": (lead.short or lead.name) if lead else "",
        "due": str(task.due),
        "count": len(desk.facts.experiences_on.get(task.id, [])),
    }


# Figures


def figure(desk: Desk, item: Figure) -> View:
    """A figure with all that lets a reader check it."""
    target = item.indicator.target
    return {
        "id": item.indicator.id,
        "url": urls.of("indicator", item.indicator.id),
        "label": item.indicator.name,
        "value": item.text,
        "unit": item.indicator.unit,
        "fraction": item.fraction,
        "on": str(item.on),
        "source": item.source,
        "definition": item.indicator.definition or "",
        "target": f"{target.op.value} {target.value:f}{item.indicator.unit}" if target else "",
        "target_words": _target_words(item) if target else "",
        "meets": item.meets,
        "progress": int(item.share_of_target),
        "subject": _subject_of_figure(desk, item),
    }


def _target_words(item: Figure) -> str:
    target = item.indicator.target
    words = {">=": "不低于", "<=": "不高于", "=": "等于"}
    return f"{words[target.op.value]} {target.value:f}{item.indicator.unit}" if target else ""


def _subject_of_figure(desk: Desk, item: Figure) -> str:
    for kind in ("district", "community"):
        record = desk.site.of(kind).get(item.subject)
        if record:
            return str(record.heading)
    return ""


# Entries


def entry_item(desk: Desk, entry: Entry) -> View:
    """A line of a list of articles: date first."""
    tag = {
        "speech": "讲话",
        "policy": "政策",
        "interpretation": "解读",
    }.get(entry.kind, "")
    return {
        "title": entry.title,
        "url": urls.url(entry),
        "date": f"{entry.published:%Y-%m-%d}",
        "tag": entry.type.label if isinstance(entry, News) else tag,
        "summary": entry.summary or "",
        "source": entry.source,
        "draft": draft_label(desk, entry),
    }


def speech_item(desk: Desk, speech: Speech) -> View:
    return entry_item(desk, speech) | {
        "occasion": speech.occasion,
        "role": speech.speaker_role,
        "delivered": str(speech.delivered),
        "doc_status": speech.doc_status.value,
    }


def policy_item(desk: Desk, policy: Policy) -> View:
    issuer = desk.site.orgs.get(policy.issuer)
    return entry_item(desk, policy) | {
        "doc_no": policy.doc_no,
        "issuer": (issuer.short or issuer.name) if issuer else policy.issuer,
        "issued": str(policy.issued),
        "year": policy.issued.year,
        "status": policy.status_in_force.value,
        "in_force": policy.status_in_force is PolicyStatus.IN_FORCE,
        "interpretations": len(desk.facts.interpretations_of.get(policy.id, [])),
    }
