"""The `git` program, as the desk asks it: it speaks English, and never asks back."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from campaign.reading.history import SPOKEN

Done = subprocess.CompletedProcess[bytes]
MISSING, LATE = 127, 124
"""What a run ends with where there is no git, and where it took too long."""
PATIENCE = 180
"""Seconds that another machine may take to answer."""
SILENT: Mapping[str, str] = {**SPOKEN, "GIT_TERMINAL_PROMPT": "0"}
OPTIONS = (
    *("-c", "core.quotePath=false", "-c", "commit.gpgsign=false", "-c", "gc.auto=0"),
    *("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60"),
)


class Failed(Exception):
    """Git could not do it; the text is what it said."""


@dataclass(frozen=True)
class Git:
    """Git in one folder."""

    root: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def beside(self, **environment: str) -> Git:
        """The same with more in its environment, such as an index of its own."""
        return replace(self, environment={**self.environment, **environment})

    def run(self, *arguments: str, given: bytes = b"", seconds: float = PATIENCE) -> Done:
        """What git answers; a missing git and one that hangs are answers, too."""
        command = ["git", *OPTIONS, *arguments]
        try:
            return subprocess.run(
                command,
                cwd=self.root,
                env={**os.environ, **SILENT, **self.environment},
                input=given,
                capture_output=True,
                check=False,
                timeout=seconds,
            )
        except OSError:
            return subprocess.CompletedProcess(command, MISSING, b"", b"")
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, LATE, b"", b"timed out")

    def does(self, *arguments: str) -> bool:
        """Whether git could do it."""
        return not self.run(*arguments).returncode

    def says(self, *arguments: str, given: bytes = b"") -> str:
        """The words of an answer. Raises Failed."""
        return self.gives(*arguments, given=given).decode("utf-8", "replace").strip()

    def gives(self, *arguments: str, given: bytes = b"") -> bytes:
        """The bytes of an answer. Raises Failed."""
        done = self.run(*arguments, given=given)
        if done.returncode:
            raise Failed(done.stderr.decode("utf-8", "replace").strip())
        return done.stdout

    def says_if(self, *arguments: str) -> str:
        """The words of an answer; nothing where git has none."""
        done = self.run(*arguments)
        return "" if done.returncode else done.stdout.decode("utf-8", "replace").strip()

    def setting(self, name: str) -> str:
        """A setting of this repository alone."""
        return self.says_if("config", "--local", "--get", name)

    def tip(self, name: str) -> str:
        """The commit that a name stands for; nothing where there is none."""
        wanted = f"{name}^{{commit}}"
        return self.says_if("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)

    def is_behind(self, older: str, newer: str) -> bool:
        """Whether everything of one commit is in another."""
        return self.does("merge-base", "--is-ancestor", older, newer)
