"""Pagefind, which indexes the built pages: found on this machine, and run.

Releases before 1.6 index Chinese by words alone: 摘牌 or 长效机制 find nothing. They count
as absent.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from campaign.render.outputs import Output

OLDEST = (1, 6, 0)
VERSION = re.compile(r"\b(\d+)\.(\d+)\.(\d+)\b")
PATIENCE = 600
"""Seconds after which an index will not come any more."""
OPTIONS = (
    "--silent",
    "--include-characters",
    "%.-—:/〔〕",  # 75.6%, 〔2026〕4号, 8:30—17:30; the interface splits phrases at the others
    "--exclude-selectors",
    ".headerlink",
)
NOT_OURS = re.compile(r"^pagefind-(?:.*ui|highlight)\.(?:js|css)$")
"""Interfaces that the bundle brings along; ours is another."""


class Missing(Exception):
    """No Pagefind here that can index Chinese. The text says why, in Chinese and English."""


def command(root: Path) -> str:
    """The program for the project `root`: `PAGEFIND_BIN`, or else what npm installed.

    Raises Missing when there is none, or one that is too old.
    """
    installed = root / "node_modules" / ".bin"
    found = os.environ.get("PAGEFIND_BIN") or shutil.which("pagefind", path=str(installed))
    if not found:
        raise Missing("没有安装 Pagefind（npm ci）。Pagefind is not installed (npm ci).")
    answer = _run([found, "--version"], 60)
    version = VERSION.search(answer)
    if version is None or tuple(map(int, version.groups())) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise Missing(
            f"{answer.strip() or found} 不能检索中文，需要 {oldest} 以上。"
            f"Chinese needs {oldest} or newer."
        )
    return found


def bundle(root: Path, tree: Path) -> list[Output]:
    """The index of the built pages of `tree`, as files of the site.

    Raises Missing when Pagefind is not there or does not finish.
    """
    found = command(root)
    with TemporaryDirectory() as folder:
        _run([found, "--site", str(tree), "--output-path", folder, *OPTIONS], PATIENCE)
        files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        names = [PurePosixPath(path.relative_to(folder).as_posix()) for path in files]
        return [
            Output(f"pagefind/{name}", path.read_bytes())
            for name, path in zip(names, files, strict=True)
            if not NOT_OURS.match(name.name)
        ]


def _run(words: list[str], patience: int) -> str:
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=patience)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Missing(f"Pagefind 无法运行：{error}。Pagefind does not run.") from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [""])[-1]
        raise Missing(f"Pagefind 没有建成索引：{last}。Pagefind failed.")
    return done.stdout
