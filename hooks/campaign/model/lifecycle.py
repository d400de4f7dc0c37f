"""Life-cycles: dated events lead from state to state, and no state is ever typed.

What holds on a day is replayed from the events up to that day. Pure: no records, no rules'
words, so that golden cases can hold it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any, Generic, Protocol, TypeVar

CORRECTED = "corrected"
"""The type of an event that mends or strikes out another one, in every life-cycle."""


class Labelled(StrEnum):
    """Words of a vocabulary that the code knows, each with what readers call it."""

    _value_: str
    label: str

    def __new__(cls, value: str, label: str) -> Labelled:
        member = str.__new__(cls, value)
        member._value_, member.label = value, label
        return member


class Word(Protocol):
    """A state or a type of event."""

    @property
    def label(self) -> str: ...


class Corrected(Protocol):
    """Which event a correction is about."""

    @property
    def on(self) -> date: ...

    @property
    def type(self) -> Any: ...


class Dated(Protocol):
    """Something that happened on a day."""

    @property
    def on(self) -> date: ...

    @property
    def type(self) -> Any: ...

    @property
    def by(self) -> str | None: ...

    @property
    def note(self) -> str | None: ...

    @property
    def corrects(self) -> Corrected | None: ...


S = TypeVar("S", bound=Word)
E = TypeVar("E", bound=Word)
V = TypeVar("V", bound=Dated)


@dataclass(frozen=True)
class Step(Generic[V, S]):
    """An event with the state before it and after it: none, when it is not legal there."""

    event: V
    before: S
    after: S | None


@dataclass(frozen=True)
class LifeCycle(Generic[S, E]):
    """Which event leads from which state to which."""

    start: S
    transitions: Mapping[S, Mapping[E, S]]
    closed: frozenset[S] = frozenset()
    """States in which nothing is owed any more."""
    fulfilled: frozenset[S] = frozenset()
    """Those among them in which it was done."""
    claimed: frozenset[S] = frozenset()
    """Those among these that whoever owed it says alone: nobody has checked it yet."""
    telling: frozenset[S] = frozenset()
    """Open states that say more than that it is late."""
    dating: frozenset[E] = frozenset()
    """Events that have to set a new due day."""
    postponing: frozenset[E] = frozenset()
    """Those among them whose new day is later than the one before."""

    def after(self, state: S, event: E) -> S | None:
        """The state after an event, or nothing when the event is not legal there."""
        return state if str(event) == CORRECTED else self.transitions[state].get(event)

    def legal(self, state: S) -> list[E]:
        """What may happen next."""
        return list(self.transitions[state])

    def reached(self, event: E) -> list[S]:
        """The states to which an event leads, from wherever it is legal."""
        found = (following.get(event) for following in self.transitions.values())
        return [state for state in dict.fromkeys(found) if state is not None]

    def legal_words(self, state: S) -> str:
        """What may happen next, as it is written and what it means."""
        return "、".join(f"{event}（{event.label}）" for event in self.legal(state))

    def steps(self, events: Iterable[V]) -> Iterator[Step[V, S]]:
        """Each event with its states; an illegal one leaves the state as it was."""
        state = self.start
        for event in events:
            following = self.after(state, event.type)
            yield Step(event, state, following)
            state = state if following is None else following

    def until(self, events: Iterable[V], on: date) -> Iterator[Step[V, S]]:
        """The legal steps up to a day, that day included."""
        state = self.start
        for event in events:
            following = self.after(state, event.type) if event.on <= on else None
            if following is not None:
                yield Step(event, state, following)
                state = following


# What can be wrong with events, for the rules


def out_of_order(events: Sequence[V]) -> Iterator[tuple[int, V, V]]:
    """Events earlier than the one above, each with its place and that one."""
    for index, (first, second) in enumerate(pairwise(events), start=1):
        if second.on < first.on:
            yield index, second, first


def illegal(cycle: LifeCycle[S, E], events: Iterable[V]) -> Iterator[tuple[int, Step[V, S]]]:
    """Events that cannot follow, each with its place.

    Behind one of these, it counts both as left out and as one that did happen: what follows
    from either is no second slip.
    """
    states = [cycle.start]
    for index, event in enumerate(events):
        found = [cycle.after(state, event.type) for state in states]
        following = [state for state in found if state is not None]
        if not following:
            yield index, Step(event, states[0], None)
            following = [*states, *cycle.reached(event.type)]
        states = following


class Slip(StrEnum):
    """What can be wrong with a correction."""

    UNSAID = "unsaid"
    """It does not say what it corrects, why, or who does."""
    TWICE = "twice"
    """It corrects a correction."""
    EARLY = "early"
    """It is earlier than what it corrects."""


def slips(events: Iterable[V]) -> Iterator[tuple[int, V, Slip]]:
    """Corrections that are no good, each with its place."""
    for index, event in enumerate(events):
        if event.type == CORRECTED and (slip := _slip(event)):
            yield index, event, slip


def _slip(event: Dated) -> Slip | None:
    if not (event.corrects and event.note and event.by):
        return Slip.UNSAID
    if str(event.corrects.type) not in type(event.type).__members__.values():
        return Slip.UNSAID
    if event.corrects.type == CORRECTED:
        return Slip.TWICE
    return Slip.EARLY if event.on < event.corrects.on else None


def rewritten(
    before: Sequence[V], now: Sequence[V], stands: Callable[[V, Sequence[V]], bool] | None = None
) -> Iterator[V]:
    """Events that are no longer there as they were, and that no new correction names."""
    stands = stands or (lambda event, events: event in events)
    left = Counter(corrected_newly(before, now))
    for event in before:
        if stands(event, now):
            continue
        if not left[event.on, str(event.type)]:
            yield event
        left[event.on, str(event.type)] -= 1


def altered_at(event: V, before: Sequence[V], now: Sequence[V]) -> tuple[int | str, ...]:
    """Where an event says something else now, below their list; empty where it is gone.

    What it was made into is new, and of its day and type or in its place.
    """
    fresh = [index for index, item in enumerate(now) if item not in before]
    same = [index for index in fresh if (now[index].on, now[index].type) == (event.on, event.type)]
    for index in (*same, *(index for index in fresh if before[index : index + 1] == [event])):
        said = vars(now[index])
        return index, *[name for name, value in vars(event).items() if said[name] != value][:1]
    return ()


def corrected_newly(before: Sequence[V], now: Sequence[V]) -> list[tuple[date, str]]:
    """What the corrections that have come are about: each is for one event."""
    return [
        (event.corrects.on, str(event.corrects.type))
        for event in now
        if event.corrects and event not in before
    ]
