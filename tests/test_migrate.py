"""Content of an earlier form gets the form of today, and nothing else of its texts changes."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
import typer

from campaign import migrations
from campaign.migrations import SCHEMA_VERSION, splices
from campaign.verbs import migrate
from killing import killed_at_each_step
from projects import write
from sites import ROOT, tree_of

GOLDEN = Path(__file__).parent / "migrations"
STEPS = sorted(migrations.STEPS)
LAST = GOLDEN / f"to_{SCHEMA_VERSION}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose content has the form before today's."""
    return shutil.copytree(LAST / "before", tmp_path / "project")


@pytest.fixture
def expected(root: Path) -> dict[str, bytes]:
    return {**tree_of(root), **tree_of(LAST / "after")}


def test_each_form_comes_from_the_one_before_it() -> None:
    assert list(range(migrations.FIRST + 1, SCHEMA_VERSION + 1)) == STEPS
    assert {f"to_{version}" for version in STEPS} == {path.name for path in GOLDEN.iterdir()}


@pytest.mark.parametrize("version", STEPS)
def test_a_step_does_what_its_golden_files_say(version: int) -> None:
    before, after = (GOLDEN / f"to_{version}" / name for name in ("before", "after"))
    texts = dict(migrate.texts(before))
    now = {**texts, **migrations.STEPS[version](texts)}
    now[migrate.SETTINGS] = splices.with_version("", now[migrate.SETTINGS], version)
    wanted = {**tree_of(before), **tree_of(after)}
    assert {path: text.encode() for path, text in now.items()} == wanted


@pytest.mark.parametrize("version", STEPS)
def test_a_step_leaves_alone_what_is_done(version: int) -> None:
    done = dict(migrate.texts(GOLDEN / f"to_{version}" / "after"))
    again = {**done, **migrations.STEPS[version](done)}
    assert again == done


def test_the_changelog_tells_of_every_form() -> None:
    told = re.findall(r"Schema version (\d+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert [int(number) for number in told] == [*reversed(STEPS), migrations.FIRST]


# The verb


def test_migrating_writes_the_changes(root: Path, expected: dict[str, bytes]) -> None:
    assert migrate.run(root, True) == 0
    assert tree_of(root) == expected


def test_the_changes_are_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    migrate.run(root, True)
    said = capsys.readouterr().err
    assert "+schema_version: 2\n" in said
    assert "-      scope: 境外\n" in said


def test_nothing_is_written_before_somebody_agrees(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree_of(root)
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    with pytest.raises(typer.Abort):
        migrate.run(root, False)
    assert tree_of(root) == before


def test_a_second_time_nothing_happens(root: Path, expected: dict[str, bytes]) -> None:
    migrate.run(root, True)
    assert migrate.run(root, True) == 0
    assert tree_of(root) == expected


def test_killed_at_any_step_it_goes_on(root: Path, expected: dict[str, bytes]) -> None:
    for copy in killed_at_each_step(root, lambda copy: migrate.run(copy, True)):
        assert migrate.run(copy, True) == 0
        assert tree_of(copy).items() >= expected.items()


def test_line_breaks_stay_as_they_are(root: Path) -> None:
    path = root / migrate.SETTINGS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    migrate.run(root, True)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") == 12


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("schema_version: 99\n", "upgrade"),
        ("schema_version: soon\n", "soon"),
        ("name: [\n", "格式"),
        ("- a list\n", "格式"),
        ("", "格式"),
    ],
)
def test_what_cannot_be_migrated_is_said_and_left_alone(
    root: Path, text: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, {migrate.SETTINGS: text})
    before = tree_of(root)
    assert migrate.run(root, True) == 1
    assert word in capsys.readouterr().err
    assert tree_of(root) == before
