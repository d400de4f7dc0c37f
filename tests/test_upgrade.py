"""An upgrade replaces the engine as it was delivered, and not a word of anybody else."""

from __future__ import annotations

import io
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import typer

from campaign import staging
from campaign.verbs import engine, releases, upgrade
from campaign.verbs.releases import Unusable
from projects import write
from sites import tree_of

WHO = ("-c", "user.name=x", "-c", "user.email=x@example.org")
PROJECT = '[project]\nversion = "{}"\n'
OLD = {
    "pyproject.toml": PROJECT.format("0.1.0"),
    "hooks/a.py": "a 1\n",
    "hooks/b.py": "b 1\n",
    "hooks/given-up.py": "c 1\n",
    "mkdocs.yml": "d 1\n",
    "docs/dev/walks.md": "e 1\n",
    "docs/guide/index.md": "g 1\n",
}
NEW = {
    "pyproject.toml": PROJECT.format("0.2.0"),
    "hooks/a.py": "a 2\n",
    "hooks/b.py": "b 1\n",
    "hooks/brought.py": "f 2\n",
    "mkdocs.yml": "d 2\n",
    "docs/dev/walks.md": "e 2\n",
    "docs/guide/index.md": "g 2\n",
}
CONTENT = {"docs/index.md": "ours\n", "showcases/site.yml": "ours\n", "hooks/mine.py": "ours\n"}
SAMPLE = {"docs/index.md": "sample\n", "showcases/tasks.yml": "s\n", "docs/news/x.md": "s\n"}


def listing(files: Mapping[str, str]) -> str:
    rows = (f"{staging.digest(text.encode())}  {name}\n" for name, text in files.items())
    return "".join(rows)


def delivered(folder: Path, files: Mapping[str, str], *more: Mapping[str, str]) -> Path:
    """A project or a release with this engine, and further files beside it."""
    write(folder, {**files, engine.LIST: listing(files)})
    for others in more:
        write(folder, dict(others))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return delivered(tmp_path / "fork", OLD, CONTENT)


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return delivered(tmp_path / "release", NEW, SAMPLE)


def texts(root: Path) -> dict[str, str]:
    found = {name: data.decode() for name, data in tree_of(root).items()}
    assert found.pop(engine.LIST) == listing(NEW)
    return found


def test_the_engine_is_replaced_and_content_stays(root: Path, release: Path) -> None:
    assert upgrade.run(root, str(release), None, True) == 0
    assert texts(root) == {**NEW, **CONTENT}


def test_what_was_changed_here_stays_and_the_new_one_stands_beside(
    root: Path, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, {"hooks/a.py": "a ours\n", "hooks/b.py": "b ours\n", "hooks/given-up.py": "ours\n"})
    assert upgrade.run(root, str(release), None, True) == 0
    kept = {"hooks/a.py": "a ours\n", "hooks/b.py": "b ours\n", "hooks/given-up.py": "ours\n"}
    assert texts(root) == {**NEW, **CONTENT, **kept, "hooks/a.py.upgrade": "a 2\n"}
    said = capsys.readouterr().err
    assert "-a ours\n+a 2\n" in said
    assert "hooks/b.py.upgrade" not in said


def test_a_guide_of_the_offices_own_stays_and_the_new_one_stands_beside(
    root: Path, release: Path
) -> None:
    write(root, {"docs/guide/index.md": "ours\n"})
    assert upgrade.run(root, str(release), None, True) == 0
    guide = {"docs/guide/index.md": "ours\n", "docs/guide/index.md.upgrade": "g 2\n"}
    assert texts(root) == {**NEW, **CONTENT, **guide}


def test_a_file_of_ones_own_by_a_new_name_stays(root: Path, release: Path) -> None:
    write(root, {"hooks/brought.py": "ours\n"})
    assert upgrade.run(root, str(release), None, True) == 0
    mine = {"hooks/brought.py": "ours\n", "hooks/brought.py.upgrade": "f 2\n"}
    assert texts(root) == {**NEW, **CONTENT, **mine}


def test_what_was_removed_here_does_not_return(root: Path, release: Path) -> None:
    (root / "hooks/b.py").unlink()
    assert upgrade.run(root, str(release), None, True) == 0
    assert not (root / "hooks/b.py").exists()


