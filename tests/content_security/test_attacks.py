"""Against what does not belong: with the policy it does not run, and without it would."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from campaign.html import content_security
from campaign.html.tags import tags
from content_security.watched import Reader
from sites import tree_of

# Against what does not belong


@dataclass
class Stranger:
    """Another origin: its address, and what it was asked for."""

    address: str
    asked: list[str]


@pytest.fixture(scope="module")
def stranger() -> Iterator[Stranger]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Stranger(f"http://127.0.0.1:{server.server_port}/a", asked)
        server.shutdown()


Change = Callable[[str, str], str]


@pytest.fixture
def changed(project: Path) -> Iterator[Change]:
    """The address of the home page with a stretch replaced as if on the server."""
    home = (project / "site/index.html").read_text(encoding="utf-8")
    page = project / "site/changed.html"

    def change(old: str, new: str) -> str:
        assert old in home
        page.write_text(home.replace(old, new), encoding="utf-8")
        return page.name

    yield change
    page.unlink()


@pytest.mark.parametrize(
    ("more", "directive"),
    [
        ("<script>window.__pwn = 1</script>", "script-src"),
        ("<script type=module>window.__pwn = 1</script>", "script-src"),
        ("<img alt='' src=x: onerror='window.__pwn = 1'>", "img-src|script-src"),
        ("<iframe srcdoc='<script>parent.__pwn = 1</script>'></iframe>", "script-src"),
        ("<iframe src='javascript:parent.__pwn = 1'></iframe>", "frame-src|script-src"),
        ("<script src='{}'></script>", "script-src"),
        ("<script>/* */</script>", "script-src"),
    ],
)
def test_a_script_that_got_into_a_page_does_not_run(
    reader: Reader, stranger: Stranger, changed: Change, more: str, directive: str
) -> None:
    page = reader.go(changed("</body>", more.format(stranger.address)))
    assert re.match(directive, reader.first_violation())
    assert page.evaluate("window.__pwn") is None
    assert stranger.asked == []


@pytest.mark.parametrize(
    ("more", "directive"),
    [
        ("<img id=bad alt='' src='{}'>", "img-src"),
        ("<link rel=stylesheet href='{}'>", "style-src"),
        ("<video src='{}'></video>", "media-src"),
        ("<iframe src='{}'></iframe>", "frame-src"),
        ("<object data='{}'></object>", "object-src"),
        ("<p style='background:url({})'>一</p>", "style-src"),
        ("<style>body{{background:url({})}}</style>", "style-src"),
        ("<base href='{}'>", "base-uri"),
    ],
)
def test_nothing_from_another_host_gets_into_a_page(
    reader: Reader, stranger: Stranger, changed: Change, more: str, directive: str
) -> None:
    reader.go(changed("</body>", more.format(stranger.address)))
    assert reader.first_violation().startswith(directive)
    assert stranger.asked == []


def test_a_page_cannot_send_anything_to_another_host(reader: Reader, stranger: Stranger) -> None:
    page = reader.go()
    page.evaluate(
        "(there) => { fetch(there).catch(() => {}); navigator.sendBeacon(there, 'x'); }",
        stranger.address,
    )
    reader.first_violation()
    page.wait_for_timeout(100)
    assert stranger.asked == []
    assert {violation.split()[0] for violation in reader.violations} == {"connect-src"}


def test_without_its_policy_a_page_would_do_all_that(
    reader: Reader, stranger: Stranger, changed: Change
) -> None:
    home = reader.go().content()
    meta = re.search('<meta http-equiv="Content-Security-Policy"[^>]*>', home)
    assert meta
    more = f"<script>window.__pwn = 1</script><img alt='' src='{stranger.address}'>"
    page = reader.go(changed(meta[0], more))
    assert page.evaluate("window.__pwn") == 1
    assert stranger.asked == ["/a"]
    stranger.asked.clear()


def test_a_style_with_one_character_changed_no_longer_holds(
    reader: Reader, changed: Change
) -> None:
    reader.go(changed("<style>", "<style> "))
    assert reader.first_violation().startswith("style-src")
    reader.violations.clear()


def test_a_page_runs_no_code_of_its_own(project: Path) -> None:
    for name, data in tree_of(project / "site").items():
        code = content_security.inline(tags(data.decode())) if name.endswith(".html") else ()
        assert [tag.code for tag in code if tag.name == "script"] == [], name
