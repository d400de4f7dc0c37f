"""What git is asked of many files at once, and from which day on a city's changes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.desk.handing_in import unpublished
from campaign.desk.versions.git import Git
from campaign.desk.versions.ledger import Ledger
from campaign.reading.sample import LAST
from desk.exchanges import exchange
from desks import Office
from projects import write
from repositories import commit, repository

FILES = {
    "docs/news/a.md": "甲\n",
    "docs/news/an empty one.md": "",
    "showcases/orgs.yml": "blob 3\nmissing\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, dict(FILES))
    return repository(tmp_path)


def test_many_files_are_read_at_once_as_each_alone(root: Path) -> None:
    ledger = Ledger(root)
    asked = [*FILES, "docs/news/none.md", "docs/news/two\nlines.md"]
    found = ledger.bytes_of("HEAD", asked)
    assert found == {path: text.encode() for path, text in FILES.items()}
    assert all(ledger.bytes_at("HEAD", path) == found.get(path) for path in asked)
    assert ledger.bytes_of("", FILES) == {}


def test_how_often_git_is_asked_does_not_grow_with_what_changed(
    here: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = exchange(here.root, tmp_path).one
    told: list[tuple[str, ...]] = []
    run = Git.run
    monkeypatch.setattr(
        Git, "run", lambda git, *said, **more: told.append(said) or run(git, *said, **more)
    )

    def asked(count: int) -> int:
        for number in range(count):
            write(one.root, {f"docs/news/{count}-{number}.md": f"---\ntitle: 第{number}条\n---\n"})
        commit(one.root)
        told.clear()
        assert len(unpublished.differences(one.desk)) >= count
        return len(told)

    assert asked(2) == asked(9)


def test_the_changes_of_a_sample_that_was_left_behind_are_not_told(root: Path) -> None:
    ledger = Ledger(root)
    write(root, {LAST: "demo: true\n"})
    commit(root)
    assert len(ledger.recent(9)) == 2
    write(root, {LAST: None, "docs/news/a.md": "本市的\n"})
    commit(root)
    assert ledger.recent(9) == []
    write(root, {"docs/news/a.md": "又改了\n"})
    own = commit(root)
    assert [entry.commit for entry in ledger.recent(9)] == [own]
