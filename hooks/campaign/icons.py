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
    folder = _folder()
    path = folder / f"{name}.svg" if folder and NAME.match(name) else None
    return path.read_text(encoding="utf-8") if path and path.is_file() else ""


@cache
def names() -> frozenset[str]:
    """What the icons are called."""
    folder = _folder()
    return frozenset(path.stem for path in folder.glob("*.svg")) if folder else frozenset()


def _folder() -> Path | None:
    """Where the theme keeps them; nothing without the theme."""
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "templates/.icons/material"


def inline(name: str) -> Markup:
    """An icon for a page; nothing when there is none of that name."""
    mark = '<svg class="icon" aria-hidden="true" focusable="false" '
    return Markup(svg(name).replace("<svg ", mark, 1))
