"""What tables would change, and what is wrong with that: nothing is written here.

New records are read by the very code that reads files, and the rules of the check run over the
site as it would be. A problem at a value of a table is told at its cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from campaign.checks import append_only, check
from campaign.importing.excel.columns import BODY, MARKS, Form
from campaign.importing.excel.drafts import Draft, Spot, Written
from campaign.importing.excel.gathering import Gathering
from campaign.importing.excel.grid import Book
from campaign.importing.excel.identity import moved
from campaign.importing.excel.names import Names
from campaign.importing.excel.rewriting import Unwritable, rewrites
from campaign.importing.excel.tables import Complaint, tables
from campaign.model import form_words
from campaign.model.base import Record, ReviewRole, Status
from campaign.model.compliance import UNREVIEWED
from campaign.model.controls import controls
from campaign.model.origin import Origin
from campaign.model.walk import Loc
from campaign.problems import Known, Problem, Severity, mark
from campaign.reading import file, refusals
from campaign.site import Key, Site
from campaign.writing.files import Rewrite

FIRST, STRIDE = 10_000_000, 10_000
"""Stand for lines: the number of a cell, and how many lines its text may have."""
IN_CELLS = {
    "V48a": (
        "这一格有{what}：{value}",
        "删去，或遮住中间几位（如 138****5678）；确实可以公开的，先遮住导入，"
        "以后在文件里写上号码和理由",
    )
}
"""What is said of cells in other words than of lines, and what to do."""


@dataclass
class Plan:
    """What would become of the content."""

    drafts: list[Draft] = field(default_factory=list)
    rewrites: list[Rewrite] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    """What is wrong with cells, in the order of the workbook's sheets."""
    elsewhere: list[Problem] = field(default_factory=list)
    """What would be wrong with other files then, and was not before."""

    @property
    def new(self) -> list[Draft]:
        return [draft for draft in self.drafts if draft.is_new]

    @property
    def begun(self) -> list[Draft]:
        """New records that readers do not see yet."""
        return [draft for draft in self.new if draft.data.get("status") == Status.DRAFT.value]

    @property
    def changed(self) -> list[Draft]:
        return [draft for draft in self.drafts if not draft.is_new and is_changed(draft)]

    @property
    def unchanged(self) -> list[Draft]:
        return [draft for draft in self.drafts if not draft.is_new and not is_changed(draft)]

    def is_stopped(self, raised: Iterable[str]) -> bool:
        """Whether there are errors: then nothing may be written."""
        codes = frozenset(raised)
        grave = any(item.severity(codes) is Severity.ERROR for item in self.elsewhere)
        return grave or any(item.is_error for item in self.complaints)


def is_changed(draft: Draft) -> bool:
    """Whether a record would say something else."""
    return draft.data != draft.old or draft.body != draft.old_body


def planned(root: Path, site: Site, problems: list[Problem], book: Book, forms: list[Form]) -> Plan:
    """What a workbook would change in a site in which these problems were found."""
    plan = _planned(root, site, problems, book, forms)
    order = {grid.name: place for place, grid in enumerate(book.grids)}
    plan.complaints.sort(key=lambda item: (order.get(item.sheet, -1), *_place(item.coordinate)))
    return plan


def _place(coordinate: str) -> tuple[int, int]:
    column, row = coordinate_from_string(coordinate)
    return row, column_index_from_string(column)


def _planned(
    root: Path, site: Site, problems: list[Problem], book: Book, forms: list[Form]
) -> Plan:
    plan = Plan()
    found = list(tables(book, forms, plan.complaints))
    written = Written(root, site)
    names = Names(site)
    gathering = Gathering(written, names, _marks(book))
    gathering.gather(found)
    plan.complaints += gathering.complaints
    plan.drafts = list(gathering.drafts.values())
    plan.complaints += (told for draft in plan.drafts for told in moved(draft, names))
    if UNREVIEWED in site.profile.stopping:
        for draft in plan.new:
            _begin_as_draft(draft)
    touched = [*plan.new, *plan.changed]
    if not touched:
        return plan
    try:
        plan.rewrites = rewrites(root, written, touched)
    except Unwritable as error:
        spot = error.draft.spot()
        plan.complaints.append(Complaint(spot.sheet, spot.coordinate, str(error), error.remedy))
        return plan
    _judge(plan, site, problems, touched)
    return plan


def _begin_as_draft(draft: Draft) -> None:
    """What has no state yet waits for its three reviews, where readers may see nothing before."""
    done = {str(item.get("role")) for item in draft.data.get("review") or [] if item}
    if draft.kind.is_reviewed and not {role.value for role in ReviewRole} <= done:
        draft.data.setdefault("status", Status.DRAFT.value)


def _marks(book: Book) -> dict[Key, str]:
    """What each record said when the workbook was written."""
    grid = book.marks.get(MARKS)
    if grid is None:
        return {}
    rows = ([grid.at(row, column).shown for column in (1, 2, 3)] for row in grid.rows)
    return {(kind, id): mark for kind, id, mark in rows}


