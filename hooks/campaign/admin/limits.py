"""What the forms at `admin/` cannot say or check, told by the models and the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypedDict

from campaign.admin.collections import is_edited, targets
from campaign.admin.fields import is_typed
from campaign.kinds import KINDS, LABELS
from campaign.model.controls import Control, Sort, controls
from campaign.problems import catalogue

HERE = frozenset({"V06a", "V06d", "V06f", "V06g", "V06h", "V06j", "V06m", "V06p", "V06q", "V28a"})
"""The rules that a form holds, too: numbers, days, choices, limits, forms, counts of items."""


class KindLimits(TypedDict):
    """What has to be known of a kind that is edited at `admin/`."""

    name: str
    typed: str
    """Fields in which an id is typed, unchecked."""
    listed: str
    """Lists of which a form cannot say that there are none."""
    is_kept: bool
    """Whether its records cannot be deleted here."""


class Limits(TypedDict):
    """What the guide lists."""

    unedited: str
    """The kinds that are not edited here."""
    kinds: list[KindLimits]
    rules: int
    """How many rules only the checks of a pull request hold."""


def limits(vocabularies: Iterable[str]) -> Limits:
    """What cannot be done at `admin/` on a site with these vocabularies."""
    aims = targets(vocabularies)

    def of(kind_name: str, asked: tuple[Control, ...], is_kept: bool) -> KindLimits:
        inside = list(_all(asked))
        typed = [control.title for control in inside if is_typed(control, aims)]
        listed = [control.title for control in inside if control.may_be_none]
        return {
            "name": kind_name,
            "typed": "、".join(dict.fromkeys(typed)),
            "listed": "、".join(dict.fromkeys(listed)),
            "is_kept": is_kept,
        }

    every = [
        of(kind.label, controls(kind.model), kind.altered is not None)
        for kind in KINDS
        if is_edited(kind)
    ]
    return {
        "unedited": "、".join(LABELS[kind.name] for kind in KINDS if not is_edited(kind)),
        "kinds": [row for row in every if row["typed"] or row["listed"] or row["is_kept"]],
        "rules": len(catalogue().keys() - HERE),
    }


def _all(asked: Iterable[Control]) -> Iterator[Control]:
    """Some fields and those inside them; what a list holds has the list's title."""
    for control in asked:
        yield control
        if control.sort is Sort.LIST and control.item.sort is Sort.REFERENCE:
            if control.item.refers:
                yield replace(control.item, title=control.title)
        elif control.sort is Sort.LIST:
            yield from _all(control.item.inside)
        else:
            yield from _all(control.inside)
