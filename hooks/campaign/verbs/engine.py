"""The engine, file by file: what `upgrade` may replace, and nothing else.

`engine.sha256` lists the engine's files as they were delivered, as `sha256sum` writes them. A
file that a fork has changed has another hash, one that it has added has none. Whoever changes
the engine writes the list anew:

    PYTHONPATH=hooks python3 -m campaign.verbs.engine
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from campaign import atomic, staging
from campaign.reading import sample
from campaign.verbs import ROOT
from campaign.verbs.sample import TESTS

LIST = "hooks/campaign/verbs/engine.sha256"
OF_THE_SAMPLE = (*TESTS, "hooks/campaign/verbs/sample.sha256")
"""What goes with the sample, and does not return with an upgrade."""
WRITTEN = ("docs", "showcases")
"""Folders in which people write."""
DELIVERED = ("docs/dev", "docs/guide", "showcases/schema")
"""What is the engine's in these: the editors' guide tells what this engine asks of them."""
OF_THE_MACHINE = (".git", ".venv", ".cache", ".upgrade", "node_modules", "site", "dist")


def belongs(name: str) -> bool:
    """Whether a path names a file of the engine: inside the project, and no content."""
    path = PurePosixPath(name)
    if path.is_absolute() or {"..", ""} & {*name.split("/")} or {":", "\\"} & {*name}:
        return False
    if _is_in(name, (*OF_THE_MACHINE, *OF_THE_SAMPLE, LIST)):
        return False
    return _is_in(name, DELIVERED) or not _is_in(name, WRITTEN)


def _is_in(name: str, places: tuple[str, ...]) -> bool:
    """Whether a file is one of these, or lies in one, on a disk without capitals, too."""
    return any(f"{name}/".lower().startswith(f"{place}/") for place in places)


def listed(text: str) -> Mapping[str, str]:
    """The hash of each file of the engine in a list."""
    return {name: found for name, found in sample.listed(text).items() if belongs(name)}


def delivered(root: Path) -> Mapping[str, str]:
    """The engine of a project as it was delivered; nothing when nobody said."""
    try:
        return listed((root / LIST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def files(root: Path) -> Iterator[str]:
    """The files of the engine in this repository, those that git does not know yet as well."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True)
    names = sorted({name for name in done.stdout.split("\0") if name and belongs(name)})
    return (name for name in names if (root / name).is_file())


def written(root: Path) -> str:
    """The list for the engine as it is now."""
    return "".join(f"{staging.present(root, name)}  {name}\n" for name in files(root))


if __name__ == "__main__":
    if (ROOT / sample.LAST).exists():
        atomic.replace_text(ROOT / LIST, written(ROOT))
    else:
        raise SystemExit("The sample is gone: this is a city's own engine, and not to be listed.")
