"""How long an editor waits who has saved a file: `python tests/bench/preview.py 1000`.

Writes a city of that many communities, opens it as `build_site.py serve` does, changes one
text a few times, and prints CPU milliseconds, the median after the first: reading what has
changed (`refresh`), the page of that text (`page`), and the rules (`check`), for which no page
waits. Without a number, the sample.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from bench import city  # noqa: E402
from campaign.serve.resident import Resident  # noqa: E402

TIMES = 6
COMMUNITIES = "showcases/communities"


def timed(work: Callable[[], object]) -> float:
    """CPU milliseconds that it takes."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def edits(root: Path) -> list[tuple[float, float, float]]:
    """What each edit takes: reading, the page, the rules. The file is left as it was."""
    path = sorted((root / COMMUNITIES).glob("*.yml"))[0]
    resident = Resident(root, "http://127.0.0.1/")
    resident.refresh()
    resident.check()
    written = path.read_text(encoding="utf-8")
    found = []
    try:
        for number in range(TIMES):
            said = written.replace("intro: ", f"intro: 又写了{number}句。", 1)
            path.write_text(said, encoding="utf-8")
            changed = [f"{COMMUNITIES}/{path.name}"]
            read = timed(lambda changed=changed: resident.refresh(changed))
            page = timed(lambda: resident.answer(f"communities/{path.stem}/"))
            found.append((read, page, timed(resident.check)))
    finally:
        path.write_text(written, encoding="utf-8")
    return found[1:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("communities", type=int, nargs="?")
    size = parser.parse_args().communities
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "city" if size else ROOT
        if size:
            city.make(size, root)
        columns = zip(*edits(root), strict=True)
        for name, spent in zip(("refresh", "page", "check"), columns, strict=True):
            print(f"{name}: {median(spent):.0f} ms")


if __name__ == "__main__":
    main()
