"""What a pull request waits for: content alone does not wait for the code's tests."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaign import keeping
from campaign.build import layout, site_map
from campaign.images import store
from campaign.reading import cache
from projects import write
from sites import ROOT

TOUCHES_CODE = ROOT / ".ci/touches-code"
WHO = ("-c", "user.name=x", "-c", "user.email=x@example.org")
FILES = ("docs/index.md", "docs/dev/a.md", "docs/news/shell.md", "showcases/site.yml", "a.py")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a branch `base` and a working tree at the same commit."""
    write(tmp_path, dict.fromkeys(FILES, "old"))
    git(tmp_path, "init", "--quiet", "--initial-branch", "base")
    committed(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "work")
    return tmp_path


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *WHO, *arguments], cwd=root, check=True, capture_output=True)


def committed(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "x")


def touches_code(root: Path, base: str = "base") -> bool:
    done = subprocess.run([TOUCHES_CODE, base], cwd=root, capture_output=True, check=False)
    return done.returncode == 0


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ([], False),
        (["docs/index.md"], False),
        (["docs/index.md", "docs/news/new.md", "showcases/site.yml"], False),
        (["a.py"], True),
        (["docs/index.md", "new.py"], True),
        (["docs/dev/a.md"], True),
        (["docs/news/shell.md"], True),
        (["showcases/schema/news.json"], True),
        ([".github/workflows/tests.yml"], True),
    ],
)
def test_content_is_told_from_code(root: Path, changed: list[str], expected: bool) -> None:
    write(root, dict.fromkeys(changed, "new"))
    committed(root)
    assert touches_code(root) is expected


def test_what_happened_on_the_base_meanwhile_does_not_count(root: Path) -> None:
    write(root, {"docs/index.md": "new"})
    committed(root)
    git(root, "checkout", "--quiet", "base")
    write(root, {"a.py": "new"})
    committed(root)
    git(root, "checkout", "--quiet", "work")
    assert not touches_code(root)


def test_where_nothing_can_be_compared_everything_is_tested(root: Path) -> None:
    assert touches_code(root, "nowhere")


# The workflow


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    text = (ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)["jobs"]
    return found


def test_one_check_waits_for_all_and_always_reports(jobs: dict[str, Any]) -> None:
    last = jobs["tests"]
    assert last["if"] == "always()"
    assert set(last["needs"]) == jobs.keys() - {"tests"}


def test_either_the_code_is_tested_or_the_content(jobs: dict[str, Any]) -> None:
    assert jobs["code"]["if"] == "needs.changes.outputs.code == 'true'"
    assert jobs["content"]["if"] == "needs.changes.outputs.code == 'false'"


def test_coverage_is_measured_once(jobs: dict[str, Any]) -> None:
    runs = jobs["code"]["strategy"]["matrix"]["include"]
    assert [run["python"] for run in runs] == ["3.11", "3.13"]
    assert [run.get("options") for run in runs].count("--coverage") == 1


# The caches

KEPT = {store.PLACE.as_posix(), cache.FOLDER, layout.PLACE, site_map.PLACE}
"""What is of use to the next run; `keeping.LAST` fits the same commit and day alone."""


def cache_steps(workflow: str) -> list[dict[str, Any]]:
    text = (ROOT / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")
    steps = [step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]]
    return [step for step in steps if "actions/cache" in step.get("uses", "")]


@pytest.mark.parametrize("workflow", ["publish", "check"])
def test_what_a_run_makes_is_kept_for_the_next(workflow: str) -> None:
    paths = [path for step in cache_steps(workflow) for path in step["with"]["path"].split()]
    assert sorted(paths) == sorted(KEPT)
    assert keeping.LAST not in paths


def test_a_pull_request_restores_what_main_has_kept_and_keeps_nothing() -> None:
    saved, restored = cache_steps("publish"), cache_steps("check")
    assert all("actions/cache@" in step["uses"] for step in saved)
    assert all("actions/cache/restore@" in step["uses"] for step in restored)
    assert [s["with"]["path"] for s in saved] == [r["with"]["path"] for r in restored]
    assert [s["with"]["restore-keys"] for s in saved] == [
        r["with"]["restore-keys"] for r in restored
    ]
