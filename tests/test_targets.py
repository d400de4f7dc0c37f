"""What each verb may replace or delete: the table of the architecture, line by line."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from campaign import targets
from campaign.targets import Refused
from projects import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project."""
    return write(tmp_path / "home/project", {"docs/index.md": "x", "showcases/site.yml": "x"})


def a_site(folder: Path, **more: str) -> Path:
    """A site of this program; with more files, those that somebody added."""
    names = ["index.html", "a/b.css"]
    write(folder, {**dict.fromkeys(names, "x"), targets.MARK: targets.mark(names)})
    return write(folder, more)


def git(folder: Path, *arguments: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


# Sites


def empty(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def linked(path: Path, target: Path) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
    return path


ACCEPTED: dict[str, Callable[[Path], Path]] = {
    "nothing yet": lambda root: root / "site",
    "nothing yet, deep below": lambda root: root / "a/b/site",
    "an empty folder": lambda root: empty(root / "site"),
    "a site of this program": lambda root: a_site(root / "site"),
    "a site elsewhere": lambda root: a_site(root.parent / "www"),
    "a site and what a file manager left": lambda root: a_site(
        root / "site", **{"a/.DS_Store": "x", "Thumbs.db": "x"}
    ),
    "a site and a file that a kill left half written": lambda root: a_site(
        root / "site", **{"a/.320.jpg.new": "x"}
    ),
    "a link to an empty folder": lambda root: linked(root / "site", root.parent / "www"),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_a_site_may_be_put(root: Path, case: str) -> None:
    asked = ACCEPTED[case](root)
    assert targets.for_a_site(root, asked) == asked.resolve()


def in_git(folder: Path) -> Path:
    """A site that git keeps, as on a branch of published pages."""
    git(folder, "init", "--quiet")
    git(a_site(folder), "add", "--all")
    return folder


REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "the project": (lambda root: root, "项目本身"),
    "what the project lies in": (lambda root: root.parent, "项目本身"),
    "the root": (lambda root: Path(root.anchor), "项目本身"),
    "a home": (lambda root: Path.home(), "主目录"),
    "what homes lie in": (lambda root: Path.home().parent, "主目录"),
    "the content": (lambda root: root / "docs", "属于项目"),
    "a new folder in the content": (lambda root: root / "docs/site", "属于项目"),
    "the content in capitals": (lambda root: root / "Docs", "属于项目"),
    "the records": (lambda root: root / "showcases", "属于项目"),
    "the engine": (lambda root: root / "hooks/campaign", "属于项目"),
    "git's own folder": (lambda root: root / ".git", "属于项目"),
    "the environment": (lambda root: root / ".venv", "属于项目"),
    "originals of photos": (lambda root: root / "originals", "属于项目"),
    "a file": (lambda root: write(root, {"a.txt": "x"}) / "a.txt", "不是文件夹"),
    "somebody's files": (lambda root: write(root / "site", {"a.txt": "x"}), "没有 built-files"),
    "files and a folder of that name": (
        lambda root: write(root / "site", {f"{targets.MARK}/a.txt": "x"}),
        "没有 built-files",
    ),
    "files and another text of that name": (
        lambda root: write(root / "site", {targets.MARK: "index.html\n", "index.html": "x"}),
        "没有 built-files",
    ),
    "a site with a file of somebody": (
        lambda root: a_site(root / "site", **{"a/verify.txt": "x"}),
        r"1 个不是本程序写的文件：a/verify\.txt",
    ),
    "a site that git keeps": (lambda root: in_git(root.parent / "pages"), "git 管理"),
    "a folder of a site that git keeps": (lambda root: in_git(root.parent / "pages") / "a", "git"),
    "a link to somebody's files": (
        lambda root: linked(root / "site", write(root.parent / "www", {"a.txt": "x"})),
        "没有 built-files",
    ),
    "a link to the content": (lambda root: linked(root / "site", root / "docs"), "属于项目"),
    "a link to the project": (lambda root: linked(root / "site", root), "项目本身"),
    "a way round to the project": (lambda root: root / "site/..", "项目本身"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_site_may_not_be_put(root: Path, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(write(root.parents[1] / "people/me", {"a.txt": "x"})))
    asked, words = REFUSED[case][0](root), REFUSED[case][1]
    with pytest.raises(Refused, match=words):
        targets.for_a_site(root, asked)


def test_a_refusal_names_three_files_and_says_how_many(root: Path) -> None:
    site = a_site(root / "site", **{f"{number}.txt": "x" for number in range(5)})
    with pytest.raises(Refused, match=r"5 个.*：0\.txt、1\.txt、2\.txt……"):
        targets.for_a_site(root, site)


def test_a_link_in_a_site_is_somebodys(root: Path) -> None:
    linked(a_site(root / "site") / "more", root.parent / "elsewhere")
    with pytest.raises(Refused, match="more"):
        targets.for_a_site(root, root / "site")


def test_without_git_a_site_is_judged_by_its_mark(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert targets.for_a_site(root, a_site(root / "site")) == root / "site"


def test_a_photo_is_erased_only_in_a_site_of_this_program(root: Path) -> None:
    assert targets.built_site(root / "site") is None
    assert targets.built_site(a_site(root / "site")) == root / "site"
    with pytest.raises(Refused, match="不是本程序建的网站"):
        targets.built_site(write(root / "pictures", {"photos/a/b/1.jpg": "x"}))


# Files


def is_own(data: bytes) -> bool:
    return data == b"own"


@pytest.mark.parametrize("before", [None, "own", ""])
def test_a_report_may_take_the_place_of_an_earlier_one(root: Path, before: str | None) -> None:
    write(root, {"report.html": before})
    assert targets.write(root, root / "report.html", b"new", is_own).read_bytes() == b"new"


@pytest.mark.parametrize(
    "name", ["thesis.docx", "docs/index.md", "docs/new.html", "showcases/site.yml", "docs", "."]
)
def test_a_report_takes_the_place_of_nothing_else(root: Path, name: str) -> None:
    write(root, {"thesis.docx": "mine"})
    with pytest.raises(Refused, match=re.escape(str((root / name).resolve()))):
        targets.write(root, root / name, b"new", is_own)
    assert (root / "thesis.docx").read_bytes() == b"mine"
    assert not (root / "docs/new.html").exists()


def test_a_report_takes_the_place_of_nothing_that_git_keeps(root: Path) -> None:
    write(root, {"report.html": "own"})
    git(root, "init", "--quiet")
    assert targets.write(root, root / "report.html", b"own", is_own)
    git(root, "add", "report.html")
    with pytest.raises(Refused, match="git"):
        targets.write(root, root / "report.html", b"new", is_own)


def test_a_report_through_a_link_is_judged_where_it_leads(root: Path) -> None:
    (root / "report.html").symlink_to(root / "docs/index.md")
    with pytest.raises(Refused, match=r"index\.md"):
        targets.write(root, root / "report.html", b"new", is_own)


def test_a_report_may_go_into_a_pipe(root: Path) -> None:
    reading, writing = os.pipe()
    targets.write(root, Path(f"/dev/fd/{writing}"), b"new", is_own)
    assert os.read(reading, 9) == b"new"
    os.close(reading)
    os.close(writing)


# Caches


def test_a_cache_owns_what_has_its_names(tmp_path: Path) -> None:
    write(tmp_path, {"ab/x": "", "cd/x": "", "party/x": ""})
    (tmp_path / "ef").symlink_to(tmp_path / "party")
    found = targets.own_entries(tmp_path, re.compile("[a-f]{2}"))
    assert found == [tmp_path / "ab", tmp_path / "cd"]
    assert targets.own_entries(tmp_path / "none", re.compile(".*")) == []


def test_a_folder_with_something_else_in_it_is_not_a_caches(tmp_path: Path) -> None:
    write(tmp_path, {"kept/seal.json": "", "home/seal.json": "", "home/letter.txt": ""})
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    held = [name for name in ("kept", "home", "link", "none") if owned(tmp_path / name)]
    assert held == ["kept"]


def owned(folder: Path) -> bool:
    return targets.holds_only(folder, {"tree", "seal.json"})
