"""What references are called in a table: by name and id, by either alone when it is clear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property

from campaign.derive.called import begun, names_of
from campaign.importing.excel.columns import Column
from campaign.model.base import Record
from campaign.model.fields import is_unfilled
from campaign.site import Key, Site

NAMED = re.compile(r"(.*)[（(]([^（）()]+)[）)]", re.DOTALL)


class Unclear(Exception):
    """A cell does not say one thing. The texts say what is wrong with it, and what to do.

    `column` is named where another column than the one that is read is at fault.
    """

    def __init__(self, words: str, remedy: str, column: Column | None = None) -> None:
        super().__init__(words)
        self.words = words
        self.remedy = remedy
        self.column = column


def folded(text: str) -> str:
    """A name without what typing makes different: spaces, full width, line breaks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def titled(name: str, id: str) -> str:
    """A name with the id behind it."""
    return f"{name}（{id}）" if name and name != id else id


class Names:
    """The names of all that a table may refer to, new records of the same workbook included."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._new: dict[Key, str] = {}
        self._beside: dict[Key, Mapping[str, str]] = {}

    def add(self, kind: str, id: str, name: str, beside: Mapping[str, str]) -> None:
        """Know a record that is not written yet, what it is called, and what stands beside that."""
        self._new[kind, id] = name
        self._beside[kind, id] = beside
        self._known.pop(kind, None)
        self._ids.pop(kind, None)

    def is_new(self, kind: str, id: str) -> bool:
        """Whether a record is not written yet."""
        return (kind, id) in self._new

    def of(self, kind: str) -> Mapping[str, str]:
        """What may be named of a kind or a vocabulary: each id with its name.

        What is written and was refused is there, too: no new record may have its id.
        """
        if kind not in self._known:
            labels = self._site.labels(kind)
            known = {id: labels.get(id, "") for id in self._site.known(kind)}
            known |= {id: "" for other, id in self._site.origins if other == kind}
            known |= {id: _heading(record) for id, record in self._records(kind).items()}
            known |= {id: name for (other, id), name in self._new.items() if other == kind}
            self._known[kind] = known
        return self._known[kind]

    def _records(self, kind: str) -> Mapping[str, Record]:
        """The records of a kind, those that somebody has begun included."""
        if kind not in self._there:
            self._there[kind] = {**begun(self._site, kind), **self._site.kind(kind)}
        return self._there[kind]

    @cached_property
    def _there(self) -> dict[str, Mapping[str, Record]]:
        return {}

    @cached_property
    def _known(self) -> dict[str, Mapping[str, str]]:
        return {}

    @cached_property
    def _ids(self) -> dict[str, dict[str, list[str]]]:
        return {}

    def shown(self, kind: str, id: str) -> str:
        """An id with its name, as a cell has it."""
        return titled(self.of(kind).get(id, ""), id)

    def id(self, kind: str, text: str) -> str:
        """The id that a cell names; the text itself when nothing is called so.

        Raises Unclear when name and id are of two, or several are called so.
        """
        named = self.called(kind, text)
        if len(named) > 1:
            raise Unclear(f"“{text}”有 {len(named)} 个", f"写明编号：{'、'.join(named[:5])}")
        return named[0] if named else text

    def called(self, kind: str, text: str) -> list[str]:
        """The ids of all that a cell may name. Raises Unclear when name and id are of two."""
        known = self.of(kind)
        if text in known:
            return [text]
        found = NAMED.fullmatch(text)
        if found and found[2].strip() in known:
            id = found[2].strip()
            if folded(found[1]) not in (folded(known[id]), ""):
                raise Unclear(
                    f"名称和编号不是同一个：{text}", f"编号 {id} 的名称是“{known[id]}”，改成一致"
                )
            return [id]
        return self._named(kind).get(folded(text), [])

    def beside(self, kind: str, id: str, field: str) -> str:
        """What a record says in one of the fields that tell records of one name apart."""
        if self.is_new(kind, id):
            return self._beside[kind, id].get(field, "")
        said = getattr(self._records(kind).get(id), field, None)
        return "" if said is None or is_unfilled(said) else str(said)

    def _named(self, kind: str) -> dict[str, list[str]]:
        if kind not in self._ids:
            found: dict[str, list[str]] = {}
            records = self._records(kind)
            for id, name in self.of(kind).items():
                names = {name, *(names_of(records[id]) if id in records else ())} - {""}
                for called in {folded(name) for name in names}:
                    found.setdefault(called, []).append(id)
            self._ids[kind] = found
        return self._ids[kind]


def _heading(record: Record) -> str:
    """What a record is called; nothing for one that has a gap there."""
    return "" if is_unfilled(record.heading) else record.heading


def choice_of(column: Column, text: str) -> str:
    """The value that a cell chooses by value, by label or by both; else the text itself."""
    for value, label in column.choices:
        if folded(text) in {folded(value), folded(titled(label, value))}:
            return value
    named = [value for value, label in column.choices if label and folded(label) == folded(text)]
    return named[0] if len(named) == 1 else text


def shown_choice(column: Column, value: str) -> str:
    """A choice as a cell has it."""
    return titled(dict(column.choices).get(value, ""), value)
