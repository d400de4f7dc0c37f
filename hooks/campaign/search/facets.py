"""By what each page may be found, narrowed and ordered; all of it from the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from campaign.derive import provenance
from campaign.every_page.labels import Labels
from campaign.kinds import KINDS, kind_of
from campaign.kinds.community import Community
from campaign.kinds.district.facts import districts_in_order, line
from campaign.kinds.task import Task
from campaign.kinds.task.facts import tasks_in_order
from campaign.kinds.traits import Traits
from campaign.model.level import Level
from campaign.render.edition import Edition
from campaign.render.names import pinyin

COLUMN, DISTRICT, LEVEL, YEAR = "栏目", "区域", "级别", "年份"
TASK, THEME, STATE = "任务", "主题", "状态"
OTHER = "关于本站"
"""The column of pages that are in none."""
UNRANKED = len(Level)


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
        traits = kind_of(record).presenter.traits(self.edition, record) if record else Traits()
        moment = provenance.published(self.edition.site, record) if record else None
        day = f"{moment:%Y-%m-%d}" if moment else ""
        ranks = [level.rank for level in traits.levels]
        name = traits.sort_name or pinyin(title)
        return Facets(
            {COLUMN: [column.title if column else OTHER], **self.filters(traits)},
            {
                "date": day.replace("-", "") or "0",
                "level": str(min(ranks, default=UNRANKED)),
                "name": name.lower(),
            },
            traits.spelling,
            day,
        )

    def filters(self, traits: Traits) -> dict[str, list[str]]:
        """What a page is found under, by the name of each filter."""
        site = self.edition.site
        communities = (site.of(Community).get(id) for id in traits.communities)
        districts = {id for item in communities if item for id in line(site, item.district)}
        levels = sorted(set(traits.levels), key=lambda level: level.rank)
        found = {
            DISTRICT: [d.name for d in self._districts if d.id in districts],
            LEVEL: [level.label for level in levels],
            YEAR: [str(year) for year in sorted(set(traits.years))],
            TASK: [task.title for task in self._tasks if task.id in set(traits.tasks)],
            THEME: [self._themes[id] for id in dict.fromkeys(traits.themes) if id in self._themes],
            STATE: list(dict.fromkeys(traits.states)),
        }
        return {name: values for name, values in found.items() if values}

    @cached_property
    def _districts(self) -> list[Any]:
        return districts_in_order(self.edition.site)

    @cached_property
    def _tasks(self) -> list[Task]:
        return tasks_in_order(self.edition.site)

    @property
    def _themes(self) -> Mapping[str, str]:
        return self.edition.site.labels("themes")

    @property
    def orders(self) -> dict[str, list[str]]:
        """The values of each filter in the order in which a reader expects them."""
        return {
            COLUMN: [column.title for column in self.edition.site.settings.columns],
            DISTRICT: [district.name for district in self._districts],
            LEVEL: [level.label for level in Level],
            YEAR: [],
            TASK: [task.title for task in self._tasks],
            THEME: list(self._themes.values()),
            STATE: [state for kind in KINDS for state in kind.presenter.states],
        }

    @property
    def keywords(self) -> list[str]:
        """What an empty search suggests: the key tasks, and what the columns are about."""
        columns = self.edition.site.settings.columns
        return [task.title for task in self._tasks] + [w for c in columns for w in c.keywords]

    def entrance(self, address: str, title: str, description: str) -> str:
        """What a page of lists is found by: what it lists is found by itself."""
        column = self.labels.column(address)
        if column is None or column.path != f"{address}index.md":
            return f"{title}。{description}"
        return f"{column.title}。{column.description}{'、'.join(column.keywords)}"
