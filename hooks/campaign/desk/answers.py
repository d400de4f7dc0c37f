"""What came back from a form, laid over what the file says.

A field whose text is the one that was shown keeps the value of the file, however that is
written there. What the form does not ask for stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from campaign.desk import wording
from campaign.desk.wording import Names
from campaign.model.controls import Control, Sort

NONE, MARK = "!none", "!here"
"""Behind a list's name: whether there are none; that the form asked for the list."""
Group = Mapping[str, Any]


class Answers:
    """The fields of a form that was sent, by their names, in the order of the form."""

    def __init__(
        self, pairs: Iterable[tuple[str, str]], names: Names, keeps_gaps: bool = False
    ) -> None:
        self.names = names
        self._keeps_gaps = keeps_gaps
        """Whether items in which nothing is filled in stay: the form is shown again."""
        self._texts: dict[str, list[str]] = {}
        self._tokens: dict[str, dict[str, None]] = {}
        for name, text in pairs:
            self._texts.setdefault(name, []).append(text.replace("\r\n", "\n"))
            self._note(name)

    def _note(self, name: str) -> None:
        """Remember which items each list has, in their order."""
        parts = name.split(".")
        for end in range(1, len(parts)):
            self._tokens.setdefault(".".join(parts[:end]), {})[parts[end]] = None

    def text(self, name: str) -> str | None:
        """A field's text; nothing where the form did not ask."""
        found = self._texts.get(name)
        return found[-1] if found else None

    def group(self, controls: Sequence[Control], base: Group, prefix: str = "") -> dict[str, Any]:
        """A group of fields: what was filled in over what the file says."""
        found = dict(base)
        for control in controls:
            old = base.get(control.key)
            kind = wording.beside(control, base)
            new = self._value(control, old, f"{prefix}{control.key}", kind, found)
            if new is None and old is not None:
                del found[control.key]
            elif new is not None:
                found[control.key] = new
        return found

    def _value(
        self, control: Control, old: Any, name: str, kind: str, group: Group | None = None
    ) -> Any:
        if not fits(control, old):
            return old
        if control.sort is Sort.GROUP:
            made = self.group(control.inside, old or {}, f"{name}.")
            return made or (old if old == {} else None)
        if control.sort is Sort.LIST:
            return self._list(control, old, name)
        text = self.text(name)
        if text is None or text == wording.shown(control, old, self.names, kind):
            return old
        return wording.meant(control, text, self.names, wording.beside(control, group or {}))

    def _list(self, control: Control, old: Any, name: str) -> Any:
        if self.text(f"{name}{MARK}") is None:
            return old
        were = as_list(old)
        read = self._chosen if is_chosen(control, self.names) else self._items
        items = read(control, were, name)
        if not items and control.may_be_none:
            return [] if self.text(f"{name}{NONE}") else None
        return old if items == were else items or None

    def _items(self, control: Control, were: list[Any], name: str) -> list[Any]:
        found = []
        for token in self._tokens.get(name, {}):
            old = were[int(token)] if token.isdecimal() and int(token) < len(were) else None
            new = self._item(control.item, old, f"{name}.{token}")
            if new is not None or self._keeps_gaps:
                found.append(new)
        return found

    def _item(self, control: Control, old: Any, name: str) -> Any:
        if control.sort is not Sort.LIST:
            return self._value(control, old, name, "")
        text = self.text(name) or ""
        return old if text == wording.shown(control, old, self.names) else wording.apart(text)

    # A list's items while the form is filled in

    @property
    def tokens(self) -> Mapping[str, Sequence[str]]:
        """The names of each list's items, in their order."""
        return {name: list(found) for name, found in self._tokens.items()}

    def add(self, name: str) -> None:
        """One item more in a list."""
        known = self._tokens.setdefault(name, {})
        number = next(n for n in range(1, len(known) + 2) if f"n{n}" not in known)
        known[f"n{number}"] = None

    def remove(self, name: str) -> None:
        """An item out of its list."""
        holder, _, token = name.rpartition(".")
        self._tokens.get(holder, {}).pop(token, None)

    def move(self, name: str, by: int) -> None:
        """An item up or down in its list."""
        holder, _, token = name.rpartition(".")
        order = list(self._tokens.get(holder, {}))
        if token not in order or not 0 <= order.index(token) + by < len(order):
            return
        place = order.index(token)
        order.insert(place + by, order.pop(place))
        self._tokens[holder] = dict.fromkeys(order)

    def _chosen(self, control: Control, were: list[Any], name: str) -> list[Any]:
        """What is ticked: what the file has in its order, and behind it what is new."""
        ticked = self._texts.get(name, [])
        kept = [item for item in were if str(item) in ticked]
        return kept + [item for item in ticked if item not in map(str, kept)]


def as_list(raw: Any) -> list[Any]:
    """The items of a list; some lists of one are written without a list."""
    if raw is None:
        return []
    return raw if isinstance(raw, list) else [raw]


def is_chosen(control: Control, names: Names) -> bool:
    """Whether a list is ticked off, and not filled in item by item."""
    item = control.item
    return item.sort is Sort.CHOICE or bool(item.refers and choices(item.refers, names))


def choices(kind: str, names: Names) -> Mapping[str, str]:
    """The words of a vocabulary with their labels, for references to one."""
    return names.labels(kind)


def fits(control: Control, raw: Any) -> bool:
    """Whether the form can show what is written: else it is left as it is."""
    if raw is None:
        return True
    if control.sort is Sort.GROUP:
        return isinstance(raw, Mapping)
    if control.sort is Sort.LIST:
        return all(fits(control.item, item) for item in as_list(raw)) and raw != {}
    return not isinstance(raw, (Mapping, list))
