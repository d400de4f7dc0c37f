"""What is asked of lessons: questions that can be answered, and chapters in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from campaign.kinds.lesson import Lesson
from campaign.kinds.lesson.facts import in_order
from campaign.kinds.lesson.record import FALSE, TRUE, Question, QuestionKind
from campaign.problems import Problem
from campaign.site import Site

ONE = (QuestionKind.CHOICE, QuestionKind.TRUE_FALSE)
"""Kinds with exactly one right answer."""
LEAST = {QuestionKind.CHOICE: 2, QuestionKind.MULTIPLE: 3, QuestionKind.ORDER: 3}
"""How many options leave something to choose."""

SAID = dict.fromkeys(("是", "yes", "true", "√", "正确", "t", "y", "a"), TRUE)
SAID |= dict.fromkeys(("否", "no", "false", "×", "x", "错误", "f", "n", "b"), FALSE)
"""Other words for the answers of a statement."""

Fault = tuple[str, str, dict[str, object]]
"""A rule that a question breaks, the field where, and the words for it."""


def _answer(question: Question) -> Iterator[Fault]:
    """V50a to V50c: answers as many as the kind says, among the options, complete."""
    letters = [letter for letter, _ in question.choices]
    given = question.answer
    unknown = [item for item in given if item not in letters]
    if unknown:
        words: dict[str, object] = {"value": "、".join(unknown), "options": "、".join(letters)}
        yield "V50b", "answer", {**words, "meant": _meant(question, letters)}
    elif question.kind is QuestionKind.ORDER:
        if sorted(given) != letters:
            yield "V50c", "answer", {"value": "".join(given), "options": "".join(letters)}
        elif given == letters:
            yield "V50h", "answer", {}
    elif (question.kind in ONE) != (len(set(given)) == 1) or len(set(given)) != len(given):
        yield "V50a", "answer", {"kind": question.kind.label, "count": len(given)}


def _meant(question: Question, letters: list[str]) -> str:
    """The answers as they have to be written, where that can be told: b, CBA, 《A、C》."""
    if question.kind is QuestionKind.TRUE_FALSE:
        words = {SAID.get(item.strip().lower(), "") for item in question.answer}
        return words.pop() if len(words) == 1 else ""
    plain = unicodedata.normalize("NFKC", "".join(question.answer)).upper()
    signs = re.sub(r"[\s,、;/.。()]", "", plain)
    if not signs or not set(signs) <= set(letters) or len(set(signs)) < len(signs):
        return ""
    if question.kind in ONE:
        return signs if len(signs) == 1 else ""
    return f"[{', '.join(signs)}]"


def _options(question: Question) -> Iterator[Fault]:
    """V50d and V50e: options that differ, and enough of them."""
    if question.kind is QuestionKind.TRUE_FALSE:
        if question.options:
            yield "V50e", "options", {"kind": question.kind.label, "count": 0}
        return
    if len(question.options) < LEAST[question.kind]:
        yield "V50e", "options", {"kind": question.kind.label, "count": LEAST[question.kind]}
    seen: set[str] = set()
    for option in question.options:
        if option in seen:
            yield "V50d", "options", {"value": option}
        seen.add(option)


def _faults(question: Question) -> list[Fault]:
    """What is wrong with a question: its answers can only be judged beside its options."""
    of_options = list(_options(question))
    return of_options or list(_answer(question))


def questions(site: Site) -> Iterator[Problem]:
    """V50a to V50e, V50h: a question that nobody can answer right, or anybody."""
    for lesson in site.of(Lesson).values():
        for index, question in enumerate(lesson.questions):
            for code, name, words in _faults(question):
                yield site.problem(lesson, code, "questions", index, name, **words)


def places(site: Site) -> Iterator[Problem]:
    """V50f: two chapters in one place of a book."""
    for chapters in in_order(site).values():
        for before, lesson in pairwise(chapters):
            if before.order == lesson.order:
                words = {"order": lesson.order, "other": before.title}
                yield site.problem(lesson, "V50f", "order", **words)


def asked_twice(site: Site) -> Iterator[Problem]:
    """V50g: a question that its book asks twice."""
    for chapters in in_order(site).values():
        seen: dict[str, str] = {}
        for lesson in chapters:
            for index, question in enumerate(lesson.questions):
                if question.text in seen:
                    words = {"other": seen[question.text]}
                    yield site.problem(lesson, "V50g", "questions", index, "text", **words)
                seen.setdefault(question.text, lesson.title)


CHECKS = (questions, places, asked_twice)
