"""`migrate`: content of an earlier form gets the form of today, as small changes in its texts.

The changes are shown first, and written when somebody agrees: each file in one step, the
settings, which say what form the content has, last. So a migration that was killed is run
again, and leaves alone what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import typer

from campaign import atomic, targets
from campaign.migrations import FIRST, SCHEMA_VERSION, migrated, splices
from campaign.verbs import console, engine

SETTINGS = "showcases/site.yml"
BUILDER = "mkdocs.yml"
"""Is read by some steps, and written by none."""


class Refused(Exception):
    """Nothing was changed. The text says why, in both languages."""


def run(root: Path, agreed: bool) -> int:
    """Migrate the content below `root`; the exit status to end with."""
    try:
        return _run(root, agreed)
    except splices.Unreadable as error:
        words = f"{error} 有格式错误，先运行 check 并改正。It is no valid YAML: run check first."
    except Refused as error:
        words = str(error)
    console.say(words, "bold red")
    return 1


def _run(root: Path, agreed: bool) -> int:
    files = dict(texts(root))
    if SETTINGS not in files:
        raise Refused(f"找不到 {SETTINGS}。It is missing.")
    if (since := version(files)) >= SCHEMA_VERSION:
        _refuse_newer(since)
        console.say(f"内容已是版本 {since}，不用迁移。Nothing to migrate.", "green")
        return 0
    changes = dict(migrated(files, since))
    told = changes.get(SETTINGS, files[SETTINGS])
    changes[SETTINGS] = splices.with_version(SETTINGS, told, SCHEMA_VERSION)
    for path, text in changes.items():
        console.difference(path, files[path], text)
    if not agreed:
        typer.confirm(f"照此修改 {len(changes)} 个文件？Write this?", abort=True)
    for path in sorted(changes, key=lambda path: (path == SETTINGS, path)):
        _write(root, path, files[path], changes[path])
    words = f"内容已从版本 {since} 迁移到 {SCHEMA_VERSION}，运行 check 看还要改什么。"
    console.say(f"{words}Migrated: run check.", "green")
    return 0


def _refuse_newer(since: int) -> None:
    if since > SCHEMA_VERSION:
        raise Refused(
            f"内容是版本 {since}，这个程序只认到 {SCHEMA_VERSION}：请先用 upgrade 升级程序。\n"
            "The content is newer than this program: upgrade it first."
        )


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """The content's texts, as they stand on disk, and the site builder's settings."""
    found = [*(root / "showcases").rglob("*.yml"), *(root / "docs").rglob("*.md")]
    for path in sorted([*found, root / BUILDER]):
        name = path.relative_to(root).as_posix()
        if targets.is_own_file(root, name) and (name == BUILDER or not engine.belongs(name)):
            try:
                yield name, path.read_bytes().decode()
            except UnicodeDecodeError:
                raise Refused(f"{name} 不是 UTF-8 编码，先另存为 UTF-8。Not UTF-8.") from None


def version(files: Mapping[str, str]) -> int:
    """Which form the content has, as its settings say."""
    found = splices.value(splices.top(SETTINGS, files[SETTINGS]), "schema_version")
    if found is None:
        return FIRST
    if not str(found.value).isascii() or not str(found.value).isdigit():
        raise Refused(f"{SETTINGS} 的 schema_version 不是整数：{found.value}。It is no number.")
    return int(found.value)


def _write(root: Path, path: str, before: str, after: str) -> None:
    if (root / path).read_bytes() != before.encode():
        raise Refused(f"{path} 刚刚被别人改过，请再运行一次。It was changed meanwhile: run again.")
    atomic.replace_text(root / path, after)
