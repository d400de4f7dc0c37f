"""`serve`: the live preview, on this machine alone."""

from __future__ import annotations

import os
import socket
import sys
from datetime import date
from pathlib import Path

import uvicorn

from campaign.serve.app import Preview
from campaign.serve.resident import Resident
from campaign.verbs import console

HOST = "127.0.0.1"
TRIED = 20
"""How many ports are tried when one is in use."""


def run(root: Path, profile: str | None, today: date | None, port: int) -> int:
    """Serve the site below `root` until somebody stops it; the exit status to end with."""
    listening = listen(port)
    if listening is None:
        last = port + TRIED - 1
        console.say(f"端口 {port} 到 {last} 都被占用了。Ports {port} to {last} are in use.", "red")
        return 1
    taken = listening.getsockname()[1]
    if taken != port:
        console.say(f"端口 {port} 被占用，改用 {taken}。Port {port} is in use.", "yellow")
    address = f"http://{HOST}:{taken}/"
    console.say(f"预览地址 {address} ，按 Ctrl+C 结束。Press Ctrl+C to stop.", "green")
    preview = Preview(Resident(root, address, profile, today), restart)
    config = uvicorn.Config(preview.app(), log_level="warning", timeout_graceful_shutdown=1)
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def listen(port: int) -> socket.socket | None:
    """A socket on the first free port from `port` on; nothing when all that are tried are used.

    It listens already, so that a second start finds the port taken while this one gets ready.
    """
    for number in range(port, port + TRIED):
        found = socket.socket()
        if os.name == "posix":  # elsewhere this would share the port with whoever has it
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((HOST, number))
            found.listen()
        except OSError:
            found.close()
        else:
            return found
    return None


def restart() -> None:
    """Begin again with the code as it is now."""
    console.say("程序有改动，预览重新启动。The code has changed: starting again.")
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
