"""The desk's addresses, and what each answers."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute

from campaign.desk import editing, finding, live, past, sheet_page, start, writing_aids
from campaign.desk.answering import GONE, Answering
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.handing_in import waiting
from campaign.desk.handing_in.exchange_web import ExchangeWeb
from campaign.desk.names import SiteNames
from campaign.desk.openable import OPENABLE, begun, label_of
from campaign.desk.page_views import (
    WHO,
    Way,
    WhoView,
)
from campaign.desk.photos import retouching, taking_in
from campaign.desk.photos.thumbnails import Thumbnails
from campaign.desk.rendering import render
from campaign.desk.saving import KEEPING, SAID, SAVED, Outcome, keep, meant
from campaign.desk.sheet import MOVES, Pairs, Sheet
from campaign.desk.uploads import uploads
from campaign.desk.versions.ledger import ROLES, Person
from campaign.kinds import SETTINGS
from campaign.kinds.kind import Kind
from campaign.serve.app import response

HERE = Path(__file__).parent
SCRIPTS = HERE / "scripts"
TOKENS = HERE.parents[1] / "theme/css/00-tokens.css"
DARK = '[data-md-color-scheme="slate"]'
"""Where the site's styles say its dark colours."""
TAKE = "take"
"""What a form is sent for that brings photos."""
LIVE = "x-desk-live"
"""The header of a request that a script makes while somebody types."""
UNNAMED = "姓名和单位都要填写。"


