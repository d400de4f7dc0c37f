"""Problems in the words of a form: a field by its title, a word of a choice by its label.

The catalogue names fields as files write them (`在 cover 里填写`); whoever sits before a form
or a table has never seen these names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from campaign.model.controls import Control
from campaign.model.walk import Loc
from campaign.problems import Problem

BESIDE = re.compile(r"（([a-z][a-z_]*)）")
"""The same behind what a reader calls it: `期限（due）`."""
NAME = re.compile(
    r" ?(?<![\w./:=\[{<(（“-])(?<!: )(?<![A-Za-z0-9_] )([a-z][a-z_]*)(?![\w./:=-])(?! [A-Za-z]) ?"
)
"""A word as files write it, and no part of a command, an address or an example, nor quoted."""


def told(found: Problem, controls: Iterable[Control], loc: Loc = ()) -> tuple[str, str]:
    """What a problem says, and its remedy; what people wrote stays as they wrote it."""
    fields = tuple(controls)

    def say(text: str) -> str:
        return in_form_words(text, fields, loc)

    return found.message(reworded=say), found.remedy(reworded=say)


def in_form_words(text: str, controls: Iterable[Control], loc: Loc = ()) -> str:
    """Words of a rule for a form of these fields; the nearest to `loc` go before others."""
    known = _words(tuple(controls), loc)

    def word(found: re.Match[str]) -> str:
        said = known.get(found[1])
        return f"“{said}”" if said else found[0]

    def beside(found: re.Match[str]) -> str:
        return "" if found[1] in known else found[0]

    return NAME.sub(word, BESIDE.sub(beside, text))


def _words(controls: tuple[Control, ...], loc: Loc) -> Mapping[str, str]:
    """What each key of a form is called, and each word of its choices."""
    found: dict[str, str] = {}
    every = [*_towards(controls, loc), *_below(controls)]
    for control in every:
        found.setdefault(control.key, control.title)
    for option in (option for control in every for option in control.options):
        if option.label != option.value:
            found.setdefault(option.value, option.label)
    return {key: said for key, said in found.items() if key and said and key != said}


def _towards(controls: tuple[Control, ...], loc: Loc) -> list[Control]:
    """The fields of the groups on the way to a place, the innermost first."""
    groups = [controls]
    for key in (step for step in loc if isinstance(step, str)):
        inside = next((control.inside for control in groups[-1] if control.key == key), ())
        groups.append(inside[0].inside if len(inside) == 1 and not inside[0].key else inside)
    return [control for group in reversed(groups) for control in group]


def _below(controls: Iterable[Control]) -> Iterator[Control]:
    """All the fields, those of a group behind it."""
    for control in controls:
        yield control
        yield from _below(control.inside)
