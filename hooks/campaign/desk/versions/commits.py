"""Commits that are made beside the working files, and the step to one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from campaign.desk.versions.git import Failed, Git

GONE = f"0 {'0' * 40}"
"""How git's index is told that a file is no more."""
REGULAR = "100644"


class InTheWay(Exception):
    """Files were changed by hand and not written down; a step would lose that."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__("、".join(paths))
        self.paths = paths


@dataclass(frozen=True)
class Held:
    """A file of a commit."""

    mode: str
    blob: str
    size: int


def top(git: Git) -> tuple[Git, str]:
    """Git at the top of its repository, and the way from there to the project."""
    place, prefix = git.says("rev-parse", "--show-toplevel"), git.says("rev-parse", "--show-prefix")
    return Git(Path(place), git.environment), prefix


def files_of(git: Git, commit: str) -> dict[str, Held]:
    """Every file of a commit, by its path from the top; also links and what is no file."""
    listed = git.gives("ls-tree", "-r", "-l", "-z", "--full-tree", commit)
    found = {}
    for line in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        description, _, path = line.partition("\t")
        mode, _, blob, size = description.split()
        found[path] = Held(mode, blob, int(size) if size.isdigit() else 0)
    return found


@contextmanager
def index(git: Git) -> Iterator[Git]:
    """Git with an index of its own, so that nothing here is touched."""
    with TemporaryDirectory() as folder:
        yield git.beside(GIT_INDEX_FILE=str(Path(folder) / "index"))


def put(aside: Git, files: Mapping[str, str | None], modes: Mapping[str, str]) -> None:
    """Lay blobs into an index; a path without one goes."""
    lines = []
    for path, blob in files.items():
        lines.append(f"{GONE}\t{path}")
        if blob is not None:
            lines.append(f"{modes.get(path, REGULAR)} {blob}\t{path}")
    given = "".join(f"{line}\0" for line in lines)
    aside.gives("update-index", "-z", "--index-info", given=given.encode())


def blob(git: Git, path: str, data: bytes) -> str:
    """Keep what a working file says as git keeps it there: line ends and all."""
    return git.says("hash-object", "-w", "--stdin", f"--path={path}", given=data)


def written(git: Git, tree: str, parents: Sequence[str], message: str) -> str:
    """A commit of a tree by whoever edits here."""
    behind = [word for parent in dict.fromkeys(parents) for word in ("-p", parent)]
    return git.says("commit-tree", tree, *behind, "-F", "-", given=message.encode())


def with_files(git: Git, head: str, files: Mapping[str, bytes | None], message: str) -> str:
    """A commit behind another one, with files of the project changed.

    A file without bytes goes.
    """
    up, prefix = top(git)
    named = {prefix + path: data for path, data in files.items()}
    modes = {path: held.mode for path, held in files_of(up, head).items() if path in named}
    blobs = {path: None if data is None else blob(up, path, data) for path, data in named.items()}
    with index(up) as aside:
        aside.gives("read-tree", head)
        put(aside, blobs, modes)
        return written(up, aside.says("write-tree"), [head], message)


def changed_between(git: Git, *commits: str) -> list[str]:
    """The files that two commits say otherwise, or one and the files that are there.

    By their paths from the top of the repository.
    """
    return _names(git.gives("diff", "--name-only", "-z", "--no-renames", *commits))


def _names(listed: bytes) -> list[str]:
    return [name for name in listed.decode("utf-8", "surrogateescape").split("\0") if name]


def step(git: Git, commit: str) -> list[str]:
    """Go on from a commit that holds all of this one's; the project's files that changed.

    Raises InTheWay, and Failed; nothing has changed then.
    """
    up, prefix = top(git)
    head = up.says("rev-parse", "HEAD")
    changed = changed_between(git, head, commit)
    up.run("update-index", "-q", "--refresh")
    if not up.does("read-tree", "-m", "-u", head, commit):
        touched = _touched(up, head, changed)
        up.run("add", "--", *(name for name in touched if _is_there_already(up, commit, name)))
        if not up.does("read-tree", "-m", "-u", head, commit):
            raise InTheWay(touched)
    up.gives("update-ref", "HEAD", commit, head)
    return [name.removeprefix(prefix) for name in changed if name.startswith(prefix)]


def _touched(up: Git, head: str, wanted: Sequence[str]) -> list[str]:
    """The files among these that are not as the last commit has them."""
    here = {*changed_between(up, head), *_names(up.gives("ls-files", "--others", "-z"))}
    found = [name for name in wanted if name in here]
    if not found:
        raise Failed("read-tree")
    return found


def _is_there_already(up: Git, commit: str, name: str) -> bool:
    """Whether a file says what a commit does: a step that was cut off had written it."""
    wanted = up.says_if("rev-parse", "--verify", "--quiet", f"{commit}:{name}")
    return bool(wanted) and wanted == up.says_if("hash-object", "--", name)
