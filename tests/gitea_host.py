"""A small Gitea on this machine, over a real bare repository: what Sveltia CMS asks of it."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Any

from bare_repository import MAIL, NAME
from git_host import LOGIN, REPOSITORY, WHEN, GitHost, Json

VERSION = "1.24.6"
OWN = rf"/repos/{re.escape(REPOSITORY)}"


class GiteaHost(GitHost):
    """A bare repository at Gitea: no pull request is ever asked for."""

    root = "/api/v1"

    def rest(self, method: str, path: str, body: Json) -> tuple[int, Any]:
        answers: dict[str, Callable[..., Any]] = {
            r"GET /version": lambda: {"version": VERSION},
            r"GET /user": lambda: {"id": 1, "login": LOGIN, "full_name": NAME, "email": MAIL},
            r"GET /settings/api": lambda: {"default_paging_num": 30, "max_response_items": 50},
            rf"GET {OWN}": lambda: {"permissions": {"pull": True, "push": True}},
            rf"GET {OWN}/branches/(.+)": self._branch,
            rf"GET {OWN}/git/trees/(\w+)": lambda at: {"tree": list(self._tree(at))},
            rf"POST {OWN}/file-contents": lambda: self._contents(body),
            rf"POST {OWN}/contents": lambda: self._change(body),
            rf"GET {OWN}/commits": list,
        }
        for pattern, answer in answers.items():
            if found := re.fullmatch(pattern, f"{method} {path}"):
                return 200, answer(*found.groups())
        self.unknown.append(f"{method} {path}")
        return 404, {"message": "Not Found"}

    def _branch(self, name: str) -> Json:
        message = self.git("log", "-1", "--format=%B", name)
        return {"commit": {"id": self.head(name), "message": message}}

    def _contents(self, body: Json) -> list[Json]:
        return [self._content(body["ref"], path) for path in body["files"]]

    def _content(self, branch: str, path: str) -> Json:
        at = f"{branch}:{path}"
        content = base64.b64encode(self.raw("show", at)).decode()
        oid = self.git("rev-parse", at)
        return {"path": path, "sha": oid, "encoding": "base64", "content": content}

    def _change(self, body: Json) -> Json:
        """One commit of several files: whoever knows a file's old hash may change it."""
        branch, files = body["branch"], body["files"]
        assert body["author"] == body["committer"] == {"name": NAME, "email": MAIL}
        for one in files:
            if one["operation"] != "create":
                assert one["sha"] == self.git("rev-parse", f"{branch}:{one['path']}")
        kept = [one for one in files if one["operation"] != "delete"]
        gone = [one["path"] for one in files if one not in kept]
        texts = {one["path"]: base64.b64decode(one["content"]) for one in kept}
        commit = self.committed(branch, texts, gone, body["message"])
        made = [self._content(branch, one["path"]) if one in kept else None for one in files]
        return {"commit": {"sha": commit, "created": WHEN}, "files": made}
