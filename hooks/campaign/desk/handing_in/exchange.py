"""Pages on which work goes to others and theirs comes here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from campaign.desk import openable
from campaign.desk.desk import Desk
from campaign.desk.finding import card, card_of
from campaign.desk.handing_in import bundles, sharing
from campaign.desk.handing_in.changed_pictures import image
from campaign.desk.handing_in.exchange_views import (
    EXCHANGED,
    PUBLISHING,
    STICK,
    ExchangedView,
    PublishingView,
    QuestionView,
    StickView,
)
from campaign.desk.handing_in.marking import marked
from campaign.desk.handing_in.sharing import NotDone, Taken, Tip
from campaign.desk.handing_in.unpublished import HIDDEN, differences
from campaign.desk.handing_in.waiting import difference_card
from campaign.desk.names import SiteNames
from campaign.desk.page_views import CardView, SharingView
from campaign.desk.past import sheet_name
from campaign.desk.rendering import render
from campaign.desk.saving import ERRORS, UNANSWERED, unsaved_galleries
from campaign.desk.sheet import Pairs, said_of, title_of
from campaign.desk.versions.commits import changed_between
from campaign.desk.versions.merging import OURS, THEIRS, WHOLE, Question
from campaign.desk.versions.photo_lists import Clash
from campaign.desk.versions.pictures import State
from campaign.model.base import ReviewRole
from campaign.problems import Severity

ALONE = "稿子存在这台电脑上。"
UNSENT = "这台电脑上有 {} 次改动还没有送出去。"
SENT = "这台电脑上的改动都送出去了。"
NOTHING = "没有新的内容，已经是最新的。"
DONE = "送出去了。"
PUBLISHED = "已经发布：网站会按现在的内容更新。"
NOT_FINAL = "发布由终审来做。"
NOTHING_TO_PUBLISH = "没有要发布的改动。"
TAKEN = "{}已经收进来，有 {} 个文件更新了。"
AGREE = "下面几处，两边都改了。请一处一处选好，再按一次；选好以前什么也没有改。"
GONE = "（整条删去）"
OWN, OTHERS = "用这台电脑上的", "用对方的（{}）"
FETCHED, BROUGHT = "取回", "收进"
ANSWERS = {FETCHED: "fetch", BROUGHT: "stick/answers"}
"""Where it is answered which of two sides is meant, by what somebody did that asks for it."""
UNPICKED = "请选一边：用哪一张照片。"


def view(desk: Desk) -> SharingView | None:
    """What the first page says of it; nothing without a history."""
    ledger, branches = desk.ledger, desk.ledger.branches
    if ledger.why_not() or not ledger.git.tip("HEAD"):
        return None
    remote, person = branches.remote, ledger.person()
    count = _unsent(desk) if remote else 0
    is_final = person is not None and person.role == ReviewRole.FINAL
    return {
        "token": desk.token,
        "words": (UNSENT.format(count) if count else SENT) if remote else ALONE,
        "can_fetch": bool(remote),
        "can_send": bool(count),
        "can_publish": is_final and branches.is_used and _is_ahead(desk),
    }


def _unsent(desk: Desk) -> int:
    """How many changes of this machine nobody else can know of."""
    known = f"--remotes={desk.ledger.branches.remote}"
    told = desk.ledger.git.says_if("rev-list", "--count", "--no-merges", "HEAD", "--not", known)
    return int(told) if told.isdigit() else 0


def _is_ahead(desk: Desk) -> bool:
    git, published = desk.ledger.git, desk.ledger.branches.published
    return bool(published) and not git.is_behind("HEAD", published)


# Bringing in


def fetched(desk: Desk, pairs: Pairs) -> Markup:
    """Bring in what others handed in and what is published."""
    if "tip" in dict(pairs):
        return answered(desk, FETCHED, pairs)
    try:
        sharing.fetch(desk.ledger)
    except NotDone as error:
        return exchanged(desk, FETCHED, faults=[str(error)])
    return _brought(desk, FETCHED, list(sharing.coming(desk.ledger)), {})


def answered(desk: Desk, title: str, pairs: Pairs) -> Markup:
    """Bring in what is known already, as somebody has answered what was asked about it."""
    given = dict(pairs)
    picks = {key.removeprefix("pick!"): word for key, word in pairs if key.startswith("pick!")}
    is_as_shown = given.get("head") == desk.ledger.git.tip("HEAD")
    answers = {given.get("tip", ""): picks} if is_as_shown else {}
    return _brought(desk, title, list(sharing.coming(desk.ledger)), answers)


def taken_from(desk: Desk, file: Path) -> Markup:
    """Bring in the work in a file from a stick, and hand it on where there is somebody."""
    try:
        tips = bundles.take(desk.ledger, file)
    except NotDone as error:
        return exchanged(desk, BROUGHT, faults=[str(error)])
    here = [tip for tip in tips if not desk.ledger.git.is_behind(tip.commit, "HEAD")]
    return _brought(desk, BROUGHT, here, {})


def _brought(
    desk: Desk, title: str, tips: Iterable[Tip], answered: dict[str, dict[str, str]]
) -> Markup:
    """Bring states in, one behind the other, up to one about which somebody has to be asked."""
    notices, faults, cards = [], [], []
    stopped: Taken | None = None
    for tip in tips:
        taken = sharing.take_in(desk.ledger, tip, answered.get(tip.commit, {}))
        if taken.questions:
            stopped = taken
            break
        if taken.fault:
            faults.append(taken.fault)
        else:
            desk.changed(taken.paths)
            notices += [TAKEN.format(tip.words, len(taken.paths)), *taken.told]
            cards += _cards(desk, taken.paths)
    if stopped is None and not (notices or faults):
        notices.append(NOTHING)
    is_sent = stopped is not None and stopped.tip.commit in answered
    return exchanged(desk, title, notices, faults, cards, stopped, is_sent)


def _cards(desk: Desk, paths: Iterable[str]) -> list[CardView]:
    """The records of files that were brought in."""
    wanted = {path for path in paths if (kind := openable.kind_at(path)) and not kind.list_key}
    site = desk.site
    cards = [card(site, item) for item in site.written() if site.origin(item).path in wanted]
    return cards + [card_of(named) for named in openable.every(site) if named.path in wanted]


def exchanged(
    desk: Desk,
    title: str,
    notices: Iterable[str] = (),
    faults: Iterable[str] = (),
    cards: Iterable[CardView] = (),
    stopped: Taken | None = None,
    is_sent: bool = False,
) -> Markup:
    """What became of it; where somebody has sent answers, what is not answered yet."""
    asked = stopped.questions if stopped else []
    others = OTHERS.format(stopped.tip.words) if stopped else ""
    values: ExchangedView = {
        "title": title,
        "notices": list(notices),
        "faults": [*faults, *([AGREE] if stopped else [])],
        "cards": list(cards),
        "questions": [_question(desk, item, others, is_sent) for item in asked],
        "answers": ANSWERS.get(title, ""),
        "token": desk.token,
        "tip": stopped.tip.commit if stopped else "",
        "head": desk.ledger.git.tip("HEAD"),
    }
    return render(EXCHANGED, values)


def _question(desk: Desk, found: Question, others: str, is_sent: bool) -> QuestionView:
    record, clash = found.record, found.clash
    name, names = sheet_name(desk.site, record), SiteNames(desk.site)
    pictures = _pictures(clash)
    field = title_of(record, clash.key) if clash.key != WHOLE and not pictures else ""
    if pictures:
        field = PurePosixPath(record.path).name
        said = [clash.ours.words, clash.theirs.words]
    elif clash.key == WHOLE:
        said = [name if side else GONE for side in (clash.ours, clash.theirs)]
    else:
        said = [said_of(record, clash.key, side, names) for side in (clash.ours, clash.theirs)]
    theirs, ours = marked(said[1], said[0])
    sides = zip(((OURS, OWN, ours), (THEIRS, others, theirs)), pictures or ("", ""), strict=True)
    return {
        "name": f"pick!{found.name}",
        "title": f"{record.kind.label} {name}" + (f"：{field}" if field else ""),
        "is_pictured": bool(pictures),
        "sides": [
            {
                "key": key,
                "label": label,
                "words": words,
                "picture": picture,
                "is_picked": found.picked == key,
            }
            for (key, label, words), picture in sides
        ],
        "problem": (UNPICKED if pictures else UNANSWERED) if is_sent and not found.picked else "",
    }


def _pictures(clash: Clash) -> tuple[str, str] | None:
    """Both pictures of a question that is about one: ours, and theirs."""
    if not (isinstance(clash.theirs, State) and isinstance(clash.ours, State)):
        return None
    return image(clash.ours.data), image(clash.theirs.data)


# Handing in


def sent(desk: Desk) -> Markup:
    """Hand in what is written down already."""
    try:
        sharing.send(desk.ledger, publishes=False)
    except NotDone as error:
        return exchanged(desk, "送出", faults=[str(error)])
    return exchanged(desk, "送出", [DONE])


def publishing(desk: Desk, pairs: Pairs) -> Markup:
    """What would be published; or that it is."""
    faults = _not_published(desk)
    if ("sure", "yes") in pairs and not faults:
        try:
            sharing.send(desk.ledger, publishes=True)
            return exchanged(desk, "发布", [PUBLISHED])
        except NotDone as error:
            faults = [str(error)]
    changed = differences(desk) if _is_ahead(desk) else []
    shown = [item for item in changed if item.status not in HIDDEN]
    values: PublishingView = {
        "token": "" if faults else desk.token,
        "faults": faults,
        "cards": [difference_card(desk, item) for item in shown],
        "files": len(_other_files(desk)),
        "hidden": len(changed) - len(shown),
    }
    return render(PUBLISHING, values)


def _not_published(desk: Desk) -> list[str]:
    """Why nothing can be published now."""
    person = desk.ledger.person()
    if person is None or person.role != ReviewRole.FINAL:
        return [NOT_FINAL]
    if not _is_ahead(desk):
        return [NOTHING_TO_PUBLISH]
    desk.known()
    stopping = desk.site.profile.stopping
    grave = [item.severity(stopping) is Severity.ERROR for item in desk.resident.problems]
    if any(grave):
        return [ERRORS.format(sum(grave))]
    unsaved = unsaved_galleries(desk)
    return [unsaved] if unsaved else []


def _other_files(desk: Desk) -> list[str]:
    """Files that would be published and hold no records, such as photos."""
    ledger = desk.ledger
    if not ledger.branches.published:
        return []
    names = changed_between(ledger.git, ledger.branches.published, "HEAD")
    return [name for name in names if openable.kind_at(name) is None]


def stick(desk: Desk, faults: Iterable[str] = ()) -> Markup:
    """The page of what goes and comes on a memory stick."""
    values: StickView = {"token": desk.token, "faults": list(faults)}
    return render(STICK, values)
