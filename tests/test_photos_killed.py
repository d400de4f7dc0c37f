"""A verb for photos, killed at any moment, has lost no photo and left no half record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from campaign.photos import intake, mending
from campaign.photos.intake import Details
from campaign.photos.originals import ORIGINALS
from campaign.photos.withdrawal import withdraw
from killing import killed_at_each_step
from pictures import encoded, wide
from projects import project
from sites import tree_of

LIST = "showcases/galleries/fair/gallery.yml"
FOLDER = "showcases/galleries/fair"
PHOTOS = "".join(
    f"  - {{file: {name}.jpg, alt: 居民们在广场上跳舞, licence: own, people: none}}  # {name}\n"
    for name in ("one", "two", "three", "four")
)
TAKEN = encoded(wide(), comment=b"taken here")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A gallery of four photos, and one that is to come in."""
    pictures = {f"{FOLDER}/{name}.jpg": encoded(wide()) for name in ("one", "two", "three")}
    files = {
        LIST: f"# 我们的相册\ntitle: 节日\ndate: 2025-10-18\nphotos:\n{PHOTOS}",
        "showcases/vocab/licences.yml": "title: 授权\nitems: [{id: own, label: 自有}]\n",
        f"{FOLDER}/four.jpg": TAKEN,
        "incoming/party.jpg": TAKEN + b"\0",
        **pictures,
    }
    return project(tmp_path / "project", files)


def listed(root: Path) -> list[str]:
    data = yaml.safe_load((root / LIST).read_text(encoding="utf-8"))
    return [photo["file"] for photo in data["photos"]]


def add(root: Path) -> None:
    source = root / "incoming/party.jpg"
    sources = [source] if source.exists() else intake.unlisted(root, "fair")
    details = Details("居民们在吃饭", "none", "own", "")
    assert list(intake.add(root, "fair", sources, lambda path, made: details))


def mend(root: Path) -> None:
    assert mending.mend(root, root / FOLDER / "four.jpg").id


def take_back(root: Path) -> None:
    withdraw(root, "fair/two", date(2026, 4, 1))


def whole(root: Path, before: dict[str, bytes]) -> bool:
    """Whether every original is somewhere, and each photo that is listed has its file."""
    files = tree_of(root)
    originals = [TAKEN, before["incoming/party.jpg"]]
    names = listed(root)
    has_files = all(f"{FOLDER}/{name}" in files for name in names if name != "two.jpg")
    has_comments = files[LIST].decode().startswith("# 我们的相册\n")
    return (
        len(names) in (4, 5)
        and has_files
        and has_comments
        and all(original in files.values() for original in originals)
    )


@pytest.mark.parametrize("work", [add, mend, take_back])
def test_killed_at_any_step_nothing_is_lost_and_it_can_be_done_again(
    root: Path, work: Callable[[Path], None]
) -> None:
    before = tree_of(root)
    steps = 0
    for copy in killed_at_each_step(root, work):
        steps += 1
        assert whole(copy, before)
        if work is not add or len(listed(copy)) == 4:
            work(copy)
        assert whole(copy, before)
        assert len(listed(copy)) == (5 if work is add else 4)
    assert steps > 4


def test_adding_again_after_a_kill_makes_no_second_copy(root: Path) -> None:
    for copy in killed_at_each_step(root, add):
        if len(listed(copy)) == 4:
            add(copy)
        assert [path.name for path in (copy / FOLDER).glob("party*")] == ["party.jpg"]
        assert len(list((copy / ORIGINALS).rglob("*.jpg"))) <= 2
