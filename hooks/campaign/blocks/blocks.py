"""Blocks: components that a page's author asks for with a line such as `[[news limit=6]]`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from markupsafe import Markup

from campaign import urls
from campaign.blocks import home, open_data, sitemap, specimen
from campaign.derive.columns import hidden
from campaign.derive.facts import newest
from campaign.derive.honours import year_ends
from campaign.frame import elder
from campaign.kinds.community import Community, comparison
from campaign.kinds.contest import page as contest_pages
from campaign.kinds.district import District
from campaign.kinds.district import page as districts
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import page as gallery_pages
from campaign.kinds.honour import page as honours
from campaign.kinds.honour import plaques, roll
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.indicator import Indicator
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.news import News
from campaign.kinds.policy import Policy
from campaign.kinds.schema import field_tables
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.kinds.task import page as tasks
from campaign.model.fields import Level
from campaign.render import names, pictures, views
from campaign.render.edition import Edition
from campaign.render.names import View

Options = Mapping[str, str]
Renderer = Callable[[Edition, str, Options], Markup]
NO_HONOUR = "尚无在册荣誉"


def render(edition: Edition, name: str, root: str, options: Options) -> Markup:
    """A block's HTML for a page from which the site's root is `root`."""
    return RENDERERS[name](edition, root, options)


def _home(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("blocks/home.html.jinja", root, **home.view(edition))


def _groups(items: Iterable[View], key: str, order: Iterable[str] = ()) -> list[View]:
    """Cards in groups by the label under `key`, in `order` or as they come."""
    found: dict[str, list[View]] = {label: [] for label in order}
    for item in items:
        found.setdefault(item[key], []).append(item)
    return [{"label": label, "cards": cards} for label, cards in found.items() if cards]


def _communities(edition: Edition, root: str, options: Options) -> Markup:
    by = options.get("by", "district")
    ordered = sorted(edition.site.of(Community).values(), key=names.sort_key)
    cards = [views.community_card(edition, item) for item in ordered]
    for card, community in zip(cards, ordered, strict=True):
        card["level"] = _level_label(edition, community)
    districts = sorted(edition.site.of(District).values(), key=lambda item: item.order)
    groupings: dict[str, tuple[str, list[str]]] = {
        "district": ("district", [item.name for item in districts]),
        "type": ("type", list(edition.site.labels("community-types").values())),
        "level": ("level", [*(level.label for level in Level), NO_HONOUR]),
        "pinyin": ("initial", sorted({card["initial"] for card in cards})),
    }
    key, order = groupings[by]
    groups = _groups(cards, key, order)
    return edition.render("blocks/communities.html.jinja", root, groups=groups, by=by)


def _level_label(edition: Edition, community: Community) -> str:
    top = edition.facts.highest_of(community)
    return top.level.label if top else NO_HONOUR


def _experiences(edition: Edition, root: str, options: Options) -> Markup:
    by = options.get("by", "task")
    groups = [
        {"label": label, "url": url, "cards": [views.experience_card(edition, e) for e in found]}
        for label, url, found in _experience_groups(edition, by)
        if found
    ]
    return edition.render("blocks/experiences.html.jinja", root, groups=groups, by=by)


def _experience_groups(edition: Edition, by: str) -> Iterable[tuple[str, str, list[Experience]]]:
    if by == "theme":
        for id, label in edition.site.labels("themes").items():
            yield label, "", [e for e in edition.facts.experiences if e.theme == id]
        return
    for task in sorted(edition.site.of(Task).values(), key=lambda item: item.order):
        yield task.title, urls.url(task), edition.facts.experiences_on.get(task.id, [])


def _honours(edition: Edition, root: str, options: Options) -> Markup:
    whole = roll.roll(edition, options.get("by", roll.FIRST))
    return edition.render(
        "blocks/honours.html.jinja",
        root,
        levels=honours.levels(edition.facts.standings),
        on=str(edition.site.today),
        sheet=roll.sheet(edition, whole, 1, root, roll.form(edition)),
    )


def _levels(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("blocks/levels.html.jinja", root, chart=honours.level_chart(edition))


def _coverage(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render(
        "blocks/coverage.html.jinja",
        root,
        figure=honours.coverage_view(edition, edition.site.today),
        goal=honours.coverage_progress(edition),
        chart=honours.coverage_chart(edition),
    )


def _changes(edition: Edition, root: str, _: Options) -> Markup:
    changes = [plaques.change(edition, item) for item in edition.facts.changes]
    years = [
        {"year": year, "changes": list(items)}
        for year, items in groupby(changes, key=lambda item: item["year"])
    ]
    return edition.render("blocks/changes.html.jinja", root, years=years)


def _years(edition: Edition, root: str, _: Options) -> Markup:
    years = [{"year": year, "url": urls.roll(year)} for year in year_ends(edition.site)]
    return edition.render("blocks/years.html.jinja", root, years=years)


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
    return edition.render("blocks/honour-kinds.html.jinja", root, kinds=kinds)


def _sites(edition: Edition, root: str, _: Options) -> Markup:
    items = [item for item in edition.facts.standings if item.kind.is_site]
    rows = []
    for item in items:
        community = edition.site.of(Community).get(item.honour.subject.ref or "")
        if community is None:
            continue
        visit = community.reception
        rows.append(
            views.community_card(edition, community)
            | {
                "plaque": plaques.plaque(edition, item),
                "open": bool(visit and visit.open),
                "booking": (visit.booking or "") if visit else "",
                "minutes": visit.duration_min if visit else None,
                "group": visit.group_max if visit else None,
                "stops": "—".join(stop.stop for stop in visit.route) if visit else "",
                "features": community.features,
            }
        )
    kind = items[0].kind if items else None
    return edition.render(
        "blocks/sites.html.jinja",
        root,
        sites=rows,
        kind={"name": kind.name, "url": urls.url(kind)} if kind else None,
    )


def _tasks(edition: Edition, root: str, _: Options) -> Markup:
    ordered = sorted(edition.site.of(Task).values(), key=lambda item: item.order)
    return edition.render(
        "blocks/tasks.html.jinja", root, tasks=[views.task_tile(edition, item) for item in ordered]
    )


def _indicators(edition: Edition, root: str, _: Options) -> Markup:
    items = [tasks.indicator_view(edition, item) for item in edition.site.of(Indicator).values()]
    return edition.render("blocks/indicators.html.jinja", root, indicators=items)


def _speeches(edition: Edition, root: str, _: Options) -> Markup:
    items = [views.speech_item(edition, item) for item in newest(edition.site.of(Speech).values())]
    return edition.render("blocks/speeches.html.jinja", root, speeches=items)


def _policies(edition: Edition, root: str, options: Options) -> Markup:
    ordered = sorted(edition.site.of(Policy).values(), key=lambda p: p.issued, reverse=True)
    items = [views.policy_item(edition, item) for item in ordered]
    by = options.get("by", "status")
    if by == "year":
        for item in items:
            item["year"] = f"{item['year']} 年"
    return edition.render("blocks/policies.html.jinja", root, groups=_groups(items, by), by=by)


def _interpretations(edition: Edition, root: str, _: Options) -> Markup:
    items = [views.entry_item(edition, i) for i in newest(edition.site.of(Interpretation).values())]
    return edition.render("blocks/entries.html.jinja", root, entries=items)


def _news(edition: Edition, root: str, options: Options) -> Markup:
    kind = options.get("kind")
    found = [
        item for item in newest(edition.site.of(News).values()) if kind in (None, item.type.value)
    ]
    limit = int(options.get("limit", len(found)))
    items = [views.entry_item(edition, item) for item in found[:limit]]
    return edition.render("blocks/entries.html.jinja", root, entries=items)


def _galleries(edition: Edition, root: str, _: Options) -> Markup:
    cards = [pictures.gallery_card(edition, item) for item in gallery_pages.newest(edition)]
    return edition.render("blocks/galleries.html.jinja", root, galleries=cards)


def _contests(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("blocks/contests.html.jinja", root, contests=contest_pages.cards(edition))


def _fields(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("blocks/fields.html.jinja", root, tables=field_tables())


def _photo(edition: Edition, root: str, options: Options) -> Markup:
    photo = pictures.photo(edition, options.get("id"))
    return edition.render("blocks/photo.html.jinja", root, photo=photo)


def _specimen(edition: Edition, root: str, _: Options) -> Markup:
    values: dict[str, Any] = specimen.view(edition)
    return edition.render("blocks/specimen.html.jinja", root, **values)


def _search(edition: Edition, root: str, _: Options) -> Markup:
    gone = hidden(edition.site)
    columns = [
        {"title": column.title, "url": column.path.removesuffix("index.md")}
        for column in edition.site.settings.columns
        if column.path not in gone
    ]
    return edition.render("blocks/search.html.jinja", root, columns=columns)


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
    "data": open_data.dictionary,
    "feeds": open_data.feeds,
    "embed": open_data.embed,
    "fields": _fields,
    "sitemap": sitemap.block,
    "specimen": _specimen,
    "search": _search,
    "elder": elder.block,
}
"""One for each name of `markup.BLOCKS`; a test holds the two together."""
