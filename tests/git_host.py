"""A small GitHub on this machine, over a real bare repository: what Sveltia CMS asks of it.

It answers on a port of its own, so that a test sees whether a page speaks to anybody else. What
it does not know it notes in `unknown`.
"""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from bare_repository import MAIL, NAME, BareRepository

REPOSITORY = "example/showcase"
TOKEN = "github_pat_right"
LOGIN = "wang"
WHEN = "2026-04-20T09:00:00Z"
BLOB = re.compile(r'(\w+): object\(oid: "(\w+)"\)')
AT_BRANCH = re.compile(r'(\w+):\s+object\(expression: "([^"]+)"\)')
HISTORY = re.compile(r'(\w+):\s+ref\(qualifiedName: \$branch\) \{[^"]*history\(first: 1, path:')
AUTHOR = {"name": NAME, "email": MAIL, "user": {"id": 1, "login": LOGIN}}
API = re.compile(r"^/api(?:/v[13])?")
Json = dict[str, Any]


@dataclass
class GitHost(BareRepository):
    """A bare repository and the pull requests for it."""

    root = ""
    """Where its API begins, below its address."""
    pulls: list[Json] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    # What programs ask for

    def rest(self, method: str, path: str, body: Json) -> tuple[int, Any]:
        """The answer to a request of the REST API; its query is in the body, too."""
        own = path.removeprefix(f"/repos/{REPOSITORY}")
        for pattern, answer in self._rest.items():
            if found := re.fullmatch(pattern, f"{method} {own}"):
                return 200, answer(*found.groups(), body)
        self.unknown.append(f"{method} {path}")
        return 404, {"message": "Not Found"}

    @property
    def _rest(self) -> dict[str, Callable[..., Any]]:
        user = {
            "login": LOGIN,
            "name": NAME,
            "email": MAIL,
            "id": 1,
            "html_url": "",
            "avatar_url": "",
        }
        return {
            r"GET /user": lambda body: user,
            rf"GET /collaborators/{LOGIN}": lambda body: {},
            r"GET /git/trees/([\w-]+)": lambda at, body: {"tree": list(self._tree(at))},
            r"GET /git/blobs/(\w+)": lambda oid, body: self.raw("cat-file", "blob", oid),
            r"POST /pulls": self._open,
            r"POST /issues/(\d+)/labels": self._label,
            r"PATCH /issues/(\d+)": self._label,
            r"GET /issues/(\d+)": lambda number, body: self._labels(number),
            r"PUT /pulls/(\d+)/merge": self._merge,
            r"DELETE /git/refs/heads/(.+)": lambda name, body: self._forget(name),
        }

    def _tree(self, at: str) -> Iterator[Json]:
        for line in self.git("ls-tree", "-r", "-l", at).splitlines():
            about, path = line.split("\t")
            _, kind, oid, size = about.split()
            yield {"path": path, "type": kind, "sha": oid, "size": int(size)}

    def _open(self, body: Json) -> Json:
        number = len(self.pulls) + 1
        found = {"number": number, "labels": [], **body}
        self.pulls.append(found)
        dates = {"created_at": WHEN, "updated_at": WHEN}
        head = {"sha": self.head(body["head"])}
        named = {"title": body["title"], "html_url": "", "node_id": f"PR_{number}"}
        return {"number": number, **named, **dates, "head": head}

    def _pull(self, number: str) -> Json:
        return self.pulls[int(number) - 1]

    def _label(self, number: str, body: Json) -> list[Json]:
        self._pull(number)["labels"] = body["labels"]
        return []

    def _labels(self, number: str) -> Json:
        return {"labels": [{"name": name} for name in self._pull(number)["labels"]]}

    def _merge(self, number: str, body: Json) -> Json:
        pull = self._pull(number)
        tree, heads = self.git("rev-parse", f"{pull['head']}^{{tree}}"), ("main", pull["head"])
        parents = [part for branch in heads for part in ("-p", self.head(branch))]
        commit = self.git("commit-tree", tree, *parents, "-m", pull["title"])
        self.git("update-ref", "refs/heads/main", commit)
        pull["state"] = "MERGED"
        return {"merged": True}

    def _forget(self, name: str) -> Json:
        self.git("update-ref", "-d", f"refs/heads/{unquote(name)}")
        return {}

    def graph(self, query: str, given: Json) -> Json:
        """The answer to a request of the GraphQL API."""
        put = given.get("input", {})
        if "createCommitOnBranch" in query:
            return {"createCommitOnBranch": {"commit": self._commit(put)}}
        if "createRef" in query:
            self.git("update-ref", put["name"], put["oid"])
            return {"createRef": {"ref": {"name": put["name"]}}}
        if "ReadyForReview" in query or "convertPullRequestToDraft" in query:
            return {}
        if "forkOwner" in query:
            base = {"ref": {"target": {"oid": self.head()}}}
            return {"fork": {"id": "R_1"}, "base": base}
        return {"repository": self._repository(query, given)}

    def _repository(self, query: str, given: Json) -> Json:
        found = {alias: self._blob(oid) for alias, oid in BLOB.findall(query)}
        found |= {alias: self._blob(at) for alias, at in AT_BRANCH.findall(query)}
        for alias in HISTORY.findall(query):
            node = {"author": AUTHOR, "committedDate": WHEN}
            found[alias] = {"target": {"history": {"nodes": [node]}}}
        if "defaultBranchRef" in query:
            found["defaultBranchRef"] = {"name": "main"}
        if "pullRequests(headRefName" in query:
            found["pullRequests"] = {"totalCount": len(list(self._waiting()))}
        elif "pullRequests(" in query:
            found["pullRequests"] = {"nodes": list(self._waiting())}
        elif not found:
            found["ref"] = {"target": self._target(given.get("branch", "main"))}
        return found

    def _target(self, branch: str) -> Json:
        oid = self.head(branch)
        message = self.git("log", "-1", "--format=%B", oid)
        return {"oid": oid, "history": {"nodes": [{"oid": oid, "message": message}]}}

    def _blob(self, at: str) -> Json:
        data = self.raw("cat-file", "blob", at)
        oid, is_binary = self.git("rev-parse", at), b"\0" in data
        text = None if is_binary else data.decode()
        return {
            "oid": oid,
            "byteSize": len(data),
            "isBinary": is_binary,
            "isTruncated": False,
            "text": text,
        }

    def _waiting(self) -> Iterator[Json]:
        for pull in self.pulls:
            if pull.get("state", "OPEN") == "OPEN":
                paths = self.git("diff", "--name-only", f"main...{pull['head']}").splitlines()
                yield {
                    "id": f"PR_{pull['number']}",
                    "number": pull["number"],
                    "title": pull["title"],
                    "url": "",
                    "isDraft": bool(pull.get("draft")),
                    "isCrossRepository": False,
                    "createdAt": WHEN,
                    "updatedAt": WHEN,
                    "headRefName": pull["head"],
                    "headRefOid": self.head(pull["head"]),
                    "author": {"login": LOGIN, "name": NAME, "email": MAIL, "databaseId": 1},
                    "labels": {"nodes": [{"name": name} for name in pull["labels"]]},
                    "files": {
                        "nodes": [{"path": path, "changeType": "MODIFIED"} for path in paths]
                    },
                }

    def _commit(self, put: Json) -> Json:
        branch, changes = put["branch"]["branchName"], put["fileChanges"]
        assert put["expectedHeadOid"] == self.head(branch)
        files = {one["path"]: base64.b64decode(one["contents"]) for one in changes["additions"]}
        gone = [one["path"] for one in changes["deletions"]]
        commit = self.committed(branch, files, gone, put["message"]["headline"])
        paths = enumerate(added["path"] for added in changes["additions"])
        made = {
            f"file_{i}": {"oid": self.git("rev-parse", f"{commit}:{path}")} for i, path in paths
        }
        return {"oid": commit, "committedDate": WHEN, **made}


