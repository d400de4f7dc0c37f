"""Compare two built sites, file by file: a redesign is proved by the bytes that it publishes.

    python tests/manifest.py BEFORE AFTER

Prints what is only in one of them and what differs, and exits with 1 when anything does.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path


def manifest(site: Path) -> dict[str, str]:
    """The hash of each file of a built site, by its path."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def differences(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """One line for each file that is not the same in both."""
    lines = [f"gone     {path}" for path in sorted(before.keys() - after.keys())]
    lines += [f"new      {path}" for path in sorted(after.keys() - before.keys())]
    common = sorted(before.keys() & after.keys())
    return lines + [f"changed  {path}" for path in common if before[path] != after[path]]


if __name__ == "__main__":
    found = differences(*(manifest(Path(name)) for name in sys.argv[1:3]))
    print("\n".join(found) or "The same, byte for byte.")
    raise SystemExit(bool(found))
