"""Putting texts right that were pasted: shown first, and written when somebody agrees."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

import typer

from campaign.checks.tidying import tidied
from campaign.reading.characters import LINE_BREAK
from campaign.verbs import console

FOLDERS = ("docs", "showcases")
ENDINGS = (".md", ".yml")


class Refused(Exception):
    """The file was left as it is. The text says why, in both languages."""


def run(root: Path, files: Iterable[Path], agreed: bool) -> int:
    """Put files right, each when its editor agrees; the exit status to end with."""
    status = 0
    for path in files:
        try:
            _tidy(root, path, agreed)
        except Refused as refused:
            console.say(str(refused), "bold red")
            status = 1
    return status


def _tidy(root: Path, path: Path, agreed: bool) -> None:
    name = _name(root, path)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{name} 不是 UTF-8 编码，先另存为 UTF-8。Not UTF-8.") from None
    first = LINE_BREAK.search(text)
    old = LINE_BREAK.sub("\n", text)
    new = tidied(name, old.removeprefix("\ufeff"))
    if new == old:
        console.say(f"{name} 没有要整理的。Nothing to do.")
        return
    console.difference(name, old, new)
    if agreed or typer.confirm("照此修改吗？Write this?", default=False):
        _replace(path, raw, new.replace("\n", first[0] if first else "\n").encode())
        console.say(f"{name} 已整理。Written.", "green")
    else:
        console.say(f"{name} 没有改动。Left as it is.")


def _name(root: Path, path: Path) -> str:
    """The file's path in the project. Raises Refused for what nobody wrote as a text there."""
    place = path.resolve()
    within = place.is_relative_to(root) and place.relative_to(root).parts[:1]
    if path.is_symlink() or not path.is_file() or not within or within[0] not in FOLDERS:
        raise Refused(f"{path} 不是 docs/ 或 showcases/ 里的文件。No file of the content.")
    if place.suffix not in ENDINGS:
        raise Refused(f"{path} 不是文稿，没有改动。Neither an entry nor a record.")
    return place.relative_to(root).as_posix()


def _replace(path: Path, before: bytes, after: bytes) -> None:
    """Put new bytes in place of the old ones in one step, unless somebody else was faster."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
        os.chmod(name, stat.S_IMODE(path.stat().st_mode))
        if path.read_bytes() != before:
            raise Refused(f"{path} 刚刚被别人改过，没有改动。It was changed meanwhile.")
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
