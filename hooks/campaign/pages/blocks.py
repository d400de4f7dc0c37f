"""Blocks: components that a page's author asks for with a line such as `[[news limit=6]]`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from markupsafe import Markup

from campaign import urls
from campaign.derive.columns import hidden
from campaign.derive.facts import newest
from campaign.derive.honours import year_ends
from campaign.model import Community, Experience, Level
from campaign.pages import (
    comparison,
    districts,
    elder,
    home,
    honours,
    names,
    open_blocks,
    pictures,
    plaques,
    roll,
    sitemap,
    specimen,
    tasks,
    views,
)
from campaign.pages import contests as contest_pages
from campaign.pages import galleries as gallery_pages
from campaign.pages.desk import Desk
from campaign.pages.names import View
from campaign.schema import field_tables

Options = Mapping[str, str]
Renderer = Callable[[Desk, str, Options], Markup]
NO_HONOUR = "尚无在册荣誉"


def render(desk: Desk, name: str, root: str, options: Options) -> Markup:
    """A block's HTML for a page from which the site's root is `root`."""
    return RENDERERS[name](desk, root, options)


def _home(desk: Desk, root: str, _: Options) -> Markup:
    return desk.render("blocks/home.html.jinja", root, **home.view(desk))


def _groups(items: Iterable[View], key: str, order: Iterable[str] = ()) -> list[View]:
    """Cards in groups by the label under `key`, in `order` or as they come."""
    found: dict[str, list[View]] = {label: [] for label in order}
    for item in items:
        found.setdefault(item[key], []).append(item)
    return [{"label": label, "cards": cards} for label, cards in found.items() if cards]


def _communities(desk: Desk, root: str, options: Options) -> Markup:
    by = options.get("by", "district")
    ordered = sorted(desk.site.communities.values(), key=names.sort_key)
    cards = [views.community_card(desk, item) for item in ordered]
    for card, community in zip(cards, ordered, strict=True):
        card["level"] = _level_label(desk, community)
    districts = sorted(desk.site.districts.values(), key=lambda item: item.order)
    groupings: dict[str, tuple[str, list[str]]] = {
        "district": ("district", [item.name for item in districts]),
        "type": ("type", list(desk.site.labels("community-types").values())),
        "level": ("level", [*(level.label for level in Level), NO_HONOUR]),
        "pinyin": ("initial", sorted({card["initial"] for card in cards})),
    }
    key, order = groupings[by]
    groups = _groups(cards, key, order)
    return desk.render("blocks/communities.html.jinja", root, groups=groups, by=by)


def _level_label(desk: Desk, community: Community) -> str:
    top = desk.facts.highest_of(community)
    return top.level.label if top else NO_HONOUR


def _experiences(desk: Desk, root: str, options: Options) -> Markup:
    by = options.get("by", "task")
    groups = [
        {"label": label, "url": url, "cards": [views.experience_card(desk, e) for e in found]}
        for label, url, found in _experience_groups(desk, by)
        if found
    ]
    return desk.render("blocks/experiences.html.jinja", root, groups=groups, by=by)


def _experience_groups(desk: Desk, by: str) -> Iterable[tuple[str, str, list[Experience]]]:
    if by == "theme":
        for id, label in desk.site.labels("themes").items():
            yield label, "", [e for e in desk.facts.experiences if e.theme == id]
        return
    for task in sorted(desk.site.tasks.values(), key=lambda item: item.order):
        yield task.title, urls.url(task), desk.facts.experiences_on.get(task.id, [])


def _honours(desk: Desk, root: str, options: Options) -> Markup:
    whole = roll.roll(desk, options.get("by", roll.FIRST))
    return desk.render(
        "blocks/honours.html.jinja",
        root,
        levels=honours.levels(desk.facts.standings),
        on=str(desk.site.today),
        sheet=roll.sheet(desk, whole, 1, root, roll.form(desk)),
    )


def _levels(desk: Desk, root: str, _: Options) -> Markup:
    return desk.render("blocks/levels.html.jinja", root, chart=honours.level_chart(desk))


def _coverage(desk: Desk, root: str, _: Options) -> Markup:
    return desk.render(
        "blocks/coverage.html.jinja",
        root,
        figure=honours.coverage_view(desk, desk.site.today),
        goal=honours.coverage_progress(desk),
        chart=honours.coverage_chart(desk),
    )


def _changes(desk: Desk, root: str, _: Options) -> Markup:
    changes = [plaques.change(desk, item) for item in desk.facts.changes]
    years = [
        {"year": year, "changes": list(items)}
        for year, items in groupby(changes, key=lambda item: item["year"])
    ]
    return desk.render("blocks/changes.html.jinja", root, years=years)


def _years(desk: Desk, root: str, _: Options) -> Markup:
    years = [{"year": year, "url": urls.roll(year)} for year in year_ends(desk.site)]
    return desk.render("blocks/years.html.jinja", root, years=years)


def _honour_kinds(desk: Desk, root: str, _: Options) -> Markup:
    ordered = sorted(desk.site.honour_kinds.values(), key=lambda k: (k.level.rank, k.order))
    kinds = [
        {
            "name": kind.name,
            "url": urls.url(kind),
            "level": kind.level.value,
            "level_label": kind.level.label,
            "bars": list(range(plaques.BARS[kind.level])),
            "issuer": kind.issuer,
            "summary": kind.summary or "",
            "held": sum(i.state.is_active for i in desk.facts.standings if i.kind.id == kind.id),
            "pending": sum(
                i.state.is_pending for i in desk.facts.standings if i.kind.id == kind.id
            ),
        }
        for kind in ordered
    ]
    return desk.render("blocks/honour-kinds.html.jinja", root, kinds=kinds)


def _sites(desk: Desk, root: str, _: Options) -> Markup:
    items = [item for item in desk.facts.standings if item.kind.is_site]
    rows = []
    for item in items:
        community = desk.site.communities.get(item.honour.subject.ref or "")
        if community is None:
            continue
        visit = community.reception
        rows.append(
            views.community_card(desk, community)
            | {
                "plaque": plaques.plaque(desk, item),
                "open": bool(visit and visit.open),
                "booking": (visit.booking or "") if visit else "",
                "minutes": visit.duration_min if visit else None,
                "group": visit.group_max if visit else None,
                "stops": "—".join(stop.stop for stop in visit.route) if visit else "",
                "features": community.features,
            }
        )
    kind = items[0].kind if items else None
    return desk.render(
        "blocks/sites.html.jinja",
        root,
        sites=rows,
        kind={"name": kind.name, "url": urls.url(kind)} if kind else None,
    )


def _tasks(desk: Desk, root: str, _: Options) -> Markup:
    ordered = sorted(desk.site.tasks.values(), key=lambda item: item.order)
    return desk.render(
        "blocks/tasks.html.jinja", root, tasks=[views.task_tile(desk, item) for item in ordered]
    )


def _indicators(desk: Desk, root: str, _: Options) -> Markup:
    items = [tasks.indicator_view(desk, item) for item in desk.site.indicators.values()]
    return desk.render("blocks/indicators.html.jinja", root, indicators=items)


def _speeches(desk: Desk, root: str, _: Options) -> Markup:
    items = [views.speech_item(desk, item) for item in newest(desk.site.speeches.values())]
    return desk.render("blocks/speeches.html.jinja", root, speeches=items)


def _policies(desk: Desk, root: str, options: Options) -> Markup:
    ordered = sorted(desk.site.policies.values(), key=lambda p: p.issued, reverse=True)
    items = [views.policy_item(desk, item) for item in ordered]
    by = options.get("by", "status")
    if by == "year":
        for item in items:
            item["year"] = f"{item['year']} 年"
    return desk.render("blocks/policies.html.jinja", root, groups=_groups(items, by), by=by)


def _interpretations(desk: Desk, root: str, _: Options) -> Markup:
    items = [views.entry_item(desk, i) for i in newest(desk.site.interpretations.values())]
    return desk.render("blocks/entries.html.jinja", root, entries=items)


def _news(desk: Desk, root: str, options: Options) -> Markup:
    kind = options.get("kind")
    found = [item for item in newest(desk.site.news.values()) if kind in (None, item.type.value)]
    limit = int(options.get("limit", len(found)))
    items = [views.entry_item(desk, item) for item in found[:limit]]
    return desk.render("blocks/entries.html.jinja", root, entries=items)


def _galleries(desk: Desk, root: str, _: Options) -> Markup:
    cards = [pictures.gallery_card(desk, item) for item in gallery_pages.newest(desk)]
    return desk.render("blocks/galleries.html.jinja", root, galleries=cards)


def _contests(desk: Desk, root: str, _: Options) -> Markup:
    return desk.render("blocks/contests.html.jinja", root, contests=contest_pages.cards(desk))


def _fields(desk: Desk, root: str, _: Options) -> Markup:
    return desk.render("blocks/fields.html.jinja", root, tables=field_tables())


def _photo(desk: Desk, root: str, options: Options) -> Markup:
    photo = pictures.photo(desk, options.get("id"))
    return desk.render("blocks/photo.html.jinja", root, photo=photo)


def _specimen(desk: Desk, root: str, _: Options) -> Markup:
    values: dict[str, Any] = specimen.view(desk)
    return desk.render("blocks/specimen.html.jinja", root, **values)


def _search(desk: Desk, root: str, _: Options) -> Markup:
    gone = hidden(desk.site)
    columns = [
        {"title": column.title, "url": column.path.removesuffix("index.md")}
        for column in desk.site.settings.columns
        if column.path not in gone
    ]
    return desk.render("blocks/search.html.jinja", root, columns=columns)


RENDERERS: Mapping[str, Renderer] = {
    "home": _home,
    "communities": _communities,
    "compare": comparison.block,
    "districts": districts.block,
    "experiences": _experiences,
    "honours": _honours,
    "levels": _levels,
    "coverage": _coverage,
    "changes": _changes,
    "years": _years,
    "honour-kinds": _honour_kinds,
    "sites": _sites,
    "tasks": _tasks,
    "indicators": _indicators,
    "speeches": _speeches,
    "policies": _policies,
    "interpretations": _interpretations,
    "news": _news,
    "galleries": _galleries,
    "photo": _photo,
    "contests": _contests,
    "data": open_blocks.dictionary,
    "feeds": open_blocks.feeds,
    "embed": open_blocks.embed,
    "fields": _fields,
    "sitemap": sitemap.block,
    "specimen": _specimen,
    "search": _search,
    "elder": elder.block,
}
"""One for each name of `markup.BLOCKS`; a test holds the two together."""
