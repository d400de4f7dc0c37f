"""Every page is valid HTML, as the Nu HTML checker reads it (the one behind validator.w3.org)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from campaign.verbs import testing
from conftest import needed
from projects import write
from sites import PATIENCE, ROOT

ACCEPTED = {
    "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, "
    "“datetime-local”, “email”, “hidden”, “month”, “number”, “password”, “range”, “search”, "
    "“tel”, “text”, “time”, “url”, or “week”.": "The theme's base.html says it of its two boxes "
    "to tick, outside any block that can be overridden; browsers do what it asks for.",
}
"""What the checker says and why it may stay. What is not said any more leaves the list."""
QUICK = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a run of seconds Java's best compiler and collector cost more than they save."""


@pytest.fixture(scope="module")
def checker() -> list[str]:
    java = needed(shutil.which("java"), "Java")
    folder = needed(testing.node_package(ROOT, "vnu-jar"), "vnu-jar")
    jar = next(folder.rglob("vnu.jar"))
    return [java, *QUICK, "-jar", str(jar), "--errors-only", "--format", "json"]


def said(checker: list[str], *trees: Path) -> list[tuple[str, str]]:
    """Each error on the HTML pages below `trees`: what, and where."""
    done = subprocess.run(
        [*checker, "--skip-non-html", *map(str, trees)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    return [
        (item["message"], f"{item['url']}:{item.get('lastLine')}: {item.get('extract', '')!r}")
        for item in messages
    ]


@pytest.fixture(scope="module")
def errors(checker: list[str], built: Path, showcase: Path) -> list[tuple[str, str]]:
    """On the tiny site, whose texts are hostile, and on the repository's own."""
    return said(checker, built / "site", showcase / "site")


def test_every_page_is_valid(errors: list[tuple[str, str]]) -> None:
    found = [f"{where}: {message}" for message, where in errors if message not in ACCEPTED]
    assert len(found) == 0, "\n".join(found[:40])


@pytest.mark.parametrize("message", ACCEPTED, ids=lambda message: message[:40])
def test_what_is_accepted_still_occurs(errors: list[tuple[str, str]], message: str) -> None:
    assert message in {said for said, _ in errors}


def test_a_broken_page_is_found(checker: list[str], tmp_path: Path) -> None:
    page = '<!doctype html><html lang="zh"><title>页</title><p id="a"><div aria-label="甲" id="a">'
    write(tmp_path, {"index.html": page, "notes.txt": "<p"})
    messages = " ".join(message for message, _ in said(checker, tmp_path))
    assert "Duplicate ID “a”" in messages
    assert "aria-label" in messages
    assert "Unclosed element “div”" in messages
