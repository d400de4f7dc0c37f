"""Lighthouse on pages of a served site, as a phone on a slow network sees them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from campaign.verbs import testing
from conftest import needed
from sites import PATIENCE, ROOT

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
    urls: Sequence[str],
    runs: int = 3,
    parts: Sequence[str] = QUALITIES,
    browsers: int = 2,
) -> dict[str, Verdict]:
    """What Lighthouse says of each page.

    Two browsers side by side take half the time, and are right for all but performance.
    """
    chromium = needed(testing.browser(), "Chromium")
    node = needed(shutil.which("node"), "Node")
    needed(testing.node_package(ROOT, "lighthouse"), "lighthouse")
    command = [node, str(RUNNER), chromium, str(runs), ",".join(parts)]
    with ThreadPoolExecutor(browsers) as pool:
        shares = [urls[n::browsers] for n in range(browsers)]
        answers = pool.map(lambda share: _runs([*command, *share]), shares)
        found = [run for answer in answers for run in answer]
    return {url: _verdict([run for run in found if run["url"] == url]) for url in urls}


def _runs(command: Sequence[str]) -> list[dict[str, Any]]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def _verdict(runs: list[dict[str, Any]]) -> Verdict:
    def medians(part: str) -> dict[str, float]:
        names = runs[0][part]
        return {name: median(run[part][name] for run in runs) for name in names}

    wrong = [json.dumps(run["wrong"], ensure_ascii=False) for run in runs if run["wrong"]]
    return Verdict(medians("scores"), medians("measured"), "\n".join(dict.fromkeys(wrong)))
