"""Hugo with what gives the same guarantees: `python tests/bench/guarantees.py SITE --hugo HUGO`.

SITE is a Hugo site of `hugo.py`. Steps, each a process of its own: Hugo; a QR code and a
content security policy on every page (`seal.py`); Pagefind over the pages; lychee, offline,
over all links and anchors; the Nu HTML checker over all pages. None of them keeps anything
from one run to the next, so this is what every publication costs.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from bench import hugo  # noqa: E402
from bench.measuring import Cost, run, weigh  # noqa: E402

BASE = "https://example.org/"
LISTED = "https://example.org"


@dataclass(frozen=True)
class Step:
    """One tool of the yardstick."""

    name: str
    command: list[str]


def tool(name: str) -> str:
    """A program beside this Python, of the project's npm packages, or on the path."""
    places = (Path(sys.executable).parent, ROOT / "node_modules/.bin")
    found = next((path for place in places if (path := place / name).exists()), None)
    return str(found or shutil.which(name) or sys.exit(f"{name} is not installed"))


def checker() -> list[str]:
    """The Nu HTML checker, without the warnings."""
    jar = next((ROOT / "node_modules/vnu-jar").rglob("vnu.jar"))
    return [tool("java"), "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html"]


def links(tree: Path) -> list[str]:
    """lychee over pages and feeds, anchors included; the site's own address is the tree."""
    options = ["--offline", "--no-progress", "--include-fragments=full", "--root-dir", str(tree)]
    options += ["--index-files", "index.html", "--extensions", "html,xml"]
    options += ["--remap", f"^{LISTED}/(.*)$ file://{tree}/$1"]
    return [tool("lychee"), *options, str(tree)]


def steps(program: str, site: Path, tree: Path) -> Iterator[Step]:
    """What is run, in turn; `tree` is where the built site goes."""
    yield Step("Hugo", hugo.command(program, site, tree))
    here = Path(__file__).parent
    yield Step("QR code, policy", [sys.executable, str(here / "seal.py"), str(tree), BASE])
    yield Step("Pagefind", [tool("pagefind"), "--silent", "--site", str(tree)])
    yield Step("lychee", links(tree))
    yield Step("Nu HTML checker", [*checker(), str(tree)])


def build(program: str, site: Path, tree: Path) -> dict[str, Cost]:
    """Build a site that is guaranteed; what each step took.

    Raises `measuring.Failed` if a step finds a fault.
    """
    shutil.rmtree(tree, ignore_errors=True)
    return {step.name: run(step.command, site) for step in steps(program, site, tree)}


def summed(parts: dict[str, Cost]) -> Cost:
    """Steps one after the other, as one run."""
    costs = list(parts.values())
    return Cost(
        sum(cost.cpu for cost in costs),
        sum(cost.wall for cost in costs),
        max(cost.largest for cost in costs),
        max(cost.together for cost in costs),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--hugo", required=True, help="the program")
    given = parser.parse_args()
    site = given.site.resolve()
    parts = build(given.hugo, site, site / "guaranteed")
    for name, cost in {**parts, "together": summed(parts)}.items():
        print(f"{name:<18}{cost.cpu:8.2f} CPU s {cost.wall:8.2f} s {cost.largest / 1e6:8.0f} MB")
    print(weigh(site / "guaranteed"))


if __name__ == "__main__":
    main()
