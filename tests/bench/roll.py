"""What a long roll weighs and takes: `python tests/bench/roll.py [HONOURS]`.

Renders the pages below the theme's frame and the data, in memory; gzip at level 6, as
servers send it.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from campaign.kinds.community import Community, comparison  # noqa: E402
from campaign.kinds.community.facts import likeness, traits  # noqa: E402
from campaign.kinds.honour import roll, rolldata  # noqa: E402
from campaign.kinds.honour.facts import standings  # noqa: E402
from campaign.render.outputs import Page  # noqa: E402
from rolls import ORDERS, edition  # noqa: E402

PAGES = {f"honours/by-{by}.md": f"[[honours by={by}]]" for by in ORDERS}
PAGES["communities/compare.md"] = "[[compare]]"


def told(name: str, make: Callable[[], Iterable[bytes]]) -> None:
    """Print how many files there are, what the largest weighs, and the CPU time for all."""
    begun = process_time()
    files = list(make())
    seconds = process_time() - begun
    sizes = [(len(data), len(gzip.compress(data, 6, mtime=0))) for data in files]
    largest = max(sizes, default=(0, 0))
    print(
        f"{name:<28}{len(files):>5} files  largest {largest[0] / 1000:8.1f} kB, "
        f"gzip {largest[1] / 1000:6.1f} kB  {seconds:6.2f} s"
    )


def data(outputs: Iterable[object]) -> list[bytes]:
    return [found for output in outputs if isinstance(found := getattr(output, "data"), bytes)]  # noqa: B009


def bodies(pages: Iterable[tuple[str, Callable[[], Page]]]) -> list[bytes]:
    return [make().body.encode() for _, make in pages]


def main(size: int) -> None:
    found = edition(size, PAGES)
    print(f"{len(standings(found.facts))} honours, {len(found.site.of(Community))} communities")
    told(
        "roll pages, four orders", lambda: [m().body.encode() for _, m in roll.further_pages(found)]
    )
    told("roll.json and roll.xlsx", lambda: data(rolldata.files(found)))
    told("roll.json", lambda: data(rolldata.files(found))[:1])
    told("compare.json", lambda: data(comparison.files(found)))
    told(
        "comparison pages", lambda: [m().body.encode() for _, m in comparison.further_pages(found)]
    )
    told("communities like this", lambda: [b"" for _ in likeness(traits(found.site))][:1])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
