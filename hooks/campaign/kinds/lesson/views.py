"""Chapters and questions as templates see them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from campaign import urls
from campaign.kinds.lesson import Lesson
from campaign.kinds.lesson.record import Question, QuestionKind
from campaign.render.edition import Edition
from campaign.render.names import Link, draft_label


class OptionView(TypedDict):
    """An option, and the letter by which it is answered."""

    letter: str
    text: str


class QuestionView(TypedDict):
    """A question as it is asked, with its answer."""

    no: int
    kind: str
    kind_label: str
    text: str
    options: list[OptionView]
    answer: str
    letters: str
    """The letters of the answer, for the script that scores."""
    why: str
    missed: str


class ChapterView(TypedDict):
    """A chapter in the list of its book."""

    order: int
    title: str
    url: str
    summary: str
    questions: int
    draft: str


def chapter(edition: Edition, lesson: Lesson) -> ChapterView:
    return {
        "order": lesson.order,
        "title": lesson.title,
        "url": urls.url(lesson),
        "summary": lesson.summary,
        "questions": len(lesson.questions),
        "draft": draft_label(edition, lesson),
    }


def link(lesson: Lesson | None) -> Link | None:
    """A neighbouring chapter."""
    if lesson is None:
        return None
    return {"name": f"{lesson.order}. {lesson.title}", "url": urls.url(lesson)}


def question_views(found: Iterable[Question]) -> list[QuestionView]:
    """Questions, numbered as they come."""
    return [_question(number, question) for number, question in enumerate(found, 1)]


def _question(number: int, question: Question) -> QuestionView:
    between = "→" if question.kind is QuestionKind.ORDER else "、"
    return {
        "no": number,
        "kind": question.kind.value,
        "kind_label": question.kind.label,
        "text": question.text,
        "options": [{"letter": letter, "text": text} for letter, text in question.choices],
        "answer": between.join(question.answer),
        "letters": " ".join(question.answer),
        "why": question.why,
        "missed": question.missed or "",
    }
