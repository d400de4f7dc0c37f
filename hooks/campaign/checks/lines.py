"""What readers see, line by line: rules about a line, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import update_wrapper
from typing import Generic, TypeVar

from campaign.model.look import Look
from campaign.model.origin import Origin, Prose
from campaign.model.walk import Loc
from campaign.problems import Problem, problem
from campaign.reading import markup
from campaign.site import Site

T = TypeVar("T")


@dataclass(frozen=True)
class Line:
    """A text of a field, or a line of a body; which line of the file it is, few ask."""

    origin: Origin
    text: str
    place: Loc | int
    """Its field, or its line in the file."""

    @property
    def number(self) -> int:
        return self.place if isinstance(self.place, int) else self.origin.line(self.place)

    def problem(self, code: str, ahead: int = 0, **values: object) -> Problem:
        """A problem in this line, or some lines `ahead` in the same text."""
        return problem(self.origin.path, self.number + ahead, code, **values)


class of_each_line(Generic[T]):  # noqa: N801 (used as a decorator, like property)
    """What there is to find in each line that readers see, a problem or something else.

    It is looked for again only in a record that was edited.
    """

    def __init__(self, find: Callable[[Line], Iterable[T]]) -> None:
        self._find = find
        update_wrapper(self, find)

    def __call__(self, site: Site) -> Iterator[T]:
        for look in _articles(site):
            yield from look.once(self._found)
        for line in _of_pages(site):
            yield from self._find(line)

    def _found(self, look: Look) -> list[T]:
        return [found for line in look.once(_lines) for found in self._find(line)]


def published(site: Site) -> Iterator[Line]:
    """Every text that readers see, line by line, code left out."""
    for look in _articles(site):
        yield from look.once(_lines)
    yield from _of_pages(site)


def _articles(site: Site) -> Iterator[Look]:
    for record in site.written():
        if record.is_article and site.is_out(record):
            yield site.look(record)


def _of_pages(site: Site) -> list[Line]:
    return site.remembered(_pages)


def _pages(site: Site) -> list[Line]:
    released = (page for page in site.prose.values() if page.is_released)
    return [line for page in released for line in _of_page(page)]


def _of_page(page: Prose) -> Iterator[Line]:
    yield Line(page.origin, page.title, ("title",))
    yield from _body(page.origin)


def _lines(look: Look) -> list[Line]:
    fields = (Line(look.origin, text, loc) for loc, _, text in look.texts)
    return [*fields, *_body(look.origin)]


def _body(origin: Origin) -> Iterator[Line]:
    for number, line, is_prose in markup.prose_lines(origin.body):
        if is_prose:
            yield Line(origin, markup.without_code(line), number + origin.body_line)
