"""What was published last is published again only when nothing at all has changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from campaign import keeping
from campaign.build import last
from campaign.problems import Problem
from projects import project
from sites import build_site, tree_of

DAY = datetime(2026, 4, 20, 10, 0)
FILES = {"index.html": b"<p>1</p>", "assets/a b.css": b"a{}"}
NOTE = Problem("docs/index.md", 3, "V07a", {"field": "intro"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose last publication is kept."""
    root = project(tmp_path / "project")
    tree = tmp_path / "tree"
    for name, data in FILES.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(data)
    last.keep(root, last.key(root, None, DAY), tree, [NOTE])
    return root


def kept(root: Path) -> last.Last | None:
    return last.find(root, last.key(root, None, DAY))


def test_the_same_files_are_published_again_with_their_problems(root: Path, tmp_path: Path) -> None:
    found = kept(root)
    assert found is not None
    assert found.problems == [NOTE]
    assert found.sizes == {name: len(data) for name, data in FILES.items()}
    (tmp_path / "again").mkdir()
    found.publish(tmp_path / "again")
    assert tree_of(tmp_path / "again") == FILES


def edit(path: str, text: str = "x") -> Callable[[Path], object]:
    return lambda root: (root / path).open("a", encoding="utf-8").write(text)


@pytest.mark.parametrize(
    "change",
    [
        edit("docs/index.md"),
        edit("showcases/communities/alpha.yml"),
        edit("showcases/galleries/day/a.jpg"),
        edit("docs/assets/new.pdf"),
        edit("mkdocs.yml"),
        edit("hooks/campaign/templates/a.jinja"),
        lambda root: (root / "docs/index.md").unlink(),
        lambda root: (root / "docs/index.md").rename(root / "docs/home.md"),
    ],
)
def test_any_change_of_any_file_makes_it_another(
    root: Path, change: Callable[[Path], object]
) -> None:
    for folder in ("showcases/galleries/day", "docs/assets", "hooks/campaign/templates"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    assert kept(root) is not None
    change(root)
    assert kept(root) is None


def test_times_and_compiled_code_are_no_change(root: Path) -> None:
    os.utime(root / "docs/index.md", (1, 1))
    (root / "hooks").mkdir(exist_ok=True)
    edit("hooks/a.pyc")(root)
    assert kept(root) is not None


def test_another_day_or_profile_is_another_publication(root: Path) -> None:
    assert last.find(root, last.key(root, None, datetime(2026, 4, 21, 10, 0))) is None
    assert last.find(root, last.key(root, "public", DAY)) is None


def test_the_minute_matters_only_for_what_comes_out_in_between(root: Path) -> None:
    def key(hour: int, minute: int) -> str:
        return last.key(root, None, datetime(2026, 4, 20, hour, minute))

    assert key(0, 0) == key(23, 59)
    note = "---\ntitle: 今晚\npublished: 2026-04-20 23:30\n---\n今晚公开。\n"
    (root / "docs/news").mkdir(exist_ok=True)
    (root / "docs/news/tonight.md").write_text(note, encoding="utf-8")
    assert key(0, 23) == key(23, 29)
    assert key(23, 29) != key(23, 30)


@pytest.mark.parametrize(
    "damage",
    [
        edit("tree/index.html"),
        edit("tree/more.html"),
        lambda folder: (folder / "tree/assets/a b.css").unlink(),
        lambda folder: (folder / "seal.json").write_text("{}"),
        lambda folder: (folder / "seal.json").write_text("[]"),
        lambda folder: (folder / "seal.json").write_bytes(b"\xff{"),
        lambda folder: (folder / "seal.json").unlink(),
        lambda folder: shutil.rmtree(folder / "tree"),
        lambda folder: shutil.rmtree(folder),
    ],
)
def test_a_damaged_publication_is_none(root: Path, damage: Callable[[Path], object]) -> None:
    assert kept(root) is not None
    damage(root / keeping.LAST)
    assert kept(root) is None


def test_a_second_build_publishes_the_same_bytes_without_making_any(project: Path) -> None:
    first = build_site(project)
    assert first.returncode == 0, first.stderr
    before = tree_of(project / "site")
    second = build_site(project)
    assert second.returncode == 0
    assert "Nothing has changed" in second.stderr
    assert tree_of(project / "site") == before
    told = [line for line in first.stderr.splitlines() if ": [" in line]
    assert told == [line for line in second.stderr.splitlines() if ": [" in line]


def test_what_was_changed_in_the_site_itself_does_not_stay(project: Path) -> None:
    assert build_site(project).returncode == 0
    page = project / "site/index.html"
    whole = page.read_bytes()
    page.write_bytes(b"changed by hand")
    assert build_site(project).returncode == 0
    assert page.read_bytes() == whole


def copies(project: Path, data: bytes) -> list[str]:
    """Where in a project a file's bytes lie."""
    return [path for path, found in tree_of(project).items() if found == data]


def test_a_withdrawn_photo_leaves_what_is_kept_too(project: Path) -> None:
    assert build_site(project).returncode == 0
    photo = (project / "site/photos/fair/dance/960.webp").read_bytes()
    assert ".cache/site/tree/photos/fair/dance/960.webp" in copies(project, photo)
    assert build_site(project, "photos", "withdraw", "fair/dance").returncode == 0
    assert copies(project, photo) == []


def test_a_build_that_fails_takes_it_out_of_what_is_kept(project: Path) -> None:
    assert build_site(project).returncode == 0
    photo = (project / "site/photos/fair/dance/960.webp").read_bytes()
    gallery = project / "showcases/galleries/fair/gallery.yml"
    text = gallery.read_text(encoding="utf-8")
    consent = "consent: {state: withdrawn}"
    gallery.write_text(text.replace("file: dance.jpg", f"file: dance.jpg, {consent}", 1), "utf-8")
    (project / "showcases/communities/beta.yml").write_text("nmae: 乙\n", encoding="utf-8")
    assert build_site(project).returncode == 1
    assert [path for path in copies(project, photo) if "site/" in path] == []
