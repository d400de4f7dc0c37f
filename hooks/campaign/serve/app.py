"""The preview's small web server: answers, an event stream, and eyes on the files."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Route
from watchfiles import awatch

from campaign.serve.resident import Answer, Resident

HOSTS = ["127.0.0.1", "localhost"]
"""By which names the preview may be asked: a page elsewhere cannot reach it by another."""
WATCHED = ("docs", "showcases", "hooks", "mkdocs.yml")
FRESH = {"Cache-Control": "no-store"}
PREVIEW = Path(__file__).with_name("preview.js")
BEAT = 15.0
"""Seconds after which a silent stream says something, so that a closed one is noticed."""


class Preview:
    """A resident site with the browsers that look at it."""

    def __init__(
        self,
        resident: Resident,
        code_changed: Callable[[], None],
        more: Sequence[BaseRoute] = (),
    ) -> None:
        self.resident = resident
        self._more = more
        """What else is answered in the same process."""
        self._code_changed = code_changed
        self._news = asyncio.Event()

    def app(self) -> Starlette:
        routes = [
            Route("/-/events", self._events),
            Route("/-/preview.js", self._script),
            Route("/-/problems", self._problems),
            *self._more,
            Route("/{path:path}", self._answer, methods=["GET", "HEAD"]),
        ]
        guard = Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)
        return Starlette(routes=routes, middleware=[guard], lifespan=self._lifespan)

    @asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(self._watch())
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    # Changes

    async def _watch(self) -> None:
        await self._changed()
        gc.collect()
        gc.freeze()  # a big site would be searched for garbage again and again, half a second each
        places = [self.resident.root / name for name in WATCHED]
        async for changes in awatch(*(p for p in places if p.exists()), debounce=50, step=10):
            if any(path.endswith(".py") for _, path in changes):
                self._code_changed()
            root = self.resident.root
            await self._changed({Path(path).relative_to(root).as_posix() for _, path in changes})

    async def _changed(self, paths: Iterable[str] = ()) -> None:
        """Read what has changed, tell the browsers, and then look for problems."""
        await run_in_threadpool(self.resident.refresh, paths)
        self._tell()
        await run_in_threadpool(self.resident.check)
        self._tell()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    # Answers

    async def _events(self, _: Request) -> Response:
        headers = {**FRESH, "X-Accel-Buffering": "no"}
        return StreamingResponse(self._stream(), media_type="text/event-stream", headers=headers)

    async def _stream(self) -> AsyncIterator[str]:
        while True:
            told = {"number": self.resident.number, "problems": self.resident.told()}
            yield f"data: {json.dumps(told, ensure_ascii=False)}\n\n"
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._news.wait(), BEAT)

    async def _problems(self, _: Request) -> Response:
        return JSONResponse(self.resident.told(), headers=FRESH)

    async def _script(self, _: Request) -> Response:
        return FileResponse(PREVIEW, media_type="text/javascript", headers=FRESH)

    async def _answer(self, request: Request) -> Response:
        found = await run_in_threadpool(self.resident.answer, request.path_params["path"])
        return response(found)


def response(found: Answer) -> Response:
    """An answer as the server sends it."""
    headers = {**FRESH, **({"X-Mark": found.mark} if found.mark else {})}
    if found.status == 308 and isinstance(found.data, bytes):
        return RedirectResponse(found.data.decode(), 308)
    if isinstance(found.data, Path):
        return FileResponse(found.data, media_type=found.media_type, headers=headers)
    return Response(found.data, found.status, headers, found.media_type)
