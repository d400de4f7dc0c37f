"""A lesson (学习园地): a chapter of a book for residents, with questions to test oneself."""

from __future__ import annotations

from enum import StrEnum
from string import ascii_uppercase
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from campaign.model.base import Part, Record, refers
from campaign.model.fields import Markdown, Positive, Ref, Text, choice
from campaign.model.marks import Items, Length

TRUE, FALSE = "对", "错"
"""The options of a statement, which are also its answers."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    ORDER = "order"

    @property
    def label(self) -> str:
        return QUESTION_LABELS[self]


QUESTION_LABELS = {
    QuestionKind.CHOICE: "单选",
    QuestionKind.MULTIPLE: "多选",
    QuestionKind.TRUE_FALSE: "判断",
    QuestionKind.ORDER: "排序",
}


def _several(value: Any) -> Any:
    """One answer may be written without a list."""
    return [value] if isinstance(value, str) else value


Answers = Annotated[
    list[Text],
    BeforeValidator(_several),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class Question(Part):
    """A question with its answer and the reason."""

    kind: Annotated[QuestionKind, BeforeValidator(choice(QuestionKind))] = Field(
        title="题型", description="choice 单选、multiple 多选、true_false 判断、order 排序"
    )
    text: Text = Field(title="题目", description="一句话问清楚，不用否定的否定")
    options: list[Text] = Field(
        [], title="选项", description="按 A、B、C 的次序写；判断题不写，选项就是对、错"
    )
    answer: Answers = Field(
        title="答案", description="选项的字母，多选和排序写 [A, C]；判断题写 对 或 错"
    )
    why: Text = Field(title="为什么", description="依据和道理，一两句话")
    missed: Text | None = Field(
        None, title="易错", description="测试里错得多的才写：哪一次、错在哪里"
    )

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Its options, each with the letter by which it is answered."""
        if self.kind is QuestionKind.TRUE_FALSE:
            return [(TRUE, ""), (FALSE, "")]
        return list(zip(ascii_uppercase, self.options, strict=False))


class Saying(Part):
    """A saying that belongs to the chapter."""

    text: Text = Field(title="箴言", description="一句话")
    source: Text | None = Field(None, title="出处", description="书名、篇名，或“本地俗语”")


class Lesson(Record):
    """A chapter of a book for residents."""

    kind: ClassVar[str] = "lesson"
    label: ClassVar[str] = "学习园地"

    title: Annotated[Text, Length(2, 30)] = Field(title="章名", description="30 字以内，不写第几章")
    book: Ref = refers("lesson-books", title="读本", description="读本词表里的编号")
    order: Positive = Field(title="第几章", description="在这本书里排第几，从 1 起")
    summary: Annotated[Text, Length(10, 80)] = Field(
        title="提要", description="这一章讲什么，10 到 80 字"
    )
    text: Markdown = Field(title="正文", description="用 Markdown 写，小标题从 ### 起")
    sayings: list[Saying] = Field([], title="道德箴言", description="和这一章有关的一两句话")
    questions: Annotated[list[Question], Items(0, 30)] = Field(
        [], title="自测题", description="读者自己做，答案折起来"
    )
