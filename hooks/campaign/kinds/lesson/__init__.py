"""A lesson (学习园地): a chapter of a book for residents, with questions to test oneself."""

from campaign.kinds.kind import Kind, Plain, Sought
from campaign.kinds.lesson.record import Lesson

KIND = Kind(
    Lesson,
    "showcases/lessons/*.yml",
    folder="lessons",
    sought=Sought.NEXT,
    plain=Plain("book-open-page-variant-outline", "读一章，做几道题"),
)

__all__ = ["KIND", "Lesson"]
