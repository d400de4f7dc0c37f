"""The site's one stylesheet, put together from a file for each part."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "theme" / "css"
KINDS = Path(__file__).parents[1] / "kinds"
ADDRESS = "assets/campaign.css"
PARTS = "css/"
"""Where the builder finds the parts in the theme; only the whole is published."""


def text() -> str:
    """Every part, in the order of the file names; names begin with a number where it matters."""
    found = (*FOLDER.glob("*.css"), *KINDS.glob("*/*.css"))
    parts = sorted(found, key=lambda path: path.name)
    return "\n".join(part.read_text(encoding="utf-8").strip() for part in parts) + "\n"
