"""After any edit the site is, byte for byte, what a new beginning makes of the files."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from campaign.build.content import Content
from campaign.build.site_map import SiteMap, site_map
from campaign.serve.resident import Resident
from conftest import NewProject

PARTS = shutil.ignore_patterns("records", "pages")
BASE = "http://127.0.0.1:8000/"
EDITS = (
    ("showcases/communities/alpha.yml", "district: east", "district: west"),
    ("showcases/communities/alpha.yml", "area_m2: 36", "area_m2: 3"),
    ("showcases/communities/beta.yml", "贝塔社区", "贝塔新村"),
    ("showcases/communities/beta.yml", "name: ", "nmae: "),
    ("showcases/communities/delta.yml", "name: ", "status: draft\nname: "),
    ("showcases/honours/city-honour/alpha.yml", "on: 2024-12-02", "on: 2024-12-03"),
    ("showcases/honours/city-honour/beta.yml", "type: revoked", "type: suspended"),
    ("showcases/honour-kinds/city-honour.yml", "level: city", "level: province"),
    ("showcases/experiences/lane.yml", "communities: [alpha]", "communities: [beta, alpha]"),
    ("showcases/vocab/community-types.yml", "label: ", "label: 新"),
    ("showcases/site.yml", "motto: ", "motto: 新"),
    ("docs/news/2026-04-01-first.md", "2026-04-01 09:00", "2026-03-01 09:00"),
    ("docs/news/2026-04-01-first.md", "内容，", "改过的内容，"),
    ("docs/news/2026-04-01-first.md", "[alpha]", "[beta]"),
    ("docs/news/2026-04-01-first.md", "内容，", "某某的内容,"),
    ("docs/news/2026-04-01-first.md", "(community:alpha)", "(community:nobody)"),
    ("showcases/honours/city-honour/alpha.yml", "alpha", "nobody"),
    ("docs/communities/index.md", "[[communities", "[[honours]]\n\n[[communities"),
    ("docs/about/index.md", "# 关于", "# 关于 & 本站"),
)


SEEDS = range(int(os.environ.get("EDITS", "40")) // 8)
"""Eight edits each: `EDITS=400 python build_site.py test tests/test_edits.py` makes hundreds."""


@pytest.fixture(scope="module")
def original(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project with its layout kept, and nothing else."""
    root = new_project(tmp_path_factory.mktemp("edits") / "project")
    for folder in (root / ".cache").iterdir():
        if folder.name != "layout":
            shutil.rmtree(folder)
    return root


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    shutil.copytree(original, tmp_path / "project")
    return tmp_path / "project"


GONE = ("showcases/communities/gamma.yml", "docs/news/2026-04-02-second.md")


def edited(root: Path, dice: random.Random) -> str:
    """Make an edit, or take it back; which file has changed, come or gone."""
    if dice.random() < 0.1:
        return moved(root, dice.choice(GONE))
    path, old, new = dice.choice(EDITS)
    text = (root / path).read_text(encoding="utf-8")
    changed = text.replace(new, old) if new in text else text.replace(old, new)
    assert changed != text, path
    (root / path).write_text(changed, encoding="utf-8")
    return path


def moved(root: Path, path: str) -> str:
    """Put a file aside, or back."""
    aside = root / Path(path).name
    there, to = (root / path, aside) if (root / path).exists() else (aside, root / path)
    there.rename(to)
    return path


@pytest.mark.parametrize("seed", SEEDS)
def test_the_preview_shows_what_a_new_one_would(copy: Path, seed: int) -> None:
    dice = random.Random(seed)
    resident = Resident(copy, BASE)
    resident.refresh()
    for _ in range(8):
        resident.refresh([edited(copy, dice)])
        anew = Resident(copy, BASE)
        anew.refresh()
        asked = dice.sample(sorted(anew._map.pages if anew._map else ()), 3)
        for address in [*asked, "communities/beta/", "nowhere/"]:
            found, wanted = resident.answer(address), anew.answer(address)
            assert (found.status, found.mark) == (wanted.status, wanted.mark), address
            assert found.data == wanted.data, address
        resident.check()
        anew.check()
        assert resident.problems == anew.problems


def test_a_page_alone_is_the_one_that_a_build_publishes_there(copy: Path) -> None:
    for uri in ("honours/2024", "honours/changes_2", "communities/beta"):
        (copy / f"docs/{uri}.md").write_text("---\ntitle: 手写的\n---\n\n# 手写的\n", "utf-8")
    found = mapped(copy)
    for address in found.pages:
        alone = found.page_soon(address)
        assert alone is not None
        assert alone.html == found.page(address).html, address


def everything(found: SiteMap) -> Iterator[tuple[str, object]]:
    """Every page and file of a map, and what was seen of the pages."""
    for address in found.pages:
        page = found.page(address)
        yield page.path, (page.html, page.seen, page.documents, page.modified)
    for path in found.files:
        yield path, found.file(path)


def mapped(root: Path) -> SiteMap:
    return site_map(Content.open(root))


@pytest.mark.parametrize("seed", [100 + seed for seed in SEEDS[::4]])
def test_a_build_with_kept_parts_is_one_without(copy: Path, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(4):
        edited(copy, dice)
        content = Content.open(copy)
        if content.site is None:
            continue
        kept = site_map(content)
        with_parts = dict(everything(kept))
        kept.keep()
        whole = shutil.copytree(copy, copy.parent / "whole", ignore=PARTS)
        without = dict(everything(mapped(whole)))
        shutil.rmtree(whole)
        assert with_parts.keys() == without.keys()
        for path, value in with_parts.items():
            if not isinstance(value, Path):
                assert value == without[path], path


@dataclass(frozen=True)
class Kept:
    """A project that keeps the parts of its pages: these, and what its site is."""

    root: Path
    parts: dict[Path, bytes]
    wanted: dict[str, object]


@pytest.fixture(scope="module")
def kept(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    root = shutil.copytree(original, tmp_path_factory.mktemp("kept") / "project")
    first = mapped(root)
    wanted = dict(everything(first))
    first.keep()
    files = sorted((root / ".cache/pages").rglob("[0-9]*"))
    return Kept(root, {path: path.read_bytes() for path in files if path.is_file()}, wanted)


@pytest.mark.parametrize("damage", [b"", b"cut", None])
def test_kept_parts_may_be_damaged(kept: Kept, damage: bytes | None) -> None:
    assert kept.parts
    for path, whole in kept.parts.items():
        if damage is None:
            data = bytearray(whole)
            data[len(data) // 2] ^= 1
            path.write_bytes(bytes(data))
        else:
            path.write_bytes(damage)
    assert dict(everything(mapped(kept.root))) == kept.wanted
