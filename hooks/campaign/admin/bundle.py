"""The program of the page: Sveltia CMS in one piece, made by esbuild and kept by its key.

It is made from npm packages that are installed only where a profile asks for the page, so that
nothing of it lies in git. The same packages give the same bytes.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from campaign import targets
from campaign.keeping import NAME
from campaign.problems import Problem
from campaign.reading.listing import content
from campaign.site import Site

HERE = Path(__file__).parent
FOLDER = ".cache/admin"
"""Where it is kept, relative to the project."""
SOURCES = ("bundle.mjs", "entry.js", "formats.js", "zh-cn.json")
PACKAGES = ("node_modules/@sveltia/cms/package.json", "node_modules/esbuild/package.json")
LOCK = "package-lock.json"
SUMS = "sums.txt"
"""Names the files of what is kept with their hashes."""


class NotBundled(Exception):
    """The program could not be made. The text says why, as esbuild or node said it."""


def is_installed(root: Path) -> bool:
    """Whether there is everything that it is made from, node included."""
    return all((root / name).is_file() for name in PACKAGES) and shutil.which("node") is not None


def lacking(site: Site | None) -> Iterator[Problem]:
    """V28k: a deployment has the page, and there is nothing to make it of."""
    if site and site.profile.admin and not is_installed(site.root):
        yield site.problem(site.profile, "V28k", "admin")


def files(root: Path) -> Iterator[tuple[str, Path]]:
    """Each file of the program: its name, and where it is. Raises NotBundled."""
    folder = root / FOLDER / key(root)
    if not _is_whole(folder):
        _make(root, folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != SUMS:
            yield path.relative_to(folder).as_posix(), path


def key(root: Path) -> str:
    """A hash of all that it is made from: our few files, and which packages are installed."""
    found = hashlib.sha256()
    for path in (*(HERE / name for name in SOURCES), *(root / name for name in (LOCK, *PACKAGES))):
        data = content(str(path)) if path.is_file() else b""
        found.update(f"{path.name}\n{len(data)}\n".encode() + data)
    return found.hexdigest()[:32]


def _make(root: Path, folder: Path) -> None:
    """Make it beside its place and put it there in one step; what was kept before goes."""
    if not is_installed(root):
        raise NotBundled("npm ci: @sveltia/cms, esbuild, node")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as name:
        made = Path(name) / "made"
        command = ["node", str(HERE / "bundle.mjs"), str(root), str(made)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise NotBundled(done.stderr.strip())
        (made / SUMS).write_text(_sums(made), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)
    for other in targets.own_entries(folder.parent, NAME):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


def _is_whole(folder: Path) -> bool:
    """Whether each file is the one that was written: what is kept may be cut or damaged."""
    sums = folder / SUMS
    return sums.is_file() and sums.read_text(encoding="utf-8") == _sums(folder)


def _sums(folder: Path) -> str:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != SUMS)
    lines = (f"{_hash(path)}  {path.relative_to(folder).as_posix()}\n" for path in found)
    return "".join(lines)


def _hash(path: Path) -> str:
    return hashlib.sha256(content(str(path))).hexdigest()
