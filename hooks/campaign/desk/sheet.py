"""A record in its form: what came back from it, what is wrong with it, and its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from campaign.checks import check
from campaign.desk import editing, openable
from campaign.desk.answers import Answers
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.editing import BODY, Edited
from campaign.desk.names import SiteNames
from campaign.desk.photos import beside
from campaign.desk.unsaved import UNNAMED, Unsaved, unsaved, without
from campaign.desk.versions.photo_lists import STEP, Clash
from campaign.desk.versions.threeway import joined, picked, value_at
from campaign.desk.wording import Names
from campaign.model.controls import Control, Sort
from campaign.model.walk import Loc
from campaign.problems import Known, Problem, Severity
from campaign.writing import withdrawals

REVIEWS = "V35"
"""Published without all three reviews: what is handed in has them still to come."""
ORDER = "先后次序"
MOVES = {"up": -1, "down": 1}
PICK, ASK = "pick!", "ask!"
"""How the names of an answer and of its question begin: to which of two sides a field goes."""
SIDES = OURS, THEIRS = "ours", "theirs"
Pairs = list[tuple[str, str]]


@dataclass
class Sheet:
    """A form that somebody has sent, over the record as it was when the form was made."""

    desk: Desk
    base: Edited
    pairs: Pairs = field(default_factory=list)
    is_sent: bool = False
    is_strict: bool = False
    """Whether it is judged as readers would see it: it is to be handed in."""
    tokens: Mapping[str, Sequence[str]] | None = None
    """The names of lists' items, where some have just been added or moved."""

    @cached_property
    def names(self) -> SiteNames:
        return SiteNames(self.desk.site)

    def answers(self, keeps_gaps: bool = False) -> Answers:
        return Answers(self.pairs, self.names, keeps_gaps)

    def relisted(self, do: str) -> Sheet:
        """The form with an item of a list added, removed or moved: `up services.0`."""
        answers = self.answers(keeps_gaps=True)
        what, _, name = do.partition(" ")
        if what == "add":
            answers.add(name)
        elif what == "remove":
            answers.remove(name)
        elif what in MOVES:
            answers.move(name, MOVES[what])
        data = answers.group(self.base.controls, self.base.data)
        return self.saying(data, tokens=answers.tokens)

    def saying(self, data: dict[str, Any], **changes: Any) -> Sheet:
        """The same form with other data."""
        made = replace(self, **changes)
        made.__dict__.update(data=data, body=self.body)
        return made

    def field(self, name: str) -> str:
        """What the form says beside the record itself."""
        return next((text for key, text in reversed(self.pairs) if key == name), "")

    def answer(self, key: str) -> str:
        """Which side somebody has chosen for a field; nothing where nobody has."""
        given = self.field(f"{PICK}{key}")
        return given if given in SIDES else ""

    @cached_property
    def asked(self) -> list[str]:
        """The fields about which the form asked whose side to take."""
        names = dict.fromkeys(name for name, _ in self.pairs if name.startswith(ASK))
        return [name.removeprefix(ASK) for name in names]

    @cached_property
    def clashes(self) -> list[Clash]:
        """What the form asked, with both sides: its own, and what its file says."""
        own, theirs = self._own, dict(self.base.data)
        if self.base.kind.is_entry:
            own, theirs = {**own, BODY: self.field(BODY)}, {**theirs, BODY: self.base.body}
        return [Clash(key, value_at(theirs, key), value_at(own, key)) for key in self.asked]

    @cached_property
    def _own(self) -> dict[str, Any]:
        return self.answers().group(self.base.controls, self.base.data)

    @cached_property
    def data(self) -> dict[str, Any]:
        """The record as the form says it."""
        data = dict(self.base.data)
        if not self.is_sent:
            return data
        own = data = self._own
        for key in self.asked:
            if self.answer(key) == THEIRS:
                data = picked(data, key, self.base.data)
        return withdrawals.upheld(data, own) if data is not own else own

    @cached_property
    def body(self) -> str:
        """The text of an article as the form says it."""
        text = self.answers().text(BODY) if self.is_sent else None
        if text is None or text == shown_body(self.base.body):
            return self.base.body
        if self.field(f"pick!{BODY}") == "theirs":
            return self.base.body
        return text if text.endswith("\n") else f"{text}\n"

    @cached_property
    def id(self) -> str:
        """The id that the record has, or would have."""
        if self.base.id:
            return self.base.id
        wanted = editing.in_its_folder(self.base.kind, self.field("id").strip(), self.data)
        return wanted or editing.suggested(self.desk.site, self.base.kind, self.data)

    @cached_property
    def unsaved(self) -> Unsaved:
        """The site with the record as the form says it."""
        kind, id = self.base.kind, self.id or UNNAMED
        if kind.parent_field and "/" not in id:
            id = f"{self.data.get(kind.parent_field) or UNNAMED}/{id}"
        path = self.base.path or f"{kind.pattern.rpartition('/')[0]}/{id}"
        data = editing.complete(self.base, id, self.data)
        if self.is_strict:
            data["status"] = "published"
        return unsaved(self.desk.site, kind, id, path, data, self.body)

    @cached_property
    def found(self) -> list[Problem]:
        found = beside.remaining(self.unsaved.check(), self.base, self.data)
        return [item for item in found if not (self.is_strict and item.code == REVIEWS)]

    def own(self) -> dict[Loc, list[Problem]]:
        """The problems of the record, by the field at which they stand; notes stay out."""
        placed: dict[Loc, list[Problem]] = {}
        for item in self.found:
            loc = self.unsaved.loc(item)
            if loc is not None and self.severity(item) is not Severity.NOTE:
                placed.setdefault(loc, []).append(item)
        return placed

    def elsewhere(self) -> list[Problem]:
        """The problems of other records that the change would cause."""
        known = self.desk.known() | self._hidden()
        return [
            item
            for item in self.found
            if self.unsaved.loc(item) is None
            and item not in known
            and self.severity(item) is not Severity.NOTE
        ]

    def _hidden(self) -> Known:
        """What the site has all the same, and is not told while this record cannot be read."""
        site, kind, id = self.desk.site, self.base.kind.name, self.base.id
        if not site.is_faulty(kind, id):
            return Known.of(())
        return Known.of(check(without(site, kind, id)), site.profile.stopping)

    def severity(self, found: Problem) -> Severity:
        return found.severity(self.desk.site.profile.stopping)

    def has_errors(self) -> bool:
        """Whether something keeps the record from readers."""
        own = [item for items in self.own().values() for item in items]
        return any(self.severity(item) is Severity.ERROR for item in [*own, *self.elsewhere()])

    @property
    def tells(self) -> bool:
        """Whether the record tells what happened, from which figures follow."""
        return self.base.kind.is_only_added_to

    # Preview

    @property
    def address(self) -> str | None:
        """Where readers would see it; nothing where they would not."""
        return openable.address(self.base.kind, self.id, self.unsaved.record)

    def look(self, key: str) -> str:
        """Make the preview of the form under a key; where its page is, if it has one."""
        made = self.unsaved
        if not made.is_read or (place := self.address) is None:
            return ""
        site_map = self.desk.resident.map_with(made.site)
        if site_map is None:
            return ""
        self.desk.keep_map(key, site_map)
        return f"{PREFIX}as-if/{key}/{place}"

    def lacking(self) -> list[str]:
        """What has to be filled in before there is anything to see."""
        missing = [
            control.title
            for control in self.base.controls
            if control.is_required and not self.data.get(control.key)
        ]
        return [] if self.unsaved.is_read else missing


