"""What the builder has laid out: shells, the page for what is not found, the theme's files.

It depends on the frame, the theme and the builder, and on no record and no text. So it is
kept under the hash of these, and a build that finds it starts no builder. The folder may be
deleted, cut or damaged at any time: a layout whose files are not the very ones that were
written is made again.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Self

from campaign import targets, trees
from campaign.build import builder, scripts, shells, stylesheet
from campaign.build.frame import Frame
from campaign.build.shells import Shell

PLACE = ".cache/layout"
TREE, SHELLS, SEAL = "tree", "shells.json", "seal.json"
PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "pymdown-extensions")
NAME = re.compile(r"[0-9a-f]{32}")
KEPT = 6
"""Layouts that stay in the cache: those of other profiles, of previews, of the last changes."""


@dataclass(frozen=True)
class Layout:
    """A laid-out frame."""

    frame: Frame
    html: Mapping[str, str]
    """The shells as the builder wrote them, by their files below `docs/`."""
    tree: Path
    """The folder with everything else that the builder wrote."""
    names: tuple[str, ...]
    """Which files these are: a site may be poured into the same folder."""

    @classmethod
    def in_tree(cls, frame: Frame, html: Mapping[str, str], tree: Path) -> Self:
        """The layout that the builder has just written to a folder."""
        return cls(frame, html, tree, tuple(sorted(trees.files(tree))))

    @cached_property
    def shells(self) -> Mapping[str, Shell]:
        """The shells cut at their slots, by their files below `docs/`. Raises ShellError."""
        frame = self.frame
        return {
            uri: shells.cut(
                html, uri, frame.is_editable, frame.is_reportable, uri in frame.with_contents
            )
            for uri, html in self.html.items()
        }

    def blank(self, uri: str) -> str:
        """A page with nothing poured into it."""
        shell = self.shells[uri]
        return shell.fill(dict.fromkeys(shell.parts[1::2], ""))

    def files(self) -> Iterator[tuple[str, Path]]:
        """What the builder wrote beside shells, by its path on the site."""
        return ((name, self.tree / name) for name in self.names)


def layout(root: Path, frame: Frame) -> Layout:
    """The layout of a frame: as it is kept, or else made by the builder.

    Raises BuildFailed when the builder stops.
    """
    folder = root / PLACE / key(root, frame)
    if not is_whole(folder):
        _make(root, folder, frame)
        _sweep(root / PLACE)
    html = json.loads((folder / SHELLS).read_text(encoding="utf-8"))
    return Layout.in_tree(frame, html, folder / TREE)


def key(root: Path, frame: Frame) -> str:
    """What a layout is made from, as one hash."""
    found = hashlib.sha256(frame.written().encode())
    for name in PACKAGES:
        found.update(f"{name} {metadata.version(name)}\n".encode())
    for path in _sources(root):
        found.update(f"{path.relative_to(root).as_posix()}\n".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:32]


def _sources(root: Path) -> Iterator[Path]:
    """The files that the builder reads; styles and scripts are put together without it."""
    hooks = root / "hooks"
    yield root / "mkdocs.yml"
    yield hooks / "events.py"
    theme = hooks / "theme"
    for path in sorted(path for path in theme.rglob("*") if path.is_file()):
        if not path.relative_to(theme).as_posix().startswith((stylesheet.PARTS, scripts.PARTS)):
            yield path


def _make(root: Path, folder: Path, frame: Frame) -> None:
    """Let the builder lay a frame out, beside the cache, and put it into its place whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as name:
        made = Path(name) / "layout"
        (made / TREE).mkdir(parents=True)
        builder.lay_out(root, frame.written(), made / TREE, made / SHELLS)
        (made / SEAL).write_text(json.dumps(_hashes(made)), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


def is_whole(folder: Path) -> bool:
    """Whether every file of a kept layout is there as it was written, and no other."""
    try:
        sealed = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        return bool(sealed) and sealed == _hashes(folder)
    except (OSError, ValueError):
        return False


def _hashes(folder: Path) -> dict[str, str]:
    names = (name for name in trees.files(folder) if name != SEAL)
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def _sweep(place: Path) -> None:
    """Remove the layouts that were made the longest time ago."""
    made = sorted(targets.own_entries(place, NAME), key=lambda path: path.stat().st_mtime)
    for folder in made[:-KEPT]:
        shutil.rmtree(folder, ignore_errors=True)
