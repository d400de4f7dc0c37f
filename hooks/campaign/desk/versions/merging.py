"""Two states of one file put together: by the fields of its records, or by its lines.

Nobody is ever shown git's marks of a conflict. Where two people changed one field, a question
comes back; where no form understands the file, its name does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from campaign.desk import editing, openable
from campaign.desk.editing import BODY, Edited
from campaign.desk.versions import states
from campaign.desk.versions.git import Git
from campaign.desk.versions.photo_lists import Clash
from campaign.desk.versions.threeway import joined, picked
from campaign.reading.characters import LINE_BREAK
from campaign.writing import splicing
from campaign.writing.differences import changes_between
from campaign.writing.splicing import Unreadable, Unsafe

WHOLE = ""
"""The key of a question about a whole record: one side took it away."""
OURS, THEIRS = "ours", "theirs"
MARK = "#"


class NoForm(Exception):
    """A file that needs a person who reads its text."""


@dataclass(frozen=True)
class Question:
    """Where two people have to agree."""

    record: Edited
    clash: Clash
    picked: str = ""
    """The answer; nothing while nobody has given one."""

    @property
    def name(self) -> str:
        return f"{self.record.path}|{self.record.id}|{self.clash.key}"


@dataclass(frozen=True)
class Sides:
    """The states of one file: the one that both began with, and what became of it."""

    git: Git
    path: str
    was: bytes | None
    ours: bytes | None
    theirs: bytes | None

    def by_lines(self) -> bytes | None:
        """All three joined as plain text; nothing where lines meet, or it is no text."""
        if self.was is None or self.ours is None or self.theirs is None:
            return None
        return by_lines(self.git, self.was, self.ours, self.theirs)


@dataclass
class Result:
    """A file put together, as far as answers go."""

    data: bytes | None
    questions: list[Question] = field(default_factory=list)
    """All of them, the answered ones too."""


def by_lines(git: Git, was: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """Two texts joined by git; nothing where their lines meet."""
    with TemporaryDirectory() as folder:
        names = ("ours", "was", "theirs")
        for name, data in zip(names, (ours, was, theirs), strict=True):
            (Path(folder) / name).write_bytes(data)
        done = git.run("merge-file", "-p", *(str(Path(folder) / name) for name in names))
    return None if done.returncode else done.stdout


def merged(sides: Sides, picks: Mapping[str, str]) -> Result:
    """The file with both changes; `picks` are answers to questions, by their names.

    Raises NoForm where the file is none of records, or none that a program may write.
    """
    if openable.kind_at(sides.path) is None:
        plain = sides.by_lines()
        if plain is None:
            raise NoForm(sides.path)
        return Result(plain)
    try:
        return _of_records(sides, picks)
    except (editing.Unreadable, Unreadable, Unsafe) as error:
        raise NoForm(sides.path) from error


def _of_records(sides: Sides, picks: Mapping[str, str]) -> Result:
    was, ours, theirs = (
        states.records(sides.path, raw) for raw in (sides.was, sides.ours, sides.theirs)
    )
    if _beside(sides.path, sides.was) != _beside(sides.path, sides.ours):
        raise NoForm(sides.path)
    wanted: dict[str, dict[str, Any] | None] = {}
    questions: list[Question] = []
    for id in dict.fromkeys((*theirs, *ours, *was)):
        one = _One(sides.git, was.get(id), ours.get(id), theirs.get(id), picks)
        wanted[id] = one.joined()
        questions += one.questions
    if not all(question.picked for question in questions):
        return Result(None, questions)
    return Result(_text(sides, wanted), questions)


def _beside(path: str, raw: bytes | None) -> dict[str, Any]:
    """What a file of many records says besides them. Raises Unreadable where one has no id."""
    kind = openable.kind_at(path)
    if raw is None or kind is None or not kind.list_key:
        return {}
    whole = states.document(path, raw)
    if len(whole.get(kind.list_key) or []) != len(states.records(path, raw)):
        raise editing.Unreadable(path)
    return {key: value for key, value in whole.items() if key != kind.list_key}


@dataclass
class _One:
    """One record in its three states."""

    git: Git
    was: Edited | None
    ours: Edited | None
    theirs: Edited | None
    picks: Mapping[str, str]
    questions: list[Question] = field(default_factory=list)

    def joined(self) -> dict[str, Any] | None:
        """What the record says when both changes are in; nothing where it is to go."""
        was, ours, theirs = map(states.values, (self.was, self.ours, self.theirs))
        if was == ours or ours == theirs:
            return theirs if self.theirs else None
        if was == theirs:
            return ours if self.ours else None
        if self.ours is None or self.theirs is None:
            return self._one_of(Clash(WHOLE, theirs or None, ours or None))
        merged, clashes = joined(was, ours, theirs)
        for clash in clashes:
            if clash.key == BODY and (text := self._body(was)) is not None:
                merged[BODY] = text
            elif self._picked(clash) == THEIRS:
                merged = picked(merged, clash.key, theirs)
        return merged

    def _one_of(self, clash: Clash) -> dict[str, Any] | None:
        chosen: dict[str, Any] | None
        chosen = clash.theirs if self._picked(clash) == THEIRS else clash.ours
        return chosen

    def _picked(self, clash: Clash) -> str:
        record = self.ours or self.theirs
        assert record is not None  # somebody changed it
        question = Question(record, clash)
        given = self.picks.get(question.name, "")
        answer = given if given in (OURS, THEIRS) else ""
        self.questions.append(replace(question, picked=answer))
        return answer

    def _body(self, was: Mapping[str, Any]) -> str | None:
        """The text of an article with both changes, where they are in different lines."""
        assert self.ours is not None
        assert self.theirs is not None
        texts = (str(was.get(BODY, "")), self.ours.body, self.theirs.body)
        found = by_lines(self.git, *(text.encode() for text in texts))
        return None if found is None else found.decode()


# What is written


def _text(sides: Sides, wanted: Mapping[str, dict[str, Any] | None]) -> bytes | None:
    """The file that says so, as the others wrote it as far as can be. Raises NoForm."""
    plain = sides.by_lines()
    if plain is not None and _says(sides.path, plain, wanted):
        return plain
    kept = {id: data for id, data in wanted.items() if data is not None}
    kind = openable.kind_at(sides.path)
    if kind is None or not (kept or kind.list_key):
        return None
    write = _listed if kind.list_key else _single
    for base, other in ((sides.theirs, sides.ours), (sides.ours, sides.theirs)):
        made = None if base is None else write(sides.path, base, kept)
        if made is not None and not _comments(other) - _comments(sides.was) - _comments(made):
            return made
    raise NoForm(sides.path)


def _says(path: str, raw: bytes, wanted: Mapping[str, dict[str, Any] | None]) -> bool:
    try:
        found = states.records(path, raw)
    except editing.Unreadable:
        return False
    kept = {id: data for id, data in wanted.items() if data is not None}
    return {id: states.values(item) for id, item in found.items()} == kept


def _single(path: str, raw: bytes, wanted: Mapping[str, dict[str, Any]]) -> bytes:
    (id, data), *_ = wanted.items()
    base = states.records(path, raw)[id]
    fields = {key: value for key, value in data.items() if key != BODY}
    changes = changes_between(dict(base.data), fields)
    text = raw.decode()
    if not base.kind.is_entry:
        return splicing.spliced(text, changes).encode()
    body = data[BODY] if data[BODY] != base.body else None
    return editing.entry_text(base, text, changes, body).encode()


def _listed(path: str, raw: bytes, wanted: Mapping[str, dict[str, Any]]) -> bytes:
    kind = openable.kind_at(path)
    assert kind is not None
    was = states.document(path, raw)
    changes = changes_between(was, {**was, kind.list_key: list(wanted.values())})
    return splicing.spliced(raw.decode(), changes).encode()


def _comments(raw: bytes | None) -> set[str]:
    """What is written beside the data of a file, which no form shows."""
    return set(_found_comments((raw or b"").decode("utf-8", "replace")))


def _found_comments(text: str) -> Iterator[str]:
    try:
        start, until = splicing.matter(text)
    except Unreadable:
        start, until = 0, len(text)
    for line in LINE_BREAK.split(text[start:until]):
        before, mark, words = line.partition(MARK)
        if mark and (not before or before[-1].isspace()):
            yield words.strip()
