"""What becomes of a form that is sent to be kept: refused, asked about, or written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from campaign.desk import editing, openable, steps
from campaign.desk.desk import Desk
from campaign.desk.editing import Edited
from campaign.desk.handing_in import sharing
from campaign.desk.meanwhile import Over, on_its_way, over, over_now, where_it_was
from campaign.desk.photos import beside
from campaign.desk.sheet import Sheet
from campaign.desk.steps import (
    BACK,
    DRAFT,
    FINISHED,
    HAND_IN,
    HANDED,
    PASS,
    PUBLISHED,
    SAVE,
    WORDS,
    Step,
)
from campaign.desk.versions.ledger import ROLES, Person
from campaign.desk.versions.photo_lists import Clash
from campaign.kinds.kind import Kind
from campaign.model.base import ReviewRole
from campaign.problems import Severity
from campaign.writing.files import Conflict
from campaign.writing.splicing import Unreadable, Unsafe

KEEPING = frozenset({SAVE, DRAFT, HAND_IN, PASS, BACK})
"""What a form can be sent for that writes it."""
DECIDING = frozenset({PASS, BACK})
STRICT = frozenset({HAND_IN, PASS})
STATUS = {DRAFT: "draft", HAND_IN: "review", BACK: "draft"}
UNSAFE = "这个文件的写法特别，程序不敢改。请技术员手工修改：{}"
HINT = "还有错误，改好才能{}{}。"
DRAFT_FIRST, SAVE_FIRST = "；可以先存草稿", "；可以先保存"
FIX_FIRST = "还有错误，改好才能保存。"
UNREADABLE = "里面还有冲突标记，存了就读不出来。请先删去，再按一次。"
AGREE = "这样改会在别处引起问题，见下面。确定要改，请再按一次。"
NOT_SAVED = "没有存上：{}。请检查磁盘，再按一次。"
UNNOTED_REMOVAL = "removed-unnoted"
SAID = {
    HAND_IN: "已交稿。",
    PASS: "审核已记下。",
    PUBLISHED: "终审已通过，已经发布：网站会按现在的内容更新。",
    FINISHED: "终审已通过，状态改成了“已发布”。",
    BACK: "已退回。",
    UNNOTED_REMOVAL: "删去了，可是没有记进修改记录，送不出去。请技术员看一看，把这次删除提交。",
}
RAW = (
    "有人直接在文件夹里换过照片：{}。所以没有保存，也没有记进修改记录。"
    "请把换上的那个文件挪到别处，用“加照片”加进来，会自动清理；再把这里旧的一张“拿掉”。"
)
SAVED = "已保存。"
"""What the page says of a form that was kept."""
EARLIER = "还没有{}，不能{}。请等前面的审核。"
DONE = "现在等{}；{}已经通过。"
NO_REVIEWER = "审核由初审、复审、终审来做。"
NEVER_REVIEWED = "这一类内容不用审核，直接按“保存”。"
PASSED = "三审都已经通过，不用再{}。"
ERRORS = "网站内容里还有 {} 处错误，这时发布不了。请先按首页“问题”里列的改好。"
UNSAVED = "这些相册里有改动还没有保存，现在发布，网上会是改以前的样子：{}。请先打开相册按保存。"
SHOWS_UNSAVED = "用到的照片所在的相册还没有保存：{}。请先打开相册按保存，再交稿。"
UNANSWERED = "请选一边：用哪一种写法。"
UNDECIDED = "两边的写法还没有选完，所以没有保存。没有选的，列在下面。"


@dataclass
class Outcome:
    """What became of a form."""

    sheet: Sheet
    kept: Edited | None = None
    """The record as it was kept; nothing where the form is to be shown again."""
    faults: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    must_agree: bool = False
    said: str = ""
    """What is to be told of it: a key of `SAID`."""
    step: Step | None = None
    """What is still to be written, where nothing speaks against it."""


def keep(sheet: Sheet, do: str, person: Person | None, note: str = "") -> Outcome:
    """Keep what a form says, if nothing speaks against it; with what a reviewer notes."""
    outcome = _taken(judged(sheet, do, person, note))
    if kept := outcome.kept:
        sheet.desk.tell(kept.kind.name, kept.id, outcome.notices)
        return outcome
    return replace(outcome, sheet=where_it_was(outcome.sheet, sheet))


def meant(kind: Kind[Any], do: str) -> str:
    """What a form does: what has no reviews is saved, and that is all."""
    return do if kind.is_reviewed else SAVE


def judged(sheet: Sheet, do: str, person: Person | None, note: str = "") -> Outcome:
    """Whether a form can be kept, and by which step: nothing is written here."""
    if refusal := openable.why_not(sheet.base.kind, person):
        return Outcome(sheet, faults=[refusal])
    if not all(map(sheet.answer, sheet.asked)):
        return Outcome(sheet, faults=[UNDECIDED])
    if not sheet.base.kind.is_reviewed and do in DECIDING:
        return Outcome(sheet, faults=[NEVER_REVIEWED])
    do = meant(sheet.base.kind, do)
    if do == PASS:
        if why_not := _not_yet(sheet, person):
            return Outcome(sheet, faults=[why_not])
        sheet = _with_review(sheet, person)
    if do == BACK:  # whoever approved will see another text
        sheet = sheet.saying({key: it for key, it in sheet.data.items() if key != "review"})
    if do in STATUS:
        sheet = sheet.saying({**sheet.data, "status": STATUS[do]})
    if sheet.base.is_new:
        try:
            base = editing.named(
                sheet.desk.resident.root, sheet.desk.site, sheet.base.kind, sheet.id, sheet.data
            )
        except editing.BadName as error:
            sheet = sheet.saying(sheet.data, is_strict=do in STRICT)
            return Outcome(sheet, faults=[str(error)])
        sheet = sheet.saying(sheet.data, base=base)
        return _kept(sheet, do, note)
    said = sheet.data
    laid = over_now(sheet, do)
    sheet = laid.sheet
    outcome = _asked(laid) if laid.faults else _kept(sheet, do, note)
    outcome.notices += beside.overruled(sheet.base.path, said, sheet.data)
    return outcome


def _asked(laid: Over, notices: Sequence[str] = ()) -> Outcome:
    """A form over which others were quicker."""
    return Outcome(laid.sheet, faults=laid.faults, notices=[*notices], clashes=laid.clashes)


def _kept(sheet: Sheet, do: str, note: str) -> Outcome:
    if do in HANDED and (why_not := _shows_unsaved(sheet)):
        return Outcome(sheet, faults=[why_not])
    if raw := unclean(sheet.desk, sheet.base, sheet.data):
        return Outcome(sheet, faults=raw)
    return _refused(sheet, do) or _prepared(sheet, do, note)


def unclean(desk: Desk, base: Edited, data: Mapping[str, Any]) -> list[str]:
    """What is said of pictures that somebody laid into the folder past the intake."""
    return [RAW.format(words) for words in beside.unfit(desk, base, data)]


def _refused(sheet: Sheet, do: str) -> Outcome | None:
    """Why the form is shown again, if it has to be."""
    if not sheet.unsaved.can_be_read:
        return Outcome(sheet, faults=[UNREADABLE])
    if sheet.data.get("status") == "draft":
        return None
    sheet = sheet.saying(sheet.data, is_strict=do in STRICT)
    if sheet.has_errors():
        return Outcome(sheet, faults=[_fix_first(sheet, do)])
    if sheet.elsewhere() and not sheet.field("agreed"):
        return Outcome(sheet, faults=[AGREE], must_agree=True)
    return None


def _fix_first(sheet: Sheet, do: str) -> str:
    """What is said of errors: what they keep from being done, and what can be done all the same."""
    base = sheet.base
    if do == SAVE or not base.kind.is_reviewed:
        return FIX_FIRST
    if not base.data or base.data.get("status") == "draft":
        return HINT.format(WORDS[do], DRAFT_FIRST)
    saved = on_its_way(sheet.saying(sheet.data, is_strict=False), base.data, base)
    is_changed = (saved.data, saved.body) != (base.data, base.body)
    can_be_saved = is_changed and not saved.has_errors()
    return HINT.format(WORDS[do], SAVE_FIRST if can_be_saved else "")


def _prepared(sheet: Sheet, do: str, note: str) -> Outcome:
    """What is to be written, and handed in where that is meant."""
    root, base = sheet.desk.resident.root, sheet.base
    is_same = base.raw is not None and (sheet.data, sheet.body) == (base.data, base.body)
    is_written = not sheet.desk.ledger.unwritten(base.path) if is_same else False
    if is_written and not beside.waiting(sheet.desk, base):
        return Outcome(sheet, base)
    data = editing.complete(base, base.id, sheet.data)
    try:
        wanted = editing.rewrite(root, base, data, sheet.body)
    except (Unsafe, Unreadable):
        return Outcome(sheet, faults=[UNSAFE.format(base.path)])
    return Outcome(sheet, step=Step(sheet, data, wanted, do, note))


def _taken(outcome: Outcome) -> Outcome:
    """What became of a form of which the step is taken now, where there is one."""
    if outcome.step is None:
        return outcome
    sheet, base = outcome.sheet, outcome.sheet.base
    try:
        steps.take(outcome.step)
    except Conflict as error:
        now = editing.of_bytes(base.kind, base.id, base.path, error.theirs)
        return _asked(over(sheet, now, outcome.step.do), outcome.notices)
    except sharing.NotDone as error:
        return Outcome(sheet, faults=[str(error)], notices=outcome.notices)
    except OSError as error:
        words = NOT_SAVED.format(error.strerror)
        return Outcome(sheet, faults=[words], notices=outcome.notices)
    return replace(outcome, kept=outcome.step.kept, said=outcome.step.said, step=None)


def next_review(data: Mapping[str, Any]) -> ReviewRole | None:
    """The first of the three reviews that a record lacks."""
    done = {str(item.get("role")) for item in data.get("review") or [] if isinstance(item, dict)}
    return next((role for role in ReviewRole if role.value not in done), None)


def whose_turn(person: Person | None, data: Mapping[str, Any]) -> str:
    """Why the next review is not for whoever sits at the desk; nothing where it is."""
    wanted = next_review(data)
    role = person.role if person else ""
    if role not in set(ReviewRole):
        return NO_REVIEWER
    if wanted is None and role != ReviewRole.FINAL:
        return PASSED.format(ReviewRole(role).label)
    if wanted is None or role == wanted:
        return ""
    order = list(ReviewRole)
    is_done = order.index(ReviewRole(role)) < order.index(wanted)
    return (DONE if is_done else EARLIER).format(wanted.label, ROLES[role])


def _not_yet(sheet: Sheet, person: Person | None) -> str:
    """Why whoever sits at the desk cannot approve now."""
    if turn := whose_turn(person, sheet.data):
        return turn
    is_final = person is not None and person.role == ReviewRole.FINAL
    if not is_final or not sheet.desk.ledger.branches.is_used:
        return ""
    sheet.desk.known()
    others = (item for item in sheet.desk.resident.problems if item.path != sheet.base.path)
    count = sum(sheet.severity(item) is Severity.ERROR for item in others)
    return ERRORS.format(count) if count else unsaved_galleries(sheet.desk, sheet.base.path)


def unsaved_galleries(desk: Desk, own: str = "") -> str:
    """What is said where galleries, but for one's own, have changes that no save wrote down."""
    names = [name for name in beside.unsaved(desk) if name != PurePosixPath(own).parent.name]
    return UNSAVED.format("、".join(names)) if names else ""


