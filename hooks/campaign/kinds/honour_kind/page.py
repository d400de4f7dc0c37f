"""A page for each kind of honour: its criteria, who holds it, what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from campaign import urls
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.honour import plaques
from campaign.kinds.honour.facts import COUNTED, Standing, count_words, rank
from campaign.kinds.honour.roll import PENDING_NOTE
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.honour_kind.record import CriterionKind
from campaign.kinds.listing import Options
from campaign.kinds.policy import Policy
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Page
from campaign.render.sheets import Group, Piece
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
            "count": count_words(edition.facts.holders.get(kind.id, [])),
        }
        for kind in ordered
    ]
    return edition.render("honour_kind/list.html.jinja", root, kinds=kinds)


IDS = ("held", "pending", "ended")
"""Of those who hold it, those under way and all others, by their rank."""


def holders(edition: Edition, kind: HonourKind) -> list[list[Piece[Standing]]]:
    """The honours of a kind on sheets, in the order of `facts.holders`."""
    items = edition.facts.holders.get(kind.id, [])
    found = ([item for item in items if rank(item) == n] for n in range(len(COUNTED)))
    groups = (
        Group(id, count_words(held), held, PENDING_NOTE if id == "pending" else "")
        for id, held in zip(IDS, found, strict=True)
    )
    return sheets.cut(groups, plaques.HOLDERS)


def addresses(kind: HonourKind, total: int) -> list[str]:
    """The sheets of a kind's page."""
    return [urls.further(urls.url(kind), number) for number in range(1, total + 1)]


def page(edition: Edition, kind: HonourKind, cut: list[list[Piece[Standing]]], number: int) -> Page:
    """A sheet of a kind's page; the first says what the kind is."""
    address = urls.further(urls.url(kind), number)
    title = kind.name if number == 1 else f"{kind.name}（第 {number} 页）"
    body = edition.render(
        "honour_kind/page.html.jinja",
        urls.root_from(address),
        title=title,
        kind=kind,
        level=kind.level.label,
        is_first=number == 1,
        **(_about(edition, kind) if number == 1 else {}),
        has_holders=any(i.state.is_active for i in edition.facts.holders.get(kind.id, [])),
        pieces=[_piece(edition, piece) for piece in cut[number - 1]],
        ranges=_ranges(edition, kind, cut),
        pager=sheets.pager(addresses(kind, len(cut)), number),
    )
    return Page(
        path=address,
        shell="honours/shell.md",
        title=title,
        description=kind.summary or f"{kind.name}的标准、获得者和变动。",
        body=body,
        source=edition.site.origin(kind).path,
        is_listing=number > 1,
    )


def _about(edition: Edition, kind: HonourKind) -> View:
    policy = edition.site.of(Policy).get(kind.policy or "")
    return {
        "origin": names.origin(edition, kind),
        "valid": f"{kind.valid_years} 年一复查" if kind.valid_years else "长期有效，直至撤销",
        "publicity": f"命名前公示不少于 {kind.publicity_days} 天" if kind.publicity_days else "",
        "criteria": [
            {"text": c.text, "must": c.kind is CriterionKind.IMPERATIVE, "points": c.points}
            for c in kind.criteria
        ],
        "policy": names.record_link(edition, "policy", policy.id) if policy else None,
    }


def _piece(edition: Edition, piece: Piece[Standing]) -> View:
    return {
        "id": piece.anchor,
        "label": piece.heading,
        "note": "" if piece.is_continued else piece.group.note,
        "holders": [_holder(edition, item) for item in piece.items],
    }


def _holder(edition: Edition, item: Standing) -> View:
    past = (event for event in item.honour.events if event.on <= edition.site.today)
    events = [plaques.honour_event(edition, event) for event in past]
    return plaques.plaque(edition, item) | {"events": events}


def _ranges(edition: Edition, kind: HonourKind, cut: list[list[Piece[Standing]]]) -> list[View]:
    """From whom to whom each sheet goes: who comes for one finds it without a script."""
    if len(cut) < 2:
        return []
    return [
        {
            "number": number,
            "url": address,
            "first": plaques.subject_name(edition, pieces[0].items[0].honour),
            "last": plaques.subject_name(edition, pieces[-1].items[-1].honour),
        }
        for number, (address, pieces) in enumerate(
            zip(addresses(kind, len(cut)), cut, strict=True), 1
        )
    ]


class HonourKindPresenter(Presenter[HonourKind]):
    """How kinds of honour appear."""

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        found: dict[str, Callable[[], Page]] = {}
        for kind in edition.site.of(HonourKind).values():
            cut = holders(edition, kind)
            for number, address in enumerate(addresses(kind, len(cut)), 1):
                found[address] = partial(page, edition, kind, cut, number)
        return found

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