def _judge(plan: Plan, site: Site, problems: list[Problem], touched: list[Draft]) -> None:
    """Find what is wrong with the site as it would be, and was not before."""
    cells = _Cells()
    records: dict[str, dict[str, Record]] = {k: dict(v) for k, v in site.records.items()}
    origins, refused = dict(site.origins), dict(site.refused)
    found: list[Problem] = []
    for draft in touched:
        origin = cells.origin(draft)
        record = _read(draft, origin, found)
        origins[draft.key] = origin
        if isinstance(record, Record):
            records[draft.kind.name][draft.id] = record
        else:
            records[draft.kind.name].pop(draft.id, None)
            refused[draft.key] = refusals.remainder(draft.kind.model, _values(draft))
    after = replace(site, records=records, origins=origins, refused=refused)
    found += list(_of_files(plan, touched, cells))
    found += [*check(after), *append_only.uncommitted(after)]
    there = [*problems, *check(site), *append_only.uncommitted(site)]
    known, told = Known.of(there, site.profile.stopping), set()
    for item in found:
        if item in known or item.severity() is Severity.NOTE or mark(item) in told:
            continue
        told.add(mark(item))
        cells.tell(plan, item, site)


def _read(draft: Draft, origin: Origin, found: list[Problem]) -> Record | None:
    record = file.validated(draft.kind.model, _values(draft), origin, found)
    return record if isinstance(record, Record) else None


def _values(draft: Draft) -> dict[str, Any]:
    """The fields of a record, with what its place says."""
    kind = draft.kind
    parent = {kind.parent_field: draft.id.split("/")[0]} if kind.parent_field else {}
    return {**draft.data, "id": draft.id, **parent}


def _of_files(plan: Plan, touched: list[Draft], cells: _Cells) -> Iterator[Problem]:
    """What reading the new files finds beside what the model refuses."""
    kinds = {draft.path: draft.kind for draft in touched}
    root = {rewrite.path.as_posix(): rewrite for rewrite in plan.rewrites}
    for path, kind in kinds.items():
        raw = next((item.after for name, item in root.items() if name.endswith(path)), b"")
        reading = file.read(kind, path, raw)
        yield from (cells.placed(item, reading.records) for item in reading.problems)


class _Cells:
    """Cells as the lines of what they say, so that every rule tells of them."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._drafts: dict[str, Draft] = {}
        self._origins: dict[tuple[str, str], Origin] = {}
        """Of each record of a file, by its id."""

    def origin(self, draft: Draft) -> Origin:
        """Where a record stands: its lines are the numbers of its cells."""
        self._drafts.setdefault(draft.path, draft)
        lines: dict[Loc, int] = {}
        body_line = FIRST
        for loc, spot in draft.spots.items():
            lines[(*draft.prefix, *loc)] = FIRST + len(self._spots) * STRIDE
            self._spots.append(spot)
        lines.setdefault(draft.prefix, FIRST + (len(self._spots) - 1) * STRIDE)
        body_line = lines.get(("\0body",), lines[draft.prefix])
        made = Origin(draft.path, lines, draft.prefix, {}, draft.body, body_line)
        self._origins[draft.path, draft.id] = made
        return made

    def placed(self, item: Problem, records: Iterable[file.Found]) -> Problem:
        """What is told of a line of a file, at the cell that says what stands there."""
        said = [
            (line, len(loc), record.id, loc[len(record.origin.prefix) :])
            for record in records
            for loc, line in _lines(record.origin)
            if line <= item.line
        ]
        _, _, id, loc = max(said, key=lambda one: one[:2], default=(0, 0, "", ()))
        origin = self._origins.get((item.path, id))
        return replace(item, line=origin.line(loc)) if origin else item

    def tell(self, plan: Plan, item: Problem, site: Site) -> None:
        """Tell of a problem at its cell, or else where it is."""
        is_error = item.severity(site.profile.stopping) is Severity.ERROR
        if item.line >= FIRST:
            spot = self._spots[(item.line - FIRST) // STRIDE]
        elif item.path in self._drafts and not self._drafts[item.path].kind.list_key:
            spot = self._drafts[item.path].spot()
        else:
            plan.elsewhere.append(item)
            return
        if item.code == "V06c" and any(_is_at(known, spot) for known in plan.complaints):
            return  # what the cell says was not clear: it is not missing
        if spot.title and "field" in item.values:
            item = replace(item, values={**item.values, "field": spot.title})
        fields = controls(self._drafts[item.path].kind.model)
        words, remedy = form_words.told(item, fields)
        if in_cell := IN_CELLS.get(item.code):
            words, remedy = (text.format_map(item.values) for text in in_cell)
        plan.complaints.append(Complaint(spot.sheet, spot.coordinate, words, remedy, is_error))


def _lines(origin: Origin) -> Iterator[tuple[Loc, int]]:
    """The values of a record in its file, each with its line; an article's text, too."""
    depth = len(origin.prefix)
    yield from ((loc, n) for loc, n in origin.lines.items() if loc[:depth] == origin.prefix)
    if origin.body:
        yield (BODY,), origin.body_line


def _is_at(complaint: Complaint, spot: Spot) -> bool:
    return (complaint.sheet, complaint.coordinate) == (spot.sheet, spot.coordinate)