def _shows_unsaved(sheet: Sheet) -> str:
    """What is said where a record that goes to others shows photos that do not go with it."""
    record = sheet.unsaved.record
    if record is None or not sheet.desk.ledger.branches.remote:
        return ""
    own = PurePosixPath(sheet.base.path).parent.name
    named = beside.named_by(sheet.unsaved.site, record) - {own}
    names = sorted(named & set(beside.unsaved(sheet.desk))) if named else []
    return SHOWS_UNSAVED.format("、".join(names)) if names else ""


def _with_review(sheet: Sheet, person: Person | None) -> Sheet:
    """The form with the review of whoever sits at the desk; the last one publishes."""
    if person is None or person.role not in set(ReviewRole):
        return sheet
    today = str(sheet.desk.site.present)
    review = {"role": person.role, "by": person.unit, "at": today}
    before = [item for item in sheet.data.get("review") or [] if item.get("role") != person.role]
    is_last = person.role == ReviewRole.FINAL
    status = "published" if is_last else str(sheet.data.get("status") or "review")
    return sheet.saying({**sheet.data, "review": [*before, review], "status": status})


def passing_words(person: Person | None, data: Mapping[str, Any]) -> str:
    """What the button says by which somebody approves; nothing for whose turn it is not."""
    if person is None or person.role != next_review(data):
        return ""
    more = "并发布" if person.role == ReviewRole.FINAL else ""
    return f"{ROLES[person.role]}通过{more}"
