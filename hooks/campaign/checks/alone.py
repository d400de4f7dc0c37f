"""Rules that need no more than one record: run again only for one that was edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import update_wrapper

from campaign.model.look import Look
from campaign.problems import Problem
from campaign.site import Site


class of_each:  # noqa: N801 (used as a decorator, like property)
    """A rule about each record by itself, those among them that were refused."""

    def __init__(self, rule: Callable[[Look], Iterable[Problem]]) -> None:
        self._rule = rule
        update_wrapper(self, rule)

    def __call__(self, site: Site) -> Iterator[Problem]:
        for record in site.written():
            yield from site.look(record).once(self._found)

    def _found(self, look: Look) -> list[Problem]:
        return list(self._rule(look))
