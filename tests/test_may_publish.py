"""Before a city has begun nothing is published, and what has to be switched on is said in words."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from projects import write
from sites import ROOT

SCRIPT = ROOT / ".ci/may-publish"
DEMO = {"showcases/deploy/demo.yml": "compliance: demo\n"}
ON = "#!/bin/sh\necho '{}'\n"
OFF = "#!/bin/sh\necho 'gh: Not Found (HTTP 404)' >&2\nexit 1\n"
SILENT = "#!/bin/sh\necho 'gh: no answer (HTTP 502)' >&2\nexit 1\n"


def asked(root: Path, gh: str, **environment: str) -> tuple[int, str, str]:
    """The script's exit status, what it answers to the workflow, and what it says."""
    write(root, {"bin/gh": gh})
    (root / "bin/gh").chmod(0o755)
    given = {
        "PATH": f"{root / 'bin'}:{os.environ['PATH']}",
        "GITHUB_REPOSITORY": "city/site",
        "GITHUB_OUTPUT": str(root / "output"),
        "GITHUB_STEP_SUMMARY": str(root / "summary"),
    }
    done = subprocess.run(
        [SCRIPT], cwd=root, env={**given, **environment}, capture_output=True, text=True
    )
    return done.returncode, (root / "output").read_text().strip(), done.stdout


def test_the_sample_is_not_published(tmp_path: Path) -> None:
    write(tmp_path, dict(DEMO))
    status, answer, said = asked(tmp_path, ON)
    assert (status, answer) == (0, "ready=false")
    assert said.startswith("::notice")
    assert "build_site.py start" in said


def test_the_sample_is_published_where_somebody_says_so(tmp_path: Path) -> None:
    write(tmp_path, dict(DEMO))
    assert asked(tmp_path, ON, PUBLISH_SAMPLE="true") == (0, "ready=true", "")


def test_what_has_to_be_switched_on_is_said(tmp_path: Path) -> None:
    status, answer, said = asked(tmp_path, OFF)
    assert (status, answer) == (1, "ready=false")
    assert said.startswith("::error")
    assert "https://github.com/city/site/settings/pages" in said
    assert "GitHub Actions" in said


@pytest.mark.parametrize("gh", [ON, SILENT])
def test_a_city_that_has_begun_is_published(tmp_path: Path, gh: str) -> None:
    assert asked(tmp_path, gh) == (0, "ready=true", "")


def test_nothing_is_built_or_published_without_that() -> None:
    text = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    jobs: dict[str, Any] = yaml.safe_load(text)["jobs"]
    assert jobs["build"]["needs"] == "ready"
    assert jobs["build"]["if"] == "needs.ready.outputs.ready == 'true'"
    assert jobs["deploy"]["needs"] == "build"
