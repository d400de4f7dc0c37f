"""Who may ask the desk for anything: pages of its own, on this machine."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
FOREIGN = "这个请求不是从编辑台来的，没有执行。"
Handler = Callable[[Request], Awaitable[Response]]


def is_own(request: Request) -> bool:
    """Whether a request comes from a page of this server, or from no page at all."""
    headers = request.headers
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def refusal() -> Response:
    """What whoever has no business here gets."""
    return PlainTextResponse(FOREIGN, 403, HEADERS)


def guarded(handler: Handler) -> Handler:
    """A page of the desk: asked for by its own pages alone, and with the policy of the desk."""

    async def answer(request: Request) -> Response:
        if request.method not in ("GET", "HEAD") and not is_own(request):
            return refusal()
        response = await handler(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer
