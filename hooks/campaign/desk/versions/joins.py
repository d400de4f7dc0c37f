"""Another state of the content brought into the one that is here, without touching a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from campaign.desk.versions import pictures, standing
from campaign.desk.versions.commits import Held, index, put, top, written
from campaign.desk.versions.galleries import NotUpheld, is_picture
from campaign.desk.versions.git import Git
from campaign.desk.versions.merging import NoForm, Question, Sides, merged
from campaign.reading.history import REGULAR

SIDES = WAS, _, _ = 1, 2, 3
"""How git numbers the states of a file: before, here and there."""


class Unrelated(Exception):
    """The two states have no common past: they are of two different sites."""


@dataclass
class Join:
    """What became of it: a commit, or why there is none."""

    commit: str = ""
    questions: list[Question] = field(default_factory=list)
    """Where two people changed one field, with the answers that are given."""
    lost: list[str] = field(default_factory=list)
    """Files that both sides changed and no form understands."""
    told: list[str] = field(default_factory=list)
    """What stands whatever was picked, in words."""

    @property
    def is_asking(self) -> bool:
        """Whether somebody has to answer before anything is done."""
        return not all(question.picked for question in self.questions)


def join(git: Git, tip: str, picks: Mapping[str, str], message: str) -> Join:
    """A commit with all of this state and of another. Raises Unrelated and Failed."""
    up, prefix = top(git)
    head = up.says("rev-parse", "HEAD")
    found = Join()
    if up.is_behind(head, tip):
        tree, parents = up.says("rev-parse", f"{tip}^{{tree}}"), [tip]
    else:
        tree, parents = _joined(up, prefix, (head, tip), picks, found), [head, tip]
    if not tree:
        return found
    try:
        kept = standing.upheld(up, prefix, tree, [head, tip])
    except NotUpheld as error:
        found.lost.append(str(error))
        return found
    is_tip = kept == tree and parents == [tip]
    found.commit = tip if is_tip else written(up, kept, parents, message)
    found.told = standing.told(up, head, tip, found.commit)
    return found


def _joined(
    up: Git, prefix: str, sides: tuple[str, str], picks: Mapping[str, str], found: Join
) -> str:
    """The tree with the changes of both sides; nothing where somebody has to be asked first."""
    base = up.says_if("merge-base", *sides)
    if not base:
        raise Unrelated
    with index(up) as aside:
        aside.gives("read-tree", "-i", "-m", "--aggressive", base, *sides)
        blobs: dict[str, str | None] = {}
        modes: dict[str, str] = {}
        for path, stages in _unmerged(aside).items():
            if (data := _settled(up, prefix, path, stages, picks, found)) is not None:
                blobs[path] = up.says("hash-object", "-w", "--stdin", given=data)
                modes[path] = next(iter(stages.values())).mode
            else:
                blobs[path] = None
        if found.is_asking or found.lost:
            return ""
        put(aside, blobs, modes)
        return aside.says("write-tree")


def _unmerged(aside: Git) -> dict[str, dict[int, Held]]:
    """The files that both sides changed, in the three states: before, here and there."""
    found: dict[str, dict[int, Held]] = {}
    for line in filter(None, aside.gives("ls-files", "-u", "-z").decode().split("\0")):
        description, _, path = line.partition("\t")
        mode, blob, stage = description.split()
        found.setdefault(path, {})[int(stage)] = Held(mode, blob, 0)
    return found


def _settled(
    up: Git,
    prefix: str,
    path: str,
    stages: Mapping[int, Held],
    picks: Mapping[str, str],
    found: Join,
) -> bytes | None:
    """The file with both changes; nothing where it goes, or where that is not settled yet."""
    if any(held.mode not in REGULAR for held in stages.values()):
        found.lost.append(path)
        return None
    if is_picture(prefix, path) and WAS in stages and len(stages) < len(SIDES):
        return None  # a photo that one side took out stays out, whatever became of it elsewhere
    was, ours, theirs = _states(up, stages)
    inside = path.removeprefix(prefix) if path.startswith(prefix) else path
    try:
        put_together = pictures.merged if is_picture(prefix, path) else merged
        result = put_together(Sides(up, inside, was, ours, theirs), picks)
    except NoForm:
        found.lost.append(inside)
        return None
    found.questions += result.questions
    return result.data


def _states(up: Git, stages: Mapping[int, Held]) -> Iterator[bytes | None]:
    for stage in SIDES:
        held = stages.get(stage)
        yield up.gives("cat-file", "blob", held.blob) if held else None
