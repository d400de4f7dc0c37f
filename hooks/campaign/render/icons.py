"""Material Design icons, as they come with the theme: in a page, or in the stylesheet."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

NAME = re.compile(r"^[a-z0-9-]+$")


@cache
def svg(name: str) -> str:
    """An icon's drawing; nothing when there is none of that name."""
    spec = find_spec("material")
    if not NAME.match(name) or spec is None or spec.origin is None:
        return ""
    path = Path(spec.origin).parent / f"templates/.icons/material/{name}.svg"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def inline(name: str) -> Markup:
    """An icon for a page; nothing when there is none of that name."""
    mark = '<svg class="icon" aria-hidden="true" focusable="false" '
    return Markup(svg(name).replace("<svg ", mark, 1))
