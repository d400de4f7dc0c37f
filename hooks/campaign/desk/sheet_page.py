"""The page with a record in its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from campaign.desk import openable, reach
from campaign.desk.desk import PREFIX
from campaign.desk.editing import BODY
from campaign.desk.forms import LINE, Form
from campaign.desk.names import SiteNames, called
from campaign.desk.page_views import (
    SHEET,
    ActionView,
    ChoicesView,
    ChoiceView,
    ClashView,
    ElsewhereView,
    SheetView,
)
from campaign.desk.photos.photo_form import form_of
from campaign.desk.rendering import render
from campaign.desk.saving import UNANSWERED, Outcome, passing_words
from campaign.desk.sheet import Sheet, said_of, shown_body, title_of
from campaign.desk.steps import BACK, DRAFT, HAND_IN, PASS, SAVE
from campaign.desk.versions.ledger import Person
from campaign.desk.versions.photo_lists import Clash
from campaign.desk.views import (
    ProblemView,
)
from campaign.kinds import PROFILES
from campaign.model import form_words
from campaign.model.controls import Control, Sort, controls
from campaign.model.walk import Loc
from campaign.problems import Problem

STATUS_WORDS = {"draft": "草稿", "review": "审核中", "archived": "已归档"}


def page(outcome: Outcome, person: Person | None, key: str, shows_problems: bool) -> Markup:
    """The form with what is wrong with it."""
    sheet = outcome.sheet
    found = sheet.own() if shows_problems else {}
    told = {loc: [view(sheet, item) for item in items] for loc, items in found.items()}
    form = filled_form(sheet, told)
    elsewhere = sheet.elsewhere() if shows_problems else []
    values: SheetView = {
        "title": title(sheet),
        "status": STATUS_WORDS.get(str(sheet.data.get("status")), "已发布"),
        "notices": [*outcome.notices, *cautions(sheet, person)],
        "faults": outcome.faults,
        "unplaced": _unplaced(told, form),
        "token": sheet.desk.token,
        "stamp": sheet.desk.stamp(sheet.base.raw),
        "key": key,
        "asks_id": sheet.base.is_new,
        "id": sheet.field("id"),
        "fields": form.html,
        "has_body": sheet.base.kind.is_entry,
        "body": shown_body(sheet.body),
        "body_rows": max(16, min(40, len(sheet.body) // LINE)),
        "body_problems": told.get((BODY,), []),
        "reach": reach.part(sheet, key),
        "clashes": list(_clashes(outcome)),
        "elsewhere": [elsewhere_view(sheet, item) for item in elsewhere],
        "must_agree": outcome.must_agree,
        "actions": actions(sheet, person),
        "choices": list(_choices(sheet, form)),
        "address": f"{PREFIX}blank",
        "public": "" if sheet.base.is_new else public(sheet),
        "review": "" if sheet.base.is_new else way(sheet, "review"),
        "history": "" if sheet.base.is_new else way(sheet, "history"),
        "removal": way(sheet, "remove") if is_removable(sheet) else "",
    }
    return render(SHEET, values)


class FilledForm(NamedTuple):
    """The fields of a form, and what is known of them."""

    html: Markup
    form: Form


def filled_form(sheet: Sheet, told: dict[Loc, list[ProblemView]]) -> FilledForm:
    """The fields with what the form says; each problem goes to a field that is there."""
    controls, data = sheet.base.controls, sheet.data
    continued = sheet.base.kind if sheet.base.raw is not None else None
    known = form_of(sheet, continued=continued)
    if told:
        known.record(controls, data)
    placed: dict[Loc, list[ProblemView]] = {}
    for loc, views in told.items():
        placed.setdefault(known.nearest(loc), []).extend(views)
    form = form_of(sheet, placed, sheet.tokens, continued)
    return FilledForm(form.record(controls, data), form)


def view(sheet: Sheet, found: Problem) -> ProblemView:
    """A problem as the form tells it: fields have the names that the form gives them."""
    loc, fields = sheet.unsaved.loc(found) or (), sheet.base.controls
    message, remedy = form_words.told(found, fields, loc)
    if loc and (title := title_at(fields, loc)):
        texts = (text.replace(f"“{loc[-1]}”", f"“{title}”") for text in (message, remedy))
        message, remedy = (text.replace(f"“{title}”（{title}）", f"“{title}”") for text in texts)
    return {"grade": sheet.severity(found).value, "message": message, "remedy": remedy}


def title_at(controls: Iterable[Control], loc: Loc) -> str:
    """What the field at a place is called; nothing where there is none."""
    title = ""
    for step in (step for step in loc if isinstance(step, str)):
        found = next((control for control in controls if control.key == step), None)
        if found is None:
            return ""
        title = found.title
        inner = found.item if found.sort is Sort.LIST else found
        controls = inner.inside
    return title


def elsewhere_view(sheet: Sheet, found: Problem) -> ElsewhereView:
    """A problem of another record."""
    site = sheet.desk.site
    known = (key for key, origin in site.origins.items() if origin.path == found.path)
    holder = openable.holder(site, found.path) or next(known, None)
    record = site.kind(holder[0]).get(holder[1]) if holder else None
    own = openable.name_of(site, *holder) if holder else ""
    kind = openable.OPENABLE.get(holder[0]) if holder else None
    fields = controls(kind.model) if kind else ()
    message, remedy = form_words.told(found, fields)
    return {
        "grade": sheet.severity(found).value,
        "message": message,
        "remedy": remedy,
        "where": own or (called(site, record) if record else found.path),
        "url": f"{PREFIX}edit/{holder[0]}/{holder[1]}" if holder else "",
    }


def _unplaced(told: dict[Loc, list[ProblemView]], form: FilledForm) -> list[ProblemView]:
    """Problems for which the form has no field."""
    lost = (loc for loc in told if not form.form.nearest(loc) and loc != (BODY,))
    return [item for loc in lost for item in told[loc]]


def _clashes(outcome: Outcome) -> Iterator[ClashView]:
    """What is asked about two sides: anew, or once more with the answers that are there."""
    sheet = outcome.sheet
    if outcome.clashes:
        yield from (_clash(sheet, clash) for clash in outcome.clashes)
        return
    for clash in sheet.clashes:
        answer = sheet.answer(clash.key)
        problem = "" if answer or not outcome.faults else UNANSWERED
        yield {**_clash(sheet, clash), "picked": answer, "problem": problem}


def _clash(sheet: Sheet, clash: Clash) -> ClashView:
    return {
        "key": clash.key,
        "title": title_of(sheet.base, clash.key),
        "theirs": said_of(sheet.base, clash.key, clash.theirs, sheet.names),
        "ours": said_of(sheet.base, clash.key, clash.ours, sheet.names),
        "picked": "",
        "problem": "",
    }


def _choices(sheet: Sheet, form: FilledForm) -> Iterable[ChoicesView]:
    """What the fields of a form may name."""
    for kind in sorted(form.form.named):
        yield {"id": f"all-{kind}", "choices": offered(sheet.names, kind)}


def offered(names: SiteNames, kind: str) -> list[ChoiceView]:
    """What a reference to a kind may name, as its field is filled in."""
    return [
        {
            "value": f"{item.name}（{item.id}）" if item.name != item.id else item.id,
            "hint": item.hint,
        }
        for item in names.choices(kind)
    ]


def title(sheet: Sheet) -> str:
    """What a form is about."""
    kind = sheet.base.kind
    if own := openable.name_of(sheet.desk.site, kind.name, sheet.base.id):
        return own
    if sheet.base.is_new:
        return f"新增{kind.label}"
    record = sheet.desk.site.kind(kind.name).get(sheet.base.id)
    written = sheet.data.get("name") or sheet.data.get("title") or sheet.base.id
    return called(sheet.desk.site, record) if record else str(written)


def is_of_site(sheet: Sheet) -> bool:
    """Whether it is about the site itself: its settings, a deployment, a page."""
    return sheet.base.kind.name in openable.OF_THE_SITE


def is_removable(sheet: Sheet) -> bool:
    return not sheet.base.is_new and openable.may_be_removed(sheet.base.kind)


def public(sheet: Sheet) -> str:
    """Where the preview shows it as it is saved; nothing where it shows it nowhere."""
    site, base = sheet.desk.site, sheet.base
    record = site.kind(base.kind.name).get(base.id)
    if record is None and not is_of_site(sheet):
        return ""
    place = openable.address(base.kind, base.id, record)
    return "" if place is None else f"/{place}"


def cautions(sheet: Sheet, person: Person | None) -> Iterator[str]:
    """What whoever opens it has to know before anything is changed."""
    if sheet.base.kind is PROFILES:
        yield openable.WARNING
        if refusal := openable.why_not(PROFILES, person):
            yield refusal


def way(sheet: Sheet, what: str) -> str:
    return f"{PREFIX}{what}/{sheet.base.kind.name}/{sheet.base.id}"


def actions(sheet: Sheet, person: Person | None) -> list[ActionView]:
    """What can be done with a form, what is done most first."""
    if openable.why_not(sheet.base.kind, person):
        return []
    status = str(sheet.data.get("status") or "published")
    if not sheet.base.kind.is_reviewed:
        is_draft = status == "draft" and not is_of_site(sheet)
        return _actions((SAVE, "存草稿" if is_draft else "保存"))
    if status == "draft":
        return _actions((DRAFT, "存草稿"), (HAND_IN, "交稿"))
    if status == "review":
        words = passing_words(person, sheet.data)
        passing = [(PASS, words)] if words else []
        return _actions(*passing, (SAVE, "保存"), (BACK, "退回草稿"))
    return _actions((SAVE, "保存"))


def _actions(*found: tuple[str, str]) -> list[ActionView]:
    return [
        {"do": do, "label": label, "is_main": index == 0} for index, (do, label) in enumerate(found)
    ]
