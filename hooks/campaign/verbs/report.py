"""The state of the site on one readable page: freshness, reviews, problems, dues, gaps, size.

The limits are those of the inspection of public sites (国办秘函〔2019〕19号); the page can be
printed and asks no other host.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from campaign.checks.reviews import REVIEWED
from campaign.checks.texts import UNEDITED
from campaign.derive.columns import hidden
from campaign.derive.freshness import (
    EMPTY_VETO,
    LONG_STALE_VETO,
    SIX_MONTHS,
    STALE_VETO,
    Freshness,
    freshness,
    home,
)
from campaign.derive.standards import Answer, Verdict, answers
from campaign.kinds import LABELS
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.honour.facts import standings
from campaign.kinds.indicator import Indicator
from campaign.kinds.org import Org
from campaign.model.base import ReviewRole
from campaign.problems import Problem, Severity
from campaign.render.edition import environment
from campaign.site import Site
from campaign.verbs.reports import LABELS as SEVERITY_LABELS
from campaign.verify.sizes import Row, table

Line = dict[str, Any]
"""A row as the template sees it."""
AHEAD = timedelta(days=90)
"""How far ahead the page looks for reviews of honours."""


def page(site: Site, problems: Sequence[Problem], sizes: Sequence[Row]) -> str:
    """The page, for a site as readers may see it and all problems of its content."""
    template = environment().get_template("inspection.html.jinja")
    return template.render(
        name=site.settings.name,
        sponsor=site.profile.sponsor,
        profile=site.profile.id,
        on=str(site.today),
        vetoes=_vetoes(site, problems),
        columns=_columns(site),
        reviews=_reviews(site),
        problems=_problems(site, problems),
        dues=list(_dues(site)),
        gaps=list(_gaps(site)),
        owed=list(_owed(site)),
        sizes=table(sizes) if sizes else [],
    )


def _vetoes(site: Site, problems: Sequence[Problem]) -> list[Line]:
    """What fails a public site outright, with the limit and what was found."""
    fresh = home(site)
    states = [freshness(site, column) for column in site.settings.columns]
    stale = sum(state.is_stale or state.is_undated for state in states)
    long = sum(state.is_stale and (state.days or 0) > SIX_MONTHS for state in states)
    empty = len(hidden(site))
    grave = sum(p.severity(site.profile.stopping) is Severity.ERROR for p in problems)
    renewed = fresh.newest is not None and not fresh.is_stale
    rows = (
        ("首页更新", f"{fresh.limit} 天内有更新", _age(fresh), renewed),
        ("栏目不更新", f"少于 {STALE_VETO} 个", f"{stale} 个", stale < STALE_VETO),
        ("长期不更新的栏目", f"少于 {LONG_STALE_VETO} 个", f"{long} 个", long < LONG_STALE_VETO),
        ("空白栏目", f"少于 {EMPTY_VETO} 个", f"{empty} 个", empty < EMPTY_VETO),
        ("内容错误", "没有", f"{grave} 处", grave == 0),
        ("联系渠道", "有", site.profile.contact, not UNEDITED.search(site.profile.contact)),
    )
    return [{"name": a, "limit": b, "found": c, "passes": d} for a, b, c, d in rows]


def _age(state: Freshness) -> str:
    """How long ago, in words."""
    if state.newest is None:
        return "没有日期"
    return f"{state.days} 天前（{state.newest}）" if state.days else f"当天（{state.newest}）"


def _columns(site: Site) -> list[Line]:
    empty = hidden(site)
    return [
        {
            "title": column.title,
            "type": column.type,
            "owner": _unit(site, column.owner),
            "count": state.count,
            "age": _age(state),
            "limit": f"{state.limit} 天" if state.limit is not None else "不限",
            "verdict": _verdict(column.path in empty, state),
        }
        for column in site.settings.columns
        for state in [freshness(site, column)]
    ]


def _unit(site: Site, id: str | None) -> str:
    org = site.of(Org).get(id or "")
    return org.name if org else ""


def _verdict(is_empty: bool, state: Freshness) -> str:
    if is_empty:
        return "内容不足，已隐藏"
    if state.is_undated:
        return "没有日期"
    return "超期" if state.is_stale else "正常"


def _reviews(site: Site) -> list[Line]:
    """How much of what is published went through all three reviews, by kind."""
    found = []
    for kind in REVIEWED:
        records = [record for record in site.kind(kind).values() if site.is_out(record)]
        lacking = [r for r in records if {v.role for v in r.review} != set(ReviewRole)]
        if records:
            row = {"kind": LABELS[kind], "total": len(records), "lacking": len(lacking)}
            row["share"] = f"{(len(records) - len(lacking)) / len(records):.0%}"
            found.append(row | {"records": [_place(site, record) for record in lacking]})
    return found


def _place(site: Site, record: Any) -> Line:
    return {"title": record.heading, "path": site.origin(record).path}


def _problems(site: Site, problems: Sequence[Problem]) -> list[Line]:
    """Problems by rule, the gravest and most frequent first."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for item in problems:
        kinds[item.code].append(item)
    order = {severity: place for place, severity in enumerate(Severity)}

    def rank(found: list[Problem]) -> tuple[int, int, str]:
        return order[found[0].severity(site.profile.stopping)], -len(found), found[0].code

    return [
        {
            "code": found[0].code,
            "severity": found[0].severity(site.profile.stopping).value,
            "label": SEVERITY_LABELS["zh"][found[0].severity(site.profile.stopping)],
            "remedy": found[0].remedy(),
            "found": [{"place": f"{p.path}:{p.line}", "message": p.message()} for p in found],
        }
        for found in sorted(kinds.values(), key=rank)
    ]


def _dues(site: Site) -> Iterator[Line]:
    """Honours whose review is overdue or comes soon, the most urgent first."""
    found = [(item.next_review, item) for item in standings(site, site.today)]
    soon = [(due, item) for due, item in found if due and due <= site.today + AHEAD]
    for due, item in sorted(soon, key=lambda pair: (pair[0], pair[1].honour.id)):
        ref = item.honour.subject.ref or ""
        subject = site.kind(item.honour.subject.type.value).get(ref)
        yield {
            "subject": subject.heading if subject else item.honour.subject.name or ref,
            "honour": item.kind.name,
            "due": str(due),
            "overdue": item.is_overdue,
        }


def _gaps(site: Site) -> Iterator[Line]:
    """Indicators that are short of their targets: for whom, how much, how much is asked."""
    for indicator in site.of(Indicator).values():
        for item in answers(site, indicator):
            if item.verdict is Verdict.GAP and item.figure and indicator.target:
                yield {
                    "indicator": indicator.name,
                    "subject": _subject(site, item),
                    "value": f"{item.figure.text} {indicator.unit}",
                    "target": indicator.target.words(indicator.unit),
                }


def _owed(site: Site) -> Iterator[Line]:
    """Who has not reported what: a line a subject, those who owe most first."""
    lacking: dict[str, list[str]] = defaultdict(list)
    for indicator in site.of(Indicator).values():
        for item in answers(site, indicator):
            if item.verdict is Verdict.UNKNOWN:
                lacking[_subject(site, item)].append(indicator.name)
    for subject, names in sorted(lacking.items(), key=lambda pair: -len(pair[1])):
        yield {"subject": subject, "indicators": "、".join(names), "count": len(names)}


def _subject(site: Site, item: Answer) -> str:
    """Whom a figure is about, by name."""
    record = site.of(Community).get(item.subject) or site.of(District).get(item.subject)
    return record.name if record else site.settings.city
