"""How fast pages are on a slow phone: `python tests/bench/lighthouse.py [--roll 3000]`.

Lighthouse's mobile profile (slow 4G and a processor four times slower, both simulated), the
median of three runs, one browser at a time, on the repository's own content as built
for a public host. `--roll` also builds a city whose roll has about that many rows.
Needs `npm ci`, and takes 15 seconds a page on an idle machine.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
sys.path = [path for path in sys.path if Path(path) != Path(__file__).parent]  # its own name

from bench import city  # noqa: E402
from conftest import make_showcase  # noqa: E402
from lighthouse import KIB, lighthouse  # noqa: E402
from pagekinds import chosen, written  # noqa: E402
from search.weighing import weighed  # noqa: E402
from sites import build_site  # noqa: E402

TARGET = 95
HOLDERS_A_ROW = 1 / 3
"""In the generated city a community holds three honours."""


def pages(project: Path) -> list[str]:
    """The home page, the roll, and the richest record of each column."""
    texts = written(project / "docs")
    return ["", "honours/", *(name for name in chosen(project) if name not in texts)]


def told(site: Path, names: Sequence[str], title: str) -> bool:
    """Print a row for each page; whether all reach the target."""
    with weighed(site) as (address, _):
        found = lighthouse([address + name for name in names], parts=["performance"], browsers=1)
    print(f"\n{title:<44} score   LCP s   TBT ms   shift      KiB")
    for url, verdict in found.items():
        values = verdict.measured
        print(
            f"{url.removeprefix(address) or 'home':<44} {verdict.scores['performance']:5.0f}"
            f" {values['largest-contentful-paint'] / 1000:7.2f}"
            f" {values['total-blocking-time']:8.0f}"
            f" {values['cumulative-layout-shift']:7.3f}"
            f" {values['total-byte-weight'] / KIB:8.0f}"
        )
    return all(verdict.scores["performance"] >= TARGET for verdict in found.values())


def main(rows: int) -> bool:
    with TemporaryDirectory() as folder:
        project = make_showcase(Path(folder) / "showcase")
        reached = told(project / "site", pages(project), "the content of this repository")
        if rows:
            grown = Path(folder) / "city"
            city.make(round(rows * HOLDERS_A_ROW), grown)
            done = build_site(grown)
            assert done.returncode == 0, done.stderr
            names = ["honours/", "honours/by-kind/", ""]
            reached &= told(grown / "site", names, f"a city with a roll of {rows} rows")
    return reached


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--roll", type=int, default=0, metavar="ROWS")
    print("target reached" if main(parser.parse_args().roll) else f"target missed: {TARGET}")
