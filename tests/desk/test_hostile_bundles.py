"""Files on a memory stick that must not come in: of them nothing stays."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.desk.handing_in import bundles
from campaign.desk.handing_in.sharing import NotDone
from campaign.desk.versions import strangers
from campaign.desk.versions.ledger import Ledger
from projects import project
from repositories import QUIET, WHO, git, repository

ALPHA = "showcases/communities/alpha.yml"
LINK = "120000"
ENGINE = {"build_site.py": "print(1)\n", "hooks/events.py": ""}


@pytest.fixture
def clerk(tmp_path: Path) -> Path:
    """A repository in which somebody has written since it was copied."""
    root = repository(project(tmp_path / "one", ENGINE))
    git(root, "clone", "--quiet", "--no-local", str(root), str(tmp_path / "two"))
    git(tmp_path / "two", "remote", "remove", "origin")
    (root / ALPHA).write_text(f"{(root / ALPHA).read_text('utf-8')}slogan: 送来的口号\n", "utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "change")
    return root


@pytest.fixture
def receiver(clerk: Path) -> Path:
    return clerk.parent / "two"


def carried(root: Path) -> Path:
    file = root.parent / "out.bundle"
    bundles.send_out(Ledger(root), file)
    return file


def state(root: Path) -> tuple[str, ...]:
    """What must not change where something is refused."""
    refs = git(root, "for-each-ref", "--format=%(refname) %(objectname)")
    objects = git(root, "count-objects", "-v")
    return git(root, "rev-parse", "HEAD"), refs, git(root, "status", "--porcelain"), objects


def why_not(root: Path, file: Path) -> str:
    """Why a file is refused; nothing has changed then."""
    before = state(root)
    with pytest.raises(NotDone) as refusal:
        bundles.take(Ledger(root), file)
    assert state(root) == before
    assert "没有收进来" in str(refusal.value)
    return str(refusal.value)


def test_what_is_content_comes_in(clerk: Path, receiver: Path) -> None:
    (tip,) = bundles.take(Ledger(receiver), carried(clerk))
    assert git(receiver, "show", f"{tip.commit}:{ALPHA}").endswith("slogan: 送来的口号")


def spoiled(root: Path, path: str, data: bytes, mode: str = "100644") -> None:
    """Write down a file that no desk would write, past all that git refuses at a prompt."""
    run = {"cwd": root, "env": {**os.environ, **WHO, **QUIET}, "check": True}
    made = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], input=data, capture_output=True, **run
    )
    blob = made.stdout.decode().strip()
    *folders, name = path.split("/")
    entry, kind = (blob, "blob"), mode
    tree = _tree(run, git(root, "rev-parse", f"HEAD:{'/'.join(folders)}"), name, kind, entry)
    while folders:
        name = folders.pop()
        above = git(root, "rev-parse", f"HEAD:{'/'.join(folders)}" if folders else "HEAD^{tree}")
        tree = _tree(run, above, name, "040000", (tree, "tree"))
    commit = git(root, "commit-tree", tree, "-p", "HEAD", "-m", "change")
    git(root, "update-ref", "HEAD", commit)


def _tree(run: dict[str, object], above: str, name: str, mode: str, entry: tuple[str, str]) -> str:
    """A tree like another with one entry more, whatever its name is."""
    listed = subprocess.run(["git", "ls-tree", "-z", above], capture_output=True, **run).stdout  # type: ignore[call-overload]
    kept = [line for line in listed.split(b"\0") if line and line.split(b"\t")[1] != name.encode()]
    kept.append(f"{mode} {entry[1]} {entry[0]}\t{name}".encode())
    given = b"".join(line + b"\0" for line in kept)
    made = subprocess.run(["git", "mktree", "-z"], input=given, capture_output=True, **run)  # type: ignore[call-overload]
    return str(made.stdout.decode().strip())


HOSTILE = [
    ("hooks/events.py", b"import os\n", "100644", "hooks/events.py"),
    ("build_site.py", b"print(3)\n", "100755", "build_site.py"),
    (".gitattributes", b"* filter=x\n", "100644", ".gitattributes"),
    ("docs/.gitattributes", b"* filter=x\n", "100644", "docs/.gitattributes"),
    ("docs/leads-out", b"/etc/passwd", LINK, "docs/leads-out"),
    ("showcases/communities/alpha.yml", b"/etc/passwd", LINK, ALPHA),
    ("docs/a\\b.md", b"x\n", "100644", "docs/a\\b.md"),
    ("docs/aux.md", b"x\n", "100644", "docs/aux.md"),
    ("docs/c:d.md", b"x\n", "100644", "docs/c:d.md"),
    ("docs/..", b"x\n", "100644", "没有收进来"),
    ("docs/.git", b"x\n", "100644", "没有收进来"),
]


@pytest.mark.parametrize(("path", "data", "mode", "told"), HOSTILE)
def test_what_is_no_content_is_refused(
    clerk: Path, receiver: Path, path: str, data: bytes, mode: str, told: str
) -> None:
    spoiled(clerk, path, data, mode)
    assert told in why_not(receiver, carried(clerk))


def test_a_huge_file_is_refused(
    clerk: Path, receiver: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled(clerk, "docs/big.md", b"x" * 2000, "100644")
    monkeypatch.setattr(strangers, "MOST", 1999)
    assert "docs/big.md" in why_not(receiver, carried(clerk))


def test_a_program_that_is_published_may_come_along(clerk: Path, receiver: Path) -> None:
    """A clerk who has fetched a newer engine does not change it."""
    (clerk / "build_site.py").write_text("print(2)\n", "utf-8")
    git(clerk, "commit", "--quiet", "--all", "--message", "engine")
    file = carried(clerk)
    assert "build_site.py" in why_not(receiver, file)
    (receiver / "build_site.py").write_text("print(2)\n", "utf-8")
    git(receiver, "commit", "--quiet", "--all", "--message", "engine")
    assert bundles.take(Ledger(receiver), file)


def damaged(data: bytes) -> bytes:
    return data[:-40] + bytes(20) + data[-20:]


@pytest.mark.parametrize(
    "spoil", [damaged, lambda data: data[: len(data) // 2], lambda _: b"PK\x03\x04", lambda _: b""]
)
def test_a_file_that_is_none_is_refused(
    clerk: Path, receiver: Path, spoil: Callable[[bytes], bytes]
) -> None:
    file = carried(clerk)
    file.write_bytes(spoil(file.read_bytes()))
    assert "文件坏了" in why_not(receiver, file)


def test_branches_that_are_no_work_are_left(clerk: Path, receiver: Path) -> None:
    file = clerk.parent / "main.bundle"
    git(clerk, "bundle", "create", str(file), "HEAD", "refs/heads/main")
    assert "这个文件里没有稿子" in why_not(receiver, file)


def test_work_that_stands_on_what_is_not_here_is_refused(clerk: Path, receiver: Path) -> None:
    file = clerk.parent / "thin.bundle"
    git(clerk, "commit", "--quiet", "--allow-empty", "--message", "further")
    git(clerk, "branch", "work/x")
    git(clerk, "bundle", "create", str(file), "refs/heads/work/x", "^HEAD~1")
    assert "接着这里没有的内容" in why_not(receiver, file)


def test_a_file_that_is_too_large_is_refused(
    clerk: Path, receiver: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = carried(clerk)
    monkeypatch.setattr(bundles, "MOST", file.stat().st_size - 1)
    assert "超过" in why_not(receiver, file)
