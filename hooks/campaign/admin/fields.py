"""A field of Sveltia's forms for each thing that a model asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from campaign.model.controls import Control, Option, Sort
from campaign.model.fields import PARTIAL_DAY
from campaign.model.hints import help_of

Field = dict[str, Any]
"""A part of Sveltia's configuration, as its JSON Schema has it."""
YES_NO = (Option("yes", "是"), Option("no", "否"))
"""No switch: it would write `true` where people wrote `yes`, and take an unsaid one for no."""
PARTIAL = (PARTIAL_DAY.pattern, "写成 2024、2024-05 或 2024-05-01")
CALLED = ("name", "title", "label", "text", "stop", "heading")
"""The fields by which an item of a list, or a record, is called: the first that it has."""


@dataclass(frozen=True)
class Target:
    """What a reference may choose from: a collection, or a list in one of its files."""

    collection: str
    value: str
    shown: Sequence[str]
    file: str = ""


Targets = Mapping[str, Target]


def fields(controls: Collection[Control], targets: Targets) -> list[Field]:
    """The fields of a form."""
    return [field(control, targets) for control in controls]


def is_typed(control: Control, targets: Targets) -> bool:
    """Whether an id has to be typed: a photo's, or that of a record of whatever kind."""
    return control.sort is Sort.REFERENCE and control.refers not in targets


def field(control: Control, targets: Targets) -> Field:
    """One field."""
    made: Field = {"name": control.key, "label": control.title}
    if hint := _hint(control, targets):
        made["hint"] = hint
    made |= _widget(control, targets)
    if not control.is_required:
        made["required"] = False
    return made


def _hint(control: Control, targets: Targets) -> str:
    """What stands below a field: its help, its length, and what holds when it stays empty."""
    usual = next((o.label for o in _options(control) if o.value == control.default), "")
    words = help_of(control)
    said = [
        words,
        f"{control.length.text} 字" if control.length and "字" not in words else "",
        f"不填就是：{usual}" if usual else "",
        "填编号" if is_typed(_innermost(control), targets) and "编号" not in control.title else "",
    ]
    return "；".join(dict.fromkeys(filter(None, said)))


def _innermost(control: Control) -> Control:
    return _innermost(control.item) if control.sort is Sort.LIST else control


def _widget(control: Control, targets: Targets) -> Field:
    if control.is_picture:
        return {"widget": "image", "choose_url": False}
    made = MAKERS[control.sort](control, targets)
    if control.form:
        made["pattern"] = [f"^(?:{control.form.pattern})$", f"写成：{control.form.example}"]
    return made


def _number(control: Control, targets: Targets) -> Field:
    limits = {"min": control.low, "max": control.high}
    said = {name: limit for name, limit in limits.items() if limit is not None}
    kind = {"value_type": "int"} if control.is_whole else {"value_type": "float"}
    return {"widget": "number", **kind, **said}


def _choice(control: Control, targets: Targets) -> Field:
    options = [{"label": option.label, "value": option.value} for option in _options(control)]
    return {"widget": "select", "options": options}


def _options(control: Control) -> Sequence[Option]:
    return YES_NO if control.sort is Sort.YES_NO else control.options


def _reference(control: Control, targets: Targets) -> Field:
    if is_typed(control, targets):
        return {"widget": "string"}
    target = targets[control.refers]
    file = {"file": target.file} if target.file else {}
    return {
        "widget": "relation",
        "collection": target.collection,
        **file,
        "value_field": target.value,
        "display_fields": [*target.shown],
        "search_fields": [*target.shown],
    }


def _group(control: Control, targets: Targets) -> Field:
    return {
        "widget": "object",
        "collapsed": "auto",
        "fields": fields(control.inside, targets),
    }


def _list(control: Control, targets: Targets) -> Field:
    item, limits = control.item, dict(_limits(control))
    if item.sort is Sort.GROUP:
        named = next((key for key in CALLED for one in item.inside if one.key == key), "")
        return {
            "widget": "list",
            "label_singular": control.title,
            "collapsed": True,
            **({"summary": f"{{{{fields.{named}}}}}"} if named else {}),
            "fields": fields(item.inside, targets),
            **limits,
        }
    if item.sort is Sort.CHOICE or (item.sort is Sort.REFERENCE and not is_typed(item, targets)):
        return {**_widget(item, targets), "multiple": True, **limits}
    one = field(replace(item, key="item", title=control.title, is_required=True), targets)
    one.pop("hint", None)
    return {"widget": "list", "label_singular": control.title, "field": one, **limits}


def _limits(control: Control) -> Iterator[tuple[str, int]]:
    if control.items and control.items.low:
        yield "min", control.items.low
    if control.items and control.items.high:
        yield "max", control.items.high


Make = Callable[[Control, Targets], Field]
MAKERS: Mapping[Sort, Make] = {
    Sort.TEXT: lambda control, targets: {"widget": "string"},
    Sort.LONG: lambda control, targets: {"widget": "text"},
    Sort.MARKDOWN: lambda control, targets: {"widget": "text"},
    Sort.NUMBER: _number,
    Sort.DAY: lambda control, targets: {
        "widget": "datetime",
        "type": "date",
        "format": "YYYY-MM-DD",
    },
    Sort.MOMENT: lambda control, targets: {"widget": "datetime", "format": "YYYY-MM-DD HH:mm"},
    Sort.PARTIAL_DAY: lambda control, targets: {"widget": "string", "pattern": [*PARTIAL]},
    Sort.YES_NO: _choice,
    Sort.CHOICE: _choice,
    Sort.REFERENCE: _reference,
    Sort.LIST: _list,
    Sort.GROUP: _group,
}
WIDGETS = frozenset(
    {"string", "text", "number", "select", "datetime", "relation", "image", "object", "list"}
)
"""Every widget that is used. Markdown is a text here: Sveltia's own editor writes tables and
emphasis anew in texts that nobody touched."""
