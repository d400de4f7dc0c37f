"""A desk that a browser can open."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from campaign.desk.desk import PREFIX
from campaign.verbs.serve import listen
from desks import Office


@contextmanager
def serving(office: Office) -> Iterator[str]:
    """The desk on a free port of this machine."""
    listening = listen(8400)
    assert listening is not None
    server = uvicorn.Server(uvicorn.Config(office.app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}{PREFIX}"
    finally:
        server.should_exit = True
        thread.join(30)
