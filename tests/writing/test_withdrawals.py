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


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {"README.md": "甲"})
    return repository(tmp_path)


def upheld(root: Path, ours: str, theirs: str) -> str:
    """The tree that is taken when others bring theirs."""
    brought = git(root, "rev-parse", f"{theirs}^{{tree}}")
    return standing.upheld(Git(root), "", brought, [ours, theirs])


@pytest.mark.parametrize(
    ("files", "photos", "shown"),
    [
        ({f"{FAIR}/gallery.yml": text(GONE, RENAMED), f"{FAIR}/b.jpg": "x"}, "fair", []),
        ({f"{FETE}/gallery.yml": text(AGAIN), f"{FETE}/a.jpg": "x"}, "fete", []),
        ({f"{FAIR}/gallery.yml": text(OTHER), f"{FAIR}/a.jpg": "new"}, "fair", ["a.jpg"]),
    ],
)
def test_what_others_bring_shows_no_withdrawn_picture_and_loses_no_other(
    root: Path, files: dict[str, str], photos: str, shown: list[str]
) -> None:
    ours = tree(root, {f"{FAIR}/gallery.yml": text(GONE)})
    kept = upheld(root, ours, tree(root, files))
    names = git(root, "ls-tree", "-r", "--name-only", kept).split()
    assert [Path(name).name for name in names if name.endswith(".jpg")] == shown
    found = git(root, "show", f"{kept}:showcases/galleries/{photos}/gallery.yml")
    assert "withdrawn" in found
    assert found.count("obtained") == len(shown)


# Galleries that somebody deleted

SHOWN: Photo = ("c.jpg", "H3", "obtained")


def test_of_a_deleted_gallery_its_withdrawals_are_kept_and_nothing_else(root: Path) -> None:
    was = "# 说明\n" + text(SHOWN, GONE) + "cover: c\n"
    ours = tree(root, {f"{FAIR}/gallery.yml": was, f"{FAIR}/c.jpg": "x"})
    kept = upheld(root, ours, tree(root, {}))
    assert git(root, "ls-tree", "-r", "--name-only", kept).split() == [
        "README.md",
        f"{FAIR}/gallery.yml",
    ]
    found = git(root, "show", f"{kept}:{FAIR}/gallery.yml")
    assert found == "# 说明\n" + text(GONE) + "visibility: internal"


def test_what_was_withdrawn_on_either_side_of_a_deletion_is_kept(root: Path) -> None:
    """Whoever withdrew, and whoever deleted: the state that is taken knows of it."""
    ours = tree(root, {})
    theirs = tree(root, {f"{FAIR}/gallery.yml": text(GONE)})
    nothing = git(root, "rev-parse", f"{ours}^{{tree}}")
    kept = standing.upheld(Git(root), "", nothing, [ours, theirs])
    assert "withdrawn" in git(root, "show", f"{kept}:{FAIR}/gallery.yml")


@pytest.mark.parametrize("left", [{}, {f"{FETE}/gallery.yml": text(GONE)}])
def test_a_gallery_without_a_record_of_its_own_goes(root: Path, left: dict[str, str]) -> None:
    """It had none, or it lies in another folder by now."""
    was = text(GONE) if left else text(SHOWN)
    ours = tree(root, {f"{FAIR}/gallery.yml": was})
    theirs = tree(root, left)
    assert upheld(root, ours, theirs) == git(root, "rev-parse", f"{theirs}^{{tree}}")


def test_a_picture_of_a_deleted_gallery_does_not_come_back_in_another(root: Path) -> None:
    ours = tree(root, {f"{FAIR}/gallery.yml": text(GONE)})
    deleted = upheld(root, ours, tree(root, {}))
    here = git(root, "commit-tree", deleted, "-m", "x")
    theirs = tree(root, {f"{FETE}/gallery.yml": text(RENAMED), f"{FETE}/b.jpg": "x"})
    kept = upheld(root, here, theirs)
    assert "withdrawn" in git(root, "show", f"{kept}:{FETE}/gallery.yml")
    assert f"{FETE}/b.jpg" not in git(root, "ls-tree", "-r", "--name-only", kept).split()
