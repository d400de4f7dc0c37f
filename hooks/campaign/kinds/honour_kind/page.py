"""A page for each kind of honour: its criteria, who holds it, what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.honour import disclosure, plaques
from campaign.kinds.honour.facts import COUNTED, Standing, count_words, holders_of, rank
from campaign.kinds.honour.roll import PENDING_NOTE
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.honour_kind.counted import CountedView, happenings, views
from campaign.kinds.honour_kind.record import CriterionKind, FormerTerms
from campaign.kinds.indicator import Indicator
from campaign.kinds.listing import Options
from campaign.kinds.policy import Policy
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import CorrectionView, Link, Origin
from campaign.render.outputs import Page
from campaign.render.sheets import Group, Pager, Piece
from campaign.render.template import Template
from campaign.search.spelling import spelled


class KindItem(TypedDict):
    """A kind of honour in the list of them."""

    name: str
    url: str
    level_label: str
    bars: list[int]
    issuer: str
    summary: str
    count: str


class KindList(TypedDict):
    """All kinds of honour."""

    kinds: list[KindItem]


class CriterionView(TypedDict):
    """What is asked of who is to be honoured."""

    text: str
    must: bool
    points: int | None


class Former(TypedDict):
    """What was otherwise until a day, in words."""

    until: str
    words: str


class About(TypedDict):
    """What a kind of honour is; the first sheet of its page says it."""

    summary: str
    origin: Origin
    former: list[Former]
    corrections: list[CorrectionView]
    valid: str
    publicity: str
    criteria: list[CriterionView]
    policy: Link | None
    counted: list[CountedView]


class Holders(TypedDict):
    """Those under one heading."""

    id: str
    label: str
    note: str
    holders: list[plaques.History]


class Range(TypedDict):
    """From whom to whom a sheet goes."""

    number: int
    url: str
    first: str
    last: str


class KindPage(TypedDict):
    """A sheet of the page of a kind of honour."""

    title: str
    level: str
    issuer: str
    about: About | None
    has_holders: bool
    pieces: list[Holders]
    ranges: list[Range]
    pager: Pager | None


LIST = Template("honour_kind/list.html.jinja", KindList)
PAGE = Template("honour_kind/page.html.jinja", KindPage)


def _honour_kinds(edition: Edition, root: str, _: Options) -> Markup:
    ordered = sorted(edition.site.of(HonourKind).values(), key=lambda k: (k.level.rank, k.order))
    kinds: list[KindItem] = [
        {
            "name": kind.name,
            "url": urls.url(kind),
            "level_label": kind.level.label,
            "bars": list(range(plaques.BARS[kind.level])),
            "issuer": kind.issuer,
            "summary": kind.summary or "",
            "count": count_words(holders_of(edition.facts, kind)),
        }
        for kind in ordered
    ]
    return edition.render(LIST, root, KindList(kinds=kinds))


IDS = ("held", "pending", "ended")
"""Of those who hold it, those under way and all others, by their rank."""


def holders(edition: Edition, kind: HonourKind) -> list[list[Piece[Standing]]]:
    """The honours of a kind on sheets, in the order of `holders_of`."""
    items = holders_of(edition.facts, kind)
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
    values = KindPage(
        title=title,
        level=kind.level.label,
        issuer=kind.issuer,
        about=_about(edition, kind) if number == 1 else None,
        has_holders=any(i.state.is_active for i in holders_of(edition.facts, kind)),
        pieces=[_piece(edition, piece) for piece in cut[number - 1]],
        ranges=_ranges(edition, kind, cut),
        pager=sheets.pager(addresses(kind, len(cut)), number),
    )
    return Page(
        path=address,
        shell="honours/shell.md",
        title=title,
        description=kind.summary or f"{kind.name}的标准、获得者和变动。",
        body=edition.render(PAGE, urls.root_from(address), values),
        source=edition.site.origin(kind).path,
        is_listing=number > 1,
    )


def _about(edition: Edition, kind: HonourKind) -> About:
    policy = edition.site.of(Policy).get(kind.policy or "")
    return {
        "summary": kind.summary or "",
        "origin": names.origin(edition, kind),
        "former": [
            _former(edition, terms)
            for terms in kind.terms_history
            if terms.until < edition.site.today
        ],
        "corrections": names.corrections(edition, kind, kind.corrections),
        "valid": _validity(kind.valid_years),
        "publicity": f"命名前公示不少于 {kind.publicity_days} 天" if kind.publicity_days else "",
        "criteria": [
            {"text": c.text, "must": c.kind is CriterionKind.IMPERATIVE, "points": c.points}
            for c in kind.criteria
        ],
        "policy": names.record_link(edition, "policy", policy.id) if policy else None,
        "counted": views(kind),
    }


def _validity(years: int | None) -> str:
    return f"{years} 年一复查" if years else "长期有效，直至撤销"


def _former(edition: Edition, terms: FormerTerms) -> Former:
    known = edition.site.of(Indicator)
    counted = "、".join(known[id].name for id in terms.counts_for or () if id in known)
    words = [
        terms.level.label if terms.level else "",
        _validity(terms.valid_years) if terms.valid_years is not None else "",
        f"计入{counted}" if counted else "",
        "不计入覆盖率" if terms.counts_for == [] else "",
    ]
    return {"until": str(terms.until), "words": "，".join(filter(None, words))}


def _piece(edition: Edition, piece: Piece[Standing]) -> Holders:
    return {
        "id": piece.anchor,
        "label": piece.heading,
        "note": "" if piece.is_continued else piece.group.note,
        "holders": [plaques.history(edition, item) for item in piece.items],
    }


def _ranges(edition: Edition, kind: HonourKind, cut: list[list[Piece[Standing]]]) -> list[Range]:
    """From whom to whom each sheet goes: who comes for one finds it without a script."""
    if len(cut) < 2:
        return []
    return [
        {
            "number": number,
            "url": address,
            "first": disclosure.holder(edition.site, pieces[0].items[0].honour),
            "last": disclosure.holder(edition.site, pieces[-1].items[-1].honour),
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

    def happenings(self, facts: Facts) -> Iterator[Happening]:
        return happenings(facts)

    def node(self, edition: Edition, record: HonourKind) -> Node | None:
        return None

    @property
    def tables(self) -> tuple[Table, ...]:
        return ()


PRESENTER = HonourKindPresenter
