"""Chapters, questions and books in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable

from campaign import urls
from campaign.exchange import nodes
from campaign.exchange.feeds import LANGUAGE
from campaign.exchange.nodes import Node
from campaign.kinds.lesson import Lesson, addresses
from campaign.kinds.lesson.facts import BOOKS
from campaign.kinds.lesson.record import Question, QuestionKind
from campaign.render.edition import Edition

TYPES = {
    QuestionKind.CHOICE: "Multiple choice",
    QuestionKind.MULTIPLE: "Checkbox",
    QuestionKind.TRUE_FALSE: "True/False",
    QuestionKind.ORDER: "Ordering",
}


def lesson(edition: Edition, record: Lesson) -> Node:
    """A chapter, with its questions as a quiz."""
    return nodes.subject(
        edition,
        urls.url(record),
        "LearningResource",
        name=record.title,
        description=record.summary,
        position=record.order,
        learningResourceType="chapter",
        inLanguage=LANGUAGE,
        isAccessibleForFree=True,
        dateModified=str(record.updated or ""),
        provider=nodes.publisher(edition),
        isPartOf={
            "@id": f"{edition.site.profile.base_url}{addresses.book(record.book)}#subject",
            "name": edition.site.label(BOOKS, record.book),
        },
        hasPart=[_quiz(record)] if record.questions else [],
    )


def book(edition: Edition, id: str, chapters: Iterable[Lesson]) -> Node:
    """A book as a course of its chapters."""
    return nodes.subject(
        edition,
        addresses.book(id),
        "Course",
        name=edition.site.label(BOOKS, id),
        description=f"{edition.site.label(BOOKS, id)}各章和自测题",
        inLanguage=LANGUAGE,
        isAccessibleForFree=True,
        provider=nodes.publisher(edition),
        hasPart=[nodes.about(edition, Lesson.kind, item.id) for item in chapters],
    )


def _quiz(record: Lesson) -> Node:
    return {
        "@type": "Quiz",
        "name": f"{record.title}自测",
        "hasPart": [_question(item) for item in record.questions],
    }


def _question(question: Question) -> Node:
    words = dict(question.choices)
    told = [words[key] or key for key in question.answer if key in words]
    return {
        "@type": "Question",
        "eduQuestionType": TYPES[question.kind],
        "text": question.text,
        "acceptedAnswer": {
            "@type": "Answer",
            "text": "；".join(told),
            "answerExplanation": {"@type": "Comment", "text": question.why},
        },
    }
