"""Blocks that list things on as many sheets as it takes: the first in place, the rest behind it.

A further sheet is a page of its own in the folder of the list, `news/news_2/`. How many
there are follows from counting alone: what stands on a sheet is made when the sheet is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypedDict, TypeVar

from markupsafe import Markup

from campaign import urls
from campaign.derive.placing import Place, places
from campaign.kinds.kind import Kind
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.render.sheets import PER_SHEET, Beginning, Group, Pager, Piece
from campaign.render.template import Template

T = TypeVar("T")
Options = Mapping[str, str]


class SheetPage(TypedDict):
    """A further sheet's own page."""

    title: str
    sheet: Markup


class Sheet(TypedDict):
    """A sheet of a list that has several."""

    contents: list[Beginning]
    sheet: Markup
    pager: Pager | None


SHEET_PAGE = Template("sheet-page.html.jinja", SheetPage)
SHEET = Template("sheet.html.jinja", Sheet)


@dataclass(frozen=True)
class ListBlock(Generic[T]):
    """A list in the options that a page asks for."""

    kind: Kind[Any]
    """Whose list it is: its folder has the further sheets."""
    name: str
    """Of the block."""
    groups: Callable[[Edition, Options], Sequence[Group[T]]]
    """What stands on it, as values, under its headings."""
    show: Callable[[Edition, str, Options, Sequence[Piece[T]]], Markup]
    """Makes a sheet's HTML for a page from which the site's root is the second argument."""
    size: int = PER_SHEET
    usual: Options = field(default_factory=dict)
    """The options of a page that gives none."""
    folder: str = ""
    """Of its further sheets, for a kind whose records have no pages."""

    def __call__(self, edition: Edition, root: str, options: Options) -> Markup:
        """The first sheet."""
        return self._sheet(edition, root, options, self.cut(edition, options), 1)

    def further(self, edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
        """What makes the second sheet of each list that pages ask for and those behind it."""
        asked = [self._options(place.options) for place in self._places(edition)]
        for options in {self._label(options): options for options in asked}.values():
            cut = self.cut(edition, options)
            for number in range(2, len(cut) + 1):
                make = partial(self._page, edition, options, cut, number)
                yield self._address(edition, options, number), make

    def contents(self, edition: Edition, options: Options) -> Mapping[str, str]:
        """Where each group begins, by its id; nothing when no page asks for the list."""
        if self.home(edition, options) is None:
            return {}
        return {
            piece.anchor: f"{self._address(edition, options, number)}#{piece.anchor}"
            for number, pieces in enumerate(self.cut(edition, options), 1)
            for piece in pieces
            if not piece.is_continued
        }

    def home(self, edition: Edition, options: Options) -> Place | None:
        """The page with the first sheet: the kind's own among those that ask for the list."""
        wanted = self._options(options)
        found = [p for p in self._places(edition) if self._options(p.options) == wanted]
        return min(found, key=lambda place: place.address != self.kind.home, default=None)

    def cut(self, edition: Edition, options: Options) -> list[list[Piece[T]]]:
        """The sheets of the list, cut once for all that asks where something stands."""
        asked = self._options(options)
        key = (ListBlock, self.name, tuple(sorted(asked.items())))
        return edition.once(key, lambda: sheets.cut(self.groups(edition, asked), self.size))

    def _places(self, edition: Edition) -> Sequence[Place]:
        return places(edition.facts).get(self.name, ())

    def _options(self, options: Options) -> Options:
        return {**self.usual, **options}

    def _label(self, options: Options) -> str:
        """What the list is called in an address: `by-theme`, `news-notice`, `changes`.

        A list beside that of the kind's records says its name first: `services-by-audience`.
        """
        words = [value for name, value in sorted(options.items()) if name != "by"]
        is_usual = "by" in options and self.name == self.kind.folder
        first = [] if is_usual else [self.name]
        return "-".join([*first, *([f"by-{options['by']}"] if "by" in options else []), *words])

    def _address(self, edition: Edition, options: Options, number: int) -> str:
        if number == 1:
            home = self.home(edition, options)
            return home.address if home else self.kind.home
        list_page = f"{self._folder}/{self._label(self._options(options))}/"
        return urls.further(list_page, number)

    @property
    def _folder(self) -> str:
        return self.folder or self.kind.folder or self.kind.column

    def _page(
        self, edition: Edition, options: Options, cut: list[list[Piece[T]]], number: int
    ) -> Page:
        address = self._address(edition, options, number)
        home = self.home(edition, options)
        title = f"{home.title if home else self.kind.label}（第 {number} 页）"
        root = urls.root_from(address)
        listed = self._sheet(edition, root, options, cut, number)
        return Page(
            path=address,
            shell=f"{self._folder}/shell.md",
            title=title,
            description=f"{title}，全部共 {len(cut)} 页。",
            body=edition.render(SHEET_PAGE, root, SheetPage(title=title, sheet=listed)),
            source=self.kind.pattern.partition("*")[0],
            is_listing=True,
        )

    def _sheet(
        self,
        edition: Edition,
        root: str,
        options: Options,
        cut: list[list[Piece[T]]],
        number: int,
    ) -> Markup:
        """A sheet between the contents and the pager of its list, where it has several."""
        shown = self.show(edition, root, self._options(options), cut[number - 1])
        if len(cut) == 1:
            return shown
        addresses = [self._address(edition, options, n) for n in range(1, len(cut) + 1)]
        return edition.render(
            SHEET,
            root,
            Sheet(
                contents=sheets.contents(cut, addresses),
                sheet=shown,
                pager=sheets.pager(addresses, number),
            ),
        )
