"""Lighthouse on pages of a served site, as a phone on a slow network sees them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from campaign import testing
from conftest import needed
from sites import ROOT

RUNNER = Path(__file__).with_suffix(".mjs")
QUALITIES = ("accessibility", "best-practices", "seo")
KIB = 1024


@dataclass(frozen=True)
class Verdict:
    """The median of several runs on a page."""

    scores: dict[str, float]
    """By category, of 100."""
    measured: dict[str, float]
    """By audit, in Lighthouse's units: milliseconds, bytes, or none for the layout shift."""
    wrong: str
    """What the runs found fault with."""


def lighthouse(
    urls: Sequence[str], runs: int = 3, parts: Iterable[str] = QUALITIES
) -> dict[str, Verdict]:
    """What Lighthouse says of each page, in the order of `urls`."""
    chromium = needed(testing.browser(), "Chromium")
    node = needed(shutil.which("node"), "Node")
    needed(testing.node_package(ROOT, "lighthouse"), "lighthouse")
    done = subprocess.run(
        [node, str(RUNNER), chromium, str(runs), ",".join(parts), *urls],
        capture_output=True,
        text=True,
        timeout=1800,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return {url: _verdict([run for run in found if run["url"] == url]) for url in urls}


def _verdict(runs: list[dict[str, Any]]) -> Verdict:
    def medians(part: str) -> dict[str, float]:
        names = runs[0][part]
        return {name: median(run[part][name] for run in runs) for name in names}

    wrong = [json.dumps(run["wrong"], ensure_ascii=False) for run in runs if run["wrong"]]
    return Verdict(medians("scores"), medians("measured"), "\n".join(dict.fromkeys(wrong)))
