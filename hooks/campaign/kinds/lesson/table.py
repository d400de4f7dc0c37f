"""Questions as open data: whoever wants to print a paper of their own may take them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign import urls
from campaign.exchange.table import Column, Table, Type
from campaign.kinds.lesson import Lesson
from campaign.kinds.lesson.facts import BOOKS, books
from campaign.kinds.lesson.record import Question
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Row:
    """A question in its chapter."""

    edition: Edition
    lesson: Lesson
    number: int
    question: Question

    @property
    def book(self) -> str:
        return self.edition.site.label(BOOKS, self.lesson.book)

    @property
    def url(self) -> str:
        return f"{self.edition.site.profile.base_url}{urls.url(self.lesson)}#q-{self.number}"


def rows(edition: Edition) -> Iterator[Row]:
    for chapters in books(edition.facts).values():
        for lesson in chapters:
            for number, question in enumerate(lesson.questions, 1):
                yield Row(edition, lesson, number, question)


TABLE = Table(
    "questions",
    "自测题",
    "每道题一行，按读本和章排列。",
    (
        Column("lesson_id", "章编号", Type.TEXT, "章的编号，不变", lambda r: r.lesson.id),
        Column("book", "读本", Type.TEXT, "读本名", lambda r: r.book),
        Column("chapter", "第几章", Type.NUMBER, "在书里排第几", lambda r: r.lesson.order),
        Column("number", "第几题", Type.NUMBER, "在这一章里排第几", lambda r: r.number),
        Column(
            "kind",
            "题型",
            Type.TEXT,
            "choice 单选、multiple 多选、true_false 判断、order 排序",
            lambda r: r.question.kind.value,
        ),
        Column("text", "题目", Type.TEXT, "题目全文", lambda r: r.question.text),
        Column(
            "options",
            "选项",
            Type.TEXT,
            "字母和选项，用分号隔开；判断题只有对、错",
            lambda r: "；".join(f"{letter} {text}".strip() for letter, text in r.question.choices),
        ),
        Column(
            "answer",
            "答案",
            Type.TEXT,
            "字母，用空格隔开；排序题按正确次序",
            lambda r: " ".join(r.question.answer),
        ),
        Column("why", "为什么", Type.TEXT, "依据和道理", lambda r: r.question.why),
        Column("url", "网页", Type.URL, "本站的网页", lambda r: r.url),
    ),
    rows,
)
