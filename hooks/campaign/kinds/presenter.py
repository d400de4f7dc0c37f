"""How the records of a kind appear on the site and in what others take from it."""

from __future__ import annotations

from typing import Generic, TypeVar

from campaign.kinds.kind import Kind
from campaign.model.base import Record

R = TypeVar("R", bound=Record)


class Presenter(Generic[R]):
    """How records of a kind appear; a kind's own says only what differs."""

    def __init__(self, kind: Kind[R]) -> None:
        self.kind = kind


PRESENTER = Presenter
