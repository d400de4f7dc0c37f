"""The state of the site on one readable page: freshness, reviews, problems, dues, gaps, size.

The limits are those of the inspection of public sites (国办秘函〔2019〕19号); the page can be
printed and asks no other host.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TypedDict

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
from campaign.kinds import LABELS
from campaign.kinds.campaign import digest
from campaign.kinds.honour import disclosure
from campaign.kinds.honour.facts import due_for_review
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.standards import Verdict, answers, subject_name
from campaign.kinds.org import Org
from campaign.model.base import ReviewRole
from campaign.problems import Problem, Severity
from campaign.render.edition import environment
from campaign.render.template import Template
from campaign.site import Site
from campaign.verbs.reports import LABELS as SEVERITY_LABELS
from campaign.verify.sizes import Row, table

AHEAD = timedelta(days=90)
"""How far ahead the page looks for reviews of honours."""


class Veto(TypedDict):
    """What fails a public site outright."""

    name: str
    limit: str
    found: str
    passes: bool


class ColumnState(TypedDict):
    """How fresh a column is."""

    title: str
    type: str
    owner: str
    count: int
    age: str
    limit: str
    verdict: str


class Unreviewed(TypedDict):
    """A record that lacks a review."""

    title: str
    path: str


class Reviews(TypedDict):
    """How much of a kind went through all three reviews."""

    kind: str
    total: int
    lacking: int
    share: str
    records: list[Unreviewed]


class Found(TypedDict):
    """A problem, and where it is."""

    place: str
    message: str


class ProblemGroup(TypedDict):
    """The problems of one rule."""

    code: str
    severity: str
    label: str
    remedy: str
    found: list[Found]


class Due(TypedDict):
    """An honour whose review is overdue or comes soon."""

    subject: str
    honour: str
    due: str
    overdue: bool


class Gap(TypedDict):
    """An indicator that is short of its target."""

    indicator: str
    subject: str
    value: str
    target: str


class Owed(TypedDict):
    """Who has not reported which indicators."""

    subject: str
    count: int
    indicators: str


class Inspection(TypedDict):
    """The state of the site."""

    name: str
    sponsor: str
    profile: str
    on: str
    vetoes: list[Veto]
    columns: list[ColumnState]
    reviews: list[Reviews]
    problems: list[ProblemGroup]
    dues: list[Due]
    gaps: list[Gap]
    owed: list[Owed]
    changes: list[digest.Changed]
    sizes: list[str]


PAGE = Template("inspection.html.jinja", Inspection)


def page(site: Site, problems: Sequence[Problem], sizes: Sequence[Row]) -> str:
    """The page, for a site as readers may see it and all problems of its content."""
    values = Inspection(
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
        changes=list(digest.lately(site)),
        sizes=table(sizes) if sizes else [],
    )
    return environment().get_template(PAGE.name).render(values)


def _vetoes(site: Site, problems: Sequence[Problem]) -> list[Veto]:
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


def _columns(site: Site) -> list[ColumnState]:
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


def _reviews(site: Site) -> list[Reviews]:
    """How much of what is published went through all three reviews, by kind."""
    found: list[Reviews] = []
    for kind in REVIEWED:
        records = [record for record in site.kind(kind).values() if site.is_out(record)]
        lacking = [r for r in records if {v.role for v in r.review} != set(ReviewRole)]
        if records:
            found.append(
                {
                    "kind": LABELS[kind],
                    "total": len(records),
                    "lacking": len(lacking),
                    "share": f"{(len(records) - len(lacking)) / len(records):.0%}",
                    "records": [{"title": r.heading, "path": site.origin(r).path} for r in lacking],
                }
            )
    return found


def _problems(site: Site, problems: Sequence[Problem]) -> list[ProblemGroup]:
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


def _dues(site: Site) -> Iterator[Due]:
    """Honours whose review is overdue or comes soon."""
    for due, item in due_for_review(site, site.today + AHEAD):
        yield {
            "subject": disclosure.holder(site, item.honour),
            "honour": item.title,
            "due": str(due),
            "overdue": item.is_overdue,
        }


def _gaps(site: Site) -> Iterator[Gap]:
    """Indicators that are short of their targets: for whom, how much, how much is asked."""
    for indicator in site.of(Indicator).values():
        for item in answers(site, indicator):
            if item.verdict is Verdict.GAP and item.figure and indicator.target:
                yield {
                    "indicator": indicator.name,
                    "subject": subject_name(site, item.subject),
                    "value": f"{item.figure.text} {indicator.unit}",
                    "target": indicator.target.words(indicator.unit),
                }


def _owed(site: Site) -> Iterator[Owed]:
    """Who has not reported what: a line a subject, those who owe most first."""
    lacking: dict[str, list[str]] = defaultdict(list)
    for indicator in site.of(Indicator).values():
        for item in answers(site, indicator):
            if item.verdict is Verdict.UNKNOWN:
                lacking[subject_name(site, item.subject)].append(indicator.name)
    for subject, names in sorted(lacking.items(), key=lambda pair: -len(pair[1])):
        yield {"subject": subject, "indicators": "、".join(names), "count": len(names)}
