"""Lessons: chapters in the order of their book, and questions that can be printed and scored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.build import kind_pages
from campaign.kinds.lesson import KIND, Lesson
from campaign.kinds.lesson.record import Question
from campaign.kinds.lesson.views import question_views
from campaign.reading import records
from campaign.render.edition import Edition
from sites import ROOT

BASIC = Path(__file__).parents[2] / "site/basic"
WORDS = {"text": "能充电吗", "why": "逃生的路"}


def question(**fields: Any) -> Question:
    return Question.model_validate(WORDS | fields)


@pytest.mark.parametrize(
    ("fields", "answer", "letters", "options"),
    [
        ({"kind": "choice", "options": ["能", "不能"], "answer": "B"}, "B", "B", "AB"),
        (
            {"kind": "multiple", "options": ["甲", "乙", "丙"], "answer": ["A", "C"]},
            "A、C",
            "A C",
            "ABC",
        ),
        ({"kind": "true_false", "answer": "错"}, "错", "错", "对错"),
        (
            {"kind": "order", "options": ["甲", "乙", "丙"], "answer": ["C", "A", "B"]},
            "C→A→B",
            "C A B",
            "ABC",
        ),
    ],
)
def test_a_question_of_each_kind(
    fields: Mapping[str, Any], answer: str, letters: str, options: str
) -> None:
    (view,) = question_views([question(**fields)])
    assert (view["answer"], view["letters"]) == (answer, letters)
    assert "".join(option["letter"] for option in view["options"]) == options


@pytest.fixture(scope="module")
def edition() -> Edition:
    found, _ = records.load(BASIC)
    assert found is not None
    return Edition(found.published(), {})


@pytest.fixture(scope="module")
def page(edition: Edition) -> LexborHTMLParser:
    return LexborHTMLParser(str(kind_pages.pages(edition)["lessons/stairs/"]().body))


def test_without_script_every_answer_is_folded_below_its_question(page: LexborHTMLParser) -> None:
    questions = page.css(".question")
    assert len(questions) == 4
    for item in questions:
        folded = item.css_first("details")
        assert folded is not None
        assert "open" not in folded.attributes
        assert "答案" in folded.text()


def test_the_sheet_of_answers_has_one_for_each_question(page: LexborHTMLParser) -> None:
    told = [node.text() for node in page.css(".answers li b")]
    assert told == ["B", "A、B", "错", "B→C→A"]


def test_a_chapter_leads_to_the_next_and_a_book_asks_everything(
    edition: Edition, page: LexborHTMLParser
) -> None:
    after = page.css_first(".neighbours [rel=next]")
    assert after is not None
    assert "装修的钟点" in after.text()
    book = LexborHTMLParser(str(kind_pages.pages(edition)["lessons/book_reader/"]().body))
    assert len(book.css(".question")) == 4
    assert len(book.css(".chapter")) == 2


def test_machines_read_a_quiz_with_its_accepted_answers(edition: Edition) -> None:
    lesson = edition.site.of(Lesson)["stairs"]
    node = KIND.presenter.node(edition, lesson)
    assert node is not None
    [quiz] = node["hasPart"]
    told = [item["acceptedAnswer"]["text"] for item in quiz["hasPart"]]
    assert told == ["不能 & 不许", "鞋柜；纸箱", "错", "关门；报警；呼救"]


# The sample


@pytest.fixture(scope="module")
def sample() -> list[Lesson]:
    found, _ = records.load(ROOT)
    assert found is not None
    return list(found.of(Lesson).values())


def test_the_sample_has_a_reader_of_eight_a_handbook_of_six_and_sixty_questions(
    sample: list[Lesson],
) -> None:
    books = [lesson.book for lesson in sample]
    assert (books.count("reader"), books.count("handbook")) == (8, 6)
    assert sum(len(lesson.questions) for lesson in sample) == 60


def test_the_two_questions_most_often_wrong_are_those_of_the_test(sample: list[Lesson]) -> None:
    report = (ROOT / "showcases/events/lesson-2025-reader-test.yml").read_text("utf-8")
    missed = [q.text for lesson in sample for q in lesson.questions if q.missed]
    assert len(missed) == 2
    assert all(re.search(word, report) for word in ("楼道里能不能给电动车充电", "装修几点要停"))
    assert any("楼道里能不能给电动车充电" in text for text in missed)
    assert any("装修" in text for text in missed)
