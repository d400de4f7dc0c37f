"""A form as HTML: what is asked (`controls.py`) with what a record says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from campaign.desk import continuing, folding, wording
from campaign.desk.answers import as_list, choices, fits, is_chosen
from campaign.desk.names import SiteNames
from campaign.desk.openable import begun
from campaign.desk.rendering import render
from campaign.desk.views import (
    EVENTS,
    FIELD,
    FOLD,
    GROUP,
    LIST,
    TICKED,
    EventsView,
    FieldView,
    FoldView,
    GroupView,
    ItemView,
    ListView,
    OptionView,
    ProblemView,
    TickedView,
    field_id,
)
from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.model.controls import Control, Option, Sort
from campaign.model.hints import help_of
from campaign.model.walk import Loc

UNSAID = "（未选）"
YES_NO = (Option("yes", "是"), Option("no", "否"))
NAMED_IN_A_FOLD = 4
"""How many fields a fold names."""
LINE = 34
"""Characters that a line of a text field holds."""


class Form:
    """Fields for a record, with the problems at each."""

    def __init__(
        self,
        names: SiteNames,
        problems: Mapping[Loc, list[ProblemView]] | None = None,
        tokens: Mapping[str, Sequence[str]] | None = None,
        continued: Kind[Any] | None = None,
    ) -> None:
        self.names = names
        self.named: set[str] = set()
        """The kinds of records that its fields may name: the page lists them."""
        self.ids: dict[Loc, str] = {}
        """The id of what is at each place, for problems that come later."""
        self._problems = problems or {}
        self._tokens = tokens or {}
        self._continued = continued
        """The kind, where what happened is written already and only added to."""

    def record(self, controls: Sequence[Control], data: Mapping[str, Any]) -> Markup:
        """All fields of a record: what few need is folded, and so is what all records have."""
        own = [control for control in controls if control.key not in Record.model_fields]
        shared = [control for control in controls if control.key in Record.model_fields]
        found = Markup()
        for is_rare, run in groupby(own, lambda control: self._is_rare(control, data)):
            few = list(run)
            inner = self.fields(few, data)
            found += self._folded("还可以填写", few, inner) if is_rare else inner
        inner = self.fields(shared, data)
        return found + (self._folded("发布、来源和标签", [], inner) if shared else "")

    def nearest(self, loc: Loc) -> Loc:
        """The place of the field at a place, or of the nearest group around it; else nothing."""
        while loc and loc not in self.ids:
            loc = loc[:-1]
        return loc

    def _is_rare(self, control: Control, data: Mapping[str, Any]) -> bool:
        is_wrong = any(loc[:1] == (control.key,) for loc in self._problems)
        is_needed = control.is_required or control.is_central
        return not is_needed and data.get(control.key) is None and not is_wrong

    def _folded(self, words: str, controls: Sequence[Control], inner: Markup) -> Markup:
        titles = [control.title for control in controls]
        some = "、".join(titles[:NAMED_IN_A_FOLD])
        more = f"等 {len(titles)} 项" if len(titles) > NAMED_IN_A_FOLD else ""
        view: FoldView = {"words": f"{words}：{some}{more}" if some else words, "inner": inner}
        return render(FOLD, view)

    def fields(
        self,
        controls: Iterable[Control],
        data: Mapping[str, Any],
        name: str = "",
        loc: Loc = (),
    ) -> Markup:
        """The fields of a group."""
        made = Markup()
        for control in controls:
            raw, here = data.get(control.key), (*loc, control.key)
            if fits(control, raw):
                kind = wording.beside(control, data)
                made += self._one(control, raw, f"{name}{control.key}", here, kind)
        return made

    def _one(self, control: Control, raw: Any, name: str, loc: Loc, kind: str = "") -> Markup:
        if control.sort is Sort.GROUP:
            return self._group(control, raw, name, loc)
        if control.sort is Sort.LIST:
            if self._continued and continuing.is_told(self._continued, control):
                return self._events(self._continued, control, raw, name, loc)
            listed = is_chosen(control, self.names)
            return (self._ticked if listed else self._list)(control, raw, name, loc)
        return self._field(control, raw, name, loc, kind)

    def _group(self, control: Control, raw: Any, name: str, loc: Loc) -> Markup:
        inner = self.fields(control.inside, raw or {}, f"{name}.", loc)
        is_wrong = folding.holds(loc, self._problems)
        view: GroupView = {
            "id": field_id(name),
            "label": control.title,
            "is_required": control.is_required,
            "help": help_of(control),
            "is_folded": not raw and not control.is_required and not is_wrong,
            "problems": self._at(loc, name),
            "inner": inner,
        }
        return render(GROUP, view)

    def _list(self, control: Control, raw: Any, name: str, loc: Loc) -> Markup:
        view: ListView = {
            "id": field_id(name),
            "name": name,
            "label": control.title,
            "is_required": control.is_required,
            "is_plain": control.item.sort is not Sort.GROUP,
            "help": help_of(control),
            "may_be_none": control.may_be_none,
            "is_none": raw == [],
            "problems": self._at(loc, name),
            "rows": list(self._items(control, as_list(raw), name, loc)),
        }
        return render(LIST, view)

    def _events(self, kind: Kind[Any], control: Control, raw: Any, name: str, loc: Loc) -> Markup:
        """What happened stands there as it is; one more can be added, of what may follow."""
        items = as_list(raw)
        tokens = self._tokens.get(name) or [str(index) for index in range(len(items))]
        told = [index for index, token in enumerate(tokens) if token.isdecimal()]
        happened = [items[index] for index in told]
        asked = continuing.narrowed(control, continuing.legal(kind, happened))
        rows = list(self._items(asked, items, name, loc))
        view: EventsView = {
            "id": field_id(name),
            "name": name,
            "label": control.title,
            "problems": self._below_told(loc, len(told)) + self._at(loc, name),
            "told": [
                {
                    "name": f"{name}.{tokens[index]}",
                    "words": continuing.in_words(control, items[index], self.names),
                }
                for index in told
            ],
            "rows": [row for index, row in enumerate(rows) if index not in told],
        }
        return render(EVENTS, view)

    def _below_told(self, loc: Loc, count: int) -> list[ProblemView]:
        """The problems of what is told, which has no fields of its own."""
        places = {(*loc, index) for index in range(count)}
        pairs = self._problems.items()
        return [
            problem for key, found in pairs if key[: len(loc) + 1] in places for problem in found
        ]

    def _items(self, control: Control, items: list[Any], name: str, loc: Loc) -> Iterator[ItemView]:
        tokens = self._tokens.get(name) or [str(index) for index in range(len(items))]
        written = 0
        for index, (token, item) in enumerate(zip(tokens, items, strict=False)):
            inside, here = f"{name}.{token}", (*loc, written)
            written += bool(item)
            label = f"{control.title}第 {index + 1} 项"
            if control.item.sort is Sort.GROUP:
                inner = self.fields(control.item.inside, item or {}, f"{inside}.", here)
            else:
                inner = self._field(control.item, item, inside, here, "", label)
            is_wrong = folding.holds(here, self._problems)
            yield {
                "name": inside,
                "label": label,
                "folded": "" if is_wrong else folding.summary(control, items, index, label),
                "is_first": index == 0,
                "is_last": index == len(items) - 1,
                "inner": inner,
            }

    def _ticked(self, control: Control, raw: Any, name: str, loc: Loc) -> Markup:
        ticked = [str(item) for item in as_list(raw)]
        known = choices(control.item.refers, self.names) or {
            option.value: option.label for option in control.item.options
        }
        words = {**known, **{item: item for item in ticked if item not in known}}
        options: list[OptionView] = [
            {"value": word, "label": label, "is_chosen": word in ticked}
            for word, label in words.items()
        ]
        view: TickedView = {
            "id": field_id(name),
            "name": name,
            "label": control.title,
            "is_required": control.is_required,
            "help": help_of(control),
            "options": options,
            "problems": self._below(loc, name),
        }
        return render(TICKED, view)

    def _field(
        self, control: Control, raw: Any, name: str, loc: Loc, kind: str, label: str = ""
    ) -> Markup:
        value = wording.shown(control, raw, self.names, kind)
        help, problems, id = help_of(control), self._at(loc, name), field_id(name)
        parts = [f"{id}-help"] * bool(help) + [f"{id}-wrong"] * bool(problems)
        view: FieldView = {
            "id": id,
            "name": name,
            "label": label or control.title,
            "is_quiet": bool(label),
            "is_required": control.is_required,
            "help": help,
            "described": " ".join(parts),
            "widget": "input",
            "type": "text",
            "mode": "",
            "value": value,
            "rows": max(2, min(14, len(value) // LINE + value.count("\n") + 2)),
            "refers": "",
            "new": "",
            "options": self._options(control, value),
            "problems": problems,
        }
        self._dress(view, control, kind)
        return render(FIELD, view)

    def _dress(self, view: FieldView, control: Control, kind: str) -> None:
        """Choose what the field is filled in with."""
        value, sort, refers = view["value"], control.sort, control.refers or kind
        if view["options"]:
            view["widget"] = "select"
        elif sort in (Sort.LONG, Sort.MARKDOWN) or "\n" in value or len(value) > 2 * LINE:
            view["widget"], view["type"] = "area", sort.value
        elif sort is Sort.NUMBER:
            view["mode"] = "decimal"
        elif sort in (Sort.DAY, Sort.MOMENT) and wording.fits_a_picker(control, value):
            view["type"] = "date" if sort is Sort.DAY else "datetime-local"
        elif sort is Sort.REFERENCE and refers:
            self.named.add(refers)
            view["refers"], view["new"] = refers, begun(refers)

    def _options(self, control: Control, value: str) -> list[OptionView]:
        """The words of a choice; what is written and no word of it stands behind them."""
        known: Iterable[Option] = control.options
        if control.sort is Sort.YES_NO:
            known = YES_NO
        elif control.sort is Sort.REFERENCE:
            words = choices(control.refers, self.names)
            known = [Option(f"{label}（{id}）", label) for id, label in words.items()]
        every = [*known]
        if not every:
            return []
        usual = next((option.label for option in every if option.value == control.default), "")
        every.insert(0, Option("", f"（不填就是：{usual}）" if usual else UNSAID))
        if value and value not in [option.value for option in every]:
            every.append(Option(value, value))
        return [
            {"value": option.value, "label": option.label, "is_chosen": option.value == value}
            for option in every
        ]

    def _at(self, loc: Loc, name: str) -> list[ProblemView]:
        self.ids[loc] = field_id(name)
        return self._problems.get(loc, [])

    def _below(self, loc: Loc, name: str) -> list[ProblemView]:
        """The problems of a list that is one field, and of its items."""
        self.ids[loc] = field_id(name)
        found = [key for key in self._problems if key[: len(loc)] == loc]
        return [problem for key in found for problem in self._problems[key]]
