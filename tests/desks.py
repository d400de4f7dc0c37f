"""A desk over a project of its own, asked in this process."""

from __future__ import annotations

import asyncio
import difflib
import json
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlencode

from selectolax.lexbor import LexborHTMLParser
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from campaign.desk.app import Web
from campaign.desk.desk import PREFIX, Desk
from campaign.serve.app import HOSTS
from campaign.serve.resident import Resident
from sending import multipart, sent

BETA = "showcases/communities/beta.yml"
HOST = "127.0.0.1:8010"
FORM = {"content-type": "application/x-www-form-urlencoded"}
Pairs = list[tuple[str, str]]
Files = list[tuple[str, bytes]]
Headers = Mapping[str, str] | None


@dataclass(frozen=True)
class Answer:
    """What the desk answered."""

    status: int
    headers: Mapping[str, str]
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")

    def json(self) -> Any:
        return json.loads(self.text)

    def form(self, typed: Mapping[str, str] | None = None) -> Pairs:
        """What a browser would send of the page's form when somebody typed this."""
        return sent(self.text, typed)


async def _asked(app: Starlette, scope: dict[str, Any], body: bytes) -> Answer:
    status, headers, data = 0, {}, b""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        nonlocal status, headers, data
        if message["type"] == "http.response.start":
            status = message["status"]
            headers = {key.decode(): value.decode() for key, value in message["headers"]}
        else:
            data += message.get("body", b"")

    await app(scope, receive, send)
    return Answer(status, headers, data)


def changed(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


@dataclass
class Office:
    """A desk and somebody who uses it."""

    root: Path
    desk: Desk
    app: Starlette

    def ask(
        self, path: str, pairs: Pairs | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for a path below the server's root; with a form's fields, send them."""
        body = None if pairs is None else urlencode(pairs).encode()
        return self._asked(path, body, {**(FORM if pairs is not None else {}), **(headers or {})})

    def upload(self, path: str, body: bytes, kind: str) -> Answer:
        """Send a form with a file in it."""
        given = {"content-type": kind, "content-length": str(len(body))}
        return self._asked(f"{PREFIX}{path}", body, given)

    def _asked(self, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        path, _, query = path.partition("?")
        given = {"host": HOST, **headers}
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": "GET" if body is None else "POST",
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": quote(query, "=&%").encode(),
            "headers": [(key.encode(), value.encode()) for key, value in given.items()],
            "server": ("127.0.0.1", 8010),
            "client": ("127.0.0.1", 1),
        }
        with ThreadPoolExecutor(1) as aside:  # a browser of the tests has a loop of its own here
            return aside.submit(asyncio.run, _asked(self.app, scope, body or b"")).result()

    def get(self, path: str) -> Answer:
        return self.ask(f"{PREFIX}{path}")

    def form(self, path: str, typed: Mapping[str, str] | None = None) -> Pairs:
        """What a browser would send of the form at a path when somebody typed this."""
        page = self.get(path)
        assert page.status == 200, page.text
        return page.form(typed)

    def post(self, path: str, pairs: Pairs, do: str = "", **headers: str) -> Answer:
        """Send a form."""
        named = [*pairs, ("do", do)] if do else pairs
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask(f"{PREFIX}{path}", named, given)

    def save(self, path: str, typed: Mapping[str, str], do: str = "save") -> Answer:
        return self.post(path, self.form(path, typed), do)

    def live(self, path: str, typed: Mapping[str, str], do: str) -> Any:
        """What a script is told of a form that is being filled in."""
        return self.post(path, self.form(path, typed), do, x_desk_live="1").json()

    def bring(self, path: str, pairs: Pairs, files: Files, headers: Headers = None) -> Answer:
        """Send a form with files, each by the name that the browser says."""
        body = multipart([*pairs, ("do", "take")], files)
        own = {"content-type": "multipart/form-data; boundary=----b"}
        own |= {"content-length": str(len(body)), **(headers or {})}
        return self._asked(f"{PREFIX}{path}", body, own)

    def hand_over(self, name: str, data: bytes, token: str | None = None) -> Answer:
        """Bring a file of an office to the desk."""
        known = self.desk.token if token is None else token
        return self.bring("import", [("token", known)], [(name, data)])

    def text(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def be(self, role: str) -> None:
        """Sit down at the desk."""
        pairs = [("token", self.desk.token), ("name", "王芳"), ("unit", "城北街道办")]
        assert self.post("who", [*pairs, ("role", role)]).status == 303


def office(root: Path) -> Office:
    """A desk over the project at `root`."""
    resident = Resident(root, f"http://{HOST}/")
    resident.refresh()
    desk = Desk(resident)
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)
    return Office(root, desk, Starlette(routes=Web(desk).routes(), middleware=[guard]))


def words(html: str) -> str:
    """The text of a page's main part, with single spaces."""
    main = LexborHTMLParser(html).css_first("main")
    assert main is not None
    return re.sub(r"\s+", " ", main.text())


def told_at(html: str, name: str) -> str:
    """The problems at a field, by its name in the form."""
    id = "f-" + re.sub(r"[^\w-]", "-", name)
    found = LexborHTMLParser(html).css_first(f"#{id}-wrong")
    return found.text() if found else ""
