"""Who changed what and when: every save is a commit by a named person.

Where git is missing, or the folder is no repository, people edit all the same; nothing is
written down then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from campaign import clock
from campaign.desk.versions.branches import Branches
from campaign.desk.versions.git import MISSING, Git
from campaign.reading import sample
from campaign.reading.history import objects

ROLES: Mapping[str, str] = {"editor": "编辑", "first": "初审", "second": "复审", "final": "终审"}
MAIL = "desk@localhost"
"""Git wants an address; offices need not give one."""
SEPARATOR = "\x1f"
TRAILER = "%(trailers:key={},valueonly,unfold,separator=%x20)"
OF, NOTE = "Record", "Note"
"""What a commit says for the desk, at the end of its text."""
LINE = SEPARATOR.join(("%H", "%at", TRAILER.format(OF), TRAILER.format(NOTE), "%an", "%s"))
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
    """The first file that it changed."""
    record: str = ""
    """The record that it was about: `community/xingfuli`."""
    note: str = ""
    """What a reviewer wrote who sent it back."""


def message(subject: str, details: str = "", record: str = "", note: str = "") -> str:
    """The text of a commit."""
    lines = [f"{OF}: {record}"] if record else []
    if said := [line.strip() for line in note.splitlines() if line.strip()]:
        lines.append(f"{NOTE}: " + "\n ".join(said))
    return "\n\n".join(filter(None, (subject, details, "\n".join(lines)))) + "\n"


class Ledger:
    """The history of one project, by the `git` program."""

    def __init__(self, root: Path) -> None:
        self.git = Git(root)
        self.branches = Branches(self.git)
        self._lock = RLock()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else of this desk changes the history meanwhile."""
        with self._lock:
            yield

    def why_not(self) -> str:
        """Why nothing is written down, in words; empty where it is."""
        done = self.git.run("rev-parse", "--is-inside-work-tree")
        if done.returncode == MISSING:
            return (
                "这台电脑没有装 git，改动照样保存，但没有修改记录。"
                "请技术员从 git-scm.com 下载安装后重新打开。"
            )
        if done.returncode:
            return "这个文件夹不是 git 仓库，改动照样保存，但没有修改记录。请技术员运行 git init。"
        return ""

    def person(self) -> Person | None:
        """Who edits here, as the repository's own settings say."""
        name, unit, role = map(self.git.setting, ("user.name", "campaign.unit", "campaign.role"))
        return Person(name, unit, role) if name and unit and role in ROLES else None

    def introduce(self, person: Person) -> bool:
        """Remember who edits here, for this repository alone; whether that could be done."""
        settings = {
            "user.name": person.name,
            "user.email": self.git.setting("user.email") or MAIL,
            "campaign.unit": person.unit,
            "campaign.role": person.role,
        }
        return all(self.git.does("config", "--local", *pair) for pair in settings.items())

    def commit(
        self,
        paths: Sequence[str],
        subject: str,
        details: str = "",
        record: str = "",
        note: str = "",
    ) -> bool:
        """Write down what became of these files, and nothing else; whether that could be done."""
        text = message(subject, details, record, note)
        with self.alone():
            self.branches.begin()
            is_added = self.git.does("add", "--", *paths)
            told = ("commit", "-q", "--only", "-F", "-", "--", *paths)
            given = text.replace("\0", "").encode("utf-8", "replace")
            return not self.git.run(*told, given=given).returncode and is_added

    def unwritten(self, folder: str) -> list[str]:
        """The files of a folder that are not written down as they are now."""
        changed = ("ls-files", "-z", "--others", "--modified", "--deleted", "--exclude-standard")
        staged = ("diff", "--cached", "-z", "--name-only", "--relative", "--no-renames")
        found = [self.git.run(*command, "--", folder).stdout for command in (changed, staged)]
        return sorted({*b"".join(found).decode("utf-8", "replace").split("\0")} - {""})

    def unsaved(self, folder: str) -> list[str]:
        """The files of a folder that the last commit holds and that have changed since."""
        told = ("diff", "HEAD", "-z", "--name-only", "--relative", "--no-renames", "--", folder)
        found = self.git.run(*told).stdout.decode("utf-8", "replace")
        return [path for path in found.split("\0") if path]

    def of(self, path: str, count: int = 100) -> list[Entry]:
        """The changes of a file, the latest first, those of all who ever joined theirs."""
        return self._log("--full-history", "--", path, count=count)

    def recent(self, count: int) -> list[Entry]:
        """The latest changes of the content, each with the first file that it changed.

        Those of the sample are nobody's news in a city that has left it behind.
        """
        left = ("log", "-1", "--diff-filter=D", "--format=%H", "--", sample.LAST)
        begun = "" if (self.git.root / sample.LAST).exists() else self.git.says_if(*left)
        since = (f"{begun}..HEAD",) if begun else ()
        return self._log(*since, "--name-only", "--", *CONTENT, count=count)

    def sent_back(self, count: int = 200) -> list[Entry]:
        """The latest changes with a note of a reviewer."""
        return self._log("-E", f"--grep=^{NOTE}: ", count=count)

    def _log(self, *arguments: str, count: int) -> list[Entry]:
        form = (f"--format=%x00{LINE}", f"-{count}", "--relative")
        done = self.git.run("log", "--no-merges", *form, *arguments)
        found = []
        for told in done.stdout.decode("utf-8", "replace").split("\0")[1:]:
            line, _, files = told.partition("\n")
            commit, at, record, note, by, subject = line.split(SEPARATOR, 5)
            path = files.strip().partition("\n")[0]
            when = clock.told(int(at))
            found.append(Entry(commit, by, when, subject, path, record, note))
        return found

    def bytes_at(self, commit: str, path: str) -> bytes | None:
        """What a file held after a change; nothing where it was not there."""
        if not commit.isalnum():
            return None
        done = self.git.run("show", f"{commit}:./{path}")
        return None if done.returncode else done.stdout

    def bytes_of(self, commit: str, paths: Iterable[str]) -> dict[str, bytes]:
        """What each of many files held after a change, of those that were there."""
        asked = [path for path in paths if commit.isalnum() and "\n" not in path]
        given = "".join(f"{commit}:./{path}\n" for path in asked)
        done = self.git.run("cat-file", "--batch", given=given.encode("utf-8", "surrogateescape"))
        said = zip(asked, objects(done.stdout), strict=False)
        return {path: data for path, data in said if data is not None}

    def with_words(self, path: str, words: str) -> Iterator[bytes]:
        """What a file held after each change that brought these words in, or took them out."""
        told = ("log", "--format=%H", "--full-history", f"-S{words}", "--", path)
        for commit in self.git.says_if(*told).split():
            if (raw := self.bytes_at(commit, path)) is not None:
                yield raw

    def before(self, commit: str, path: str) -> bytes | None:
        """What a file held before a change."""
        parent = self.git.tip(f"{commit}^") if commit.isalnum() else ""
        return self.bytes_at(parent, path) if parent else None
