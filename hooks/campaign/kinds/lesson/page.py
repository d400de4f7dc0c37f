"""A page for each chapter, and one for each book with all its questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.lesson import Lesson, addresses, linked
from campaign.kinds.lesson.facts import BOOKS, books
from campaign.kinds.lesson.table import TABLE
from campaign.kinds.lesson.views import (
    ChapterView,
    QuestionView,
    chapter,
    link,
    question_views,
)
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin
from campaign.render.outputs import Page
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template

SHELL = "lessons/shell.md"


class SayingView(TypedDict):
    """A saying and where it is from."""

    text: str
    source: str


class LessonPage(TypedDict):
    """A chapter's own page."""

    chapter: ChapterView
    book: Link
    count: int
    """How many chapters the book has."""
    text: Markup
    sayings: list[SayingView]
    questions: list[QuestionView]
    origin: Origin
    before: Link | None
    after: Link | None


class BookPage(TypedDict):
    """A book with all its questions: a paper to print, or to do at a stretch."""

    title: str
    chapters: list[ChapterView]
    questions: list[QuestionView]


class LessonList(TypedDict):
    """A sheet of the list of chapters, under their books."""

    groups: list[Section[ChapterView]]


PAGE = Template("lesson/page.html.jinja", LessonPage)
BOOK = Template("lesson/book.html.jinja", BookPage)
LIST = Template("lesson/list.html.jinja", LessonList)


def book_page(edition: Edition, id: str) -> Page:
    """All questions of a book, numbered through."""
    address, title = addresses.book(id), edition.site.label(BOOKS, id)
    chapters = books(edition.facts)[id]
    found = [question for lesson in chapters for question in lesson.questions]
    values = BookPage(
        title=title,
        chapters=[chapter(edition, lesson) for lesson in chapters],
        questions=question_views(found),
    )
    return Page(
        path=address,
        shell=SHELL,
        title=f"{title}：整本自测",
        description=f"{title}共 {len(chapters)} 章、{len(found)} 道自测题，可在线做或打印。",
        body=edition.render(BOOK, urls.root_from(address), values),
        source="showcases/lessons/",
    )


class LessonPresenter(Presenter[Lesson]):
    """How lessons appear."""

    def records(self, edition: Edition) -> list[Lesson]:
        return [lesson for chapters in books(edition.facts).values() for lesson in chapters]

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        made = {addresses.book(id): partial(book_page, edition, id) for id in books(edition.facts)}
        return {**super().pages(edition), **made}

    def body(self, edition: Edition, record: Lesson, root: str) -> Markup:
        chapters = books(edition.facts)[record.book]
        around = next(trio for trio in self.neighbours(chapters) if trio[1] == record)
        values = LessonPage(
            chapter=chapter(edition, record),
            book={
                "name": edition.site.label(BOOKS, record.book),
                "url": addresses.book(record.book),
            },
            count=len(chapters),
            text=edition.prose(record.text, root),
            sayings=[{"text": s.text, "source": s.source or ""} for s in record.sayings],
            questions=question_views(record.questions),
            origin=names.origin(edition, record),
            before=link(around[0]),
            after=link(around[2]),
        )
        return edition.render(PAGE, root, values)

    # Lists

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Lesson]]:
        return [
            Group(
                f"book-{id}",
                edition.site.label(BOOKS, id),
                chapters,
                url=addresses.book(id),
                unit="章",
            )
            for id, chapters in books(edition.facts).items()
        ]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Lesson]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(chapter, edition))
        return edition.render(LIST, root, LessonList(groups=groups))

    # For others

    def nodes(self, edition: Edition) -> Mapping[str, Callable[[], Node | None]]:
        made = {
            addresses.book(id): partial(linked.book, edition, id, chapters)
            for id, chapters in books(edition.facts).items()
        }
        return {**super().nodes(edition), **made}

    def node(self, edition: Edition, record: Lesson) -> Node | None:
        return linked.lesson(edition, record)

    @property
    def tables(self) -> tuple[Table, ...]:
        return (*super().tables, TABLE)


PRESENTER = LessonPresenter
