"""Records as templates see them: plain dictionaries, every text ready to print.

Addresses are relative to the site's root; templates put the way to the root before them.
"""

from __future__ import annotations

from decimal import Decimal

from campaign import urls
from campaign.derive.figures import Figure
from campaign.derive.figures import figure as compute
from campaign.kinds.community import Community
from campaign.kinds.experience import Experience
from campaign.kinds.experience.record import Result
from campaign.kinds.honour.plaques import plaque
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.record import Scope
from campaign.kinds.org import Org
from campaign.kinds.policy import Policy
from campaign.kinds.policy.record import PolicyStatus
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.model.entry import Entry
from campaign.render.edition import Edition
from campaign.render.names import View, district_name, draft_label, initial, record_link, sort_key
from campaign.render.pictures import photo


def community_card(edition: Edition, community: Community) -> View:
    top = edition.facts.highest_of(community)
    honours = edition.facts.honours_of.get(community.id, [])
    is_site = any(item.kind.is_site and item.state.is_active for item in honours)
    return {
        "id": community.id,
        "name": community.name,
        "url": urls.url(community),
        "district": district_name(edition, community),
        "type": edition.site.label("community-types", community.type),
        "line": community.slogan or "、".join(community.features[:3]),
        "estates": community.estates,
        "cover": photo(edition, community.cover),
        "plaque": plaque(edition, top) if top else None,
        "site": is_site,
        "initial": initial(community.pinyin or community.name),
        "pinyin": sort_key(community),
        "draft": draft_label(edition, community),
    }


def experience_card(edition: Edition, experience: Experience) -> View:
    results = [result(edition, item, experience.communities) for item in experience.results]
    best = next((item for item in results if item["value"] is not None), None)
    cover = photo(edition, experience.photos[0]) if experience.photos else None
    return {
        "title": experience.title,
        "url": urls.url(experience),
        "summary": experience.summary,
        "theme": edition.site.label("themes", experience.theme),
        "communities": [record_link(edition, "community", id) for id in experience.communities],
        "tasks": [record_link(edition, "task", id) for id in experience.tasks],
        "cover": cover,
        "result": best,
        "draft": draft_label(edition, experience),
    }


def result(edition: Edition, item: Result, communities: list[str]) -> View:
    """One result of an experience; its figure is the indicator's when it names one."""
    indicator = edition.site.of(Indicator).get(item.indicator or "")
    subject = communities[0] if indicator and indicator.scope is Scope.COMMUNITY else ""
    found = compute(edition.site, indicator, edition.site.today, subject) if indicator else None
    return {
        "text": item.text,
        "value": Decimal(found.text) if found else item.value,
        "unit": found.indicator.unit if found else item.unit or "",
        "before": item.before,
        "after": item.after,
        "source": item.source,
    }


def task_tile(edition: Edition, task: Task) -> View:
    lead = edition.site.of(Org).get(task.lead)
    return {
        "id": task.id,
        "order": task.order,
        "title": task.title,
        "summary": task.summary,
        "url": urls.url(task),
        "icon": task.icon or "checkbox-marked-circle-outline",
        "lead": (lead.short or lead.name) if lead else "",
        "due": str(task.due),
        "count": len(edition.facts.experiences_on.get(task.id, [])),
    }


# Figures


def figure(edition: Edition, item: Figure) -> View:
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
        "subject": _subject_of_figure(edition, item),
    }


def _target_words(item: Figure) -> str:
    target = item.indicator.target
    words = {">=": "不低于", "<=": "不高于", "=": "等于"}
    return f"{words[target.op.value]} {target.value:f}{item.indicator.unit}" if target else ""


def _subject_of_figure(edition: Edition, item: Figure) -> str:
    for kind in ("district", "community"):
        record = edition.site.kind(kind).get(item.subject)
        if record:
            return str(record.heading)
    return ""


# Entries


def entry_item(edition: Edition, entry: Entry) -> View:
    """A line of a list of articles: date first."""
    return {
        "title": entry.title,
        "url": urls.url(entry),
        "date": f"{entry.published:%Y-%m-%d}",
        "tag": entry.tag,
        "summary": entry.summary or "",
        "source": entry.source,
        "draft": draft_label(edition, entry),
    }


def speech_item(edition: Edition, speech: Speech) -> View:
    return entry_item(edition, speech) | {
        "occasion": speech.occasion,
        "role": speech.speaker_role,
        "delivered": str(speech.delivered),
        "doc_status": speech.doc_status.value,
    }


def policy_item(edition: Edition, policy: Policy) -> View:
    issuer = edition.site.of(Org).get(policy.issuer)
    return entry_item(edition, policy) | {
        "doc_no": policy.doc_no,
        "issuer": (issuer.short or issuer.name) if issuer else policy.issuer,
        "issued": str(policy.issued),
        "year": policy.issued.year,
        "status": policy.status_in_force.value,
        "in_force": policy.status_in_force is PolicyStatus.IN_FORCE,
        "interpretations": len(edition.facts.interpretations_of.get(policy.id, [])),
    }
