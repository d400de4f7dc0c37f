"""The last look at a written tree: every file is one that was written, as it was written."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from campaign.verify.publication import unaccounted
from projects import write

WRITTEN = {"index.html": 5, "assets/a.css": 3}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, []),
        ({"news/x.html": "stray"}, ["news/x.html"]),
        ({"index.html": "hello, longer"}, ["index.html"]),
        ({"assets/a.css": None}, ["assets/a.css"]),
    ],
)
def test_a_file_that_is_not_what_was_written_is_told(
    tmp_path: Path, files: dict[str, str | bytes | None], told: list[str]
) -> None:
    write(tmp_path, {"index.html": "hello", "assets/a.css": "a{}"})
    write(tmp_path, files)
    done = cast(Any, SimpleNamespace(tree=tmp_path, sizes=WRITTEN))
    found = list(unaccounted(done))
    assert [(item.code, item.path) for item in found] == [("Y21", path) for path in told]
