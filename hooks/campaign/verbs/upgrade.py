"""`upgrade`: a fork gets a newer engine, and keeps every word of its own.

Only files that stand in `engine.sha256` are looked at: no content, nothing of the sample. One
that is as it was delivered is replaced. One that was changed here stays as it is; where it is
new in the release, too, the new text is put beside it, as `NAME.upgrade`. The plan is shown
first, and an upgrade that was killed is finished by the next command.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import typer

from campaign import staging, targets
from campaign.staging import BESIDE, Change
from campaign.verbs import console, engine, releases
from campaign.verbs.releases import Release, Unusable

LINES = 40
"""Of a file that was changed here, so many lines of its difference are shown."""


@dataclass
class Plan:
    """What an upgrade will do, by names of files."""

    new: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Changed here, and new in the release: the new text is put beside them."""
    own: list[str] = field(default_factory=list)
    """Changed here alone, or given up by the release: nothing is done."""
    changes: list[Change] = field(default_factory=list)


def run(root: Path, source: str, ref: str | None, agreed: bool) -> int:
    """Show what an upgrade would do, and do it when somebody agrees; the exit status."""
    try:
        release = releases.open_release(source, ref)
        before = version(root)
        if _order(release.version) < _order(before):
            raise Unusable(
                f"{source} 是 {release.version}，比现在的 {before} 旧，没有改动任何文件。\n"
                "It is older than what is here; nothing was changed."
            )
        found = plan(root, release, engine.delivered(root))
        if not found.changes:
            console.say("程序已是这个版本，没有要改的。Nothing to do.", "green")
            return 0
        _show(root, release, found)
        console.say(f"{before} → {release.version}：{_summary(found)}")
        if not agreed:
            typer.confirm("照此升级？内容不会改动。Upgrade? No content is touched.", abort=True)
        staging.put(root, found.changes)
    except (Unusable, targets.Refused) as error:
        console.say(str(error), "bold red")
        return 1
    console.say(_next(release, found), "green")
    return 0


def version(root: Path) -> str:
    """The version of the engine in a project."""
    read = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return str(read["project"]["version"])


def plan(root: Path, release: Release, delivered: Mapping[str, str]) -> Plan:
    """What has to be done, when `delivered` are the hashes of the engine as it came here."""
    found = Plan()
    for name, data in release.files.items():
        _compare(root, found, name, data, delivered.get(name))
    for name in sorted(delivered.keys() - release.files.keys()):
        if (here := staging.present(root, name)) == delivered[name]:
            found.gone.append(name)
            found.changes.append(Change(name, here, None))
        elif here is not None:
            found.own.append(name)
    here = staging.present(root, engine.LIST)
    if here != staging.digest(release.listing):
        found.changes.append(Change(engine.LIST, here, release.listing))
    return found


def _compare(root: Path, found: Plan, name: str, data: bytes, delivered: str | None) -> None:
    """What becomes of one file of the release."""
    here, there = staging.present(root, name), staging.digest(data)
    if here == there:
        return
    if here == delivered:  # as it came, or neither came nor is here
        (found.new if here is None else found.renewed).append(name)
        found.changes.append(Change(name, here, data))
    elif there == delivered:
        found.own.append(name)
    else:
        found.kept.append(name)
        found.changes += _beside(root, name, data, delivered)


def _beside(root: Path, name: str, data: bytes, delivered: str | None) -> Iterator[Change]:
    """Put a text beside the file; an earlier one there may go when nobody has changed it."""
    beside = name + BESIDE
    here = staging.present(root, beside)
    if here == staging.digest(data):
        return
    if here not in (None, delivered):
        raise Unusable(
            f"{beside} 改动过，请先移走再升级，没有改动任何文件。\n"
            "It was changed: move it first; nothing was changed."
        )
    yield Change(beside, here, data)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


# Words


def _show(root: Path, release: Release, found: Plan) -> None:
    for mark, names in (("+", found.new), ("~", found.renewed), ("-", found.gone)):
        for name in names:
            console.say(f"{mark} {name}", "dim")
    for name in found.own:
        console.say(f"= {name}（您改过或删去，不动 yours, kept）", "yellow")
    for name in found.kept:
        console.say(
            f"! {name}（您改过或删去，不动；新的放在旁边 kept, the new one beside）", "yellow"
        )
        here = _text((root / name).read_bytes()) if (root / name).is_file() else ""
        console.difference(name, here, _text(release.files[name]), BESIDE, LINES)


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def _summary(found: Plan) -> str:
    return (
        f"新增 {len(found.new)} 个文件，更新 {len(found.renewed)} 个，删去 {len(found.gone)} 个，"
        f"不动您改过的 {len(found.kept) + len(found.own)} 个。"
    )


def _next(release: Release, found: Plan) -> str:
    """What there is to do behind an upgrade."""
    words = (
        f"程序已是 {release.version}。接着运行 migrate 和 check。Upgraded: now migrate and check."
    )
    if found.kept:
        names = "、".join(name + BESIDE for name in found.kept)
        words += f"\n先把这些新文件里的改动合进您的文件，再删去它们 Merge these first: {names}"
    return words