class Web:
    """A desk as a part of the preview's server."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.answering = Answering(desk)
        self.thumbnails = Thumbnails(desk.resident.root)

    def routes(self) -> list[BaseRoute]:
        return [
            self.answering.route("", self._start),
            self.answering.route("find", self._find),
            self.answering.route("all/{kind}", self._all),
            self.answering.route("who", self._who),
            self.answering.route("new/{kind}", self._edit),
            self.answering.route("edit/{kind}/{id:path}", self._edit),
            self.answering.route("history/{kind}/{id:path}", self._history),
            self.answering.route("remove/{kind}/{id:path}", self._remove),
            self.answering.route("as-if/{key}/{path:path}", self._as_if),
            *ExchangeWeb(self.answering).routes(),
            self.answering.route("blank", self._blank),
            self.answering.route("photo/{longest:int}/{id:path}", self._photo),
            *writing_aids.routes(self.answering),
            self.answering.route("scripts/{name}", self._module),
            self.answering.route("desk.css", self._style),
            self.answering.route("desk.js", self._script),
        ]

    # Pages

    def _start(self, request: Request, _: Pairs) -> Response:
        if self.desk.ledger.person() is None and not self.desk.ledger.why_not():
            return RedirectResponse(f"{PREFIX}who", 303)
        notice = SAID.get(request.query_params.get("said", ""), "")
        return self.answering.page("编辑台", start.page(self.desk, notice))

    def _find(self, request: Request, _: Pairs) -> Response:
        body = finding.page(self.desk.site, request.query_params.get("q", ""))
        return self.answering.page("查找", body, {"name": "查找", "url": f"{PREFIX}find"})

    def _all(self, request: Request, _: Pairs) -> Response:
        kind = OPENABLE[request.path_params["kind"]]
        body = finding.all_of(self.desk.site, kind)
        label = label_of(kind)
        return self.answering.page(label, body, _way_to(kind.name, label))

    def _who(self, request: Request, pairs: Pairs) -> Response:
        fault = ""
        if request.method == "POST":
            given = {key: text.strip() for key, text in pairs}
            role = given.get("role", "") if given.get("role") in ROLES else "editor"
            person = Person(given.get("name", ""), given.get("unit", ""), role)
            if person.name and person.unit and self.desk.ledger.introduce(person):
                return RedirectResponse(PREFIX, 303)
            fault = self.desk.ledger.why_not() or UNNAMED
        known = self.desk.ledger.person() or Person("", "", "editor")
        view: WhoView = {
            "token": self.desk.token,
            "name": known.name,
            "unit": known.unit,
            "fault": fault,
            "roles": [
                {"value": role, "label": label, "is_chosen": role == known.role}
                for role, label in ROLES.items()
            ],
        }
        return self.answering.page("谁在编辑", render(WHO, view))

    # A record in its form

    def _edit(self, request: Request, pairs: Pairs) -> Response:
        kind = OPENABLE[request.path_params["kind"]]
        id = request.path_params.get("id", "")
        if not id and not begun(kind.name):
            raise KeyError(kind.name)
        base = editing.opened(self.desk.site, kind.name, id) if id else editing.begun(kind)
        sheet = Sheet(self.desk, base, pairs, bool(pairs))
        if not pairs:
            said = request.query_params.get("said", "")
            notices = self.desk.told(kind.name, id)
            notices += [SAID.get(said, SAVED)] if said else []
            notices += waiting.note_on(self.desk, kind.name, id)
            return self._sheet(Outcome(sheet, notices=notices), secrets.token_urlsafe(8), bool(id))
        if (raw := self.desk.stamped(sheet.field("stamp"))) and id:
            sheet.base = editing.of_bytes(kind, id, base.path, raw)
        do, key = sheet.field("do"), sheet.field("key")
        if request.headers.get(LIVE):
            return JSONResponse(live.told(sheet, do, key))
        if do in KEEPING and taking_in.is_forgotten(pairs):
            forgotten = Outcome(sheet.relisted(""), faults=[taking_in.FORGOTTEN])
            return self._sheet(forgotten, key, False)
        if do in KEEPING:
            return self._kept(keep(sheet, do, self.desk.ledger.person()), key, do)
        what, _, name = do.partition(" ")
        if do == TAKE:
            return self._sheet(taking_in.taken_in(sheet, uploads(request)), key, False)
        if what in retouching.DOES:
            return self._sheet(retouching.changed(sheet, what, name), key, False)
        if what in ("add", "remove", *MOVES):
            return self._sheet(Outcome(sheet.relisted(do)), key, False)
        return self._sheet(Outcome(sheet), key, True)

    def _kept(self, outcome: Outcome, key: str, do: str) -> Response:
        if outcome.kept is None:
            return self._sheet(outcome, key, True)
        found = outcome.kept
        said = outcome.said or meant(found.kind, do)
        way = f"{PREFIX}edit/{found.kind.name}/{found.id}?said={said}"
        return RedirectResponse(way, 303)

    def _sheet(self, outcome: Outcome, key: str, shows_problems: bool) -> Response:
        person, kind = self.desk.ledger.person(), outcome.sheet.base.kind
        body = sheet_page.page(outcome, person, key, shows_problems)
        title = sheet_page.title(outcome.sheet)
        return self.answering.page(title, body, *_way_back(kind))

    def _as_if(self, request: Request, _: Pairs) -> Response:
        site_map = self.desk.map_of(request.path_params["key"])
        if site_map is None:
            return self.answering.told("没有预览", "这个预览太旧了，请回到表单再写几个字。", 404)
        found = self.desk.resident.answer_from(site_map, request.path_params["path"])
        if (page := self.desk.page_at(request.url.path)) is not None:
            found = replace(found, data=page.encode())
        made = response(found)
        made.headers["Content-Security-Policy"] = "frame-ancestors 'self'"
        return made

    def _blank(self, _: Request, __: Pairs) -> Response:
        page = Markup('<!doctype html><html lang="zh"><title>预览</title><body></body></html>')
        headers = {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'self'"}
        return HTMLResponse(page, headers=headers)

    # A record's past and its end

    def _history(self, request: Request, pairs: Pairs) -> Response:
        kind, id = OPENABLE[request.path_params["kind"]], request.path_params["id"]
        return self._past(past.history(self.desk, kind, id, pairs), kind.name, id)

    def _remove(self, request: Request, pairs: Pairs) -> Response:
        kind, id = OPENABLE[request.path_params["kind"]], request.path_params["id"]
        return self._past(past.removal(self.desk, kind, id, pairs), kind.name, id)

    def _past(self, found: Markup | str, name: str, id: str) -> Response:
        if not isinstance(found, Markup):
            return RedirectResponse(found, 303)
        title = SiteNames(self.desk.site).name(name, id) or id
        here: Way = {"name": title, "url": f"{PREFIX}edit/{name}/{id}"}
        return self.answering.page(title, found, *_way_back(OPENABLE[name]), here)

    # Files

    def _photo(self, request: Request, _: Pairs) -> Response:
        given = request.path_params
        small = self.thumbnails.get(given["id"], given["longest"])
        if small is None:
            return self.answering.told("找不到", GONE, 404)
        return Response(small, media_type="image/jpeg")

    def _style(self, _: Request, __: Pairs) -> Response:
        tokens = TOKENS.read_text("utf-8")
        text = tokens + _by_the_device(tokens) + _joined("*.css")
        return Response(text, media_type="text/css; charset=utf-8")

    def _module(self, request: Request, _: Pairs) -> Response:
        known = {path.name: path for path in SCRIPTS.glob("*.js")}
        text = known[request.path_params["name"]].read_text("utf-8")
        return Response(text, media_type="text/javascript; charset=utf-8")

    def _script(self, _: Request, __: Pairs) -> Response:
        return Response(_joined("*.js"), media_type="text/javascript; charset=utf-8")


def _joined(pattern: str) -> str:
    """The desk's files of one sort as one, in the order of their names."""
    return "\n".join(path.read_text("utf-8") for path in sorted(HERE.glob(pattern)))


def _by_the_device(tokens: str) -> str:
    """The site's dark colours, which the desk takes from the device and not from a switch."""
    colours = tokens.split(f"{DARK} {{", 1)[1].split("}", 1)[0]
    return f"@media (prefers-color-scheme: dark) {{ :root {{{colours}}} }}\n"


def _way_back(kind: Kind[Any]) -> list[Way]:
    """The way to all of a kind; what there is one of stands behind the first page at once."""
    return [] if kind is SETTINGS else [_way_to(kind.name, label_of(kind))]


def _way_to(name: str, label: str) -> Way:
    return {"name": label, "url": f"{PREFIX}all/{name}"}
