"""Offices that work on one site: two machines and the place where work is handed in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from campaign.build.layout import PLACE
from desks import Office, office, words
from repositories import git

GAMMA = "showcases/communities/gamma.yml"
UNITS = {"one": "城北街道办", "two": "市文明办"}


@dataclass(frozen=True)
class Exchange:
    """Two desks and a bare repository."""

    bare: Path
    one: Office
    """A clerk's."""
    two: Office
    """A reviewer's."""


def machine(first: Path, folder: Path, remote: Path | None) -> Path:
    """A copy of a project on another machine, with what the first one has kept.

    The engine is the first one's, so that no command may be run there; what the builder lays
    out for one is there for all of them.
    """
    git(first, "clone", "--quiet", str(remote or first), str(folder))
    (folder / "hooks").symlink_to((first / "hooks").resolve())
    own = shutil.ignore_patterns("site", "layout")
    shutil.copytree(first / ".cache", folder / ".cache", ignore=own, dirs_exist_ok=True)
    (folder / PLACE).symlink_to((first / PLACE).resolve())
    if remote is None:
        git(folder, "remote", "remove", "origin")
    return folder


def sits(desk: Office, name: str, unit: str, role: str) -> None:
    """Let somebody sit down at a desk."""
    pairs = [("token", desk.desk.token), ("name", name), ("unit", unit), ("role", role)]
    assert desk.post("who", pairs).status == 303


def exchange(first: Path, folder: Path) -> Exchange:
    bare = folder / "bare.git"
    git(first, "clone", "--quiet", "--bare", str(first), str(bare))
    one, two = (office(machine(first, folder / name, bare)) for name in ("one", "two"))
    sits(one, "王芳", UNITS["one"], "editor")
    sits(two, "李明", UNITS["two"], "first")
    return Exchange(bare, one, two)


def copied(first: Exchange, folder: Path) -> Exchange:
    """The same two machines in another folder, as they were and with what they know."""
    bare = shutil.copytree(first.bare, folder / "bare.git")
    roots = [
        shutil.copytree(desk.root, folder / desk.root.name, symlinks=True)
        for desk in (first.one, first.two)
    ]
    for root in roots:
        git(root, "remote", "set-url", "origin", str(bare))
        git(root, "status")  # git knows files by their inodes: it looks at the new ones
    return Exchange(bare, *map(office, roots))


def press(desk: Office, what: str, *more: tuple[str, str]) -> str:
    """Press a button of the first page; what the page says then."""
    answer = desk.post(what, [("token", desk.desk.token), *more])
    if answer.status == 303:
        answer = desk.ask(answer.headers["location"])
    return words(answer.text)


def at(where: Path, name: str, path: str) -> str:
    """What a file says on a branch."""
    return git(where, "show", f"{name}:{path}")


def heads(where: Path) -> dict[str, str]:
    """The branches of a repository and their commits."""
    listed = git(where, "for-each-ref", "--format=%(refname) %(objectname)", "refs/heads")
    return dict(line.split(" ") for line in listed.splitlines())
