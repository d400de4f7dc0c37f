"""How long somebody waits who types at the desk: `python tests/bench/desk.py [PROJECT]`.

One text of one record of each kind is changed a few times without being saved, as typing
does. Prints CPU milliseconds, the median after the first: reading the form's record, the map
of the site with it (`map`), its page (`page`), and the rules over the whole site (`check`),
which run when a field is left.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks")]

from campaign import urls  # noqa: E402
from campaign.desk import editing  # noqa: E402
from campaign.desk.unsaved import unsaved  # noqa: E402
from campaign.kinds import KINDS  # noqa: E402
from campaign.model.controls import Control, Sort  # noqa: E402
from campaign.serve.resident import Resident  # noqa: E402
from campaign.site import Site  # noqa: E402

TIMES = 6
LONG = (Sort.LONG, Sort.MARKDOWN)
STEPS = ("form", "map", "page", "check")
T = TypeVar("T")


def timed(spent: list[float], work: Callable[[], T]) -> T:
    """What `work` returns; its CPU milliseconds are added to `spent`."""
    begun = time.process_time()
    found = work()
    spent.append((time.process_time() - begun) * 1000)
    return found


def text_field(controls: Iterable[Control]) -> str:
    """The first field in which somebody writes a longer text; nothing without one."""
    return next((item.key for item in controls if item.sort in LONG), "")


def typed(resident: Resident, site: Site, kind: str, id: str) -> Iterator[tuple[str, float]]:
    """What each step takes while the text of a record changes."""
    base = editing.opened(site, kind, id)
    key = text_field(base.controls)
    spent: dict[str, list[float]] = {step: [] for step in STEPS}
    for number in range(TIMES + 1):
        said = f"{base.data.get(key) or ''}{'又写了一句。' * number}"
        data = {**base.data, **({key: said} if key else {})}

        read = partial(unsaved, site, base.kind, id, base.path, data, base.body)
        made = timed(spent["form"], read)
        site_map = timed(spent["map"], partial(resident.map_with, made.site))
        if base.kind.has_address and made.record and site_map:
            address = urls.url(made.record).partition("#")[0]
            timed(spent["page"], partial(resident.answer_from, site_map, address))
        timed(spent["check"], made.check)
    return ((step, median(times[1:])) for step, times in spent.items() if times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path, nargs="?", default=ROOT)
    resident = Resident(parser.parse_args().project.resolve(), "http://127.0.0.1/")
    resident.refresh()
    site = resident.site
    if site is None:
        sys.exit("The content cannot be read.")
    print(f"| kind | {' | '.join(STEPS)} |\n| --- |{' --- |' * len(STEPS)}")
    for kind in KINDS:
        ids = sorted(id for name, id in site.origins if name == kind.name)
        if ids:
            found = dict(typed(resident, site, kind.name, ids[len(ids) // 2]))
            cells = (f"{found[step]:.0f}" if step in found else "" for step in STEPS)
            print(f"| {kind.name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
