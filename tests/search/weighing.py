"""A server that weighs what it sends, packed as GitHub Pages packs it; and what it has to send."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from campaign.search.documents import Document

PACKED = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")
"""What GitHub Pages gzips."""


class Scales:
    """What was sent since the last look, by path."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, int]] = []

    def taken(self) -> dict[str, int]:
        found = dict(self.sent)
        self.sent.clear()
        return found


class _Weighing(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, scales: Scales, directory: str) -> None:
        self.scales = scales
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        place = self.path.split("?")[0].removeprefix("/repo/")
        file = Path(self.directory) / place
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        data, packed = file.read_bytes(), file.suffix in PACKED
        data = gzip.compress(data, 6) if packed else data
        self.scales.sent.append((place, len(data)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        with suppress(BrokenPipeError, ConnectionResetError):  # a browser that wants no more
            self.end_headers()
            self.wfile.write(data)


@contextmanager
def weighed(folder: Path) -> Iterator[tuple[str, Scales]]:
    """The built site below `/repo/`, and the scales under it."""
    scales = Scales()
    handler = partial(_Weighing, scales=scales, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/repo/", scales
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def kibibytes(sent: dict[str, int]) -> float:
    return sum(sent.values()) / 1024


def published(tree: Path) -> list[Document]:
    """What the search of a built site knows of each page, read as a browser gets it."""
    scripts = sorted((tree / "search/texts").iterdir(), key=lambda path: int(path.stem))
    rows = (script.read_text(encoding="utf-8").split("=", 1)[1] for script in scripts)
    return [Document(*json.loads(row.removesuffix(";\n")), {}) for row in rows]
