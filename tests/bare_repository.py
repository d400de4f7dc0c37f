"""A repository without working files, as a git host keeps it, and whoever commits there."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

NAME, MAIL = "王老师", "wang@example.org"


@dataclass
class BareRepository:
    """A folder of git's own."""

    bare: Path

    def git(self, *arguments: str, data: bytes | None = None, index: str = "") -> str:
        """What git says about the repository."""
        return self.raw(*arguments, data=data, index=index).decode().strip()

    def raw(self, *arguments: str, data: bytes | None = None, index: str = "") -> bytes:
        environment = {
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            **{f"GIT_{who}_NAME": NAME for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": MAIL for who in ("AUTHOR", "COMMITTER")},
            **({"GIT_INDEX_FILE": index} if index else {}),
        }
        command = ["git", "-c", "core.quotepath=off", "--git-dir", str(self.bare), *arguments]
        return subprocess.run(
            command, input=data, env=environment, check=True, capture_output=True
        ).stdout

    def head(self, branch: str = "main") -> str:
        return self.git("rev-parse", f"refs/heads/{branch}")

    def text(self, branch: str, path: str) -> str:
        """What a file says on a branch."""
        return self.raw("show", f"{branch}:{path}").decode()

    def branches(self) -> list[str]:
        return self.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split()

    def committed(
        self, branch: str, files: Mapping[str, bytes], gone: Iterable[str], message: str
    ) -> str:
        """A new commit on a branch, with other files, made beside all working files."""
        with tempfile.TemporaryDirectory() as folder:
            index = f"{folder}/index"
            self.git("read-tree", branch, index=index)
            for path, data in files.items():
                oid = self.git("hash-object", "-w", "--stdin", data=data)
                entry = f"100644,{oid},{path}"
                self.git("update-index", "--add", "--cacheinfo", entry, index=index)
            for path in gone:
                self.git("update-index", "--force-remove", path, index=index)
            tree = self.git("write-tree", index=index)
        commit = self.git("commit-tree", tree, "-p", self.head(branch), "-m", message)
        self.git("update-ref", f"refs/heads/{branch}", commit)
        return commit
