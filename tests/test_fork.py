"""A city that began with an earlier release comes to this one, and has lost nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from campaign import staging
from campaign.verbs import engine
from conftest import ENGINE
from projects import STANDING, write
from sites import ROOT, build_site, run, tree_of

BEGUN = ("--city", "新示例市", "--url", "https://x.org/y", "--since", "2025-11-01", "--yes")
CONTACT = ("--contact", "0000-6200000，office@example.org")
GUIDE = {"docs/guide/index.md": "---\ntitle: 指南\n---\n\n怎样写。\n"}
CLOCK = "hooks/campaign/clock.py"
OURS = "# 本市自己的说明\n"


def as_released(folder: Path) -> None:
    """Let the engine in a folder be the one that was delivered."""
    names = (name for name in engine.delivered(ROOT) if (folder / name).is_file())
    rows = (f"{staging.present(folder, name)}  {name}\n" for name in names)
    write(folder, {engine.LIST: "".join(rows)})


def without_version(folder: Path) -> None:
    """Let the content have the form in which nobody wrote down which it has."""
    settings = folder / "showcases/site.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("schema_version")]
    settings.write_text("".join(kept), encoding="utf-8")


def content(folder: Path) -> dict[str, bytes]:
    names = ("docs", "showcases")
    found = {f"{top}/{name}": data for top in names for name, data in tree_of(folder / top).items()}
    return {name: data for name, data in found.items() if not engine.belongs(name)}


def test_a_fork_comes_to_this_release(project: Path, tmp_path: Path) -> None:
    release = tmp_path / "release"
    write(release, {"docs/index.md": "sample\n", **GUIDE})
    for name in ENGINE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, release / name)
    as_released(release)

    run(project, "-m", "campaign.verbs.sample", PYTHONPATH=str(project / "hooks"))
    write(project, {**STANDING, **GUIDE})
    assert build_site(project, "start", *BEGUN, *CONTACT).returncode == 0
    without_version(project)
    today = (ROOT / CLOCK).read_text(encoding="utf-8")
    write(project, {CLOCK: f"{today}# earlier\n", "mkdocs.yml": "site_name: earlier\n"})
    as_released(project)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(OURS)
    before = content(project)

    upgraded = build_site(project, "upgrade", str(release), "--yes")
    assert upgraded.returncode == 0, upgraded.stderr
    assert content(project) == before
    assert (project / CLOCK).read_text(encoding="utf-8") == today
    assert OURS in (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert (project / "mkdocs.yml.upgrade").read_bytes() == (ROOT / "mkdocs.yml").read_bytes()

    assert "migrate" in build_site(project, "check").stdout
    assert build_site(project, "migrate", "--yes").returncode == 0
    changed = {name for name, data in content(project).items() if before.get(name) != data}
    assert changed == {"showcases/site.yml"}
    checked = build_site(project, "check")
    assert checked.returncode == 0, checked.stdout
