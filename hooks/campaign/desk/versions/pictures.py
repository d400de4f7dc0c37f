"""A picture that two people changed, each in another way: one is picked, and both hide in it.

Whichever is picked, what the other one hid is hidden in it, too: nobody's face comes back
because of a choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from campaign.desk.editing import Edited
from campaign.desk.openable import kind_at
from campaign.desk.versions.merging import OURS, THEIRS, NoForm, Question, Result, Sides
from campaign.desk.versions.photo_lists import Clash
from campaign.formats import PHOTOS
from campaign.images import hidden
from campaign.images.hidden import Change
from campaign.writing.withdrawals import NAME

PICTURE = "picture"
"""The key of a question about a whole picture."""
HIDES, TURNED, NOTHING = "遮住了 {} 处", "转了方向", "没有遮住什么"


@dataclass(frozen=True)
class State:
    """A picture as one side has it."""

    data: bytes
    change: Change

    @property
    def words(self) -> str:
        """What was done to it."""
        count = len(self.change.boxes)
        said = [HIDES.format(count) if count else "", TURNED if self.change.quarters else ""]
        return "，".join(filter(None, said)) or NOTHING


def merged(sides: Sides, picks: Mapping[str, str]) -> Result:
    """The picture that was picked, with all that either side hid. Raises NoForm.

    That is where nobody can tell what was hidden, since it is another picture by now.
    """
    ours, theirs = _state(sides, sides.ours), _state(sides, sides.theirs)
    clash = Clash(PICTURE, theirs, ours)
    question = Question(_gallery(sides.path), clash)
    given = picks.get(question.name, "")
    if given not in (OURS, THEIRS):
        return Result(None, [question])
    own, other = (ours, theirs) if given == OURS else (theirs, ours)
    format = PHOTOS[PurePosixPath(sides.path).suffix.lower()]
    data = hidden.hidden_too(own.data, format, own.change, other.change)
    return Result(data, [Question(question.record, clash, given)])


def _state(sides: Sides, data: bytes | None) -> State:
    format = PHOTOS.get(PurePosixPath(sides.path).suffix.lower())
    change = hidden.change(sides.was, data, format) if format and sides.was and data else None
    if data is None or change is None:
        raise NoForm(sides.path)
    return State(data, change)


def _gallery(path: str) -> Edited:
    """The record to which a picture belongs, as far as a question names it."""
    folder = PurePosixPath(path).parent
    kind = kind_at(str(folder / NAME))
    if kind is None:
        raise NoForm(path)
    return Edited(kind, folder.name, path, {})