def shown_body(body: str) -> str:
    """A text as the form gives it back."""
    return body.replace("\r\n", "\n")


# Two people at once


def rebased(sheet: Sheet, now: Edited) -> tuple[Sheet, list[Clash]]:
    """The form over what the file says now: what it does not change is as they left it."""
    was, ours, theirs = dict(sheet.base.data), sheet.data, dict(now.data)
    if sheet.base.kind.is_entry:
        was, ours = {**was, BODY: sheet.base.body}, {**ours, BODY: sheet.body}
        theirs = {**theirs, BODY: now.body}
    merged, clashes = joined(was, ours, theirs)
    body = merged.pop(BODY, now.body) if sheet.base.kind.is_entry else ""
    over = sheet.saying(merged, base=now)
    over.__dict__.update(body=body)
    return over, clashes


def in_words(value: Any, control: Control | None, names: Names) -> str:
    """A value of a file for people to compare: as the form calls it."""
    if isinstance(value, Mapping):
        inside = {inner.key: inner for inner in control.inside} if control else {}
        return "，".join(in_words(item, inside.get(key), names) for key, item in value.items())
    if isinstance(value, list):
        item = control.item if control and control.sort is Sort.LIST else None
        return "；".join(in_words(inner, item, names) for inner in value)
    if value is None or control is None:
        return "" if value is None else str(value)
    labels = {option.value: option.label for option in control.options}
    called = names.name(control.refers, str(value)) if control.refers else ""
    return labels.get(str(value)) or called or str(value)


def said_of(base: Edited, key: str, value: Any, names: Names) -> str:
    """What a field of a record says, in words; also one of a photo, by its clash's key."""
    field, is_inside, way = key.partition(STEP)
    control = next((control for control in base.controls if control.key == field), None)
    if is_inside and control:
        inner = way.partition(STEP)[2]
        control = next((item for item in control.item.inside if item.key == inner), None)
    return in_words(value, control, names) or "（空）"


def title_of(base: Edited, key: str) -> str:
    """What a field is called; one of a photo with the photo's name before it."""
    field, is_inside, way = key.partition(STEP)
    title = titles(base).get(field, field)
    if not is_inside:
        return title
    file, _, inner = way.partition(STEP)
    listed = next(control for control in base.controls if control.key == field)
    called = {control.key: control.title for control in listed.item.inside}
    place = f"{PurePosixPath(file).stem}的{called.get(inner, inner)}" if file else ORDER
    return f"{title}：{place}"


def titles(base: Edited) -> dict[str, str]:
    """What the fields of a record are called."""
    return {BODY: "正文", **{control.key: control.title for control in base.controls}}


def changed_titles(base: Edited, data: Mapping[str, Any], body: str) -> list[str]:
    """What the fields are called that differ from what the file says."""
    called = titles(base)
    keys: Iterable[str] = dict.fromkeys((*base.data, *data))
    found = [called.get(key, key) for key in keys if base.data.get(key) != data.get(key)]
    return found + (["正文"] if body != base.body else [])
