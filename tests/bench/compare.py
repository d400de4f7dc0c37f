"""Ours against both yardsticks: `python tests/bench/compare.py 100 1000 --hugo HUGO`.

Writes a city of each size and a Hugo site of the same content below `--work`, edits both
alike, and builds them in turns, whole processes, the order reversed each round. Prints the
medians of CPU seconds and, because a machine's speed drifts, the median of the rounds' own
ratios. `--second` says when the second yardstick runs, too: in cold builds, always or never
(its checks keep nothing, so what it costs hardly depends on the edit).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from bench import city, guarantees, hugo  # noqa: E402
from bench.edits import EDITS, Places, apply  # noqa: E402
from bench.measuring import Cost, Weight, run, weigh  # noqa: E402

LANES = OURS, ALONE, GUARANTEED = "ours", "Hugo", "Hugo + guarantees"
Lane = Callable[[], Cost]
Rounds = list[dict[str, Cost]]
"""What each lane took, round by round."""
COMMAND = ("build_site.py", "--no-bootstrap", "build")


def lanes(places: Places, program: str, *, second: bool) -> dict[str, Lane]:
    """Ways to build a city, each a call that does it once."""
    found: dict[str, Lane] = {
        OURS: lambda: run([sys.executable, *COMMAND], places.city),
        ALONE: lambda: run(hugo.command(program, places.site, places.alone), places.site),
    }
    if second:
        found[GUARANTEED] = lambda: guarantees.summed(
            guarantees.build(program, places.site, places.guaranteed)
        )
    return found


def prepare(size: int, work: Path, *, npm: bool) -> Places:
    """Write a city, with the project's npm packages beside it if asked, and its Hugo site."""
    places = Places(work / f"city-{size}", work / f"hugo-{size}")
    for folder in (places.city, places.site):
        shutil.rmtree(folder, ignore_errors=True)
    city.make(size, places.city)
    if npm:
        (places.city / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    run([sys.executable, "-m", "compileall", "-q", "hooks"], places.city)
    hugo.write_theme(places.site)
    hugo.write_content(places.city, places.site)
    return places


def rounds(name: str, places: Places, found: Mapping[str, Lane], repeats: int) -> Rounds:
    """Apply an edit and build in every lane, `repeats` times."""
    done: Rounds = []
    for turn in range(repeats):
        apply(name, places, turn)
        order = list(found)[:: 1 if turn % 2 == 0 else -1]
        done.append({lane: found[lane]() for lane in order})
    return done


def ratio(done: Rounds, other: str) -> float:
    """Ours against another lane: the median of the rounds."""
    return median(costs[OURS].cpu / costs[other].cpu for costs in done)


def cpu(done: Rounds, lane: str) -> float:
    return median(costs[lane].cpu for costs in done)


def megabytes(done: Rounds, lane: str) -> float:
    """What the largest process had at most."""
    return median(costs[lane].largest for costs in done) / 1e6


def row(name: str, done: Rounds) -> str:
    """A line of the table."""
    cells = [name, f"{cpu(done, OURS):.2f}", f"{cpu(done, ALONE):.2f}"]
    cells.append(f"{ratio(done, ALONE):.2f}")
    if GUARANTEED in done[0]:
        cells += [f"{cpu(done, GUARANTEED):.2f}", f"{ratio(done, GUARANTEED):.2f}"]
    else:
        cells += ["", ""]
    cells.append(" / ".join(f"{megabytes(done, lane):.0f}" for lane in LANES if lane in done[0]))
    cells.append(f"{os.getloadavg()[0]:.0f}")
    return f"| {' | '.join(cells)} |"


def told(line: str) -> None:
    print(line, flush=True)


def compare(
    size: int, places: Places, program: str, chosen: Sequence[str], repeats: int, second: str
) -> dict[str, Rounds]:
    """Print a table for one size; everything that was measured."""
    told(f"\n{size} communities, CPU s, the median of {repeats}\n")
    told(f"| edit | {OURS} | {ALONE} | x | {GUARANTEED} | x | MB | load |")
    told("| --- | --- | --- | --- | --- | --- | --- | --- |")
    found: dict[str, Rounds] = {}
    if not chosen[0].startswith("cold"):
        rounds("cold", places, lanes(places, program, second=False), 1)
    for name in chosen:
        both = second == "all" or (second == "cold" and name == "cold")
        found[name] = rounds(name, places, lanes(places, program, second=both), repeats)
        told(row(name, found[name]))
    return found


def memory(done: Rounds) -> str:
    """Peak memory of each lane, in MB."""
    return "; ".join(
        f"{lane} {megabytes(done, lane):.0f} MB the largest process, "
        f"{median(c[lane].together for c in done) / 1e6:.0f} together"
        for lane in done[0]
    )


def weights(places: Places) -> dict[str, Weight]:
    """What each lane has built."""
    trees = {OURS: places.ours, ALONE: places.alone, GUARANTEED: places.guaranteed}
    return {lane: weigh(tree) for lane, tree in trees.items() if tree.is_dir()}


def exponent(first: float, second: float, sizes: tuple[int, int]) -> float:
    """How a figure grows with the size: 1 is in proportion."""
    return math.log(second / first) / math.log(sizes[1] / sizes[0])


def growth(costs: Mapping[int, Rounds], sites: Mapping[int, Mapping[str, Weight]]) -> None:
    """Print the exponents from each size to the next."""
    for sizes in pairwise(costs):
        small, large = sizes
        for lane in costs[small][0]:
            time = exponent(cpu(costs[small], lane), cpu(costs[large], lane), sizes)
            html = exponent(sites[small][lane].html, sites[large][lane].html, sizes)
            most = exponent(sites[small][lane].largest[0], sites[large][lane].largest[0], sizes)
            told(
                f"growth {small} to {large}, {lane}: CPU {time:.2f}, "
                f"bytes of pages {html:.2f}, of the largest page {most:.2f}"
            )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+", help="communities: 100 1000 [3000]")
    parser.add_argument("--hugo", required=True, help="the program")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--edits", nargs="+", choices=EDITS, default=list(EDITS), metavar="EDIT")
    parser.add_argument("--second", choices=("cold", "all", "never"), default="cold")
    parser.add_argument("--no-npm", action="store_true", help="ours without share cards")
    parser.add_argument("--work", type=Path, help="keep cities and sites there")
    parser.add_argument("--json", type=Path, help="write all that was measured there")
    return parser.parse_args()


def main(given: argparse.Namespace, work: Path) -> None:
    costs: dict[int, dict[str, Rounds]] = {}
    sites: dict[int, dict[str, Weight]] = {}
    for size in sorted(given.sizes):
        places = prepare(size, work, npm=not given.no_npm)
        costs[size] = compare(size, places, given.hugo, given.edits, given.repeats, given.second)
        sites[size] = weights(places)
        told(f"\nmemory, {given.edits[0]}: {memory(costs[size][given.edits[0]])}")
        for lane, weight in sites[size].items():
            told(f"{lane}: {weight}")
    growth({size: found[given.edits[0]] for size, found in costs.items()}, sites)
    if given.json:
        plain = {
            size: {n: [{k: asdict(c) for k, c in r.items()} for r in d] for n, d in found.items()}
            for size, found in costs.items()
        }
        given.json.write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    options = arguments()
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
        main(options, options.work.resolve())
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(options, Path(folder))
