"""The addresses of what helps to write: choices for texts and fields, pastes, files."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute

from campaign.desk import insertions, pasting, sheet_page
from campaign.desk.answering import Answering
from campaign.desk.desk import PREFIX
from campaign.desk.documents import imports
from campaign.desk.names import SiteNames
from campaign.desk.page_views import Way
from campaign.desk.sheet import Pairs
from campaign.desk.uploads import uploads

WAY: Way = {"name": "导入", "url": f"{PREFIX}import"}


def routes(answering: Answering) -> list[BaseRoute]:
    """The routes of what helps to write."""
    desk, route = answering.desk, answering.route

    def shown(found: Markup | str) -> Response:
        if isinstance(found, Markup):
            return answering.page("导入", found, WAY)
        return RedirectResponse(found, 303)

    def choices(request: Request, _: Pairs) -> Response:
        asked = request.query_params
        what, question, on = request.path_params["what"], asked.get("q", ""), asked.get("on", "")
        return JSONResponse(insertions.found(desk, what, question, on))

    def offered(request: Request, _: Pairs) -> Response:
        kind = request.path_params["kind"]
        return JSONResponse(sheet_page.offered(SiteNames(desk.site), kind))

    def bring(request: Request, _: Pairs) -> Response:
        if request.method != "POST":
            return shown(imports.page(desk))
        file = next(iter(uploads(request)), None)
        return shown(imports.brought(desk, file) if file else imports.page(desk, imports.NONE))

    def look(request: Request, pairs: Pairs) -> Response:
        return shown(imports.looked_at(desk, request.path_params["key"], pairs))

    def marked(request: Request, _: Pairs) -> Response:
        kind = request.query_params.get("kind", "")
        return imports.marked(desk, request.path_params["key"], kind)

    def table(request: Request, _: Pairs) -> Response:
        return imports.table(desk, request.path_params["kind"], "form" in request.query_params)

    return [
        route("insertions/{what}", choices),
        route("choices/{kind}", offered),
        route("paste", lambda _, pairs: JSONResponse(pasting.pasted(pairs))),
        route("import", bring),
        route("import/{key}", look),
        route("import/{key}/marked", marked),
        route("table/{kind}", table),
    ]
