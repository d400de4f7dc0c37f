"""By what each page may be found, narrowed and ordered; all of it from the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from campaign.derive import provenance
from campaign.derive.contests import Stage, stage
from campaign.frame.labels import Labels
from campaign.kinds.community import Community
from campaign.kinds.contest import Contest
from campaign.kinds.district import District
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.kinds.honour.plaques import KEY_LABELS, state_key
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.news import News
from campaign.kinds.policy import Policy
from campaign.kinds.policy.record import PolicyStatus
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.model.fields import Level
from campaign.render.edition import Edition
from campaign.render.names import pinyin, sort_key
from campaign.search.spelling import all_spelled, spelled

COLUMN, DISTRICT, LEVEL, YEAR, TASK, STATE = "栏目", "区域", "级别", "年份", "任务", "状态"
OTHER = "关于本站"
"""The column of pages that are in none."""
UNRANKED = len(Level)


@dataclass(frozen=True)
class Traits:
    """What the search may know of a record."""

    communities: Iterable[str] = ()
    """The communities that it is about; their districts are its own."""
    levels: Iterable[Level] = ()
    years: Iterable[int] = ()
    tasks: Iterable[str] = ()
    states: Iterable[str] = ()
    spelling: str = ""


@dataclass(frozen=True)
class Facets:
    """What the search may know of a page."""

    filters: Mapping[str, list[str]]
    sorts: Mapping[str, str]
    """Every page has every key: one without it would leave an ordered list of results."""
    spelling: str = ""
    date: str = ""


class Finder:
    """The facets of every page of one build."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.labels = Labels(edition.site)

    def facets(self, address: str, title: str) -> Facets:
        """The facets of the page at `address`; a page of no record has its column alone."""
        column, record = self.labels.column(address), self.labels.record(address)
        traits = TRAITS[record.kind](self.edition, record) if record else Traits()
        moment = provenance.published(self.edition.site, record) if record else None
        day = f"{moment:%Y-%m-%d}" if moment else ""
        ranks = [level.rank for level in traits.levels]
        name = sort_key(record) if isinstance(record, Community) else pinyin(title)
        return Facets(
            {COLUMN: [column.title if column else OTHER], **self._filters(traits)},
            {
                "date": day.replace("-", "") or "0",
                "level": str(min(ranks, default=UNRANKED)),
                "name": name.lower(),
            },
            traits.spelling,
            day,
        )

    def _filters(self, traits: Traits) -> dict[str, list[str]]:
        site = self.edition.site
        districts = {
            site.of(Community)[id].district for id in traits.communities if id in site.of(Community)
        }
        levels = sorted(set(traits.levels), key=lambda level: level.rank)
        found = {
            DISTRICT: [d.name for d in self._districts if d.id in districts],
            LEVEL: [level.label for level in levels],
            YEAR: [str(year) for year in sorted(set(traits.years))],
            TASK: [task.title for task in self._tasks if task.id in set(traits.tasks)],
            STATE: list(dict.fromkeys(traits.states)),
        }
        return {name: values for name, values in found.items() if values}

    @cached_property
    def _districts(self) -> list[Any]:
        return sorted(self.edition.site.of(District).values(), key=lambda item: item.order)

    @cached_property
    def _tasks(self) -> list[Task]:
        return sorted(self.edition.site.of(Task).values(), key=lambda item: item.order)

    @property
    def orders(self) -> dict[str, list[str]]:
        """The values of each filter in the order in which a reader expects them."""
        return {
            COLUMN: [column.title for column in self.edition.site.settings.columns],
            DISTRICT: [district.name for district in self._districts],
            LEVEL: [level.label for level in Level],
            YEAR: [],
            TASK: [task.title for task in self._tasks],
            STATE: [*KEY_LABELS.values(), *PolicyStatus, *(item.label for item in Stage)],
        }

    @property
    def keywords(self) -> list[str]:
        """What an empty search suggests: the key tasks, and what the columns are about."""
        columns = self.edition.site.settings.columns
        return [task.title for task in self._tasks] + [w for c in columns for w in c.keywords]

    def entrance(self, address: str) -> str:
        """What a column's own page is found by: its lists are found by themselves."""
        column = self.labels.column(address)
        if column is None or column.path != f"{address}index.md":
            return ""
        return f"{column.title}。{column.description}{'、'.join(column.keywords)}"


# Records


def _community(edition: Edition, item: Community) -> Traits:
    standings = edition.facts.honours_of.get(item.id, [])
    former = [used.name for used in item.name_history]
    experiences = edition.facts.experiences_of.get(item.id, [])
    return Traits(
        communities=[item.id],
        levels=[held.level for held in standings if held.state.is_active],
        years=[held.named.year for held in standings if held.named],
        tasks=[task for experience in experiences for task in experience.tasks],
        states=[KEY_LABELS[state_key(held)] for held in standings],
        spelling=f"{spelled(item.name, item.pinyin)} {all_spelled([*former, *item.estates])}",
    )


def _experience(edition: Edition, item: Experience) -> Traits:
    start, end = item.period.start.year, item.period.end
    last = end.year if end else edition.site.today.year
    return Traits(
        communities=item.communities,
        levels=[recognition.level for recognition in item.recognition],
        years=range(start, last + 1),
        tasks=item.tasks,
    )


def _honour_kind(edition: Edition, item: HonourKind) -> Traits:
    return Traits(levels=[item.level], spelling=spelled(item.name))


def _task(edition: Edition, item: Task) -> Traits:
    return Traits(years=[item.due.year], tasks=[item.id])


def _gallery(edition: Edition, item: Gallery) -> Traits:
    return Traits(communities=item.communities, years=[item.date.year])


def _contest(edition: Edition, item: Contest) -> Traits:
    return Traits(years=[item.period.start.year], states=[stage(item, edition.site.today).label])


def _speech(edition: Edition, item: Speech) -> Traits:
    tasks = [demand.task for demand in item.demands if demand.task]
    return Traits(years=[item.delivered.year], tasks=tasks)


def _policy(edition: Edition, item: Policy) -> Traits:
    return Traits(
        years=[item.issued.year],
        tasks=[task.id for task in edition.site.of(Task).values() if task.policy == item.id],
        states=[item.status_in_force.value],
    )


def _interpretation(edition: Edition, item: Interpretation) -> Traits:
    return Traits(years=[item.published.year])


def _news(edition: Edition, item: News) -> Traits:
    return Traits(communities=item.communities, years=[item.published.year])


TRAITS: Mapping[str, Callable[[Edition, Any], Traits]] = {
    "community": _community,
    "experience": _experience,
    "honour-kind": _honour_kind,
    "task": _task,
    "gallery": _gallery,
    "contest": _contest,
    "speech": _speech,
    "policy": _policy,
    "interpretation": _interpretation,
    "news": _news,
}
"""What each kind of record with a page tells."""
