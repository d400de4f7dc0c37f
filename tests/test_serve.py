"""The live preview: an edit shows by itself, and a problem never stops it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from campaign.verbs.serve import listen

PATIENCE = 600.0
"""Seconds after which a preview that has not followed an edit is broken."""


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _fetch(address: str) -> str:
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (URLError, ConnectionError, TimeoutError):
        return ""


def _until(address: str, holds: Callable[[str], bool]) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if holds(html := _fetch(address)):
            return html
        time.sleep(0.2)
    raise AssertionError(f"{address} never became what it should: {_fetch(address)[-2000:]}")


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "build_site.py", "--no-bootstrap", "serve"]
    command += ["--port", str(port)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        command, cwd=project, env=environment, start_new_session=True, stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(process.pid, 15)
        process.wait(PATIENCE)


def test_a_second_start_takes_the_next_port_while_the_first_one_gets_ready() -> None:
    first = listen(_free_port())
    assert first is not None
    taken = int(first.getsockname()[1])
    second = listen(taken)
    assert second is not None
    with closing(first), closing(second):
        assert second.getsockname()[1] > taken
        second.listen()  # as a server does that is handed the socket


def test_the_preview_follows_edits_and_survives_problems(project: Path) -> None:
    record = project / "showcases/communities/beta.yml"
    with _preview(project) as address:
        page = f"{address}communities/beta/"
        html = _until(page, lambda html: "贝塔社区" in html)
        assert "Content-Security-Policy" not in html  # the preview adds a script to every page

        draft = _until(f"{address}communities/gamma/", lambda html: "草稿社区金丝雀" in html)
        assert "draft-mark" in draft
        assert "内部社区金丝雀" not in _fetch(f"{address}communities/")

        texts = (f"{address}search/texts/{place}.js" for place in range(100))
        beta = next(text for text in texts if '["communities/beta/",' in _fetch(text))
        record.write_text(record.read_text().replace("贝塔社区", "贝塔新村"))
        _until(page, lambda html: "贝塔新村" in html)
        _until(beta, lambda script: "贝塔新村" in script)
        assert '"directory":"' in _fetch(f"{address}search/settings.js")

        entry = project / "docs/news/2026-04-01-first.md"
        entry.write_text(entry.read_text().replace("内容，", "改过的内容，"))
        _until(f"{address}news/2026-04-01-first/", lambda html: "改过的内容" in html)

        template = project / "hooks/campaign/kinds/community/page.html.jinja"
        template.write_text(template.read_text().replace("社区故事", "我们的故事"))
        _until(page, lambda html: "我们的故事" in html.replace("<wbr>", ""))

        whole = record.read_text()
        record.write_text(whole + "nmae: 打错\n")
        shown = _until(page, lambda html: "V04" in html)
        assert "showcases/communities/beta.yml" in shown
        assert "甲" in _fetch(f"{address}communities/alpha/")

        record.write_text(whole)
        _until(page, lambda html: "贝塔新村" in html and "V04" not in html)

        settings = project / "showcases/site.yml"
        kept = settings.read_text()
        settings.write_text("name： 坏\n")
        _until(f"{address}-/problems", lambda told: "Y10" in told)
        assert "贝塔新村" in _fetch(page)
        settings.write_text(kept)
        _until(page, lambda html: "贝塔新村" in html)
