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

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
PROFILE, TODAY = "CAMPAIGN_PROFILE", "CAMPAIGN_TODAY"
FRAME, SHELLS = "CAMPAIGN_FRAME", "CAMPAIGN_SHELLS"


class BuildFailed(Exception):
    """The builder stopped; its own words are on the terminal."""


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
        more = {FRAME: str(told), SHELLS: str(shells), "PYTHONUTF8": "1"}
        environment = {**os.environ, **QUIET, **more}
        if subprocess.run(command, cwd=root, env=environment).returncode:
            raise BuildFailed
