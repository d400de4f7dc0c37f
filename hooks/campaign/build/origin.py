"""Which commit a publication was made from: the next one is compared with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from campaign.reading import history
from campaign.render.outputs import Output

ADDRESS = "publication.json"
COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def output(root: Path) -> Output | None:
    """What a publication says of itself; nothing where git knows of no commit."""
    try:
        commit = history.head(root)
    except history.NoHistory:
        return None
    return Output(ADDRESS, f"{json.dumps({'commit': commit})}\n".encode()) if commit else None


def commit_in(file: Path | None) -> str | None:
    """The commit that a publication names in its file; none before the first publication."""
    try:
        stated = json.loads(file.read_text(encoding="utf-8")) if file else None
    except (OSError, ValueError):
        return None
    commit = stated.get("commit") if isinstance(stated, dict) else None
    return commit if isinstance(commit, str) and COMMIT.fullmatch(commit) else None
