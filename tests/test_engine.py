"""What the engine is: all that was delivered, and nothing that people write."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from campaign import staging
from campaign.reading import sample
from campaign.verbs import engine
from sites import ROOT

LISTED = engine.delivered(ROOT)
DELIVERED = (
    *("build_site.py", "hooks/events.py", "tests/site/basic/docs/index.md", ".ci/run"),
    *(
        "docs/dev/walks.md",
        "docs/guide/index.md",
        "showcases/schema/site.schema.json",
        ".github/CODEOWNERS",
    ),
)
OTHERS = (
    *("docs/index.md", "docs/guides.md", "docs/devices.md", "showcases/site.yml"),
    *("Docs/index.md", "SHOWCASES/orgs.yml", "tests/content/test_sample.py", engine.LIST),
    *("hooks/campaign/verbs/sample.sha256", ".git/hooks/pre-commit", ".venv/bin/python"),
)
ELSEWHERE = ("../other/a.py", "hooks/../docs/index.md", "/etc/passwd", "C:\\a.py", "a//b", "")
BARE = [sys.executable, "-S", "-I", "-c"]
"""A Python without any package."""


@pytest.mark.parametrize("name", DELIVERED)
def test_what_was_delivered_is_of_the_engine(name: str) -> None:
    assert engine.belongs(name)
    assert name in LISTED


@pytest.mark.parametrize("name", [*OTHERS, *ELSEWHERE])
def test_content_the_sample_and_what_lies_elsewhere_are_not(name: str) -> None:
    assert not engine.belongs(name)


def test_nothing_of_the_sample_is_in_the_list() -> None:
    assert LISTED.keys().isdisjoint(sample.known())


@pytest.mark.skipif(not (ROOT / sample.LAST).exists(), reason="a city's own engine")
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="git knows the engine's files")
def test_the_list_of_the_engine_is_fresh() -> None:
    command = "PYTHONPATH=hooks python3 -m campaign.verbs.engine"
    listed = (ROOT / engine.LIST).read_text(encoding="utf-8")
    assert listed == engine.written(ROOT), f"run: {command}"


@pytest.mark.skipif(os.name == "nt", reason="a disk without modes")
def test_the_scripts_that_are_run_are_all_in_one_folder() -> None:
    plain = ("-c", "core.quotePath=false")
    listing = ["git", *plain, "ls-files", "-s"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True)
    rows = (line.split(maxsplit=3) for line in done.stdout.splitlines())
    run = {row[3] for row in rows if row[0] == "100755"}
    assert {name for name in run if not name.startswith(staging.SCRIPTS)} == set()


def test_an_interrupted_upgrade_is_finished_without_any_package() -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'hooks')!r}); import campaign.staging"
    assert subprocess.run([*BARE, code]).returncode == 0
