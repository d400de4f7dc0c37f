"""Who changed what and when: every save is a commit by a named person.

Where git is missing, or the folder is no repository, people edit all the same; nothing is
written down then.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from campaign.reading.history import SPOKEN

ROLES: Mapping[str, str] = {"editor": "编辑", "first": "初审", "second": "复审", "final": "终审"}
MAIL = "desk@localhost"
"""Git wants an address; offices need not give one."""
SEPARATOR = "\x1f"
LINE = SEPARATOR.join(("%H", "%an", "%ad", "%s"))
OF_THE_ENGINE = ("docs/dev", "docs/guide", "showcases/schema")
CONTENT = ("docs", "showcases", *(f":(exclude){place}" for place in OF_THE_ENGINE))
"""Where people write, for git."""


@dataclass(frozen=True)
class Person:
    """Who sits at the desk."""

    name: str
    unit: str
    role: str
    """A key of `ROLES`."""

    @property
    def words(self) -> str:
        return f"{self.name} · {self.unit} · {ROLES[self.role]}"


@dataclass(frozen=True)
class Entry:
    """One change of the past."""

    commit: str
    by: str
    when: str
    subject: str
    path: str = ""


class Ledger:
    """The history of one project, by the `git` program."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def why_not(self) -> str:
        """Why nothing is written down, in words; empty where it is."""
        try:
            done = self._run("rev-parse", "--is-inside-work-tree")
        except OSError:
            return (
                "这台电脑没有装 git，改动照样保存，但没有修改记录。"
                "请技术员从 git-scm.com 下载安装后重新打开。"
            )
        if done.returncode:
            return "这个文件夹不是 git 仓库，改动照样保存，但没有修改记录。请技术员运行 git init。"
        return ""

    def person(self) -> Person | None:
        """Who edits here, as the repository's own settings say."""
        name, unit, role = map(self._setting, ("user.name", "campaign.unit", "campaign.role"))
        return Person(name, unit, role) if name and unit and role in ROLES else None

    def introduce(self, person: Person) -> bool:
        """Remember who edits here, for this repository alone; whether that could be done."""
        settings = {
            "user.name": person.name,
            "user.email": self._setting("user.email") or MAIL,
            "campaign.unit": person.unit,
            "campaign.role": person.role,
        }
        try:
            done = [self._run("config", "--local", *pair) for pair in settings.items()]
        except OSError:
            return False
        return not any(item.returncode for item in done)

    def commit(
        self, path: str, subject: str, details: str = "", beside: Sequence[str] = ()
    ) -> bool:
        """Write down what became of one file, and nothing else; whether that could be done.

        Files `beside` it that belong to it go into the same commit.
        """
        paths = [path, *beside]
        try:
            added = self._run("add", "--", *paths)
            words = f"{subject}\n\n{details}".strip()
            unsigned = ("-c", "commit.gpgsign=false")
            done = self._run(*unsigned, "commit", "-q", "--only", "-m", words, "--", *paths)
        except OSError:
            return False
        return not (added.returncode or done.returncode)

    def unwritten(self, folder: str) -> list[str]:
        """The files of a folder that are not written down as they are now."""
        changed = ("ls-files", "-z", "--others", "--modified", "--deleted", "--exclude-standard")
        staged = ("diff", "--cached", "-z", "--name-only", "--relative", "--no-renames")
        try:
            found = [self._run(*command, "--", folder).stdout for command in (changed, staged)]
        except OSError:
            return []
        return sorted({*b"".join(found).decode("utf-8", "replace").split("\0")} - {""})

    def of(self, path: str, count: int = 100) -> list[Entry]:
        """The changes of a file, the latest first."""
        return self._log("--", path, count=count)

    def recent(self, count: int) -> list[Entry]:
        """The latest changes of the content, each with the first file that it changed."""
        return self._log("--name-only", "--", *CONTENT, count=count)

    def _log(self, *arguments: str, count: int) -> list[Entry]:
        form = (f"--format=%x00{LINE}", "--date=format:%Y-%m-%d %H:%M", f"-{count}", "--relative")
        try:
            done = self._run("log", "--no-merges", *form, *arguments)
        except OSError:
            return []
        found = []
        for record in done.stdout.decode("utf-8", "replace").split("\0")[1:]:
            line, _, files = record.partition("\n")
            commit, by, when, subject = line.split(SEPARATOR, 3)
            found.append(Entry(commit, by, when, subject, files.strip().partition("\n")[0]))
        return found

    def bytes_at(self, commit: str, path: str) -> bytes | None:
        """What a file held after a change; nothing where it was not there."""
        if not commit.isalnum():
            return None
        try:
            done = self._run("show", f"{commit}:./{path}")
        except OSError:
            return None
        return None if done.returncode else done.stdout

    def before(self, commit: str, path: str) -> bytes | None:
        """What a file held before a change."""
        done = self._run("rev-parse", "--verify", "--quiet", f"{commit}^")
        parent = done.stdout.decode().strip()
        return self.bytes_at(parent, path) if parent and not done.returncode else None

    def _setting(self, name: str) -> str:
        try:
            done = self._run("config", "--local", "--get", name)
        except OSError:
            return ""
        return done.stdout.decode("utf-8", "replace").strip()

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=self.root,
            env={**os.environ, **SPOKEN},
            capture_output=True,
            check=False,
        )
