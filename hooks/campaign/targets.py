"""What the program may replace or delete: the one place that every verb has to ask.

A site may be put where nothing is, where an empty folder is, or in place of a site that this
program wrote and nobody added to. A file that was asked for may be put where none is, or in
place of one that the same verb wrote. A cache forgets only what has the names that it gives.
Links are followed first: what is judged is where they lead. `docs/dev/architecture.md` has
the table of the verbs.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from campaign import atomic, trees

MARK = "built-files.txt"
"""Lies in every built site and names its files: what is not among them, people put there."""
HEADING = "# Written by the campaign showcase generator. 本站由程序生成的全部文件："
WRITTEN_BY_PEOPLE = frozenset(
    {"docs", "showcases", "hooks", "tests", "originals", "node_modules"}
    | {".git", ".github", ".ci", ".venv", ".cache"}
)
"""Folders of a project in which nothing that is asked for is put."""
FROM_THE_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What a file manager leaves wherever somebody looks."""
SHOWN = 3
"""How many foreign files a refusal names."""


class Refused(Exception):
    """Nothing was written or deleted. The text says why, in both languages."""


# Sites


def mark(names: list[str]) -> bytes:
    """The mark of a site with these files."""
    return "\n".join([HEADING, *sorted({*names, MARK}), ""]).encode()


def for_a_site(root: Path, site_dir: Path) -> Path:
    """Where a site of the project `root` may be put when `site_dir` is asked for.

    Raises Refused where that would replace anything but a site of this program.
    """
    place = _place(site_dir)
    _refuse_precious(root, place)
    if not place.exists():
        return place
    if not place.is_dir():
        raise Refused(f"{place} 不是文件夹，网站不能放在这里。It is no folder.")
    if any(_files(place)):
        _refuse_foreign(place)
    return place


def built_site(site_dir: Path) -> Path | None:
    """A site of this program in which files may be changed; nothing where there is none.

    Raises Refused where something else is.
    """
    place = _place(site_dir)
    if not place.exists() or (place.is_dir() and not any(_files(place))):
        return None
    if not _marked(place):
        raise Refused(
            f"{place} 不是本程序建的网站，里面的文件没有改动。\n"
            "It is no site of this program: nothing in it was changed."
        )
    return place


def _place(path: Path) -> Path:
    """Where a path leads in the end."""
    return Path(os.path.realpath(path))


def _refuse_precious(root: Path, place: Path) -> None:
    """Refuse the project, what people write in it, a home, and all that these lie in."""
    root = _place(root)
    if root.is_relative_to(place):
        words = "里面有项目本身，网站不能放在这里。The project lies in it."
    elif _home().is_relative_to(place):
        words = "里面有用户的主目录，网站不能放在这里。A home folder lies in it."
    elif place.is_relative_to(root) and _first(root, place) in WRITTEN_BY_PEOPLE:
        words = "属于项目的内容或程序，网站不能放在这里。It belongs to the project."
    else:
        return
    raise Refused(f"{place} {words}\n{_elsewhere()}")


def _first(root: Path, place: Path) -> str:
    """The folder of the project in which a place lies, as a disk without capitals names it."""
    return place.relative_to(root).parts[0].lower()


def _home() -> Path:
    try:
        return _place(Path.home())
    except RuntimeError:  # a user without one
        return Path(os.devnull)


def _refuse_foreign(place: Path) -> None:
    if (place / ".git").exists() or _tracked(place):
        raise Refused(
            f"{place} 里有 git 管理的文件，网站不能放在这里。Git keeps files in it.\n{_elsewhere()}"
        )
    written = _marked(place)
    if not written:
        raise Refused(
            f"{place} 里有文件，又不是本程序建的网站（没有 {MARK}），没有改动。"
            "如果是旧版本建的网站，先删掉这个文件夹。\n"
            "It holds files and is no site of this program; one of an earlier version, "
            f"delete it once. {_elsewhere()}"
        )
    foreign = sorted(name for name in _files(place) if name not in written)
    if foreign:
        shown = "、".join(foreign[:SHOWN]) + ("……" if len(foreign) > SHOWN else "")
        raise Refused(
            f"{place} 里有 {len(foreign)} 个不是本程序写的文件：{shown}。"
            "更新网站会丢掉它们，请先移到别处。\n"
            "It holds files that this program did not write: move them first."
        )


def _elsewhere() -> str:
    return "请换一个空的或还没有的文件夹。Choose a folder that is empty or not there yet."


def _marked(place: Path) -> frozenset[str]:
    """The files that the mark names; none where no mark is."""
    try:
        heading, *names = (place / MARK).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return frozenset()
    return frozenset(names) if heading == HEADING else frozenset()


def _files(place: Path) -> Iterator[str]:
    """Every file in a site that says something, by its path; links are files, too."""
    for path in trees.files(place):
        name = path.rpartition("/")[2]
        if name.lower() not in FROM_THE_SYSTEM and not atomic.UNFINISHED.fullmatch(name):
            yield path


def _tracked(place: Path) -> bool:
    """Whether git keeps anything in a folder, or the very file."""
    folder, name = (place, ".") if place.is_dir() else (place.parent, place.name)
    command = ["git", "-C", str(folder), "ls-files", "--cached", "--", f":(literal){name}"]
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
    except OSError:
        return False
    return bool(done.stdout)


# Files that a verb was asked for


def write(root: Path, path: Path, data: bytes, is_own: Callable[[bytes], bool]) -> Path:
    """Write the file that was asked for, in one step; where it is.

    `is_own` knows an earlier one of its kind. Raises Refused where another file would be lost.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe, a terminal
        path.write_bytes(data)
        return path
    place = for_a_file(root, path, lambda old: is_own(old.read_bytes()))
    atomic.replace(place, data)
    return place


def for_a_file(root: Path, path: Path, is_own: Callable[[Path], bool]) -> Path:
    """Where a file may be put when `path` is asked for. Raises Refused as `write` does."""
    place, root = _place(path), _place(root)
    if place.is_relative_to(root) and _first(root, place / "x") in WRITTEN_BY_PEOPLE:
        words = "属于项目的内容或程序，不能写在这里。It belongs to the project."
    elif place.is_dir():
        words = "是文件夹，请写文件名。It is a folder: name a file."
    elif not place.is_file():
        return place
    elif _tracked(place):
        words = "由 git 管理，没有改动。Git keeps it: it was left as it is."
    elif place.stat().st_size and not is_own(place):
        words = "已经存在，又不是本命令写的，没有改动，请换一个文件名。It exists: choose another."
    else:
        return place
    raise Refused(f"{place} {words}")


# Files of the project that were delivered


def is_own_file(root: Path, name: str) -> bool:
    """Whether a real file stands there, and no link on the way leads out of the project."""
    path = root / name
    return path.is_file() and path.resolve() == root.resolve() / name


# Caches


def own_entries(folder: Path, form: re.Pattern[str]) -> list[Path]:
    """What a cache may delete in its folder: real folders and files by names of its own form."""
    try:
        with os.scandir(folder) as entries:
            found = [Path(e.path) for e in entries if form.fullmatch(e.name) and not e.is_symlink()]
    except OSError:
        return []
    return sorted(found)


def holds_only(folder: Path, names: Collection[str]) -> bool:
    """Whether a folder that a cache would replace is its own: real, and with these names alone."""
    try:
        return not folder.is_symlink() and all(path.name in names for path in folder.iterdir())
    except OSError:
        return False
