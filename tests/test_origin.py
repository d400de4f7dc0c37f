"""A publication names its commit, and the next one is compared with it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import campaign
from campaign.build import origin
from campaign.build.content import Content
from campaign.problems import Severity
from projects import project as small_project
from projects import write
from repositories import commit, git, repository
from sites import ROOT, build_site, served

KIND = "name: 示例荣誉\nlevel: city\nissuer: 示例办\nsubjects: [community]\npublicity_days: 0\n"
PLACE = "showcases/honours/example/alpha.yml"
HONOUR = """\
subject: {type: community, ref: alpha}
events:
  - {on: 2024-06-01, type: named}
  - {on: 2025-03-10, type: retained}
"""
BENT = HONOUR.replace("  - {on: 2025-03-10, type: retained}\n", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"showcases/honour-kinds/example.yml": KIND, PLACE: HONOUR}
    return repository(small_project(tmp_path, files))


def codes(root: Path, before: str | None) -> set[str]:
    return {item.code for item in Content.open(root, before=before).problems}


def bent(root: Path) -> str:
    """Bend the record in a commit; the commit before it."""
    published = git(root, "rev-parse", "HEAD")
    write(root, {PLACE: BENT})
    commit(root)
    return published


def test_what_was_pushed_is_compared_with_what_was_published(root: Path) -> None:
    published = bent(root)
    assert "H08" in codes(root, published)
    assert "H08" not in codes(root, None)


def test_what_is_not_committed_is_compared_with_what_is(root: Path) -> None:
    write(root, {PLACE: BENT})
    assert "H08" in codes(root, None)


def test_a_published_commit_that_is_lost_is_told_and_what_is_committed_compared(root: Path) -> None:
    write(root, {PLACE: BENT})
    found = [p for p in Content.open(root, before="0" * 40).problems if p.code in ("H24", "H08")]
    assert [item.code for item in found] == ["H24", "H08"]
    assert found[0].severity() is Severity.WARNING


def test_a_shallow_checkout_says_that_it_lacks_what_was_published(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    published = bent(root)
    clone = tmp_path_factory.mktemp("clone") / "clone"
    git(root, "clone", "--quiet", "--depth", "1", f"file://{root}", str(clone))
    assert codes(clone, published) & {"H08", "H24", "Y24e"} == {"H24"}


def test_a_publication_names_the_commit_that_is_checked_out(root: Path) -> None:
    made = origin.output(root)
    assert made is not None
    assert made.path == "publication.json"
    (root / "publication.json").write_bytes(bytes(made.data))
    assert origin.commit_in(root / "publication.json") == git(root, "rev-parse", "HEAD")


def test_without_git_a_publication_names_no_commit(tmp_path: Path) -> None:
    assert origin.output(tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"commit": 1}', '{"commit": "--all"}', "\x00"])
def test_what_names_no_commit_is_as_no_publication(tmp_path: Path, text: str) -> None:
    (tmp_path / "publication.json").write_text(text, encoding="utf-8")
    assert origin.commit_in(tmp_path / "publication.json") is None
    assert origin.commit_in(tmp_path / "elsewhere.json") is None
    assert origin.commit_in(None) is None


def test_a_bent_record_is_not_published(project: Path) -> None:
    repository(project)
    first = project / "first"
    assert campaign.make_site(project, campaign.Options(first)) == 0
    place = next(project.glob("showcases/honours/*/*.yml"))
    place.unlink()
    commit(project)
    done = build_site(project, "build", "--published", str(first / "publication.json"))
    assert done.returncode == 1
    assert "H09" in done.stderr
    assert not (project / "site").exists()


# The workflow asks the site

LAST_PUBLICATION = ROOT / ".ci/last-publication"


@contextmanager
def asked(root: Path, site: Path) -> Iterator[Path]:
    """What the script has written when it asked a site."""
    with served(site) as address:
        subprocess.run(
            [LAST_PUBLICATION, "published.json"],
            cwd=root,
            env={"PATH": "/usr/bin:/bin", "SITE_ADDRESS": address},
            check=True,
        )
    yield root / "published.json"


def test_the_site_is_asked_for_its_commit(root: Path, tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"publication.json": json.dumps({"commit": "0" * 40})})
    with asked(root, site) as file:
        assert origin.commit_in(file) == "0" * 40


def test_before_the_first_publication_nothing_is_known(root: Path, tmp_path: Path) -> None:
    with asked(root, write(tmp_path / "site", {"index.html": "404"})) as file:
        assert file.read_bytes() == b""
