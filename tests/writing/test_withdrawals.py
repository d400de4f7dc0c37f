"""A withdrawal is about a picture: under another name, and in another gallery, too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from campaign.desk.versions import standing
from campaign.desk.versions.git import Git
from campaign.writing import withdrawals
from campaign.writing.withdrawals import Revived
from projects import write
from repositories import git, repository

Photo = tuple[str, str, str]
"""A file, the hash of its original, and the state of the consent."""
GONE: Photo = ("a.jpg", "H1", "withdrawn")
AGAIN: Photo = ("a.jpg", "H1", "obtained")
RENAMED: Photo = ("b.jpg", "H1", "obtained")
OTHER: Photo = ("a.jpg", "H2", "obtained")
FAIR, FETE = "showcases/galleries/fair", "showcases/galleries/fete"


def text(*photos: Photo) -> str:
    item = "  - file: {}\n    hash: {}\n    consent:\n      state: {}\n"
    return "title: 甲\nphotos:\n" + "".join(item.format(*photo) for photo in photos)


def data(*photos: Photo) -> dict[str, Any]:
    return {
        "photos": [{"file": f, "hash": h, "consent": {"state": state}} for f, h, state in photos]
    }


def listed(found: dict[str, Any]) -> list[Photo]:
    return [(p["file"], p["hash"], p["consent"]["state"]) for p in found["photos"]]


@pytest.mark.parametrize(
    ("now", "kept"),
    [
        ([AGAIN], [GONE]),
        ([GONE, RENAMED], [GONE, ("b.jpg", "H1", "withdrawn")]),
        ([RENAMED], [("b.jpg", "H1", "withdrawn")]),
        ([OTHER], [OTHER, GONE]),
        ([], [GONE]),
    ],
)
def test_what_is_withdrawn_stays_so_under_whatever_name(
    now: list[Photo], kept: list[Photo]
) -> None:
    assert listed(withdrawals.upheld(data(*now), data(GONE))) == kept


@pytest.mark.parametrize("now", [[AGAIN], [GONE, RENAMED], [OTHER], []])
def test_a_text_that_takes_it_back_is_refused(now: list[Photo]) -> None:
    with pytest.raises(Revived, match=r"[ab][.]jpg"):
        withdrawals.refuse("gallery.yml", text(GONE).encode(), text(*now).encode())


@pytest.mark.parametrize("now", [text(GONE, ("b.jpg", "H2", "obtained")), "photos: [\n"])
def test_other_photos_and_slips_are_not_its_matter(now: str) -> None:
    withdrawals.refuse("gallery.yml", text(GONE).encode(), now.encode())


def tree(root: Path, files: dict[str, str]) -> str:
    """A commit in which the galleries have these files."""
    git(root, "rm", "-rq", "--ignore-unmatch", "showcases")
    write(root, files)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x", "--allow-empty")
    return git(root, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("files", "photos", "shown"),
    [
        ({f"{FAIR}/gallery.yml": text(GONE, RENAMED), f"{FAIR}/b.jpg": "x"}, "fair", []),
        ({f"{FETE}/gallery.yml": text(AGAIN), f"{FETE}/a.jpg": "x"}, "fete", []),
        ({f"{FAIR}/gallery.yml": text(OTHER), f"{FAIR}/a.jpg": "new"}, "fair", ["a.jpg"]),
    ],
)
def test_what_others_bring_shows_no_withdrawn_picture_and_loses_no_other(
    tmp_path: Path, files: dict[str, str], photos: str, shown: list[str]
) -> None:
    write(tmp_path, {"README.md": "甲"})
    repository(tmp_path)
    ours = tree(tmp_path, {f"{FAIR}/gallery.yml": text(GONE)})
    theirs = tree(tmp_path, files)
    up = Git(tmp_path)
    kept = standing.upheld(up, "", git(tmp_path, "rev-parse", f"{theirs}^{{tree}}"), [ours, theirs])
    names = git(tmp_path, "ls-tree", "-r", "--name-only", kept).split()
    assert [Path(name).name for name in names if name.endswith(".jpg")] == shown
    found = git(tmp_path, "show", f"{kept}:showcases/galleries/{photos}/gallery.yml")
    assert "withdrawn" in found
    assert found.count("obtained") == len(shown)
