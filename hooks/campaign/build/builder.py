"""The site builder as a program: run to lay out a frame, and nothing else.

It runs in a process of its own, with the project's `hooks/events.py` in it, which reads the
frame that is handed over here in place of the content.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
PROFILE, TODAY = "CAMPAIGN_PROFILE", "CAMPAIGN_TODAY"
UTF_8 = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}
"""A builder reads and writes the same under every locale."""
FRAME, SHELLS = "CAMPAIGN_FRAME", "CAMPAIGN_SHELLS"


class BuildFailed(Exception):
    """The builder stopped. The text is what it said."""


@dataclass(frozen=True)
class Asked:
    """What the environment asks of a builder."""

    profile: str | None
    today: date | None
    frame: Path | None
    """The frame to lay out; nothing when the builder makes the whole site by itself."""
    shells: Path | None
    """Where it writes the shells of that frame."""


def asked(environment: Mapping[str, str]) -> Asked:
    """Read what `lay_out` or a person wrote into the environment."""
    today = environment.get(TODAY)
    frame, shells = environment.get(FRAME), environment.get(SHELLS)
    return Asked(
        environment.get(PROFILE) or None,
        date.fromisoformat(today) if today else None,
        Path(frame) if frame else None,
        Path(shells) if shells else None,
    )


def environment(profile: str | None, today: date | None) -> dict[str, str]:
    """The environment of a builder that makes the whole site by itself."""
    chosen = {PROFILE: profile or "", TODAY: str(today or "")}
    return {**os.environ, **QUIET, **{key: value for key, value in chosen.items() if value}}


def lay_out(root: Path, frame: str, tree: Path, shells: Path) -> None:
    """Have the builder write the shells of a frame to `shells`, and all else into `tree`.

    Raises BuildFailed when the builder stops.
    """
    with TemporaryDirectory() as folder:
        told = Path(folder) / "frame.json"
        told.write_text(frame, encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tree)]
        more = {FRAME: str(told), SHELLS: str(shells), **UTF_8}
        _run(command, root, {**os.environ, **QUIET, **more})


def _run(command: list[str], root: Path, environment: Mapping[str, str]) -> None:
    """Run the builder, which ends when this process does: its standard input then closes."""
    process = subprocess.Popen(
        command, cwd=root, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        assert process.stderr is not None
        said = process.stderr.read().decode("utf-8", "replace")
        if process.wait():
            raise BuildFailed(_in_short(said))
        sys.stderr.write(said)


def _in_short(said: str) -> str:
    """What a builder said before it stopped; of a traceback, the line that names the error."""
    lines = said.strip().splitlines()
    return lines[-1] if "Traceback (most recent call last):" in said else "\n".join(lines)


def end_with_parent() -> None:
    """End this process when the one that started it is gone, as `_run` lets it know."""

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1):
            pass
        os._exit(1)

    Thread(target=wait, daemon=True).start()