class _Api(BaseHTTPRequestHandler):
    """The API, for pages of other addresses, too."""

    def __init__(self, host: GitHost, *arguments: Any) -> None:
        self.host = host
        super().__init__(*arguments)

    def log_message(self, format: str, *arguments: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):
            return self._serve
        raise AttributeError(name)

    def _serve(self) -> None:
        if self.command == "OPTIONS":
            self._answer(204, b"")
            return
        address = urlsplit(self.path)
        path = API.sub("", unquote(address.path))
        length = int(self.headers.get("Content-Length") or 0)
        body = {**dict(parse_qsl(address.query)), **json.loads(self.rfile.read(length) or b"{}")}
        if not self.headers.get("Authorization", "").endswith(f" {TOKEN}"):
            self._answer(401, b'{"message": "Bad credentials"}')
            return
        answer: Any
        with self.host.lock:
            if path == "/graphql":
                data = self.host.graph(body["query"], body.get("variables", {}))
                status, answer = 200, {"data": data}
            else:
                status, answer = self.host.rest(self.command, path, body)
        self._answer(status, answer if isinstance(answer, bytes) else json.dumps(answer).encode())

    def _answer(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "authorization, content-type, accept")
        self.send_header("Access-Control-Allow-Methods", "*")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """An address at which something is served for a while."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def programs(host: GitHost) -> Callable[..., BaseHTTPRequestHandler]:
    return partial(_Api, host)
