"""Running the real command on whole sites, and serving what it built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import campaign

ROOT = Path(__file__).parent.parent
PATIENCE = 1800
"""Seconds until a command counts as hanging, however many others the machine works at."""
CommandResult = subprocess.CompletedProcess[str]


def run(folder: Path, *command: str, stdin: str | None = None, **environment: str) -> CommandResult:
    """Run a Python command in a project and keep what it prints."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        input=stdin or "",
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def build_site(folder: Path, *arguments: str, **environment: str) -> CommandResult:
    """`build_site.py` of a project, in this environment."""
    return run(folder, "build_site.py", "--no-bootstrap", *arguments, **environment)


def make_site(folder: Path, profile: str | None = None, today: date | None = None) -> Path:
    """The site of a project, built by the library in this process: where no command is tested."""
    target = folder / "site"
    assert campaign.make_site(folder, campaign.Options(target, profile, today)) == 0
    return target


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/repo"))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The built site on this machine, below `/repo/` as its profile says."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/repo/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
