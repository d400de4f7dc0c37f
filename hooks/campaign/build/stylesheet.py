"""The site's one stylesheet, put together from a file for each part."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from campaign import icons

FOLDER = Path(__file__).parents[2] / "theme" / "css"
KINDS = Path(__file__).parents[1] / "kinds"
ADDRESS = "assets/campaign.css"
PARTS = "css/"
"""Where the builder finds the parts in the theme; only the whole is published."""

PLAIN = " '/:=;,"
"""What may stand as it is in an address within a stylesheet."""
ICON = re.compile(r"url\(icon:([\w-]+)\)")
"""How a part asks for an icon: what stands on every page is sent once, with the stylesheet."""


class NoIcon(Exception):
    """A part asks for an icon that is not there. The text is its name."""


def text() -> str:
    """Every part, in the order of the file names; names begin with a number where it matters.

    Raises NoIcon.
    """
    found = (*FOLDER.glob("*.css"), *KINDS.glob("*/*.css"))
    parts = sorted(found, key=lambda path: path.name)
    whole = "\n".join(part.read_text(encoding="utf-8").strip() for part in parts) + "\n"
    return ICON.sub(lambda found: f'url("{_address(found[1])}")', whole)


def _address(name: str) -> str:
    """An icon as an address that holds it: masks from files do not load from a disk.

    Raises NoIcon.
    """
    drawing = icons.svg(name).strip().replace('"', "'")
    if not drawing:
        raise NoIcon(name)
    return f"data:image/svg+xml,{quote(drawing, safe=PLAIN)}"
