"""Experience pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.exchange import items, nodes
from campaign.exchange.feeds import LANGUAGE, Item, at
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.experience import Experience
from campaign.kinds.experience.facts import compendium, on_task
from campaign.kinds.experience.record import Result
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure as compute
from campaign.kinds.indicator.record import Scope
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter
from campaign.kinds.task.facts import tasks_in_order
from campaign.kinds.traits import Traits
from campaign.model.base import latest
from campaign.render import names, pictures, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin, draft_label, record_link
from campaign.render.outputs import Page
from campaign.render.pictures import PhotoView, photo
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template


class ResultView(TypedDict):
    """One result of an experience."""

    text: str
    value: Decimal | None
    unit: str
    before: Decimal | None
    after: Decimal | None
    source: str


class ExperienceCard(TypedDict):
    """An experience in a list, and at the head of its page."""

    title: str
    url: str
    summary: str
    theme: str
    communities: list[Link]
    tasks: list[Link]
    cover: PhotoView | None
    result: ResultView | None
    draft: str


class Step(TypedDict):
    """A step of what was done."""

    heading: str
    body: Markup


class RecognitionView(TypedDict):
    """Who recognised an experience."""

    level: str
    by: str
    date: str
    doc: str


class Quotation(TypedDict):
    """What somebody said."""

    text: str
    role: str


class ExperiencePage(TypedDict):
    """All that an experience's page tells."""

    card: ExperienceCard
    period: str
    challenge: Markup
    practice: list[Step]
    results: list[ResultView]
    transfer: list[str]
    recognition: list[RecognitionView]
    quotes: list[Quotation]
    photos: list[PhotoView]
    origin: Origin
    before: Link | None
    after: Link | None


class ExperienceList(TypedDict):
    """A sheet of the list of experiences."""

    by: str
    groups: list[Section[ExperienceCard]]


WORTH_A_HEADING = 3
"""Cards under a heading, on average: fewer leave most of each row empty."""

PAGE = Template("experience/page.html.jinja", ExperiencePage)
LIST = Template("experience/list.html.jinja", ExperienceList)


def experience_card(edition: Edition, experience: Experience) -> ExperienceCard:
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


def result(edition: Edition, item: Result, communities: list[str]) -> ResultView:
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


def page(
    edition: Edition, experience: Experience, before: Experience | None, after: Experience | None
) -> Page:
    root = urls.root_from(urls.url(experience))
    card = experience_card(edition, experience)
    period = experience.period
    values = ExperiencePage(
        card=card,
        period=f"{period.start} 至 {period.end}" if period.end else f"{period.start} 起",
        challenge=edition.prose(experience.challenge, root),
        practice=[
            {"heading": step.heading, "body": edition.prose(step.text, root)}
            for step in experience.practice
        ],
        results=[result(edition, item, experience.communities) for item in experience.results],
        transfer=experience.transfer,
        recognition=[
            {"level": r.level.label, "by": r.by, "date": str(r.date), "doc": r.doc or ""}
            for r in experience.recognition
        ],
        quotes=[{"text": q.text, "role": q.role} for q in experience.quotes],
        photos=pictures.photos(edition, experience.photos),
        origin=names.origin(edition, experience),
        before=names.record_link(edition, "experience", before.id) if before else None,
        after=names.record_link(edition, "experience", after.id) if after else None,
    )
    cover = card["cover"]
    return Page(
        path=urls.url(experience),
        shell="experiences/shell.md",
        title=experience.title,
        description=experience.summary,
        body=edition.render(PAGE, root, values),
        source=edition.site.origin(experience).path,
        cover=cover["id"] if cover else "",
        modified=str(experience.updated or ""),
    )


def _experience_groups(edition: Edition, by: str) -> Iterable[tuple[str, str, list[Experience]]]:
    if by == "theme":
        for id, label in edition.site.labels("themes").items():
            yield label, "", [e for e in compendium(edition.facts) if e.theme == id]
        return
    for task in tasks_in_order(edition.site):
        yield task.title, urls.url(task), on_task(edition.facts, task)


class ExperiencePresenter(Presenter[Experience]):
    """How experiences appear."""

    usual = MappingProxyType({"by": "task"})

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        """One page each in the order of the compendium, with links to its neighbours."""
        ordered = compendium(edition.facts)
        return {
            urls.url(item): partial(page, edition, item, before, after)
            for before, item, after in self.neighbours(ordered)
        }

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Experience]]:
        by = options["by"]
        held = [found for found in _experience_groups(edition, by) if found[2]]
        together = list({item.id: item for _, _, items in held for item in items}.values())
        if sum(len(items) for _, _, items in held) < WORTH_A_HEADING * len(held):
            return [Group(f"{by}-all", "全部经验", together, unit="篇")]
        return [
            Group(f"{by}-{number}", label, items, url=url, unit="篇")
            for number, (label, url, items) in enumerate(held, 1)
        ]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Experience]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(experience_card, edition))
        return edition.render(LIST, root, ExperienceList(by=options["by"], groups=groups))

    def traits(self, edition: Edition, record: Experience) -> Traits:
        start, end = record.period.start.year, record.period.end
        last = end.year if end else edition.site.today.year
        return Traits(
            communities=record.communities,
            levels=[recognition.level for recognition in record.recognition],
            years=range(start, last + 1),
            tasks=record.tasks,
            themes=[record.theme],
        )

    def items(self, edition: Edition) -> Iterable[Item]:
        return (self.item(edition, item) for item in edition.site.of(Experience).values())

    def item(self, edition: Edition, record: Experience) -> Item:
        """Its day is one that was written: the last of its period that has come, or its start."""
        period = record.period
        begun, ended = period.start.first(), period.end.last() if period.end else None
        day = record.updated or latest((begun, ended), edition.site.today) or begun
        image = items.image(edition, record.photos[0] if record.photos else None)
        unit, words = record.author_unit, record.summary
        return items.item(edition, record, unit, at(day), self.kind.label, words, image)

    def node(self, edition: Edition, record: Experience) -> Node | None:
        return nodes.subject(
            edition,
            urls.url(record),
            "Article",
            headline=record.title,
            description=record.summary,
            dateModified=at(record.updated).isoformat() if record.updated else "",
            author=nodes.organisation(record.author_unit),
            publisher=nodes.publisher(edition),
            inLanguage=LANGUAGE,
            about=[nodes.about(edition, "community", id) for id in record.communities],
            image=nodes.photo(edition, record.photos[0] if record.photos else None),
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        return ()


PRESENTER = ExperiencePresenter
