"""A page for each kind of honour: its criteria, who holds it, what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from campaign import urls
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.honour import plaques
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.honour_kind.record import CriterionKind
from campaign.kinds.listing import Options
from campaign.kinds.policy import Policy
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.search.spelling import spelled


def _honour_kinds(edition: Edition, root: str, _: Options) -> Markup:
    ordered = sorted(edition.site.of(HonourKind).values(), key=lambda k: (k.level.rank, k.order))
    kinds = [
        {
            "name": kind.name,
            "url": urls.url(kind),
            "level": kind.level.value,
            "level_label": kind.level.label,
            "bars": list(range(plaques.BARS[kind.level])),
            "issuer": kind.issuer,
            "summary": kind.summary or "",
            "held": sum(i.state.is_active for i in edition.facts.standings if i.kind.id == kind.id),
            "pending": sum(
                i.state.is_pending for i in edition.facts.standings if i.kind.id == kind.id
            ),
        }
        for kind in ordered
    ]
    return edition.render("honour_kind/list.html.jinja", root, kinds=kinds)


def page(edition: Edition, kind: HonourKind) -> Page:
    root = urls.root_from(urls.url(kind))
    items = [item for item in edition.facts.standings if item.kind.id == kind.id]
    policy = edition.site.of(Policy).get(kind.policy or "")
    holders = [
        plaques.plaque(edition, item)
        | {
            "events": [
                plaques.honour_event(edition, e)
                for e in item.honour.events
                if e.on <= edition.site.today
            ]
        }
        for item in items
    ]
    body = edition.render(
        "honour_kind/page.html.jinja",
        root,
        kind=kind,
        level=kind.level.label,
        origin=names.origin(edition, kind),
        valid=f"{kind.valid_years} 年一复查" if kind.valid_years else "长期有效，直至撤销",
        publicity=f"命名前公示不少于 {kind.publicity_days} 天" if kind.publicity_days else "",
        criteria=[
            {"text": c.text, "must": c.kind is CriterionKind.IMPERATIVE, "points": c.points}
            for c in kind.criteria
        ],
        policy=names.record_link(edition, "policy", policy.id) if policy else None,
        held=[view for view in holders if view["active"]],
        pending=[view for view in holders if view["pending"]],
        ended=[view for view in holders if not view["active"] and not view["pending"]],
    )
    return Page(
        path=urls.url(kind),
        shell="honours/shell.md",
        title=kind.name,
        description=kind.summary or f"{kind.name}的标准、获得者和变动。",
        body=body,
        source=edition.site.origin(kind).path,
    )


class HonourKindPresenter(Presenter[HonourKind]):
    """How kinds of honour appear."""

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        found = edition.site.of(HonourKind).values()
        return {urls.url(kind): partial(page, edition, kind) for kind in found}

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"honour-kinds": _honour_kinds}

    def traits(self, edition: Edition, record: HonourKind) -> Traits:
        return Traits(levels=[record.level], spelling=spelled(record.name))

    def node(self, edition: Edition, record: HonourKind) -> Node | None:
        return None

    @property
    def tables(self) -> tuple[Table, ...]:
        return ()


PRESENTER = HonourKindPresenter