def test_nothing_is_done_before_somebody_agrees(
    root: Path, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree_of(root)
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    with pytest.raises(typer.Abort):
        upgrade.run(root, str(release), None, False)
    assert tree_of(root) == before


def test_a_second_time_there_is_nothing_to_do(
    root: Path, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, {"hooks/a.py": "a ours\n"})
    upgrade.run(root, str(release), None, True)
    before = tree_of(root)
    assert upgrade.run(root, str(release), None, True) == 0
    assert "没有要改的" in capsys.readouterr().err
    assert tree_of(root) == before


def test_what_an_earlier_upgrade_put_beside_is_replaced(root: Path, tmp_path: Path) -> None:
    write(root, {"hooks/a.py": "a ours\n", "hooks/a.py.upgrade": "a 1\n"})
    upgrade.run(root, str(delivered(tmp_path / "release", NEW)), None, True)
    assert (root / "hooks/a.py.upgrade").read_text() == "a 2\n"


@pytest.mark.parametrize("named", [{"hooks/a.py": "ours", "hooks/a.py.upgrade": "merged\n"}])
def test_what_somebody_wrote_there_stops_it(
    root: Path, release: Path, named: dict[str, str]
) -> None:
    write(root, dict(named))
    before = tree_of(root)
    assert upgrade.run(root, str(release), None, True) == 1
    assert tree_of(root) == before


def test_an_older_release_is_refused(root: Path, tmp_path: Path) -> None:
    older = {**NEW, "pyproject.toml": PROJECT.format("0.0.9")}
    before = tree_of(root)
    assert upgrade.run(root, str(delivered(tmp_path / "older", older)), None, True) == 1
    assert tree_of(root) == before


# Where it comes from


def packed(folder: Path, target: Path) -> Path:
    with tarfile.open(target, "w:gz") as archive:
        archive.add(folder, "campaign-0.2.0")
    return target


def zipped(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in tree_of(folder).items():
            archive.writestr(f"campaign-0.2.0/{name}", data)
    return target


def repository(folder: Path, target: Path) -> str:
    for words in (["init", "-b", "main"], ["add", "-A"], ["commit", "-m", "x"], ["tag", "v0.2.0"]):
        command = ["git", *WHO, *words]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder.as_uri()


@pytest.mark.parametrize("made", [packed, zipped, repository])
def test_archives_and_addresses_are_taken(
    root: Path, release: Path, tmp_path: Path, made: Callable[[Path, Path], object]
) -> None:
    source = made(release, tmp_path / "given")
    assert upgrade.run(root, str(source), None, True) == 0
    assert texts(root) == {**NEW, **CONTENT}


def test_a_tag_is_taken_instead_of_the_latest(root: Path, release: Path, tmp_path: Path) -> None:
    address = repository(release, tmp_path)
    delivered(release, {**NEW, "pyproject.toml": PROJECT.format("0.3.0")})
    subprocess.run(["git", *WHO, "commit", "-qam", "later"], cwd=release, check=True)
    assert upgrade.run(root, address, "v0.2.0", True) == 0
    assert upgrade.version(root) == "0.2.0"


@pytest.mark.parametrize(
    "name", ["../out.py", "hooks/../../out.py", "/tmp/out.py", "docs/index.md", ".git/config"]
)
def test_a_name_that_leads_elsewhere_is_never_asked_for(tmp_path: Path, name: str) -> None:
    rows = listing({**NEW, name: "evil\n"})
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for path, text in {**NEW, name: "evil\n", engine.LIST: rows}.items():
            archive.writestr(path, text)
    assert releases.open_release(str(tmp_path / "x.zip")).files.keys() == NEW.keys()


def test_a_link_in_an_archive_is_no_file(release: Path, tmp_path: Path) -> None:
    (release / "hooks/a.py").unlink()
    (release / "hooks/a.py").symlink_to("/etc/hostname")
    with pytest.raises(Unusable, match=r"hooks/a\.py"):
        releases.open_release(str(packed(release, tmp_path / "x.tar.gz")))


def test_an_archive_that_would_fill_the_disk_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.tar.gz", "w:gz", compresslevel=1) as archive:
        entry = tarfile.TarInfo("large")
        entry.size = releases.LARGEST
        for _ in range(releases.WHOLE // releases.LARGEST + 1):
            archive.addfile(entry, io.BytesIO(bytes(entry.size)))
    with pytest.raises(Unusable, match="太大"):
        releases.open_release(str(tmp_path / "x.tar.gz"))


def damaged(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize("made", [packed, zipped])
def test_half_a_download_is_refused(
    root: Path, release: Path, tmp_path: Path, made: Callable[[Path, Path], Path]
) -> None:
    path = made(release, tmp_path / "given")
    path.write_bytes(damaged(path.read_bytes()))
    before = tree_of(root)
    assert upgrade.run(root, str(path), None, True) == 1
    assert tree_of(root) == before


@pytest.mark.parametrize(
    "change", [{"hooks/a.py": None}, {"hooks/a.py": "half"}, {engine.LIST: None}]
)
def test_a_release_that_is_not_whole_is_refused(
    root: Path, release: Path, change: dict[str, str | None]
) -> None:
    write(release, dict(change))
    before = tree_of(root)
    assert upgrade.run(root, str(release), None, True) == 1
    assert tree_of(root) == before


@pytest.mark.parametrize("source", ["nowhere", "ext::sh -c true", "--upload-pack=x"])
def test_what_is_nothing_is_named(
    root: Path, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert upgrade.run(root / "x", source, None, True) == 1
    assert "找不到" in capsys.readouterr().err
