"""The addresses of reviews and of the exchange between machines."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO
from urllib.parse import quote

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from campaign.desk import editing
from campaign.desk.answering import Answer, Answering
from campaign.desk.desk import PREFIX
from campaign.desk.guard import guarded
from campaign.desk.handing_in import bundles, exchange, review, several, waiting
from campaign.desk.handing_in.sharing import NotDone
from campaign.desk.openable import OPENABLE
from campaign.desk.page_views import Way
from campaign.desk.past import sheet_name
from campaign.desk.sheet import Pairs

ROOM = 64 * 1024
"""What a form has besides the file in it."""
NO_FILE = "请先选 U 盘上的文件。"


class ExchangeWeb:
    """The part of a desk that knows of other machines."""

    def __init__(self, answering: Answering) -> None:
        self.answering = answering
        self.desk = answering.desk

    def routes(self) -> list[BaseRoute]:
        route = self.answering.route
        return [
            route("waiting/{key}", self._waiting),
            route("review/{kind}/{id:path}", self._review),
            route("fetch", self._fetch),
            route("send", self._send),
            route("publish", self._publish),
            route("stick", self._stick),
            route("stick/out", self._out),
            route("stick/answers", self._answers),
            Route(f"{PREFIX}stick/in", guarded(self._in), methods=["POST"]),
        ]

    def _waiting(self, request: Request, pairs: Pairs) -> Response:
        key = request.path_params["key"]
        title = waiting.TITLES[key]
        is_drafts = key == waiting.DRAFTS
        body = several.page(self.desk, pairs) if is_drafts else waiting.whole(self.desk, key)
        return self.answering.page(title, body, _way(title, f"waiting/{key}"))

    def _review(self, request: Request, pairs: Pairs) -> Response:
        kind, id = OPENABLE[request.path_params["kind"]], request.path_params["id"]
        found = review.page(self.desk, kind, id, pairs)
        if not isinstance(found, Markup):
            return RedirectResponse(found, 303)
        title = sheet_name(self.desk.site, editing.opened(self.desk.site, kind.name, id))
        return self.answering.page(title, found, _way("审核", "waiting/review"))

    # Each of these changes something, and is sent for; looked at, they lead to the first page

    def _fetch(self, request: Request, pairs: Pairs) -> Response:
        if request.method != "POST":
            return RedirectResponse(PREFIX, 303)
        return self._exchanged(exchange.FETCHED, exchange.fetched(self.desk, pairs))

    def _send(self, request: Request, _: Pairs) -> Response:
        if request.method != "POST":
            return RedirectResponse(PREFIX, 303)
        return self._exchanged("送出", exchange.sent(self.desk))

    def _exchanged(self, title: str, body: Markup) -> Response:
        return self.answering.page(title, body, _way(title, ""))

    def _publish(self, _: Request, pairs: Pairs) -> Response:
        return self.answering.page(
            "发布", exchange.publishing(self.desk, pairs), _way("发布", "publish")
        )

    # A memory stick

    def _stick(self, _: Request, __: Pairs) -> Response:
        return self._on_stick()

    def _on_stick(self, *faults: str, status: int = 200) -> Response:
        body = exchange.stick(self.desk, faults)
        return self.answering.page("用 U 盘送稿", body, _way("用 U 盘送稿", "stick"), status=status)

    def _out(self, request: Request, _: Pairs) -> Response:
        if request.method != "POST":
            return RedirectResponse(f"{PREFIX}stick", 303)
        with TemporaryDirectory() as folder:
            target = Path(folder) / "out"
            try:
                bundles.send_out(self.desk.ledger, target)
            except NotDone as error:
                return self._on_stick(str(error))
            data = target.read_bytes()
        name = quote(bundles.name_of(self.desk.ledger, self.desk.site.present))
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        return Response(data, headers=headers, media_type="application/octet-stream")

    async def _in(self, request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not length.isdigit() or int(length) > bundles.MOST + ROOM:
            return await run_in_threadpool(self._on_stick, bundles.TOO_LARGE, status=413)
        async with request.form(max_files=1, max_fields=5) as form:
            pairs = [(name, text) for name, text in form.multi_items() if isinstance(text, str)]
            file = form.get("file")
            if not isinstance(file, UploadFile) or not file.filename:
                return await run_in_threadpool(self._on_stick, NO_FILE)
            return await run_in_threadpool(
                self.answering.answered, self._take(file.file), request, pairs
            )

    def _take(self, file: BinaryIO) -> Answer:
        def answer(_: Request, __: Pairs) -> Response:
            with TemporaryDirectory() as folder:
                place = Path(folder) / "in"
                with place.open("wb") as target:
                    copyfileobj(file, target)
                body = exchange.taken_from(self.desk, place)
            return self._brought(body)

        return answer

    def _answers(self, request: Request, pairs: Pairs) -> Response:
        if request.method != "POST":
            return RedirectResponse(f"{PREFIX}stick", 303)
        return self._brought(exchange.answered(self.desk, exchange.BROUGHT, pairs))

    def _brought(self, body: Markup) -> Response:
        return self.answering.page(exchange.BROUGHT, body, _way("用 U 盘送稿", "stick"))


def _way(name: str, path: str) -> Way:
    return {"name": name, "url": f"{PREFIX}{path}"}
