"""A workbook at the desk: what it would change is shown, and written as a whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property

from markupsafe import Markup

from campaign.desk import finding
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.documents.import_views import (
    EXCEL,
    IMPORTED,
    CellView,
    ExcelView,
    ImportedView,
)
from campaign.desk.documents.parcels import Parcel
from campaign.desk.page_views import CardView
from campaign.desk.rendering import render
from campaign.importing.excel.columns import form
from campaign.importing.excel.drafts import Draft
from campaign.importing.excel.grid import Book
from campaign.importing.excel.marked import marked
from campaign.importing.excel.plan import Plan, planned
from campaign.importing.excel.tables import Complaint
from campaign.importing.excel.telling import alike, changed, named, places
from campaign.kinds import BY_NAME, KINDS
from campaign.privacy.personal import masked
from campaign.problems import Problem, Severity
from campaign.writing import files

WRITE = "write"
CHANGED_MEANWHILE = "您看的时候，有人改了同样的内容，所以没有写。下面是重新比对的结果，请再看一遍。"
NOT_WRITTEN = "没有写成：{}。请检查磁盘，再按一次。"
WRITTEN = "已写入：新增 {} 条，改动 {} 条。"
MARK = "标注"
Said = Mapping[str, str]


class ExcelImport:
    """A workbook that somebody has brought, and what they say of it."""

    def __init__(self, desk: Desk, parcel: Parcel, book: Book, said: Said) -> None:
        self._desk, self._parcel, self._book, self._said = desk, parcel, book, said
        self._kind = BY_NAME.get(said.get("kind", ""))

    @cached_property
    def plan(self) -> Plan:
        """What the workbook would change now."""
        kinds = [self._kind] if self._kind else KINDS
        root, site = self._desk.resident.root, self._desk.site
        self._desk.known()  # every problem that is there already
        return planned(
            root, site, self._desk.resident.problems, self._book, [form(kind) for kind in kinds]
        )

    def answer(self) -> Markup:
        """The page: of what would be written, or of what has been."""
        if self._said.get("do") != WRITE or self._is_stopped or not self.plan.rewrites:
            return self._page([])
        if self._said.get("seen") != self._seen:
            return self._page([CHANGED_MEANWHILE])
        try:
            files.write(self.plan.rewrites)
        except files.Conflict:
            self.__dict__.pop("plan")
            return self._page([CHANGED_MEANWHILE])
        except OSError as error:
            return self._page([NOT_WRITTEN.format(error.strerror)])
        return self._noted()

    def marked(self) -> bytes:
        """The workbook with its cells marked that are not right."""
        return marked(self._parcel.path, self.plan.complaints)

    @property
    def marked_name(self) -> str:
        path = self._parcel.path
        return f"{path.stem}-{MARK}{path.suffix}"

    @property
    def _marked(self) -> str:
        kind = f"?kind={self._kind.name}" if self._kind else ""
        return f"{PREFIX}import/{self._parcel.key}/marked{kind}"

    @property
    def _is_stopped(self) -> bool:
        return self.plan.is_stopped(self._desk.site.profile.stopping)

    @property
    def _seen(self) -> str:
        """A mark of everything that would be written."""
        found = hashlib.sha256()
        for rewrite in self.plan.rewrites:
            for part in (str(rewrite.path).encode(), rewrite.before or b"", rewrite.after):
                found.update(len(part).to_bytes(8, "big") + part)
        return found.hexdigest()

    def _noted(self) -> Markup:
        """Write it into the history, read it again, and show where it can be looked at."""
        root, plan = self._desk.resident.root, self.plan
        paths = [rewrite.path.relative_to(root).as_posix() for rewrite in plan.rewrites]
        words = WRITTEN.format(len(plan.new), len(plan.changed))
        subject = (
            f"从 Excel 导入 {masked(self._parcel.name)}：{words.partition('：')[2].rstrip('。')}"
        )
        lines = [*map(named, plan.new), *map(named, plan.changed)]
        words += "".join(self._desk.write_down(paths, subject, "\n".join(lines)))
        self._desk.changed(paths)
        self._desk.parcels.drop(self._parcel.key)
        cards = [_card(draft, "新增") for draft in plan.new]
        cards += [_card(draft, "改动") for draft in plan.changed]
        view: ImportedView = {"words": words, "cards": cards, "begun": len(plan.begun)}
        return render(IMPORTED, view)

    def _page(self, faults: list[str]) -> Markup:
        plan = self.plan
        view: ExcelView = {
            "token": self._desk.token,
            "name": self._parcel.name,
            "faults": faults,
            "kinds": [
                {"value": kind.name, "label": kind.label, "is_chosen": kind is self._kind}
                for kind in KINDS
            ],
            "new": [named(draft) for draft in plan.new],
            "changed": [
                {"name": named(draft), "lines": list(changed(draft))} for draft in plan.changed
            ],
            "unchanged": len(plan.unchanged),
            "begun": len(plan.begun),
            "wrong": _cells(item for item in plan.complaints if item.is_error),
            "doubtful": _cells(item for item in plan.complaints if not item.is_error),
            "elsewhere": [self._elsewhere(problem) for problem in plan.elsewhere],
            "marked": self._marked if plan.complaints else "",
            "is_stopped": self._is_stopped,
            "seen": self._seen if plan.rewrites else "",
        }
        return render(EXCEL, view)

    def _elsewhere(self, found: Problem) -> CellView:
        is_error = found.severity(self._desk.site.profile.stopping) is Severity.ERROR
        return {
            "grade": "error" if is_error else "warning",
            "where": found.path,
            "words": found.message(),
            "remedy": found.remedy(),
        }


def _cells(complaints: Iterable[Complaint]) -> list[CellView]:
    """What is wrong with cells."""
    return [
        {
            "grade": "error" if same[0].is_error else "warning",
            "where": places(same, " "),
            "words": same[0].words,
            "remedy": same[0].remedy,
        }
        for same in alike(complaints)
    ]


def _card(draft: Draft, tag: str) -> CardView:
    name = str(draft.data.get("name") or draft.data.get("title") or draft.id)
    url = finding.url_of(draft.kind.name, draft.id)
    return {"name": name, "url": url, "tag": tag, "words": f"{draft.kind.label} {draft.id}"}
